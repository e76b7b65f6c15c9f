"""The places of a document: each mention of a place, with what it means and how exactly its words say it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from reportedly.mentions.toponyms.borders import border_phrases, with_borders, without_other_side
from reportedly.mentions.toponyms.candidates import Candidate
from reportedly.mentions.toponyms.containers import ABOUT_KM, in_one_country, with_containers
from reportedly.mentions.toponyms.home import home_of
from reportedly.mentions.toponyms.resolve import Sense, resolve
from reportedly.mentions.toponyms.stretches import with_stretches
from reportedly.mentions.toponyms.written import located, with_coordinates
from reportedly.records.document import Document
from reportedly.records.mention import SITES, Chain, Form, Kind, Mention
from reportedly.records.where import AREAS, PassedOver, Precision, Where
from reportedly.resources.gazetteer import Gazetteer, Place
from reportedly.resources.lexicon import words
from reportedly.text.coordinates import parsed

_PRECISION: Final = {
    "country": Precision.COUNTRY, "admin1": Precision.ADMIN1, "admin2": Precision.ADMIN2, "city": Precision.SETTLEMENT,
    "capital": Precision.SETTLEMENT, "village": Precision.SETTLEMENT, "district": Precision.SETTLEMENT,
    "airfield": Precision.EXACT, "base": Precision.EXACT, "camp": Precision.EXACT, "crossing": Precision.EXACT,
    "dam": Precision.EXACT, "bridge": Precision.EXACT, "river": Precision.LINEAR, "road": Precision.LINEAR,
    "canal": Precision.LINEAR,
}  # fmt: skip


def find_places(
    document: Document, mentions: Sequence[Mention], chains: Sequence[Chain], gazetteer: Gazetteer
) -> tuple[Where, ...]:
    """One `Where` for each mention of a place, a state or a facility by name, and for coordinates, ascending; unknown
    ones stay unresolved.
    """
    text = document.text
    named = [i for i, m in enumerate(mentions) if m.kind in SITES and m.form == Form.NAME]
    adjectives = [m for m in mentions if m.form == Form.ADJECTIVE and m.kind == Kind.STATE]
    spans = [(mentions[i].start, mentions[i].end) for i in named]
    home = home_of(document.url, gazetteer)
    senses = resolve(text, [*spans, *((m.start, m.end) for m in adjectives)], gazetteer, home)
    full = {i: chain.name for chain in chains if chain.named for i in chain.mentions}
    found = []
    for i in named:
        mention = mentions[i]
        sense = senses.get((mention.start, mention.end))
        where = Where(
            start=mention.start, end=mention.end, name=mention.text, canonical=full.get(i, mention.text),
            kind=mention.kind.value, mention=i,
        )  # fmt: skip
        found.append(where if sense is None else _placed(where, sense, gazetteer))
    contained = with_containers(text, found)
    borders = border_phrases(text, mentions, senses)
    between = with_borders(text, with_stretches(text, contained))
    found = in_one_country([*without_other_side(text, between, borders), *borders], gazetteer)
    return tuple(with_coordinates(document, sorted(found, key=lambda where: (where.start, where.end))))


def where_named(name: str, gazetteer: Gazetteer) -> Where | None:
    """The place that a name means when nothing else is known, or that coordinates give; None where no place is called
    so.
    """
    whole, told = (0, len(name)), Where(start=0, end=len(name), name=name, canonical=name)
    coordinates = parsed(name)
    if coordinates is not None:
        return located(told, coordinates)
    sense = resolve(name, [whole], gazetteer).get(whole)
    return None if sense is None else _placed(told, sense, gazetteer)


def _placed(where: Where, sense: Sense, gazetteer: Gazetteer) -> Where:
    place = sense.candidate.place
    held = sense.candidate.method == "container"
    precision = _PRECISION.get(place.kind, Precision.REGION)
    outside = sense.qualifier.removesuffix(" of") in words("toponyms", "qualifiers", "around")
    about = precision not in AREAS and (held or outside)
    return msgspec.structs.replace(
        where,
        qualifier=sense.qualifier or None,
        precision=Precision.NEAR if about else precision,
        radius_km=ABOUT_KM if about else None,
        latitude=round(place.latitude, 5),
        longitude=round(place.longitude, 5),
        country=place.country or None,
        area=_area(place, gazetteer),
        place=None if held else place.id,
        method=sense.candidate.method,
        why=f"{where.name} {'lies in' if held else 'is'} {_told(place)}: {sense.why}",
        passed_over=tuple(_passed_over(candidate) for candidate in sense.others),
    )


def _told(place: Place) -> str:
    return f"{place.name} ({place.kind}{', ' + place.country if place.country else ''})"


def _area(place: Place, gazetteer: Gazetteer) -> str | None:
    """The code of the polygon that a province or a country is; of a district, that of the province that holds it."""
    if place.kind in {"country", "admin1"}:
        return place.iso or None
    if place.kind == "admin2":
        above = gazetteer.place(place.admin1)
        return above.iso or None if above is not None else None
    return None


def _passed_over(candidate: Candidate) -> PassedOver:
    place = candidate.place
    return PassedOver(
        place=place.id,
        name=place.name,
        country=place.country,
        latitude=round(place.latitude, 5),
        longitude=round(place.longitude, 5),
    )
