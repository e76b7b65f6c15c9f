"""Claims of a text or page, as `reportedly read --json` prints them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

import msgspec

from benchmarks.lines import Line
from reportedly.claims.finish import extract_claims
from reportedly.documents.build import build_document
from reportedly.mentions.analyse import analyse
from reportedly.records.document import Document
from reportedly.records.page import MediaType, Page
from reportedly.records.wire import to_line
from reportedly.resources.engine import Engine, load_engine
from reportedly.resources.gazetteer import load_gazetteer


def predict(lines: Iterable[Line], engine: Engine | None = None) -> Iterator[Line]:
    """One line for each claim of each input line {id, text or html, published}.

    Raises RuntimeError when an extractor failed.
    """
    engine, gazetteer = engine or load_engine(), load_gazetteer()
    for line in lines:
        document = document_of(line)
        claims, problems = extract_claims(document, analyse(document, engine, gazetteer))
        if problems:
            raise RuntimeError("; ".join(f"{p.component}: {p.message}" for p in problems))
        for claim in claims:
            yield to_line(claim, document)


def document_of(line: Line) -> Document:
    """The document that the product makes of a line, under the line's id."""
    text, kind = (line["html"], MediaType.HTML) if "html" in line else (line["text"], MediaType.PLAIN)
    content = text.encode("utf-8", "surrogatepass")
    page = Page(
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        location=str(line["id"]),
        media_type=kind,
        url=line.get("url"),
    )
    document, _ = build_document(page, published=line.get("published"))
    return msgspec.structs.replace(document, id=line["id"])
