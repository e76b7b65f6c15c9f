"""The stage: a document and its analysis in, claims and problems out.

Every extractor looks at every sentence; each draft gets its parties' names, its hedges, whom the text credits, its
time, its place and the words that carry it. What two extractors tell about the same words is told once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from reportedly.claims.arguments.fillings import party_of
from reportedly.claims.arguments.when import time_of
from reportedly.claims.arguments.where import place_of
from reportedly.claims.attribution.acts_told import tells_an_act
from reportedly.claims.attribution.credit import Frame, Voices
from reportedly.claims.attribution.tellers import Stance
from reportedly.claims.attribution.voices import voice_of
from reportedly.claims.confidence import confidence_of, sureness
from reportedly.claims.evidence import evidence_of
from reportedly.claims.extractor import Draft, Extractor
from reportedly.claims.held import Hold, hold_of
from reportedly.claims.ids import claim_id
from reportedly.claims.plugins import load_extractors
from reportedly.claims.precedence import Found, of_document, of_sentence
from reportedly.claims.syntax.grammar import SentenceView, views_of
from reportedly.records.claim import Attribution, Claim, Party
from reportedly.records.document import Document
from reportedly.records.mention import Analysis
from reportedly.records.reading import Problem

#: What somebody does by saying it: he is its subject, not the voice that it is credited to.
_OWN_ACTS: Final = frozenset({"said", "spoke_to", "claimed_responsibility", "pledged_allegiance", "agreed"})

#: Nothing without ground: with a place that is only a description of one not named they tell too little.
_NEEDS_GROUND: Final = frozenset({"controls", "took_control", "present_at", "based_in"})

#: These are about ground, not about who somebody is: an attribution reaches them ("the ISIL-held town", X said).
_GROUND: Final = frozenset({"controls", "based_in"})


def extract_claims(document: Document, analysis: Analysis) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
    """Claims of a document, in order of the text, and what went wrong; an extractor that fails loses only its own."""
    told, problems = findings(document, analysis)
    claims = {claim.id: claim for claim in reversed(of_document(told))}
    ordered = sorted(claims.values(), key=lambda c: (c.evidence[0].start, c.evidence[0].end, c.predicate, c.id))
    return tuple(ordered), problems


def findings(document: Document, analysis: Analysis) -> tuple[list[Found], tuple[Problem, ...]]:
    """What each sentence tells, with what it was made from, before the document is seen as a whole; what went wrong."""
    plugins = load_extractors()
    problems = [
        _problem(document, u.name, "unloaded", f"The extractor {u.name} cannot be loaded: {u.error}")
        for u in plugins.unloaded
    ]
    views = views_of(document, analysis)
    voices = Voices(document, views)
    told: list[Found] = []
    failed: dict[str, str] = {}
    for view in views:
        found: list[Found] = []
        for extractor in plugins.extractors:
            part = extractor.name
            try:
                drafts = list(extractor(view))
                part = "finish"
                found += [one for draft in drafts for one in _found(view, extractor, draft, voices)]
            except Exception as error:  # noqa: BLE001  any defect of a plug-in: the others go on, and it is told once
                failed.setdefault(part, f"{type(error).__name__}: {error} in sentence {view.index + 1}")
        told += [_judged(view, one) for one in of_sentence(found, told)]
    problems += [_problem(document, part, "crash", message) for part, message in failed.items()]
    return told, tuple(problems)


def _found(view: SentenceView, extractor: Extractor, draft: Draft, voices: Voices) -> Iterator[Found]:
    """The claim of a draft with what it was made from; none where the words put nothing forward."""
    if draft.predicate == "said" and draft.subject is not None:
        speaker = party_of(view, draft.subject).canonical
        if tells_an_act(voices, view, draft.trigger, speaker):
            return
    identity = draft.identity and draft.predicate not in _GROUND
    own = draft.predicate in _OWN_ACTS
    frames = voices.frames(view, draft.trigger if own else voices.told_at(view, draft.trigger), identity=identity)
    if own:
        frames = tuple(f for f in frames if not _is_own(view, draft, f) and not _is_reply(draft, f))
    hold = hold_of(view, draft, frames)
    if hold.withheld:
        return
    disputed = None if draft.identity else voices.disputed_by(view, draft.trigger)
    claim = _claim(view, extractor, draft, hold, frames, disputed)
    if claim.predicate in _NEEDS_GROUND and claim.place is None and claim.object is None and draft.place is not None:
        return  # only "the city", and nothing says which
    nobody = claim.subject is None and claim.object is None and claim.place is None
    if claim.predicate == "attacked" and nobody and draft.place is not None:
        return  # "attacks on the town", and nothing says which
    told_as_so = {Stance.SETTLED, Stance.SHOWS}
    cues = frozenset(f.credit for f in frames if f.credit is not None and f.stance not in told_as_so)
    sure = sureness(view, draft, hold.modality)
    yield Found(claim=claim, draft=draft, sentence=view.index, sure=sure, credits=cues)


def _judged(view: SentenceView, one: Found) -> Found:
    """With the confidence of its claim, which only those that stay are given."""
    sure = confidence_of(view, one.draft, one.claim)
    return msgspec.structs.replace(one, claim=msgspec.structs.replace(one.claim, confidence=sure))


def _is_reply(draft: Draft, frame: Frame) -> bool:
    """Whether somebody only disputes what was said ("X accused Y of it, a charge that Y dismissed"): it was said."""
    return frame.stance == Stance.DENIES and frame.cue is not None and frame.cue > draft.trigger


def _is_own(view: SentenceView, draft: Draft, frame: Frame) -> bool:
    """Whether a statement is the very act that a draft tells ("X said …" of X)."""
    if draft.subject is None or frame.cue is None:
        return False
    name = party_of(view, draft.subject).canonical
    return frame.cue == draft.trigger or any(v.canonical == name for v in frame.voices)


def _claim(
    view: SentenceView,
    extractor: Extractor,
    draft: Draft,
    hold: Hold,
    frames: tuple[Frame, ...],
    disputed: str | None,
) -> Claim:
    subject = None if draft.subject is None else party_of(view, draft.subject)
    other = None if draft.object is None else party_of(view, draft.object)
    subjects = tuple(party_of(view, s) for s in draft.subjects)
    place = place_of(view, draft)
    evidence = evidence_of(view, draft)
    return Claim(
        id=claim_id(view.document.id, draft.predicate, evidence, (subject, other, *subjects), place, draft.role),
        document_id=view.document.id,
        predicate=draft.predicate,
        subject=subject,
        object=other,
        subjects=subjects,
        place=place,
        time=time_of(view, draft, hold.modality),
        role=draft.role,
        modality=hold.modality,
        polarity=hold.polarity,
        habitual=hold.habitual,
        former=draft.former,
        attributed_to=_of_self(subject) if hold.self_said and subject is not None else _credited(frames),
        disputed_by=disputed,
        medium=draft.medium,
        method=draft.method,
        weapon=draft.weapon,
        casualties=draft.casualties,
        operation=draft.operation,
        evidence=(evidence,),
        extractor=f"{extractor.name}/{extractor.version}",
        rule=draft.rule,
        why=_why(draft, hold),
    )


def _credited(frames: tuple[Frame, ...]) -> tuple[Attribution, ...]:
    """All voices, outermost first, each once; what the report itself tells as settled is credited to nobody."""
    found: dict[str, Attribution] = {}
    for frame in frames:
        if frame.stance != Stance.SETTLED:
            for voice in frame.voices:
                found.setdefault(voice.canonical.casefold(), voice)
    return tuple(found.values())


def _of_self(subject: Party) -> tuple[Attribution, ...]:
    """Of a "self-proclaimed capital" only its holder says so."""
    return (voice_of(subject, cue="self-"),)


def _why(draft: Draft, hold: Hold) -> str:
    """The extractor's sentence, with the words that hedge the claim."""
    said = draft.why.rstrip(".")
    return f"{said}; held as {hold.modality.value} by “{hold.told_by}”." if hold.told_by else f"{said}."


def _problem(document: Document, component: str, reason: str, message: str) -> Problem:
    return Problem(
        stage="claims",
        component=component,
        reason=reason,
        message=message,
        location=document.location,
        document_id=document.id,
    )
