"""The stage: a document and its analysis in, claims and problems out.

Every extractor looks at every sentence; each draft gets its parties' names, its hedges, whom the text credits, its time,
its place and the words that carry it. What two extractors tell about the same words is told once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportedly.claims.evidence import evidence_of
from reportedly.claims.extractor import Draft, Extractor
from reportedly.claims.fillings import party_of
from reportedly.claims.grammar import SentenceView
from reportedly.claims.ids import claim_id
from reportedly.claims.plugins import load_extractors
from reportedly.claims.when import time_of
from reportedly.claims.where import place_of
from reportedly.errors import WeightsError
from reportedly.records.claim import Claim, Modality, Polarity
from reportedly.records.document import Document
from reportedly.records.mention import Analysis
from reportedly.records.reading import Problem
from reportedly.resources.weights import read_manifest

#: Raised when the answers of this module, or of those beside it, change.
_VERSION: Final = 1


def _engine_version() -> str:
    named = " ".join(f"{e.name}/{e.version}" for e in load_extractors().extractors)
    try:
        weights = read_manifest().version
    except WeightsError:  # told with advice when the engine is loaded
        weights = "encoder/none"
    return f"claims/{_VERSION} {weights} {named}"


#: Everything that decides the answers, in words: a page read by another version is read again.
ENGINE_VERSION: Final = _engine_version()


def extract_claims(document: Document, analysis: Analysis) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
    """Claims of a document, in order of the text, and what went wrong; an extractor that fails loses only its own."""
    plugins = load_extractors()
    problems = [
        _problem(document, u.name, "unloaded", f"The extractor {u.name} cannot be loaded: {u.error}")
        for u in plugins.unloaded
    ]
    claims: dict[str, Claim] = {}
    failed: set[str] = set()
    for index in range(len(analysis.sentences)):
        view = SentenceView(document, analysis, index)
        for extractor in plugins.extractors:
            try:
                for claim in _claims(view, extractor):
                    claims.setdefault(claim.id, claim)
            except Exception as error:  # any defect of a plug-in: the others go on, and it is told once
                if extractor.name not in failed:
                    failed.add(extractor.name)
                    message = f"{type(error).__name__}: {error} in sentence {index + 1}"
                    problems.append(_problem(document, extractor.name, "crash", message))
    ordered = sorted(claims.values(), key=lambda c: (c.evidence[0].start, c.evidence[0].end, c.predicate, c.id))
    return tuple(ordered), tuple(problems)


def _claims(view: SentenceView, extractor: Extractor) -> Iterator[Claim]:
    for draft in extractor(view):
        yield _claim(view, extractor, draft)


def _claim(view: SentenceView, extractor: Extractor, draft: Draft) -> Claim:
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
        time=time_of(view, draft),
        role=draft.role,
        modality=draft.modality or Modality.ASSERTED,
        polarity=draft.polarity or Polarity.POSITIVE,
        habitual=draft.habitual,
        former=draft.former,
        medium=draft.medium,
        method=draft.method,
        weapon=draft.weapon,
        casualties=draft.casualties,
        operation=draft.operation,
        evidence=(evidence,),
        confidence=draft.confidence,
        extractor=f"{extractor.name}/{extractor.version}",
        rule=draft.rule,
        why=draft.why,
    )


def _problem(document: Document, component: str, reason: str, message: str) -> Problem:
    return Problem(
        stage="claims",
        component=component,
        reason=reason,
        message=message,
        location=document.location,
        document_id=document.id,
    )
