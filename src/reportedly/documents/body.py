"""Which pieces are the report itself.

trafilatura reads the page without its comments, captions and boxes, and its answer is mapped back to the pieces, so
that their words stay verbatim. What it leaves out between two parts of the report, although it stands in the same
column and reads the same, is put back; what only looks like the report (links, appeals, credits) goes out again in
`roles`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import trafilatura
from lxml.html import HtmlElement

from reportedly.documents.html import Piece
from reportedly.records.document import Role
from reportedly.resources import lexicon

_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?…。？！؟۔।][\"'”’»)\]]*(?:\s|$)")
_SHINGLE = 3
_COVERED = 0.6
#: trafilatura takes more than linear time on pages with more than these.
_MOST_ELEMENTS = 60_000
_MOST_CHARACTERS = 3_000_000
_LONG = 80
_IN_COLUMN = lexicon.words("zones", "elements", "in_column")
_LIFTED = frozenset({Role.COMMENT, Role.CAPTION, Role.BIO, Role.APPEAL, Role.TAGS, Role.OTHER})


def find_body(tree: HtmlElement, pieces: Sequence[Piece], headline: int | None) -> list[bool]:
    """For each piece, whether it is part of the report's text. headline: index of the piece that is the title.

    Takes the zones found so far out of the tree.
    """
    columns = [_column(piece) for piece in pieces]
    _lift(pieces)
    text = _oracle(tree) if sum(len(piece.words) for piece in pieces) <= _MOST_CHARACTERS else ""
    if text:
        lines = {" ".join(_words(line)) for line in text.split("\n")}
        shingles = {s for line in text.split("\n") for s in _shingles(_words(line))}
        covered = [_covered(piece, lines, shingles) for piece in pieces]
        inside = [_may_be_body(piece) and there for piece, there in zip(pieces, covered, strict=True)]
        # A box of the report by the prose in it: its short lines come along.
        boxes = {
            id(piece.zone) for piece, there in zip(pieces, inside, strict=True) if there and piece.zone is not None
        }
        for number, piece in enumerate(pieces):
            if covered[number] and piece.role is Role.NAVIGATION and id(piece.zone) in boxes:
                inside[number] = piece.links * 2 < len(piece.words)
    else:
        inside = [_may_be_body(piece) and len(piece.words) >= _LONG and _reads_like_prose(piece) for piece in pieces]
    if any(inside):
        _extend(pieces, columns, inside, headline)
    return inside


def _column(piece: Piece) -> int:
    """Identity of the element in which a piece stands beside others of the report."""
    element = piece.container
    parent = element.getparent()
    while element.tag in _IN_COLUMN and parent is not None:
        element, parent = parent, parent.getparent()
    return id(element)


def _lift(pieces: Sequence[Piece]) -> None:
    for piece in pieces:
        zone = piece.zone
        hard = piece.role in _LIFTED or (piece.role is Role.NAVIGATION and piece.why.startswith("<"))
        if hard and zone is not None and zone.getparent() is not None:
            zone.drop_tree()


def _oracle(tree: HtmlElement) -> str:
    if sum(1 for _ in tree.iter()) > _MOST_ELEMENTS:
        return ""
    return trafilatura.extract(tree, include_comments=False, include_tables=True, favor_precision=True) or ""


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _shingles(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)]


def _may_be_body(piece: Piece) -> bool:
    """Pieces of no zone may; of a navigation zone that only a class name tells, those that read like prose may too."""
    if piece.role is Role.NAVIGATION and not piece.why.startswith("<"):
        return piece.links * 3 < len(piece.words) and len(piece.words) >= _LONG
    return piece.role in {None, Role.QUOTE}


def _covered(piece: Piece, lines: set[str], shingles: set[tuple[str, ...]]) -> bool:
    words = _words(piece.words)
    own = _shingles(words)
    if not own:
        return bool(words) and " ".join(words) in lines
    return sum(s in shingles for s in own) >= _COVERED * len(own)


def _reads_like_prose(piece: Piece) -> bool:
    return piece.links * 3 < len(piece.words) and bool(_SENTENCE_END.search(piece.words))


def _extend(pieces: Sequence[Piece], columns: Sequence[int], inside: list[bool], headline: int | None) -> None:
    """Puts back what stands between parts of the report, in a column of it, and reads like it."""
    first = inside.index(True)
    last = len(inside) - 1 - inside[::-1].index(True)
    own = {columns[i] for i in range(first, last + 1) if inside[i] and len(pieces[i].words) >= _LONG}
    if headline is not None and True in inside[headline + 1 :]:
        for number in range(headline + 1, inside.index(True, headline + 1)):
            inside[number] = _is_standfirst(pieces[number])
    for number in range(first, last):
        if inside[number]:
            continue
        if pieces[number].role is Role.QUOTE:
            inside[number] = True
        elif pieces[number].role is None and columns[number] in own:
            inside[number] = not pieces[number].level and (
                _reads_like_prose(pieces[number]) or pieces[number].tag == "pre"
            )
    for number in range(last - 1, first - 1, -1):
        piece = pieces[number]
        if piece.level and number != headline and piece.role is None:
            # A heading belongs to what it stands over.
            inside[number] = (
                inside[number + 1] and (inside[number] or columns[number] in own) and piece.links * 2 < len(piece.words)
            )
    while pieces[last].level and last > first and last != headline:
        inside[last] = False
        last -= 1


def _is_standfirst(piece: Piece) -> bool:
    if piece.role is not None or piece.hint is not None or piece.links * 5 > len(piece.words):
        return False
    if piece.level:
        return piece.level > 1 and len(piece.words) >= 40
    return len(piece.words) >= 50 and _reads_like_prose(piece)
