"""Folding for matching: `same_length` keeps every offset, `key` does not and is for comparing names."""

from __future__ import annotations

import re
import unicodedata

_APOSTROPHES = "'’‘ʼʾʿ`´ʹ′"
_HYPHENS = "-‐‑‒–—−"
_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"

_SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys(_APOSTROPHES, "'"),
        **dict.fromkeys("“”„«»‟″", '"'),
        **dict.fromkeys(_HYPHENS, "-"),
        **dict.fromkeys(_SPACES, " "),
    }
)
_NO_APOSTROPHES = str.maketrans(dict.fromkeys(_APOSTROPHES, None))
_HYPHENS_TO_SPACE = str.maketrans(dict.fromkeys(_HYPHENS, " "))


def same_length(text: str) -> str:
    """Straight quotes, plain hyphens and spaces; every character stays where it is, case too."""
    return text.translate(_SAME_LENGTH)


def key(name: str) -> str:
    """A name without case, accents, apostrophes, hyphens, leading article and outer punctuation."""
    name = unicodedata.normalize("NFKD", name).translate(_NO_APOSTROPHES).translate(_HYPHENS_TO_SPACE)
    name = "".join(c for c in name if not unicodedata.combining(c)).casefold()
    name = " ".join(name.split()).strip(' .,;:!?"“”()[]')
    return name.removeprefix("the ")


def squash(text: str) -> str:
    """One space for every run of white space."""
    return " ".join(text.split())


_CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def printable(text: str) -> str:
    """The text without control and bidirectional-override characters, safe for a terminal (no ECMA-48 escapes)."""
    return _CONTROL.sub("\ufffd", text)
