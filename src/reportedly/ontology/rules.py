"""What the ontology files must obey, checked once at load; each broken rule names the entry and says what is wrong."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from reportedly.errors import OntologyError
from reportedly.ontology.entries import Actor, FtmName, Ontology, Predicate, StixName
from reportedly.records.claim import Claim, Medium, Modality
from reportedly.records.mention import Kind

#: Roles that are filled by someone or something of a kind; all others hold words, a time or a count.
PARTY_ROLES = frozenset({"subject", "object", "place"})
#: Roles that an example may give: words of the text, or (method, medium) a name from a closed list.
_LISTED = frozenset({"method"})


def check_rules(ontology: Ontology, known: dict[str, Any]) -> None:
    """Raises OntologyError for the first rule that is broken. known: the parsed vocabularies.yaml."""
    for problem in _problems(ontology, known):
        raise OntologyError(problem)


def _problems(ontology: Ontology, known: dict[str, Any]) -> Iterator[str]:
    yield from _twice("predicate", (p.name for p in ontology.predicates))
    yield from _twice("label", (p.label for p in ontology.predicates))
    yield from _twice("method", (m.name for m in ontology.methods))
    yield from _twice("actor kind", (a.kind.value for a in ontology.actors))
    for kind in Kind:
        if all(a.kind != kind for a in ontology.actors):
            yield f"actors.yaml: the kind {kind.value!r} of the records has no entry"
    for actor in ontology.actors:
        yield from (f"actor kind {actor.kind.value!r}: {p}" for p in _actor(actor, known))
    for method in ontology.methods:
        yield from (f"method {method.name!r}: {p}" for p in _acled(method.acled, ontology))
        if method.plover is not None and method.plover not in known["plover"]["modes"]["ASSAULT"]:
            yield f"method {method.name!r}: {method.plover!r} is no mode of PLOVER's ASSAULT in vocabularies.yaml"
    methods = frozenset(m.name for m in ontology.methods)
    for predicate in ontology.predicates:
        for check in (_roles(predicate), _example(predicate, methods), _names(predicate, ontology, known)):
            yield from (f"predicate {predicate.name!r}: {p}" for p in check)


def _twice(what: str, names: Iterable[str]) -> Iterator[str]:
    yield from (f"the {what} {name!r} is defined {n} times" for name, n in Counter(names).items() if n > 1)


def _roles(predicate: Predicate) -> Iterator[str]:
    if not re.fullmatch(r"[a-z]+(_[a-z]+)*", predicate.name):
        yield "a name is lower-case words joined by underscores"
    if not predicate.gloss.endswith("."):
        yield "the gloss must be a sentence that ends with a full stop"
    for role in predicate.roles:
        if role.name not in Claim.__struct_fields__:
            yield f"role {role.name!r} is no field of a claim"
        if (role.name in PARTY_ROLES) != bool(role.kinds):
            needed = "must list the kinds it takes" if role.name in PARTY_ROLES else "holds words and takes no kinds"
            yield f"role {role.name!r} {needed}"
    if predicate.role("subject") is None:
        yield "the role 'subject' is missing"
    if predicate.role("time") is None:
        yield "the role 'time' is missing: every claim can be dated"
    for name in predicate.needs:
        if predicate.role(name) is None:
            yield f"needs the role {name!r}, which it does not have"
    if not predicate.needs and not any(r.required for r in predicate.roles):
        yield "no role is required and none is needed: a claim with no one in it says nothing"
    yield from _symmetry(predicate)


def _symmetry(predicate: Predicate) -> Iterator[str]:
    subject, object_ = predicate.role("subject"), predicate.role("object")
    if not predicate.symmetric:
        return
    if object_ is None:
        yield "symmetric, but it has no object"
    elif subject is not None and subject.kinds != object_.kinds:
        odd = ", ".join(sorted(subject.kinds ^ object_.kinds))
        yield f"symmetric, but subject and object take different kinds: {odd}"


def _example(predicate: Predicate, methods: frozenset[str]) -> Iterator[str]:
    example = predicate.example
    filled = {f.role for f in example.fillings} | ({"medium"} if example.medium else set())
    for role in predicate.roles:
        if role.required and role.name not in filled:
            yield f"the example leaves the required role {role.name!r} empty"
    if predicate.needs and not filled & set(predicate.needs):
        yield f"the example fills none of the needed roles {', '.join(predicate.needs)}"
    for filling in example.fillings:
        spec = predicate.role(filling.role)
        if spec is None:
            yield f"the example fills {filling.role!r}, which is no role of it"
        elif spec.kinds and filling.kind not in spec.kinds:
            yield f"the example fills {filling.role!r} with a {filling.kind}, which that role does not take"
        if filling.role not in _LISTED:
            yield from (f"the words {w!r} do not stand in the example" for w in filling.words if w not in example.text)
        else:
            yield from (f"{w!r} is not in the list of methods" for w in filling.words if w not in methods)
    yield from (f"the words {w!r} do not stand in the example" for w in example.attributed_to if w not in example.text)
    if example.modality not in set(Modality):
        yield f"the example has the unknown modality {example.modality!r}"
    if example.medium is not None and example.medium not in set(Medium):
        yield f"the example has the unknown medium {example.medium!r}"


def _names(predicate: Predicate, ontology: Ontology, known: dict[str, Any]) -> Iterator[str]:
    plover = predicate.plover
    if plover is not None:
        if plover.type not in known["plover"]["types"]:
            yield f"{plover.type!r} is no PLOVER type in vocabularies.yaml"
        elif plover.mode is not None and plover.mode not in known["plover"]["modes"].get(plover.type, ()):
            yield f"{plover.mode!r} is no mode of PLOVER's {plover.type} in vocabularies.yaml"
    if predicate.acled is not None:
        yield from _acled(predicate.acled, ontology)
    yield from _ftm(predicate.ftm, predicate, known["followthemoney"])
    yield from _stix(predicate.stix, known["stix"])
    if predicate.stix.object == "relationship" and predicate.stix.type is None:
        yield "a STIX relationship needs its type"


def _acled(sub_event: str, ontology: Ontology) -> Iterator[str]:
    if all(sub != sub_event for _, sub in ontology.acled):
        yield f"{sub_event!r} is no ACLED sub-event type in vocabularies.yaml"


def _ftm(name: FtmName, predicate: Predicate, schemata: dict[str, list[str]]) -> Iterator[str]:
    if name.schema not in schemata:
        yield f"{name.schema!r} is no FollowTheMoney schema in vocabularies.yaml"
        return
    for role, property_name in name.properties:
        if predicate.role(role) is None:
            yield f"FollowTheMoney: {role!r} is no role of it"
        if property_name not in schemata[name.schema]:
            yield f"FollowTheMoney's {name.schema} has no property {property_name!r} in vocabularies.yaml"
    if name.entity is not None and predicate.role(name.entity) is None:
        yield f"FollowTheMoney: {name.entity!r} is no role of it"


def _stix(name: StixName, known: dict[str, list[str]]) -> Iterator[str]:
    if name.object not in known["objects"]:
        yield f"{name.object!r} is no STIX object in vocabularies.yaml"
    if name.type is not None and not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name.type):
        yield f"the STIX relationship type {name.type!r} must be lower-case words joined by hyphens"


def _actor(actor: Actor, known: dict[str, Any]) -> Iterator[str]:
    if actor.ftm is not None and actor.ftm not in known["followthemoney"]:
        yield f"{actor.ftm!r} is no FollowTheMoney schema in vocabularies.yaml"
    yield from _stix(actor.stix, known["stix"])
    if not actor.gloss.endswith("."):
        yield "the gloss must be a sentence that ends with a full stop"
