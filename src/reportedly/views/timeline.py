"""A name's sightings in order of time, each with the days that its words may mean, on one axis."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

import msgspec

from reportedly.base.assemble import World
from reportedly.base.store import View
from reportedly.records.when import Extent
from reportedly.views.claims import Told
from reportedly.views.dossier import dossiers


class Anchor(StrEnum):
    """What is known of the day of a sighting."""

    DAY = "day"  # one day
    SOME_DAY = "some day"  # some day of an interval
    ALL_DAYS = "all days"  # every day of an interval
    BEFORE_REPORT = "before the report"  # no day is told, or none that could be counted; it is over by then
    UNKNOWN = "unknown"


class Sighting(msgspec.Struct, frozen=True, kw_only=True):
    """A claim with its days. first, last: ISO days that bound it, None where open. Of one that says no day, last is
    that of the report.
    """

    told: Told
    anchor: Anchor
    first: str | None
    last: str | None


class Timeline(msgspec.Struct, frozen=True, kw_only=True):
    """The sightings of one name, oldest first, undated ones last. start, end: the days of the axis, None if none is
    dated.
    """

    name: str
    sightings: tuple[Sighting, ...]
    start: str | None
    end: str | None


def timelines(base: View, words: str, known: World | None = None) -> tuple[Timeline, ...]:
    """A timeline for each name that some report writes so, as `dossiers` orders them, with `known` as there.

    Raises NotFoundError.
    """
    found = dossiers(base, words, known)
    return tuple(_timeline(one.name, [_sighting(told) for told in one.sightings]) for one in found)


def _timeline(name: str, sightings: Sequence[Sighting]) -> Timeline:
    days = [day for one in sightings for day in (one.first, one.last) if day is not None]
    ordered = sorted(sightings, key=lambda one: (one.first or one.last or "9999", one.last or "9999", one.told.moment))
    return Timeline(
        name=name,
        sightings=tuple(ordered),
        start=min(days, default=None),
        end=max(days, default=None),
    )


def _sighting(told: Told) -> Sighting:
    time, published = told.claim.time, told.head.published
    first, last = (None, None) if time is None else (time.earliest, time.latest)
    if first is None and last is None:
        anchor = Anchor.UNKNOWN if published is None else Anchor.BEFORE_REPORT
        return Sighting(told=told, anchor=anchor, first=None, last=published)
    if first == last:
        anchor = Anchor.DAY
    else:
        anchor = Anchor.ALL_DAYS if time is not None and time.extent is Extent.THROUGHOUT else Anchor.SOME_DAY
    return Sighting(told=told, anchor=anchor, first=first, last=last)


def bar(one: Sighting, start: str | None, end: str | None, width: int) -> str:
    """A sighting drawn on the axis from start to end, just so many characters wide.

    ● one day; ├─┤ some day of these; ━━━ every one of them; ◂ and ▸ open ends; ? no day is told, at the day of the
    report that it precedes, or alone at the left.
    """
    if start is None or end is None or (one.first is None and one.last is None):
        return "?".ljust(width)
    if one.anchor is Anchor.BEFORE_REPORT:
        return (" " * _column(one.last or end, start, end, width) + "?").ljust(width)
    left = 0 if one.first is None else _column(one.first, start, end, width)
    right = width - 1 if one.last is None else _column(one.last, start, end, width)
    if one.anchor is Anchor.DAY or (left == right and one.first is not None and one.last is not None):
        return (" " * left + ("●" if one.anchor is Anchor.DAY else "◆")).ljust(width)
    line = "━" if one.anchor is Anchor.ALL_DAYS else "─"
    ends = (line, line) if one.anchor is Anchor.ALL_DAYS else ("├", "┤")
    begin = ends[0] if one.first is not None else "◂"
    close = ends[1] if one.last is not None else "▸"
    return (" " * left + begin + line * (right - left - 1) + (close if right > left else "")).ljust(width)


def _column(day: str, start: str, end: str, width: int) -> int:
    span = _ordinal(end) - _ordinal(start)
    return 0 if span == 0 else round((_ordinal(day) - _ordinal(start)) / span * (width - 1))


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()
