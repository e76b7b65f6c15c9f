"""The Military Grid Reference System: from a reference like "38S LB 99990 12345" to latitude and longitude.

Letters and squares as NGA.STND.0037_2.0.0_GRIDS (Universal Grids and Grid Reference Systems, 2014) has them; the
inverse of the transverse Mercator projection by Krüger's series as in NGA.SIG.0012_2.0.0_UTMUPS (2014), to the fourth
order, which is exact to a millimetre inside a zone. The ellipsoid is that of WGS 84. Polar squares (A, B, Y, Z) are not
read.
"""

from __future__ import annotations

import math
import re
from typing import Final

_AXIS: Final = 6_378_137.0
_FLATTENING: Final = 1 / 298.257223563
_SCALE: Final = 0.9996
_N: Final = _FLATTENING / (2 - _FLATTENING)
_RADIUS: Final = _AXIS / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64)
_FORWARD: Final = (
    _N / 2 - 2 * _N**2 / 3 + 5 * _N**3 / 16 + 41 * _N**4 / 180,
    13 * _N**2 / 48 - 3 * _N**3 / 5 + 557 * _N**4 / 1440,
    61 * _N**3 / 240 - 103 * _N**4 / 140,
    49561 * _N**4 / 161280,
)
_INVERSE: Final = (
    _N / 2 - 2 * _N**2 / 3 + 37 * _N**3 / 96 - _N**4 / 360,
    _N**2 / 48 + _N**3 / 15 - 437 * _N**4 / 1440,
    17 * _N**3 / 480 - 37 * _N**4 / 840,
    4397 * _N**4 / 161280,
)
_BANDS: Final = "CDEFGHJKLMNPQRSTUVWX"
_COLUMNS: Final = ("ABCDEFGH", "JKLMNPQR", "STUVWXYZ")
_ROWS: Final = "ABCDEFGHJKLMNPQRSTUV"
_SQUARE: Final = 100_000
_CYCLE: Final = 2_000_000
_PATTERN: Final = re.compile(r"(\d{1,2})\s?([C-HJ-NP-X])\s?([A-HJ-NP-Z])([A-HJ-NP-V])\s?(\d+)(?:\s(\d+))?")


def from_mgrs(reference: str) -> tuple[float, float, float] | None:
    """Latitude, longitude (degrees, the middle of the square) and the side of the square in metres.

    None for what is no reference. Letters must be capitals, as the standard writes them.
    """
    match = _PATTERN.fullmatch(reference)
    if match is None:
        return None
    zone, band, column, row = int(match[1]), match[2], match[3], match[4]
    digits = match[5] + (match[6] or "")
    half = len(digits) // 2
    even = len(digits) % 2 == 0 and half <= 5 and (match[6] is None or len(match[5]) == len(match[6]))
    columns = _COLUMNS[(zone - 1) % 3]
    if not 1 <= zone <= 60 or not even or column not in columns:
        return None
    side = 10.0 ** (5 - half)
    easting = (columns.index(column) + 1) * _SQUARE + (int(digits[:half]) + 0.5) * side
    northing = ((_ROWS.index(row) - (0 if zone % 2 else 5)) % 20) * _SQUARE + (int(digits[half:]) + 0.5) * side
    south = 8 * _BANDS.index(band) - 80
    lowest = _northing(south)
    northing += math.ceil((lowest - _SQUARE - northing) / _CYCLE) * _CYCLE
    latitude, longitude = _unprojected(easting - 500_000, northing, zone)
    top = south + (12 if band == "X" else 8)
    return (latitude, longitude, side) if south - 1 <= latitude <= top + 1 else None


def _northing(latitude: float) -> float:
    """Metres from the equator along the middle of a zone; negative in the south."""
    sine = math.sin(math.radians(latitude))
    eccentricity = 2 * math.sqrt(_N) / (1 + _N)
    conformal = math.sinh(math.atanh(sine) - eccentricity * math.atanh(eccentricity * sine))
    xi = math.atan(conformal)
    return _SCALE * _RADIUS * (xi + sum(a * math.sin(2 * j * xi) for j, a in enumerate(_FORWARD, 1)))


def _unprojected(east: float, north: float, zone: int) -> tuple[float, float]:
    """Latitude and longitude of metres from the equator and from the middle of a zone."""
    xi, eta = north / (_SCALE * _RADIUS), east / (_SCALE * _RADIUS)
    plain_xi = xi - sum(b * math.sin(2 * j * xi) * math.cosh(2 * j * eta) for j, b in enumerate(_INVERSE, 1))
    plain_eta = eta - sum(b * math.cos(2 * j * xi) * math.sinh(2 * j * eta) for j, b in enumerate(_INVERSE, 1))
    tangent = math.sin(plain_xi) / math.hypot(math.sinh(plain_eta), math.cos(plain_xi))
    longitude = math.degrees(math.atan2(math.sinh(plain_eta), math.cos(plain_xi))) + 6 * zone - 183
    return math.degrees(math.atan(_geodetic(tangent))), longitude


def _geodetic(conformal: float) -> float:
    """The tangent of the latitude whose conformal latitude has this tangent (Karney 2011, eq. 19 to 21)."""
    eccentricity = 2 * math.sqrt(_N) / (1 + _N)
    tangent = conformal
    for _ in range(5):
        root = math.hypot(1, tangent)
        sigma = math.sinh(eccentricity * math.atanh(eccentricity * tangent / root))
        now = tangent * math.hypot(1, sigma) - sigma * root
        slope = (1 + (1 - eccentricity**2) * tangent**2) / ((1 - eccentricity**2) * root)
        tangent += (conformal - now) / math.hypot(1, now) * slope
    return tangent
