"""Reads the expressions of a text in order, so that each can be counted from those before it.

Invariant: the order of reading is the order of the text, but for times of the day, which wait for the date of their
sentence ("At 11 a.m. on 11 November").
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

import msgspec

from reportedly.mentions.times import absolute, amounts, clock, eastern, relative, seasons
from reportedly.mentions.times.bounds import bounds_of, narrowed
from reportedly.mentions.times.checks import checked
from reportedly.mentions.times.grammar import Parts
from reportedly.mentions.times.mode import dateline, tells_history
from reportedly.mentions.times.named import Named, read_named
from reportedly.mentions.times.reading import UNANCHORED, Course, Reader, Reading
from reportedly.mentions.times.relation import Frame, frame_of, is_range
from reportedly.mentions.times.search import Candidates, Found, Line, expressions_in, spans_in
from reportedly.mentions.times.tense import goes_on, tense_around
from reportedly.records.when import Extent

_READERS: Final[Mapping[str, Reader]] = MappingProxyType(
    {
        "iso": absolute.iso,
        "figures": absolute.figures,
        "day": absolute.day,
        "bare day": absolute.bare_day,
        "month": absolute.month,
        "year": absolute.year,
        "decade": absolute.decade,
        "century": absolute.century,
        "before christ": absolute.before_christ,
        "season": seasons.season,
        "quarter": seasons.quarter,
        "fiscal": seasons.fiscal,
        "hijri": eastern.hijri,
        "jalali": eastern.jalali,
        "weekday": relative.weekday,
        "day or weekday": relative.day_or_weekday,
        "deictic": relative.deictic,
        "tonight": relative.tonight,
        "shifted": relative.shifted,
        "running": relative.running,
        "anaphoric": relative.anaphoric,
        "ago": relative.ago,
        "from now": relative.from_now,
        "later": relative.later,
        "offset": relative.offset,
        "day after": relative.day_after,
        "same time": relative.same_time,
        "duration": amounts.duration,
        "stretch": amounts.stretch,
        "interval": amounts.interval,
        "set": amounts.repeated,
        "clock": clock.clock,
        "clock of a day": clock.clock_of_day,
        "some part": clock.some_part,
        "reference": clock.reference,
    }
)
_WAITING: Final = frozenset({"clock", "some part"})


class Expression(msgspec.Struct, frozen=True, kw_only=True):
    """An expression with its reading and what the words before it make of it."""

    start: int
    end: int
    reading: Reading
    rule: str
    relation: str
    extent: Extent
    earliest: dt.date | None
    latest: dt.date | None


def resolve(
    text: str, lines: Sequence[Line], published: dt.date | None, *, spans: Sequence[tuple[int, int]] | None = None
) -> list[Expression]:
    """All expressions of a text, or those at the given spans, in order."""
    searched = [list(expressions_in(line, n)) for n, line in enumerate(lines)]
    flat = [c for row in searched for c in row]
    if published is None:
        published = dateline(text, lines, flat)
    course = Course(published, narrative=tells_history(flat, published))
    if spans is not None:
        return _Run(text, lines, course).given(searched, spans)
    run = _Run(text, lines, course)
    return [e for row in searched for e in run.sentence(row)]


class _Run:
    """One reading of one text."""

    def __init__(self, text: str, lines: Sequence[Line], course: Course) -> None:
        self.text = text
        self.lines = lines
        self.course = course
        self.spans_given = False

    def given(self, searched: Sequence[list[Candidates]], spans: Sequence[tuple[int, int]]) -> list[Expression]:
        """One expression for each span; what was found besides is read for the dates that it brings."""
        self.spans_given = True
        rows: list[list[Candidates]] = [[] for _ in self.lines]
        found: dict[tuple[int, int], Expression] = {}
        for start, end in spans:
            index = next((n for n, line in enumerate(self.lines) if line.start <= start < line.end), None)
            inside = None if index is None else spans_in(self.lines[index], index, start, end)
            if index is None or inside is None:
                found[start, end] = _unread(start, end)
            else:
                rows[index].append(inside)
        for n, row in enumerate(rows):
            more = [c for c in searched[n] if not any(c.start < o.end and o.start < c.end for o in row)]
            wanted = {(c.start, c.end) for c in row}
            for e in self.sentence(sorted([*row, *more], key=lambda c: (c.start, -c.end))):
                if (e.start, e.end) in wanted:
                    found[e.start, e.end] = e
        return [found.get(span, _unread(*span)) for span in spans]

    def sentence(self, row: Sequence[Candidates]) -> list[Expression]:
        """The expressions of one sentence."""
        if not row:
            return []
        read: dict[int, tuple[Reading, str, int]] = {}
        days: dict[int, dt.date] = {}
        self.course.in_sentence = False
        for waiting in (False, True):
            for n, candidates in enumerate(row):
                if n in read or (not waiting and _waits(candidates)):
                    continue
                kept = self.course.year, self.course.month, self.course.day, self.course.in_sentence
                if waiting and days:
                    nearest = min(days, key=lambda k: (abs(k - n), k > n))
                    self.course.day, self.course.in_sentence = days[nearest], True
                answer = self._read(row, n)
                if waiting:
                    self.course.year, self.course.month, self.course.day, self.course.in_sentence = kept
                if answer is None:
                    continue
                read[n] = answer
                if not waiting and answer[0].moves and answer[0].value:
                    self.course.move(answer[0].value)
                    if self.course.day is not None:
                        days[n] = self.course.day
        return self._framed(row, read)

    def _read(self, row: Sequence[Candidates], n: int) -> tuple[Reading, str, int] | None:
        candidates, line = row[n], self.lines[row[n].line]
        self.course.ahead = self._ahead(row, n)
        bounds = (line.start, line.end)
        self.course.tense = lambda: tense_around(self.text, candidates.start, candidates.end, bounds)
        self.course.goes_on = lambda: goes_on(self.text[line.start : candidates.start])
        for found in candidates.found:
            rule = "named: " + found.name.entry["names"][0] if isinstance(found, Named) else found.rule.name
            reading = self._value(found)
            if reading is not None:
                return reading, rule, line.tokens[found.last].end
        return None

    def _value(self, found: Found) -> Reading | None:
        try:
            if isinstance(found, Named):
                reading = read_named(found, self.course)
            else:
                reading = _READERS[found.rule.read](found, self.course)
            if reading is not None and reading.value is not None:
                bounds_of(reading.value)
        except (OverflowError, ValueError):  # the day that was counted to lies outside the years 1 to 9999
            return Reading(anchor=UNANCHORED, moves=False, problem="lies outside the calendar")
        return reading

    def _ahead(self, row: Sequence[Candidates], n: int) -> tuple[int | None, int | None]:
        """Year and month of the date that this one shares them with: "6" and "7 January 1916"."""
        month: int | None = None
        for one, following in zip(row[n:], row[n + 1 :], strict=False):
            if not is_range(self.text[one.end : following.start]):
                break
            parts = following.found[0] if following.found else None
            if not isinstance(parts, Parts):
                break
            told = parts.number("month") if parts.get("month") else parts.number("bare_month")
            month = month or told
            figure = parts.get("year")
            if figure is not None and parts.rule.read in {"day", "bare day", "month", "season"}:
                return int(figure), month
        return None, month

    def _framed(self, row: Sequence[Candidates], read: Mapping[int, tuple[Reading, str, int]]) -> list[Expression]:
        made: list[Expression] = []
        for n in sorted(read):
            reading, rule, end = read[n]
            line = self.lines[row[n].line]
            frame = frame_of(self.text[line.start : row[n].start], self.text[row[n].start : row[n].end])
            made.append(self._expression(row[n], reading, rule, end, frame))
        for i in range(len(made) - 1):
            between = self.text[made[i].end : made[i + 1].start]
            line_start = self.lines[row[0].line].start
            joined = frame_of(self.text[line_start : made[i].start], "").opens_range(between)
            if joined is not None:
                made[i : i + 2] = _pair(made[i], made[i + 1], joined)
        return made

    def _expression(self, at: Candidates, reading: Reading, rule: str, end: int, frame: Frame) -> Expression:
        if frame.opener == "over" and reading.timex != "DURATION":
            frame = frame_of("", "")  # "over the weekend" is some time within
        line = self.lines[at.line]
        reading = checked(reading, self.text, (at.start, end), (line.start, line.end), frame, self.course)
        bounds = None if reading.value is None else bounds_of(reading.value)
        first, last = narrowed(bounds, reading.mod) if bounds else (None, None)
        first, last = reading.earliest or first, reading.latest or last
        earliest, latest = (
            (first, last) if reading.timex not in {"DATE", "TIME"} else frame.bounds(first, last, self.course)
        )
        return Expression(
            start=at.start,
            end=at.end if self.spans_given else end,
            reading=reading,
            rule=rule,
            relation=frame.relation,
            extent=Extent.THROUGHOUT if frame.throughout else Extent.WITHIN,
            earliest=earliest,
            latest=latest,
        )


def _waits(candidates: Candidates) -> bool:
    return any(isinstance(f, Parts) and f.rule.read in _WAITING for f in candidates.found[:1])


def _pair(one: Expression, other: Expression, extent: Extent) -> tuple[Expression, Expression]:
    """Both ends of "from A to B" get the whole interval."""
    if one.earliest is None or other.latest is None or one.reading.timex == "DURATION":
        return one, other
    if one.earliest > other.latest:
        return one, other
    whole = {"earliest": one.earliest, "latest": other.latest, "extent": extent}
    relations = ("since", "until") if extent == Extent.THROUGHOUT else ("in", "in")
    return (
        msgspec.structs.replace(one, relation=relations[0], **whole),
        msgspec.structs.replace(other, relation=relations[1], **whole),
    )


def _unread(start: int, end: int) -> Expression:
    return Expression(
        start=start,
        end=end,
        reading=Reading(anchor=UNANCHORED, moves=False),
        rule="",
        relation="in",
        extent=Extent.WITHIN,
        earliest=None,
        latest=None,
    )
