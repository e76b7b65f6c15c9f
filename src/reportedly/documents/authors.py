"""The authors that a page names: its metadata first, then the byline beside the headline; nobody rather
than a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from reportedly.documents.metadata import Metadata, name_of
from reportedly.resources import lexicon
from reportedly.text.fold import squash

_METAS = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
    "cxenseparse:author",
    "citation_author",
)
_ADDRESS = re.compile(r"https?:|www\.|facebook\.com", re.I)
_NO_NAME = re.compile(r"https?:|www\.|@|\d|[<>{}|=_#]|\.(?:com|de|org|net)\b", re.I)
_AND = re.compile(r"\s*(?:,|;|\s/\s|\||•|·|&|\band\b|\bund\b|\bet\b|\by\b|\n)\s*")
_AFTER_DATE = re.compile(r"^.*\d.*?\b(?:by|von|par|por)\s+(?=\S)", re.I)
_END = re.compile(r"[.!?]\s*$")
_MOST_AUTHORS = 8
_MOST_BYLINE = 100
_MOST_WORDS = 5


@cache
def _prefixes() -> re.Pattern[str]:
    entries = sorted(lexicon.words("furniture", "byline", "prefixes"), key=len, reverse=True)
    return re.compile(r"^\W*(?:" + "|".join(map(re.escape, entries)) + r")\b\s*:?\s*", re.I)


@cache
def _sure() -> re.Pattern[str]:
    entries = sorted(lexicon.words("furniture", "byline", "sure"), key=len, reverse=True)
    return re.compile(r"\W*(?i:" + "|".join(map(re.escape, entries)) + r")(?:\b\s*:?\s*|(?=[A-Z][a-z]))(?=[^\W\d_a-z])")


@cache
def _ends() -> re.Pattern[str]:
    entries = sorted(lexicon.words("furniture", "byline", "ends"), key=len, reverse=True)
    before = "|".join(map(re.escape, lexicon.words("furniture", "byline", "before_dates")))
    words = "|".join(map(re.escape, entries))
    return re.compile(rf"\s+(?:{words})\b.*|(?:\s+(?:{before}))*\s*[\d(|•·–—:].*|\s+-\s.*", re.I | re.S)


def authors_of(metadata: Metadata, bylines: Iterable[str], publisher: str | None) -> tuple[str, ...]:
    """The authors' names in order; empty where the page names none.

    bylines: the words of bylines on the page, the one nearest to the headline first. The name of the publisher is no
    author, nor is an account name like "admin".
    """
    told = [_people(article.get("author"), metadata) for article in metadata.articles]
    told += [metadata.metas.get(name, []) for name in _METAS]
    for names in told:
        found = _names(names, publisher)
        if found:
            return found
    for line in bylines:
        # A single word is a name only where something says so: "by Marc", not "Home".
        found = tuple(n for n in _names([line], publisher) if n[0].isupper() and (" " in n or _prefixes().match(line)))
        if found:
            return found
    return ()


def is_byline(words: str) -> bool:
    """Whether a line is nothing but a byline: "By Pela Marn", "Von Ivo Tesk und Ina Rodan"."""
    opening = _sure().match(words) if len(words) <= _MOST_BYLINE else None
    names = names_in(words[opening.end() :]) if opening else ()
    return (
        bool(names)
        and all(name[0].isupper() and 2 <= len(name.split()) <= 4 for name in names)
        and _END.search(words) is None
    )


def names_in(line: str) -> tuple[str, ...]:
    """The names in a line that is a byline: "By Pela Marn and Ivo Tesk, 12 June 2018" gives the two."""
    return _names([line], None)


def _names(lines: Iterable[str], publisher: str | None) -> tuple[str, ...]:
    parts = [part for line in lines if not _ADDRESS.search(line) for part in _split(line)]
    found = tuple(dict.fromkeys(part for part in parts if _is_name(part, publisher)))
    return found if len(found) <= _MOST_AUTHORS else ()


def _people(value: Any, metadata: Metadata) -> list[str]:
    values = value if isinstance(value, list) else [value]
    named = (name_of(each) or metadata.persons.get(_reference(each), "") for each in values)
    return [name for name in named if name]


def _reference(value: Any) -> str:
    identity = value.get("@id") if isinstance(value, dict) else None
    return identity if isinstance(identity, str) else ""


def _split(line: str) -> list[str]:
    line = _AFTER_DATE.sub("", squash(line.replace("\n", " , ")))
    opening = _sure().match(line)
    line = line[opening.end() :] if opening else line
    while (bare := _prefixes().sub("", line)) != line:
        line = bare
    parts = (_ends().sub("", f" {part}") for part in _AND.split(line))
    return [part.strip(" \t.,:;|/-–—*\"'“”") for part in parts]


def _is_name(name: str, publisher: str | None) -> bool:
    if not 3 <= len(name) <= 60 or _NO_NAME.search(name) or len(name.split()) > _MOST_WORDS:
        return False
    folded = name.casefold()
    return folded not in lexicon.words("furniture", "byline", "never") and folded != (publisher or "").casefold()
