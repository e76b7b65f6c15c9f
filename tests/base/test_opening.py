"""Opening: a base that cannot be used says so in one line, with what to do, and is left as it is."""

from __future__ import annotations

import os
import re
import sqlite3
from pathlib import Path

import pytest
from tests.base.reports import fill, shelling, sighting

from reportedly.base import sqlite
from reportedly.base.keep import keep
from reportedly.base.migrate import VERSION_TABLE
from reportedly.base.opening import default_path, open_store
from reportedly.errors import BaseError, BaseTooNewError, NotFoundError


def _refusal(path: Path, *, read_only: bool = False, error: type[BaseError] = BaseError) -> str:
    """The one line with which a base is refused."""
    with pytest.raises(error) as raised:
        open_store(path, read_only=read_only)
    assert "\n" not in str(raised.value)
    return str(raised.value)


def test_a_base_is_made_where_there_is_none(tmp_path: Path) -> None:
    """Reading into a new file makes it; only looking does not."""
    assert "Make one with: reportedly read" in _refusal(tmp_path / "a.db", read_only=True, error=NotFoundError)
    assert not (tmp_path / "a.db").exists()
    with open_store(tmp_path / "a.db") as store:
        assert store.size().documents == 0


def test_the_default_base(monkeypatch: pytest.MonkeyPatch) -> None:
    """$REPORTEDLY_BASE, else reportedly.db in the current folder."""
    monkeypatch.delenv("REPORTEDLY_BASE", raising=False)
    assert default_path() == Path("reportedly.db")
    monkeypatch.setenv("REPORTEDLY_BASE", "/elsewhere/iraq.db")
    assert default_path() == Path("/elsewhere/iraq.db")


def test_a_base_from_a_newer_version(tmp_path: Path) -> None:
    """It is refused by its number, to read and to write, and not touched."""
    fill(tmp_path / "a.db", sighting()).close()
    with sqlite3.connect(tmp_path / "a.db") as connection:
        connection.execute(f"UPDATE {VERSION_TABLE} SET version_num = '9999'")
    connection.close()
    before = (tmp_path / "a.db").read_bytes()
    for read_only in (True, False):
        message = _refusal(tmp_path / "a.db", read_only=read_only, error=BaseTooNewError)
        assert "newer version of reportedly" in message
        assert "9999" in message
    assert (tmp_path / "a.db").read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"<html>not a base</html>" * 100, b"\x00" * 5000, b"SQLite format 3\x00" + b"x" * 999]
)
def test_a_file_that_is_no_base(tmp_path: Path, content: bytes) -> None:
    """A page, zeros, or a file that only begins like a database: refused, and left as it is."""
    (tmp_path / "a.db").write_bytes(content)
    for read_only in (True, False):
        message = _refusal(tmp_path / "a.db", read_only=read_only)
        assert re.search(r"is not a knowledge base|is damaged", message), message
    assert (tmp_path / "a.db").read_bytes() == content


def test_a_database_of_another_program(tmp_path: Path) -> None:
    """Tables of others are never added to."""
    with sqlite3.connect(tmp_path / "a.db") as connection:
        connection.execute("CREATE TABLE cookies (id INTEGER)")
    connection.close()
    assert "database of another program" in _refusal(tmp_path / "a.db")
    with sqlite3.connect(tmp_path / "a.db") as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (1,)


def test_places_where_no_base_can_be(tmp_path: Path) -> None:
    """A folder, a missing folder, a name that is too long."""
    assert "is not a file" in _refusal(tmp_path)
    assert "does not exist" in _refusal(tmp_path / "missing" / "a.db")
    assert "cannot be opened" in _refusal(tmp_path / ("x" * 300))


def test_a_damaged_base(tmp_path: Path) -> None:
    """Where bytes were overwritten, the line names the damage and what to do."""
    fill(tmp_path / "a.db", sighting()).close()
    content = bytearray((tmp_path / "a.db").read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    (tmp_path / "a.db").write_bytes(content)
    with (
        pytest.raises(BaseError, match=r"is damaged .* Restore it from a copy"),
        open_store(tmp_path / "a.db") as store,
    ):
        list(store.claims())


def test_a_base_that_may_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It can be looked at, without a single file beside it; writing is refused in one line."""
    fill(tmp_path / "a.db", sighting()).close()
    monkeypatch.setattr(sqlite, "_may_write", lambda path: False)  # file modes do not bind the superuser
    assert "may not be written to" in _refusal(tmp_path / "a.db")
    with open_store(tmp_path / "a.db", read_only=True) as store:
        assert store.size().claims == 4
    assert [path.name for path in tmp_path.iterdir()] == ["a.db"]


@pytest.mark.skipif(os.geteuid() == 0, reason="file modes do not bind the superuser")
def test_file_modes_are_heeded(tmp_path: Path) -> None:
    """A file and a folder without write permission are seen as such."""
    fill(tmp_path / "a.db", sighting()).close()
    (tmp_path / "a.db").chmod(0o444)
    assert "may not be written to" in _refusal(tmp_path / "a.db")
    tmp_path.chmod(0o555)
    try:
        with open_store(tmp_path / "a.db", read_only=True) as store:
            assert store.size().claims == 4
    finally:
        tmp_path.chmod(0o755)


def test_a_base_left_in_the_middle_of_a_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where its log cannot be worked off, it is refused rather than shown without its newest rows."""
    fill(tmp_path / "a.db", sighting()).close()
    (tmp_path / "a.db-wal").write_bytes(b"x" * 100)
    monkeypatch.setattr(sqlite, "_may_write", lambda path: False)
    assert "in the middle of a write" in _refusal(tmp_path / "a.db", read_only=True)


def test_a_base_opened_to_read_is_never_written(tmp_path: Path) -> None:
    """Even by a defect of ours."""
    fill(tmp_path / "a.db", sighting()).close()
    with (
        open_store(tmp_path / "a.db", read_only=True) as store,
        pytest.raises(BaseError, match="may not be written to"),
    ):
        list(keep([shelling()], store, "engine/1"))


def test_a_busy_base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When another program writes for longer than we wait, the line says so; readers never wait."""
    monkeypatch.setattr(sqlite, "_WAIT_SECONDS", 0.05)
    with fill(tmp_path / "a.db", sighting()) as store:
        other = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BaseError, match="being written to by another program"):
            list(keep([shelling()], store, "engine/1"))
        assert store.size().documents == 1
        other.execute("ROLLBACK")
        other.close()
        list(keep([shelling()], store, "engine/1"))
        assert store.size().documents == 2
