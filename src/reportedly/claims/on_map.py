"""Where a mention of a place lies, as the analysis of the document knows it."""

from __future__ import annotations

from reportedly.claims.grammar import SentenceView
from reportedly.records.where import Where


def on_map(view: SentenceView, mention: int) -> Where | None:
    """The mention as the gazetteer knows it; of a short name or a pronoun, another mention of its chain."""
    placed = {w.mention: w for w in view.analysis.places if w.place is not None or w.latitude is not None}
    chain = view.chain(mention)
    members = () if chain is None else chain.mentions
    return next((placed[i] for i in (mention, *members) if i in placed), None)
