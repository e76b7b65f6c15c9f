"""What the readers of the formats hand over before dating, language and problems are settled."""

from __future__ import annotations

import msgspec

from reportedly.documents.publication import Rung
from reportedly.records.document import Block


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A page's text with its labelled blocks and what it says of itself. notes: (reason, message) of what to tell."""

    text: str
    blocks: tuple[Block, ...]
    url: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    rungs: tuple[Rung, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
