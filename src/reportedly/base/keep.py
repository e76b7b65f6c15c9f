"""Reading into a base: what was read before is taken from it, what is new is kept as soon as it is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from reportedly.base.store import Selection, Store, Writer
from reportedly.records.mention import Analysis
from reportedly.records.page import Page
from reportedly.records.reading import Reading


class Kept:
    """What a base knows of pages, in the form in which the pipeline asks for it.

    engine: version of what would read them. published: the day that a person gives for all of them now, if any.
    """

    def __init__(self, base: Writer, engine: str, published: str | None = None) -> None:
        self._base = base
        self._engine = engine
        self._published = published

    def reading_of(self, page: Page) -> Reading | None:
        """The reading of a page that need not be read again, or None."""
        return self._base.kept(page, self._engine, self._published)

    def published_of(self, page: Page) -> str | None:
        """The day of publication that a person gave for a page, now or when it was read before, or None."""
        return self._published or self._base.given_date(page)


def keep(readings: Iterable[Reading], base: Writer, engine: str) -> Iterator[Reading]:
    """Keeps each reading and hands it on. A run is noted with the first one that changes the base.

    Raises BaseError when a reading cannot be kept; those before it are.
    """
    run: int | None = None
    for reading in readings:
        if reading.unchanged:
            yield reading
            continue
        if run is None:
            run = base.begin(engine)
        yield base.keep(reading, engine, run)
    if run is not None:
        base.end(run)


def shown(reading: Reading, base: Store) -> Reading:
    """A reading as the base shows it: where a redacted name stands in it, masked and without page and mentions."""
    if reading.document is None or not base.decisions():
        return reading
    document = base.document(reading.document.id)
    claims = tuple(base.claims(Selection(document=document.id)))
    if document == reading.document and claims == reading.claims:
        return reading
    return msgspec.structs.replace(reading, document=document, claims=claims, page=None, analysis=Analysis())
