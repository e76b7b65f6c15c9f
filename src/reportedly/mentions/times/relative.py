"""Readers of expressions that are counted: from the day of publication, or from the last date of the text."""

from __future__ import annotations

import datetime as dt
from typing import Final

from reportedly.mentions.times.absolute import day
from reportedly.mentions.times.grammar import Parts
from reportedly.mentions.times.reading import (
    UNANCHORED,
    Anchor,
    Course,
    Reading,
    amount,
    duration_value,
    month_after,
    month_value,
    unit_of,
    year_value,
)
from reportedly.mentions.times.years import edge, part_of_day
from reportedly.text.calendars import iso_week

_DAY: Final = dt.timedelta(days=1)
#: What stays of a TIMEX3 value when the day to count from is not known.
UNKNOWN: Final = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "DE": "XXX",
    "CE": "XX",
    "NI": "XXXX-XX-XXTNI",
}


_FINE: Final = {"W": "WXX", "D": "XX-XX"}


def unknown(unit: str) -> Reading:
    """A value that says only how fine the expression is."""
    value = UNKNOWN.get(unit, "XXXX-XX-XXTXX")
    return Reading(timex="TIME" if "T" in value else "DATE", value=value, anchor=UNANCHORED, moves=False)


def weekday(parts: Parts, course: Course) -> Reading | None:
    """Friday, last Friday, Friday night, early Monday."""
    number, part = parts.number("weekday"), part_of_day(parts) or parts.value("daypart_alone")
    if number is None:
        return None
    if parts.has("overnight"):
        part = "NI"
    today, anchor = course.published, course.today
    if today is None or course.narrative or parts.has("same", "that") or (parts.has("following") and course.day):
        if course.day is None:
            return Reading(value=f"XXXX-WXX-{number}" + (f"T{part}" if part else ""), anchor=UNANCHORED, moves=False)
        today, anchor = course.day, course.previous
    ahead = (number - today.isoweekday()) % 7
    if parts.has("last", "previous", "past"):
        day = today + (ahead - 7) * _DAY
    elif parts.has("next", "coming", "following"):
        day = today + (ahead or 7) * _DAY
    elif parts.has("this"):
        day = today + (number - today.isoweekday()) * _DAY
    elif course.narrative or anchor.kind == "previous" or course.tense() == "future":
        day = today + ahead * _DAY
    else:
        day = today + (ahead - 7 if ahead else 0) * _DAY
    if parts.has("week"):
        shift = -7 if parts.has("last") else 7 if parts.has("next") else 0
        day = today + (number - today.isoweekday() + shift) * _DAY
    return _of_day(day, part, anchor)


def day_or_weekday(parts: Parts, course: Course) -> Reading | None:
    """The early hours of Monday, of 20 May."""
    return day(parts, course) if parts.get("month") else weekday(parts, course)


def _of_day(day: dt.date, part: str | None, anchor: Anchor) -> Reading:
    if part is None:
        return Reading(value=day.isoformat(), anchor=anchor)
    late = day + _DAY if part == "NI" else day  # a night reaches into the next morning
    return Reading(timex="TIME", value=f"{day}T{part}", earliest=day, latest=late, anchor=anchor)


def deictic(parts: Parts, course: Course) -> Reading | None:
    """Today, yesterday, tomorrow; the day before yesterday."""
    if parts.has("before"):
        shift = -2
    elif parts.has("after"):
        shift = 2
    else:
        shift = parts.number("deictic") or 0
    part = part_of_day(parts)
    if course.published is None or (course.narrative and course.day is None):
        return unknown("D")
    if course.narrative:
        return unknown("D")
    return _of_day(course.published + shift * _DAY, part, course.today)


def tonight(parts: Parts, course: Course) -> Reading | None:
    """Tonight, overnight, last night, this morning."""
    part = part_of_day(parts) or "NI"
    if course.published is None or course.narrative:
        return Reading(timex="TIME", value=f"XXXX-XX-XXT{part}", anchor=UNANCHORED, moves=False)
    day = course.published - (_DAY if parts.has("last") else 0 * _DAY)
    found = _of_day(day, part, course.today)
    if parts.has("overnight"):
        return Reading(timex="TIME", value=found.value, earliest=day - _DAY, latest=day, anchor=course.today)
    return found


def shifted(parts: Parts, course: Course) -> Reading | None:
    """Last week, this month, next year, earlier this year; "just last week" may be any of the thirteen days before."""
    unit, shift = unit_of(parts), parts.number("shift") or 0
    if unit is None or unit in {"TS", "TM", "TH", "SE"} or (unit == "NI" and not course.published):
        return None
    if not parts.get("shift") and not parts.has("this"):
        shift = -1 if parts.has("past", "last") else 1 if parts.has("next") else 0
    if course.narrative and shift == 0 and course.year is not None:
        return unit_at(unit, 0, course, course.previous)
    today = course.published
    if today is None or course.narrative:
        return unknown(unit)
    if unit == "NI":
        return _of_day(today + shift * _DAY, "NI", course.today)
    if unit == "WE" and not parts.get("shift") and today.isoweekday() < 6 and course.tense() != "future":
        shift = -1  # "over the weekend", told on a Monday
    value = counted(today, unit, shift)
    anchor = course.today
    if unit == "W" and shift == -1:
        return Reading(value=value, earliest=today - 13 * _DAY, latest=today - _DAY, anchor=anchor)
    mod = edge(parts)
    if mod == "START" and parts.has("earlier"):
        return Reading(value=value, latest=today, anchor=anchor)
    if mod == "END" and parts.has("later"):
        return Reading(value=value, earliest=today, anchor=anchor)
    return Reading(value=value, mod=mod, anchor=anchor)


def counted(day: dt.date, unit: str, count: int) -> str:
    """The value of the day, week, month… that lies so many units from the one that a day is in."""
    if unit == "D":
        return (day + count * _DAY).isoformat()
    if unit in {"W", "WE"}:
        return iso_week(day + 7 * count * _DAY) + ("-WE" if unit == "WE" else "")
    if unit == "M":
        return month_after(day.year, day.month, count)
    if unit == "Q":
        index = day.year * 4 + (day.month - 1) // 3 + count
        return f"{index // 4}-Q{index % 4 + 1}"
    if unit == "Y":
        return f"{day.replace(day=1, month=1, year=day.year + count).year:04d}"
    return f"{day.year // 10 + count:03d}" if unit == "DE" else f"{day.year // 100 + count:02d}"


def running(parts: Parts, course: Course) -> Reading | None:
    """The end of the year, later in the month: of the year or month that the text stands in."""
    unit = unit_of(parts)
    if unit not in {"D", "W", "M", "Y", "DE", "CE"} or (unit == "D" and not parts.get("edge_noun")):
        return None
    mod = edge(parts) or "END"
    if course.published is not None and not course.narrative:
        found = counted(course.published, unit, 0)
        return Reading(value=found, mod=mod, anchor=course.today)
    reading = unit_at(unit, 0, course, course.previous)
    if reading is None or reading.value is None:
        return unknown(unit)
    return Reading(value=reading.value, mod=mod, anchor=course.previous)


def unit_at(unit: str, shift: int, course: Course, anchor: Anchor) -> Reading | None:
    """The unit that lies so many from the last date of the text."""
    if unit == "DE" and course.decade is not None:
        return _decade(course.decade, shift, anchor)
    if course.year is None:
        return None
    if course.day is not None:
        return (
            Reading(value=counted(course.day, unit, shift), anchor=anchor)
            if unit != "NI"
            else _of_day(course.day, "NI", anchor)
        )
    year, month = course.year, course.month
    if unit == "Y":
        return Reading(value=year_value(year + shift), anchor=anchor)
    if unit == "M" and month is not None:
        return Reading(value=month_after(year, month, shift) if year > 0 else month_value(year, month), anchor=anchor)
    if unit in {"DE", "CE"}:
        size = 10 if unit == "DE" else 100
        if year < 0:
            figure = -year // size - shift
            return Reading(value=f"BC{figure:0{3 if unit == 'DE' else 2}d}", anchor=anchor)
        return Reading(value=f"{year // size + shift:0{3 if unit == 'DE' else 2}d}", anchor=anchor)
    if unit == "D" and month is not None:
        return Reading(value=f"{month_value(year, month)}-XX", moves=False, anchor=anchor)
    return Reading(value=f"{year_value(year)}-{_FINE.get(unit, 'XX')}", moves=False, anchor=anchor)


def _decade(value: str, shift: int, anchor: Anchor) -> Reading:
    if value.startswith("BC"):
        return Reading(value=f"BC{int(value[2:]) - shift:03d}", anchor=anchor)
    return Reading(value=f"{int(value) + shift:03d}", anchor=anchor)


def anaphoric(parts: Parts, course: Course) -> Reading | None:
    """The next day, that year, the same month, the following week."""
    unit = unit_of(parts)
    shift = parts.number("text_shift")
    if parts.has("next") and shift is None:
        shift = 1
    part = None if unit else part_of_day(parts)
    if shift is None or unit in {"TS", "TM", "TH", "SE"}:
        return None
    unit = unit or "D"
    base = course.previous
    if course.year is None or (not course.narrative and course.day is None and unit in {"D", "W"}):
        if course.published is None or shift == 0:
            return unknown(unit)
        value, base = counted(course.published, unit, shift), course.today
    else:
        if unit == "WE" and course.day is None:
            return unknown(unit)
        reading = unit_at(unit, shift, course, base)
        if reading is None or reading.value is None:
            return unknown(unit)
        value = reading.value
    if part:
        return Reading(timex="TIME", value=f"{value}T{part}", anchor=base)
    back = shift < 0 and unit not in {"D", "W"}  # a look back does not move the story
    return Reading(value=value, moves="X" not in value and not back, anchor=base)


def ago(parts: Parts, course: Course) -> Reading | None:
    """Three days ago, two years ago; "years ago" is only the past."""
    unit, count = unit_of(parts), amount(parts)
    if unit is None or unit == "SE":
        return None
    if count is None and parts.get("unit") and not parts.get("units", "vague"):
        count = 1  # "the year-ago quarter"
    if count is None:
        return Reading(value="PAST_REF", moves=False, anchor=course.today)
    if course.published is None or course.narrative:
        return unknown(unit)
    return _counted_from(course.published, unit, -count, course.today)


def from_now(parts: Parts, course: Course) -> Reading | None:
    """Two weeks from now."""
    unit, count = unit_of(parts), amount(parts)
    if unit is None or unit == "SE":
        return None
    if count is None:
        return Reading(value="FUTURE_REF", moves=False, anchor=course.today)
    if course.published is None or course.narrative:
        return unknown(unit)
    return _counted_from(course.published, unit, count, course.today)


def _counted_from(day: dt.date, unit: str, count: float, anchor: Anchor) -> Reading:
    whole = int(count)
    try:
        if unit in {"TS", "TM", "TH"}:
            hours = whole if unit == "TH" else 0
            first, last = sorted(
                (day, day + dt.timedelta(hours=hours) - _DAY if hours < 0 else day + dt.timedelta(hours=hours))
            )
            value = (day + dt.timedelta(hours=whole)).isoformat() if unit == "TH" and whole % 24 == 0 else f"{day}TXX"
            return Reading(
                timex="TIME" if "T" in value else "DATE",
                value=value,
                earliest=first,
                latest=last,
                moves=False,
                anchor=anchor,
            )
        if count != whole:
            months = round(count * 12)
            if unit == "Y":
                value = month_after(day.year, day.month, months)[:4]
                return Reading(value=value, anchor=anchor)
            whole = round(count)
        value = counted(day, {"NI": "D", "WE": "WE"}.get(unit, unit), whole)
        if unit == "DE":
            return Reading(value=f"{day.year + 10 * whole:04d}", mod=None, anchor=anchor)
        return Reading(value=value, anchor=anchor)
    except (OverflowError, ValueError):  # outside the years 1 to 9999
        return Reading(value="PAST_REF" if count < 0 else "FUTURE_REF", moves=False, anchor=anchor)


def later(parts: Parts, course: Course) -> Reading | None:
    """Three days later, a year before, the day after: counted from the last date of the text."""
    unit, count = unit_of(parts), amount(parts)
    if unit is None or unit == "SE":
        return None
    back = parts.has("earlier", "before", "previously", "beforehand")
    if parts.words[0] == "the" and count is None and parts.get("unit") and not parts.get("units"):
        count = 1
    if course.year is None and course.published is not None and not course.narrative and not parts.has("that"):
        if count is None:
            return Reading(value="PAST_REF" if back else "FUTURE_REF", moves=False, anchor=course.today)
        return _counted_from(course.published, unit, -count if back else count, course.today)
    if count is None or course.year is None:
        if count is None and back and unit == "Y":
            return Reading(value="PAST_REF", anchor=UNANCHORED, moves=False)
        return unknown(unit)
    steps = -count if back else count
    if unit in {"TS", "TM", "TH"}:
        return (
            Reading(timex="TIME", value=f"{course.day}TXX", moves=False, anchor=course.previous)
            if course.day
            else unknown("D")
        )
    if course.day is not None:
        return _counted_from(course.day, unit, steps, course.previous)
    if unit == "D":
        return Reading(value=f"{year_value(course.year)}-XX-XX", moves=False, anchor=course.previous)
    if unit == "DE":
        return Reading(value=year_value(course.year + 10 * int(steps)), anchor=course.previous)
    return unit_at(unit, int(steps), course, course.previous) or unknown(unit)


def day_after(parts: Parts, course: Course) -> Reading | None:
    """The day after: an adverb where no event follows it, else only in a text with its own time."""
    if parts.following[:1].isalpha() and parts.following != "and" and not course.narrative:
        return None
    return later(parts, course)


def offset(parts: Parts, course: Course) -> Reading | None:
    """Two days before an event: a date where the text has its own time, only a length in news."""
    unit = unit_of(parts)
    if unit is None or unit == "SE":
        return None
    if course.narrative and amount(parts) is not None:
        return later(parts, course)
    return Reading(timex="DURATION", value=duration_value(amount(parts), unit), anchor=UNANCHORED, moves=False)


def same_time(parts: Parts, course: Course) -> Reading | None:
    """At the same time, that period: the last date of the text."""
    if course.decade is not None:
        return Reading(value=course.decade, anchor=course.previous)
    if course.year is None or parts.words[0] != "the":
        return None
    return _last(course)


def _last(course: Course) -> Reading | None:
    if course.day is not None:
        return Reading(value=course.day.isoformat(), anchor=course.previous)
    if course.year is None:
        return None
    value = year_value(course.year) if course.month is None else month_value(course.year, course.month)
    return Reading(value=value, anchor=course.previous)
