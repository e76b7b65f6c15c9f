"""The words that carry a claim, by position and by quote."""

from __future__ import annotations

from typing import Final

from reportedly.claims.extractor import Draft
from reportedly.claims.grammar import SentenceView
from reportedly.records.claim import Evidence

CONTEXT: Final = 32
_APART: Final = frozenset({"relcl", "advcl", "parataxis", "ccomp", "conj"})


def evidence_of(view: SentenceView, draft: Draft) -> Evidence:
    """The evidence of a draft: its own span, else the trigger's clause with all that fills a role."""
    start, end = draft.evidence or _clause(view, draft)
    text = view.document.text
    return Evidence(
        role=view.block.role,
        start=start,
        end=end,
        quote=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
    )


def _clause(view: SentenceView, draft: Draft) -> tuple[int, int]:
    fillers = [f for f in (draft.subject, draft.object, draft.place, *draft.subjects) if f is not None]
    trigger = view.tokens[draft.trigger]
    start = min([trigger.start, *(f.start for f in fillers)])
    end = max([trigger.end, *(f.end for f in fillers)])
    own = [t for t in _own(view, draft.trigger) if view.tokens[t].relation != "punct"]
    first = next(i for i, t in enumerate(view.tokens) if t.end > start)
    last = max(i for i, t in enumerate(view.tokens) if t.start < end)
    while first - 1 in own:
        first -= 1
    while last + 1 in own:
        last += 1
    start, end = min(start, view.tokens[first].start), max(end, view.tokens[last].end)
    return max(start, view.block.start), min(end, view.block.end)


def _own(view: SentenceView, token: int) -> set[int]:
    """The token and what hangs on it, without other clauses."""
    found, todo = {token}, list(view.children[token])
    while todo:
        t = todo.pop()
        if view.tokens[t].relation in _APART:
            continue
        found.add(t)
        todo.extend(view.children[t])
    return found
