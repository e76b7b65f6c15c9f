"""Readers' comments: sections that only a heading announces, who wrote each comment, and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec
from lxml.html import HtmlElement

from reportedly.documents import zones
from reportedly.documents.html import Piece
from reportedly.records.document import Role
from reportedly.resources import lexicon
from reportedly.text.fold import squash

_LONG = 120
_MOST_HEADING = 80
_LOOKED_AT = 60
_MOST_AUTHOR, _MOST_STAMP = 60, 80
_SAYS = re.compile(r"\s*(?:says|said|wrote|writes|sagt|schrieb|dit|escribió|dice|schreef|pisze)?\s*:?\s*$", re.I)


@cache
def _heading() -> re.Pattern[str]:
    words = sorted(lexicon.words("furniture", "comment_headings"), key=len, reverse=True)
    phrases = "|".join(map(re.escape, words))
    return re.compile(
        rf"\W*(?:\d+\s*)?(?:{phrases}|responses?|replies|antworten|réponses|respuestas|thoughts)\b"
        r"(?:\s*\(?\d+\)?| on\b.*| zu\b.*| sur\b.*)?\W*",
        re.I,
    )


class Comment(msgspec.Struct, frozen=True, kw_only=True):
    """What a page says about one comment. author, posted: None where it does not say."""

    author: str | None
    posted: str | None


def mark_headed(pieces: Sequence[Piece]) -> None:
    """Gives the comment role to what follows a heading such as “3 comments” beside it, where no class name says so."""
    seen_text = False
    for number, piece in enumerate(pieces):
        if piece.role is None and len(piece.words) >= _LONG and not piece.links * 2 > len(piece.words):
            seen_text = True
        if not (seen_text and piece.level and piece.role is None and len(piece.words) <= _MOST_HEADING):
            continue
        if _heading().fullmatch(piece.words):
            _mark_after(pieces, number)
            return


def _mark_after(pieces: Sequence[Piece], heading: int) -> None:
    scope = pieces[heading].container.getparent()
    if scope is None:
        return
    around = set(scope.iter()) if scope.tag not in {"body", "html"} else None
    for piece in pieces[heading:]:
        if around is not None and piece.container not in around:
            return
        if piece.role in {None, Role.QUOTE, Role.BYLINE, Role.DATE, Role.NAVIGATION} and piece.zone is not scope:
            if piece.role is Role.NAVIGATION and piece.why in {"<footer>", "<nav>"}:
                return
            piece.role, piece.why = Role.COMMENT, f"under the heading “{pieces[heading].words}”"
            piece.zone = piece.container


def read_comment(element: HtmlElement) -> Comment:
    """Author and time of the comment that an element holds; what stands in replies inside it is not looked at."""
    own = _own(element)
    return Comment(
        author=next(filter(None, map(_author, own)), None),
        posted=next(filter(None, map(_stamp, own)), None) or next(filter(None, map(_shown_time, own)), None),
    )


def _author(element: HtmlElement) -> str | None:
    told = element.get("itemprop") in {"author", "name"} or element.tag == "cite"
    if not told and not zones.says(element, "comment", "author"):
        return None
    words = _SAYS.sub("", squash(element.text_content()))
    return words if 1 <= len(words) <= _MOST_AUTHOR else None


def _stamp(element: HtmlElement) -> str | None:
    if element.tag not in {"time", "abbr"}:
        return None
    return element.get("datetime") or element.get("title") or squash(element.text_content())[:_MOST_STAMP] or None


def _shown_time(element: HtmlElement) -> str | None:
    words = squash(element.text_content()) if zones.says(element, "comment", "time") else ""
    return words if len(words) <= _MOST_STAMP and re.search(r"\d", words) else None


def _own(element: HtmlElement) -> list[HtmlElement]:
    """The first descendants of a comment, without those of comments inside it."""
    found: list[HtmlElement] = []
    waiting = list(reversed(element))
    while waiting and len(found) <= _LOOKED_AT:
        child = waiting.pop()
        if not isinstance(child.tag, str) or zones.starts_comment(child, child.tag):
            continue
        found.append(child)
        waiting.extend(reversed(child))
    return found
