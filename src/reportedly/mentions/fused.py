"""Descriptions without a noun: "the wounded", "the three were shot", "another said"."""

from __future__ import annotations

from reportedly.mentions.candidate import Candidate, Line
from reportedly.records.mention import Form, Kind
from reportedly.resources.lexicon import words

_STATES = words("nouns", "fused", "states")
_NUMBERS = words("nouns", "fused", "numbers")
_OTHERS = words("nouns", "fused", "others")
_ORDINALS = words("nouns", "fused", "ordinals")
_DEFINITE = frozenset({"the", "these", "those", "all"})
_PERSONS_DO = (
    words("mentions", "saying")
    | words("mentions", "person_verbs")
    | words("mentions", "fighting")
    | words("mentions", "hurting")
    | words("mentions", "done_to_persons")
)


def find_fused(line: Line, taken: set[int]) -> list[Candidate]:
    """People told by their state, their number, or as others of whom the report spoke, of one sentence.

    taken: the tokens of its names.
    """
    found = []
    for i, low in enumerate(line.lows):
        if i in taken or _goes_on(line, i):
            continue
        before = line.lows[i - 1] if i > 0 else ""
        if low in _STATES and before in _DEFINITE:
            found.append(_candidate(line, i - 1, i, Kind.POPULATION, plural=True))
        elif low in _STATES and i > 1 and line.tags[i - 1] in {"RB", "CD"} and line.lows[i - 2] in _DEFINITE:
            found.append(_candidate(line, i - 2, i, Kind.POPULATION, plural=True))
        elif low in _NUMBERS and before in _DEFINITE and _does_what_persons_do(line, i):
            found.append(_candidate(line, i - 1, i, Kind.POPULATION, plural=True))
        elif low in _ORDINALS and before == "a" and _does_what_persons_do(line, i):
            found.append(_candidate(line, i - 1, i, Kind.PERSON, plural=False))
        elif low in _OTHERS and _does_what_persons_do(line, i):
            found.append(_candidate(line, i, i, Kind.PERSON, plural=False))
    return found


def _goes_on(line: Line, i: int) -> bool:
    """Whether a noun is yet to come, or an of-phrase says what is counted."""
    after = i + 1
    if after >= len(line):
        return False
    joined = line.words[after] == "-" and not line.gap(i)
    return joined or line.lows[after] == "of" or line.tags[after][:1] in {"N", "J", "C", "$"}


def _does_what_persons_do(line: Line, i: int) -> bool:
    token = line.tokens[i]
    governor = line.tokens[token.head]
    return token.relation in {"nsubj", "nsubjpass"} and governor.lemma in _PERSONS_DO


def _candidate(line: Line, first: int, last: int, kind: Kind, *, plural: bool) -> Candidate:
    return Candidate(
        line=line.index, first=first, last=last, head=last, form=Form.NOMINAL, kind=kind, plural=plural,
        why="people without a noun",
    )  # fmt: skip
