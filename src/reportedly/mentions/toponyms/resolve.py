"""Which candidate each name means: one sense for a name in a document, chosen by what the other names mean.

A score is a prior (people who live there, kind) and evidence of the document: the country and the province that the
other
names lie in, the nearest other place, and containment that the words state ("X, Y", "X in Y", "Y's X"). Every round
takes the senses of the round before, as relaxation does (Leidner 2007; the weights were set on GeoVirus and on part of
TR-News).
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final

import msgspec

from reportedly.mentions.toponyms.candidates import Candidate, Named, look_up, speaks_for
from reportedly.resources.gazetteer import Gazetteer, Place
from reportedly.resources.geometry import distance_km
from reportedly.resources.lexicon import table
from reportedly.resources.place_keys import place_key

ROUNDS: Final = 3
#: Added to log10 of the population.
_KINDS: Final = {
    "country": 3.0, "continent": 3.0, "admin1": 0.3, "admin2": -1.2, "airfield": 2.0, "base": 1.0, "camp": 0.5,
    "capital": 1.5, "city": 0.0, "village": 0.0, "district": 0.0,
}  # fmt: skip
_METROPOLIS: Final = 1_000_000
_METROPOLIS_GAIN: Final = 1.0
_REGION: Final = 1.5  # seas, rivers, regions of the supplement
_COUNTRY_WEIGHT: Final = 3.0
_PROVINCE_WEIGHT: Final = 1.2
_NEAR_WEIGHT: Final = 1.6
_NEAR_KM: Final = 120.0
_FITS: Final = 2.0
_LISTED: Final = frozenset({"country", "admin1"})
_LIST_WEIGHT: Final = 4.0
_SERIES: Final = re.compile(r",?\s+(?:and|or|&)\s+(?:the\s+)?|,\s*(?:the\s+)?")
_HELD: Final = {"country": 4.0, "admin1": 6.0, "admin2": 4.0}
_BETWEEN: Final = re.compile(
    r"\s*(?:,|\(|\bin\b|\bof\b|\bnear\b|,?\s+in (?:the )?(?:\w+ ){0,3}of)\s*(?:the\s+)?", re.IGNORECASE
)
_OWNER: Final = re.compile(r"[’']s?\s+(?:\w+\s+){0,2}", re.IGNORECASE)


class Sense(msgspec.Struct, frozen=True):
    """What a name means. score: higher is surer, comparable within a document only. others: passed over, best first."""

    candidate: Candidate
    score: float
    qualifier: str
    others: tuple[Candidate, ...]
    why: str


class _Name:
    """One name of a document with all places where it stands."""

    def __init__(self, named: Named, spans: list[tuple[int, int]], text: str) -> None:
        self.named, self.spans = named, spans
        fits = {kind for start, end in spans for kind in speaks_for(text, start, end)}
        self.prior = {
            c.place.id: prior(c.place) + (_FITS if c.fits or c.place.kind in fits else 0.0) for c in named.candidates
        }
        self.weight = 1.0 + math.log(len(spans))
        self.best: Candidate = max(named.candidates, key=lambda c: (self.prior[c.place.id], -c.place.id))


def prior(place: Place) -> float:
    """How likely a place is meant when nothing else is known."""
    kind = _KINDS.get(place.kind, _REGION)
    if place.kind == "city" and place.population >= _METROPOLIS:
        kind = _METROPOLIS_GAIN  # New York, São Paulo: the city is meant more often than the state
    return math.log10(1 + max(place.population, 0)) + kind


def resolve(text: str, spans: Iterable[tuple[int, int]], gazetteer: Gazetteer) -> dict[tuple[int, int], Sense]:
    """What the names at these spans mean; names that no place is called by are left out."""
    grouped: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for start, end in sorted(set(spans)):
        grouped[place_key(text[start:end])].append((start, end))
    names = {}
    for key, places in grouped.items():
        words = text[places[0][0] : places[0][1]]
        named = _abbreviated(text, places, gazetteer) or look_up(words, gazetteer)
        if not named.candidates and words.isupper():  # "NY" alone, where no place is called so
            named = _state(words, gazetteer) or named
        if named.candidates:
            names[key] = _Name(named, places, text)
    held = _containment(text, names)
    beside = _listed(text, names)
    scores: dict[str, dict[int, float]] = {}
    for _ in range(ROUNDS):
        scores = {key: _scores(key, names, held, beside.get(key, ())) for key in names}
        for key, name in names.items():
            own = scores[key]
            name.best = max(name.named.candidates, key=lambda c: (own[c.place.id], -c.place.id))
    return {span: _sense(name, scores[key]) for key, name in names.items() for span in name.spans}


def _sense(name: _Name, scores: Mapping[int, float]) -> Sense:
    ordered = sorted(name.named.candidates, key=lambda c: (-scores[c.place.id], c.place.id))
    best, others = ordered[0], tuple(ordered[1:4])
    if not others:
        why = "the only place of this name"
    elif name.prior[best.place.id] >= max(name.prior[c.place.id] for c in others):
        why = f"the best known of {len(ordered)} places of this name"
    else:
        why = f"of {len(ordered)} places of this name the one that the other places in the report speak for"
    return Sense(best, scores[best.place.id], name.named.qualifier, others, why)


def _abbreviated(text: str, places: Sequence[tuple[int, int]], gazetteer: Gazetteer) -> Named | None:
    """As in "Austin, Tex.": a state's abbreviation is one only behind a comma."""
    start, end = places[0]
    words = text[start:end]
    code = table("toponyms")["states"].get(place_key(words))
    alone = "." in words or len(words) > 2  # "B.C.", "NSW"; "Ga", "La" are states only behind a comma
    if code is None or not (text[max(0, start - 2) : start] == ", " or (alone and words.isupper())):
        return None
    return _state(words, gazetteer)


def _state(words: str, gazetteer: Gazetteer) -> Named | None:
    code = table("toponyms")["states"].get(place_key(words))
    found = None if code is None else gazetteer.with_code(code)
    return None if found is None else Named((Candidate(found, "exact", True),))


def _scores(
    key: str, names: Mapping[str, _Name], held: Mapping[tuple[str, int], float], beside: Sequence[str]
) -> dict[int, float]:
    name = names[key]
    company = [names[other].best.place for other in beside]
    countries: dict[str, float] = defaultdict(float)
    provinces: dict[int, float] = defaultdict(float)
    points: list[tuple[float, float]] = []
    total = 0.0
    for other_key, other in names.items():
        if other_key == key:
            continue
        place = other.best.place
        weight = other.weight * (1.5 if place.kind in {"country", "admin1"} else 1.0)
        total += weight
        countries[place.country] += weight
        provinces[_province(place)] += weight
        if place.kind not in {"country", "continent"}:
            points.append((place.latitude, place.longitude))
    found = {}
    for candidate in name.named.candidates:
        place = candidate.place
        score = name.prior[place.id] + held.get((key, place.id), 0.0)
        if total and place.country:
            score += _COUNTRY_WEIGHT * countries[place.country] / total
        if _province(place):
            score += _PROVINCE_WEIGHT * min(1.5, provinces[_province(place)] / 2)
        if points and place.kind not in {"country", "continent"}:
            near = min(distance_km(place.latitude, place.longitude, *point) for point in points)
            score += _NEAR_WEIGHT * math.exp(-near / _NEAR_KM)
        if company and place.kind in _LISTED:
            score += _LIST_WEIGHT * sum(_is_alike(place, other) for other in company) / len(company)
        found[place.id] = score
    return found


def _is_alike(place: Place, other: Place) -> bool:
    """Whether two places are members of one series: countries, or provinces of one country."""
    return place.kind == other.kind and (place.kind == "country" or place.country == other.country)


def _listed(text: str, names: Mapping[str, _Name]) -> dict[str, list[str]]:
    """The other names of each list of three or more ("Oregon, Washington and Wyoming"): its members are alike."""
    spans = sorted((start, end, key) for key, name in names.items() for start, end in name.spans)
    found: dict[str, list[str]] = defaultdict(list)
    run: list[str] = []
    for number, (_, end, key) in enumerate(spans):
        run.append(key)
        if number + 1 < len(spans) and _SERIES.fullmatch(text[end : spans[number + 1][0]]):
            continue
        if len(run) > 2:
            for member in run:
                found[member] += [other for other in run if other != member]
        run = []
    return found


def _province(place: Place) -> int:
    return place.id if place.kind == "admin1" else place.admin1


def _containment(text: str, names: Mapping[str, _Name]) -> dict[tuple[str, int], float]:
    """What stated containment adds to a candidate, by name and place."""
    spans = sorted((start, end, key) for key, name in names.items() for start, end in name.spans)
    found: dict[tuple[str, int], float] = defaultdict(float)
    for (_, end, first), (start, _, second) in pairwise(spans):
        between = text[end:start]
        if first == second or len(between) > 40:
            continue
        inner, outer = first, second
        if _OWNER.fullmatch(between):
            inner, outer = second, first
        elif not _BETWEEN.fullmatch(between):
            continue
        for small in names[inner].named.candidates:
            for large in names[outer].named.candidates:
                if lies_in(small.place, large.place):
                    gain = _HELD.get(large.place.kind, 0.0)
                    found[inner, small.place.id] = max(found[inner, small.place.id], gain)
                    found[outer, large.place.id] = max(found[outer, large.place.id], gain / 2)
    return found


def lies_in(small: Place, large: Place) -> bool:
    """Whether one place lies in a country, province or district, as far as the gazetteer knows."""
    if small.id == large.id:
        return False
    if large.kind == "country":
        return small.country == large.country and small.kind != "country"
    if large.kind == "admin1":
        return small.admin1 == large.id
    return large.kind == "admin2" and small.admin2 == large.id
