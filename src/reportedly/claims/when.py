"""When a claim is dated: the expression of time of its own sentence that belongs to its trigger by syntax."""

from __future__ import annotations

from reportedly.claims.extractor import Draft
from reportedly.claims.grammar import SentenceView
from reportedly.records.when import When


def time_of(view: SentenceView, draft: Draft) -> When | None:
    """The time of a draft: what the extractor found, else what hangs on its trigger or on the clause around it."""
    if draft.time is not None:
        return _given(view, draft.time)
    return None


def _given(view: SentenceView, span: tuple[int, int]) -> When:
    start, end = span
    inside = [t for t in view.analysis.times if t.start < end and start < t.end]
    if len(inside) == 1 and inside[0].start >= start and inside[0].end <= end:
        time = inside[0]
        return time
    return When(start=start, end=end, text=view.document.text[start:end], rule="extractor")
