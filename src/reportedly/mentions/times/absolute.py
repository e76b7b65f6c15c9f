"""Readers of expressions that name a calendar date, wholly or with the year left out."""

from __future__ import annotations

import datetime as dt
from calendar import day_name, month_name

import msgspec

from reportedly.mentions.times.grammar import Parts
from reportedly.mentions.times.reading import EXPLICIT, UNANCHORED, Anchor, Course, Reading, month_value, year_value
from reportedly.mentions.times.years import (
    date_of,
    day_number,
    edge,
    explicit_year,
    part_of_day,
    year_of_day,
    year_of_month,
)
from reportedly.text.calendars import last_day


def iso(parts: Parts, course: Course) -> Reading | None:
    """2016-05-24, with or without a time."""
    word = parts.words[0].upper()
    day = date_of(int(word[:4]), int(word[5:7]), int(word[8:10]))
    if day is None:
        return _impossible(word[:10])
    return Reading(value=word, timex="TIME" if "T" in word else "DATE")


def figures(parts: Parts, course: Course) -> Reading | None:
    """7/8/07 is the American order, unless only the other gives a day; 8.7.2007 has the day first."""
    word = parts.words[0]
    first, second, third = (int(n) for n in word.replace(".", "/").split("/"))
    year = third if third > 99 else 2000 + third if third < 50 else 1900 + third
    orders = [(second, first), (first, second)] if "." in word else [(first, second), (second, first)]
    for month, day in orders:
        if (found := date_of(year, month, day)) is not None:
            return Reading(value=found.isoformat())
    return _impossible(word)


def day(parts: Parts, course: Course) -> Reading | None:
    """Month and day, with a year or without, with a part of the day or without."""
    number, month = day_number(parts), parts.number("month")
    if number is None or month is None:
        return None
    year, anchor = explicit_year(parts, course), EXPLICIT
    if year is None:
        year, anchor = year_of_day(month, number, course)
    found = _day(year, month, number, course, anchor, part_of_day(parts), edge(parts))
    return _on_weekday(found, year, month, number, parts.number("weekday") or parts.number("weekday_short"))


def _on_weekday(found: Reading, year: int | None, month: int, number: int, weekday: int | None) -> Reading:
    """A date with a weekday that it is not: one of the two is a slip, and which one is not for us to say."""
    day_told = None if year is None or year < 1 else date_of(year, month, number)
    if weekday is None or day_told is None or day_told.isoweekday() == weekday:
        return found
    problem = f"{number} {month_name[month]} {year} was a {day_name[day_told.weekday()]}, not a {day_name[weekday - 1]}"
    if found.anchor == EXPLICIT:
        return msgspec.structs.replace(found, problem=problem)
    part = found.value.partition("T")[1:] if found.value else ()
    return Reading(
        timex=found.timex,
        value=f"XXXX-{month:02d}-{number:02d}" + "".join(part),
        anchor=UNANCHORED,
        moves=False,
        problem=problem + "; the year is left open",
    )


def bare_day(parts: Parts, course: Course) -> Reading | None:
    """A number of a day whose month stands beside it ("6" of "6-7 January") or before ("the 20th")."""
    number = day_number(parts)
    month = parts.number("month")
    year = explicit_year(parts, course)
    if number is None:
        return None
    ahead_year, ahead_month = course.ahead
    month = month or ahead_month
    year = year or (ahead_year if month is not None else None)
    if month is None:
        if course.month is None and course.published is not None and not course.narrative:
            return _day(course.published.year, course.published.month, number, course, course.today, None, None)
        year, month = course.year, course.month
    if month is None:
        return None
    anchor = EXPLICIT if year is not None and parts.get("month") else course.previous
    if year is None:
        year, anchor = year_of_day(month, number, course)
    return _day(year, month, number, course, anchor, part_of_day(parts), None)


def _day(
    year: int | None, month: int, number: int, course: Course, anchor: Anchor, part: str | None, mod: str | None
) -> Reading:
    if number > last_day(2000, month):
        return _impossible(f"{number} {month_name[month]}")
    if year is not None and year > 0 and date_of(year, month, number) is None:
        return _impossible(f"{number} {month_name[month]} {year}")
    stem = "XXXX" if year is None else year_value(year)
    value = f"{stem}-{month:02d}-{number:02d}" + (f"T{part}" if part else "")
    found = Reading(timex="TIME" if part else "DATE", value=value, anchor=anchor)
    if part == "NI" and year is not None and year > 0:  # a night reaches into the next morning
        first = dt.date(year, month, number)
        return Reading(timex="TIME", value=value, earliest=first, latest=first + dt.timedelta(days=1), anchor=anchor)
    return found


def _impossible(day_told: str) -> Reading:
    return Reading(problem=f"there is no {day_told}", anchor=UNANCHORED, moves=False)


def month(parts: Parts, course: Course) -> Reading | None:
    """A month, with a year or without; "last March", "the previous April"."""
    number = parts.number("month") or parts.number("bare_month")
    if number is None:
        return None
    year, anchor = explicit_year(parts, course), EXPLICIT
    shift = parts.number("shift") if parts.get("shift") else parts.number("text_shift")
    if year is None and shift is not None:
        year, anchor = _shifted_month(number, shift, course)
    elif year is None:
        year, anchor = year_of_month(number, course)
    value = month_value(year, number) if year is not None else f"XXXX-{number:02d}"
    return Reading(value=value, mod=edge(parts), anchor=anchor)


def _shifted_month(number: int, shift: int, course: Course) -> tuple[int | None, Anchor]:
    if course.published is not None and not course.narrative:
        base, anchor = (course.published.year, course.published.month), course.today
    elif course.year is not None:
        base, anchor = (course.year, course.month or 1), course.previous
    else:
        return None, UNANCHORED
    year, now = base
    if shift < 0:
        return (year if number < now else year - 1), anchor
    if shift > 0:
        return (year if number > now else year + 1), anchor
    return year, anchor


def year(parts: Parts, course: Course) -> Reading | None:
    """A year: in full, "'98", the second of "1914–18", "the rest of 496" where the text stands before Christ."""
    if parts.get("bc"):
        word = parts.get("year", "anyyear", "year2")
        if word is None:
            return None
        value = year_value(-int(word))
        return Reading(value=value + (f"-{parts.value('season')}" if parts.get("season") else ""), mod=edge(parts))
    if word := parts.get("year"):
        if course.year is not None and course.year < 0 and int(word) < 1600:
            return None
        return Reading(value=word, mod=edge(parts))
    if word := parts.get("anyyear"):
        if int(word) >= 1500:
            return Reading(value=word, mod=edge(parts))
        if course.year is None or course.year > 0:
            return None
        return Reading(value=year_value(-int(word)), mod=edge(parts))
    word = parts.get("shortyear", "year2")
    if word is None:
        return None
    short = int(word[-2:])
    if parts.get("year2") and course.year is not None and course.year > 0:
        found = course.year - course.year % 100 + short
        return Reading(value=str(found if found >= course.year else found + 100))
    latest = course.published.year + 5 if course.published and not course.narrative else course.year or 2020
    return Reading(value=str(latest - (latest - short) % 100))


def decade(parts: Parts, course: Course) -> Reading | None:
    """The 1980s, the '80s, the 470s BC."""
    if word := parts.get("decade_figures"):
        told = word.rstrip("s'’")
        if parts.get("bc"):
            return Reading(value=f"BC{int(told) // 10:03d}", mod=edge(parts))
        return Reading(value=told[:3], mod=edge(parts)) if len(told) == 4 else None
    short = parts.get("shortdecade", "baredecade")
    if short is None:
        return None
    digit = next(c for c in short if c.isdigit())
    if digit in "01" and short[0].isdigit():
        return None
    return Reading(value=f"20{digit}" if digit in "01" else f"19{digit}", mod=edge(parts))


def century(parts: Parts, course: Course) -> Reading | None:
    """The 21st century is 20 in TIMEX3."""
    number = parts.number("ordinal") if parts.get("ordinal") else None
    if number is None:
        figure = parts.get("dayth")
        number = int(figure[:-2]) if figure else None
    if number is None:
        return None
    before = parts.get("bc") is not None
    return Reading(value=f"BC{number - 1:02d}" if before else f"{number - 1:02d}", mod=edge(parts), moves=False)


def before_christ(parts: Parts, course: Course) -> Reading | None:
    """April 480 BC, the spring of 480 BC."""
    word = parts.get("year", "anyyear")
    if word is None:
        return None
    stem = year_value(-int(word))
    number = parts.number("month")
    return Reading(value=f"{stem}-{number:02d}" if number else f"{stem}-{parts.value('season')}", mod=edge(parts))
