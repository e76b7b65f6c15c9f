"""Readers of seasons, quarters, halves and fiscal years."""

from __future__ import annotations

from reportedly.mentions.times.grammar import Parts
from reportedly.mentions.times.reading import EXPLICIT, UNANCHORED, Anchor, Course, Reading, year_value
from reportedly.mentions.times.years import edge, explicit_year


def season(parts: Parts, course: Course) -> Reading | None:
    """The spring of 1951, last winter, "in the summer"."""
    letters = parts.value("season")
    year, anchor = explicit_year(parts, course), EXPLICIT
    shift = parts.number("shift") if parts.get("shift") else parts.number("text_shift")
    if year is None and (parts.has("last", "this", "next") and parts.has("year")) and course.published:
        shift_year = {"last": -1, "this": 0, "next": 1}
        year = course.published.year + next(n for w, n in shift_year.items() if parts.has(w))
        anchor, shift = course.today, None
    if year is None:
        year, anchor = _season_year(str(letters), shift, course)
    if year is None:
        return Reading(value=f"XXXX-{letters}", anchor=UNANCHORED, moves=False)
    told = (
        parts.get("year") is not None or course.ahead[0] is not None
    )  # a season without a year does not move the story
    return Reading(value=f"{year_value(year)}-{letters}", mod=edge(parts), moves=told, anchor=anchor)


_SEASON_BEGINS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def _season_year(letters: str, shift: int | None, course: Course) -> tuple[int | None, Anchor]:
    if course.ahead[0] is not None:
        return course.ahead[0], Anchor("previous")
    if course.published is None or course.narrative:
        if course.year is None:
            return None, UNANCHORED
        turn = 1 if letters == "WI" and (course.month or 0) >= 9 and course.year > 0 else 0
        return course.year + turn + (shift or 0), course.previous
    now, begins = course.published, _SEASON_BEGINS[letters]
    year = now.year
    if shift is not None and shift < 0:
        year -= now.month < begins + 3
    elif shift is not None and shift > 0:
        year += now.month >= begins
    elif now.month < begins and course.tense() == "past":
        year -= 1
    elif now.month >= begins + 3 and course.tense() == "future":
        year += 1
    return year, course.today


def quarter(parts: Parts, course: Course) -> Reading | None:
    """The third quarter (of 2008), the first half, Q3."""
    code = parts.get("quarter_code")
    if code:
        letters = code.upper()
    else:
        figure = parts.get("dayth")
        number = parts.number("ordinal") if parts.get("ordinal") else int(figure[:-2]) if figure else None
        half = parts.has("half")
        if number is None or number > (2 if half else 4):
            return None
        letters = ("H" if half else "Q") + str(number)
    year = explicit_year(parts, course)
    if year is not None:
        return Reading(value=f"{year}-{letters}")
    if letters[0] == "H" and not parts.has("year"):
        return None
    base = course.published.year if course.published and not course.narrative else course.year
    if base is None or base < 0:
        return Reading(value=f"XXXX-{letters}", anchor=UNANCHORED, moves=False)
    if parts.has("last"):
        base -= 1
    elif parts.has("next"):
        base += 1
    elif course.published and not course.narrative and course.tense() != "future":
        begins = (int(letters[1]) - 1) * (3 if letters[0] == "Q" else 6) + 1
        base -= begins > course.published.month
    return Reading(value=f"{base}-{letters}", anchor=course.today)


def fiscal(parts: Parts, course: Course) -> Reading | None:
    """Fiscal 2008."""
    return Reading(value=f"FY{parts.get('year')}", moves=False)
