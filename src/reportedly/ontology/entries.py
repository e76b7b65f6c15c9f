"""What the entries of the ontology files hold, as frozen records."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from reportedly.errors import OntologyError
from reportedly.records.mention import Kind


class Duration(StrEnum):
    """Whether a predicate is a state that holds for a while or something at some time."""

    LASTING = "lasting"
    HAPPENING = "happening"


class RoleSpec(msgspec.Struct, frozen=True, kw_only=True):
    """One role of a predicate. kinds: what may fill it; empty for roles that hold words, a time or a count."""

    name: str
    kinds: frozenset[Kind] = frozenset()
    required: bool = False


class Filling(msgspec.Struct, frozen=True, kw_only=True):
    """Who or what fills one role of an example. kind: None for roles that hold words."""

    role: str
    words: tuple[str, ...]
    kind: Kind | None = None


class Example(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence of our own and the claim that it carries."""

    text: str
    fillings: tuple[Filling, ...]
    modality: str
    attributed_to: tuple[str, ...] = ()
    medium: str | None = None


class PloverName(msgspec.Struct, frozen=True, kw_only=True):
    """Event type of PLOVER, with a mode where one always holds."""

    type: str
    mode: str | None = None


class FtmName(msgspec.Struct, frozen=True, kw_only=True):
    """Where a claim goes in FollowTheMoney.

    properties: pairs of a role and the property that takes it. entity: the role that is itself the entity described by
    `schema` (an alias is a property of the one who bears it), or None where the claim becomes an entity of its own.
    """

    schema: str
    properties: tuple[tuple[str, str], ...]
    entity: str | None = None


class StixName(msgspec.Struct, frozen=True, kw_only=True):
    """STIX 2.1 object; type: its `relationship_type`; defined: whether the specification itself defines that type."""

    object: str
    type: str | None = None
    defined: bool = False
    identity_class: str | None = None


class Method(msgspec.Struct, frozen=True, kw_only=True):
    """How an attack was made. acled: sub-event type; plover: mode of ASSAULT, None where there is none."""

    name: str
    acled: str
    plover: str | None = None


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of what may fill roles. actor: whether it counts among the nine actor kinds. acled: actor category."""

    kind: Kind
    actor: bool
    gloss: str
    examples: tuple[str, ...]
    ftm: str | None
    stix: StixName
    acled: str | None = None


class Predicate(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that can be claimed.

    needs: at least one of these roles must be filled, unless the claim is negative.
    """

    name: str
    label: str
    group: Duration
    gloss: str
    roles: tuple[RoleSpec, ...]
    needs: tuple[str, ...]
    symmetric: bool
    habitual: bool
    example: Example
    plover: PloverName | None
    acled: str | None
    ftm: FtmName
    stix: StixName

    def role(self, name: str) -> RoleSpec | None:
        """The role of that name, or None where the predicate has none."""
        return next((r for r in self.roles if r.name == name), None)

    def takes(self, role: str, kind: Kind) -> bool:
        """Whether something of that kind may fill that role."""
        spec = self.role(role)
        return spec is not None and kind in spec.kinds


class Ontology(msgspec.Struct, frozen=True, kw_only=True):
    """All predicates and actor kinds, in the order of their files. acled: pairs of event type and sub-event type."""

    predicates: tuple[Predicate, ...]
    actors: tuple[Actor, ...]
    methods: tuple[Method, ...]
    acled: tuple[tuple[str, str], ...]

    def predicate(self, name: str) -> Predicate:
        """The predicate of that name. Raises OntologyError where there is none."""
        for predicate in self.predicates:
            if predicate.name == name:
                return predicate
        known = ", ".join(p.name for p in self.predicates)
        raise OntologyError(f"there is no predicate {name!r}; predicates are: {known}")

    @property
    def names(self) -> frozenset[str]:
        """Names of all predicates."""
        return frozenset(p.name for p in self.predicates)

    def acled_event(self, sub_event: str) -> str:
        """The ACLED event type that a sub-event type belongs to. Raises OntologyError where there is none."""
        for event, sub in self.acled:
            if sub == sub_event:
                return event
        raise OntologyError(f"ACLED has no sub-event type {sub_event!r} in vocabularies.yaml")
