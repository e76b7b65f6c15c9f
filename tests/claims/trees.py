"""Made-up parses, however wrong, with mentions and times: what the fuzz tests of the claims stage draw from."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from reportedly.records.document import Block, Document, Role
from reportedly.records.mention import Analysis, Chain, Form, Kind, Mention
from reportedly.records.span import Sentence, Token
from reportedly.records.when import When

TAGS = (
    "NN", "NNS", "NNP", "VBD", "VBN", "VBG", "VB", "VBZ", "IN", "CD", "DT", "PRP", "CC", "TO", "RB", "MD", ",", "WDT",
    ":", "PRP$", "JJ", "POS",
)  # fmt: skip
RELATIONS = (
    "ROOT", "nsubj", "nsubjpass", "dobj", "pobj", "prep", "conj", "cc", "xcomp", "ccomp", "advcl", "acl", "relcl",
    "agent", "amod", "compound", "poss", "appos", "aux", "auxpass", "pcomp", "advmod", "attr", "parataxis", "mark",
    "neg", "punct", "npadvmod", "dative", "dep", "nmod", "nummod", "oprd", "acomp", "csubj", "det", "prt",
)  # fmt: skip
#: Word, tag, head (modulo the number of words) and relation.
Row = tuple[str, str, int, str]
#: First word, number of words, kind and form of a mention.
Named = tuple[int, int, Kind, Form]
Tree = tuple[list[Row], list[Named]]


def trees(words: Sequence[str], longest: int = 14) -> st.SearchStrategy[Tree]:
    """One sentence of these words with any tree over it and any mentions in it."""
    places = st.integers(0, longest - 1)
    row = st.tuples(st.sampled_from(words), st.sampled_from(TAGS), places, st.sampled_from(RELATIONS))
    mention = st.tuples(places, st.integers(1, 3), st.sampled_from(list(Kind)), st.sampled_from(list(Form)))
    return st.tuples(st.lists(row, min_size=1, max_size=longest), st.lists(mention, max_size=4))


def made(sentences: Sequence[Tree], role: Role) -> tuple[Document, Analysis]:
    """A document of one block with these trees and mentions; the first word of each sentence is a time as well."""
    text = ""
    read: list[Sentence] = []
    mentions: list[Mention] = []
    times: list[When] = []
    for number, (rows, named) in enumerate(sentences):
        begin, tokens = len(text), []
        for word, tag, head, relation in rows:
            start = len(text)
            text += word + " "
            tokens.append(Token(start, start + len(word), word, _lemma(word), tag, head % len(rows), relation))
        read.append(Sentence(0, begin, tokens[-1].end, tuple(tokens)))
        times.append(When(start=begin, end=tokens[0].end, text=tokens[0].text))
        for first, length, kind, form in named:
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
    return document, Analysis(sentences=tuple(read), mentions=tuple(mentions), chains=chains, times=tuple(times))


def _lemma(word: str) -> str:
    low = word.lower()
    return low[:-1] if len(low) > 3 and low.endswith("s") else low
