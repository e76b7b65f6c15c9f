"""Readers of times of the day, and of words that only say past, present or future."""

from __future__ import annotations

import datetime as dt

import msgspec

from reportedly.mentions.times.absolute import day as day_of
from reportedly.mentions.times.grammar import Parts, load_grammar
from reportedly.mentions.times.reading import UNANCHORED, Course, Reading
from reportedly.mentions.times.relative import deictic, weekday
from reportedly.mentions.times.years import part_of_day
from reportedly.resources.lexicon import table


def clock(parts: Parts, course: Course) -> Reading | None:
    """11 a.m., 18:00 UTC, noon: on the day of the sentence, or that the text stands at."""
    told = _told(parts)
    if told is None:
        return None
    zone = parts.value("zone") or ""
    day = course.day
    anchor = course.previous
    if not course.in_sentence:
        day, anchor = (None, UNANCHORED) if course.narrative else (course.published, course.today)
    stem = day.isoformat() if day else "XXXX-XX-XX"
    return Reading(timex="TIME", value=f"{stem}T{told}{zone}", moves=False, anchor=anchor)


def clock_of_day(parts: Parts, course: Course) -> Reading | None:
    """10 p.m. Friday, 11 a.m. on 11 November 1918: both in one."""
    told = _told(parts)
    date = weekday(parts, course) if parts.get("weekday") and not parts.get("month") else None
    date = date or (deictic(parts, course) if parts.get("deictic") else day_of(parts, course))
    if told is None or date is None or date.value is None or "X" in date.value:
        return None
    return msgspec.structs.replace(date, timex="TIME", value=f"{date.value[:10]}T{told}", mod=None)


def _told(parts: Parts) -> str | None:
    if sharp := parts.value("sharp"):
        return sharp
    half = parts.value("meridiem")
    figure = parts.get("clocktime", "clockdot")
    if figure:
        hour, minute = (int(n) for n in figure.replace(".", ":").split(":")[:2])
    else:
        word = parts.get("hour", "number")
        hour, minute = int(word) if word else (parts.number("count") or 0), 0
        if not half and parts.has("hours"):
            return None  # "12 hours" is a length
    if hour > 24 or minute > 59 or (half and hour > 12):
        return None
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute:02d}"


def some_part(parts: Parts, course: Course) -> Reading | None:
    """At night, in the morning."""
    words = parts.words
    part = part_of_day(parts) or parts.value("daypart_alone")
    if part is None:
        part = "MO" if parts.has("hours") else "DT" if parts.has("daylight", "daytime") else None
    if part is None:
        return None
    day = course.day if course.in_sentence else None
    if day is not None and "the" in words:
        return Reading(
            timex="TIME",
            value=f"{day}T{part}",
            earliest=day,
            latest=day + dt.timedelta(days=part == "NI"),
            anchor=course.previous,
        )
    return Reading(timex="TIME", value=f"XXXX-XX-XXT{part}", anchor=UNANCHORED, moves=False)


def reference(parts: Parts, course: Course) -> Reading | None:
    """Now, recently, in the future."""
    words = " ".join(parts.words).replace(" - ", "-")
    for value, phrases in table("times")["phrases"].items():
        if words in phrases or words.replace("-", " - ") in phrases:
            return _reference(value, course)
    known = load_grammar().values["ref"].get(words)
    if known is None:
        known = {"future": "FUTURE_REF", "sometime": None, "present": "PRESENT_REF", "later": "FUTURE_REF"}.get(
            words, "PAST_REF"
        )
    return _reference(known, course)


def _reference(value: str | None, course: Course) -> Reading:
    latest = course.published if value in {"PRESENT_REF", "PAST_REF"} and not course.narrative else None
    earliest = course.published if value in {"PRESENT_REF", "FUTURE_REF"} and not course.narrative else None
    return Reading(value=value, earliest=earliest, latest=latest, moves=False, anchor=course.today)
