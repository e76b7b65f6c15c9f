"""The role of every piece of a page, from its markup, its place and whether it belongs to the report's text."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec
from lxml.html import HtmlElement

from reportedly.documents.authors import is_byline
from reportedly.documents.comments import Comment, read_comment
from reportedly.documents.furniture import furniture_of, is_credit, is_no_caption
from reportedly.documents.html import Piece
from reportedly.documents.masthead import bare
from reportedly.records.document import Block, Role

_DIGIT = re.compile(r"\d")
_END_LINES = 6
#: Shorter quotes may stand twice by chance, longer ones are no pull-quotes.
_FEWEST_REPEATED, _MOST_REPEATED = 5, 80


def label(pieces: Sequence[Piece], in_body: Sequence[bool], headline: int | None) -> list[tuple[str, Block]]:
    """Each piece's words with its block (without offsets), in order. headline: index of the piece that is the title."""
    inside_at = [number for number, inside in enumerate(in_body) if inside]
    ends = {*inside_at[:2], *inside_at[-_END_LINES:]}
    told = {piece.entry: read_comment(piece.entry) for piece in pieces if piece.entry is not None}
    labelled = []
    for number, (piece, inside) in enumerate(zip(pieces, in_body, strict=True)):
        role, why = _role(piece, inside, number in ends)
        if number == headline:
            role, why = Role.HEADLINE, "heading that is the title of the page"
        labelled.append((piece.words, _block(piece, role, why, told)))
    return labelled


def _block(piece: Piece, role: Role, why: str, told: dict[HtmlElement, Comment]) -> Block:
    if role is not Role.COMMENT:
        return Block(role=role, start=0, end=0, path=piece.path, why=why, level=piece.level)
    comment = told.get(piece.entry) if piece.entry is not None else None
    return Block(
        role=role,
        start=0,
        end=0,
        path=piece.path,
        why=why,
        level=max(0, piece.depth - 1),
        author=comment.author if comment else None,
        posted=comment.posted if comment else None,
    )


def with_repeats(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, those quotes and headings marked that only repeat words of another block of the report."""
    told = {
        number: bare(text[b.start : b.end])
        for number, b in enumerate(blocks)
        if b.is_evidence and b.role is not Role.HEADLINE
    }
    found = list(blocks)
    for number, words in told.items():
        block = blocks[number]
        may_repeat = block.role is Role.QUOTE or block.level > 0
        if not may_repeat or not _FEWEST_REPEATED <= len(words.split()) <= _MOST_REPEATED:
            continue
        longer = (other for other, more in told.items() if len(more) > len(words) and words in more)
        whole = next(longer, None)
        if whole is not None:
            found[number] = msgspec.structs.replace(block, repeats=whole, why=f"{block.why}, repeats the text")
    return tuple(found)


def _role(piece: Piece, inside: bool, near_end: bool) -> tuple[Role, str]:
    if piece.role is Role.CAPTION and is_credit(piece.words.casefold()):
        return Role.OTHER, "credit of a picture"
    if piece.role is Role.CAPTION and is_no_caption(piece.words.casefold()):
        return Role.NAVIGATION, "in the place of a caption, but describes no picture"
    if Role.DATE in {piece.role, piece.hint} and not inside and not _DIGIT.search(piece.words):
        return Role.NAVIGATION, "in the place of a date, but no date"
    if (
        piece.role is not None
        and not (piece.role is Role.QUOTE and not inside)
        and not (inside and piece.role is Role.NAVIGATION)
    ):
        return piece.role, piece.why
    if is_byline(piece.words):
        return Role.BYLINE, "names who wrote it and nothing else"
    if not inside and piece.pull:
        return Role.QUOTE, "pull-quote by its class"
    if not inside:
        if piece.hint is not None and len(piece.words) < 150:
            return piece.hint, "line with a date or author in its markup"
        if piece.links * 2 > len(piece.words) or len(piece.words) < 30:
            return Role.NAVIGATION, "short or links, outside the report"
        return Role.OTHER, "outside the report"
    aside = furniture_of(piece, near_end)
    if aside is not None:
        return aside
    if piece.near_image and piece.slanted > 0.8 * len(piece.words) and len(piece.words) < 400:
        return Role.CAPTION, "slanted line under an image"
    if piece.in_quote:
        return Role.QUOTE, "<blockquote> in the report"
    if piece.in_row:
        return Role.TABLE, "row of a table in the report"
    if piece.in_list:
        return Role.LIST, "list in the report"
    return Role.PARAGRAPH, "text of the report"
