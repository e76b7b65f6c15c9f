"""Periods and feasts that have names: wars behind "during" and the like, Ramadan, Nowruz, Christmas."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import msgspec

from reportedly.mentions.times.names import Name, names_by_first
from reportedly.mentions.times.reading import EXPLICIT, UNANCHORED, Anchor, Course, Reading
from reportedly.resources.lexicon import table
from reportedly.text.calendars import easter, from_hijri, from_jalali, hijri_year


@cache
def _leads() -> frozenset[str]:
    return frozenset(table("periods")["leads"]["words"])


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """A name that was found. first, last: tokens, with the year behind a feast ("Christmas 2015")."""

    first: int
    last: int
    name: Name
    year: int | None = None


def named_at(words: Sequence[str], at: int) -> Named | None:
    """The longest name that begins at a token; a period only behind one of the words that make it a time.

    words: the texts of the tokens of a sentence.
    """
    for name in names_by_first().get(words[at].lower(), ()):
        last = at + len(name.words) - 1
        if tuple(w.lower() for w in words[at : last + 1]) != name.words or not words[at][0].isalnum():
            continue
        if name.is_period:
            if not any(w.lower() in _leads() for w in words[max(0, at - 3) : at]):
                continue
            return Named(first=at, last=last, name=name)
        if not words[at][0].isupper() or (at and words[at - 1].lower() == "operation"):
            continue
        year = words[last + 1] if last + 1 < len(words) else ""
        if len(year) == 4 and year.isdigit() and 1500 <= int(year) <= 2199:
            return Named(first=at, last=last + 1, name=name, year=int(year))
        return Named(first=at, last=last, name=name)
    return None


def read_named(found: Named, course: Course) -> Reading | None:
    """The interval of a period; the day of a feast nearest to where the text stands, or in the year that is told."""
    entry = found.name.entry
    if found.name.is_period:
        end = entry.get("end")
        value = f"{entry['start']}/{end}" if end and end != entry["start"] else entry["start"] if end else None
        first = dt.date.fromisoformat(entry["start"])
        last = dt.date.fromisoformat(end) if end else None
        return Reading(value=value, earliest=first, latest=last, anchor=Anchor("named", first), moves=False)
    base = course.published if course.published is not None and not course.narrative else course.day
    if base is None and course.year is not None and course.year > 622:
        base = dt.date(course.year, course.month or 6, 15)
    if found.year is not None:
        base = dt.date(found.year, 7, 1)
    if base is None or not 700 < base.year < 2400:
        return Reading(value="XXXX-" + entry["fixed"] if "fixed" in entry else None, anchor=UNANCHORED, moves=False)
    days = list(_days(entry, base.year))
    in_year = [d for d in days if d.year == base.year]
    if found.year is not None and in_year:
        days = in_year
    elif course.tense() == "past":
        days = [d for d in days if d <= base] or days
    day = min(days, key=lambda d: abs((d - base).days))
    about = dt.timedelta(days=entry.get("about", 1 if "hijri" in entry else 0))
    anchor = EXPLICIT if found.year is not None else course.today if course.published else course.previous
    return Reading(value=day.isoformat(), earliest=day - about, latest=day + about, anchor=anchor)


def _days(entry: Mapping[str, Any], year: int) -> Iterator[dt.date]:
    """When a feast was or is in a year, the one before and the one after."""
    for y in (year - 1, year, year + 1):
        if "fixed" in entry:
            yield dt.date(y, *map(int, entry["fixed"].split("-")))
        elif "easter" in entry:
            yield easter(y) + dt.timedelta(days=entry["easter"])
        elif "weekday" in entry:
            yield _nth(y, *entry["weekday"])
        elif "jalali" in entry:
            yield from_jalali(y - 621, *map(int, entry["jalali"].split("-")))
        else:
            month, number = map(int, entry["hijri"].split("-"))
            base = hijri_year(dt.date(y, 7, 1))
            yield from (d for h in (base - 1, base, base + 1) if (d := from_hijri(h, month, number)).year == y)


def _nth(year: int, month: int, weekday: int, nth: int) -> dt.date:
    days = [dt.date(year, month, d) for d in range(1, 31) if not (month == 2 and d > 28)]
    days += [dt.date(year, month, 31)] if month in (1, 3, 5, 7, 8, 10, 12) else []
    fitting = [d for d in days if d.isoweekday() == weekday]
    return fitting[nth - 1 if nth > 0 else nth]
