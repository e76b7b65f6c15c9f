"""What reading an expression takes and gives: where the text stands in time, and the value that was read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

import msgspec

from reportedly.mentions.times.grammar import Parts
from reportedly.text.calendars import add_months


class Anchor(msgspec.Struct, frozen=True):
    """What a reading was counted from. kind: publication, previous, explicit, named or none, as in `When`."""

    kind: str
    day: dt.date | None = None


EXPLICIT: Final = Anchor("explicit")
UNANCHORED: Final = Anchor("none")


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """The value of an expression. earliest, latest: only where the value alone does not say them (see `bounds`).

    problem: what is wrong with it, in words. moves: whether later expressions may be counted from this one.
    mod: START, MID or END of the value, or ABOUT.
    """

    timex: str = "DATE"
    value: str | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None
    anchor: Anchor = EXPLICIT
    moves: bool = True
    mod: str | None = None
    problem: str | None = None


class Course:
    """Where a text stands in time while it is read from start to end.

    published: the day that "today" is, or None. narrative: whether undated expressions are counted from the dates of
    the text. year, month, day: of the last date read; a year before Christ is negative. decade: that value where it
    was a decade. ahead: year and month of a date that the expression shares them with. tense: of the words around;
    goes_on: whether they tell what has lasted until now ("has held the town for"). in_sentence: whether `day` was read
    in this very sentence.
    """

    def __init__(self, published: dt.date | None, *, narrative: bool) -> None:
        self.published = published
        self.narrative = narrative
        self.year: int | None = None
        self.month: int | None = None
        self.day: dt.date | None = None
        self.decade: str | None = None
        self.ahead: tuple[int | None, int | None] = (None, None)
        self.tense: Callable[[], str | None] = lambda: None
        self.goes_on: Callable[[], bool] = lambda: False
        self.in_sentence = False

    @property
    def today(self) -> Anchor:
        """The anchor of what was counted from the day of publication."""
        return Anchor("publication", self.published) if self.published else UNANCHORED

    @property
    def previous(self) -> Anchor:
        """The anchor of what was counted from an earlier date of the text."""
        return Anchor("previous", self.day) if self.year is not None else UNANCHORED

    def move(self, value: str) -> None:
        """Takes a value as the date that the text now stands at: a day, a month, a year, a season, a decade."""
        sign = -1 if value.startswith("BC") else 1
        figures = value.removeprefix("BC")
        if not figures[:4].isdigit() or len(figures) < 4:
            self.decade = value if figures[:3].isdigit() else self.decade
            return
        self.year, rest = sign * int(figures[:4]), figures[5:]
        self.month, self.day = None, None
        if rest[:2].isdigit():
            self.month = int(rest[:2])
            if rest[3:5].isdigit() and sign > 0:
                self.day = dt.date(self.year, self.month, int(rest[3:5]))
        elif rest.startswith("W") and rest[1:3].isdigit() and sign > 0:
            self.day = dt.date.fromisocalendar(self.year, int(rest[1:3]), 1)
            self.month = self.day.month
        elif rest[:2] in _SEASON_MONTH:
            self.month = _SEASON_MONTH[rest[:2]]
        self.decade = None


_SEASON_MONTH: Final = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}

Reader = Callable[[Parts, Course], Reading | None]


def year_value(year: int) -> str:
    """A year as TIMEX3 writes it: "2016", "BC0490" for -490."""
    return f"BC{-year:04d}" if year < 0 else f"{year:04d}"


def month_value(year: int, month: int) -> str:
    """A month as TIMEX3 writes it."""
    return f"{year_value(year)}-{month:02d}"


def amount(parts: Parts) -> float | None:
    """The number of units that an expression tells; None where it is vague ("several") or missing."""
    words = parts.words
    parts = parts.before("unit", "units")
    if "couple" in words:
        return 2
    if parts.get("vague") or "dozens" in words:
        return None
    if "dozen" in words:
        return 12
    total: float | None = None
    if figure := parts.get("decimal"):
        total = float(figure) * (parts.number("hundreds") or 1)
    elif figure := parts.get("number", "day", "hour", "year2", "anyyear", "year"):
        total = float(figure.replace(",", "")) * (parts.number("hundreds") or 1)
    else:
        tens, ones = parts.number("tens"), parts.number("count")
        if tens is not None or ones is not None:
            total = float((tens or 0) + (ones or 0 if tens is None or ones is None or ones < 10 else 0))
        if hundreds := parts.number("hundreds"):
            total = (total or 1) * hundreds
    if "half" in words and total is not None and "and" in words:
        total = (parts.number("tens") or 0) + (parts.number("count") or 0) + 0.5 if parts.get("count") else total + 0.5
    elif "half" in words:
        total = 1.5 if "and" in words else 0.5
    return total


def unit_of(parts: Parts) -> str | None:
    """The letters of the unit of an expression: D, W, M, Y, TH…"""
    return "WE" if parts.has("weekend") else parts.value("units") or parts.value("unit")


_HALVES: Final[Mapping[str, tuple[str, float]]] = MappingProxyType(
    {"TH": ("TM", 30), "D": ("TH", 12), "Y": ("M", 6), "CE": ("Y", 50)}
)


def duration_value(count: float | None, unit: str) -> str:
    """A TIMEX3 duration: "P3D", "PT30M", "PXW" for an untold number, "P2.5Y"."""
    if unit == "DE" and count is not None:
        unit, count = "Y", count * 10
    if count == 0.5:
        unit, count = _HALVES.get(unit, (unit, count))
    told = "X" if count is None else f"{count:g}" if count != int(count) else str(int(count))
    return f"PT{told}{unit[1]}" if unit.startswith("T") else f"P{told}{unit}"


def month_after(year: int, month: int, count: int) -> str:
    """The value of a month so many months away."""
    return month_value(*add_months(year, month, count))
