"""Mentions and chains: what a document names, and which words name the same thing inside it."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from reportedly.records.span import Sentence
from reportedly.records.when import When
from reportedly.records.where import Where


class Kind(StrEnum):
    """What a mention refers to. The first nine are actors of the ontology and may fill roles of claims."""

    PERSON = "Person"
    GROUP = "Group"
    STATE = "State"
    STATE_BODY = "StateBody"
    ORGANISATION = "Organisation"
    PLACE = "Place"
    FACILITY = "Facility"
    POPULATION = "Population"
    EVENT = "Event"
    WEAPON = "Weapon"
    VEHICLE = "Vehicle"
    DOCUMENT = "Document"
    MONEY = "Money"
    QUANTITY = "Quantity"
    OTHER = "Other"


#: Kinds that can act.
AGENTS = frozenset({Kind.PERSON, Kind.GROUP, Kind.STATE, Kind.STATE_BODY, Kind.ORGANISATION, Kind.POPULATION})
#: Bodies that people belong to.
BODIES = frozenset({Kind.GROUP, Kind.STATE_BODY, Kind.ORGANISATION})
BODIES_AND_STATES = BODIES | {Kind.STATE}
#: Bodies that fight: armed groups, armies and their units (an organisation does not).
FORCES = frozenset({Kind.GROUP, Kind.STATE_BODY})
#: All that can act but single people.
COLLECTIVES = AGENTS - {Kind.PERSON}
#: Kinds that can be a place where something is said to happen.
SITES = frozenset({Kind.PLACE, Kind.FACILITY, Kind.STATE})


class Form(StrEnum):
    """How a mention refers."""

    NAME = "name"  # "Akram al Kaabi"
    NOMINAL = "nominal"  # "the militia's leader"
    PRONOUN = "pronoun"  # "he"
    ADJECTIVE = "adjective"  # "Iranian" in "Iranian-backed": stands for the state, is no place


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """Words that refer to something.

    start, end: the name itself, without article, title or office ("Akram al Kaabi", not "Gen. Akram al Kaabi").
    block, sentence: indexes into `Document.blocks` and `Analysis.sentences`. title: rank or title set aside, if any.
    score: 0..1, the tagger's. why: the rule or model that found it and, where changed, that decided its kind.
    """

    start: int
    end: int
    text: str
    kind: Kind
    form: Form
    block: int
    sentence: int
    title: str | None = None
    score: float = 1.0
    why: str = ""


class Chain(msgspec.Struct, frozen=True, kw_only=True):
    """Mentions of one referent in one document (coreference).

    mentions: indexes into `Analysis.mentions`, ascending. name: the fullest name among them, or the fullest nominal.
    named: whether any of them is a name.
    """

    mentions: tuple[int, ...]
    name: str
    kind: Kind
    named: bool
    why: str = ""


class Analysis(msgspec.Struct, frozen=True, kw_only=True):
    """What the mentions stage found in one document.

    sentences: those of evidence blocks only, in order. mentions: ascending by (start, -end). chains: every mention that
    can fill a role stands in exactly one. times: expressions of time, ascending. places: one for each mention of a
    place, a state or a facility by name and for coordinates that stand alone, ascending; empty when no gazetteer was
    given or the analysis comes out of a base.
    """

    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    chains: tuple[Chain, ...] = ()
    times: tuple[When, ...] = ()
    places: tuple[Where, ...] = ()
