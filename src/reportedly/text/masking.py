"""Where a name stands in a text, however it is written: other case, accents, hyphens, apostrophes, in an address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from reportedly.text import lemmas
from reportedly.text.fold import key

_MARKS = "\u0300-\u036f\u064b-\u065f\u0670"  # combining accents, Arabic vowel signs
_ACCENTS = f"[{_MARKS}]*"
#: May stand between any two letters of a name: apostrophes and combining accents.
_WITHIN = f"['’‘ʼʾʿ`´ʹ′{_MARKS}]*"
#: Between two words of a name: space, line end, hyphen, underscore, or how an address writes a space.
_BETWEEN = r"(?:%20|[\W_]){1,3}"
_LETTER = r"[^\W_]"


class Names:
    """Finds any of these names. Immutable.

    names: as written anywhere; their case and accents do not count. A single word that is an English word too ("Hope")
    is found only where it begins with a capital.
    """

    def __init__(self, names: Iterable[str]) -> None:
        keys = sorted({key(name) for name in names} - {""}, key=lambda k: (-len(k), k))
        body = "|".join(_pattern(k) for k in keys)
        self._pattern = re.compile(f"(?<!{_LETTER})(?:{body})(?!{_LETTER})") if keys else None

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where they stand: half-open character ranges, ascending, not overlapping."""
        if self._pattern is None:
            return []
        bare = text if text.isascii() else "".join(map(_bare, text))
        return [match.span() for match in self._pattern.finditer(bare)]


def replaced(text: str, spans: Iterable[tuple[int, int]], by: str) -> str:
    """The text with other words in the place of some ranges (ascending, not overlapping)."""
    parts, end = [], 0
    for start, stop in spans:
        parts += [text[end:start], by]
        end = stop
    return "".join([*parts, text[end:]])


def _pattern(name: str) -> str:
    words = [_WITHIN.join(re.escape(c) for c in word).replace("s" + _WITHIN + "s", "(?:ss|ß)") for word in name.split()]
    body = _BETWEEN.join(words) + _ACCENTS
    if len(words) == 1 and lemmas.is_word(name):
        first, rest = body[: len(re.escape(name[0]))], body[len(re.escape(name[0])) :]
        return f"{first.upper()}(?i:{rest})"
    return f"(?i:{body})"


@lru_cache(maxsize=10_000)
def _bare(character: str) -> str:
    """A letter without its accent."""
    return unicodedata.normalize("NFD", character)[0]
