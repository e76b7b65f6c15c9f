"""Whether the words around an expression tell of the past or of what is to come: a vote of cue words."""

from __future__ import annotations

import re
from typing import Final

from reportedly.resources.lexicon import words

_WORD: Final = re.compile(r"[^\W\d_]+")
_BEFORE, _AFTER = 60, 40  # characters
_LASTING: Final = re.compile(
    r"\b(?:has|have|['’]ve)\s+(?!to\b)[^.;:,]{2,60}\bfor\s+"
    r"(?:(?:the|past|last|almost|nearly|about|some|over|more than|at least)\s+){0,3}\Z",
    re.IGNORECASE,
)
_ONLY_BEFORE: Final = frozenset({"by", "until", "due", "after", "since"})


def tense_around(text: str, start: int, end: int, bounds: tuple[int, int]) -> str | None:
    """ "past", "future" or None. bounds: the sentence; start, end: the expression. The nearer cue decides a tie."""
    before = _WORD.findall(text[max(bounds[0], start - _BEFORE) : start].lower())
    after = _WORD.findall(text[end : min(bounds[1], end + _AFTER)].lower())
    votes = {"past": 0, "future": 0}
    last = None
    for word in [*(w for w in _open(after)[::-1] if w not in _ONLY_BEFORE), *_open(before)]:
        cue = cue_of(word)
        if cue is not None:
            votes[cue] += 1
            last = cue
    if votes["past"] == votes["future"]:
        return last
    return "past" if votes["past"] > votes["future"] else "future"


def goes_on(before: str) -> bool:
    """Whether the words before a length of time tell what has lasted until now: "has held the town for"."""
    return bool(_LASTING.search(before))


def _open(row: list[str]) -> list[str]:
    """The words that may vote: "be held" is no past."""
    return [w for previous, w in zip(["", *row], row, strict=False) if previous != "be"]


def cue_of(word: str) -> str | None:
    """What one word votes for."""
    if word in words("times", "tense", "future"):
        return "future"
    if word in words("times", "tense", "past") or (word.endswith("ed") and len(word) > 3 and not word.endswith("eed")):
        return "past"
    return None
