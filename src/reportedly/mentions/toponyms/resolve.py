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
from reportedly.mentions.toponyms.spelling import nearly
from reportedly.resources.gazetteer import Gazetteer, Place
from reportedly.resources.geometry import distance_km
from reportedly.resources.lexicon import table
from reportedly.resources.place_keys import place_key, without_article

ROUNDS: Final = 3
#: Added to log10 of the population.
_KINDS: Final = {
    "country": 3.0, "continent": 3.0, "admin1": 0.3, "admin2": -1.2, "airfield": 2.0, "base": 1.0, "camp": 0.5,
    "capital": 1.5, "city": 0.0, "village": 0.0, "district": 0.0,
}  # fmt: skip
#: Two senses whose scores differ by less are told apart by little.
_CLOSE: Final = 0.5
_METROPOLIS: Final = 1_000_000
_METROPOLIS_GAIN: Final = 1.0
_REGION: Final = 1.5  # seas, rivers, regions of the supplement
_COUNTRY_WEIGHT: Final = 4.0
#: A report that names one country only may still tell of a town elsewhere: as if so many names lay there.
_ELSEWHERE: Final = 1.0
_PROVINCE_WEIGHT: Final = 1.2
_NEAR_WEIGHT: Final = 1.6
_NEAR_KM: Final = 120.0
_FAR: Final = 10.0  # degrees of latitude, twice as many of longitude: what lies so far away adds nothing
#: "The Ruda district": the first kind that the word is told of, and others that it may be told of.
_FITS: Final = 2.0
_MAY_FIT: Final = 1.0
#: A province that is called like the town in which much of it lives ("Raqqa") is meant less often than the town, unless
#: the words say so.
_TOWNS: Final = frozenset({"city", "capital"})
_SEAT: Final = 0.15
_SHARED: Final = 1.5
#: Of places one of which has a name first, those for which it is another name are meant less often.
_ALIAS: Final = 0.5
_HOME: Final = 1.0
#: A county by its bare name ("Plymouth") is meant less often than a town.
_SHORT: Final = 1.5
_SETTLED: Final = frozenset({"city", "village", "district"})
_HOLDERS: Final = frozenset({"country", "admin1"})
_LISTS_ON: Final = re.compile(r",?\s+(?:and|or)\b")
#: Misspelt names are looked for in so many countries, each spoken of at least so much as a share of the first.
_COUNTRIES: Final = 3
_EVIDENCE: Final = 0.3
_LISTED: Final = frozenset({"country", "admin1"})
_LIST_WEIGHT: Final = 4.0
_SERIES: Final = re.compile(r",?\s+(?:and|or|&)\s+(?:the\s+)?|,\s*(?:the\s+)?")
_HELD: Final = {"country": 4.0, "admin1": 6.0, "admin2": 4.0}
_BETWEEN: Final = re.compile(
    r"\s*(?:,|\(|\bin\b|\bof\b|\bnear\b|,?\s+in (?:the )?(?:\w+ ){0,3}of)\s*(?:the\s+)?", re.IGNORECASE
)
_OWNS: Final = re.compile(r"[’']s?\s+")
#: A town of so many people is known to readers whoever is said to own something there.
_KNOWN: Final = 200_000
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
        key = place_key(text[spans[0][0] : spans[0][1]])
        own = {c.place.id for c in named.candidates if _is_called(c.place, key)}
        spoken = [kinds for start, end in spans if (kinds := speaks_for(text, start, end))]
        most, fits = {kinds[0] for kinds in spoken}, {kind for kinds in spoken for kind in kinds}
        seats = {c.place.admin1: c.place.population for c in reversed(named.candidates) if c.place.kind in _TOWNS}
        self.prior = {}
        for c in named.candidates:
            speaks = c.fits or c.place.kind in fits
            shared = seats.get(c.place.id, 0) > _SEAT * c.place.population and c.place.kind == "admin1" and not speaks
            short = not speaks and c.place.kind == "admin2" and place_key(c.place.name).startswith(f"{key} ")
            less = _SHARED if shared else _SHORT if short else 0.0
            if own and c.place.id not in own:
                less += _ALIAS
            most_likely = c.fits or c.place.kind in most
            self.prior[c.place.id] = prior(c.place) + (_FITS if most_likely else _MAY_FIT if speaks else 0.0) - less
        self.weight = 1.0 + math.log(len(spans))
        self.best: Candidate = max(named.candidates, key=lambda c: (self.prior[c.place.id], -c.place.id))


def _is_called(place: Place, key: str) -> bool:
    """Whether a key is the place's first name, not one of its others."""
    return without_article(place_key(place.name)) == without_article(key)


def prior(place: Place) -> float:
    """How likely a place is meant when nothing else is known."""
    kind = _KINDS.get(place.kind, _REGION)
    if place.kind == "city" and place.population >= _METROPOLIS:
        kind = _METROPOLIS_GAIN  # New York, São Paulo: the city is meant more often than the state
    return math.log10(1 + max(place.population, 0)) + kind


def resolve(
    text: str, spans: Iterable[tuple[int, int]], gazetteer: Gazetteer, home: str = ""
) -> dict[tuple[int, int], Sense]:
    """What the names at these spans mean; names that no place is called by are left out.

    home: code of the country that the publisher sits in, which speaks for it as one more name would.

    "Tripoli, Lebanon" as one name means its first part, in the second; where the first is unknown, the method of the
    sense is "container" and its place the second. A name that is misspelt has the method "fuzzy".
    """
    asked = sorted(set(spans))
    parts = {span: _parts(text, span, gazetteer) for span in asked}
    whole = [span for span in asked if not parts[span]]
    senses = _resolved(text, {*whole, *(part for two in parts.values() for part in two)}, gazetteer, home)
    senses |= _contradicted(text, senses)
    found = {span: senses[span] for span in whole if span in senses}
    for span, two in parts.items():
        if two:
            inner, outer = (senses.get(part) for part in two)
            sense = inner or (None if outer is None else _holding(outer))
            if sense is not None:
                found[span] = sense
    return found


def _parts(text: str, span: tuple[int, int], gazetteer: Gazetteer) -> tuple[tuple[int, int], ...]:
    """The two parts of a name like "Tripoli, Lebanon"; none where the whole is a name ("Washington, D.C.")."""
    start, end = span
    inner, comma, outer = text[start:end].partition(", ")
    if not comma or not inner.strip() or not outer.strip() or look_up(text[start:end], gazetteer).candidates:
        return ()
    return (start, start + len(inner)), (end - len(outer), end)


def _contradicted(text: str, senses: Mapping[tuple[int, int], Sense]) -> dict[tuple[int, int], Sense]:
    """Towns that the text puts where none of their name is known: "Bradford, Ontario" is not the English one.

    Of another country only where nothing else in the text lies in the one that the name seemed to mean: "Aleppo, Turkey
    and Iraq" is a list. "Giza's Haram" likewise, unless the name is well known: "Turkey's Aleppo policy".
    """
    claimed: dict[str, Sense] = {}
    sure: set[str] = set()
    for one, other in pairwise(sorted(senses)):
        between = text[one[1] : other[0]]
        inner, outer = (one, other) if between == ", " else (other, one)
        if between == ", " and _LISTS_ON.match(text, other[1]):
            continue
        small, large = senses[inner].candidate.place, senses[outer].candidate.place
        if between == ", ":
            fits = large.kind in _HOLDERS
        else:
            fits = _OWNS.fullmatch(between) is not None and small.population < _KNOWN and small.country != large.country
        if fits and small.kind in _SETTLED and not lies_in(small, large):
            claimed[text[inner[0] : inner[1]]] = _holding(senses[outer])
            if between == ", " and large.kind == "admin1" and small.country == large.country:
                sure.add(text[inner[0] : inner[1]])  # "Holliday, Mo.": not the one in Texas
    others = {s.candidate.place.country for (start, end), s in senses.items() if text[start:end] not in claimed}
    words = {span: text[span[0] : span[1]] for span in senses}
    held = (
        span
        for span in senses
        if words[span] in claimed and (words[span] in sure or senses[span].candidate.place.country not in others)
    )
    return {span: claimed[words[span]] for span in held}


def _holding(outer: Sense) -> Sense:
    """What is known of an unknown place that the text puts into a known one."""
    candidate = msgspec.structs.replace(outer.candidate, method="container")
    return msgspec.structs.replace(outer, candidate=candidate, others=(), why="no place of this name is known")


def _resolved(
    text: str, spans: Iterable[tuple[int, int]], gazetteer: Gazetteer, home: str
) -> dict[tuple[int, int], Sense]:
    grouped: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for start, end in sorted(spans):
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
    for _ in range(ROUNDS):  # each takes what the others were last held to be: two that look at each other agree
        for key, name in names.items():
            own = scores[key] = _scores(key, names, held, beside.get(key, ()), home)
            name.best = max(name.named.candidates, key=lambda c: (own[c.place.id], -c.place.id))
    found = {span: _sense(name, scores[key]) for key, name in names.items() for span in name.spans}
    countries = _spoken_of(names)
    for key, places in grouped.items():
        if key not in names and countries:
            start, end = places[0]
            near = nearly(text[start:end], tuple(countries), gazetteer)
            found |= {span: _misspelt(near) for span in places if near}
    return found


def _spoken_of(names: Mapping[str, _Name]) -> list[str]:
    """The countries that the names of a document lie in, most spoken of first, without those named in passing."""
    weights: dict[str, float] = defaultdict(float)
    for name in names.values():
        if name.best.place.country:
            weights[name.best.place.country] += name.weight
    ordered = sorted(weights, key=lambda code: (-weights[code], code))
    return [code for code in ordered[:_COUNTRIES] if weights[code] >= _EVIDENCE * weights[ordered[0]]]


def _misspelt(near: Sequence[Candidate]) -> Sense:
    best = near[0]
    why = f"no place is called so; in {best.place.country}, of which the report speaks, this spelling is nearest"
    return Sense(best, prior(best.place), "", tuple(near[1:4]), why)


def _sense(name: _Name, scores: Mapping[int, float]) -> Sense:
    ordered = sorted(name.named.candidates, key=lambda c: (-scores[c.place.id], c.place.id))
    best, others = ordered[0], tuple(ordered[1:4])
    if not others:
        why = "the only place of this name"
    elif name.prior[best.place.id] >= max(name.prior[c.place.id] for c in others):
        why = f"the best known of {len(ordered)} places of this name"
    else:
        why = f"of {len(ordered)} places of this name the one that the other places in the report speak for"
    if others and scores[best.place.id] - scores[others[0].place.id] < _CLOSE:
        second = others[0].place
        why += f"; {second.name} ({second.kind}{', ' + second.country if second.country else ''}) is nearly as likely"
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
    key: str, names: Mapping[str, _Name], held: Mapping[tuple[str, int], float], beside: Sequence[str], home: str
) -> dict[int, float]:
    name = names[key]
    company = [names[other].best.place for other in beside]
    countries: dict[str, float] = defaultdict(float)
    provinces: dict[int, float] = defaultdict(float)
    points: list[tuple[float, float]] = []
    total = _HOME if home else 0.0
    if home:
        countries[home] = _HOME
    for other_key, other in names.items():
        if other_key == key:
            continue
        place = other.best.place
        weight = other.weight * (1.5 if place.kind == "admin1" else 1.0)
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
            score += _COUNTRY_WEIGHT * countries[place.country] / (total + _ELSEWHERE)
        if _province(place):
            score += _PROVINCE_WEIGHT * min(1.5, provinces[_province(place)] / 2)
        if points and place.kind not in {"country", "continent"}:
            near = [
                distance_km(place.latitude, place.longitude, *p)
                for p in points
                if abs(p[0] - place.latitude) < _FAR and abs(p[1] - place.longitude) < 2 * _FAR
            ]
            score += _NEAR_WEIGHT * math.exp(-min(near) / _NEAR_KM) if near else 0.0
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
