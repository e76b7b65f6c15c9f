"""Nicknames: a single word by which other reports call the person whom this report names in full elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from reportedly.entities.comparator import Answer
from reportedly.entities.ledger import Group
from reportedly.entities.name import NameKind
from reportedly.entities.names import compare_names
from reportedly.records.entity import Link, Tie

#: That a report means by a nickname the one who goes by it and whom it names in full.
_SCORE: Final = 0.9
_ALIKE: Final = 0.5
RULE: Final = "nickname"


def nickname(name: str, document: str, people: Iterable[Group]) -> str:
    """How another report calls a person by a word that is no part of the full name and is this one, or "".

    name, document: of a bare name and its report; people: the groups of the person.
    """
    for group in people:
        for spelling, reports in group.nicknames:
            if reports != (document,):
                verdict = compare_names(name, spelling, NameKind.PERSON)
                if verdict.verdict is Answer.SAME and verdict.score >= _ALIKE:
                    return spelling
    return ""


def nickname_link(group: str, person: str, name: str, known_as: str) -> Link:
    """The link of a bare name's group to a person's. name: of the person, in full."""
    left, right = sorted((group, person))
    why = f"The report names {name} in full, whom another report calls “{known_as}”."
    return Link(left=left, right=right, tie=Tie.SAME, score=_SCORE, rule=RULE, why=why)
