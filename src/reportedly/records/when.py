"""When: an expression of time, what it means, and what that was counted from."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Extent(StrEnum):
    """Whether something held some time within an interval or all through it."""

    WITHIN = "within"  # EDTF [a..b]
    THROUGHOUT = "throughout"  # EDTF a/b


class When(msgspec.Struct, frozen=True, kw_only=True):
    """An expression of time.

    start, end: characters in the document; text: the words. timex: TIMEX3 type (DATE, TIME, DURATION, SET).
    value: TIMEX3 value, None while unanchored. earliest, latest: ISO days that bound it, None = open or unknown.
    relation: in, before, after, since, until, during. anchor: publication, previous, explicit, named, none;
    anchor_date: the day it was counted from. former: the words say that it is over ("former", "then").
    rule: the rule that read it.
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
