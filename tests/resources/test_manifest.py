"""The manifest of the shipped data says of every file where it comes from."""

from __future__ import annotations

import tomllib
from fnmatch import fnmatch
from importlib.resources import files
from pathlib import Path

FOLDER = Path(str(files("reportedly.resources"))) / "data"
ENTRIES = tomllib.loads((FOLDER / "MANIFEST.toml").read_text(encoding="utf-8"))["file"]
SHIPPED = sorted(
    path.relative_to(FOLDER).as_posix()
    for path in FOLDER.rglob("*")
    if path.is_file() and path.name != "MANIFEST.toml" and "weights" not in path.parts
)


def test_every_file_has_an_origin() -> None:
    """No table or weight ships without one."""
    paths = [entry["path"] for entry in ENTRIES]
    assert [name for name in SHIPPED if not any(fnmatch(name, path) for path in paths)] == []


def test_every_entry_is_whole_and_of_a_file() -> None:
    """An entry has an origin and a licence, and what it speaks of is there."""
    for entry in ENTRIES:
        assert entry["origin"], entry["path"]
        assert entry["licence"], entry["path"]
        assert any(fnmatch(name, entry["path"]) for name in SHIPPED), entry["path"]
