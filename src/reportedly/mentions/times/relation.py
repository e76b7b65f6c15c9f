"""What the words before an expression make of it: since, until, before, after, during, all through."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import Final

import msgspec

from reportedly.mentions.times.reading import Course
from reportedly.records.when import Extent
from reportedly.resources.lexicon import table, words

_DAY: Final = dt.timedelta(days=1)
_BETWEEN: Final = re.compile(
    r"\s*(?:to|through|until|till|and|or|thru|[-–—‑/])?,?\s*(?:the\s+|on\s+|in\s+)?\Z", re.IGNORECASE
)
_TO: Final = re.compile(r"\s*(?:to|through|until|till|thru|[-–—‑])\s*(?:the\s+)?\Z", re.IGNORECASE)
_AND: Final = re.compile(r"\s*and\s*(?:the\s+)?\Z", re.IGNORECASE)
_LONGEST: Final = 4  # words of a relation


class Frame(msgspec.Struct, frozen=True):
    """relation: as in `When`. throughout: what is told fills the interval. opener: the word right before."""

    relation: str
    throughout: bool
    opener: str = ""

    def bounds(
        self, first: dt.date | None, last: dt.date | None, course: Course
    ) -> tuple[dt.date | None, dt.date | None]:
        """The outer bounds of what is told, from those of the expression."""
        told = None if course.narrative else course.published
        try:
            if self.relation == "since":
                return first, told if told and first and told >= first else None
            if self.relation == "until":
                return None, last
            if self.relation == "before":
                return None, (last if self.opener in {"by", "than"} else first and first - _DAY)
            if self.relation == "after":
                return last and last + _DAY, None
        except OverflowError:
            return None, None
        return first, last

    def opens_range(self, between: str) -> Extent | None:
        """Whether this expression and the next one, with these words between, are two ends; and how they are filled."""
        if self.opener == "between" and _AND.match(between):
            return Extent.WITHIN
        if _TO.match(between) and (self.opener == "from" or between.strip() in {"-", "–", "—", "‑"}):
            return Extent.THROUGHOUT
        return None


def is_range(between: str) -> bool:
    """Whether words between two dates let the first take month and year from the second."""
    return len(between) <= 10 and bool(between.strip()) and bool(_BETWEEN.match(between))


@cache
def _relations() -> dict[str, str]:
    return {phrase: name for name, phrases in table("times")["relation"].items() for phrase in phrases}


def frame_of(before: str, expression: str) -> Frame:
    """The relation told by the last words before an expression (and by its own first ones: "since Monday")."""
    told = before[-40:].lower().replace("\n", " ").split()
    while told and told[-1] in {"the", "about", "around", "early", "late", "at", "least", "on", "in"} and len(told) > 1:
        if " ".join(told[-2:]) in _relations():
            break
        told.pop()
    opener = told[-1].strip("(,\"'“") if told else ""
    own = expression.lower().split()
    for length in range(min(_LONGEST, len(told)), 0, -1):
        phrase = " ".join(told[-length:]).strip("(,\"'“")
        if phrase in _relations():
            relation = _relations()[phrase]
            return Frame(relation, phrase in words("times", "throughout", "words"), opener)
        if phrase in words("times", "throughout", "words"):
            return Frame("during", True, opener)
    if own and own[0] in {"throughout", "over"}:
        return Frame("during", True, own[0])
    return Frame("in", False, opener)
