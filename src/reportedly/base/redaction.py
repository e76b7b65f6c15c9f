"""Redaction: the names that people decided to hide, masked in whatever leaves the base.

A redaction knows the spellings of a name when it was decided. In each document it hides every chain that is written in
one of them, with all that document's spellings of the chain, and those words wherever else they stand. A single word
("Kaabi") hides a chain only where the document has no fuller name for it, so that namesakes stay. Positions are moved
along: of a redacted document too, `text[start:end]` is the quote.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache
from typing import Any, Final, TypeVar

import msgspec
from sqlalchemy import ColumnElement, Connection, exists, select

from reportedly.base import schema
from reportedly.base.store import REDACTED
from reportedly.records.decision import Decision, Verdict, in_force
from reportedly.records.document import Document
from reportedly.records.mention import Analysis
from reportedly.records.when import When
from reportedly.text.fold import key
from reportedly.text.masking import Names, replaced

_Member = TypeVar("_Member", int, str)

#: Fields whose words are ours, never the report's.
_OURS: Final = frozenset(
    {"id", "document_id", "page_sha256", "predicate", "kind", "modality", "polarity", "medium", "extractor", "rule",
     "timex", "value", "earliest", "latest", "extent", "relation", "anchor", "anchor_date", "precision", "language",
     "publication", "published", "certainty", "engine", "read_at", "stage", "component", "reason"}
)  # fmt: skip
_CONTEXT: Final = 32  # characters of prefix and suffix, as in `Evidence`
_REMEMBERED: Final = 64  # documents; claims come document by document


def redactions(log: Iterable[Decision]) -> tuple[Decision, ...]:
    """The redactions in force."""
    return tuple(d for d in in_force(tuple(log)) if d.verdict == Verdict.REDACTION)


class Cuts:
    """Where a text was masked, and where every other position went."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]
        self._shifts = [0]
        for start, end in spans:
            self._shifts.append(self._shifts[-1] + len(REDACTED) - (end - start))

    def start(self, position: int) -> int:
        """Where a range that began here begins now: before a mask that it began in."""
        before = bisect_right(self._ends, position)
        inside = before < len(self._starts) and self._starts[before] < position
        return (self._starts[before] if inside else position) + self._shifts[before]

    def end(self, position: int) -> int:
        """Where a range that ended here ends now: after a mask that it ended in."""
        before = bisect_left(self._starts, position)
        return max(position, self._ends[before - 1] if before else 0) + self._shifts[before]


class Redactor:
    """Masks hidden names. hidden: numbers of hidden chains by document; written: how each document writes them."""

    def __init__(
        self,
        names: Collection[str],
        hidden: Mapping[str, frozenset[int]],
        written: Mapping[str, frozenset[str]],
        text_of: Callable[[str], str],
    ) -> None:
        self.keys = frozenset(map(key, names))  #: folded names that were redacted
        self._everywhere = frozenset(name for name in self.keys if " " in name)
        self._hidden = hidden
        self._written = written
        self._text_of = text_of
        self._names_anywhere = Names(self._everywhere)
        self._text_and_cuts = lru_cache(_REMEMBERED)(self._cut)
        self._names = lru_cache(_REMEMBERED)(self._names_of)

    def hides(self, document_id: str, chain: int | None) -> bool:
        """Whether a chain is hidden."""
        return chain in self._hidden.get(document_id, frozenset())

    def words(self, document_id: str | None, words: str) -> str:
        """Any words of a document, or of none, with the names masked."""
        return replaced(words, self._names(document_id).spans(words), REDACTED)

    def spans(self, document_id: str, words: str) -> list[tuple[int, int]]:
        """Where hidden names stand in some words of a document."""
        return self._names(document_id).spans(words)

    def record(self, document_id: str | None, record: Any) -> Any:
        """A record as plain Python, masked: its words, the positions in them, and the evidence."""
        text, cuts = self._text_and_cuts(document_id) if document_id else ("", None)
        return self._masked(document_id, record, text, cuts)

    def document(self, document: Document) -> Document:
        """A document, masked."""
        text, cuts = self._text_and_cuts(document.id)
        if cuts is not None:
            blocks = [
                msgspec.structs.replace(b, start=cuts.start(b.start), end=cuts.end(b.end)) for b in document.blocks
            ]
            document = msgspec.structs.replace(document, text=text, blocks=tuple(blocks))
        rest = msgspec.to_builtins(msgspec.structs.replace(document, text="", blocks=()))
        masked = msgspec.convert(self._masked(document.id, rest, "", None), Document)
        blocks = [
            b if b.author is None else msgspec.structs.replace(b, author=self.words(document.id, b.author))
            for b in document.blocks
        ]
        return msgspec.structs.replace(masked, text=document.text, blocks=tuple(blocks))

    def analysis(self, document_id: str, found: Analysis) -> Analysis:
        """What the mentions stage found, masked: hidden chains are named no more, and no mention shows their words."""
        chains = tuple(
            msgspec.structs.replace(chain, name=REDACTED, named=False)
            if self.hides(document_id, number)
            else msgspec.structs.replace(chain, name=self.words(document_id, chain.name))
            for number, chain in enumerate(found.chains)
        )
        inside = {i for number, c in enumerate(found.chains) if self.hides(document_id, number) for i in c.mentions}
        mentions = tuple(
            msgspec.structs.replace(m, text=REDACTED if i in inside else self.words(document_id, m.text))
            for i, m in enumerate(found.mentions)
        )
        times = tuple(
            msgspec.convert(self._masked(document_id, msgspec.to_builtins(t), "", None), When) for t in found.times
        )
        return msgspec.structs.replace(found, chains=chains, mentions=mentions, times=times)

    def _names_of(self, document_id: str | None) -> Names:
        written = self._written.get(document_id or "", frozenset())
        return Names(self._everywhere | written) if written else self._names_anywhere

    def _cut(self, document_id: str) -> tuple[str, Cuts | None]:
        text = self._text_of(document_id)
        spans = self._names(document_id).spans(text)
        return (replaced(text, spans, REDACTED), Cuts(spans)) if spans else (text, None)

    def _masked(self, document_id: str | None, node: Any, text: str, cuts: Cuts | None) -> Any:
        if isinstance(node, str):
            return self.words(document_id, node)
        if isinstance(node, list | tuple):
            return [self._masked(document_id, child, text, cuts) for child in node]
        if not isinstance(node, dict):
            return node
        found = {k: v if k in _OURS else self._masked(document_id, v, text, cuts) for k, v in node.items()}
        if cuts is not None and isinstance(node.get("start"), int) and isinstance(node.get("end"), int):
            found["start"], found["end"] = cuts.start(node["start"]), cuts.end(node["end"])
            if "quote" in node:
                found |= _quoted(text, found["start"], found["end"])
        if document_id and self.hides(document_id, node.get("chain")):
            found |= {"name": REDACTED, "canonical": REDACTED}
        return found


def _quoted(text: str, start: int, end: int) -> dict[str, str]:
    """Quote and context anew: half a name may stand where the context was cut off."""
    return {
        "quote": text[start:end],
        "prefix": text[max(0, start - _CONTEXT) : start],
        "suffix": text[end : end + _CONTEXT],
    }


def redactor(connection: Connection, log: Iterable[Decision]) -> Redactor | None:
    """What masks the names that the log hides, None when it hides none. It reads texts through the connection."""
    names = [name for decision in redactions(log) for name in decision.about]
    if not names:
        return None
    hidden, written = _hidden(connection, frozenset(map(key, names)))
    table = schema.DOCUMENTS

    def text_of(document_id: str) -> str:
        return str(connection.execute(select(table.c.text).where(table.c.id == document_id)).scalar() or "")

    return Redactor(names, hidden, written, text_of)


def is_hidden(document_id: ColumnElement[str], chain: ColumnElement[int], keys: frozenset[str]) -> ColumnElement[bool]:
    """The condition that a chain of a document is written as one of the redacted names."""
    asked, chains = schema.SPELLINGS.alias("hidden_spellings"), schema.CHAINS.alias("hidden_chains")
    return exists().where(
        asked.c.document_id == document_id,
        asked.c.chain == chain,
        asked.c.key.in_(keys),
        chains.c.document_id == document_id,
        chains.c.number == chain,
        _fits(asked.c.key, chains.c.key),
    )


def _fits(written: ColumnElement[str], full: ColumnElement[str]) -> ColumnElement[bool]:
    # of a single word ("Kaabi") only what has no fuller name
    return written.contains(" ") | (written == full)


def _hidden(
    connection: Connection, keys: frozenset[str]
) -> tuple[dict[str, frozenset[int]], dict[str, frozenset[str]]]:
    """By document: numbers of the hidden chains, and all their spellings."""
    asked, spelling, chains = schema.SPELLINGS.alias("asked"), schema.SPELLINGS, schema.CHAINS
    same = (spelling.c.document_id == asked.c.document_id) & (spelling.c.chain == asked.c.chain)
    of = (chains.c.document_id == asked.c.document_id) & (chains.c.number == asked.c.chain)
    query = (
        select(asked.c.document_id, asked.c.chain, spelling.c.text)
        .join(spelling, same)
        .join(chains, of)
        .where(asked.c.key.in_(keys), _fits(asked.c.key, chains.c.key))
    )
    hidden: dict[str, set[int]] = {}
    written: dict[str, set[str]] = {}
    for row in connection.execute(query):
        hidden.setdefault(row.document_id, set()).add(row.chain)
        written.setdefault(row.document_id, set()).add(row.text)
    return _frozen(hidden), _frozen(written)


def _frozen(sets: Mapping[str, set[_Member]]) -> dict[str, frozenset[_Member]]:
    return {name: frozenset(members) for name, members in sets.items()}
