"""Writing: a reading is kept as a whole or not at all, and reading again changes only what is new."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import msgspec
import pytest
from tests.base.reports import ENGINE, failed, fill, shelling, sighting

from reportedly.base import schema
from reportedly.base.keep import Kept, keep, shown
from reportedly.base.opening import open_store
from reportedly.base.store import Head, Selection, Store
from reportedly.errors import BaseError
from reportedly.records.decision import Verdict
from reportedly.records.document import Block, DateCertainty, Publication
from reportedly.records.mention import Analysis, Chain, Mention
from reportedly.records.page import Page
from reportedly.records.reading import Problem, Reading
from reportedly.testing import make_reading


def _rows(path: Path) -> dict[str, list[Any]]:
    """All rows of all tables."""
    with sqlite3.connect(path) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in names}


def _kept(store: Store, reading: Reading, engine: str = ENGINE) -> Reading:
    (kept,) = keep([reading], store, engine)
    return kept


@pytest.mark.parametrize("make", [sighting, shelling])
def test_a_reading_comes_back_as_it_was(tmp_path: Path, make: Any) -> None:
    """Page, document, mentions, chains, claims: what is kept is what was read, with no field lost."""
    reading = make()
    with fill(tmp_path / "a.db", reading) as store:
        assert reading.page is not None
        back = Kept(store, ENGINE).reading_of(reading.page)
        assert back == msgspec.structs.replace(reading, unchanged=True)
        assert store.page(reading.document.id) == reading.page


def test_the_same_page_again_changes_nothing(tmp_path: Path, store: Store) -> None:
    """A page that the same engine read to its end is not read again, and not a row of the base is touched."""
    before = _rows(tmp_path / "test.db")
    kept = Kept(store, ENGINE)
    again = [kept.reading_of(reading.page) for reading in (sighting(), shelling())]
    assert all(reading is not None and reading.unchanged for reading in again)
    assert [r.unchanged for r in keep([r for r in again if r], store, ENGINE)] == [True, True]
    assert _rows(tmp_path / "test.db") == before


def test_keeping_the_same_reading_twice_doubles_nothing(tmp_path: Path, store: Store) -> None:
    """Even a reading that was made anew leaves the same claims, mentions and pages."""
    before = _rows(tmp_path / "test.db")
    _kept(store, sighting())
    after = _rows(tmp_path / "test.db")
    for table in sorted(before.keys() - {"runs", "documents", "problems"}):
        assert sorted(map(str, after[table])) == sorted(map(str, before[table])), table


def test_another_engine_reads_again_and_replaces(store: Store) -> None:
    """A newer engine's claims take the place of the older ones of that document; others and decisions stay."""
    decision = store.decide(Verdict.REDACTION, ("Nobody Known",), "a test", "tester")
    reading = sighting()
    assert reading.page is not None
    assert Kept(store, "engine/2").reading_of(reading.page) is None
    newer = msgspec.structs.replace(reading, claims=reading.claims[:1])
    _kept(store, newer, "engine/2")
    assert list(store.claims(Selection(document=reading.document.id))) == list(reading.claims[:1])
    assert store.size().claims == 3
    assert store.decisions() == (decision,)
    assert Kept(store, "engine/2").reading_of(reading.page) is not None


def test_the_same_claim_keeps_its_id(store: Store) -> None:
    """Reading again gives the same ids, so that what was decided about a claim stays attached."""
    before = {claim.id for claim in store.claims()}
    _kept(store, sighting(), "engine/2")
    assert {claim.id for claim in store.claims()} == before


def test_a_given_day_is_remembered(store: Store) -> None:
    """A page whose day a person gave is read with that day again, and read anew when another is given."""
    reading = shelling()
    assert reading.page is not None
    assert Kept(store, ENGINE).published_of(reading.page) is None
    given = Publication(date="2016-05-24", certainty=DateCertainty.GIVEN, rungs=("given",))
    document = msgspec.structs.replace(reading.document, publication=given)
    _kept(store, msgspec.structs.replace(reading, document=document))
    assert Kept(store, "engine/2").published_of(reading.page) == "2016-05-24"
    assert Kept(store, ENGINE, "2016-05-24").reading_of(reading.page) is not None
    assert Kept(store, ENGINE, "2016-05-25").reading_of(reading.page) is None
    assert Kept(store, ENGINE, "2016-05-25").published_of(reading.page) == "2016-05-25"


def test_a_crash_does_not_take_the_place_of_a_reading(store: Store) -> None:
    """When a newer engine fails half way, what was read before stays and the problem stands beside it."""
    reading = sighting()
    problem = Problem(
        stage="claims", component="claims", reason="crash", message="Oops.", document_id=reading.document.id
    )
    _kept(store, msgspec.structs.replace(reading, claims=(), problems=(problem,), complete=False), "engine/2")
    assert len(list(store.claims(Selection(document=reading.document.id)))) == 4
    assert store.problems() == (problem,)


def test_problems_go_when_they_are_put_right(tmp_path: Path) -> None:
    """A location's problems are those of the last time it was read."""
    bad = failed()
    with fill(tmp_path / "a.db", bad, bad) as store:
        assert len(store.problems()) == 1
        _kept(store, msgspec.structs.replace(sighting(), location=bad.location))
        assert store.problems() == ()


def test_two_claims_of_one_id_are_kept_once_and_told(tmp_path: Path) -> None:
    """An extractor's defect costs neither the document nor goes unseen."""
    reading = sighting()
    with fill(
        tmp_path / "a.db", msgspec.structs.replace(reading, claims=(*reading.claims, reading.claims[0]))
    ) as store:
        assert len(list(store.claims())) == 4
        assert [problem.reason for problem in store.problems()] == ["same-claim-twice"]


def test_what_is_no_character_is_a_problem(tmp_path: Path) -> None:
    """Half a surrogate pair cannot be stored: one problem, and the reports beside it are kept."""
    reading = sighting()
    broken = msgspec.structs.replace(reading.document, text=reading.document.text + "\ud800", id="doc-broken")
    with fill(tmp_path / "a.db", msgspec.structs.replace(reading, document=broken, claims=()), shelling()) as store:
        assert [problem.reason for problem in store.problems()] == ["not-storable"]
        assert [head.title for head in store.heads()] == ["Maresh shelled"]


def test_null_characters_are_kept(tmp_path: Path) -> None:
    """A NUL in a text shortens nothing."""
    with fill(tmp_path / "a.db", make_reading("Before\x00after.")) as store:
        (head,) = store.heads()
        assert store.document(head.id).text == "Before\x00after."


def test_a_failed_write_leaves_what_was_there(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the last row of a document cannot be written, none of it is, and the older reading stands."""
    from reportedly.base import rows

    before = list(store.claims())
    monkeypatch.setattr(rows, "evidence_rows", lambda claim: [{"claim_id": "none", "number": 0}])
    with pytest.raises(BaseError):
        _kept(store, msgspec.structs.replace(sighting(), claims=sighting().claims[:1]), "engine/2")
    assert list(store.claims()) == before


def test_nothing_changes_the_log_of_decisions(tmp_path: Path, store: Store) -> None:
    """Not even a program that goes round us can change or remove a decision."""
    store.decide(Verdict.REDACTION, ("Nobody Known",), "a test", "tester")
    with sqlite3.connect(tmp_path / "test.db") as connection:
        for statement in ("UPDATE decisions SET reason = ''", "DELETE FROM decisions"):
            with pytest.raises(sqlite3.IntegrityError, match="never changed"):
                connection.execute(statement)


def test_runs_are_counted(tmp_path: Path, store: Store) -> None:
    """A run is noted with what it added; one that came to its end says when."""
    ((_, started, ended, _, engine, documents, claims, problems),) = _rows(tmp_path / "test.db")["runs"]
    assert (engine, documents, claims, problems) == (ENGINE, 2, 6, 0)
    assert ended >= started


def test_two_programs_write_one_after_the_other(tmp_path: Path, store: Store) -> None:
    """A second writer waits for the first instead of failing, and a reader sees only what is whole."""
    with open_store(tmp_path / "test.db") as second, open_store(tmp_path / "test.db", read_only=True) as reader:
        _kept(second, make_reading("Nothing is claimed here.", location="second.txt"))
        _kept(store, make_reading("Nor is it here.", location="first.txt"))
        assert reader.size().documents == 4


def test_a_reading_is_shown_without_redacted_names(store: Store) -> None:
    """What a library call hands out of a base with redactions is masked too; without any it is the reading itself."""
    reading = sighting()
    assert shown(reading, store) is reading
    store.decide(Verdict.REDACTION, ("Danu Orev", "Orev", "Danou Orev"), "a test", "tester")
    masked = shown(reading, store)
    assert "Orev" not in str(masked)
    assert masked.page is None
    assert shown(shelling(), store).document.id == shelling().document.id


@pytest.mark.parametrize(
    ("record", "table"),
    [
        (Block, schema.BLOCKS),
        (Mention, schema.MENTIONS),
        (Chain, schema.CHAINS),
        (Page, schema.PAGES),
        (Problem, schema.PROBLEMS),
        (Head, schema.DOCUMENTS),
    ],
    ids=lambda value: getattr(value, "__name__", str(value)),
)
def test_every_field_has_its_column(record: Any, table: Any) -> None:
    """A field that a record gains must come with a migration, or it would be lost on the way."""
    assert set(record.__struct_fields__) <= set(table.c.keys())


def test_what_an_analysis_keeps() -> None:
    """All its parts are kept but places: claims carry theirs, and they are found again when a page is read again."""
    assert set(Analysis.__struct_fields__) == {"sentences", "mentions", "chains", "times", "places"}
