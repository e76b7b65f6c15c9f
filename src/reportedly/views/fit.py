"""How surely a claim fits a question about where and when: an area or an interval may be met for certain or possibly.

What is told of a whole province may have happened anywhere in it; what happened some day of a year may have happened
on any. Such a claim is possibly, not certainly, within a smaller area or interval.
"""

from __future__ import annotations

import calendar
import re
from enum import StrEnum
from types import MappingProxyType
from typing import Final

import msgspec

from reportedly.base.store import Head
from reportedly.errors import ReportedlyError
from reportedly.records.claim import Claim, Modality
from reportedly.records.when import Extent
from reportedly.records.where import Where
from reportedly.resources.areas import shape_of
from reportedly.resources.geometry import Geometry, Span, span_km

#: Neighbours touch, and nothing of the one lies in the other.
_TOUCHING_KM: Final = 0.1
_DAY: Final = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


class Certainty(StrEnum):
    """Whether a claim fits whatever its words leave open, or only if they mean the right part of it."""

    CERTAIN = "certain"
    POSSIBLE = "possible"


class Fit(msgspec.Struct, frozen=True, kw_only=True):
    """How a claim fits a question. where, when: for each that was asked. nearest_km, farthest_km: of what its words may
    mean, from the place asked for. why: a sentence.
    """

    certainty: Certainty
    where: Certainty | None = None
    when: Certainty | None = None
    nearest_km: float | None = None
    farthest_km: float | None = None
    why: str = ""


class Period(msgspec.Struct, frozen=True):
    """Days asked for, both ends inside; None is open."""

    first: str | None = None
    last: str | None = None


class Target(msgspec.Struct, frozen=True):
    """A place asked for, with the distance that is still near enough. country, area: ISO codes where it is one."""

    name: str
    shape: Geometry
    within_km: float
    area: str | None = None


def period(first: str | None, last: str | None) -> Period:
    """Days as a person writes them: a day, a month or a year each. Raises ReportedlyError with what to write."""
    ends = (None if first is None else _bound(first, last=False), None if last is None else _bound(last, last=True))
    found = Period(*ends)
    if found.first is not None and found.last is not None and found.first > found.last:
        raise ReportedlyError(f"From {first} to {last} there is no day: the first lies after the last.")
    return found


def _bound(words: str, *, last: bool) -> str:
    match = _DAY.fullmatch(words.strip())
    year, month, day = (None if part is None else int(part) for part in match.groups()) if match else (None, None, None)
    if year is None or year < 1 or (month is not None and not 1 <= month <= 12):
        raise ReportedlyError(f"{words!r} is no day, month or year. Write it as 2016-06-05, 2016-06 or 2016.")
    month = month or (12 if last else 1)
    days = calendar.monthrange(year, month)[1]
    day = day or (days if last else 1)
    if not 1 <= day <= days:
        raise ReportedlyError(f"{words!r} is no day of the calendar.")
    return f"{year:04d}-{month:02d}-{day:02d}"


def fit_of(
    claim: Claim, head: Head, target: Target | None, wanted: Period, areas: MappingProxyType[str, Geometry]
) -> Fit | None:
    """How a claim fits; None where it cannot."""
    where = None if target is None else _where(claim.ground, target, areas)
    when = _when(claim, head, wanted)
    if (target is not None and where is None) or when is None:
        return None
    asked = wanted != Period()
    parts = [part for part in (where, when if asked else None) if part is not None]
    sure = all(part.certainty is Certainty.CERTAIN for part in parts)
    return Fit(
        certainty=Certainty.CERTAIN if sure else Certainty.POSSIBLE,
        where=None if where is None else where.certainty,
        when=when.certainty if asked else None,
        nearest_km=None if where is None else where.nearest_km,
        farthest_km=None if where is None else where.farthest_km,
        why="; ".join(part.why for part in parts),
    )


def _where(place: Where | None, target: Target, areas: MappingProxyType[str, Geometry]) -> Fit | None:
    shape = None if place is None else shape_of(place, areas)
    if place is None or shape is None:
        return None
    if target.area is not None and target.area in {place.area, place.country}:
        # outlines are thinned: what is told to lie in it does, also at its edge
        return Fit(certainty=Certainty.CERTAIN, nearest_km=0.0, farthest_km=0.0, why=f"in {target.name}")
    span = span_km(shape, target.shape)
    if _are_apart(place.area, target.area):
        span = Span(max(span.least, _TOUCHING_KM), span.most)
    if span.least > target.within_km:
        return None
    sure = span.most <= target.within_km
    near, far = round(span.least), round(span.most)
    if sure:
        told = f"{near} km from {target.name}" if near == far else f"{near} to {far} km from {target.name}"
        why = f"{'at' if shape['type'] == 'Point' else 'in'} {target.name}" if far == 0 else told
    else:
        why = f"“{place.name}” is wider: {near} to {far} km from {target.name}"
    return Fit(
        certainty=Certainty.CERTAIN if sure else Certainty.POSSIBLE,
        nearest_km=round(span.least, 1), farthest_km=round(span.most, 1), why=why,
    )  # fmt: skip


def _are_apart(area: str | None, other: str | None) -> bool:
    """Whether two codes are those of areas that only touch: two countries, or two provinces."""
    if area is None or other is None:
        return False
    return area[:2] != other[:2] or (area != other and "-" in area and "-" in other)


def _when(claim: Claim, head: Head, wanted: Period) -> Fit | None:
    """How the days that a claim may mean meet those asked for. What is not planned is over by the day of the report.

    An undated report is not of after the day on which it was read.
    """
    time = claim.time
    first, last = (None, None) if time is None else (time.earliest, time.latest)
    over_by = head.published or (head.read_at[:10] if _DAY.fullmatch(head.read_at[:10]) else None)
    if last is None and claim.modality is not Modality.PLANNED and over_by is not None:
        last = max(first or over_by, over_by)
    if first is not None and wanted.last is not None and first > wanted.last:
        return None
    if last is not None and wanted.first is not None and last < wanted.first:
        return None
    ends = (_is_in(first, wanted), _is_in(last, wanted))
    if time is not None and time.extent is Extent.THROUGHOUT:
        # it held on every day of an interval that meets the one asked for
        sure = any(ends) or (first is not None and last is not None)
    else:
        sure = (ends[0] or wanted.first is None) and (ends[1] or wanted.last is None)
    if time is None:
        why = f"no day is told: any up to {head.published}, that of the report" if head.published else "no day is told"
    else:
        why = _days(first, last) if sure else f"{_days(first, last)}, only part of which was asked for"
    return Fit(certainty=Certainty.CERTAIN if sure else Certainty.POSSIBLE, why=why)


def _is_in(day: str | None, wanted: Period) -> bool:
    if day is None:
        return False
    return (wanted.first is None or day >= wanted.first) and (wanted.last is None or day <= wanted.last)


def _days(first: str | None, last: str | None) -> str:
    if first is None or last is None:
        return f"{first} or later" if first is not None else f"{last} or earlier"
    return first if first == last else f"{first} to {last}"
