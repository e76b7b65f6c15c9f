"""JSON lines, plain or gzipped: reading that reports a bad line and goes on, writing, digests."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, cast

import msgspec

Line = dict[str, Any]


def read_lines(path: Path, report: Callable[[str], None] | None = None) -> Iterator[Line]:
    """The objects of a file, one a line. One that holds none is told to `report`, or raises ValueError without it."""
    with _open(path, "rb") as file:
        for number, raw in enumerate(file, 1):
            if not raw.strip():
                continue
            try:
                line = msgspec.json.decode(raw, type=Line)
            except msgspec.MsgspecError as error:
                message = f"{path} line {number} is not a JSON object: {error}"
                if report is None:
                    raise ValueError(message) from error
                report(message)
            else:
                yield line


def write_lines(path: Path, lines: Iterable[Line]) -> int:
    """Writes each object as one line; returns how many."""
    count = 0
    with _open(path, "wb") as file:
        for line in lines:
            file.write(msgspec.json.encode(line) + b"\n")
            count += 1
    return count


def digest(*paths: Path) -> str:
    """SHA-256 over the bytes of those of the files that exist, in order."""
    total = hashlib.sha256()
    for path in paths:
        if path.exists():
            total.update(path.read_bytes())
    return total.hexdigest()


def _open(path: Path, mode: str) -> BinaryIO:
    opener = gzip.open if path.suffix == ".gz" else open
    return cast(BinaryIO, opener(path, mode))
