"""Borders between two countries that a text names ("Syria's border with Iraq"): a line, in neither of the two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import msgspec

from reportedly.records.where import Precision, Where
from reportedly.resources.areas import common_border

_WITH: Final = re.compile(r"[’']s?\s+(?:\w+\s+)?(?:border|frontier)\s+with\s+(?:the\s+)?", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\b(?:border|borders|frontier|borderlands)\s+between\s+(?:the\s+)?$", re.IGNORECASE)
_AND: Final = re.compile(r"\s+and\s+(?:the\s+)?")
_HYPHEN: Final = re.compile(r"\s?[-–]\s?")
_BORDER: Final = re.compile(r"\s+(?:border|frontier)\b", re.IGNORECASE)
_LOOK_BACK: Final = 40
#: Half of a border that is still a place: that of Russia and Kazakhstan is none.
_LONGEST_KM: Final = 500.0


def with_borders(text: str, places: Sequence[Where]) -> list[Where]:
    """The places of a document; two countries that are named for their border lie on it."""
    found = list(places)
    for first, second in pairwise(range(len(found))):
        one, other = found[first], found[second]
        if one.precision is not Precision.COUNTRY or other.precision is not Precision.COUNTRY:
            continue
        if one.area is None or other.area is None or not _is_border(text, one, other):
            continue
        line = common_border(one.area, other.area)
        if line is not None and line[2] <= _LONGEST_KM:
            latitude, longitude, radius = line
            for number, where, beyond in ((first, one, other), (second, other, one)):
                found[number] = msgspec.structs.replace(
                    where, qualifier=f"on the border of {beyond.name} and", precision=Precision.LINEAR,
                    latitude=round(latitude, 5), longitude=round(longitude, 5), radius_km=round(radius, 1),
                    area=None, place=None, why=f"{where.why}; the text means its border with {beyond.name}",
                )  # fmt: skip
    return found


def _is_border(text: str, one: Where, other: Where) -> bool:
    between = text[one.end : other.start]
    if _WITH.fullmatch(between):
        return True
    if _AND.fullmatch(between):
        return _BETWEEN.search(text[max(0, one.start - _LOOK_BACK) : one.start]) is not None
    return _HYPHEN.fullmatch(between) is not None and _BORDER.match(text, other.end) is not None
