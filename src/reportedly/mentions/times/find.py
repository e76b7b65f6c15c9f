"""The stage's part for times: a document's sentences in, expressions of time with their values out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from reportedly.mentions.times.resolve import Expression, resolve
from reportedly.mentions.times.search import Line, line_of, spans_in
from reportedly.records.document import Document
from reportedly.records.span import Sentence
from reportedly.records.when import When

Span = tuple[int, int]


def find_times(document: Document, sentences: Sequence[Sentence]) -> tuple[When, ...]:
    """Expressions of time in the sentences, ascending, each with its value and the days that bound it.

    Counted from the day of publication where `document.publication.anchor` has one. In text that tells history, and
    where no day is known, undated expressions are counted from the dates of the text itself; what can be counted from
    nothing keeps only a vague value and no bounds.
    """
    lines = [line_of(document.text, s.start, s.end) for s in sentences]
    return tuple(_when(document.text, e) for e in resolve(document.text, lines, _published(document)))


def read_spans(
    document: Document, sentences: Iterable[Span], spans: Iterable[Span], *, nested: bool = True
) -> tuple[When, ...]:
    """The same for spans that someone else found, one answer for each span, in order of the text.

    sentences: their character ranges. A span that no rule reads has the value None.
    """
    lines: list[Line] = [line_of(document.text, start, end) for start, end in sentences]
    found = resolve(document.text, lines, _published(document), spans=tuple(sorted(spans)))
    return tuple(_when(document.text, e) for e in found)


def _published(document: Document) -> dt.date | None:
    anchor = document.publication.anchor
    try:
        return None if anchor is None else dt.date.fromisoformat(anchor[:10])
    except ValueError:
        return None


def _when(text: str, found: Expression) -> When:
    return When(
        start=found.start,
        end=found.end,
        text=text[found.start : found.end],
        timex=found.reading.timex,
        value=found.reading.value,
        earliest=None if found.earliest is None else found.earliest.isoformat(),
        latest=None if found.latest is None else found.latest.isoformat(),
        extent=found.extent,
        relation=found.relation,
        anchor=found.reading.anchor.kind,
        anchor_date=None if found.reading.anchor.day is None else found.reading.anchor.day.isoformat(),
        rule=found.rule,
        problem=found.reading.problem,
    )


__all__ = ["find_times", "read_spans", "spans_in"]
