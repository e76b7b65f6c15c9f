"""The version of the shipped tables and data, so that a change of a word list is a change of the engine."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from reportedly.errors import WeightsError
from reportedly.resources.weights import read_manifest

_FOLDER: Final = Path(str(files("reportedly.resources") / "data"))
#: Too large to be read at every start; their size tells one from another.
_LARGE: Final = frozenset({".xz"})
_KINDS: Final = frozenset({".json", ".toml", ".tsv", ".txt", ".xz"})


@cache
def data_version(folder: Path = _FOLDER) -> str:
    """ "tables/" and eight digits that change with any file of the data folder. Weights have a version of their own."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.suffix in _KINDS and "weights" not in p.parts):
        digest.update(str(path.relative_to(folder)).encode())
        digest.update(str(path.stat().st_size).encode() if path.suffix in _LARGE else path.read_bytes())
    return f"tables/{digest.hexdigest()[:8]}"


def weights_version() -> str:
    """The version of the shipped weights; "encoder/none" without them, which is told when the engine is loaded."""
    try:
        return read_manifest().version
    except WeightsError:
        return "encoder/none"
