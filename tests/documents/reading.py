"""A page built into a document, with the questions that tests ask."""

from __future__ import annotations

import hashlib
from pathlib import Path

from reportedly.documents.build import build_document
from reportedly.records.document import Block, Document, Role
from reportedly.records.page import MediaType, Page
from reportedly.records.reading import Problem

PAGES = Path(__file__).parent / "pages"


class Built:
    """The document of a page and its problems."""

    def __init__(self, document: Document, problems: tuple[Problem, ...]) -> None:
        self.document = document
        self.problems = problems

    @property
    def reasons(self) -> list[str]:
        """The reasons of the problems, in order."""
        return [problem.reason for problem in self.problems]

    def block(self, words: str) -> Block:
        """The only block with these words in it."""
        found = [b for b in self.document.blocks if words in self.document.words_of(b)]
        assert len(found) == 1, f"{words!r} stands in {len(found)} blocks of {self.document.text!r}"
        return found[0]

    def role(self, words: str) -> Role:
        """The role of the only block with these words in it."""
        return self.block(words).role

    @property
    def evidence(self) -> str:
        """The words of all blocks that may carry claims."""
        return "\n".join(self.document.words_of(b) for b in self.document.blocks if b.is_evidence)


def page_of(content: bytes | str, media_type: MediaType = MediaType.HTML, **fields: str | None) -> Page:
    """A page with these bytes (text is encoded as UTF-8)."""
    raw = content.encode() if isinstance(content, str) else content
    return Page(
        sha256=hashlib.sha256(raw).hexdigest(), content=raw, location="page.html", media_type=media_type, **fields
    )


def build(content: bytes | str, *, published: str | None = None, **fields: str | None) -> Built:
    """The document of an HTML page. fields: of `Page`."""
    return Built(*build_document(page_of(content, **fields), published))


def build_file(name: str) -> Built:
    """The document of one of the made pages beside the tests."""
    return build((PAGES / f"{name}.html").read_bytes())


def report(body: str, head: str = "") -> str:
    """An HTML page with two paragraphs of a report around nothing else, and more markup behind them."""
    return (
        f"<!doctype html><html><head><meta charset=utf-8><title>Column leaves Melk</title>{head}</head><body><article>"
        "<h1>Column leaves Melk</h1>"
        "<p>A column of the Ash Brigade left the town of Melk before dawn on Monday, two residents told this paper.</p>"
        f"{body}"
        "<p>Its lorries took the road to Ostren, where the Karvian army has held the bridge since the early spring.</p>"
        "</article></body></html>"
    )
