"""Readers of dates of the Hijri and the Jalali calendar."""

from __future__ import annotations

import datetime as dt

from reportedly.mentions.times.grammar import Parts
from reportedly.mentions.times.reading import EXPLICIT, UNANCHORED, Anchor, Course, Reading
from reportedly.mentions.times.years import day_number
from reportedly.text.calendars import from_hijri, from_jalali, hijri_year


def hijri(parts: Parts, course: Course) -> Reading | None:
    """12 Ramadan 1437; Ramadan of a year, or of the year that the text stands in; 1437 AH."""
    figure = parts.get("anyyear", "year")
    if parts.get("ah") and parts.get("hijri_month") is None:
        value = f"{from_hijri(int(str(figure)), 1, 1)}/{from_hijri(int(str(figure)) + 1, 1, 1) - dt.timedelta(days=1)}"
        return Reading(value=value, moves=False)
    month, number = parts.number("hijri_month"), day_number(parts)
    year = int(figure) if figure else None
    anchor = EXPLICIT
    if month is None:
        return None
    if year is None or (year > 1500 and not parts.get("ah")):
        base = dt.date(year, 1, 1) if year else _stands_at(course)
        if base is None or base.year < 700 or base.year > 2400:
            return Reading(value=None, anchor=UNANCHORED, moves=False) if number or month == 9 else None
        anchor = anchor if year else course.today
        years = [hijri_year(base) + n for n in (-1, 0, 1, 2)]
        starts = [y for y in years if from_hijri(y, month, number or 1).year == base.year] if year else years
        year = min(starts or years, key=lambda y: abs((from_hijri(y, month, number or 1) - base).days))
    return _hijri(year, month, number, anchor)


def _hijri(year: int, month: int, number: int | None, anchor: Anchor) -> Reading:
    near = dt.timedelta(days=1)  # the moon is seen one day earlier or later than the table has it
    if number is not None:
        found = from_hijri(year, month, number)
        return Reading(value=found.isoformat(), earliest=found - near, latest=found + near, anchor=anchor)
    first = from_hijri(year, month, 1)
    last = from_hijri(year + month // 12, month % 12 + 1, 1) - near
    return Reading(value=f"{first}/{last}", earliest=first - near, latest=last + near, moves=False, anchor=anchor)


def jalali(parts: Parts, course: Course) -> Reading | None:
    """22 Bahman 1357; without a year, of the year that the text stands in."""
    month, number = parts.number("jalali_month"), day_number(parts)
    figure = parts.get("anyyear", "year")
    if month is None:
        return None
    anchor = EXPLICIT
    if figure:
        year = int(figure)
    else:
        base = _stands_at(course)
        if base is None:
            return Reading(value=None, anchor=UNANCHORED, moves=False)
        years = [base.year - 621 + n for n in (-1, 0, 1)]
        year = min(years, key=lambda y: abs((from_jalali(y, month, number or 1) - base).days))
        anchor = course.today
    try:
        first = from_jalali(year, month, number or 1)
    except ValueError as error:
        return Reading(problem=str(error), anchor=UNANCHORED, moves=False)
    if number is not None:
        return Reading(value=first.isoformat(), anchor=anchor)
    last = from_jalali(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
    return Reading(value=f"{first}/{last}", moves=False, anchor=anchor)


def _stands_at(course: Course) -> dt.date | None:
    if course.published is not None and not course.narrative:
        return course.published
    if course.day is not None or course.year is None or course.year < 1:
        return course.day
    return dt.date(course.year, course.month or 6, 15)
