"""Markdown: told by its name, its address taken from a clipper's front matter."""

from __future__ import annotations

import pytest

from reportedly.pages.reader import Capture, Sureness
from reportedly.pages.readers.markdown import READER
from reportedly.records.page import MediaType


@pytest.mark.parametrize(
    ("content", "url"),
    [
        (b"# A town fell\n\nIt fell at dawn.\n", None),
        (b'---\ntitle: A town fell\nsource: "https://post.example/a"\n---\n\nIt fell.\n', "https://post.example/a"),
        (b"---\r\nurl: https://post.example/b\r\n---\r\nIt fell.\r\n", "https://post.example/b"),
        (b"---\nurl: https://post.example/never-closed\n", None),
        (b"It fell.\n\n---\nurl: https://post.example/no-front\n---\n", None),
        (b"", None),
    ],
)
def test_address_of_a_clipped_page(content: bytes, url: str | None) -> None:
    """Only front matter that opens the file and is closed tells an address."""
    (page,) = READER.read(Capture(content=content, location="a.md"))
    assert (page.url, page.content, page.media_type) == (url, content, MediaType.MARKDOWN)


@pytest.mark.parametrize(
    ("name", "content", "sureness"),
    [
        ("a.md", b"# Title", Sureness.CONTENT),
        ("a.markdown", b"Words", Sureness.CONTENT),
        ("a.txt", b"# Title", Sureness.NO),
        ("a.md", b"<!doctype html><p>A page under a wrong name", Sureness.NO),
    ],
)
def test_how_sure_it_is(name: str, content: bytes, sureness: Sureness) -> None:
    """The name decides, unless the bytes are a page."""
    assert READER.recognises(Capture(content=content, location=name)) is sureness
