"""CSV: one claim a row, letter by letter, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from tests.base.reports import fill, hostile, shelling

from reportedly.base.store import Store
from reportedly.exports.csv import EXPORT
from reportedly.review.redact import redact


def _rows(store: Store) -> list[dict[str, str]]:
    stream = io.StringIO(newline="")
    EXPORT.write(store, stream)
    return list(csv.DictReader(io.StringIO(stream.getvalue(), newline=""), strict=True))


def test_letter_by_letter(tmp_path: Path) -> None:
    """A row with quotation marks doubled where needed, CRLF at its end, empty cells for what is not told."""
    stream = io.StringIO(newline="")
    reading = shelling()
    with fill(tmp_path / "a.db", reading) as store:
        assert EXPORT.write(store, stream).claims == 2
    heading, first, _, end = stream.getvalue().split("\r\n")
    assert heading.startswith("id,predicate,subject,subject_kind,object,object_kind,role,place,")
    assert end == ""
    assert first == (
        f"{reading.claims[0].id},attacked,Ash Brigade,Group,Maresh,Place,,,,,,,,,,,reported,positive,no,no,Mira Kolt,,,"
        'shelling,,,,,"The Ash Brigade shelled Maresh, Mira Kolt said.",paragraph,16,63,0.5,testing/1,A test made it.,'
        f"{reading.document.id},Maresh shelled,,,pages/shelling.txt,,unknown,en"
    )


def test_each_row_has_every_column(store: Store) -> None:
    """Time, place, voice and report stand under their headings."""
    rows = _rows(store)
    assert len(rows) == 6
    assert all(None not in row and None not in row.values() for row in rows)
    seen = rows[1]
    assert (seen["time_words"], seen["time_first"], seen["place"]) == ("Friday", "2016-05-20", "Maresh")
    assert (seen["attributed_to"], seen["modality"]) == ("officials", "reported")
    assert (seen["publisher"], seen["published"], seen["published_certainty"]) == ("Ruda Post", "2016-05-24", "certain")
    assert rows[3]["medium"] == "photo"


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    """What a spreadsheet would take for a formula begins with a ', and the export says so; codes are gone."""
    stream = io.StringIO(newline="")
    with fill(tmp_path / "a.db", hostile()) as store:
        exported = EXPORT.write(store, stream)
        (row,) = _rows(store)
    assert "3 cells" in exported.note
    assert row["subject"] == "'=HYPERLINK(1)"
    assert row["publisher"] == "'@SUM(A1)"
    assert not [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert stream.getvalue().replace("\r\n", "").isprintable()


def test_redacted_names_are_masked(store: Store) -> None:
    """No spelling of a redacted name leaves."""
    redact(store, "Danu Orev", "a test", "tester")
    assert "orev" not in str(_rows(store)).casefold()
    assert {row["subject"] for row in _rows(store)} == {"[redacted]", "Ash Brigade"}
