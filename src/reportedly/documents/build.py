"""Page in, document out: decodes, parses, labels every block and dates the page."""

from __future__ import annotations

import datetime as dt

import msgspec

from reportedly.documents import body, html, metadata, publication, roles
from reportedly.documents.authors import authors_of
from reportedly.documents.decode import Decoded, decode
from reportedly.documents.language import language_of
from reportedly.errors import DocumentError
from reportedly.records.document import Block, DateCertainty, Document, Publication, Role
from reportedly.records.page import MediaType, Page
from reportedly.records.reading import Problem

_SEPARATOR = "\n\n"


def build_document(page: Page, published: str | None = None) -> tuple[Document, tuple[Problem, ...]]:
    """The document of a page, and what went wrong on the way.

    published: ISO day that a person gives; it wins over what the page says. Raises DocumentError where no document can
    be made: no text at all, or bytes that are no text.
    """
    decoded = decode(page.content, page.charset)
    if not decoded.text.strip():
        raise DocumentError("the page is empty: there is no text in it")
    builder = _of_html if page.media_type is MediaType.HTML else _of_text
    document = builder(page, decoded)
    return document, ()


def _of_html(page: Page, decoded: Decoded) -> Document:
    tree, _ = html.parse(decoded.text)
    stated = metadata.read_metadata(tree)
    url = page.url or metadata.url_of(stated)
    found = html.pieces(tree)
    publisher = metadata.publisher_of(stated)
    title = metadata.title_of(stated, [(p.level, p.words) for p in found if p.level], publisher)
    headline = roles.headline_of(found, title)
    rungs = publication.rungs_of(stated, tree, url, roles.date_lines(found, headline)) or publication.guessed(tree)
    authors = authors_of(stated, roles.bylines(found, headline), publisher)
    labelled = roles.label(found, body.find_body(tree, found, headline), headline)
    text, blocks = joined(labelled)
    return Document(
        id=f"doc-{page.sha256[:16]}",
        text=text,
        blocks=blocks,
        page_sha256=page.sha256,
        location=page.location,
        url=url,
        title=title,
        authors=authors,
        publisher=publisher,
        language=language_of("\n".join(text[b.start : b.end] for b in blocks if b.is_evidence)),
        publication=publication.judged(rungs),
    )


def joined(labelled: list[tuple[str, Block]]) -> tuple[str, tuple[Block, ...]]:
    """The text of all blocks, an empty line between them, and the blocks with their places in it."""
    start, parts, blocks = 0, [], []
    for words, block in labelled:
        parts.append(words)
        blocks.append(msgspec.structs.replace(block, start=start, end=start + len(words)))
        start += len(words) + len(_SEPARATOR)
    return _SEPARATOR.join(parts), tuple(blocks)


def _of_text(page: Page, decoded: Decoded) -> Document:
    from reportedly.documents import markdown, plain_text

    zone = markdown.zone_markdown if page.media_type is MediaType.MARKDOWN else plain_text.zone_text
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    blocks = zone(text)
    return Document(
        id=f"doc-{page.sha256[:16]}",
        text=text,
        blocks=blocks,
        page_sha256=page.sha256,
        location=page.location,
        url=page.url,
    )
