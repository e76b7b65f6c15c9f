"""MHTML (.mht, .mhtml): a page with its parts in one e-mail message (RFC 2557), as browsers save it."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from datetime import UTC
from email.message import Message
from email.utils import parsedate_to_datetime

from reportedly.errors import PageError
from reportedly.pages.reader import Capture, Sureness, page_of
from reportedly.records.page import MediaType, Page

_OPENING = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,40}?Content-Type:\s*multipart/related", re.I)
_PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_HEAD = 16_384


class _Mhtml:
    name = "mhtml"

    def recognises(self, capture: Capture) -> Sureness:
        return Sureness.WRAPPER if _OPENING.match(capture.content[:_HEAD]) else Sureness.NO

    def read(self, capture: Capture) -> Iterator[Page]:
        message = email.message_from_bytes(capture.content, policy=email.policy.compat32)
        page = next((part for part in message.walk() if part.get_content_type() in _PAGE_TYPES), None)
        content = page.get_payload(decode=True) if page is not None else None
        if page is None or not isinstance(content, bytes) or not content.strip():
            raise PageError("There is no page in the MHTML file, or it is cut off. Save the page again.", "damaged")
        yield page_of(
            content,
            capture.location,
            MediaType.HTML,
            url=_address(page) or _address(message),
            captured_at=_time(message),
            charset=page.get_content_charset(),
        )


def _address(part: Message) -> str | None:
    for header in ("Snapshot-Content-Location", "Content-Location"):
        words = "".join(str(part.get(header, "")).split())
        if words.startswith(("http://", "https://")):
            return words
    return None


def _time(message: Message) -> str | None:
    try:
        when = parsedate_to_datetime(str(message.get("Date", "")))
    except (ValueError, TypeError, OverflowError):
        return None
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).isoformat()


READER = _Mhtml()
