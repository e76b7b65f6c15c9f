"""Lines of a flattened page: hard line breaks inside a paragraph are undone, everything keeps its offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

#: Widths at which people and programs break lines.
_NARROWEST, _WIDEST = 50, 120
#: Share of the lines that must be nearly full, so that a text counts as broken at a width.
_LEAST_FULL: Final = 0.3
_FULL: Final = 0.8
_MOST_WIDER: Final = 0.02

_BULLET = re.compile(r"(?:[•*‣◦▪●○■–—+o-]|\d{1,3}[.)]|[a-z][.)])[ \t\u00a0]+(?=\S)")
_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_SPACES: Final = " \t\u00a0\u3000\ufeff\u200b"


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a page, or the lines that a paragraph was broken into.

    start, end: range without outer white space. number: of the first physical line, from 1. indent: columns before the
    first character. bullet: a list mark, or "". gap: empty lines before it.
    """

    start: int
    end: int
    number: int
    indent: int
    bullet: str
    gap: int


class _Physical(msgspec.Struct, frozen=True):
    start: int
    end: int
    number: int
    indent: int
    gap: int


def lines_of(text: str) -> list[Line]:
    """The lines of a text in order; what is between them is white space only."""
    physical = list(_physical(text))
    width = _broken_at(physical)
    found: list[Line] = []
    group: list[_Physical] = []
    for line in physical:
        if group and not (width and _goes_on(text, group, line, width)):
            found.append(_line(text, group))
            group = []
        group.append(line)
    if group:
        found.append(_line(text, group))
    return found


def _physical(text: str) -> Iterator[_Physical]:
    number, behind, last = 1, 0, 0
    for match in _LINE.finditer(text):
        breaks = _breaks(text, behind, match.start())
        number += breaks
        behind = match.end()
        words = match.group()
        inner = words.strip()
        # NUL and other invisible characters alone make no line, but stay in one where nothing else would carry them.
        if not inner:
            continue
        start = match.start() + words.index(inner)
        indent = len(words[: start - match.start()].expandtabs(4))
        yield _Physical(start, start + len(inner), number, indent, max(0, number - last - 1) if last else 0)
        last = number


def _breaks(text: str, start: int, end: int) -> int:
    between = text[start:end]
    return (
        between.count("\n")
        + between.count("\r")
        - between.count("\r\n")
        + sum(map(between.count, "\u2028\u2029\x0b\x0c\x85"))
    )


def _broken_at(lines: Sequence[_Physical]) -> int:
    """The width at which a text was broken, or 0 for one whose paragraphs are lines."""
    lengths = sorted(line.indent + line.end - line.start for line in lines)
    if len(lengths) < 3:
        return 0
    width = lengths[int((len(lengths) - 1) * (1 - _MOST_WIDER))]
    if not _NARROWEST <= width <= _WIDEST or lengths[-1] > 2 * _WIDEST:
        return 0
    full = sum(_FULL * width <= length <= width for length in lengths)
    return width if full >= _LEAST_FULL * len(lengths) else 0


def _goes_on(text: str, group: Sequence[_Physical], line: _Physical, width: int) -> bool:
    """Whether a line goes on with the paragraph before it: its first word had no room there (greedy filling)."""
    before = group[-1]
    if line.gap or _BULLET.match(text, line.start, line.end):
        return False
    if len(group) > 1 and line.indent > before.indent + 1:
        return False  # a first line set in
    length = before.indent + before.end - before.start
    first = text[line.start : line.end].split(maxsplit=1)[0]
    return length >= _FULL * _FULL * width and length + 1 + len(first) > width - 3


def _line(text: str, group: Sequence[_Physical]) -> Line:
    first = group[0]
    mark = _BULLET.match(text, first.start, first.end)
    return Line(
        start=first.start,
        end=group[-1].end,
        number=first.number,
        indent=first.indent,
        bullet=mark.group().strip() if mark else "",
        gap=first.gap,
    )
