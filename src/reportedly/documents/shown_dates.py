"""Dates as pages show them to readers: "12 June 2018", "June 12, 2018", "12.6.2018", in many languages."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from reportedly.resources import lexicon

EARLIEST = dt.date(1990, 1, 1)
_ISO = re.compile(r"(?<!\d)((?:19|20)\d{2})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)")
_NUMERIC = re.compile(r"(?<![\d.])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?((?:19|20)\d{2})(?!\d)")


@cache
def _named() -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = sorted(lexicon.mapping("months"), key=len, reverse=True)
    month = r"\b(" + "|".join(map(re.escape, names)) + r")\b\.?"
    year = r"((?:19|20)\d{2})(?!\d)"
    day = r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª|°)?"
    return (
        re.compile(rf"{day}\.?\s*(?:of|de|d')?\s*-?{month}\s*(?:de|del|of|-)?,?\s*{year}", re.I),
        re.compile(rf"{month}\s*{day},?\s*(?:de|,)?\s*{year}", re.I),
    )


def shown_day(words: str) -> str | None:
    """The ISO day of the first full date in words; None where there is none, or where day and month may be swapped."""
    found = [(match.start(), day) for match, day in _candidates(words) if day is not None]
    return min(found)[1] if found else None


def _candidates(words: str) -> list[tuple[re.Match[str], str | None]]:
    words = words[:400]
    found: list[tuple[re.Match[str], str | None]] = []
    months = lexicon.mapping("months")
    day_first, month_first = _named()
    for match in day_first.finditer(words):
        day, month, year = match.groups()
        found.append((match, iso_day(year, months[month.casefold()], day)))
    for match in month_first.finditer(words):
        month, day, year = match.groups()
        found.append((match, iso_day(year, months[month.casefold()], day)))
    for match in _ISO.finditer(words):
        found.append((match, iso_day(*match.groups())))
    for match in _NUMERIC.finditer(words):
        first, mark, second, year = match.groups()
        if int(first) > 12 or mark == "." or first == second:
            found.append((match, iso_day(year, second, first)))
        elif int(second) > 12:
            found.append((match, iso_day(year, first, second)))
    return found


def iso_day(year: str, month: str, day: str) -> str | None:
    """YYYY-MM-DD of a day that exists and is not before 1990, else None."""
    try:
        found = dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found.isoformat() if found >= EARLIEST else None
