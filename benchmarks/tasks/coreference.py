"""Coreference: chains of a plain text, in the span conventions of the gold sets (whole noun phrases, with articles)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from benchmarks.inputs import document_of
from benchmarks.lines import Line
from reportedly.mentions.analyse import read_discourse
from reportedly.mentions.candidate import Line as Words
from reportedly.mentions.discourse import Discourse
from reportedly.mentions.lexicon import load_lexicon
from reportedly.mentions.ranker import load_ranker
from reportedly.mentions.sentences import read_sentences
from reportedly.records.mention import Form
from reportedly.resources.engine import Engine, load_engine

#: Ids of GAP's lines.
_GAP = re.compile(r"(development|validation|test)-\d+$")
#: Tags of words with which no noun phrase begins.
_NO_OPENING = frozenset({"IN", "TO", "CC", "WDT", "VBZ", "VBD", "VBP", "MD", "RP"})


def predict(lines: Iterable[Line], engine: Engine | None = None) -> Iterator[Line]:
    """One prediction {id, chains: [[{start, end}, …], …]} for each line {id, text}; single mentions are left out."""
    engine = engine or load_engine()
    for line in lines:
        discourse = _read(line, engine)
        spans_of = _names if _GAP.match(str(line["id"])) else _phrases
        chains = []
        for members in discourse.joins.sets():
            spans = sorted(set(spans_of(discourse, members)))
            if len(spans) > 1:
                chains.append([{"start": start, "end": end} for start, end in spans])
        yield {"id": line["id"], "chains": chains}


def _read(line: Line, engine: Engine) -> Discourse:
    document = document_of(line)
    sentences, tagged = read_sentences(document, engine)
    return read_discourse(document, sentences, tagged, load_lexicon(), load_ranker())


def _names(discourse: Discourse, members: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Names and pronouns as GAP marks them: a description would stand over the names inside it."""
    for i in members:
        m = discourse.mentions[i]
        if m.form in {Form.NAME, Form.PRONOUN}:
            yield discourse.lines[m.line].characters(m.first, m.last)


def _phrases(discourse: Discourse, members: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Whole noun phrases as GUM marks them, which marks no adjectives of nationality."""
    for i in members:
        if discourse.mentions[i].form != Form.ADJECTIVE:
            yield _span(discourse, i)


def _span(discourse: Discourse, i: int) -> tuple[int, int]:
    """A candidate's noun phrase as the gold sets mark it: all that hangs on its head, a possessive ending too."""
    m = discourse.mentions[i]
    line = discourse.lines[m.line]
    if m.form not in {Form.NAME, Form.NOMINAL}:
        return line.characters(m.first, m.last)
    below = _below(line, m.head)
    first, last = m.first, m.last
    while first - 1 in below:
        first -= 1
    while last + 1 in below:
        last += 1
    while last > m.last and line.words[last] in {",", ".", "-", ";", ":", "(", '"'}:
        last -= 1
    while first < m.first and (line.tags[first] in _NO_OPENING or not line.words[first][0].isalnum()):
        first += 1
    if last + 1 < len(line) and line.tags[last + 1] == "POS":
        last += 1
    return line.characters(first, last)


def _below(line: Words, head: int) -> set[int]:
    """The tokens of a phrase, without what is only joined to it by "and"."""
    found, todo = set(), [head]
    while todo:
        i = todo.pop()
        found.add(i)
        todo += [
            c
            for c in line.children[i]
            if not (i == head and line.tokens[c].relation in {"conj", "cc", "preconj"})
            or line.tags[c] in {"-LRB-", "HYPH"}
        ]
    return found
