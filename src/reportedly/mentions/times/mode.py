"""What a text counts its undated expressions from: the day of publication, a date line, or its own dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from types import MappingProxyType
from typing import Final

from reportedly.mentions.times.grammar import Parts
from reportedly.mentions.times.search import Candidates, Line

_DEICTIC: Final = frozenset({"deictic", "tonight", "weekday", "shifted", "ago"})
#: What a date with a year counts. Bare years are common in the background of news, days and months of long ago are not.
_DATED: Final = MappingProxyType({"day": 1.0, "month": 1.0, "bare day": 1.0, "before christ": 1.0, "year": 0.34})
_LEAST_DATES: Final = 5  # fewer dates make no history
_OLD: Final = 2  # years before publication from which a date counts as history


def tells_history(found: Iterable[Candidates], published: dt.date | None) -> bool:
    """Whether a text runs along its own dates: no known day, or many dates of the past and few words like "today"."""
    if published is None:
        return True
    old, recent, deictic = 0.0, 0.0, 0
    for candidates in found:
        parts = candidates.found[0]
        if not isinstance(parts, Parts):
            continue
        if parts.rule.read in _DEICTIC:
            deictic += 1
        elif parts.rule.read in _DATED and (figure := parts.get("year", "anyyear")):
            weight = 1.0 if parts.get("bc") else _DATED[parts.rule.read]
            old += weight * (int(figure) <= published.year - _OLD)
            recent += weight * (int(figure) > published.year - _OLD)
    return old >= _LEAST_DATES and old > 2 * recent and old > 2 * deictic


def dateline(text: str, lines: Sequence[Line], found: Iterable[Candidates]) -> dt.date | None:
    """The day of a line near the top that holds nothing but a full date."""
    for candidates in found:
        if candidates.line > 4:
            return None
        line, parts = lines[candidates.line], candidates.found[0]
        if (
            not isinstance(parts, Parts)
            or text[line.start : line.end].strip(" .") != text[candidates.start : candidates.end]
        ):
            continue
        year, day, month = parts.get("year"), parts.get("day", "dayth"), parts.number("month")
        if parts.rule.read == "day" and year and day and month:
            try:
                return dt.date(int(year), month, int(day.rstrip("stndrh")))
            except ValueError:
                return None
    return None
