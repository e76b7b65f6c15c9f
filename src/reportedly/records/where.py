"""Where: the words that say a place, how exactly they say it, and which place of the world they mean."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Precision(StrEnum):
    """How finely the words place something. A country or a region is never drawn as a point."""

    EXACT = "exact"  # a base, a camp, a crossing; coordinates in the text
    NEAR = "near"  # beside a settlement or a site, with a radius
    SETTLEMENT = "settlement"
    ADMIN2 = "admin2"
    ADMIN1 = "admin1"
    LINEAR = "linear"  # a river, a road, a canal
    REGION = "region"
    COUNTRY = "country"
    UNKNOWN = "unknown"


#: Of these, latitude and longitude are the middle of an area or of a line, and nothing happened just there.
AREAS = frozenset({Precision.ADMIN2, Precision.ADMIN1, Precision.LINEAR, Precision.REGION, Precision.COUNTRY})


class PassedOver(msgspec.Struct, frozen=True, kw_only=True):
    """Another place of the same name that was not taken. place: id in the gazetteer, GeoNames' where positive."""

    place: int
    name: str
    country: str
    latitude: float
    longitude: float


class Where(msgspec.Struct, frozen=True, kw_only=True):
    """A place as said.

    start, end: characters of the place's name. name: the words of the name; canonical: the fullest name of it in the
    document. qualifier: near, outside, south of…, southern, as said. mention: index into `Analysis.mentions`.
    place: id in the gazetteer, GeoNames' where positive; None while unresolved. latitude, longitude: degrees (WGS 84);
    of an area its middle. radius_km: of a place said to be near another. country: ISO 3166-1; area: ISO 3166-2 or
    3166-1 code of the province or the country, where the place is one or where no more is known than that it lies in
    it. method: exact, article, area, adjective, qualifier, fuzzy, container, coordinates, border. passed_over: others
    of the name, best first.
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
    radius_km: float | None = None
    country: str | None = None
    area: str | None = None
    place: int | None = None
    method: str = ""
    why: str = ""
    passed_over: tuple[PassedOver, ...] = ()
    mention: int | None = None

    @property
    def is_area(self) -> bool:
        """Whether it is to be drawn as an area or a line, never as a point."""
        return self.precision in AREAS
