"""Which of several claims on the same words stay: each thing once, and a fuller claim before a poorer one."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from reportedly.claims.extractor import Draft
from reportedly.records.claim import Claim


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A claim with what it was made from. credits: cues, in its sentence, of the voices that it is credited to."""

    claim: Claim
    draft: Draft
    credits: frozenset[int]


def kept(found: Sequence[Found]) -> list[Claim]:
    """The claims of one sentence that stay, in the order given."""
    once = _once(found)
    return [f.claim for f in once if not _is_content_told(f, once) and not _is_met_there(f, once)]


def _once(found: Sequence[Found]) -> list[Found]:
    """Each predicate, pair and place once: the surer one, then the one found first."""
    best: dict[tuple[object, ...], Found] = {}
    for one in found:
        known = best.setdefault(_what(one.claim), one)
        if known is not one and one.claim.confidence > known.claim.confidence:
            best[_what(one.claim)] = one
    chosen = set(map(id, best.values()))
    return [f for f in found if id(f) in chosen]


def _what(claim: Claim) -> tuple[object, ...]:
    ends = [None if p is None else p.canonical.casefold() for p in (claim.subject, claim.object)]
    joint = tuple(p.canonical.casefold() for p in claim.subjects)
    place = None if claim.place is None else claim.place.canonical.casefold()
    role = claim.role if claim.predicate in {"holds_position", "leads"} and claim.object is None else None
    return claim.predicate, *ends, joint, place, role, claim.polarity


def _is_content_told(one: Found, others: Sequence[Found]) -> bool:
    """Rule 28: nothing is `said` where what was said is a claim of its own."""
    if one.claim.predicate != "said":
        return False
    return any(
        other.claim.predicate != "said" and one.draft.trigger in other.credits for other in others if other is not one
    )


def _is_met_there(one: Found, others: Sequence[Found]) -> bool:
    """Rule 26: "met B in Ruda" gives `met` with the place, and no `present_at` beside it."""
    claim = one.claim
    if claim.predicate != "present_at" or claim.subject is None:
        return False
    for other in others:
        if other.claim.predicate != "met" or one.draft.trigger != other.draft.trigger:
            continue
        ends = {p.canonical for p in (other.claim.subject, other.claim.object) if p is not None}
        if claim.subject.canonical in ends:
            return True
    return False
