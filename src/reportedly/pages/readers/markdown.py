"""Markdown, told by the file's name. A clipper's front matter may hold the address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.pages.content import is_html
from reportedly.pages.reader import Capture, Sureness, page_of
from reportedly.records.page import MediaType, Page

_SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".mkd"})
_FRONT_MATTER = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n(.{0,4000}?)\r?\n---[ \t]*(?:\r?\n|$)", re.DOTALL)
_URL = re.compile(rb"^(?:url|source|source_url|link|canonical)[ \t]*:[ \t]*[\"']?(https?://[^\s\"'<>]+)", re.M | re.I)


class _Markdown:
    name = "markdown"

    def recognises(self, capture: Capture) -> Sureness:
        # Markdown may hold tags, but a file that opens as a page does is a page, whatever its name.
        if capture.suffix in _SUFFIXES and not is_html(capture.content):
            return Sureness.CONTENT
        return Sureness.NO

    def read(self, capture: Capture) -> Iterator[Page]:
        matter = _FRONT_MATTER.match(capture.content)
        found = _URL.search(matter.group(1)) if matter else None
        url = found.group(1).decode("ascii", "replace") if found else None
        yield page_of(capture.content, capture.location, MediaType.MARKDOWN, url=url)


READER = _Markdown()
