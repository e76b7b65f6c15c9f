"""HTML → draft of a document: parses, labels every piece, and reads what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from reportedly.documents import body, comments, html, masthead, metadata, publication, roles
from reportedly.documents.authors import authors_of
from reportedly.documents.draft import Draft
from reportedly.documents.html import HIDDEN
from reportedly.documents.markup import parse
from reportedly.errors import DocumentError
from reportedly.records.document import Block, Role

_SEPARATOR = "\n\n"
#: Less text than this is no report; more of it hidden or in a script is looked at then.
_LITTLE = 250
_TAG = re.compile(r"<[^<>]{1,300}>")

Labelled = list[tuple[str, Block]]


def read_html(text: str, url: str | None) -> Draft:
    """The draft of a saved page. url: its address where the capture knows it.

    Raises DocumentError where the page shows no text.
    """
    tree, flattened = parse(text)
    notes = []
    if flattened:
        notes.append(("too-deep", "elements stand too deep in one another; the page was read without its structure"))
    stated = metadata.read_metadata(tree)
    url = url or metadata.url_of(stated)
    publisher = metadata.publisher_of(stated)
    found = html.pieces(tree)
    comments.mark_headed(found)
    title = metadata.title_of(stated, [(p.level, p.words) for p in found if p.level], publisher)
    headline = masthead.headline_of(found, title)
    rungs = publication.rungs_of(stated, tree, url, masthead.date_lines(found, headline)) or publication.guessed(tree)
    authors = authors_of(stated, masthead.bylines(found, headline), publisher)
    labelled = roles.label(found, body.find_body(tree, found, headline), headline)
    if _told(labelled) < _LITTLE:
        labelled, more = _recovered(text, stated, title, labelled)
        notes += more
    if not labelled:
        raise DocumentError(
            "the page shows no text: it is only pictures, or was saved before its scripts ran; save it from a browser"
        )
    words, blocks = joined(labelled)
    return Draft(
        text=words,
        blocks=roles.with_repeats(words, blocks),
        url=url,
        title=title,
        authors=authors,
        publisher=publisher,
        rungs=tuple(rungs),
        notes=tuple(notes),
    )


def joined(labelled: Sequence[tuple[str, Block]]) -> tuple[str, tuple[Block, ...]]:
    """The text of all blocks, an empty line between them, and the blocks with their places in it."""
    start, parts, blocks = 0, [], []
    for words, block in labelled:
        parts.append(words)
        blocks.append(msgspec.structs.replace(block, start=start, end=start + len(words)))
        start += len(words) + len(_SEPARATOR)
    return _SEPARATOR.join(parts), tuple(blocks)


def _told(labelled: Labelled) -> int:
    """How many characters of the report itself there are."""
    return sum(len(words) for words, block in labelled if block.is_evidence and block.role is not Role.HEADLINE)


def _recovered(
    text: str, stated: metadata.Metadata, title: str | None, labelled: Labelled
) -> tuple[Labelled, list[tuple[str, str]]]:
    """The labels of a page that shows next to nothing: its report may be hidden till a script runs, or stand in one."""
    told = _told(labelled)
    hidden = sum(len(words) for words, block in labelled if block.why == HIDDEN and len(words) > 80)
    if hidden > max(_LITTLE, 2 * told):
        tree, _ = parse(text)
        found = html.pieces(tree, show_hidden=True)
        comments.mark_headed(found)
        headline = masthead.headline_of(found, title)
        shown = roles.label(found, body.find_body(tree, found, headline), headline)
        if _told(shown) > 2 * told:
            return shown, [("hidden-text", "the report is hidden until a script runs; it was read all the same")]
    written = metadata.article_body(stated)
    if len(written) > max(_LITTLE, 2 * told):
        why = "articleBody of the page's JSON-LD; the page itself does not show it"
        paragraphs = [line for line in (part.strip() for part in _TAG.sub("\n", written).split("\n")) if line]
        block = Block(role=Role.PARAGRAPH, start=0, end=0, path="json-ld/articleBody", why=why)
        return [*labelled, *((words, block) for words in paragraphs)], [
            ("script-text", "the page's text stands only in a script; it was taken from there")
        ]
    return labelled, []
