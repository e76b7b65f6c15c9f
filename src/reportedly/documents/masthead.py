"""What stands around the headline of a page: the headline itself, its byline and the lines that may hold its day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.documents.authors import is_byline
from reportedly.documents.html import Piece
from reportedly.records.document import Role

_NO_WORD = re.compile(r"\W+")
_SENTENCE = re.compile(r"[^\W\d]{3,}[.!?…][\"'”’)]*$")
_DIGIT = re.compile(r"\d")
_MOST_HEADLINE, _MOST_BYLINE, _MOST_DATE_LINE, _MOST_BARE_LINE = 500, 300, 120, 80
#: So many pieces before and behind the headline are near it.
_NEAR = 15
_TOLD = frozenset({Role.DATE, Role.BYLINE})


def bare(text: str) -> str:
    """Words alone, in lower case, for comparing."""
    return _NO_WORD.sub(" ", text.casefold()).strip()


def headline_of(pieces: Sequence[Piece], title: str | None) -> int | None:
    """Index of the piece that is the page's title: a heading first, else any piece with just these words."""
    wanted = bare(title or "")
    if not wanted:
        return None
    same = [n for n, piece in enumerate(pieces) if len(piece.words) < _MOST_HEADLINE and bare(piece.words) == wanted]
    return min(same, key=lambda number: (pieces[number].level or 9, number), default=None)


def bylines(pieces: Sequence[Piece], headline: int | None) -> list[str]:
    """The words of the bylines near the headline, the nearest first; else of the nearest one that is in no comment."""
    found = sorted(
        (abs(number - (headline or 0)), piece.hinted or piece.words)
        for number, piece in enumerate(pieces)
        if piece.entry is None
        and len(piece.words) < _MOST_BYLINE
        and (Role.BYLINE in {piece.role, piece.hint} or is_byline(piece.words))
    )
    near = [words for distance, words in found if headline is None or distance <= _NEAR]
    return near or [words for _, words in found[:1]]


def date_lines(pieces: Sequence[Piece], headline: int | None) -> list[str]:
    """The words of short lines near the headline that may hold the day of publication: marked ones first."""
    if headline is None:
        return []
    near = range(max(0, headline - _NEAR), min(len(pieces), headline + _NEAR))
    found = sorted(
        (not {pieces[number].role, pieces[number].hint} & _TOLD, number < headline, abs(number - headline), number)
        for number in near
        if number != headline and _may_hold_day(pieces[number])
    )
    return [pieces[number].words for *_, number in found]


def _may_hold_day(piece: Piece) -> bool:
    if not _DIGIT.search(piece.words):
        return False
    if {piece.role, piece.hint} & _TOLD:
        return len(piece.words) < _MOST_DATE_LINE
    # A sentence that tells a day tells when something happened.
    return piece.role in {None, Role.TAGS} and len(piece.words) < _MOST_BARE_LINE and not _SENTENCE.search(piece.words)
