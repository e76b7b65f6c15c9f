"""The stage keeps its promises on any text, and on any tree that a parser may answer, however wrong."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.claims.claiming import claims_of

from reportedly.claims.finish import extract_claims
from reportedly.records.claim import Claim
from reportedly.records.document import Block, Document, Role
from reportedly.records.mention import Analysis, Chain, Form, Kind, Mention
from reportedly.records.span import Sentence, Token
from reportedly.records.when import When
from reportedly.records.wire import to_line
from reportedly.text.json_lines import dumps

WORDS = [
    "rebels",
    "killed",
    "12",
    "people",
    "in",
    "near",
    "Ruda",
    "the",
    "army",
    "said",
    "that",
    "according",
    "to",
    "officials",
    "“",
    "”",
    '"',
    ":",
    ",",
    ".",
    "?",
    "told",
    "Post",
    "denied",
    "it",
    "he",
    "Varek",
    "met",
    "with",
    "and",
    "Orev",
    "may",
    "will",
    "not",
    "if",
    "would",
    "reportedly",
    "alleged",
    "reports",
    "of",
    "claim",
    "was",
    "seen",
    "accused",
    "picture",
    "posted",
    "Monday",
    "no",
    "attack",
    "on",
    "by",
    "who",
    "they",
    "statement",
    "believed",
    "is",
]
TAGS = (
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
    "CC",
    "TO",
    "RB",
    "MD",
    ",",
    "WDT",
    ":",
)
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
    "appos",
    "aux",
    "auxpass",
    "pcomp",
    "advmod",
    "attr",
    "parataxis",
    "mark",
    "neg",
    "punct",
    "npadvmod",
    "dative",
    "dep",
]
LENGTH = 14

rows = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from(TAGS), st.integers(0, LENGTH - 1), st.sampled_from(RELATIONS)),
    min_size=1,
    max_size=LENGTH,
)
named = st.lists(
    st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 3), st.sampled_from(list(Kind)), st.sampled_from(list(Form))),
    max_size=4,
)
Row = tuple[str, str, int, str]
Named = tuple[int, int, Kind, Form]


def _made(sentences: list[tuple[list[Row], list[Named]]], role: Role) -> tuple[Document, Analysis]:
    """A document of one block with these trees and mentions; the first two words of each sentence are a time."""
    text = ""
    made: list[Sentence] = []
    mentions: list[Mention] = []
    times: list[When] = []
    for number, (words, names) in enumerate(sentences):
        begin, tokens = len(text), []
        for word, tag, head, relation in words:
            start = len(text)
            text += word + " "
            tokens.append(Token(start, start + len(word), word, word.lower(), tag, head % len(words), relation))
        made.append(Sentence(0, begin, tokens[-1].end, tuple(tokens)))
        times.append(When(start=begin, end=tokens[0].end, text=tokens[0].text))
        for first, length, kind, form in names:
            if first < len(tokens):
                start, end = tokens[first].start, tokens[min(first + length, len(tokens)) - 1].end
                mentions.append(
                    Mention(start=start, end=end, text=text[start:end], kind=kind, form=form, block=0, sentence=number)
                )
    mentions.sort(key=lambda m: (m.start, -m.end))
    chains = tuple(
        Chain(mentions=(i,), name=m.text, kind=m.kind, named=m.form == Form.NAME) for i, m in enumerate(mentions)
    )
    document = Document(id="t", text=text, blocks=(Block(role=role, start=0, end=len(text)),))
    return document, Analysis(sentences=tuple(made), mentions=tuple(mentions), chains=chains, times=tuple(times))


def _check(document: Document, claims: tuple[Claim, ...]) -> None:
    size = len(document.text)
    assert len({claim.id for claim in claims}) == len(claims)
    for claim in claims:
        for evidence in claim.evidence:
            assert evidence.quote
            assert document.text[evidence.start : evidence.end] == evidence.quote
        spans = [claim.subject, claim.object, claim.place, claim.time, *claim.subjects, *claim.attributed_to]
        for span in spans:
            assert span is None or 0 <= span.start < span.end <= size
        assert 0 < claim.confidence < 1
        assert claim.why
        dumps(to_line(claim, document))


@settings(max_examples=400, deadline=None)
@given(
    sentences=st.lists(st.tuples(rows, named), min_size=1, max_size=3),
    role=st.sampled_from([Role.PARAGRAPH, Role.HEADLINE, Role.CAPTION, Role.QUOTE]),
)
def test_no_tree_breaks_the_stage(sentences: list[tuple[list[Row], list[Named]]], role: Role) -> None:
    """No extractor fails, every offset holds, ids are unique, and the same input gives the same claims."""
    document, analysis = _made(sentences, role)
    claims, problems = extract_claims(document, analysis)
    assert problems == ()
    assert extract_claims(document, analysis) == (claims, problems)
    _check(document, claims)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25))
def test_no_words_break_the_stage(words: list[str]) -> None:
    """Any string of words goes through the engine and the stage."""
    claims_of(" ".join(words))


@pytest.mark.parametrize("text", ["", "“", "” said", ":", "said", "X said:", "“A,” said", "According to", "?"])
def test_stumps_are_no_problem(text: str) -> None:
    """Quotation marks, colons and verbs of saying with nothing around them."""
    if text:
        assert claims_of(text) == ()
