"""Page in, document out: decodes, labels every block, dates the page, and tells what went wrong on the way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from reportedly.documents import from_html, from_text
from reportedly.documents.decode import Decoded, decode
from reportedly.documents.draft import Draft
from reportedly.documents.language import UNDETERMINED, language_of
from reportedly.documents.publication import Rung, judged
from reportedly.errors import DocumentError
from reportedly.records.document import DateCertainty, Document, Publication
from reportedly.records.page import MediaType, Page
from reportedly.records.reading import Problem

#: Languages that the engine reads; of short texts the language may stay undetermined.
_READ = frozenset({"en", UNDETERMINED})
_SURE = frozenset({DateCertainty.CERTAIN, DateCertainty.LIKELY})


def build_document(page: Page, published: str | None = None) -> tuple[Document, tuple[Problem, ...]]:
    """The document of a page, and what went wrong on the way.

    published: ISO day that a person gives; it wins over what the page says. Raises DocumentError where no document can
    be made: no text at all, or bytes that are no text. Offsets are characters of `Document.text`.
    """
    given = _given(published)
    decoded = decode(page.content, page.charset)
    if not decoded.text.strip():
        raise DocumentError("the page is empty: there is no text in it")
    draft = _draft(page, decoded)
    latest = _latest_day(page)
    rungs = [rung for rung in draft.rungs if rung.day <= latest]
    dated = judged(rungs)
    identity = f"doc-{page.sha256[:16]}"
    document = Document(
        id=identity,
        text=draft.text,
        blocks=draft.blocks,
        page_sha256=page.sha256,
        location=page.location,
        url=draft.url,
        title=draft.title,
        authors=draft.authors,
        publisher=draft.publisher,
        language=language_of(_evidence(draft) or draft.text),
        publication=dated if given is None else _as_given(given, rungs),
    )
    told = [
        *_of_decoding(decoded),
        *draft.notes,
        *_of_content(draft),
        *_of_language(document.language),
        *_of_dates(draft.rungs, dated, given, latest),
    ]
    problems = tuple(
        Problem(
            stage="documents",
            component="build",
            reason=reason,
            message=message,
            location=page.location,
            document_id=identity,
        )
        for reason, message in told
    )
    return document, problems


def _draft(page: Page, decoded: Decoded) -> Draft:
    if page.media_type is MediaType.HTML:
        return from_html.read_html(decoded.text, page.url)
    return from_text.read_text(decoded.text, page.url, is_markdown=page.media_type is MediaType.MARKDOWN)


def _evidence(draft: Draft) -> str:
    return "\n".join(draft.text[block.start : block.end] for block in draft.blocks if block.is_evidence)


def _given(published: str | None) -> str | None:
    try:
        return None if published is None else dt.date.fromisoformat(published).isoformat()
    except ValueError:
        raise DocumentError(f"{published!r} is no day of publication: write it as YYYY-MM-DD") from None


def _as_given(given: str, rungs: list[Rung]) -> Publication:
    agreeing = [rung for rung in rungs if rung.day == given]
    names = tuple(dict.fromkeys(rung.name for rung in agreeing))
    stamp = agreeing[0].stamp if agreeing else None
    return Publication(date=given, certainty=DateCertainty.GIVEN, stamp=stamp, rungs=("given", *names))


def _latest_day(page: Page) -> str:
    """No page is published after it was captured, give or take a time zone."""
    try:
        captured = dt.date.fromisoformat((page.captured_at or "")[:10])
    except ValueError:
        captured = dt.datetime.now(dt.UTC).date()
    return (captured + dt.timedelta(days=1)).isoformat()


def _of_decoding(decoded: Decoded) -> Iterator[tuple[str, str]]:
    if decoded.wrong_label:
        yield (
            "wrong-charset",
            f"the page calls itself {decoded.wrong_label}, but its bytes are {decoded.charset}; it was read as that",
        )
    if decoded.replaced:
        yield (
            "damaged-text",
            f"{decoded.replaced} characters could not be read and stand as \ufffd; save the page again if they matter",
        )


def _of_content(draft: Draft) -> Iterator[tuple[str, str]]:
    if not any(block.is_evidence for block in draft.blocks):
        yield (
            "no-report",
            "nothing on the page reads like a report, only navigation or comments; was it saved with its text?",
        )


def _of_language(language: str) -> Iterator[tuple[str, str]]:
    if language not in _READ:
        yield (
            "other-language",
            f"the report seems not to be in English ({language}): what it claims is missed or misread",
        )


def _of_dates(rungs: tuple[Rung, ...], dated: Publication, given: str | None, latest: str) -> Iterator[tuple[str, str]]:
    future = next((rung for rung in rungs if rung.day > latest), None)
    if future is not None:
        yield (
            "future-date",
            f"the page says it was published on {future.day}, after it was captured; that date was not used",
        )
    if given is not None and given > latest:
        yield "future-date", f"the day given, {given}, lies after the capture of the page; check --published"
    if given is not None and dated.certainty in _SURE and dated.date != given:
        yield (
            "date-contradicted",
            f"you gave {given}, but the page says {dated.date} ({', '.join(dated.rungs)}); {given} was used",
        )
