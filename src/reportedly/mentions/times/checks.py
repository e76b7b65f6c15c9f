"""Dates of years that no report can tell of."""

from __future__ import annotations

import re
from typing import Final

from reportedly.mentions.times.bounds import bounds_of
from reportedly.mentions.times.reading import UNANCHORED, Course, Reading
from reportedly.mentions.times.relation import Frame
from reportedly.mentions.times.tense import tense_around

#: No report of today tells what has happened in this year or later.
_TOO_FAR: Final = 2100
#: "5 March 2500": a year behind the words that were read. A number of people ("5 March 2500 soldiers") is none.
_YEAR_BEHIND: Final = re.compile(r",?\s+(?:of\s+)?(\d{4,6})(?=\s*(?:[.,;:)\]]|$|\n))")
#: What was done "until 2030" or "by 2030" may well be told in the past ("was put off until 2030").
_AHEAD: Final = frozenset({"until", "before"})


def checked(
    reading: Reading, text: str, span: tuple[int, int], sentence: tuple[int, int], frame: Frame, course: Course
) -> Reading:
    """The reading, with a problem and without a value where it has a year that cannot be."""
    if reading.problem or reading.anchor.kind == "named" or reading.timex not in {"DATE", "TIME"}:
        return reading
    behind = _YEAR_BEHIND.match(text, span[1], sentence[1]) if _lacks_year(reading) else None
    if behind is not None and int(behind[1]) >= _TOO_FAR:
        return _impossible(f"no report can tell of the year {behind[1]}")
    bounds = None if reading.value is None else bounds_of(reading.value)
    first = reading.earliest or (bounds[0] if bounds else None)
    if first is None or reading.anchor.kind != "explicit" or frame.relation in _AHEAD:
        return reading
    past = tense_around(text, *span, sentence) == "past"
    if first.year >= _TOO_FAR and past:
        return _impossible(f"told as past, but the year {first.year} is to come")
    return reading


def _lacks_year(reading: Reading) -> bool:
    return reading.value is not None and "-" in reading.value and reading.anchor.kind != "explicit"


def _impossible(problem: str) -> Reading:
    return Reading(problem=problem, anchor=UNANCHORED, moves=False)
