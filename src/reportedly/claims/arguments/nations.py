"""Peoples told for their states."""

from __future__ import annotations

from reportedly.claims.extractor import Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.records.mention import Form, Kind

_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "dative"})


def nation(view: SentenceView, token: int, kinds: frozenset[Kind]) -> Filler | None:
    """As in "the Dorans took the hill", "the French led it": the people for their state, under their own name."""
    word = view.tokens[token]
    article = any(view.tokens[c].lemma == "the" for c in view.dependents(token, "det"))
    if not article or word.relation not in _NOMINAL or (Kind.STATE not in kinds and Kind.POPULATION not in kinds):
        return None
    for m, head in view.heads.items():
        mention = view.mention(m)
        if head == token and mention.form == Form.ADJECTIVE and mention.kind == Kind.STATE:
            kind = Kind.STATE if Kind.STATE in kinds else Kind.POPULATION
            return Filler(start=mention.start, end=mention.end, kind=kind, mention=m, name=mention.text)
    return None
