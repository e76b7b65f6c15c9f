"""Quotation marks of a document, over the ends of sentences and of paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from reportedly.claims.syntax.grammar import SentenceView
from reportedly.records.document import Document
from reportedly.records.mention import Form
from reportedly.text.fold import same_length

_OPENS: Final = frozenset("“«„‟‘")
_CLOSES: Final = frozenset("”»’")
_PLAIN: Final = '"'
_OPENING_TOKENS: Final = frozenset({"“", "«", "„", "``"})
_CLOSING_TOKENS: Final = frozenset({"”", "»", "''"})


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
    for first, last in _marks(text, start, end):
        raw = text[first]
        before, after = text[first - 1 : first], text[last : last + 1]
        opens = raw in _OPENS or (raw not in _CLOSES and not _closes(before, after) and _opens(before, after))
        closes = raw in _CLOSES or (raw not in _OPENS and _closes(before, after))
        if opened is None:
            if opens or not (closes or raw in _CLOSES):
                opened = last
        elif opens and raw in _OPENS:  # an opening mark inside: the quotation before it was never closed
            yield Quotation(start=opened, end=first, block=index, closed=False)
            opened = last
        elif opens:  # marks around a whole paragraph: the inner ones count
            opened = last
        else:
            yield Quotation(start=opened, end=first, block=index)
            opened = None
    if opened is not None and opened < end:
        yield Quotation(start=opened, end=end, block=index, closed=False)


def _marks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Runs of quotation marks: doubled ones (\"\"word\"\") count once. Single ones where the block has no others."""
    plain = same_length(text[start:end])
    if '"' not in plain:
        yield from _single_marks(text, start, end)
        return
    at = 0
    while at < len(plain):
        if plain[at] != '"':
            at += 1
            continue
        last = at
        while last < len(plain) and plain[last] == '"' and text[start + last] == text[start + at]:
            last += 1
        if not (text[start + at] == '"' and plain[at - 1 : at].isdigit() and plain[last : last + 1] in {" ", ""}):
            yield start + at, start + last  # digits before a straight mark are inches
        at = last


def _single_marks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Curly single marks, as British papers set them; "’" inside a word or after a plural’s "s" is an apostrophe."""
    at = text.find("‘", start, end)
    while at >= 0:
        closing = next((i for i in range(at + 1, end) if text[i] == "’" and _ends_single(text, i, end)), None)
        if closing is None:
            return
        yield at, at + 1
        yield closing, closing + 1
        at = text.find("‘", closing, end)


def _ends_single(text: str, at: int, end: int) -> bool:
    before, after = text[at - 1], text[at + 1 : at + 2] if at + 1 < end else ""
    if after.isalnum():
        return False
    return not after or before in ".,?!…" or after in ".,;:)" or (before != "s" and after.isspace())


def _opens(before: str, after: str) -> bool:
    return not before or before.isspace() or before in "([-–—/"


def _closes(before: str, after: str) -> bool:
    """A straight mark after a word and before a space or a point ends a quotation."""
    return bool(before) and not before.isspace() and before not in "([–—" and not after.isalnum()


def quoted_tokens(view: SentenceView) -> frozenset[int]:
    """Tokens between quotation marks, the marks included; a mark that is never closed reaches to the end."""
    inside = False
    found = set()
    for i, token in enumerate(view.tokens):
        mark = token.text
        if not inside and mark.isalnum():
            continue
        if mark in _CLOSING_TOKENS or (mark == _PLAIN and inside):
            found.add(i)
            inside = False
            continue
        inside = inside or mark in _OPENING_TOKENS or mark == _PLAIN
        if inside:
            found.add(i)
    return frozenset(found)


def stands_in_marks(view: SentenceView, noun: int) -> bool:
    """Whether a name alone stands between quotation marks ("the “Ruda Life” reports")."""
    mention = view.mention_at(noun)
    if mention is None or view.mention(mention).form != Form.NAME:
        return False
    m = view.mention(mention)
    opens, closes = view.document.text[m.start - 1 : m.start], view.document.text[m.end : m.end + 1]
    return opens in _OPENS | {_PLAIN} and closes in _CLOSES | {_PLAIN}
