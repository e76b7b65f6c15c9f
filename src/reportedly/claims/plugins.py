"""The extractors at hand: the files of `extractors/`, then those that other packages offer."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import iter_modules
from typing import Final

import msgspec

from reportedly.claims import extractors
from reportedly.claims.extractor import Extractor

#: Where another package names its extractors (`[project.entry-points."reportedly.extractors"]`).
GROUP: Final = "reportedly.extractors"


class Unloaded(msgspec.Struct, frozen=True, kw_only=True):
    """An extractor that could not be loaded, and why."""

    name: str
    error: str


class Plugins(msgspec.Struct, frozen=True, kw_only=True):
    """Extractors in the order in which they are asked, and those that failed to load."""

    extractors: tuple[Extractor, ...]
    unloaded: tuple[Unloaded, ...] = ()


@cache
def load_extractors() -> Plugins:
    """All extractors, ours by file name, then others' by the name of their entry point. A broken one stops nothing."""
    found: list[Extractor] = []
    unloaded: list[Unloaded] = []
    ours = [(m.name, f"{extractors.__name__}.{m.name}") for m in iter_modules(extractors.__path__)]
    for name, module in sorted(ours):
        try:
            found.append(import_module(module).EXTRACTOR)
        except Exception as error:  # noqa: BLE001  a plug-in may fail in any way; it is told as a problem of each document
            unloaded.append(Unloaded(name=name, error=f"{type(error).__name__}: {error}"))
    for entry in sorted(entry_points(group=GROUP), key=lambda e: e.name):
        try:
            found.append(entry.load())
        except Exception as error:  # noqa: BLE001  as above
            unloaded.append(Unloaded(name=entry.name, error=f"{type(error).__name__}: {error}"))
    return Plugins(extractors=tuple(found), unloaded=tuple(unloaded))
