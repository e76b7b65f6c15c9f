"""What an extractor is: one file in `extractors/` with one constant `EXTRACTOR`, found without registration."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

import msgspec

from reportedly.claims.syntax.grammar import SentenceView
from reportedly.records.claim import Casualties, Medium, Modality, Polarity
from reportedly.records.mention import Kind


class Filler(msgspec.Struct, frozen=True, kw_only=True):
    """Words that fill a role. mention: index into `Analysis.mentions`, None for a described body ("two policemen").

    name: given only where the words are not the name (United States for "US"). Else the words at start..end.
    """

    start: int
    end: int
    kind: Kind
    mention: int | None = None
    name: str | None = None


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """What an extractor found; `claims.finish` turns it into a `Claim`.

    trigger: index of the token (in the sentence) that carries the predicate; hedges, attribution, time and place are
    looked for from there. evidence: character range of the words that carry the claim, None = the trigger's clause.
    identity: it says who someone is (an office set off by commas): the sentence's attribution does not reach it.
    place_fixed, time_fixed: `place` and `time` below are final, even when None. modality, polarity: what the trigger
    itself says ("vows to"), to be combined with the sentence's cues by strength.
    rule: a short name; why: one sentence for a person, in words that name what was seen.
    """

    predicate: str
    trigger: int
    rule: str
    why: str
    subject: Filler | None = None
    object: Filler | None = None
    subjects: tuple[Filler, ...] = ()
    place: Filler | None = None
    place_fixed: bool = False
    time: tuple[int, int] | None = None
    time_fixed: bool = False
    role: str | None = None
    medium: Medium | None = None
    method: str | None = None
    weapon: str | None = None
    casualties: Casualties | None = None
    operation: str | None = None
    habitual: bool = False
    former: bool = False
    identity: bool = False
    modality: Modality | None = None
    polarity: Polarity | None = None
    evidence: tuple[int, int] | None = None
    confidence: float = 0.6


class Extractor(Protocol):
    """A family of predicates. Called once for each sentence; keeps no state."""

    @property
    def name(self) -> str:
        """The file's name: with the version, what a claim names as its origin."""
        ...

    @property
    def version(self) -> int:
        """Raised when the answers change."""
        ...

    @property
    def predicates(self) -> frozenset[str]:
        """All that it may claim."""
        ...

    def __call__(self, sentence: SentenceView) -> Iterable[Draft]:
        """Drafts of one sentence."""
        ...
