"""Plain text: taken whole, and last in line."""

from __future__ import annotations

import pytest

from reportedly.pages.reader import Capture, Sureness
from reportedly.pages.readers.plain_text import READER
from reportedly.records.page import MediaType


def test_bytes_are_kept() -> None:
    """Line ends, marks and bytes that are no UTF-8 stay as they came."""
    content = b"\xff\xfeA\x00\r\x00\n\x00"
    (page,) = READER.read(Capture(content=content, location="-"))
    assert (page.content, page.media_type, page.location, page.url) == (content, MediaType.PLAIN, "-", None)


@pytest.mark.parametrize(
    ("name", "content", "sureness"),
    [
        ("report.txt", b"A town fell.", Sureness.NAME),
        ("report.TXT.gz", b"A town fell.", Sureness.NAME),
        ("report", b"A town fell.", Sureness.ANY_TEXT),
        ("-", b"", Sureness.ANY_TEXT),
        ("report.txt", b"<html><p>A town fell.", Sureness.ANY_TEXT),
    ],
)
def test_how_sure_it_is(name: str, content: bytes, sureness: Sureness) -> None:
    """Its own suffix makes it surer, HTML below that suffix does not."""
    assert READER.recognises(Capture(content=content, location=name)) is sureness
