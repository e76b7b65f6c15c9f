"""Extractors keep their promises on any tree that a parser may answer, however wrong."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.claims import extractors
from reportedly.claims.grammar import SentenceView
from reportedly.records.document import Block, Document, Role
from reportedly.records.mention import Analysis, Chain, Form, Kind, Mention
from reportedly.records.span import Sentence, Token

WORDS = [
    "rebels",
    "shelled",
    "Ruda",
    "killing",
    "12",
    "people",
    "in",
    "near",
    "the",
    "attack",
    "on",
    "X",
    "by",
    "Doran",
    "'s",
    "troops",
    "who",
    "met",
    "Varek",
    "with",
    "and",
    ",",
    "visited",
    "to",
    "of",
    "was",
    "seen",
    "picture",
    "shows",
    "operation",
    "retake",
    "seized",
    "control",
    "fell",
    "from",
    "left",
    "hostage",
    "released",
    "arrested",
    "this",
    "includes",
    "led",
    "fighting",
    "between",
    "Sel",
    "clashes",
    "offensive",
    "against",
    "it",
    "he",
    "dozens",
    "dead",
    "wounded",
    "bomb",
    "exploded",
    "at",
    "talks",
    "agreed",
    "truce",
]
TAGS = [
    "NN",
    "NNS",
    "NNP",
    "VBD",
    "VBN",
    "VBG",
    "VB",
    "VBZ",
    "IN",
    "CD",
    "DT",
    "PRP",
    "PRP$",
    "CC",
    "TO",
    "RB",
    "JJ",
    ",",
    "WDT",
    "POS",
]
RELATIONS = [
    "ROOT",
    "nsubj",
    "nsubjpass",
    "dobj",
    "pobj",
    "prep",
    "conj",
    "cc",
    "xcomp",
    "ccomp",
    "advcl",
    "acl",
    "relcl",
    "agent",
    "amod",
    "compound",
    "poss",
    "nmod",
    "appos",
    "aux",
    "auxpass",
    "pcomp",
    "advmod",
    "nummod",
    "attr",
    "oprd",
    "acomp",
    "csubj",
    "npadvmod",
    "det",
    "prt",
]
NAMES = sorted(m.name for m in iter_modules(extractors.__path__))

words = st.tuples(st.sampled_from(WORDS), st.sampled_from(TAGS), st.integers(0, 11), st.sampled_from(RELATIONS))
spans = st.tuples(st.integers(0, 11), st.integers(1, 3), st.sampled_from(list(Kind)), st.sampled_from(list(Form)))


def _view(rows: list[tuple[str, str, int, str]], named: list[tuple[int, int, Kind, Form]], role: Role) -> SentenceView:
    text, tokens = "", []
    for word, tag, head, relation in rows:
        start = len(text)
        text += word + " "
        tokens.append(Token(start, start + len(word), word, word.lower().rstrip("s"), tag, head % len(rows), relation))
    mentions = []
    for first, length, kind, form in named:
        if first < len(tokens):
            last = min(first + length, len(tokens)) - 1
            start, end = tokens[first].start, tokens[last].end
            mentions.append(
                Mention(start=start, end=end, text=text[start:end], kind=kind, form=form, block=0, sentence=0)
            )
    mentions.sort(key=lambda m: (m.start, -m.end))
    chains = tuple(
        Chain(mentions=(i,), name=m.text, kind=m.kind, named=m.form == Form.NAME) for i, m in enumerate(mentions)
    )
    document = Document(id="t", text=text, blocks=(Block(role=role, start=0, end=len(text)),))
    sentence = Sentence(0, 0, len(text), tuple(tokens))
    return SentenceView(document, Analysis(sentences=(sentence,), mentions=tuple(mentions), chains=chains), 0)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=150, deadline=None)
@given(
    rows=st.lists(words, min_size=1, max_size=12),
    named=st.lists(spans, max_size=4),
    role=st.sampled_from([Role.PARAGRAPH, Role.HEADLINE, Role.CAPTION]),
)
def test_drafts_stay_inside_their_sentence(
    name: str, rows: list[tuple[str, str, int, str]], named: list[tuple[int, int, Kind, Form]], role: Role
) -> None:
    """No tree makes an extractor fail, claim what it does not own or point outside; twice gives the same."""
    extractor = import_module(f"reportedly.claims.extractors.{name}").EXTRACTOR
    view = _view(rows, named, role)
    drafts = list(extractor(view))
    assert drafts == list(extractor(view))
    for draft in drafts:
        assert draft.predicate in extractor.predicates
        assert 0 <= draft.trigger < len(view.tokens)
        assert draft.why
        assert draft.rule
        for filler in (draft.subject, draft.object, draft.place, *draft.subjects):
            assert filler is None or 0 <= filler.start < filler.end <= len(view.document.text)
