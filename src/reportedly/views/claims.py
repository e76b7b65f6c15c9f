"""Claims with the report that makes them, in words and in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Final

import msgspec

from reportedly.base.store import Head, Selection, View
from reportedly.ontology.ontology import Ontology, load_ontology
from reportedly.records.claim import Claim
from reportedly.views import wording

_REMEMBERED: Final = 256  # reports; claims come report by report


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One claim and the report that tells it.

    sentence: who does what to whom. held: how the text holds it and whom it credits. quote: the words that carry it, on
    one line. when, where: as said, None where nothing is said.
    """

    claim: Claim
    head: Head
    sentence: str
    held: str
    quote: str
    when: str | None
    where: str | None

    @property
    def moment(self) -> tuple[str, str, str, int]:
        """By what it is put in order: the first day that the words allow, else the day of publication; undated last."""
        time, position = self.claim.time, self.claim.evidence[0].start if self.claim.evidence else 0
        said = (time.earliest or time.latest) if time is not None else None
        return said or self.head.published or "9999", self.head.published or "9999", self.head.id, position


def told(base: View, selection: Selection | None = None) -> Iterator[Told]:
    """The claims of a base that are wanted, report by report, oldest first."""
    ontology, head = load_ontology(), _heads(base, selection)
    for claim in base.claims(selection):
        yield tell(claim, head(claim.document_id), ontology)


def _heads(base: View, selection: Selection | None) -> Callable[[str], Head]:
    """What gives the report of a claim: all of them at once when all claims are wanted, else each when it comes."""
    if selection is None or selection == Selection():
        return {head.id: head for head in base.heads()}.__getitem__
    return lru_cache(_REMEMBERED)(base.head)


def tell(claim: Claim, head: Head, ontology: Ontology) -> Told:
    """One claim in words."""
    return Told(
        claim=claim,
        head=head,
        sentence=wording.sentence(claim, ontology),
        held=wording.held(claim),
        quote=" … ".join(" ".join(part.quote.split()) for part in claim.evidence),
        when=None if claim.time is None else wording.when(claim.time),
        where=None if claim.place is None else wording.where(claim.place),
    )


class Same(msgspec.Struct, frozen=True, kw_only=True):
    """Claims that come to the same sentence, held and credited alike. claims: in the order given, at least one."""

    claims: tuple[Told, ...]

    @property
    def first(self) -> Told:
        """The one that stands for all."""
        return self.claims[0]

    @property
    def reports(self) -> tuple[Head, ...]:
        """The reports that tell it, each once, in order."""
        return tuple({one.head.id: one.head for one in self.claims}.values())


def same(claims: Iterable[Told]) -> tuple[Same, ...]:
    """Claims by what they come to, in the order in which each is told first. Copies of one text are not told apart."""
    groups: dict[tuple[str, str], list[Told]] = {}
    for one in claims:
        groups.setdefault((one.sentence, one.held), []).append(one)
    return tuple(Same(claims=tuple(group)) for group in groups.values())


def in_time(claims: Iterable[Told]) -> tuple[Told, ...]:
    """Claims in the order of what they tell."""
    return tuple(sorted(claims, key=lambda one: one.moment))
