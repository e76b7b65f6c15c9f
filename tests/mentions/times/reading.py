"""A text read for its times, without any engine."""

from __future__ import annotations

from reportedly.mentions.times import find_times
from reportedly.records.document import Document
from reportedly.records.span import Sentence
from reportedly.records.when import When
from reportedly.testing import make_document
from reportedly.text import sentences


def cut(document: Document) -> list[Sentence]:
    """The sentences of a document, without tokens."""
    return [
        Sentence(block=n, start=start, end=end, tokens=())
        for n, block in enumerate(document.blocks)
        for start, end in sentences.spans(document.text, block.start, block.end)
    ]


def times(*blocks: str, published: str | None = None) -> tuple[When, ...]:
    """What is found in these paragraphs."""
    document = make_document(*blocks, published=published)
    return find_times(document, cut(document))


def only(text: str, published: str | None = None) -> When:
    """The one expression of a text."""
    found = times(text, published=published)
    assert len(found) == 1, [(t.text, t.value) for t in found]
    return found[0]
