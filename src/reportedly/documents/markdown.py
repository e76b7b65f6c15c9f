"""Markdown → labelled blocks (CommonMark as far as blocks go); the text stays verbatim, marks included."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

import msgspec

from reportedly.documents.plain_text import zone_text
from reportedly.records.document import Block, Role

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_QUOTE = re.compile(r" {0,3}>")
_ITEM = re.compile(r"[ \t]*(?:[*+-]|\d{1,9}[.)])[ \t]+\S")
_TABLE = re.compile(r" {0,3}\|.*\|[ \t]*$")
_IMAGE = re.compile(r"[ \t]*\[?!\[(?P<words>[^\]\n]*)\]\([^)\n]*\)(?:\]\([^)\n]*\))?[ \t]*$")
_REFERENCE = re.compile(r" {0,3}\[[^\]\n]+\]:[ \t]*\S+")
_EMPHASIS_LINE = re.compile(r"[ \t]*(?:\*(?!\*)[^*\n]+\*|_(?!_)[^_\n]+_)[ \t]*$")
_TAG_LINE = re.compile(r"[ \t]*</?[A-Za-z!][^<>]*>[ \t]*$")
_LINE = re.compile(r"[^\n\r]+")
_FRONT: Final = "---"
_MARKS = re.compile(
    r"^[ \t]{0,3}#{1,6}(?=[ \t])|^[ \t]{0,3}>|\*\*|__|[*_](?=\w)|(?<=\w)[*_]|!?\[(?!\^)|\]\([^)\n]{0,2000}\)|`",
    re.MULTILINE,
)
_EMPHASISED: Final = "Caption: an emphasised line below an image."
_WORDED: Final = "Caption: the words of an image."
_WORDLESS: Final = "Other: an image without words."
_IMAGES: Final = frozenset({_WORDED, _WORDLESS})
#: Role by a mark → roles by the words that count more: comments and link lists have marks too.
_OVERRULE: Final = MappingProxyType(
    {
        Role.LIST: frozenset({Role.BIO, Role.APPEAL, Role.TAGS, Role.COMMENT, Role.NAVIGATION}),
        Role.QUOTE: frozenset({Role.APPEAL, Role.COMMENT}),
        Role.HEADLINE: frozenset({Role.COMMENT}),
    }
)


class _Piece(msgspec.Struct, frozen=True):
    start: int
    end: int
    number: int
    role: Role | None
    why: str
    level: int = 0


def zone_markdown(text: str) -> tuple[Block, ...]:
    """The blocks of a Markdown text in order; what is between them is white space only. Never raises.

    Headings, lists, quotes, tables, images and emphasised lines below them are told by their marks. The rest is read
    as plain text is, so that comments and appeals in a clipped page are found.
    """
    plain = zone_text(_masked(text))
    starts = [block.end for block in plain]
    blocks: list[Block] = []
    for piece in _pieces(text):
        i = bisect_right(starts, piece.start)
        beside = plain[i] if i < len(plain) and plain[i].start < piece.end else None
        role, why = piece.role, piece.why
        if role is None:
            role, why = (beside.role, beside.why) if beside else (Role.OTHER, "Other: nothing but marks.")
        elif beside is not None and beside.role in _OVERRULE.get(role, ()):
            role, why = beside.role, beside.why
        if role is Role.CAPTION and piece.why == _EMPHASISED and (not blocks or blocks[-1].why not in _IMAGES):
            role, why = Role.PARAGRAPH, "Paragraph: an emphasised line."
        blocks.append(
            Block(role=role, start=piece.start, end=piece.end, path=f"line {piece.number}", why=why, level=piece.level)
        )
    return tuple(blocks)


def _masked(text: str) -> str:
    """The text with its marks and the addresses of its links turned into spaces; everything stays where it is."""
    return _MARKS.sub(lambda mark: " " * len(mark.group()), text)


def _pieces(text: str) -> Iterator[_Piece]:
    """Runs of lines of one kind."""
    held: _Piece | None = None
    fence = ""
    front = text.startswith(_FRONT + "\n")
    number, behind = 1, 0
    for match in _LINE.finditer(text):
        between = text[behind : match.start()]
        breaks = between.count("\n") + between.count("\r") - between.count("\r\n")
        number, behind = number + breaks, match.end()
        line = match.group()
        if not line.strip():
            if held is not None and not fence:
                yield held
                held = None
            continue
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if breaks > 1 and held is not None and not fence:
            yield held
            held = None
        role, why, level = _kind(line)
        if front:
            role, why, level = Role.OTHER, "Other: front matter.", 0
            front = number == 1 or line.strip() != _FRONT
        elif fence or _FENCE.match(line):
            mark = _FENCE.match(line)
            role, why, level = Role.OTHER, "Other: code.", 0
            if mark and not fence:
                fence = mark.group(1)
            elif mark and line.strip().startswith(fence):
                fence = ""
        elif held is not None and held.role is None and (under := _UNDERLINE.match(line)):
            level = 1 if under.group(1)[0] == "=" else 2
            yield _Piece(held.start, end, held.number, Role.HEADLINE, "Headline: by its underline.", level)
            held = None
            continue
        if held is not None and _joins(held, role, why, line):
            held = _Piece(held.start, end, held.number, held.role, held.why, held.level)
            continue
        if held is not None:
            yield held
        held = _Piece(start, end, number, role, why, level)
    if held is not None:
        yield held


def _joins(held: _Piece, role: Role | None, why: str, line: str) -> bool:
    """Whether a line goes on with what is held."""
    if role is None:
        return held.role in (None, Role.LIST, Role.QUOTE)
    return role is held.role and role not in (Role.HEADLINE, Role.CAPTION, Role.LIST) and why == held.why


def _kind(line: str) -> tuple[Role | None, str, int]:
    if heading := _HEADING.match(line):
        return Role.HEADLINE, "Headline: by its mark.", len(heading.group(1))
    if _RULE.match(line):
        return Role.OTHER, "Other: a rule.", 0
    if _QUOTE.match(line):
        return Role.QUOTE, "Quote: by its mark.", 0
    if _ITEM.match(line):
        return Role.LIST, "List: by its mark.", 0
    if _TABLE.match(line):
        return Role.TABLE, "Table: rows between bars.", 0
    if image := _IMAGE.match(line):
        if image.group("words").strip():
            return Role.CAPTION, _WORDED, 0
        return Role.OTHER, _WORDLESS, 0
    if _REFERENCE.match(line) or _TAG_LINE.match(line):
        return Role.OTHER, "Other: a link's address or a tag.", 0
    if _EMPHASIS_LINE.match(line):
        return Role.CAPTION, _EMPHASISED, 0
    return None, "", 0
