"""Made pages as flat text, in the ways that programs and people flatten pages; each line keeps its role."""

from __future__ import annotations

import html
import random
import textwrap
from collections.abc import Callable, Sequence

from resiliparse.extract.html2text import extract_plain_text

from reportedly.documents.plain.lines import Line, lines_of
from reportedly.records.document import EVIDENCE_ROLES, Role
from reportedly.text.fold import squash
from training.plain_text.pages import Piece

#: Share of pages that are thinned, and how few words are taken for no text.
_THINNED = 0.4
_SHORT = 6


def labelled(pieces: Sequence[Piece], choice: random.Random) -> tuple[str, list[Line], list[Role]]:
    """A page flattened in one way, its lines, and their roles."""
    ways: tuple[Callable[[Sequence[Piece]], str], ...] = (resiliparse, resiliparse, spaced, lines_only, wrapped)
    pieces = thinned(pieces, choice) if choice.random() < _THINNED else pieces
    text = choice.choice(ways)(pieces)
    lines = lines_of(text)
    return text, lines, aligned(text, lines, pieces)


def thinned(pieces: Sequence[Piece], choice: random.Random) -> Sequence[Piece]:
    """A page from which a program took what it thought to be no text: menus, heads of comments, dates."""
    most = choice.choice((0.5, 0.9, 1.0))
    short = [p.role not in EVIDENCE_ROLES and len(p.text.split()) <= _SHORT for p in pieces]
    return [p for p, drop in zip(pieces, short, strict=True) if not drop or choice.random() > most] or pieces


def resiliparse(pieces: Sequence[Piece]) -> str:
    """The page as HTML, flattened by Resiliparse: empty lines around paragraphs, lists with bullets."""
    return str(extract_plain_text(as_html(pieces)))


def as_html(pieces: Sequence[Piece]) -> str:
    """A page with these pieces in their tags."""
    parts = ["<html><body>"]
    before = None
    for piece in pieces:
        words = html.escape(piece.text)
        listed = piece.tag in ("li", "lp")
        same = (
            before is not None
            and listed
            and before.tag in ("li", "lp")
            and (before.group == piece.group or piece.tag == before.tag == "li")
        )
        if before is not None and before.tag in ("li", "lp") and not same:
            parts.append("</ul>" * (before.depth + 1))
        if listed and not same:
            parts.append("<ul>" * (piece.depth + 1))
        elif listed and before is not None:
            step = piece.depth - before.depth
            parts.append("<ul>" * step if step > 0 else "</ul>" * -step)
        tag = {"h": "h2", "lp": "p", "td": "div"}.get(piece.tag, piece.tag)
        # A comment's paragraphs stand inside of its list item.
        parts.append(f"<li>{words}" if piece.tag == "li" else f"<{tag}>{words}</{tag}>")
        before = piece
    return "".join(parts) + "</body></html>"


def spaced(pieces: Sequence[Piece]) -> str:
    """An empty line between any two pieces."""
    return "\n\n".join(piece.text for piece in pieces)


def lines_only(pieces: Sequence[Piece]) -> str:
    """One line a piece and no empty lines, list items with a hyphen."""
    return "\n".join(("- " if piece.tag == "li" else "") + piece.text for piece in pieces)


def wrapped(pieces: Sequence[Piece]) -> str:
    """Lines broken at 76 columns, as terminal browsers and mail programs do, with lists set in."""
    found = []
    for piece in pieces:
        first = "  " * piece.depth + "   * " if piece.tag == "li" else "   "
        rest = " " * len(first)
        broken = textwrap.wrap(piece.text, 76, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
        found.append("\n".join(broken) + ("\n" if piece.tag in ("p", "h", "lp") else ""))
    return "\n".join(found)


def aligned(text: str, lines: Sequence[Line], pieces: Sequence[Piece]) -> list[Role]:
    """The role of each line: that of the piece whose words it holds; pieces come in order."""
    found: list[Role] = []
    position = 0
    for line in lines:
        words = squash(text[line.start : line.end].removeprefix(line.bullet))
        ahead = range(position, min(len(pieces), position + 6))
        match = next((i for i in ahead if words and _holds(squash(pieces[i].text), words)), None)
        if match is not None:
            position = match
        found.append(pieces[min(position, len(pieces) - 1)].role)
    return found


def _holds(piece: str, words: str) -> bool:
    return piece == words or words in piece or piece in words
