"""Places that the text puts between two others ("the road from Hama to Homs"): what lies between, neither of the two.

Only behind a word that says so: fighting between two towns, or a deal between two states, lies nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final

import msgspec

from reportedly.records.where import Precision, Where
from reportedly.resources.geometry import distance_km
from reportedly.resources.lexicon import words

_LOOK_BACK: Final = 70
_FARTHEST_KM: Final = 1000.0
_MARGIN_KM: Final = 5.0
_JOINED: Final = re.compile(r"\s+(and|to|with)\s+(?:the\s+)?(?:(?:city|town|village)\s+of\s+)?")
_POINTS: Final = frozenset({Precision.SETTLEMENT, Precision.EXACT, Precision.NEAR})


def with_stretches(text: str, places: Sequence[Where]) -> list[Where]:
    """The places of a document; ends of a stretch lie somewhere on it, with the other end kept in words."""
    found = list(places)
    for first, second in pairwise(range(len(found))):
        one, other = found[first], found[second]
        joint = _JOINED.fullmatch(text[one.end : other.start])
        before = text[max(0, one.start - _LOOK_BACK) : one.start]
        said = _opening().search(before) if joint else None
        if joint is None or said is None or one.precision not in _POINTS or other.precision not in _POINTS:
            continue
        stretch = _stretch(one, other)
        if stretch is not None:
            between = said[1].casefold() == "between" or joint[1] != "to"
            ways = (f"between {other.name} and", f"between {one.name} and")
            if not between:
                ways = (f"on the way to {other.name} from", f"on the way from {one.name} to")
            found[first] = _on(one, stretch, ways[0])
            found[second] = _on(other, stretch, ways[1])
    return found


def _stretch(one: Where, other: Where) -> tuple[float, float, float] | None:
    """Latitude and longitude of the middle, and how far the ends lie from it."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    apart = distance_km(one.latitude, one.longitude, other.latitude, other.longitude)
    if apart > _FARTHEST_KM:
        return None
    return (one.latitude + other.latitude) / 2, (one.longitude + other.longitude) / 2, apart / 2


def _on(where: Where, stretch: tuple[float, float, float], qualifier: str) -> Where:
    return msgspec.structs.replace(
        where,
        qualifier=qualifier,
        precision=Precision.LINEAR,
        latitude=round(stretch[0], 5),
        longitude=round(stretch[1], 5),
        radius_km=round(stretch[2] + _MARGIN_KM, 1),
        area=None,
        place=None,
        why=f"{where.why}; the text puts it {qualifier} {where.name}",
    )


@cache
def _opening() -> re.Pattern[str]:
    """A word for a stretch and what leads to its first end, at the end of the words before it."""
    heads = "|".join(sorted(map(re.escape, words("toponyms", "stretches")), key=lambda head: (-len(head), head)))
    return re.compile(
        rf"\b(?:{heads})\b(?:\s+[\w,]+){{0,4}}?\s+(between|from|linking|connecting|joining)\s+(?:the\s+)?"
        r"(?:(?:city|town|village)\s+of\s+)?$",
        re.IGNORECASE,
    )
