"""What a reader is: one file in `readers/` with one constant `READER`, found without registration.

Other packages may bring readers of their own under the entry point group `reportedly.readers`.
"""

from __future__ import annotations

import hashlib
import pkgutil
from collections.abc import Iterator
from enum import IntEnum
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path, PurePath
from typing import Final, Protocol

import msgspec

import reportedly.pages.readers
from reportedly.records.page import MediaType, Page
from reportedly.records.reading import Problem

GROUP: Final = "reportedly.readers"


class Sureness(IntEnum):
    """How sure a reader is that a capture is of its format. The surest reader gets it."""

    NO = 0
    ANY_TEXT = 1  # it takes whatever is text
    NAME = 2  # the file's name says so
    CONTENT = 3  # the bytes say so
    WRAPPER = 4  # the bytes open with the mark of a format that wraps others


class Capture(msgspec.Struct, frozen=True, kw_only=True):
    """The bytes of one file or stream. location: path as given, or "-" for standard input."""

    content: bytes
    location: str

    @property
    def suffix(self) -> str:
        """The last suffix of the name in lower case, without ".gz": ".html", or ""."""
        name = PurePath(self.location)
        if name.suffix.lower() == ".gz":
            name = name.with_suffix("")
        return name.suffix.lower()


class Reader(Protocol):
    """Takes one kind of capture."""

    @property
    def name(self) -> str:
        """A short stable name: the component of the problems it tells."""
        ...

    def recognises(self, capture: Capture) -> Sureness:
        """How sure it is that the capture is of its format. Looks at the head of the bytes only."""
        ...

    def read(self, capture: Capture) -> Iterator[Page | Problem]:
        """The pages of a capture, and a problem for each that cannot be read. Raises PageError when none can be."""
        ...


def page_of(
    content: bytes,
    location: str,
    media_type: MediaType,
    *,
    url: str | None = None,
    captured_at: str | None = None,
    charset: str | None = None,
) -> Page:
    """A page of these bytes, with their hash."""
    return Page(
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        location=location,
        media_type=media_type,
        url=url,
        captured_at=captured_at,
        charset=charset,
    )


@cache
def load_readers() -> tuple[Reader, ...]:
    """All readers, own ones first, sorted by module name."""
    folders = [str(Path(path)) for path in reportedly.pages.readers.__path__]
    own = [f"reportedly.pages.readers.{module.name}" for module in pkgutil.iter_modules(folders)]
    others = [point.value.partition(":")[0] for point in entry_points(group=GROUP)]
    return tuple(import_module(module).READER for module in [*sorted(own), *sorted(others)])


def reader_for(capture: Capture) -> Reader | None:
    """The reader that is surest of a capture (the first of equals), or None."""
    readers = load_readers()
    best = max(readers, key=lambda reader: reader.recognises(capture), default=None)
    return None if best is None or best.recognises(capture) is Sureness.NO else best
