"""Reads a text with the shipped engine and gives its claims as the product makes them."""

from __future__ import annotations

from functools import cache

from reportedly.claims.finish import extract_claims
from reportedly.mentions.analyse import analyse
from reportedly.records.claim import Claim
from reportedly.records.document import Document, Role
from reportedly.resources.engine import Engine, load_engine
from reportedly.testing import make_document

_ROLES = {"H: ": Role.HEADLINE, "C: ": Role.CAPTION, "Q: ": Role.QUOTE}


@cache
def _engine() -> Engine:
    return load_engine()


def document_of(text: str) -> Document:
    """One block a line; "H: ", "C: ", "Q: " in front make it a headline, a caption, an embedded post."""
    lines = [line for line in text.split("\n") if line.strip()]
    return make_document(*[(_ROLES[line[:3]], line[3:]) if line[:3] in _ROLES else line for line in lines])


def claims_of(text: str) -> tuple[Claim, ...]:
    """All claims of a text, in order. Fails where an extractor did."""
    document = document_of(text)
    claims, problems = extract_claims(document, analyse(document, _engine()))
    assert problems == ()
    return claims


def one(text: str, predicate: str) -> Claim:
    """The only claim of a predicate."""
    found = [claim for claim in claims_of(text) if claim.predicate == predicate]
    assert len(found) == 1, [(c.predicate, c.evidence[0].quote) for c in claims_of(text)]
    return found[0]


def held(claim: Claim) -> str:
    """Modality, with "not" before it where it is told not to be so."""
    return ("not " if claim.polarity == "negative" else "") + claim.modality.value


def credited(claim: Claim) -> list[str]:
    """Whom the text credits, outermost first."""
    return [voice.name for voice in claim.attributed_to]
