"""Which pieces are the report itself: trafilatura reads the page without its comments, captions and boxes, and its
answer is mapped back to the pieces, so that their words stay verbatim.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import trafilatura
from lxml.html import HtmlElement

from reportedly.documents.html import Piece
from reportedly.records.document import Role

_WORD = re.compile(r"\w+")
_SHINGLE = 3
_COVERED = 0.6
#: trafilatura takes more than linear time on pages with more elements.
_MOST_ELEMENTS = 60_000
_LIFTED = frozenset({Role.COMMENT, Role.CAPTION, Role.BIO, Role.APPEAL, Role.TAGS, Role.OTHER, Role.NAVIGATION})


def find_body(tree: HtmlElement, pieces: Sequence[Piece]) -> list[bool]:
    """For each piece, whether it is part of the report's text. Takes the zones found so far out of the tree."""
    _lift(pieces)
    text = _oracle(tree)
    if not text:
        return [_looks_like_prose(piece) for piece in pieces]
    lines = {" ".join(_words(line)) for line in text.split("\n")}
    shingles = {s for line in text.split("\n") for s in _shingles(_words(line))}
    return [piece.role in {None, Role.QUOTE} and _covered(piece, lines, shingles) for piece in pieces]


def _lift(pieces: Sequence[Piece]) -> None:
    for piece in pieces:
        zone = piece.zone
        if piece.role in _LIFTED and zone is not None and zone.getparent() is not None:
            zone.drop_tree()


def _oracle(tree: HtmlElement) -> str:
    if sum(1 for _ in tree.iter()) > _MOST_ELEMENTS:
        return ""
    return trafilatura.extract(tree, include_comments=False, include_tables=True, fast=True) or ""


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _shingles(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)]


def _covered(piece: Piece, lines: set[str], shingles: set[tuple[str, ...]]) -> bool:
    words = _words(piece.words)
    own = _shingles(words)
    if not own:
        return bool(words) and " ".join(words) in lines
    return sum(s in shingles for s in own) >= _COVERED * len(own)


def _looks_like_prose(piece: Piece) -> bool:
    if piece.role not in {None, Role.QUOTE}:
        return False
    return len(piece.words) >= 80 and piece.links < len(piece.words) / 3 and bool(re.search(r"[.!?…。؟]", piece.words))
