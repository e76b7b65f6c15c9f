"""The role of every piece of a page, from its markup, its place and whether it belongs to the report's text."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec
from lxml.html import HtmlElement

from reportedly.documents.comments import Comment, read_comment
from reportedly.documents.furniture import furniture_of, is_credit, is_no_caption
from reportedly.documents.html import Piece
from reportedly.records.document import Block, Role

_BARE = re.compile(r"\W+")
_DIGIT = re.compile(r"\d")
_END_LINES = 6
_NEAR = 15
#: Shorter quotes may stand twice by chance, longer ones are no pull-quotes.
_FEWEST_REPEATED, _MOST_REPEATED = 5, 80
_DATE_LINE = 120


def headline_of(pieces: Sequence[Piece], title: str | None) -> int | None:
    """Index of the piece that is the page's title: a heading first, else any piece with just these words."""
    wanted = _bare(title or "")
    same = (
        [number for number, piece in enumerate(pieces) if len(piece.words) < 500 and _bare(piece.words) == wanted]
        if wanted
        else []
    )
    return min(same, key=lambda number: (pieces[number].level or 9, number), default=None)


def bylines(pieces: Sequence[Piece], headline: int | None) -> list[str]:
    """The words of the bylines near the headline, the nearest first; of those anywhere but in comments if it has none."""
    found = [
        (abs(number - (headline or 0)), piece.hinted or piece.words)
        for number, piece in enumerate(pieces)
        if Role.BYLINE in {piece.role, piece.hint} and piece.item is None and len(piece.words) < 300
    ]
    near = [words for distance, words in sorted(found) if headline is None or distance <= _NEAR]
    return near or [words for _, words in sorted(found)][:1]


def date_lines(pieces: Sequence[Piece], headline: int | None) -> list[str]:
    """The words of short lines near the headline that may hold the day of publication: marked ones first."""
    if headline is None:
        return []
    near = [
        (not {piece.role, piece.hint} & {Role.DATE, Role.BYLINE}, number < headline, abs(number - headline), piece.words)
        for number, piece in enumerate(pieces[: headline + _NEAR])
        if number >= headline - _NEAR and number != headline and len(piece.words) < _DATE_LINE and _DIGIT.search(piece.words)
        and piece.role in {None, Role.DATE, Role.BYLINE, Role.TAGS}
    ]  # fmt: skip
    return [words for *_, words in sorted(near)]


def _bare(text: str) -> str:
    return _BARE.sub(" ", text.casefold()).strip()


def label(pieces: Sequence[Piece], in_body: Sequence[bool], headline: int | None) -> list[tuple[str, Block]]:
    """Each piece's words with its block (without offsets), in order. headline: index of the piece that is the title."""
    inside_at = [number for number, inside in enumerate(in_body) if inside]
    ends = {*inside_at[:2], *inside_at[-_END_LINES:]}
    told = {piece.item: read_comment(piece.item) for piece in pieces if piece.item is not None}
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
    comment = told.get(piece.item) if piece.item is not None else None
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
    bare = {
        number: _bare(text[b.start : b.end])
        for number, b in enumerate(blocks)
        if b.is_evidence and b.role is not Role.HEADLINE
    }
    found = list(blocks)
    for number, words in bare.items():
        block = blocks[number]
        if (
            not (block.role is Role.QUOTE or block.level)
            or not _FEWEST_REPEATED <= len(words.split()) <= _MOST_REPEATED
        ):
            continue
        whole = next(
            (other for other, more in bare.items() if other != number and len(more) > len(words) and words in more),
            None,
        )
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
