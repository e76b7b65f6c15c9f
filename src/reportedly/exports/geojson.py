"""GeoJSON (RFC 7946): one feature a claim that has a place, drawn no finer than the words say it.

A settlement is a point, “near” a circle, a province or a country its outline. What stays unknown has no geometry, as
the standard allows, and its claim is in the file all the same.
"""

from __future__ import annotations

from typing import Any, Final, TextIO

import msgspec

from reportedly.base.store import Head, View
from reportedly.exports.export import Exported
from reportedly.records.claim import Claim
from reportedly.records.where import Where
from reportedly.resources.areas import load_areas, shape_of
from reportedly.text.fold import printable, squash
from reportedly.text.json_lines import dumps


class GeoJson(msgspec.Struct, frozen=True):
    """The export."""

    name: str = "geojson"
    gloss: str = "Claims on the map (RFC 7946): points, circles and areas, each with its words and its report."

    def write(self, base: View, stream: TextIO) -> Exported:
        """Writes every claim that has a place; the note counts those whose place is not known."""
        heads = {head.id: head for head in base.heads()}
        areas = load_areas()
        claims = unknown = 0
        stream.write('{"type": "FeatureCollection", "features": [')
        for claim in base.claims():
            ground = claim.ground
            if ground is None:
                continue
            shape = shape_of(ground, areas)
            told = {"type": "Feature", "id": claim.id, "geometry": shape}
            told["properties"] = _properties(claim, ground, heads[claim.document_id])
            stream.write((",\n" if claims else "\n") + dumps(told))
            claims += 1
            unknown += shape is None
        stream.write("\n]}\n")
        note = f"{unknown} of them name a place that is not known, and have no geometry." if unknown else ""
        return Exported(claims=claims, note=note)


def _properties(claim: Claim, place: Where, head: Head) -> dict[str, Any]:
    subjects = (claim.subject,) if claim.subject is not None else claim.subjects
    time = claim.time
    return {
        "predicate": claim.predicate,
        "subject": "; ".join(party.canonical for party in subjects) or None,
        "object": None if claim.object is None else claim.object.canonical,
        "place": place.canonical,
        "place_as_said": _as_said(place),
        "precision": place.precision.value,
        "radius_km": place.radius_km,
        "placed_by": place.method or None,
        "area": place.area,
        "country": place.country,
        "geonameid": place.place if place.place is not None and place.place > 0 else None,
        "first": None if time is None else time.earliest,
        "last": None if time is None else time.latest,
        "time_as_said": None if time is None else time.text,
        "modality": claim.modality.value,
        "polarity": claim.polarity.value,
        "attributed_to": "; ".join(link.canonical for link in claim.attributed_to) or None,
        "quote": printable(squash(" … ".join(part.quote for part in claim.evidence))),
        "document": head.id,
        "title": head.title,
        "publisher": head.publisher,
        "url": head.url,
        "published": head.published,
    }


def _as_said(place: Where) -> str:
    """The words for the place; a qualifier that stands in them ("northern Syria", "Damascus suburbs") stands once."""
    if place.qualifier is None or set(place.qualifier.casefold().split()) & set(place.name.casefold().split()):
        return place.name
    return f"{place.qualifier} {place.name}"


EXPORT: Final = GeoJson()
