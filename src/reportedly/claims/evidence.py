"""The words that carry a claim, by position and by quote."""

from __future__ import annotations

from typing import Final

from reportedly.claims.extractor import Draft
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.records.claim import Evidence

CONTEXT: Final = 32
_APART: Final = frozenset({"relcl", "advcl", "parataxis", "ccomp"})


def evidence_of(view: SentenceView, draft: Draft) -> Evidence:
    """The evidence of a draft: its own span, else the trigger's clause with all that fills a role."""
    start, end = draft.evidence or (_statement(view) if draft.predicate == "said" else _clause(view, draft))
    text = view.document.text
    return Evidence(
        role=view.block.role,
        start=start,
        end=end,
        quote=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
    )


def _statement(view: SentenceView) -> tuple[int, int]:
    """Of something said the whole sentence: who says it, and what."""
    words = [t for t in view.tokens if t.relation != "punct" or t.text in {"”", '"', "“"}] or list(view.tokens)
    return words[0].start, words[-1].end


def _clause(view: SentenceView, draft: Draft) -> tuple[int, int]:
    filled = (draft.subject, draft.object, draft.place, *draft.subjects)
    here = view.sentence
    fillers = [f for f in filled if f is not None and here.start <= f.start and f.end <= here.end]
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
    while last > first and view.tokens[last].end > end and view.tokens[last].relation in {"cc", "mark", "punct"}:
        last -= 1
    start, end = min(start, view.tokens[first].start), max(end, view.tokens[last].end)
    return max(start, view.block.start), min(end, view.block.end)


def _own(view: SentenceView, token: int) -> set[int]:
    """The token and what hangs on it, without other clauses."""
    found, todo = {token}, list(view.children[token])
    while todo:
        t = todo.pop()
        clause = view.tokens[t].relation == "conj" and view.tokens[t].tag[:1] in {"V", "M"}
        if view.tokens[t].relation in _APART or clause:
            continue
        found.add(t)
        todo.extend(view.children[t])
    return found
