"""`reportedly.read` and `reportedly.open_base`: the way in from Python, with the shipped engine."""

from __future__ import annotations

from pathlib import Path

import pytest

import reportedly
from reportedly.errors import BaseError, NotFoundError, ReportedlyError
from reportedly.records.decision import Verdict

TOLD = "Danu Orev, the leader of the Ash Brigade, was reportedly seen in Maresh on Friday, officials said."


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A saved report."""
    path = tmp_path / "report.txt"
    path.write_text(f"Orev seen in Maresh\n\n{TOLD}\n", encoding="utf-8")
    return path


def test_reading_keeps_nothing_without_a_base(page: Path) -> None:
    """Readings come back with their claims, and no file is made."""
    (reading,) = reportedly.read(page)
    assert reading.document is not None
    assert {claim.predicate for claim in reading.claims} >= {"present_at"}
    assert [path.name for path in page.parent.iterdir()] == ["report.txt"]


def test_a_base_has_what_was_read(page: Path, tmp_path: Path) -> None:
    """The claims in the base are those that came back; the second time nothing is read."""
    (reading,) = reportedly.read(page, base=tmp_path / "a.db")
    with reportedly.open_base(tmp_path / "a.db") as base:
        assert tuple(base.claims()) == reading.claims
        assert base.document(base.heads()[0].id) == reading.document
    (again,) = reportedly.read(str(page), base=str(tmp_path / "a.db"))
    assert again.unchanged
    assert again.claims == reading.claims


def test_redacted_names_do_not_come_back(page: Path, tmp_path: Path) -> None:
    """Reading into a base that hides a name masks it in what is returned."""
    with reportedly.open_base(tmp_path / "a.db", read_only=False) as base:
        base.decide(Verdict.REDACTION, ("Danu Orev", "Orev"), "a test", "tester")
    for reading in (*reportedly.read(page, base=tmp_path / "a.db"), *reportedly.read(page, base=tmp_path / "a.db")):
        assert reading.claims != ()
        assert "orev" not in str(reading).casefold()


def test_what_cannot_be_used_is_said(page: Path, tmp_path: Path) -> None:
    """A bad page is a problem, a bad call an error."""
    (reading,) = reportedly.read(tmp_path / "missing.txt")
    assert (reading.document, reading.complete, len(reading.problems)) == (None, False, 1)
    with pytest.raises(ReportedlyError, match="YYYY-MM-DD"):
        reportedly.read(page, published="24 May 2016")
    with pytest.raises(BaseError):
        reportedly.read(page, base=tmp_path)
    with pytest.raises(NotFoundError):
        reportedly.open_base(tmp_path / "missing.db")
