"""What an export is: one file in this folder with one constant `EXPORT`, found without registration.

Other packages may bring exports of their own under the entry point group `reportedly.exports`.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from types import MappingProxyType
from typing import Final, Protocol, TextIO

import msgspec

import reportedly.exports
from reportedly.base.store import View
from reportedly.errors import ReportedlyError

GROUP: Final = "reportedly.exports"
_NO_EXPORT: Final = frozenset({"export"})


class Exported(msgspec.Struct, frozen=True, kw_only=True):
    """What an export did. claims: how many it wrote. note: what a reader of the file must know, or ""."""

    claims: int
    note: str = ""


class Export(Protocol):
    """Writes what a base holds in one format."""

    @property
    def name(self) -> str:
        """The word after `reportedly export`."""
        ...

    @property
    def gloss(self) -> str:
        """One sentence: what is in the file."""
        ...

    def write(self, base: View, stream: TextIO) -> Exported:
        """Writes the whole base. The stream takes any character and does not translate line ends."""
        ...


def export_names() -> tuple[str, ...]:
    """Names of all exports, sorted."""
    return tuple(sorted(_found()))


def load_export(name: str) -> Export:
    """The export of that name. Raises ReportedlyError when there is none, or when it cannot be loaded."""
    found = _found()
    if name not in found:
        raise ReportedlyError(f"There is no export {name!r}. Exports are: {', '.join(sorted(found))}")
    module = found[name]
    try:
        export: Export = import_module(module).EXPORT
    except (ImportError, AttributeError) as error:
        # Only the one that was asked for is loaded, so that a broken plug-in breaks nothing else.
        raise ReportedlyError(f"The export {name!r} cannot be loaded from {module}: {error}") from error
    return export


def _found() -> Mapping[str, str]:
    """Name → module."""
    folders = [str(Path(path)) for path in reportedly.exports.__path__]
    own = {m.name: f"{GROUP}.{m.name}" for m in pkgutil.iter_modules(folders) if m.name not in _NO_EXPORT}
    others = {point.name: point.value.partition(":")[0] for point in entry_points(group=GROUP)}
    return MappingProxyType({**others, **own})
