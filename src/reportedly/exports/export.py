"""What an export is: one file in this folder with one constant `EXPORT`, found without registration.

Other packages may bring exports of their own under the entry point group `reportedly.exports`.
"""

from __future__ import annotations

import io
import os
import pkgutil
from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Final, Protocol, TextIO

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


class Lines(io.TextIOWrapper):
    """A stream that exports write to. seen: called with the number of lines that were written more."""

    def __init__(self, raw: BinaryIO, seen: Callable[[int], None] | None = None) -> None:
        super().__init__(raw, encoding="utf-8", newline="")
        self._seen = seen

    def write(self, words: str, /) -> int:
        """Writes words as they are."""
        if self._seen is not None:
            self._seen(words.count("\n"))
        return super().write(words)


def write_file(export: Export, base: View, path: Path, seen: Callable[[int], None] | None = None) -> Exported:
    """Writes an export to a file, which takes the place of an older one once all of it is on the disk.

    seen: see `Lines`. Raises ReportedlyError when it cannot be written; an older file is then as it was.
    """
    if path.exists() and Path(base.name).exists() and path.samefile(base.name):
        raise ReportedlyError(f"{path} is the base itself. Name another file with --out.")
    whole = path.with_name(f".{path.name}.{os.getpid()}.part")
    special = path.exists() and not path.is_file()  # a pipe, /dev/stdout: nothing that could be replaced
    try:
        with open(path if special else whole, "wb") as raw, Lines(raw, seen) as stream:
            exported = export.write(base, stream)
        if not special:
            os.replace(whole, path)
    except OSError as error:
        raise ReportedlyError(
            f"{path} cannot be written: {error.strerror or error}. What stood there before is untouched."
        ) from error
    finally:
        whole.unlink(missing_ok=True)
    return exported


def _found() -> Mapping[str, str]:
    """Name → module."""
    folders = [str(Path(path)) for path in reportedly.exports.__path__]
    own = {m.name: f"{GROUP}.{m.name}" for m in pkgutil.iter_modules(folders) if m.name not in _NO_EXPORT}
    others = {point.name: point.value.partition(":")[0] for point in entry_points(group=GROUP)}
    return MappingProxyType({**others, **own})
