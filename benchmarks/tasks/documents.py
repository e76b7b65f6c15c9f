"""Documents: title, authors, day and labelled blocks of pages (or of the text of pages)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from reportedly.documents.build import build_document
from reportedly.errors import DocumentError
from reportedly.records.document import Document
from reportedly.records.page import MediaType, Page


def predict(lines: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One prediction {id, title, authors, published, blocks: [{role, text}]} for each line {id, url, html or text}."""
    for line in lines:
        try:
            document, _ = build_document(_page(line))
        except DocumentError:
            yield {"id": line["id"], "title": None, "authors": [], "published": None, "blocks": []}
        else:
            yield _line(line["id"], document)


def _page(line: dict[str, Any]) -> Page:
    is_html = line.get("html") is not None
    words: str = line["html"] if is_html else line["text"]
    content = words.encode("utf-8", "replace")
    return Page(
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        location=str(line["id"]),
        media_type=MediaType.HTML if is_html else MediaType.PLAIN,
        url=line.get("url"),
        charset="utf-8",
    )


def _line(identity: str, document: Document) -> dict[str, Any]:
    return {
        "id": identity,
        "title": document.title,
        "authors": list(document.authors),
        "published": document.publication.date,
        "blocks": [{"role": str(block.role), "text": document.words_of(block)} for block in document.blocks],
    }
