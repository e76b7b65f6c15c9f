"""Look-ups that questions share: decisions, documents by any of their names, names by any of their spellings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec
from sqlalchemy import ColumnElement, Connection, select

from reportedly.base import schema
from reportedly.base.redaction import Redactor
from reportedly.base.store import Name, Spelling
from reportedly.records.decision import Decision
from reportedly.records.mention import Kind

_PLACES = (str(Kind.PLACE), str(Kind.FACILITY), str(Kind.STATE))
_SHORTEST_PREFIX = 4


def decisions(connection: Connection) -> tuple[Decision, ...]:
    """The log, oldest first."""
    rows = connection.execute(select(schema.DECISIONS).order_by(schema.DECISIONS.c.id)).mappings()
    return tuple(msgspec.convert({str(n): value for n, value in row.items()}, Decision) for row in rows)


def document_ids(connection: Connection, words: str) -> list[str]:
    """Documents with this id, else this location or address, else whose id begins so, else whose file is called so."""
    table = schema.DOCUMENTS
    attempts: list[ColumnElement[bool]] = [table.c.id == words, (table.c.location == words) | (table.c.url == words)]
    if len(words.removeprefix("doc-")) >= _SHORTEST_PREFIX:
        attempts.append(
            table.c.id.startswith(words, autoescape=True) | table.c.id.startswith(f"doc-{words}", autoescape=True)
        )
    if words:
        attempts.append(table.c.location.endswith(f"/{words}", autoescape=True))
    for condition in attempts:
        found = list(connection.execute(select(table.c.id).where(condition).order_by(table.c.id)).scalars())
        if found:
            return found
    return []


def full_keys(connection: Connection, spelling_key: str) -> set[str]:
    """Folded full names of the chains that some document writes so."""
    spellings, chains = schema.SPELLINGS, schema.CHAINS
    of = (chains.c.document_id == spellings.c.document_id) & (chains.c.number == spellings.c.chain)
    query = select(chains.c.key).distinct().join(spellings, of).where(spellings.c.key == spelling_key)
    return set(connection.execute(query).scalars())


def names(connection: Connection, spelling_key: str, masks: Redactor | None) -> tuple[Name, ...]:
    """Names that some document writes so, most mentions first."""
    keys = full_keys(connection, spelling_key)
    found = [name for name in (_name(connection, k, masks) for k in sorted(keys)) if name is not None]
    return tuple(sorted(found, key=lambda name: (-name.mentions, name.key)))


def _name(connection: Connection, full_key: str, masks: Redactor | None) -> Name | None:
    spellings, chains = schema.SPELLINGS, schema.CHAINS
    of = (chains.c.document_id == spellings.c.document_id) & (chains.c.number == spellings.c.chain)
    query = (
        select(spellings, chains.c.name, chains.c.kind)
        .join(chains, of)
        .where(chains.c.key == full_key)
        .order_by(spellings.c.document_id, spellings.c.chain, spellings.c.mentions.desc(), spellings.c.text)
    )
    full: Counter[str] = Counter()
    kinds: Counter[Kind] = Counter()
    written = []
    for row in connection.execute(query):
        if masks is not None and masks.hides(row.document_id, row.chain):
            continue
        full[row.name] += row.mentions
        kinds[Kind(row.kind)] += row.mentions
        if row.mentions:
            written.append(Spelling(text=row.text, document_id=row.document_id, mentions=row.mentions))
    if not full:
        return None
    commonest = min(full, key=lambda name: (-full[name], name))
    ordered = tuple(sorted(kinds, key=lambda kind: (-kinds[kind], kind)))
    return Name(key=full_key, name=commonest, kinds=ordered, spellings=tuple(written))


def names_with(connection: Connection, words: Iterable[str], limit: int, masks: Redactor | None) -> tuple[str, ...]:
    """Full names that hold all of these folded words, or words that begin so; commonest first."""
    chains = schema.CHAINS
    query = select(chains.c.document_id, chains.c.number, chains.c.name, chains.c.key, chains.c.mentions)
    query = query.where(chains.c.named)
    for word in words:
        query = query.where((" " + chains.c.key).contains(f" {word}", autoescape=True))
    counts: Counter[str] = Counter()
    spoken: dict[str, Counter[str]] = {}
    for row in connection.execute(query):
        if masks is None or not masks.hides(row.document_id, row.number):
            counts[row.key] += row.mentions
            spoken.setdefault(row.key, Counter())[row.name] += row.mentions
    best = sorted(counts, key=lambda k: (-counts[k], k))[:limit]
    return tuple(spoken[k].most_common(1)[0][0] for k in best)


def place_keys(connection: Connection, place_key: str, masks: Redactor | None) -> frozenset[str]:
    """Folded names of places that hold these folded words one after another; none of a redacted name."""
    parties = schema.PARTIES
    is_place = (parties.c.slot == "place") | parties.c.kind.in_(_PLACES)
    found: set[str] = set()
    for column in (parties.c.canonical_key, parties.c.key):
        holds = (" " + column + " ").contains(f" {place_key} ", autoescape=True)
        found |= set(connection.execute(select(column).distinct().where(is_place, holds)).scalars())
    return frozenset(found - (masks.keys if masks else frozenset()))
