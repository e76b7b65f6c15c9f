"""What is claimed to have happened at a place, by its name, or on the map around it and within an interval."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import Final

import msgspec

from reportedly.base.store import Box, Selection, View
from reportedly.errors import NotFoundError
from reportedly.mentions.toponyms.places import where_named
from reportedly.records.claim import Claim
from reportedly.records.where import Precision, Where
from reportedly.resources.areas import load_areas, shape_of
from reportedly.resources.gazetteer import load_gazetteer
from reportedly.resources.geometry import DEGREE_KM, Geometry, bounds, turned
from reportedly.text.fold import key
from reportedly.views.claims import Told, in_time, told
from reportedly.views.fit import Certainty, Fit, Period, Target, fit_of

#: A circle, a stretch or an area without an outline reaches no farther from its middle than this.
_WIDEST_KM: Final = 520.0


class Fitting(msgspec.Struct, frozen=True, kw_only=True):
    """A claim and how surely it fits what was asked; without distance or days, fit is None."""

    told: Told
    fit: Fit | None = None


class PlaceClaims(msgspec.Struct, frozen=True, kw_only=True):
    """Claims at a place in the order of time. name: as asked; keys: the folded names that were found under it; target:
    the place on the map, where a distance was asked.
    """

    name: str
    keys: tuple[str, ...]
    found: tuple[Fitting, ...]
    target: Where | None = None

    @property
    def claims(self) -> tuple[Told, ...]:
        """The claims alone."""
        return tuple(one.told for one in self.found)

    @property
    def names(self) -> tuple[str, ...]:
        """The keys as reports write them, the commonest spelling of each."""
        written: dict[str, Counter[str]] = {}
        for one in self.claims:
            for name in _place_names(one.claim):
                written.setdefault(key(name), Counter())[name] += 1
        return tuple(written[folded].most_common(1)[0][0] for folded in self.keys if folded in written)

    def counted(self, certainty: Certainty) -> int:
        """How many fit so surely."""
        return sum(one.fit is not None and one.fit.certainty is certainty for one in self.found)


def _place_names(claim: Claim) -> Iterator[str]:
    """What a claim calls its place, and what stands in other roles."""
    if claim.place is not None:
        yield claim.place.canonical
    parties = (claim.subject, *claim.subjects, claim.object)
    yield from (party.canonical for party in parties if party is not None)


def place(base: View, words: str, *, within_km: float | None = None, days: Period | None = None) -> PlaceClaims:
    """The claims at a place. words: its name, or coordinates.

    Without within_km those whose place, or a place or facility in another role, is called so; with it those whose place
    lies so near on the map or may do so, 0 for inside its outline. days: only what may have happened on one of them.
    Raises NotFoundError when there is none, or when no such place is known.
    """
    days = days or Period()
    if within_km is not None:
        return _around(base, words, within_km, days)
    keys = base.place_keys(words) if key(words) else frozenset()
    wanted = Selection(places=keys, first=days.first, last=days.last)
    claims = _fitting(told(base, wanted) if keys else (), None, days, MappingProxyType({}))
    if not claims:
        during = "" if days == Period() else " in that time"
        raise NotFoundError(f"No claim in {base.name} is placed at {words!r}{during}.")
    return PlaceClaims(name=words, keys=tuple(sorted(keys)), found=claims)


def _around(base: View, words: str, within_km: float, days: Period) -> PlaceClaims:
    where = _known(base, words)
    areas = load_areas()
    shape = None if where is None else shape_of(where, areas)
    if where is None or shape is None:
        raise NotFoundError(
            f"No place called {words!r} is known, so that no distance can be told. Give its coordinates (33.35,43.78), "
            "or ask for its name without --within."
        )
    whole = where.area if where.area in areas and where.qualifier is None and where.is_area else None
    target = Target(where.name, shape, within_km, whole)
    wanted = Selection(box=_box(shape, within_km, areas), first=days.first, last=days.last)
    claims = _fitting(told(base, wanted), target, days, areas)
    if not claims:
        during = "" if days == Period() else " in that time"
        near = f"within {within_km:g} km of" if within_km else "inside"
        raise NotFoundError(f"No claim in {base.name} is placed {near} {where.name}{during} ({where.why}).")
    grounds = (one.told.claim.ground for one in claims)
    keys = {key(ground.canonical) for ground in grounds if ground is not None}
    return PlaceClaims(name=words, keys=tuple(sorted(keys)), found=claims, target=where)


def _fitting(
    claims: Iterable[Told], target: Target | None, days: Period, areas: MappingProxyType[str, Geometry]
) -> tuple[Fitting, ...]:
    found = []
    for one in in_time(claims):
        fit = fit_of(one.claim, one.head, target, days, areas)
        if fit is not None:
            asked = target is not None or days != Period()
            found.append(Fitting(told=one, fit=fit if asked else None))
    return tuple(found)


def _known(base: View, words: str) -> Where | None:
    """The place that most claims of the base mean by a name, else the one that it is best known for."""
    keys = base.place_keys(words) if key(words) else frozenset()
    meant: Counter[int] = Counter()
    found: dict[int, Where] = {}
    for claim in base.claims(Selection(places=keys)) if keys else ():
        where = claim.ground
        if where is not None and where.place is not None and key(words) in {key(where.name), key(where.canonical)}:
            meant[where.place] += 1
            if where.place not in found or found[where.place].qualifier is not None:
                found[where.place] = where
    if meant:
        return _itself(found[min(meant, key=lambda number: (-meant[number], number))])
    return where_named(words, load_gazetteer())


def _itself(where: Where) -> Where:
    """The place that words speak of: of “near Maresh” Maresh, not the circle around it."""
    if where.precision is not Precision.NEAR:
        return msgspec.structs.replace(where, qualifier=None)
    return msgspec.structs.replace(where, qualifier=None, precision=Precision.SETTLEMENT, radius_km=None)


def _box(shape: Geometry, within_km: float, areas: MappingProxyType[str, Geometry]) -> Box:
    """All that a place within this distance can lie in, and the areas that reach into it."""
    inner = _widened(bounds(shape), within_km)
    reaching = frozenset(code for code, outline in areas.items() if _meet(inner, bounds(outline)))
    south, north, west, east = _widened(inner, _WIDEST_KM)
    return Box(south=south, north=north, west=west, east=east, areas=reaching)


def _widened(box: tuple[float, float, float, float], by_km: float) -> tuple[float, float, float, float]:
    """South, north, west and east of a box with a margin; all longitudes where it reaches a pole."""
    south, north, west, east = box
    south, north = max(-90.0, south - by_km / DEGREE_KM), min(90.0, north + by_km / DEGREE_KM)
    narrow = math.cos(math.radians(max(abs(south), abs(north))))
    margin = 360.0 if narrow < 0.01 else by_km / DEGREE_KM / narrow
    if east - west + 2 * margin >= 360.0:
        return south, north, -180.0, 180.0
    return south, north, turned(west - margin), turned(east + margin)


def _meet(box: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    if box[0] > other[1] or other[0] > box[1]:
        return False
    return box[2] > box[3] or not (box[2] > other[3] or other[2] > box[3])
