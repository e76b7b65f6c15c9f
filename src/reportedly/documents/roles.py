"""The role of every piece of a page, from its markup, its place and whether it belongs to the report's text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.documents.html import Piece
from reportedly.records.document import Block, Role

_BARE = re.compile(r"\W+")


def label(pieces: Sequence[Piece], in_body: Sequence[bool], title: str | None) -> list[tuple[str, Block]]:
    """Each piece's words with its block (without offsets), in order."""
    wanted = _BARE.sub(" ", (title or "").casefold()).strip()
    headline = next((i for i, p in enumerate(pieces) if p.level in {1, 2} and _BARE.sub(" ", p.words.casefold()).strip() == wanted), None)
    labelled = []
    for number, (piece, inside) in enumerate(zip(pieces, in_body, strict=True)):
        role, why = _role(piece, inside)
        if number == headline:
            role, why = Role.HEADLINE, "heading that is the title of the page"
        labelled.append((piece.words, Block(role=role, start=0, end=0, path=piece.path, why=why, level=piece.level or max(0, piece.depth - 1))))
    return labelled


def _role(piece: Piece, inside: bool) -> tuple[Role, str]:
    if piece.role is not None and not (piece.role is Role.QUOTE and not inside):
        return piece.role, piece.why
    if not inside:
        if piece.hint is not None and len(piece.words) < 150:
            return piece.hint, "line with a date or author in its markup"
        if piece.links * 2 > len(piece.words) or len(piece.words) < 30:
            return Role.NAVIGATION, "short or links, outside the report"
        return Role.OTHER, "outside the report"
    if piece.near_image and piece.slanted > 0.8 * len(piece.words) and len(piece.words) < 400:
        return Role.CAPTION, "slanted line under an image"
    if piece.in_quote:
        return Role.QUOTE, "<blockquote> in the report"
    if piece.in_row:
        return Role.TABLE, "row of a table in the report"
    if piece.in_list:
        return Role.LIST, "list in the report"
    return Role.PARAGRAPH, "text of the report"
