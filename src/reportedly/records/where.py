"""Where: the words that say a place, and how exactly they say it."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Precision(StrEnum):
    """How finely the words place something. A country or a region is never drawn as a point."""

    EXACT = "exact"
    NEAR = "near"
    SETTLEMENT = "settlement"
    ADMIN2 = "admin2"
    ADMIN1 = "admin1"
    LINEAR = "linear"
    REGION = "region"
    COUNTRY = "country"
    UNKNOWN = "unknown"


class Where(msgspec.Struct, frozen=True, kw_only=True):
    """A place as said.

    start, end: characters of the place's name. name: the words of the name; canonical: the fullest name of it in the
    document. qualifier: near, outside, south of…, as said. latitude, longitude: degrees, None while unresolved.
    """

    start: int
    end: int
    name: str
    canonical: str
    kind: str = "Place"
    qualifier: str | None = None
    precision: Precision = Precision.UNKNOWN
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    mention: int | None = None
