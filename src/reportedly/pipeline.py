"""The one module that knows all stages: pages → documents → mentions → claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final, Protocol

import msgspec

from reportedly import claims as claims_stage
from reportedly import documents, mentions
from reportedly.claims.finish import extract_claims
from reportedly.claims.plugins import load_extractors
from reportedly.documents.build import build_document
from reportedly.errors import ReportedlyError
from reportedly.mentions.analyse import analyse_and_tell
from reportedly.pages.collect import collect
from reportedly.records.page import Page
from reportedly.records.reading import Problem, Reading
from reportedly.resources.engine import Engine, load_engine
from reportedly.resources.gazetteer import Gazetteer, load_gazetteer
from reportedly.resources.own_places import own_version
from reportedly.resources.version import data_version, weights_version

__all__ = ["ENGINE_VERSION", "Options", "checked_date", "read_page", "read_paths"]


def _engine_version() -> str:
    stages = {"documents": documents, "mentions": mentions, "claims": claims_stage}
    parts = [
        *(f"{name}/{stage.VERSION}" for name, stage in stages.items()),
        weights_version(),
        data_version(),
        *(f"{extractor.name}/{extractor.version}" for extractor in load_extractors().extractors),
        own_version() or "",
    ]
    return " ".join(filter(None, parts))


#: Everything that decides the answers, in words: a page that another version read is read again.
ENGINE_VERSION: Final = _engine_version()


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """published: ISO day that a person gives for the publication of all pages read, or None."""

    published: str | None = None


class Kept(Protocol):
    """What is known of pages from earlier runs."""

    def reading_of(self, page: Page) -> Reading | None:
        """The reading of a page that need not be read again, or None."""
        ...

    def published_of(self, page: Page) -> str | None:
        """The ISO day of publication that a person gave for a page, or None."""
        ...


def checked_date(words: str, today: date | None = None) -> str:
    """A day that a person gives for a publication, as an ISO day. Raises ReportedlyError with what to write instead.

    today: for tests. Tomorrow passes, because somewhere it is tomorrow already.
    """
    today = today or datetime.now(UTC).date()
    try:
        day = datetime.strptime(words.strip(), "%Y-%m-%d").date()
    except ValueError:
        raise ReportedlyError(f"{words!r} is no day of the calendar. Write it as YYYY-MM-DD, say 2016-05-24.") from None
    if day > today + timedelta(days=1):
        raise ReportedlyError(f"{words!r} lies in the future: no report can have been published then. Check the year.")
    return day.isoformat()


def read_paths(
    paths: Iterable[Path | str],
    options: Options | None = None,
    engine: Engine | None = None,
    kept: Kept | None = None,
) -> Iterator[Reading]:
    """One `Reading` for each page found under the paths ("-" is standard input). Never raises for a bad page.

    kept: what is known from earlier runs; pages that it has a reading of are not read again.
    """
    options = options or Options()
    for found in collect(paths):
        if isinstance(found, Problem):
            yield Reading(location=found.location, problems=(found,), complete=False)
            continue
        before = None if kept is None else kept.reading_of(found)
        if before is not None:
            yield before
            continue
        # Loaded for the first page that needs it: a run over pages all kept, or over nothing, starts at once.
        engine = engine or load_engine()
        published = options.published or (kept.published_of(found) if kept is not None else None)
        yield read_page(found, msgspec.structs.replace(options, published=published), engine)


def read_page(
    page: Page, options: Options | None = None, engine: Engine | None = None, gazetteer: Gazetteer | None = None
) -> Reading:
    """All that can be made of one page; what fails is a problem of the reading, with its stage and reason."""
    options = options or Options()
    engine, gazetteer = engine or load_engine(), gazetteer or load_gazetteer()
    stage, document = "documents", None
    try:
        document, problems = build_document(page, published=options.published)
        stage = "mentions"
        analysis, cut = analyse_and_tell(document, engine, gazetteer)
        stage = "claims"
        claims, more = extract_claims(document, analysis)
    except ReportedlyError as error:
        problem = _problem(stage, page, error, type(error).__name__, None if document is None else document.id)
        return Reading(location=page.location, document=document, problems=(problem,), page=page, complete=False)
    except Exception as error:  # noqa: BLE001 - parsers and ONNX Runtime raise what they like
        # A defect on one page must not end a run over a thousand, and must not look like "found nothing".
        problem = _problem(stage, page, error, "crash", None if document is None else document.id)
        return Reading(location=page.location, document=document, problems=(problem,), page=page, complete=False)
    return Reading(
        location=page.location,
        document=document,
        analysis=analysis,
        claims=claims,
        problems=(*problems, *cut, *more),
        page=page,
    )


def _problem(stage: str, page: Page, error: Exception, reason: str, document_id: str | None) -> Problem:
    message = str(error) or type(error).__name__
    if reason == "crash":
        message = f"{type(error).__name__}: {message}. This is a defect of reportedly; please report it with the page."
    return Problem(
        stage=stage, component=stage, reason=reason, message=message, location=page.location, document_id=document_id
    )
