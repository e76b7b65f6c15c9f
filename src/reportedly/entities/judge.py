"""Judging two clusters of members: what their names say and what stands around them, as one tie with its reasons."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

import msgspec

from reportedly.entities.around import Around, signs
from reportedly.entities.comparator import Answer, NameVerdict
from reportedly.entities.name import NameKind
from reportedly.records.entity import Tie

#: From this probability two clusters are joined; from the lower one a person is asked.
JOINED: Final = 0.85
ASKED: Final = 0.5
#: What the text says outright ("also known as").
_SAID: Final = 0.97
#: Shared context, in log odds, without which people and groups of unlike spelling are not joined.
_SHARED: Final = 0.5
#: A place's name this sure needs no context.
_NAME_ENOUGH: Final = 0.94
#: A person's name of three words that differs in spelling only needs none either, if it is this sure.
_SPELLING_ENOUGH: Final = 0.95
#: What the names must say by themselves, whatever stands around them: to be joined, and to ask a person.
_NAME_LEAST: Final = {NameKind.PERSON: 0.5, NameKind.GROUP: 0.6, NameKind.PLACE: 0.8}
_NAME_ASKED: Final = 0.4
_BARRED: Final = 0.02
#: Rules of places whose names differ by a head, a side, or a word beside another spelling (Chiang Mai Airport, Changi
#: Airport): only the map tells that Khirbat X is X.
_OTHER_PLACE: Final = frozenset({"head", "more", "part"})
#: The rule of places of which one has but its kind beside the other's name: the map may join them, and people.
_APPOSED: Final = "apposed"


class Judgement(msgspec.Struct, frozen=True):
    """What two clusters are to one another. score: probability that they are one; barred: they must not be joined."""

    tie: Tie
    score: float
    rule: str
    why: str
    barred: bool = False


class Surroundings(msgspec.Struct, frozen=True):
    """What context is weighed with: in how many documents each meaning stands, of how many; how names are written."""

    spread: Mapping[int, int]
    documents: int
    written: Mapping[str | int, str]


def told_one(left: Around, right: Around) -> bool:
    """Whether a report says that two clusters are one under two names."""
    return bool(left.known_as & right.members or right.known_as & left.members)


def barrier(left: Around, right: Around) -> Judgement | None:
    """Why two clusters can never be one by the text's own words, or None."""
    if told_one(left, right):
        return None
    if left.kin & right.members or right.kin & left.members:
        return Judgement(Tie.RELATED, _BARRED, "kin", "A report says that they are kin.", barred=True)
    if left.beside & right.members or right.beside & left.members:
        return Judgement(Tie.DIFFERENT, _BARRED, "one sentence", "One sentence names both.", barred=True)
    if left.gazetteer and right.gazetteer and not left.gazetteer & right.gazetteer:
        return Judgement(Tie.DIFFERENT, _BARRED, "two places", "They lie in two places on the map.", barred=True)
    return None


def hopeless(names: NameVerdict) -> bool:
    """Whether names keep two clusters apart whatever stands around them, unless a report or the map has them as one.

    A place and its kind (Gezira, Gezira state) are left open: neither joined nor kept apart.
    """
    return names.verdict is not Answer.SAME and names.rule not in {"alias", _APPOSED}


def judge(
    left: Around, right: Around, names: NameVerdict, kind: NameKind, surroundings: Surroundings, *, bare: bool = False
) -> Judgement:
    """How two clusters compare. names: what their names say; bare: one of them is a person's single word."""
    known = names.rule == "alias" and names.verdict is Answer.SAME and kind is not NameKind.PERSON
    barred = None if known else barrier(left, right)  # "ISIL, called Daesh by its enemies" names one body twice
    if barred is not None:
        return barred
    if told_one(left, right):
        return Judgement(Tie.SAME, _SAID, "also known as", "A report says that these are two names of one.")
    # One report has a short form beside a place's full name, but hardly two names that are not alike.
    short_form = kind is NameKind.PLACE and names.verdict is Answer.SAME and names.score >= _NAME_ENOUGH
    found = signs(left, right, surroundings.spread, surroundings.documents, surroundings.written, apart=not short_form)
    score = probability(names.score, found.weight)
    why = " ".join([names.sentence, *(f"{reason[:1].upper()}{reason[1:]}." for reason in found.reasons)])
    if names.rule == "alias":
        tie = {Answer.SAME: Tie.SAME, Answer.RELATED: Tie.RELATED, Answer.DIFFERENT: Tie.DIFFERENT}[names.verdict]
        return Judgement(tie, names.score, "known alias", why, barred=tie is not Tie.SAME)
    related = names.verdict is Answer.RELATED and names.rule != _APPOSED
    if left.gazetteer & right.gazetteer and not related:
        return Judgement(Tie.SAME, max(score, _SAID), "one place", f"{names.sentence} The map has them as one place.")
    if related or names.rule in _OTHER_PLACE:
        return Judgement(Tie.RELATED, min(score, ASKED - 0.01), names.rule, why, barred=True)
    enough = (
        found.shared >= _SHARED
        or (kind is NameKind.PLACE and names.score >= _NAME_ENOUGH)
        or (names.rule == "spelling" and names.score >= _SPELLING_ENOUGH)
    )
    alike = names.verdict is Answer.SAME and names.rule != "kin"  # brothers share patronym, family and company
    if score >= JOINED and enough and alike and (bare or names.score >= _NAME_LEAST[kind]):
        return Judgement(Tie.SAME, score, "names and context" if found.shared else "names", why)
    if score >= ASKED and names.score >= _NAME_ASKED:
        return Judgement(Tie.UNSURE, score, "not enough", why)
    return Judgement(Tie.DIFFERENT, score, names.rule, why, barred=names.verdict is Answer.DIFFERENT and not bare)


def probability(before: float, weight: float) -> float:
    """A probability after evidence of so much weight, in log odds."""
    bounded = min(max(before, 0.001), 0.999)
    return round(1 / (1 + math.exp(-math.log(bounded / (1 - bounded)) - weight)), 4)
