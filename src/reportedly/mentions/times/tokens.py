"""Words and figures of a sentence, cut where expressions of time are cut: "27-year" and "year's" are several tokens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import msgspec

_TOKEN: Final = re.compile(
    r"""
      [^\W\d_]++(?![.'’`\w])
    | (?=\d)(?:
        \d{4}-\d{2}-\d{2}(?:T[\d:]+Z?)?(?!\d)
      | \d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?!\d)
      | \d{1,2}\.\d{1,2}\.\d{4}(?!\d)
      | \d{1,2}:\d{2}(?::\d{2})?(?!\d)
      | \d{1,2}\.\d{2}(?=\s?[ap]\.?m\b)
      | \d{1,3}(?:,\d{3})+(?!\d)
      | \d+\.\d+
      | \d+(?:st|nd|rd|th)\b
      | \d{1,3}0['’]?s\b
      | \d+
      )
    | ['’‘]\d\ds?\b
    | [ap]\.\s?m\b\.?
    | (?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thu|thurs?|fri|sat|sun)\.(?=\s*\w)
    | o['’]clock\b
    | sha['’`]ban\b
    | q[1-4]\b
    | [^\W\d_]+
    | ['’]s\b
    | \S
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: The same with the white space before each token, which is then not tried against every alternative.
_WORDS: Final = re.compile(rf"\s*+([A-Za-z]++(?![.'’`\w])|{_TOKEN.pattern})", _TOKEN.flags)
#: Forms of figures; the first that fits says which shape a token has.
_SHAPES: Final = (
    ("iso", re.compile(r"\d{4}-\d\d-\d\d")),
    ("slashdate", re.compile(r"\d+/\d+/\d+|\d+\.\d+\.\d{4}")),
    ("clocktime", re.compile(r"\d+:\d\d")),
    ("clockdot decimal", re.compile(r"\d{1,2}\.\d\d$")),
    ("decimal", re.compile(r"\d+\.\d+")),
    ("ordinal_figure", re.compile(r"\d+(?:st|nd|rd|th)$")),
    ("decade_figures", re.compile(r"\d{2,3}0['’]?s$")),
    ("shortdecade", re.compile(r"['’‘]\d0s$")),
    ("baredecade", re.compile(r"\d0s$")),
    ("shortyear", re.compile(r"['’‘]\d\d$")),
)
_QUARTER: Final = re.compile(r"[Qq][1-4]$")


class Token(msgspec.Struct, frozen=True, gc=False):
    """One token. start, end: characters in the document; low: its words in lower case."""

    start: int
    end: int
    text: str
    low: str


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The tokens of `text[start:end]`; "Q3" is one token, "11am" two."""
    return [Token(*match.span(), match[0], match[0].lower()) for match in _TOKEN.finditer(text, start, end)]


def texts_of(text: str, start: int, end: int) -> list[str]:
    """The texts of the same tokens, alone: most sentences tell no time and need no more."""
    return _WORDS.findall(text, start, end)


def tokens_from(text: str, start: int, words: Sequence[str]) -> list[Token]:
    """The tokens whose texts `texts_of` found from `start` on: nothing but white space stands between them."""
    made, at = [], start
    for word in words:
        at = text.index(word, at)
        made.append(Token(at, at := at + len(word), word, word.lower()))
    return made


def shapes(low: str) -> tuple[str, ...]:
    """The classes of a token that is made of figures: "12" is a day, an hour, a number and the end of a year."""
    if _QUARTER.match(low):
        return ("quarter_code",)
    if low.isascii() and low.isdigit():
        return _whole(int(low[:9]), len(low))
    for name, form in _SHAPES:
        if form.match(low):
            if name == "ordinal_figure":
                return ("ordinal_figure", "dayth") if int(low[:-2]) <= 31 else ("ordinal_figure",)
            return tuple(name.split())
    return ("number",) if low[0].isdigit() and "," in low else ()


def _whole(value: int, length: int) -> tuple[str, ...]:
    found = ["number"]
    if length <= 2 and 1 <= value <= 31:
        found.append("day")
    if length <= 2 and value <= 24:
        found.append("hour")
    if length == 2:
        found.append("year2")
    if 3 <= length <= 4 and 100 <= value <= 2199:
        found.append("anyyear")
    if length == 4 and 1500 <= value <= 2199:
        found.append("year")
    return tuple(found)


#: One token of every combination of shapes, so that a grammar can name them all beforehand.
_SAMPLES: Final = (
    "0 1 01 10 25 31 32 00 12 24 99 100 050 0100 999 1000 1400 1500 1999 2199 2500 20000 1,000 2000-01-01 1/1/2000 "
    "10:30 1.75 1.125 1st 44th 1980s 80s '80s '98 q1"
)
SAMPLES: Final = tuple(_SAMPLES.split())
