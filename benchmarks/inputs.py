"""Documents of the plain texts that some gold sets hold: no page, no zoning, every line a paragraph."""

from __future__ import annotations

import re

from benchmarks.lines import Line
from reportedly.records.document import Block, DateCertainty, Document, Publication, Role


def document_of(line: Line) -> Document:
    """The text of an input line, so that offsets are those of the gold; each of its blocks is a paragraph.

    Where the line says nothing of blocks, each line of the text is one.
    """
    text: str = line["text"]
    spans = line.get("blocks") or [found.span() for found in re.finditer(r"\S(?:[^\n]*\S)?", text)]
    blocks = tuple(Block(role=Role.PARAGRAPH, start=start, end=end) for start, end in spans)
    published = line.get("published")
    publication = Publication(date=published, certainty=DateCertainty.GIVEN) if published else Publication()
    return Document(id=line["id"], text=text, blocks=blocks, language="en", publication=publication)
