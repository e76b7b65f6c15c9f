"""Folding of names of places: one key for all spellings that differ only in marks, hyphens, dots and case."""

from __future__ import annotations

import re
import unicodedata

_APOSTROPHES = str.maketrans(dict.fromkeys("'’‘ʼʾʿ`´ʹʺ′\"“”", None))
_SPACES = str.maketrans(dict.fromkeys("-‐‑‒–—−_/,", " "))
#: The Arabic article in its Latin spellings, before a sun or a moon letter.
_ARTICLE = re.compile(r"^(?:al|el|ul|ad|an|ar|as|ash|at|az|ath|adh|es|et|er|ed)\s+(?=\w{3})")
_PLAIN = _APOSTROPHES | _SPACES | {ord("."): None}
_LETTERS = str.maketrans({"ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ı": "i", "ß": "ss", "æ": "ae",
                           "Æ": "ae"})  # fmt: skip


def place_key(name: str) -> str:
    """Without case, accents, apostrophes and dots; hyphens are spaces: "Dayr az-Zawr" and "dayr az zawr" share one."""
    if name.isascii():
        return " ".join(name.translate(_PLAIN).lower().split())
    name = unicodedata.normalize("NFKD", name.translate(_APOSTROPHES)).translate(_SPACES).translate(_LETTERS)
    name = "".join(c for c in name if not unicodedata.combining(c)).casefold().replace(".", "")
    return " ".join(name.split())


def without_article(key: str) -> str:
    """A key without the Arabic article before its first word ("al hasakah", "hasakah"), where three letters remain."""
    return _ARTICLE.sub("", key)


def keys_of(name: str) -> frozenset[str]:
    """The keys under which a place is found by one of its names: with the Arabic article and without it."""
    whole = place_key(name)
    return frozenset(key for key in (whole, without_article(whole)) if len(key) > 1)
