"""The ontology: what can be claimed, who can take part in it, and what other people's schemes call it.

Invariant: an `Ontology` that was loaded obeys all its own rules (`rules.py`), so nothing downstream checks them again.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
import yaml

from reportedly.errors import OntologyError
from reportedly.ontology.entries import (
    Actor,
    Duration,
    Example,
    Filling,
    FtmName,
    Method,
    Ontology,
    PloverName,
    Predicate,
    RoleSpec,
    StixName,
)
from reportedly.ontology.rules import check_rules
from reportedly.records.mention import Kind

__all__ = ["Ontology", "load_ontology", "parse_ontology"]

_FILES = ("predicates.yaml", "actors.yaml", "vocabularies.yaml")


@cache
def load_ontology() -> Ontology:
    """The ontology shipped with the package. Raises OntologyError, naming the entry, when a file breaks a rule."""
    predicates, actors, vocabularies = (
        (files("reportedly.ontology") / name).read_text(encoding="utf-8") for name in _FILES
    )
    return parse_ontology(predicates, actors, vocabularies)


def parse_ontology(predicates: str, actors: str, vocabularies: str) -> Ontology:
    """An ontology from the texts of its three YAML files. Raises OntologyError as `load_ontology` does."""
    raw = _parse("predicates.yaml", predicates)
    known = _parse("vocabularies.yaml", vocabularies)
    try:
        defined = frozenset(known["stix"]["relationship_types"])
        ontology = Ontology(
            predicates=tuple(_predicate(entry, defined) for entry in raw["predicates"]),
            actors=tuple(_actor(entry) for entry in _parse("actors.yaml", actors)),
            methods=msgspec.convert(raw["methods"], tuple[Method, ...]),
            acled=tuple((event, sub) for event, subs in known["acled"].items() for sub in subs),
        )
    except (KeyError, TypeError, AttributeError, msgspec.ValidationError) as error:
        missing = f"the key {error} is missing" if isinstance(error, KeyError) else str(error)
        raise OntologyError(f"the ontology files are not of the expected form: {missing}") from error
    check_rules(ontology, known)
    return ontology


def _parse(name: str, text: str) -> Any:
    try:
        # the C loader is the safe loader too, and ten times as fast; not every build of PyYAML has it
        return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise OntologyError(f"{name} is not valid YAML: {' '.join(str(error).split())}") from error


def _predicate(entry: dict[str, Any], defined: frozenset[str]) -> Predicate:
    try:
        roles = tuple(_role(name, spec) for name, spec in entry["roles"].items())
        example = entry["example"]
        return Predicate(
            name=entry["name"],
            label=entry["label"],
            group=Duration(entry["group"]),
            gloss=entry["gloss"],
            roles=roles,
            needs=tuple(entry.get("needs", ())),
            symmetric=_flag(entry, "symmetric"),
            habitual=_flag(entry, "habitual"),
            example=_example(example["text"], dict(example["claim"])),
            plover=None if entry["plover"] is None else msgspec.convert(entry["plover"], PloverName),
            acled=entry["acled"],
            ftm=_ftm(entry["ftm"]),
            stix=_stix(entry["stix"], defined),
        )
    except KeyError as error:
        raise OntologyError(f"predicate {entry.get('name', '?')!r}: the key {error} is missing") from error
    except (TypeError, AttributeError, ValueError) as error:
        raise OntologyError(f"predicate {entry.get('name', '?')!r}: {error}") from error


def _flag(entry: dict[str, Any], key: str) -> bool:
    value = entry[key]
    if not isinstance(value, bool):
        raise ValueError(f"{key} must be true or false, not {value!r}")
    return value


def _role(name: str, spec: dict[str, Any]) -> RoleSpec:
    unknown = set(spec) - {"kinds", "required"}
    if unknown:
        raise ValueError(f"role {name!r} has unknown keys: {', '.join(sorted(unknown))}")
    kinds = frozenset(Kind(kind) for kind in spec.get("kinds", ()))
    return RoleSpec(name=name, kinds=kinds, required=spec.get("required", False))


def _example(text: str, claim: dict[str, Any]) -> Example:
    modality, credited, medium = claim.pop("modality"), claim.pop("attributed_to", ()), claim.pop("medium", None)
    return Example(
        text=text,
        fillings=tuple(_filling(role, value) for role, value in claim.items()),
        modality=modality,
        attributed_to=tuple(credited),
        medium=medium,
    )


def _filling(role: str, value: Any) -> Filling:
    if isinstance(value, list):
        return Filling(role=role, words=(value[0],), kind=Kind(value[1]))
    return Filling(role=role, words=tuple(value.values()) if isinstance(value, dict) else (value,))


def _ftm(entry: dict[str, str]) -> FtmName:
    pairs = tuple((role, name) for role, name in entry.items() if role not in {"schema", "entity"})
    return FtmName(schema=entry["schema"], properties=pairs, entity=entry.get("entity"))


def _stix(entry: dict[str, str], defined: frozenset[str]) -> StixName:
    return StixName(
        object=entry["object"],
        type=entry.get("type"),
        defined=entry.get("type") in defined,
        identity_class=entry.get("identity_class"),
    )


def _actor(entry: dict[str, Any]) -> Actor:
    return Actor(
        kind=msgspec.convert(entry["name"], Kind),
        actor=entry["actor"],
        gloss=entry["gloss"],
        examples=tuple(entry["examples"]),
        ftm=entry["ftm"],
        stix=_stix(entry["stix"], frozenset()),
        acled=entry["acled"],
    )
