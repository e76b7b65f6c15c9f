"""Places: the given spans put on the map, or those that the mentions stage finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from benchmarks.lines import Line
from reportedly.mentions.analyse import analyse
from reportedly.mentions.toponyms.home import home_of
from reportedly.mentions.toponyms.resolve import resolve
from reportedly.records.document import Block, Document, Role
from reportedly.records.mention import Form, Kind
from reportedly.resources.engine import load_engine
from reportedly.resources.gazetteer import Place, load_gazetteer


def predict(lines: Iterable[Line]) -> Iterator[Line]:
    """Each span with coordinates, GeoNames id and country; those that stay unknown are left out."""
    gazetteer = load_gazetteer()
    for line in lines:
        text = line["text"]
        spans = [(s["start"], s["end"]) for s in line["spans"]] if "spans" in line else _found(line["id"], text)
        senses = resolve(text, spans, gazetteer, home_of(line.get("url"), gazetteer))
        yield {"id": line["id"], "places": [_place(span, senses[span].candidate.place) for span in sorted(senses)]}


def _place(span: tuple[int, int], place: Place) -> Line:
    return {
        "start": span[0],
        "end": span[1],
        "lat": round(place.latitude, 5),
        "lon": round(place.longitude, 5),
        "geonameid": place.geonameid,
        "country": place.country or None,
    }


def _found(identity: str, text: str) -> list[tuple[int, int]]:
    blocks = (Block(role=Role.PARAGRAPH, start=0, end=len(text)),)
    analysis = analyse(Document(id=identity, text=text, blocks=blocks), load_engine())
    kinds = {Kind.PLACE, Kind.STATE, Kind.FACILITY}
    return [(m.start, m.end) for m in analysis.mentions if m.kind in kinds and m.form == Form.NAME]
