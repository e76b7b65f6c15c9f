"""Readers of lengths of time and of times that come again."""

from __future__ import annotations

import datetime as dt

from reportedly.mentions.times.bounds import Bounds, bounds_of
from reportedly.mentions.times.grammar import Parts
from reportedly.mentions.times.reading import UNANCHORED, Course, Reading, amount, duration_value, unit_of
from reportedly.mentions.times.relative import shifted, unit_at
from reportedly.mentions.times.years import year_of_month
from reportedly.text.calendars import add_months, last_day

_DAYS_OF = {"D": 1, "W": 7, "NI": 1, "WE": 7}
_MONTHS_OF = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}


def duration(parts: Parts, course: Course) -> Reading | None:
    """Three days, two and a half years, 27-year, months."""
    unit, count = unit_of(parts), amount(parts)
    if unit is None or unit == "SE":
        return None
    bare = not parts.get("units") and parts.get("count") in {"a", "an", "one"}
    if unit in {"TS", "Q"} and (bare or not parts.get("units")) and "-" not in parts.words:
        return None  # "a second", "a quarter of"
    if unit == "Q" and not parts.has("consecutive", "-"):
        return None  # "three quarters of the town"
    if count is None and parts.get("unit") and not parts.get("units"):
        if unit == "NI":
            return None
        count = 0.5 + 1 if parts.has("half") else 1
    if count is not None and course.published is not None and not course.narrative and course.goes_on():
        first = moved(course.published, unit, -count)  # "has held the town for two years"
        return Reading(
            timex="DURATION",
            value=duration_value(count, unit),
            earliest=first,
            latest=course.published,
            moves=False,
            anchor=course.today,
        )
    return _length(count, unit)


def _length(count: float | None, unit: str) -> Reading:
    return Reading(timex="DURATION", value=duration_value(count, unit), anchor=UNANCHORED, moves=False)


def stretch(parts: Parts, course: Course) -> Reading | None:
    """The past three weeks, the next month: a length that ends or begins on the day of publication."""
    unit, count = unit_of(parts), amount(parts)
    if unit is None or unit in {"SE"}:
        return None
    if count is None and parts.get("unit") and not parts.get("vague"):
        count = 1
    if unit == "Q" and count == 1:
        return shifted(parts, course) if parts.has("last", "next") else None
    if unit == "D" and count == 1 and parts.get("ordinal") and course.narrative:
        return unit_at("D", 0, course, course.previous)
    value = duration_value(count, unit)
    whole = _around(parts, course)
    if whole is not None and count is not None:
        return _part_of(whole, unit, count, value, last=parts.has("last", "final"), nth=parts.number("ordinal"))
    back = parts.has("past", "last", "previous", "preceding") and not parts.get("ordinal")
    ahead = parts.has("coming", "next", "upcoming")
    inside = parts.has("of", "first", "final", "early") or parts.get("ordinal")
    if course.published is None or course.narrative or inside or count is None or not (back or ahead):
        return _length(count, unit)
    if ahead and course.tense() == "past":  # "was held for the next three days": counted from what was told
        return _length(count, unit)
    other = moved(course.published, unit, -count if back else count)
    first, last = sorted((course.published, other))
    return Reading(timex="DURATION", value=value, earliest=first, latest=last, moves=False, anchor=course.today)


def _around(parts: Parts, course: Course) -> Bounds | None:
    """The month or year that a stretch is a part of: "the last week of April"."""
    number = parts.number("month") or parts.number("bare_month")
    year = parts.get("year")
    if number is not None:
        in_year = int(year) if year else year_of_month(number, course)[0]
        return None if in_year is None or in_year < 1 else bounds_of(f"{in_year:04d}-{number:02d}")
    return bounds_of(year) if year else None


def _part_of(whole: Bounds, unit: str, count: float, value: str, *, last: bool, nth: int | None) -> Reading:
    first, end = whole
    if last:
        first = max(first, moved(end, unit, -count) + dt.timedelta(days=1))
    elif nth == 1:
        end = min(end, moved(first, unit, count) - dt.timedelta(days=1))
    return Reading(timex="DURATION", value=value, earliest=first, latest=max(first, end), moves=False)


def interval(parts: Parts, course: Course) -> Reading | None:
    """From 2009 to 2011, as one span: a length of so many years."""
    years = [int(year) for year in parts.all("year")]
    if len(years) != 2 or years[0] >= years[1]:
        return None
    first, last = dt.date(years[0], 1, 1), dt.date(years[1], 12, 31)
    value = duration_value(years[1] - years[0], "Y")
    return Reading(timex="DURATION", value=value, earliest=first, latest=last, moves=False)


def moved(day: dt.date, unit: str, count: float) -> dt.date:
    """The day so many units away. Raises OverflowError or ValueError outside the years 1 to 9999."""
    if unit.startswith("T"):
        hours = {"TS": 1 / 3600, "TM": 1 / 60, "TH": 1}[unit] * count
        whole = -int(-hours // 24) if hours > 0 else int(hours // 24)
        return day + dt.timedelta(days=whole)
    if unit in _DAYS_OF:
        return day + dt.timedelta(days=round(_DAYS_OF[unit] * count))
    year, month = add_months(day.year, day.month, round(_MONTHS_OF[unit] * count))
    return dt.date(year, month, min(day.day, last_day(year, month)))


def repeated(parts: Parts, course: Course) -> Reading | None:
    """Daily, every Friday, twice a week, every two months."""
    if (word := parts.value("set_word")) and parts.first > 0 and parts.is_capital:
        return None  # a newspaper's name
    if word:
        return _set(word)
    number = parts.number("weekday") or parts.number("weekdays")
    part = parts.value("daypart")
    if number is not None:
        return _set(f"XXXX-WXX-{number}" + (f"T{part}" if part else ""))
    if part:
        return _set(f"XXXX-XX-XXT{part}")
    if parts.get("season"):
        return _set(f"XXXX-{parts.value('season')}")
    if parts.get("month"):
        return _set(f"XXXX-{parts.number('month'):02d}")
    unit = unit_of(parts)
    if unit is None or unit in {"SE", "TS"}:
        return None
    if parts.words[0] in {"every", "each"}:
        count = 2.0 if parts.has("other") else amount(parts)
        count = 1.0 if count is None and parts.get("unit") else count
    else:
        count = 1.0
    if unit == "NI":
        return _set("XXXX-XX-XXTNI")
    return _set(duration_value(count, unit))


def _set(value: str) -> Reading:
    return Reading(timex="SET", value=value, anchor=UNANCHORED, moves=False)
