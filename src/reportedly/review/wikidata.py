"""An item of Wikidata as a record: labels and aliases of all languages, what it is, births, and numbers elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from reportedly.records.listed import Broken, Listed, Listing
from reportedly.records.mention import Kind
from reportedly.resources.lexicon import words

WIKIDATA: Final = "Wikidata"
_TABLE: Final = "lists"
_ID: Final = re.compile(r"[QPL]\d+")
#: Languages whose label is shown, best first; "mul" is the label of all languages that have none.
_FIRST: Final = ("en", "mul", "fr", "es", "de")
_INSTANCE: Final = "P31"
_BORN: Final = "P569"
_DAY, _MONTH, _YEAR = 11, 10, 9
_MOST: Final = 400  # names


def is_item(row: dict[str, Any]) -> bool:
    """Whether a JSON object is an entity of Wikidata, and not one of FollowTheMoney."""
    return isinstance(row.get("labels"), dict | list) and "schema" not in row


def item(row: dict[str, Any], place: int) -> Listed | Broken:
    """An item of Wikidata. Properties, lexemes, and whatever is neither a person nor a body have no kind."""
    number = row.get("id")
    if not isinstance(number, str) or not _ID.fullmatch(number):
        return Broken(place=place, reason="no id or no properties")
    claims = row.get("claims")
    claims = claims if isinstance(claims, dict) else {}
    kind = _kind(claims)
    names = _names(row, claims)
    if kind is not None and not names:
        return Broken(place=place, reason="no name")
    return Listed(
        id=number,
        names=names,
        kind=kind,
        births=tuple(dict.fromkeys(filter(None, (_day(value) for value in _values(claims, _BORN))))),
        identifiers=(f"{WIKIDATA} {number}",),
        listings=(Listing(list=WIKIDATA),),
    )


def _kind(claims: dict[str, Any]) -> Kind | None:
    classes = {value.get("id") for value in _values(claims, _INSTANCE) if isinstance(value, dict)}
    if classes & words(_TABLE, "wikidata", "person"):
        return Kind.PERSON
    if classes & words(_TABLE, "wikidata", "body_classes") or claims.keys() & words(
        _TABLE, "wikidata", "body_properties"
    ):
        return Kind.ORGANISATION
    return None


def _names(row: dict[str, Any], claims: dict[str, Any]) -> tuple[str, ...]:
    labels, aliases = _by_language(row.get("labels")), _by_language(row.get("aliases"))
    ordered = [*(labels.get(code, ()) for code in _FIRST), *(aliases.get(code, ()) for code in _FIRST)]
    ordered += [*labels.values(), *aliases.values()]
    told = (_text(v) for p in sorted(words(_TABLE, "wikidata", "name_properties")) for v in _values(claims, p))
    found = dict.fromkeys((*(name for names in ordered for name in names), *filter(None, told)))
    return tuple(found)[:_MOST]


def _by_language(node: Any) -> dict[str, tuple[str, ...]]:
    """Language → words, of labels (one each) and aliases (several)."""
    if not isinstance(node, dict):
        return {}  # an empty one is written as a list
    return {code: tuple(_terms(terms if isinstance(terms, list) else [terms])) for code, terms in node.items()}


def _terms(terms: Iterable[Any]) -> Iterator[str]:
    for term in terms:
        text = term.get("value") if isinstance(term, dict) else term
        if isinstance(text, str) and text.strip():
            yield text


def _values(claims: dict[str, Any], name: str) -> Iterator[Any]:
    """The values of a property that are not deprecated."""
    statements = claims.get(name)
    for statement in statements if isinstance(statements, list) else ():
        if not isinstance(statement, dict) or statement.get("rank") == "deprecated":
            continue
        snak = statement.get("mainsnak")
        value = snak.get("datavalue") if isinstance(snak, dict) else None
        if isinstance(value, dict) and "value" in value:
            yield value["value"]


def _text(value: Any) -> str | None:
    text = value.get("text") if isinstance(value, dict) else value
    return text if isinstance(text, str) and text.strip() else None


def _day(value: Any) -> str | None:
    """“+1957-03-11T00:00:00Z” as far as its precision goes."""
    time, precision = (value.get("time"), value.get("precision")) if isinstance(value, dict) else (None, None)
    if not isinstance(time, str) or not isinstance(precision, int) or precision < _YEAR:
        return None
    return time.lstrip("+")[: {_DAY: 10, _MONTH: 7}.get(min(precision, _DAY), 4)]
