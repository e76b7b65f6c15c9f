"""Plain text: whatever is text and of no other format, a page flattened to text above all."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.pages.content import is_html
from reportedly.pages.reader import Capture, Sureness, page_of
from reportedly.records.page import MediaType, Page

_SUFFIXES = frozenset({".txt", ".text"})


class _PlainText:
    name = "plain_text"

    def recognises(self, capture: Capture) -> Sureness:
        if capture.suffix in _SUFFIXES and not is_html(capture.content):
            return Sureness.NAME
        return Sureness.ANY_TEXT

    def read(self, capture: Capture) -> Iterator[Page]:
        yield page_of(capture.content, capture.location, MediaType.PLAIN)


READER = _PlainText()
