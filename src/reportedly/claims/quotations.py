"""Quotation marks of a document, over the ends of sentences and of paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from reportedly.records.document import Document
from reportedly.text.fold import same_length

_OPENS: Final = frozenset("“«„‟")
_CLOSES: Final = frozenset("”»")


class Quotation(msgspec.Struct, frozen=True, kw_only=True):
    """Words between quotation marks.

    start, end: characters without the marks. block: where it stands. closed: it has an end of its own; what is not
    closed ends with its block and may go on in the next. carried: it opens its block and goes on from an open one.
    """

    start: int
    end: int
    block: int
    closed: bool = True
    carried: bool = False


def find_quotations(document: Document) -> tuple[Quotation, ...]:
    """All quotations of the evidence blocks, in order."""
    found: list[Quotation] = []
    open_before = False
    for index, block in enumerate(document.blocks):
        if not block.is_evidence:
            continue
        here = list(_in_block(document.text, index, block.start, block.end))
        if here and open_before and not document.text[block.start : here[0].start].strip(' \t\n"“«„”‟'):
            here[0] = msgspec.structs.replace(here[0], carried=True)
        found += here
        open_before = bool(here) and not here[-1].closed
    return tuple(found)


def _in_block(text: str, index: int, start: int, end: int) -> Iterator[Quotation]:
    opened: int | None = None
    plain = same_length(text[start:end])
    for offset, mark in enumerate(plain):
        if mark != '"':
            continue
        at, raw = start + offset, text[start + offset]
        if opened is None:
            if raw in _CLOSES or (raw == '"' and _is_inch(text, at)):
                continue
            opened = at + 1
        elif raw in _OPENS:  # an opening mark inside: the paragraph before it was never closed
            yield Quotation(start=opened, end=at, block=index, closed=False)
            opened = at + 1
        elif at == opened:  # doubled marks (""word"")
            opened = at + 1
        else:
            yield Quotation(start=opened, end=at, block=index)
            opened = None
    if opened is not None and opened < end:
        yield Quotation(start=opened, end=end, block=index, closed=False)


def _is_inch(text: str, at: int) -> bool:
    return at > 0 and text[at - 1].isdigit() and not text[at + 1 : at + 2].isalpha()
