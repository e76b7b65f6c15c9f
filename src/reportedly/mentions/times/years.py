"""What several readers ask of an expression: its day, part of the day, edge, and the year that it leaves out."""

from __future__ import annotations

import datetime as dt

from reportedly.mentions.times.grammar import Parts
from reportedly.mentions.times.reading import Anchor, Course

_FAR_AHEAD = 45  # days; a date without a year further ahead than this, told in the past tense, was last year
_TURN = 6  # months; a story that jumps back further than this within a year has come to the next one
_FAR_BACK = 240  # days; further back than this, told as future, it is next year


def day_number(parts: Parts) -> int | None:
    """The number of the day of a date."""
    word = parts.get("day", "dayth")
    return None if word is None else int(word.rstrip("stndrh"))


def explicit_year(parts: Parts, course: Course) -> int | None:
    """The year that an expression names: "2016", "of that year", "last year"."""
    if word := parts.get("year", "anyyear"):
        return int(word)
    if parts.has("year"):
        if parts.has("that", "same"):
            return course.year
        if course.published is not None:
            return course.published.year + (-1 if parts.has("last") else 1 if parts.has("next") else 0)
    return None


def part_of_day(parts: Parts) -> str | None:
    """The letters of a part of the day that an expression names."""
    return parts.value("daypart") or ("NI" if parts.has("night") else "MO" if parts.has("morning", "hours") else None)


def edge(parts: Parts) -> str | None:
    """START, MID or END where the expression says so."""
    if parts.get("circa"):
        return "ABOUT"
    found = parts.value("early") or parts.value("late") or parts.value("mid") or parts.value("edge_noun")
    if found is None and parts.has("early", "earlier"):
        return "START"
    if found is None and parts.has("late", "later", "latter"):
        return "END"
    return found


def year_of_day(month_number: int, number: int, course: Course) -> tuple[int | None, Anchor]:
    """The year of a day and month told without one."""
    ahead_year, ahead_month = course.ahead
    if ahead_year is not None:
        return ahead_year - (ahead_month is not None and month_number > ahead_month), Anchor("previous")
    if course.narrative or course.published is None:
        return _running_year(month_number, course), course.previous
    now = course.published
    base = date_of(now.year, month_number, number)
    if base is None:
        return now.year, course.today
    distance = (base - now).days
    if distance > _FAR_AHEAD and course.tense() != "future":
        return now.year - 1, course.today
    if distance < -_FAR_BACK and course.tense() == "future":
        return now.year + 1, course.today
    if distance < -320 and course.tense() != "past":
        return now.year + 1, course.today
    return now.year, course.today


def year_of_month(number: int, course: Course) -> tuple[int | None, Anchor]:
    """The year of a month told without one."""
    ahead_year, ahead_month = course.ahead
    if ahead_year is not None:
        return ahead_year - (ahead_month is not None and number > ahead_month), Anchor("previous")
    if course.narrative or course.published is None:
        return _running_year(number, course), course.previous
    now, tense = course.published, course.tense()
    ahead = number - now.month
    if tense == "future":
        return now.year + (ahead < 0), course.today
    if tense == "past" or ahead >= 9:
        return now.year - (ahead > 0), course.today
    return now.year, course.today


def _running_year(month_number: int, course: Course) -> int | None:
    """The year that the text stands in; the next one where the month would lie far back: April after December."""
    if course.year is None or course.year < 0 or course.month is None:
        return course.year
    return course.year + (course.month - month_number >= _TURN)


def date_of(year: int, month: int, number: int) -> dt.date | None:
    """A day, or None where there is no such day."""
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None
