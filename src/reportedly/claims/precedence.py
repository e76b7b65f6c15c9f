"""Which of several claims on the same words stay: each thing once, and a fuller claim before a poorer one."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from reportedly.claims.attribution.credit import Credit
from reportedly.claims.attribution.voices import voice_of
from reportedly.claims.extractor import Draft
from reportedly.records.claim import MODALITY_STRENGTH, Claim, Modality


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A claim with what it was made from.

    sure: how sure its rule is, to choose between readings of the same words. credits: sentence and token of each cue
    that brings in a voice that it is credited to.
    """

    claim: Claim
    draft: Draft
    sentence: int
    sure: float
    credits: frozenset[Credit]


def of_sentence(found: Sequence[Found], before: Sequence[Found]) -> list[Found]:
    """What stays of one sentence, in the order given. before: what stayed of the sentences before it."""
    once = _claimed(_once([_continued(one, before) for one in found]))
    return [
        f
        for f in once
        if not (
            _is_met_there(f, once)
            or _is_clash(f, once)
            or _is_deployed_there(f, once)
            or _is_stationed(f, once)
            or _is_directed(f, once)
        )
    ]


def of_document(found: Sequence[Found]) -> list[Claim]:
    """The claims of a document that stay. Nothing is `said` where what the same sentence says is a claim of its own."""
    credited = {c for f in found if f.claim.predicate != "said" for c in f.credits if c[0] == f.sentence}
    disputing = {(f.sentence, f.claim.disputed_by) for f in found}
    acts = {(f.sentence, f.draft.trigger) for f in found if f.claim.predicate != "said" and not f.draft.identity}
    return [
        f.claim
        for f in found
        if f.claim.predicate != "said" or not (_is_told(f, credited, disputing) or _is_vowed(f, acts))
    ]


def _is_vowed(one: Found, acts: set[Credit]) -> bool:
    """Whether what is vowed is a claim of its own ("vowed to retake Ruda")."""
    return one.draft.rule == "vowed" and any(s == one.sentence and t > one.draft.trigger for s, t in acts)


def _is_told(one: Found, credited: set[Credit], disputing: set[tuple[int, str | None]]) -> bool:
    """Whether what is said stands in other claims: as their content, or as who disputes them."""
    speaker = None if one.claim.subject is None else one.claim.subject.canonical
    return (one.sentence, one.draft.trigger) in credited or (one.sentence, speaker) in disputing


def _once(found: Sequence[Found]) -> list[Found]:
    """Each predicate, pair and place once: the surer one, then the one found first."""
    best: dict[tuple[object, ...], Found] = {}
    for one in found:
        known = best.setdefault(_what(one.claim), one)
        if known is not one and one.sure > known.sure:
            best[_what(one.claim)] = one
    chosen = set(map(id, best.values()))
    return [f for f in found if id(f) in chosen]


def _continued(one: Found, before: Sequence[Found]) -> Found:
    """A claim that takes its subject from the sentence before ("In Sel, this includes Ruda") is held as that was."""
    subject = one.claim.subject
    if subject is None or subject.start >= one.claim.evidence[0].start or one.draft.subject is None:
        return one
    for earlier in reversed(before):
        if earlier.sentence < one.sentence - 1:
            break
        other = earlier.claim
        same = other.predicate == one.claim.predicate and other.subject == subject
        if earlier.sentence == one.sentence - 1 and same:
            stronger = min(one.claim.modality, other.modality, key=MODALITY_STRENGTH.index)
            return msgspec.structs.replace(one, claim=msgspec.structs.replace(one.claim, modality=stronger))
    return one


def _claimed(found: Sequence[Found]) -> list[Found]:
    """Rule 31: an attack whose doer claims it is only reported, and credited to him."""
    claimers = {
        f.claim.subject.canonical: f.claim.subject
        for f in found
        if f.claim.predicate == "claimed_responsibility" and f.claim.subject is not None
    }
    out = []
    for one in found:
        claim = one.claim
        doer = None if claim.subject is None else claimers.get(claim.subject.canonical)
        if claim.predicate == "attacked" and doer is not None and not claim.attributed_to:
            voice = voice_of(doer, cue="claimed")
            modality = Modality.REPORTED if claim.modality == Modality.ASSERTED else claim.modality
            claim = msgspec.structs.replace(claim, attributed_to=(voice,), modality=modality)
            one = msgspec.structs.replace(one, claim=claim)
        out.append(one)
    return out


def _what(claim: Claim) -> tuple[object, ...]:
    parties = (claim.subject, claim.object)
    if claim.predicate == "also_known_as":  # two names of one: each pair of names counts
        ends = [None if p is None else p.name.casefold() for p in parties]
    else:
        ends = [None if p is None else p.canonical.casefold() for p in parties]
    joint = tuple(p.canonical.casefold() for p in claim.subjects)
    place = None if claim.place is None else claim.place.canonical.casefold()
    role = claim.role if claim.predicate in {"holds_position", "leads"} and claim.object is None else None
    return claim.predicate, *ends, joint, place, role, claim.polarity


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


def _is_clash(one: Found, others: Sequence[Found]) -> bool:
    """An "encounter" of forces is a fight: nobody `met` where the same words tell that they clashed."""
    return one.claim.predicate == "met" and any(
        o.claim.predicate == "clashed_with" and o.draft.trigger == one.draft.trigger for o in others
    )


def _is_deployed_there(one: Found, others: Sequence[Found]) -> bool:
    """Rule 26: forces that come are `deployed_to`, who lives somewhere is `based_in`; that they are there says less."""
    claim = one.claim
    if claim.predicate != "present_at" or claim.subject is None:
        return False
    told = [o for o in others if o.claim.predicate in {"deployed_to", "based_in"}]
    told = [o for o in told if o.draft.trigger == one.draft.trigger and o.claim.subject is not None]
    return any(o.claim.subject is not None and o.claim.subject.start == claim.subject.start for o in told)


def _is_stationed(one: Found, others: Sequence[Found]) -> bool:
    """Forces that are stationed somewhere are `deployed_to`; that it is their base says the same."""
    return one.claim.predicate == "based_in" and any(
        o.claim.predicate == "deployed_to" and o.draft.trigger == one.draft.trigger and o.claim.place == one.claim.place
        for o in others
    )


def _is_directed(one: Found, others: Sequence[Found]) -> bool:
    """Who leads forces into a fight `directs` them (rule 29); that he leads them is not told beside it."""
    return one.claim.predicate == "leads" and any(
        o.claim.predicate == "directs" and o.draft.trigger == one.draft.trigger and o.claim.object == one.claim.object
        for o in others
    )
