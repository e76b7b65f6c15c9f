"""Exports are found by looking into the folder, and their files take the place of older ones as a whole."""

from __future__ import annotations

from pathlib import Path
from typing import TextIO

import msgspec
import pytest

from reportedly.base.store import Store, View
from reportedly.errors import ReportedlyError
from reportedly.exports.export import Exported, export_names, load_export, write_file


class Broken(msgspec.Struct, frozen=True):
    """An export that ends half way, as on a full disk."""

    name: str = "broken"
    gloss: str = "Half a file."

    def write(self, base: View, stream: TextIO) -> Exported:
        """Writes a little, then fails."""
        stream.write("half")
        raise OSError(28, "No space left on device")


def test_exports_are_found() -> None:
    """Both that ship are there; each is called as its file."""
    assert {"csv", "jsonl"} <= set(export_names())
    for name in export_names():
        export = load_export(name)
        assert export.name == name
        assert export.gloss.endswith(".")


def test_an_unknown_export() -> None:
    """The line names those that there are."""
    with pytest.raises(ReportedlyError, match=r"Exports are: csv, .*jsonl"):
        load_export("export")


def test_a_file_is_replaced_as_a_whole(tmp_path: Path, store: Store) -> None:
    """The new file is there once all of it is; nothing else is left in the folder."""
    out = tmp_path / "out" / "claims.jsonl"
    out.parent.mkdir()
    out.write_text("older", encoding="utf-8")
    assert write_file(load_export("jsonl"), store, out).claims == 6
    assert len(out.read_text(encoding="utf-8").splitlines()) == 6
    with pytest.raises(ReportedlyError, match=r"No space left on device.*untouched"):
        write_file(Broken(), store, out)
    assert len(out.read_text(encoding="utf-8").splitlines()) == 6
    assert list(out.parent.iterdir()) == [out]


def test_the_base_is_no_place_for_an_export(tmp_path: Path, store: Store) -> None:
    """Naming the base by mistake costs nothing."""
    with pytest.raises(ReportedlyError, match="is the base itself"):
        write_file(load_export("csv"), store, tmp_path / "test.db")
    assert store.size().claims == 6


def test_a_folder_that_does_not_exist(tmp_path: Path, store: Store) -> None:
    """One line."""
    with pytest.raises(ReportedlyError, match="cannot be written"):
        write_file(load_export("csv"), store, tmp_path / "missing" / "a.csv")
