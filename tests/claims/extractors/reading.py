"""Reads a sentence with the shipped engine and asks the extractors what it tells."""

from __future__ import annotations

from functools import cache

from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.plugins import load_extractors
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.mentions.analyse import analyse
from reportedly.records.claim import Polarity
from reportedly.records.document import Block, Document, Role
from reportedly.resources.engine import Engine, load_engine

_ROLES = {"H: ": Role.HEADLINE, "C: ": Role.CAPTION}


@cache
def _engine() -> Engine:
    return load_engine()


def read(text: str) -> tuple[Document, list[SentenceView]]:
    """The sentences of a text; "H: " in front makes it a headline, "C: " a caption."""
    role = _ROLES.get(text[:3], Role.PARAGRAPH)
    text = text[3:] if text[:3] in _ROLES else text
    document = Document(id="test", text=text, blocks=(Block(role=role, start=0, end=len(text)),))
    analysis = analyse(document, _engine())
    return document, [SentenceView(document, analysis, i) for i in range(len(analysis.sentences))]


def drafts_of(text: str) -> list[tuple[SentenceView, Draft]]:
    """All that the extractors find in a text."""
    _, sentences = read(text)
    return [
        (view, draft) for view in sentences for extractor in load_extractors().extractors for draft in extractor(view)
    ]


def told(text: str, predicate: str, *roles: str, positive: bool = False) -> list[tuple[str | None, ...]]:
    """The words that fill some roles of every draft of a predicate, sorted; a short name or pronoun by its full name.

    positive: leave out what is only meant, or told not to be so.
    """
    found = set()
    for view, draft in drafts_of(text):
        if draft.predicate != predicate or (positive and (draft.polarity == Polarity.NEGATIVE)):
            continue
        found.add(tuple(_words(view, getattr(draft, role)) for role in roles))
    return sorted(found, key=str)


def _words(view: SentenceView, filler: Filler | None) -> str | None:
    return None if filler is None else view.document.text[filler.start : filler.end]
