"""Coordinates that a text writes out: places of their own, or the exact spot of the name that they stand behind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from reportedly.records.document import Document
from reportedly.records.where import Precision, Where
from reportedly.text.coordinates import Coordinates, find_coordinates

#: Words between a name and its coordinates: "the depot (at 33.40N, 43.91E)".
_BELONGS: Final = re.compile(
    r"\s?[(\[,:]\s?(?:at |coordinates:? |grid (?:reference )?|MGRS:? |located at )*", re.IGNORECASE
)
_POINT_KM: Final = 0.5


def with_coordinates(document: Document, places: Sequence[Where]) -> list[Where]:
    """The places of a document with what its evidence writes as coordinates, ascending."""
    found = list(places)
    for block in document.blocks:
        if not block.is_evidence:
            continue
        for one in find_coordinates(document.text[block.start : block.end]):
            one = msgspec.structs.replace(one, start=block.start + one.start, end=block.start + one.end)
            owner = _owner(document.text, one, found)
            if owner is None:
                words = document.text[one.start : one.end]
                found.append(located(Where(start=one.start, end=one.end, name=words, canonical=words), one))
            else:
                found[owner] = located(found[owner], one)
    return sorted(found, key=lambda where: (where.start, where.end))


def located(where: Where, coordinates: Coordinates) -> Where:
    """A place at coordinates. A grid square of a kilometre or more is a circle around its middle."""
    wide = coordinates.side_km > _POINT_KM
    return msgspec.structs.replace(
        where,
        precision=Precision.NEAR if wide else Precision.EXACT,
        latitude=round(coordinates.latitude, 5),
        longitude=round(coordinates.longitude, 5),
        radius_km=round(coordinates.side_km * 0.71, 1) if wide else None,
        area=None,
        method="coordinates",
        why="the text gives its coordinates",
    )


def _owner(text: str, one: Coordinates, places: Sequence[Where]) -> int | None:
    """The name right before coordinates that they are those of; an area is not one spot."""
    for number, where in enumerate(places):
        if where.end <= one.start and not where.is_area and _BELONGS.fullmatch(text[where.end : one.start]):
            return number
    return None
