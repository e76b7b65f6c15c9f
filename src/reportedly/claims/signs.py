"""What speaks for and against a claim: its rule, its parties, and how far they stand from the words that carry it.

Each sign is a short name ("subject pronoun", "object path prep_ pobj_"); `claims.confidence` weighs them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from reportedly.claims.extractor import Draft, Filler
from reportedly.claims.syntax.grammar import SentenceView
from reportedly.records.claim import Claim, Party

#: Relations at whose dependent a clause begins.
_CLAUSAL: Final = frozenset({"ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "csubj", "pcomp", "xcomp"})
_LONGEST_PATH: Final = 6


def signs_of(view: SentenceView, draft: Draft, claim: Claim) -> list[str]:
    """The signs of one claim, in no order that matters; `draft` is what it was made from."""
    return [
        *_of_rule(view, draft, claim),
        *_of_party(view, draft, claim, "subject", draft.subject, claim.subject),
        *_of_party(view, draft, claim, "object", draft.object, claim.object),
        *_of_scene(view, draft, claim),
    ]


def _of_rule(view: SentenceView, draft: Draft, claim: Claim) -> Iterator[str]:
    extractor = claim.extractor.partition("/")[0]
    yield f"predicate {claim.predicate}"
    yield f"extractor {extractor}"
    yield f"rule {extractor} {claim.rule}"
    yield f"modality {claim.modality}"
    yield f"polarity {claim.polarity}"
    yield f"voices {min(2, len(claim.attributed_to))}"
    yield f"block {view.block.role}"
    yield f"length {bisect_right((8, 15, 22, 30, 40, 60), len(view.tokens))}"
    yield f"mentions {bisect_right((2, 4, 6, 9), len(view.mentions))}"
    yield f"trigger {view.tokens[draft.trigger].tag}"
    yield f"trigger relation {view.tokens[draft.trigger].relation}"
    yield f"depth {min(5, sum(1 for _ in view.ancestors(draft.trigger)))}"
    evidence = claim.evidence[0]
    yield f"evidence {bisect_right((40, 80, 140, 240), evidence.end - evidence.start)}"
    if claim.role:
        yield f"role {bisect_right((2, 4, 7), len(claim.role.split()))}"
    told = {"habitual": claim.habitual, "former": claim.former, "joint": claim.subjects, "identity": draft.identity}
    yield from (name for name, holds in told.items() if holds)


def _of_party(
    view: SentenceView, draft: Draft, claim: Claim, slot: str, filler: Filler | None, party: Party | None
) -> Iterator[str]:
    form = _form(view, filler)
    yield f"{slot} {form}"
    yield f"{slot} {form} {claim.predicate}"
    if party is None:
        return
    yield f"{slot} kind {party.kind}"
    yield f"{slot} kind {party.kind} {claim.predicate}"
    if party.canonical != party.name:
        yield f"{slot} resolved"
    if filler is not None and filler.mention is not None:
        yield f"{slot} score {bisect_right((0.5, 0.7, 0.85, 0.95), view.mention(filler.mention).score)}"
    head = _head(view, party.start, party.end)
    if head is None:
        yield f"{slot} far"
        return
    path = _path(view, draft.trigger, head)
    yield f"{slot} path {' '.join(path) if len(path) <= _LONGEST_PATH else 'long'}"
    yield f"{slot} clauses {min(3, sum(step[:-1] in _CLAUSAL for step in path))}"
    first, last = sorted((draft.trigger, head))
    between = view.tokens[first + 1 : last]
    yield f"{slot} words {bisect_right((1, 3, 6, 10, 20), len(between))}"
    yield f"{slot} commas {min(3, sum(t.text == ',' for t in between))}"
    yield f"{slot} others {min(3, sum(first < h < last for h in view.heads.values()))}"


def _of_scene(view: SentenceView, draft: Draft, claim: Claim) -> Iterator[str]:
    """Where and when, and whether the clause itself says so."""
    place = "none" if claim.place is None else "found" if draft.place is None else "own"
    yield f"place {place}"
    yield f"place {place} {claim.predicate}"
    if claim.place is not None:
        yield f"place method {claim.place.method}"
        head = _head(view, claim.place.start, claim.place.end)
        if head is None:
            yield "place far"
        else:
            path = _path(view, draft.trigger, head)
            yield f"place clauses {min(3, sum(step[:-1] in _CLAUSAL for step in path))}"
    time = "none" if claim.time is None else "found" if draft.time is None else "own"
    yield f"time {time}"
    if claim.time is not None and _head(view, claim.time.start, claim.time.end) is None:
        yield "time far"


def _form(view: SentenceView, filler: Filler | None) -> str:
    if filler is None:
        return "none"
    return "described" if filler.mention is None else view.mention(filler.mention).form.value


def _head(view: SentenceView, start: int, end: int) -> int | None:
    """The token that governs characters of the document; None where they stand in another sentence."""
    inside = [i for i, t in enumerate(view.tokens) if t.start < end and start < t.end]
    members = set(inside)
    tops = [i for i in inside if view.tokens[i].head not in members or view.tokens[i].head == i]
    return tops[-1] if tops else None


def _path(view: SentenceView, source: int, target: int) -> list[str]:
    """Relations on the way through the tree, those that climb marked "^", those that descend "_"."""
    up, down = [source, *view.ancestors(source)], [target, *view.ancestors(target)]
    top = next((i for i in up if i in down), None)
    if top is None:
        return ["apart"]
    climb = [f"{view.tokens[i].relation}^" for i in up[: up.index(top)]]
    return climb + [f"{view.tokens[i].relation}_" for i in reversed(down[: down.index(top)])]
