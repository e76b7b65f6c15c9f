"""Which words of two names stand for one another: similarity of words, and a one-to-one alignment, best pairs first."""

from __future__ import annotations

from typing import Final

import msgspec
from rapidfuzz.distance import Levenshtein

from reportedly.entities.name import Name, NameKind, Token

#: Words less alike than this stay alone.
FLOOR: Final = 0.55
_CONCEPT: Final = 0.95
_STRICT: Final = (0.8, 0.95)  # of one consonant, of more
_LOOSE: Final = (0.6, 0.85)
_INITIAL: Final = 0.65
_UNLIKE: Final = 0.45
_UNLIKE_CAP: Final = 0.75
_OTHER_NISBA: Final = 0.85
_KUNYA_ALONE: Final = 0.75
_OTHER_PREFIX: Final = 0.7
_MEANING_ALONE: Final = 0.8
_DISTANT: Final = 0.85
_SPELLED: Final = 0.9
_VOWELS_DIFFER: Final = 0.2
_SHORT: Final = 2
_LONG: Final = 3


class Pair(msgspec.Struct, frozen=True, gc=False):
    """Aligned words: indexes into the two names' tokens (of the first of two written together) and their similarity."""

    left: int
    right: int
    similarity: float


class Alignment(msgspec.Struct, frozen=True, gc=False):
    """Aligned words, ascending by `left`, and the indexes that stay alone on either side."""

    pairs: tuple[Pair, ...]
    left_alone: tuple[int, ...]
    right_alone: tuple[int, ...]


def similarity(left: Token, right: Token, kind: NameKind) -> float:
    """How alike two words are, 0 to 1: by meaning, by consonants, and by spelling where both scripts write vowels."""
    if left.text == right.text:
        alike = 1.0
    elif left.concept and right.concept:
        alike = _CONCEPT if left.concept == right.concept else 0.0
    else:
        alike = _spelling(left, right)
        if left.concept or right.concept:
            alike *= _MEANING_ALONE
        elif kind is NameKind.PERSON and left.nisba != right.nisba:
            alike *= _OTHER_NISBA
    if left.prefix != right.prefix:
        alike *= _KUNYA_ALONE if "K" in (left.prefix, right.prefix) else _OTHER_PREFIX
    return alike


def _spelling(left: Token, right: Token) -> float:
    one, other = left.text, right.text
    if len(one) < _SHORT or len(other) < _SHORT:
        return _INITIAL if one[:1] == other[:1] and one else 0.0
    if one.isdigit() or other.isdigit():
        return 0.0
    if left.strict == right.strict:
        alike = _STRICT[len(left.strict) > 1]
    elif not left.loose.isdisjoint(right.loose):
        alike = _LOOSE[len(left.strict) > 1 and len(right.strict) > 1]
    elif len(left.strict) > _LONG and len(right.strict) > _LONG:  # of three consonants one more is another root
        alike = _DISTANT * Levenshtein.normalized_similarity(left.first, right.first)
    else:
        alike = 0.0
    if left.written and right.written:
        spelled = Levenshtein.normalized_similarity(one, other)
        if spelled < _UNLIKE:
            return min(alike, _UNLIKE_CAP)
        if alike >= _LOOSE[0]:
            return max(alike, spelled)
        return max(alike, _SPELLED * spelled)
    if left.written != right.written and alike >= _LOOSE[0]:
        return alike - _VOWELS_DIFFER * (1 - Levenshtein.normalized_similarity(left.open, right.open))
    return alike


def align(left: Name, right: Name) -> Alignment:
    """The words of two names that stand for one another.

    Two neighbours written together on the other side ("Jamal Eddine", "Jamaleddine") are aligned first; then the most
    similar words, each once.
    """
    kind = left.kind
    lefts, rights = left.tokens, right.tokens
    found: list[Pair] = []
    used_left: set[int] = set()
    used_right: set[int] = set()
    _join(left, right, found, used_left, used_right, turned=False)
    _join(right, left, found, used_right, used_left, turned=True)
    options = []
    for i, a in enumerate(lefts):
        if i not in used_left:
            for j, b in enumerate(rights):
                if j not in used_right and (alike := similarity(a, b, kind)) >= FLOOR:
                    options.append((-alike, abs(i - j), i, j))
    options.sort()
    for negative, _, i, j in options:
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            found.append(Pair(i, j, -negative))
    if len(found) > 1:
        found.sort(key=lambda pair: pair.left)
    return Alignment(
        tuple(found),
        tuple([i for i in range(len(lefts)) if i not in used_left]),
        tuple([j for j in range(len(rights)) if j not in used_right]),
    )


def _join(one: Name, other: Name, found: list[Pair], used: set[int], used_other: set[int], *, turned: bool) -> None:
    """Adds pairs of two neighbours in `one` and a word of `other` that writes them together."""
    for i, together in enumerate(one.pairs):
        if not together or i in used or i + 1 in used:
            continue
        for j, token in enumerate(other.tokens):
            if j in used_other or together.isdisjoint(token.loose):
                continue
            if one.tokens[i].strict == token.strict or one.tokens[i + 1].strict == token.strict:
                continue
            used.update((i, i + 1))
            used_other.add(j)
            found.append(Pair(j, i, 0.9) if turned else Pair(i, j, 0.9))
            break
