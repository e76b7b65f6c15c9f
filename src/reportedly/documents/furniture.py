"""Lines inside a report's column that are no part of it: pointers to other pages, appeals, bare credits of pictures."""

from __future__ import annotations

import re
from functools import cache

from reportedly.documents.html import Piece
from reportedly.records.document import Role
from reportedly.resources import lexicon
from reportedly.text.fold import same_length

_MOST_APPEAL = 400
_MOST_CREDIT = 80
_WORD = re.compile(r"\w+")
_NO_SENTENCE = re.compile(r"[^.!?]*\.?(?:com|org|net|de)?\)?$")


@cache
def _pattern(key: str, shape: str) -> re.Pattern[str]:
    entries = sorted(lexicon.words("furniture", key), key=lambda word: (-len(word), word))
    return re.compile(shape.format("|".join(map(re.escape, entries))))


def furniture_of(piece: Piece, near_end: bool) -> tuple[Role, str] | None:
    """The role of a line that is no part of the report although it stands in it, and why; None for the report's own.

    near_end: it is among the first or last lines of the report.
    """
    words = same_length(piece.words).casefold()
    link_share = piece.links / len(words)
    if link_share > 0.9 and len(words) >= 25 and not (piece.level or piece.in_list or piece.in_row):
        return Role.NAVIGATION, "a link and nothing else"
    opening = _pattern("related", r"[\W_]*(?:{})\b(?:[^:]{{0,30}}:|\W*$)").match(words)
    if opening and (link_share > 0.3 or (len(words) < 60 and opening.end() == len(words))):
        return Role.NAVIGATION, "points to other pages"
    if is_appeal(words, near_end):
        return Role.APPEAL, "asks the reader for something"
    if is_credit(words):
        return Role.OTHER, "credit of a picture"
    return None


def is_appeal(words: str, near_end: bool) -> bool:
    """Whether a short line, in lower case, asks the reader to subscribe, give or follow."""
    if len(words) > _MOST_APPEAL or '"' in words:
        return False
    if _pattern("request", r"\b(?:{})\b").search(words):
        return True
    return near_end and all(_pattern(key, r"\b(?:{})\b").search(words) for key in ("appeal", "address"))


def is_no_caption(words: str) -> bool:
    """Whether words that stand where captions stand, in lower case, describe no picture."""
    return bool(_pattern("no_caption", r"\W*(?:{})(?!\w)").match(words)) and len(words) < 120


def is_credit(words: str) -> bool:
    """Whether a line, in lower case, only says whose picture it is."""
    if len(words) > _MOST_CREDIT or not _NO_SENTENCE.match(words):
        return False
    bare = words.strip(" ()[].")
    if bare.startswith("©"):
        return True
    if _pattern("credit", r"(?:{})\s*(?:[:/|©]|by\b|von\b|$)").match(bare):
        return True
    tokens = len(_WORD.findall(bare))
    return tokens <= 6 and bool(_pattern("agencies", r"(?:^|.*[\s/|(])(?:{})(?:\.com| images| photos?)?$").match(bare))
