"""When: an expression of time, what it means, and what that was counted from."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

import msgspec


class Extent(StrEnum):
    """Whether something held some time within an interval or all through it."""

    WITHIN = "within"  # EDTF [a..b]
    THROUGHOUT = "throughout"  # EDTF a/b


class When(msgspec.Struct, frozen=True, kw_only=True):
    """An expression of time.

    start, end: characters in the document; text: the words. timex: TIMEX3 type (DATE, TIME, DURATION, SET).
    value: TIMEX3 value; None, or one with X for what is not known ("XXXX-WXX"), while unanchored. earliest, latest: ISO
    days that bound what is told, by the widest reading ("last week": any of the 13 days before); None = open or
    unknown, as for years before Christ. relation: in, before, after, since, until, during. anchor: publication,
    previous, explicit, named, none; anchor_date: the day it was counted from. rule: the rule that read it. problem:
    what is wrong with it, in words (no such day; told as past but later than publication).
    """

    start: int
    end: int
    text: str
    timex: str = "DATE"
    value: str | None = None
    earliest: str | None = None
    latest: str | None = None
    extent: Extent = Extent.WITHIN
    relation: str = "in"
    anchor: str = "none"
    anchor_date: str | None = None
    rule: str = ""
    problem: str | None = None


_MONTH: Final = re.compile(r"\d{4}-\d{2}$")
_YEARS: Final = re.compile(r"\d{2,4}$")


def edtf(when: When) -> str | None:
    """An expression in the Extended Date/Time Format (ISO 8601-2), level 2; None where no day bounds it.

    A day, month, year, decade or century that is all that is told stays one ("2016-05", "198X"). Otherwise some time
    within an interval is "[2016-05-16..2016-05-22]" and all of it "2014-01-01/2016-05-24"; an open end is "..".
    """
    first, last = when.earliest, when.latest
    if first is None and last is None:
        return None
    if first == last:
        return first
    if when.extent == Extent.THROUGHOUT:
        return f"{first or '..'}/{last or '..'}"
    if first is not None and last is not None and when.value is not None and _is_whole(when.value, first, last):
        return when.value + "X" * (4 - len(when.value)) if _YEARS.match(when.value) else when.value
    return f"[{first or ''}..{last or ''}]"


def _is_whole(value: str, first: str, last: str) -> bool:
    """Whether an interval is just the month or the years that a value names."""
    if _MONTH.match(value):
        return first == f"{value}-01" and last[:7] == value and last[8:] in {"28", "29", "30", "31"}
    if not _YEARS.match(value):
        return False
    missing = 4 - len(value)
    return first == f"{value}{'0' * missing}-01-01" and last == f"{value}{'9' * missing}-12-31"
