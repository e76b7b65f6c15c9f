"""Dossiers: all that a base holds under one name.

Reports are not yet compared with one another: a name is what folds to the same full name, in whichever report. Two
people of one name share a dossier, one person under two full names has two.
"""

from __future__ import annotations

from typing import Final

import msgspec

from reportedly.base.store import Name, Selection, View
from reportedly.errors import NotFoundError
from reportedly.ontology.entries import Duration
from reportedly.ontology.ontology import Ontology, load_ontology
from reportedly.records.mention import Kind
from reportedly.text.fold import key
from reportedly.views.claims import Told, in_time, told

_OFFICES: Final = frozenset({"leads", "holds_position", "appointed", "removed"})
_MOST: Final = 20  # names that hold what was asked
_SIGHTINGS: Final = frozenset({"present_at", "seen_with", "met", "spoke_to"})


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """A spelling of the name: how often, and in how many reports."""

    text: str
    mentions: int
    documents: int


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """All claims in which a name stands, by what they are about; each part in the order of time.

    offices: what the name leads, holds, was put into or out of. ties: other lasting claims. sightings: presence,
    company, meetings, addresses. events: all else that happened. credited: what the reports credit to the name, where
    it is no party of the claim itself.
    """

    name: str
    key: str
    kinds: tuple[Kind, ...]
    written: tuple[Written, ...]
    documents: int
    offices: tuple[Told, ...] = ()
    ties: tuple[Told, ...] = ()
    sightings: tuple[Told, ...] = ()
    events: tuple[Told, ...] = ()
    credited: tuple[Told, ...] = ()

    @property
    def claims(self) -> int:
        """How many claims there are in all parts."""
        return sum(map(len, (self.offices, self.ties, self.sightings, self.events, self.credited)))


def dossiers(base: View, words: str) -> tuple[Dossier, ...]:
    """A dossier for each name that some report writes so; the one that is called just so comes first, then the fullest.

    Where no report writes it so, those of names that hold all of these words. Raises NotFoundError when no report names
    it, or when its entry was redacted.
    """
    found = base.names(words) or _holding(base, words)
    redaction = base.redaction_of(words)
    if redaction is not None and not any(name.key == key(words) for name in found):
        raise NotFoundError(
            f"This entry was redacted on {redaction.at[:10]} by {redaction.by} ({redaction.reason}). Its claims are "
            "kept and counted. To take that back: reportedly redact NAME --undo --reason REASON"
        )
    if not found:
        raise NotFoundError(_unknown(base, words))
    ontology = load_ontology()
    made = [_dossier(base, name, ontology) for name in found]
    return tuple(sorted(made, key=lambda one: (one.key != key(words), -one.claims, one.key)))


def _holding(base: View, words: str) -> tuple[Name, ...]:
    """Names that hold all of these words as whole words: “Orev” finds Danu Orev, “Or” does not."""
    wanted = set(key(words).split())
    full = [name for name in base.names_with(words, limit=_MOST) if wanted and wanted <= set(key(name).split())]
    return tuple(found for name in full for found in base.names(name) if found.key == key(name))


def _dossier(base: View, name: Name, ontology: Ontology) -> Dossier:
    parts: dict[str, list[Told]] = {"offices": [], "ties": [], "sightings": [], "events": []}
    for one in told(base, Selection(keys=frozenset({name.key}))):
        parts[_part(one.claim.predicate, ontology)].append(one)
    party_of = {one.claim.id for part in parts.values() for one in part}
    credited = [one for one in told(base, Selection(credited=frozenset({name.key}))) if one.claim.id not in party_of]
    return Dossier(
        name=name.name,
        key=name.key,
        kinds=name.kinds,
        written=_written(name),
        documents=len(name.documents),
        credited=in_time(credited),
        **{part: in_time(claims) for part, claims in parts.items()},
    )


def _part(predicate: str, ontology: Ontology) -> str:
    if predicate in _OFFICES:
        return "offices"
    if predicate in _SIGHTINGS:
        return "sightings"
    lasting = predicate in ontology.names and ontology.predicate(predicate).group == Duration.LASTING
    return "ties" if lasting else "events"


def _written(name: Name) -> tuple[Written, ...]:
    mentions: dict[str, int] = {}
    documents: dict[str, set[str]] = {}
    for spelling in name.spellings:
        mentions[spelling.text] = mentions.get(spelling.text, 0) + spelling.mentions
        documents.setdefault(spelling.text, set()).add(spelling.document_id)
    ordered = sorted(mentions, key=lambda text: (-mentions[text], text))
    return tuple(Written(text=t, mentions=mentions[t], documents=len(documents[t])) for t in ordered)


def _unknown(base: View, words: str) -> str:
    near = base.names_with(words, limit=5) or base.names_with(words.split()[-1] if words.split() else "", limit=5)
    if near:
        return f"No report in {base.name} names {words!r}. Near it: {', '.join(near)}"
    return f"No report in {base.name} names {words!r}."
