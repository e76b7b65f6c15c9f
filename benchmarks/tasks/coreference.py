"""Coreference: chains of a plain text, in the span conventions of the gold sets (whole noun phrases, with articles)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set

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
#: Tags of heads of names that are no nouns.
_NO_NOUNS = frozenset({"JJ", "UH"})
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
    """Whole noun phrases as GUM marks them: no adjectives ("Spanish", but "UK") and no predicates.

    Nor what grammar alone makes one with another member (appositions, names before their noun): the whole phrase stands
    for both.
    """
    heads = {(discourse.mentions[i].line, discourse.mentions[i].head) for i in members}
    for i in members:
        if _is_noun_phrase(discourse, i) and not _is_told_of(discourse, i, heads):
            yield _span(discourse, i)


def _is_noun_phrase(discourse: Discourse, i: int) -> bool:
    """Whether a mention is a noun or pronoun by its tag and no predicate."""
    m = discourse.mentions[i]
    token = discourse.lines[m.line].tokens[m.head]
    if m.form == Form.PRONOUN:
        return True
    if m.form == Form.ADJECTIVE and not token.tag.startswith("NNP"):
        return False
    return token.tag not in _NO_NOUNS and token.relation not in {"attr", "oprd"}


def _is_told_of(discourse: Discourse, i: int, heads: Set[tuple[int, int]]) -> bool:
    """Whether a mention is the apposition of one of these heads, or a name before it."""
    m = discourse.mentions[i]
    token = discourse.lines[m.line].tokens[m.head]
    return token.relation in {"appos", "compound", "nmod"} and (m.line, token.head) in heads - {(m.line, m.head)}


def _span(discourse: Discourse, i: int) -> tuple[int, int]:
    """A candidate's noun phrase as the gold sets mark it: all that hangs on its head, a possessive ending too.

    Of a name without brackets and without phrases of place or the like, which the tree seldom attaches rightly.
    """
    m = discourse.mentions[i]
    line = discourse.lines[m.line]
    if m.form not in {Form.NAME, Form.NOMINAL}:
        return line.characters(m.first, m.last)
    below = _below(line, m.head, bare=m.form == Form.NAME)
    stops = {":", ";", "(", "["} if m.form == Form.NAME else {":", ";"}
    first, last = m.first, m.last
    while first - 1 in below:
        first -= 1
    while last + 1 in below and line.words[last + 1] not in stops:
        last += 1
    while last > m.last and line.words[last] in {",", ".", "-", "(", '"', "?", "!"}:
        last -= 1
    while first < m.first and (line.tags[first] in _NO_OPENING or not line.words[first][0].isalnum()):
        first += 1
    if last + 1 < len(line) and line.tags[last + 1] == "POS":
        last += 1
    return line.characters(first, last)


def _below(line: Words, head: int, *, bare: bool) -> set[int]:
    """The tokens of a phrase, without what is only joined to it by "and"; bare: without prepositions but "of"."""
    found, todo = set(), [head]
    while todo:
        i = todo.pop()
        found.add(i)
        todo += [
            c
            for c in line.children[i]
            if i != head or line.tags[c] in {"-LRB-", "HYPH"} or not _is_apart(line, head, c, bare=bare)
        ]
    return found


def _is_apart(line: Words, head: int, c: int, *, bare: bool) -> bool:
    relation = line.tokens[c].relation
    loose = bare and c > head and relation == "prep" and line.lows[c] != "of"
    return loose or relation in {"conj", "cc", "preconj"}
