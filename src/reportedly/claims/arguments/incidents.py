"""The head of an entry: "Ruda, 26 May: thirty settlers burnt cars" happened in Ruda on that day, with all that follows.

Lists of incidents, chronologies and tables open their lines so. A place before a dash at the head of a paragraph is a
dateline and says only where a report was written.
"""

from __future__ import annotations

from typing import Final

import msgspec

from reportedly.claims.arguments.parties import filler
from reportedly.claims.extractor import Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.records.document import Role
from reportedly.records.mention import SITES, Form
from reportedly.records.when import When

_ROWS: Final = frozenset({Role.LIST, Role.TABLE})
_DASHES: Final = frozenset({"-", "–", "—"})
_MARKS: Final = frozenset({",", ".", ";", "(", ")", "|", "/"}) | _DASHES
#: Words that may stand between the places and days of a head.
_LINKS: Final = frozenset({"near", "in", "the", "of", "and", "on", "at", "outside"})


class Head(msgspec.Struct, frozen=True):
    """Where and when an entry is placed by its head; the first place and the first time told there."""

    place: Filler | None = None
    time: When | None = None


def head_of(view: SentenceView) -> Head:
    """The head of the entry that a sentence belongs to; empty in running text."""
    first = view.lookups.opening_of[view.sentence.block]
    return _read(view if first == view.index else SentenceView(view.document, view.analysis, first, view.lookups))


def _read(view: SentenceView) -> Head:
    """The places and days that open a sentence up to a colon, in rows up to a dash too."""
    row = view.block.role in _ROWS
    place, time = None, None
    for token in view.tokens:
        here = next((m for m in view.mentions if _covers(view, m, token.start, token.end)), None)
        when = next((t for t in view.times if t.start <= token.start and token.end <= t.end), None)
        place = here if place is None else place
        time = time or when
        closed = token.text == ":" or (row and token.text in _DASHES and place is not None and time is not None)
        if here is None and when is None and closed:
            whole = row or time is not None  # "Ruda: …" in running text may be who speaks
            return Head(None if place is None else filler(view, place), time) if whole else Head()
        known = here is not None or when is not None or token.tag == "CD"
        if not known and token.text not in _MARKS and token.text.lower() not in _LINKS:
            return Head()
    return Head()


def _covers(view: SentenceView, mention: int, start: int, end: int) -> bool:
    m = view.mention(mention)
    return m.form == Form.NAME and m.kind in SITES and m.start <= start and end <= m.end
