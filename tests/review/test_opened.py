"""Packed lists: what lies in them, what is no list, and what would unpack to more than any."""

from __future__ import annotations

import bz2
import gzip
import lzma
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from reportedly.errors import ReportedlyError
from reportedly.records.listed import Listed
from reportedly.review import opened
from reportedly.review.lists import read_list

LINE = '{"id": "a", "schema": "Person", "properties": {"name": ["Danu Orev"]}}\n'
ROW = '1,"OREV, Danu","individual","SDGT",-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-\n'


@pytest.mark.parametrize(("ending", "pack"), [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)])
def test_one_packed_file(tmp_path: Path, ending: str, pack: Callable[[bytes], bytes]) -> None:
    """It is read as what it holds, under the name that it has unpacked, however its own file is called."""
    plain, packed = tmp_path / "list.json", tmp_path / f"list.json.{ending}"
    plain.write_text(LINE, encoding="utf-8")
    packed.write_bytes(pack(LINE.encode()))
    assert list(read_list(packed)) == list(read_list(plain))
    other = packed.rename(tmp_path / "list.json")
    assert list(read_list(other))[1:] == [one for one in read_list(other) if isinstance(one, Listed)]


def test_tables_of_an_archive(tmp_path: Path) -> None:
    """Of OFAC's tables the list itself is read, with the aliases beside it in the archive."""
    with zipfile.ZipFile(tmp_path / "sdn.zip", "w") as archive:
        archive.writestr("lists/add.csv", "1,2,-0-\n")
        archive.writestr("lists/ALT.CSV", '1,10,"aka","OREV, Danou","-0- "\n')
        archive.writestr("lists/SDN.CSV", ROW)
    _, person = read_list(tmp_path / "sdn.zip")
    assert isinstance(person, Listed)
    assert person.names == ("Danu OREV", "Danou OREV")


def test_archives_without_one_list(tmp_path: Path) -> None:
    """Two lists, and none, are errors that say what lies there."""
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive:
        archive.writestr("a.json", LINE)
        archive.writestr("b.json", LINE)
    with pytest.raises(ReportedlyError, match=r"a\.json, b\.json: which of them"):
        list(read_list(tmp_path / "two.zip"))
    zipfile.ZipFile(tmp_path / "none.zip", "w").close()
    (tmp_path / "cut.zip").write_bytes((tmp_path / "two.zip").read_bytes()[:40])
    for name in ("none.zip", "cut.zip"):
        with pytest.raises(ReportedlyError):
            list(read_list(tmp_path / name))


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_bomb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pack: Callable[[bytes], bytes]) -> None:
    """What unpacks to far more than its size is refused, while a list that shrinks well is read to its end."""
    monkeypatch.setattr(opened, "_SPARE", 1 << 20)
    bomb, good = tmp_path / "bomb.json", tmp_path / "good.json"
    bomb.write_bytes(pack(LINE.encode() + b" " * (8 << 20)))
    with pytest.raises(ReportedlyError, match="unpacks to more than 1 MiB"):
        list(read_list(bomb))
    good.write_bytes(pack("".join(LINE.replace("Orev", f"Orev{n:x}") for n in range(10_000)).encode()))
    assert sum(isinstance(one, Listed) for one in read_list(good)) == 10_000


def test_damage(tmp_path: Path) -> None:
    """A file that breaks off or has been changed is told to be so, whatever it is packed with."""
    whole = gzip.compress("".join(LINE.replace("Orev", f"Orev{n * n:x}") for n in range(9000)).encode())
    (tmp_path / "cut.gz").write_bytes(whole[:-3000])
    with pytest.raises(ReportedlyError, match="cannot be unpacked"):
        list(read_list(tmp_path / "cut.gz"))
