"""A saved HTML page: as a browser, `wget` (with or without headers), HTTrack or SingleFile saves it.

Each leaves the address, and some the time, in a comment near the top of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime

from reportedly.pages.content import is_html
from reportedly.pages.reader import Capture, Sureness, page_of
from reportedly.records.page import MediaType, Page

_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx"})
_HEAD = 262_144
_COMMENTS = (
    re.compile(rb"<!--\s*saved from url=\(\d+\)(https?://[^\s<>]+?)\s*-->", re.I),  # browsers, “save as”
    re.compile(rb"<!--\s*Page saved with SingleFile\s+url:\s*(https?://[^\s<>]+)", re.I),
    re.compile(rb"<!--\s*Mirrored from ([^\s<>]+) by HTTrack", re.I),
)
_CANONICAL = (
    re.compile(rb"<link\b[^<>]{0,500}?\brel=[\"']?canonical\b[^<>]{0,500}>", re.I),
    re.compile(rb"<meta\b[^<>]{0,500}?\bproperty=[\"']?og:url\b[^<>]{0,500}>", re.I),
)
_ADDRESS = re.compile(rb"(?:href|content)=[\"']?(https?://[^\s\"'<>]+)", re.I)
_SAVED_DATE = re.compile(rb"\bsaved date:\s*\w{3} (\w{3} \d{1,2} \d{4} \d\d:\d\d:\d\d) GMT([+-]\d{4})", re.I)
_MIRRORED_DATE = re.compile(rb"by HTTrack[^<>]{0,80}?, (\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT)", re.I)
_HEADERS = re.compile(rb"HTTP/[\d.]+ \d{3}[^\r\n]*\r?\n(.{0,32000}?)\r?\n\r?\n", re.DOTALL)
_MOST_ADDRESS = 2_000


class _HtmlFile:
    name = "html_file"

    def recognises(self, capture: Capture) -> Sureness:
        if is_html(_HEADERS.sub(b"", capture.content[:_HEAD], count=1) if _has_headers(capture) else capture.content):
            return Sureness.CONTENT
        # A name alone does not make a page of a text that holds no tag at all.
        return Sureness.NAME if capture.suffix in _SUFFIXES and b"<" in capture.content else Sureness.NO

    def read(self, capture: Capture) -> Iterator[Page]:
        content, charset, captured_at = capture.content, None, None
        headers = _HEADERS.match(content) if _has_headers(capture) else None
        if headers is not None:
            told = BytesHeaderParser().parsebytes(headers.group(1))
            content, charset = content[headers.end() :], told.get_content_charset()
            captured_at = _http_time(told.get("Date"))
        head = content[:_HEAD]
        yield page_of(
            content,
            capture.location,
            MediaType.HTML,
            url=_url(head),
            captured_at=_saved_at(head) or captured_at,
            charset=charset,
        )


def _has_headers(capture: Capture) -> bool:
    return capture.content.startswith(b"HTTP/")


def _url(head: bytes) -> str | None:
    """The address that the capture tells, else the one that the page calls its own."""
    for comment in _COMMENTS:
        if found := comment.search(head):
            address = found.group(1)
            return _text(address if b"://" in address else b"https://" + address)
    for tag in _CANONICAL:
        if (found := tag.search(head)) and (address_of := _ADDRESS.search(found.group())):
            return _text(address_of.group(1).replace(b"&amp;", b"&"))
    return None


def _text(address: bytes) -> str:
    return address[:_MOST_ADDRESS].decode("utf-8", "replace")


def _saved_at(head: bytes) -> str | None:
    if found := _SAVED_DATE.search(head):
        try:
            words = (found.group(1) + found.group(2)).decode("ascii")
            return datetime.strptime(words, "%b %d %Y %H:%M:%S%z").isoformat()
        except ValueError:
            return None
    found = _MIRRORED_DATE.search(head)
    return _http_time(found.group(1).decode("ascii", "replace")) if found else None


def _http_time(words: str | None) -> str | None:
    """An ISO 8601 time from that of an HTTP header (RFC 9110), or None."""
    try:
        when = parsedate_to_datetime(words or "")
    except (ValueError, TypeError, OverflowError):
        return None
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).isoformat()


READER = _HtmlFile()
