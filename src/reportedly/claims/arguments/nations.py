"""Peoples told for their states."""

from __future__ import annotations

from reportedly.claims.extractor import Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.records.mention import Form, Kind

_NATIONS = frozenset({Kind.STATE, Kind.POPULATION})
_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "dative"})


def nation(view: SentenceView, token: int, kinds: frozenset[Kind]) -> Filler | None:
    """As in "the Dorans took the hill", "the French led it": the people for their state, under their own name."""
    headed = view.headed.get(token)
    if not headed or view.tokens[token].relation not in _NOMINAL or kinds.isdisjoint(_NATIONS):
        return None
    if not any(view.tokens[c].lemma == "the" for c in view.dependents(token, "det")):
        return None
    for m in headed:
        mention = view.mention(m)
        if mention.form == Form.ADJECTIVE and mention.kind == Kind.STATE:
            kind = Kind.STATE if Kind.STATE in kinds else Kind.POPULATION
            return Filler(start=mention.start, end=mention.end, kind=kind, mention=m, name=mention.text)
    return None
