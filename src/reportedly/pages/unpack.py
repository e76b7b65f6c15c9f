"""Bytes out of gzip, as servers and crawlers keep single pages, with an end to how far they may grow."""

from __future__ import annotations

import zlib
from typing import Final

from reportedly.errors import PageError
from reportedly.pages.files import MOST_BYTES

_GZIP: Final = b"\x1f\x8b\x08"


def unpacked(content: bytes) -> bytes:
    """The bytes inside of gzip, or the bytes themselves. Raises PageError for damaged or boundless ones."""
    if not content.startswith(_GZIP):
        return content
    parts: list[bytes] = []
    room = MOST_BYTES
    while content.startswith(_GZIP):  # members stand one after the other
        stream = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        try:
            parts.append(stream.decompress(content, room + 1))
        except zlib.error as error:
            raise PageError(f"It is damaged gzip ({error}). Fetch or copy it again.", "damaged") from error
        room -= len(parts[-1])
        if room < 0:
            raise PageError("Unpacked, it is larger than any page. Cut it into single reports.", "too-large")
        if not stream.eof:
            raise PageError("The gzip file is cut off. Fetch or copy it again.", "damaged")
        content = stream.unused_data
    return b"".join(parts)
