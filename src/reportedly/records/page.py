"""A page: captured bytes, as they came."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class MediaType(StrEnum):
    """What a reader took the bytes for."""

    HTML = "text/html"
    PLAIN = "text/plain"
    MARKDOWN = "text/markdown"


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """Captured bytes with where and when they were captured.

    sha256: hex digest of `content`, the page's identity. location: path as given, or "-" for standard input.
    url: the address the page says or the capture knows, if any. captured_at: ISO 8601 time of capture, if known.
    charset: the encoding label that came with the capture (an HTTP header, say), not the one found in the bytes.
    """

    sha256: str
    content: bytes
    location: str
    media_type: MediaType
    url: str | None = None
    captured_at: str | None = None
    charset: str | None = None
