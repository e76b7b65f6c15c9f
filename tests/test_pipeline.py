"""The pipeline: what fails on a page is a problem of its reading, and never looks like "found nothing"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reportedly import pipeline
from reportedly.claims.plugins import load_extractors
from reportedly.errors import DocumentError, ReportedlyError
from reportedly.pipeline import Options, checked_date, read_page, read_paths
from reportedly.records.page import Page
from reportedly.records.reading import Reading
from reportedly.testing import make_document, make_page, make_reading

TODAY = date(2016, 6, 1)


class Nothing:
    """Stands where engine and gazetteer would; no stage that is replaced asks for more."""


@pytest.fixture(autouse=True)
def stages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stages that succeed and find nothing."""
    monkeypatch.setattr(pipeline, "load_engine", Nothing)
    monkeypatch.setattr(pipeline, "load_gazetteer", Nothing)
    monkeypatch.setattr(pipeline, "build_document", lambda page, published: (make_document(page.content.decode()), ()))
    monkeypatch.setattr(pipeline, "analyse_and_tell", lambda *_: (make_reading("Nothing.").analysis, ()))
    monkeypatch.setattr(pipeline, "extract_claims", lambda *_: ((), ()))


def _fails(error: Exception) -> Callable[..., Any]:
    def stage(*_given: Any, **_named: Any) -> Any:
        raise error

    return stage


def test_a_page_is_read() -> None:
    """All stages ran: complete, with page and document, without problems."""
    reading = read_page(make_page("Nothing is claimed."))
    assert (reading.complete, reading.problems, reading.claims) == (True, (), ())
    assert reading.document is not None
    assert reading.page is not None


@pytest.mark.parametrize(
    ("name", "stage"), [("build_document", "documents"), ("analyse_and_tell", "mentions"), ("extract_claims", "claims")]
)
@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (DocumentError("There is no text in it."), "DocumentError"),
        (RecursionError("too deep"), "crash"),
        (KeyError("x"), "crash"),
        (MemoryError(), "crash"),
        (ValueError(), "crash"),
        (RuntimeError("a library's own"), "crash"),
    ],
)
def test_a_stage_that_fails(
    monkeypatch: pytest.MonkeyPatch, name: str, stage: str, error: Exception, reason: str
) -> None:
    """The problem names stage and reason; the reading says that it is incomplete, and keeps what was made before."""
    monkeypatch.setattr(pipeline, name, _fails(error))
    reading = read_page(make_page("Nothing is claimed."))
    (problem,) = reading.problems
    assert (problem.stage, problem.reason, reading.complete) == (stage, reason, False)
    assert problem.message
    assert (reading.document is None) == (stage == "documents")
    assert (problem.document_id is None) == (stage == "documents")


def test_one_bad_page_does_not_end_a_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The pages after a page that crashes are read."""
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"Report {number}.", encoding="utf-8")
    build = pipeline.build_document

    def stage(page: Page, published: str | None) -> Any:
        if page.location.endswith("1.txt"):
            raise IndexError("1")
        return build(page, published)

    monkeypatch.setattr(pipeline, "build_document", stage)
    assert [reading.complete for reading in read_paths([tmp_path])] == [True, False, True]


def test_what_is_no_page_is_a_problem(tmp_path: Path) -> None:
    """A missing path and an empty file give readings without a document, and no engine is loaded for them."""
    (tmp_path / "empty.txt").write_bytes(b"")
    readings = list(read_paths([tmp_path / "missing.txt", tmp_path / "empty.txt"]))
    assert [(reading.document, reading.complete, len(reading.problems)) for reading in readings] == [
        (None, False, 1)
    ] * 2


def test_pages_that_are_kept_are_not_read_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What is known is handed on as it was kept, without loading an engine; the day given before is used again."""
    for name in ("known", "new"):
        (tmp_path / f"{name}.txt").write_text(f"This is {name}.", encoding="utf-8")
    asked: list[str | None] = []

    class Kept:
        def reading_of(self, page: Page) -> Reading | None:
            known = page.location.endswith("known.txt")
            return Reading(location=page.location, unchanged=True) if known else None

        def published_of(self, page: Page) -> str | None:
            return "2016-05-24"

    def build(page: Page, published: str | None) -> Any:
        asked.append(published)
        return make_document("This is new."), ()

    monkeypatch.setattr(pipeline, "build_document", build)
    assert [reading.unchanged for reading in read_paths([tmp_path], kept=Kept())] == [True, False]
    list(read_paths([tmp_path / "new.txt"], Options(published="2016-05-25"), kept=Kept()))
    assert asked == ["2016-05-24", "2016-05-25"]


@pytest.mark.parametrize("words", ["2016-05-24", " 2016-05-24 ", "2016-06-02"])
def test_days_that_can_be(words: str) -> None:
    """ISO days until tomorrow."""
    assert checked_date(words, TODAY) == words.strip()


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("24 May 2016", "YYYY-MM-DD"),
        ("2016-02-30", "YYYY-MM-DD"),
        ("", "YYYY-MM-DD"),
        ("2016-05", "YYYY-MM-DD"),
        ("2016-06-03", "future"),
        ("9999-12-31", "future"),
    ],
)
def test_days_that_cannot_be(words: str, why: str) -> None:
    """Other forms, days that no calendar has, days to come: one line with what to write instead."""
    with pytest.raises(ReportedlyError, match=why):
        checked_date(words, TODAY)


def test_the_version_names_all_that_decides() -> None:
    """Stages, weights, tables and extractors stand in the engine's version."""
    parts = set(pipeline.ENGINE_VERSION.split())
    assert {f"{e.name}/{e.version}" for e in load_extractors().extractors} < parts
    assert {"documents", "mentions", "claims", "encoder", "tables"} <= {part.partition("/")[0] for part in parts}


def test_imported_places_are_another_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the user imported decides where claims lie, so pages are read again with it."""
    monkeypatch.setattr("reportedly.pipeline.own_version", lambda: "places/0000abcd")
    assert pipeline._engine_version().split()[-1] == "places/0000abcd"
    monkeypatch.setattr("reportedly.pipeline.own_version", lambda: None)
    assert "places/" not in pipeline._engine_version()


@pytest.mark.parametrize("stage", ["documents", "mentions", "claims"])
def test_a_newer_stage_is_another_engine(stage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that an older stage read is read again."""
    monkeypatch.setattr(f"reportedly.{stage}.VERSION", 999)
    assert pipeline._engine_version() != pipeline.ENGINE_VERSION
