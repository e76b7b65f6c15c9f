"""The file of a reference list, as it is or packed (.zip, .gz, .bz2, .xz), read as a stream and never as a whole.

What unpacks to far more than such lists do is refused: a few kilobytes can hold gigabytes of nothing.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zipfile
import zlib
from pathlib import Path
from typing import IO, TYPE_CHECKING, BinaryIO, Final

import msgspec

from reportedly.errors import ReportedlyError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

#: Lists shrink to a tenth, the wordiest to a thirtieth.
_RATIO: Final = 250
_MOST: Final = 64 << 30  # bytes
_SPARE: Final = 16 << 20  # bytes that any file may unpack to
_BUFFER: Final = 1 << 18
_SNIFFED: Final = 6
_PACKED: Final[tuple[tuple[bytes, type[gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile]], ...]] = (
    (b"\x1f\x8b", gzip.GzipFile),
    (b"BZh", bz2.BZ2File),
    (b"\xfd7zXZ\x00", lzma.LZMAFile),
)
_ZIP: Final = b"PK\x03\x04"
_LISTS: Final = (".json", ".jsonl", ".xml", ".csv", ".ftm", ".ndjson")
#: In an archive of OFAC's tables the list itself; its aliases and addresses lie beside it.
_MAIN_TABLES: Final = frozenset({"sdn.csv", "cons_prim.csv"})
_FAULTS: Final = (EOFError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error, lzma.LZMAError)


class ListFile(msgspec.Struct, frozen=True):
    """Where a list is. member: its name in an archive, "" for a file by itself."""

    path: Path
    member: str = ""

    @property
    def name(self) -> str:
        """The name of the list's own file, without folders and without what it is packed in."""
        own = Path(self.member or self.path).name
        return own.removesuffix(".gz").removesuffix(".bz2").removesuffix(".xz")

    def open(self) -> BinaryIO:
        """Its bytes from the start, unpacked. Raises OSError, and ReportedlyError where it cannot be unpacked."""
        with self.path.open("rb") as stream:
            start = stream.read(_SNIFFED)
        size = self.path.stat().st_size
        try:
            if self.member:
                archive = zipfile.ZipFile(self.path)
                size = archive.getinfo(self.member).compress_size
                return io.BufferedReader(_Unpacked(self.path, archive.open(self.member), size), _BUFFER)
            for magic, unpack in _PACKED:
                if start.startswith(magic):
                    return io.BufferedReader(_Unpacked(self.path, unpack(self.path), size), _BUFFER)
        except _FAULTS as error:
            raise _damaged(self.path, error) from error
        return self.path.open("rb", buffering=_BUFFER)

    def beside(self, name: str) -> ListFile | None:
        """Another file in the same folder or archive, by its name in any case; None where there is none."""
        if self.member:
            with zipfile.ZipFile(self.path) as archive:
                found = [m for m in archive.namelist() if Path(m).name.casefold() == name.casefold()]
            return ListFile(self.path, found[0]) if found else None
        for there in (self.path.with_name(name), self.path.with_name(name.upper())):
            if there != self.path and there.exists():
                return ListFile(there)
        return None


def find_list(path: Path) -> ListFile:
    """The list that a file holds. Raises OSError; ReportedlyError for an archive that holds none, or several."""
    with path.open("rb") as stream:
        if stream.read(len(_ZIP)) != _ZIP:
            return ListFile(path)
    try:
        with zipfile.ZipFile(path) as archive:
            members = [m.filename for m in archive.infolist() if not m.is_dir()]
    except _FAULTS as error:
        raise _damaged(path, error) from error
    lists = [m for m in members if m.casefold().endswith(_LISTS) and not m.startswith("__MACOSX")]
    main = [m for m in lists if Path(m).name.casefold() in _MAIN_TABLES]
    found = main or lists or members
    if len(found) != 1:
        told = ", ".join(found[:5]) or "nothing"
        raise ReportedlyError(f"{path} holds {told}: which of them is the list? Unpack it and name the file.")
    return ListFile(path, found[0])


class _Unpacked(io.RawIOBase):
    """A stream that unpacks another and stops where it becomes too large. size: packed, in bytes."""

    def __init__(self, path: Path, stream: IO[bytes] | gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile, size: int) -> None:
        self._path = path
        self._stream = stream
        self._most = min(_MOST, max(_SPARE, _RATIO * size))
        self._read = 0

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """The next bytes."""
        view = memoryview(buffer).cast("B")
        try:
            found = self._stream.read(len(view))
        except _FAULTS as error:
            raise _damaged(self._path, error) from error
        self._read += len(found)
        if self._read > self._most:
            raise ReportedlyError(
                f"{self._path} unpacks to more than {self._most >> 20:,} MiB, as no list does. If it is one, unpack "
                "it first."
            )
        view[: len(found)] = found
        return len(found)

    def close(self) -> None:
        """Lets go of the file."""
        self._stream.close()
        super().close()


def _damaged(path: Path, error: BaseException) -> ReportedlyError:
    return ReportedlyError(f"{path} cannot be unpacked: {error}. Fetch it again.")
