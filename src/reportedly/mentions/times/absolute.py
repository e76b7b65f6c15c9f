"""Readers of expressions that name a calendar date, wholly or with the year left out."""

from __future__ import annotations

import datetime as dt

from reportedly.mentions.times.grammar import Parts
from reportedly.mentions.times.reading import Course, Reading, month_value, year_value
from reportedly.text.calendars import add_months, from_hijri, from_jalali, hijri_year, last_day

_FAR_AHEAD = 45  # days; a date without a year further ahead than this, told in the past tense, was last year
_TURN = 6  # months; a story that jumps back further than this within a year has come to the next one
_FAR_BACK = 240  # days; further back than this, told as future, it is next year


def iso(parts: Parts, course: Course) -> Reading | None:
    """2016-05-24, with or without a time."""
    word = parts.words[0].upper()
    day = _date(int(word[:4]), int(word[5:7]), int(word[8:10]))
    if day is None:
        return Reading(problem=f"there is no day {word[:10]}", anchor="none", moves=False)
    return Reading(value=word, timex="TIME" if "T" in word else "DATE")


def figures(parts: Parts, course: Course) -> Reading | None:
    """7/8/07 is the American order, unless only the other gives a day; 8.7.2007 has the day first."""
    word = parts.words[0]
    first, second, third = (int(n) for n in word.replace(".", "/").split("/"))
    year = third if third > 99 else 2000 + third if third < 50 else 1900 + third
    orders = [(second, first), (first, second)] if "." in word else [(first, second), (second, first)]
    for month, day in orders:
        if (found := _date(year, month, day)) is not None:
            return Reading(value=found.isoformat())
    return Reading(problem=f"there is no day {word}", anchor="none", moves=False)


def day(parts: Parts, course: Course) -> Reading | None:
    """Month and day, with a year or without, with a part of the day or without."""
    number, month = day_number(parts), parts.number("month")
    if number is None or month is None:
        return None
    year, anchor = explicit_year(parts, course), {"anchor": "explicit"}
    if year is None:
        year, anchor = year_of_day(month, number, course)
    return _day(year, month, number, course, anchor, part_of_day(parts), edge(parts))


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
            return _day(course.published.year, course.published.month, number, course, course.anchor, None, None)
        year, month = course.year, course.month
    if month is None:
        return None
    anchor = course.previous
    if year is None:
        year, anchor = year_of_day(month, number, course)
    return _day(year, month, number, course, anchor, part_of_day(parts), None)


def _day(
    year: int | None, month: int, number: int, course: Course, anchor: dict[str, object], part: str | None, mod: str | None
) -> Reading:
    if number > last_day(2000, month) or (year is not None and year > 0 and _date(year, month, number) is None):
        return Reading(problem=f"there is no day {number} in month {month}", anchor="none", moves=False)
    stem = "XXXX" if year is None else year_value(year)
    value = f"{stem}-{month:02d}-{number:02d}" + (f"T{part}" if part else "")
    found = Reading(timex="TIME" if part else "DATE", value=value, **anchor)  # type: ignore[arg-type]
    if part == "NI" and year is not None and year > 0:  # a night reaches into the next morning
        first = dt.date(year, month, number)
        return Reading(timex="TIME", value=value, earliest=first, latest=first + dt.timedelta(days=1), **anchor)  # type: ignore[arg-type]
    return found


def month(parts: Parts, course: Course) -> Reading | None:
    """A month, with a year or without; "last March", "the previous April"."""
    number = parts.number("month") or parts.number("bare_month")
    if number is None:
        return None
    year, anchor = explicit_year(parts, course), {"anchor": "explicit"}
    shift = parts.number("shift") if parts.get("shift") else parts.number("text_shift")
    if year is None and shift is not None:
        year, anchor = _shifted_month(number, shift, course)
    elif year is None:
        year, anchor = year_of_month(number, course)
    value = month_value(year, number) if year is not None else f"XXXX-{number:02d}"
    return Reading(value=value, mod=edge(parts), **anchor)  # type: ignore[arg-type]


def _shifted_month(number: int, shift: int, course: Course) -> tuple[int | None, dict[str, object]]:
    if course.published is not None and not course.narrative:
        base, anchor = (course.published.year, course.published.month), course.anchor
    elif course.year is not None:
        base, anchor = (course.year, course.month or 1), course.previous
    else:
        return None, {"anchor": "none"}
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
    short = parts.get("shortdecade")
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


def season(parts: Parts, course: Course) -> Reading | None:
    """The spring of 1951, last winter, "in the summer"."""
    letters = parts.value("season")
    year, anchor = explicit_year(parts, course), {"anchor": "explicit"}
    shift = parts.number("shift") if parts.get("shift") else parts.number("text_shift")
    if year is None and (parts.has("last", "this", "next") and parts.has("year")) and course.published:
        shift_year = {"last": -1, "this": 0, "next": 1}
        year = course.published.year + next(n for w, n in shift_year.items() if parts.has(w))
        anchor, shift = course.anchor, None
    if year is None:
        year, anchor = _season_year(str(letters), shift, course)
    if year is None:
        return Reading(value=f"XXXX-{letters}", anchor="none", moves=False)
    told = parts.get("year") is not None or course.ahead[0] is not None  # a season without a year does not move the story
    return Reading(value=f"{year_value(year)}-{letters}", mod=edge(parts), moves=told, **anchor)  # type: ignore[arg-type]


_SEASON_BEGINS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def _season_year(letters: str, shift: int | None, course: Course) -> tuple[int | None, dict[str, object]]:
    if course.ahead[0] is not None:
        return course.ahead[0], {"anchor": "previous"}
    if course.published is None or course.narrative:
        if course.year is None:
            return None, {"anchor": "none"}
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
    return year, course.anchor


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
        return Reading(value=f"XXXX-{letters}", anchor="none", moves=False)
    if parts.has("last"):
        base -= 1
    elif parts.has("next"):
        base += 1
    elif course.published and not course.narrative and course.tense() != "future":
        begins = (int(letters[1]) - 1) * (3 if letters[0] == "Q" else 6) + 1
        base -= begins > course.published.month
    return Reading(value=f"{base}-{letters}", **course.anchor)


def fiscal(parts: Parts, course: Course) -> Reading | None:
    """Fiscal 2008."""
    return Reading(value=f"FY{parts.get('year')}", moves=False)


def hijri(parts: Parts, course: Course) -> Reading | None:
    """12 Ramadan 1437; Ramadan of a year, or of the year that the text stands in; 1437 AH."""
    figure = parts.get("anyyear", "year")
    if parts.get("ah") and parts.get("hijri_month") is None:
        value = f"{from_hijri(int(str(figure)), 1, 1)}/{from_hijri(int(str(figure)) + 1, 1, 1) - dt.timedelta(days=1)}"
        return Reading(value=value, moves=False)
    month, number = parts.number("hijri_month"), day_number(parts)
    year = int(figure) if figure else None
    anchor: dict[str, object] = {"anchor": "explicit"}
    if month is None:
        return None
    if year is None or (year > 1500 and not parts.get("ah")):
        base = dt.date(year, 1, 1) if year else _stands_at(course)
        if base is None or base.year < 700 or base.year > 2400:
            return Reading(value=None, anchor="none", moves=False) if number or month == 9 else None
        anchor = anchor if year else course.anchor
        years = [hijri_year(base) + n for n in (-1, 0, 1, 2)]
        starts = [y for y in years if from_hijri(y, month, number or 1).year == base.year] if year else years
        year = min(starts or years, key=lambda y: abs((from_hijri(y, month, number or 1) - base).days))
    return _hijri(year, month, number, anchor)


def _hijri(year: int, month: int, number: int | None, anchor: dict[str, object]) -> Reading:
    near = dt.timedelta(days=1)  # the moon is seen one day earlier or later than the table has it
    if number is not None:
        found = from_hijri(year, month, number)
        return Reading(value=found.isoformat(), earliest=found - near, latest=found + near, **anchor)  # type: ignore[arg-type]
    first = from_hijri(year, month, 1)
    last = from_hijri(year + month // 12, month % 12 + 1, 1) - near
    return Reading(value=f"{first}/{last}", earliest=first - near, latest=last + near, moves=False, **anchor)  # type: ignore[arg-type]


def jalali(parts: Parts, course: Course) -> Reading | None:
    """22 Bahman 1357; without a year, of the year that the text stands in."""
    month, number = parts.number("jalali_month"), day_number(parts)
    figure = parts.get("anyyear", "year")
    if month is None:
        return None
    anchor: dict[str, object] = {"anchor": "explicit"}
    if figure:
        year = int(figure)
    else:
        base = _stands_at(course)
        if base is None:
            return Reading(value=None, anchor="none", moves=False)
        years = [base.year - 621 + n for n in (-1, 0, 1)]
        year = min(years, key=lambda y: abs((from_jalali(y, month, number or 1) - base).days))
        anchor = course.anchor
    try:
        first = from_jalali(year, month, number or 1)
    except ValueError as error:
        return Reading(problem=str(error), anchor="none", moves=False)
    if number is not None:
        return Reading(value=first.isoformat(), **anchor)  # type: ignore[arg-type]
    last = from_jalali(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
    return Reading(value=f"{first}/{last}", moves=False, **anchor)  # type: ignore[arg-type]


def _stands_at(course: Course) -> dt.date | None:
    if course.published is not None and not course.narrative:
        return course.published
    if course.day is not None or course.year is None or course.year < 1:
        return course.day
    return dt.date(course.year, course.month or 6, 15)


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
    return parts.value("daypart") or ("NI" if parts.has("night") else "MO" if parts.has("morning") else None)


def edge(parts: Parts) -> str | None:
    """START, MID or END where the expression says so."""
    found = parts.value("early") or parts.value("late") or parts.value("mid") or parts.value("edge_noun")
    if found is None and parts.has("early", "earlier"):
        return "START"
    if found is None and parts.has("late", "later", "latter"):
        return "END"
    return found


def year_of_day(month_number: int, number: int, course: Course) -> tuple[int | None, dict[str, object]]:
    """The year of a day and month told without one."""
    ahead_year, ahead_month = course.ahead
    if ahead_year is not None:
        return ahead_year - (ahead_month is not None and month_number > ahead_month), {"anchor": "previous"}
    if course.narrative or course.published is None:
        return _running_year(month_number, course), course.previous
    now = course.published
    base = _date(now.year, month_number, number)
    if base is None:
        return now.year, course.anchor
    distance = (base - now).days
    if distance > _FAR_AHEAD and course.tense() != "future":
        return now.year - 1, course.anchor
    if distance < -_FAR_BACK and course.tense() == "future":
        return now.year + 1, course.anchor
    if distance < -320 and course.tense() != "past":
        return now.year + 1, course.anchor
    return now.year, course.anchor


def year_of_month(number: int, course: Course) -> tuple[int | None, dict[str, object]]:
    """The year of a month told without one."""
    ahead_year, ahead_month = course.ahead
    if ahead_year is not None:
        return ahead_year - (ahead_month is not None and number > ahead_month), {"anchor": "previous"}
    if course.narrative or course.published is None:
        return _running_year(number, course), course.previous
    now, tense = course.published, course.tense()
    ahead = number - now.month
    if tense == "future":
        return now.year + (ahead < 0), course.anchor
    if tense == "past" or ahead >= 9:
        return now.year - (ahead > 0), course.anchor
    return now.year, course.anchor


def _running_year(month_number: int, course: Course) -> int | None:
    """The year that the text stands in; the next one where the month would lie far back: April after December."""
    if course.year is None or course.year < 0 or course.month is None:
        return course.year
    return course.year + (course.month - month_number >= _TURN)


def _date(year: int, month: int, number: int) -> dt.date | None:
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None


def month_after(year: int, month: int, count: int) -> str:
    """The value of a month so many months away."""
    return month_value(*add_months(year, month, count))
