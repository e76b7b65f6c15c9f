"""Each claim of a sentence once, however many ways of saying it were seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.syntax.grammar import SentenceView


def distinct(view: SentenceView, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts whose predicate, subject, object and place have not been seen; nobody is tied to himself."""
    seen: set[tuple[object, ...]] = set()
    for draft in drafts:
        subject, other = referent(view, draft.subject), referent(view, draft.object)
        if subject is not None and subject == other:
            continue
        what = (draft.predicate, subject, other, referent(view, draft.place), draft.role if other is None else None)
        if what not in seen:
            seen.add(what)
            yield draft


def once(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts whose predicate and first characters of subject, object and place have not been seen."""
    seen: set[tuple[object, ...]] = set()
    for draft in drafts:
        ends = tuple(f and f.start for f in (draft.subject, draft.object, draft.place))
        if (draft.predicate, *ends) not in seen:
            seen.add((draft.predicate, *ends))
            yield draft


def is_same(view: SentenceView, a: Filler, b: Filler) -> bool:
    """Whether two fillers stand for the same, or are the same words where no mention stands."""
    if a.mention is None or b.mention is None:
        return a.start == b.start
    chain = view.chain_index(a.mention)
    return a.mention == b.mention or (chain is not None and chain == view.chain_index(b.mention))


def referent(view: SentenceView, found: Filler | None) -> object:
    """What a filler stands for: its chain, else its span."""
    if found is None:
        return None
    chain = None if found.mention is None else view.chain_index(found.mention)
    return ("chain", chain) if chain is not None else (found.start, found.end)
