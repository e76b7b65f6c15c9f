"""Where a mention of a place lies, as the analysis of the document knows it."""

from __future__ import annotations

from reportedly.claims.syntax.grammar import SentenceView
from reportedly.records.where import Where


def on_map(view: SentenceView, mention: int) -> Where | None:
    """The mention as the gazetteer knows it; of a short name or a pronoun, another mention of its chain."""
    chain = view.chain_index(mention)
    whole = None if chain is None else view.lookups.chain_placed.get(chain)
    return view.lookups.placed.get(mention, whole)
