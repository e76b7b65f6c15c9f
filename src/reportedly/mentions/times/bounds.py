"""The days that bound a TIMEX3 value."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Final

from reportedly.text.calendars import last_day

Bounds = tuple[dt.date, dt.date]

_WEEK: Final = re.compile(r"(\d{4})-W(\d\d)(?:-(WE|\d))?$")
_PARTS: Final = {
    # a season in its widest reading, meteorological or astronomical; winter may be that of either end of the year
    "SP": ((0, 3, 1), (0, 6, 21)),
    "SU": ((0, 6, 1), (0, 9, 23)),
    "FA": ((0, 9, 1), (0, 12, 21)),
    "WI": ((-1, 12, 1), (1, 3, 20)),
    "Q1": ((0, 1, 1), (0, 3, 31)),
    "Q2": ((0, 4, 1), (0, 6, 30)),
    "Q3": ((0, 7, 1), (0, 9, 30)),
    "Q4": ((0, 10, 1), (0, 12, 31)),
    "H1": ((0, 1, 1), (0, 6, 30)),
    "H2": ((0, 7, 1), (0, 12, 31)),
}


@lru_cache(maxsize=4096)
def bounds_of(value: str) -> Bounds | None:
    """First and last day of a value; None for what names no days of the calendar (durations, sets, years BC)."""
    if "/" in value:
        first, _, last = value.partition("/")
        return dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    if found := _WEEK.match(value):
        return _week(int(found[1]), int(found[2]), found[3])
    if value.startswith("FY"):
        year = int(value[2:])
        return dt.date(year - 1, 4, 1), dt.date(year + 1, 3, 31)
    figures = value.split("T")[0].replace("-XX", "")
    pieces = figures.split("-")
    if not all(p.isdigit() for p in pieces[:1]):
        return None
    if len(pieces) == 1:
        return _years(figures)
    year = int(pieces[0])
    if pieces[1] in _PARTS:
        (a, month, day), (b, to_month, to_day) = _PARTS[pieces[1]]
        return dt.date(year + a, month, day), dt.date(year + b, to_month, to_day)
    if not pieces[1].isdigit():
        return None
    month = int(pieces[1])
    if len(pieces) == 2:
        return dt.date(year, month, 1), dt.date(year, month, last_day(year, month))
    only = dt.date(year, month, int(pieces[2]))
    return only, only


def _years(figures: str) -> Bounds | None:
    missing = 4 - len(figures)
    if not 0 <= missing <= 2 or int(figures + "0" * missing) < 1 or int(figures + "9" * missing) > 9000:
        return None
    return dt.date(int(figures + "0" * missing), 1, 1), dt.date(int(figures + "9" * missing), 12, 31)


def _week(year: int, week: int, rest: str | None) -> Bounds | None:
    try:
        monday = dt.date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    if rest is None:
        return monday, monday + dt.timedelta(days=6)
    if rest == "WE":
        return monday + dt.timedelta(days=5), monday + dt.timedelta(days=6)
    day = monday + dt.timedelta(days=int(rest) - 1)
    return day, day


def narrowed(bounds: Bounds, mod: str | None) -> Bounds:
    """What "early", "mid" or "late" leaves of an interval, a generous half; "about" widens it by its own length."""
    first, last = bounds
    length = (last - first).days
    if mod == "ABOUT":
        more = dt.timedelta(days=length + 1)
        return (first - more, last + more) if first.year > 1 and last.year < 9000 else bounds
    if mod is None or length < 6:
        return bounds
    if mod == "START":
        return first, first + dt.timedelta(days=length // 2)
    if mod == "END":
        return first + dt.timedelta(days=length - length // 2), last
    return first + dt.timedelta(days=length // 4), last - dt.timedelta(days=length // 4)
