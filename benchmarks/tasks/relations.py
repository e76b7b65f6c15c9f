"""Relations of re3d, KnowledgeNet and Re-DocRED, from claims by the table relation_types.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

import msgspec
from reportedly.claims.finish import extract_claims

from benchmarks.inputs import document_of
from benchmarks.lines import Line
from reportedly.mentions.analyse import analyse
from reportedly.records.claim import Claim, Party, Polarity
from reportedly.records.mention import Analysis
from reportedly.resources.engine import load_engine

Span = tuple[int, int]
RoleName = Literal["subject", "object", "place", "time"]
_TABLE = Path(__file__).resolve().parents[1] / "relation_types.toml"


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One row of the table: which claims stand for a relation type, and which roles are its two ends."""

    type: str
    predicates: frozenset[str]
    source: RoleName
    target: RoleName
    source_kinds: frozenset[str] = frozenset()
    target_kinds: frozenset[str] = frozenset()
    role_words: tuple[str, ...] = ()


class Filled(msgspec.Struct, frozen=True):
    """What fills one end. others: further mentions of the same referent. kind: empty for a time."""

    span: Span
    kind: str
    others: tuple[Span, ...] = ()


def predict(lines: Iterable[Line]) -> Iterator[Line]:
    """One prediction {id, relations} for each input line {id, text} with `mentions`, `entities` or neither."""
    table = load_table()
    engine = load_engine()
    for line in lines:
        document = document_of(line)
        analysis = analyse(document, engine)
        claims, _ = extract_claims(document, analysis)
        found = relations(claims, analysis, table[scheme_of(line)], given_spans(line), line["text"])
        yield {"id": line["id"], "relations": found}


def load_table(path: Path = _TABLE) -> dict[str, tuple[Row, ...]]:
    """Rows by scheme: re3d, knowledgenet, redocred."""
    return msgspec.convert(msgspec.toml.decode(path.read_bytes()), dict[str, tuple[Row, ...]])


def scheme_of(line: Line) -> str:
    """Whose relation types are asked for: the line's `scheme` if it names one, else told by the form of its id."""
    if "scheme" in line:
        return str(line["scheme"])
    named = {"knet": "knowledgenet", "redocred": "redocred"}
    return named.get(str(line["id"]).partition("-")[0], "re3d")


def given_spans(line: Line) -> frozenset[Span] | None:
    """The mentions that relations must stand between; None where none are given."""
    if "mentions" in line:
        return frozenset((m["start"], m["end"]) for m in line["mentions"])
    if "entities" in line:
        return frozenset((m["start"], m["end"]) for entity in line["entities"] for m in entity["mentions"])
    return None


def relations(
    claims: Iterable[Claim], analysis: Analysis, rows: tuple[Row, ...], given: frozenset[Span] | None, text: str
) -> list[Line]:
    """Relations that claims stand for, each once, in order of the text; ends are snapped to the given mentions."""
    found: set[tuple[Span, Span, str]] = set()
    for claim in claims:
        for row in rows:
            if not _matches(row, claim):
                continue
            for source in _fillings(claim, row.source, analysis):
                for target in _fillings(claim, row.target, analysis):
                    if _kinds_fit(row, source, target):
                        ends = snap(source, given, text), snap(target, given, text)
                        if ends[0] and ends[1] and ends[0] != ends[1]:
                            found.add((ends[0], ends[1], row.type))
    return [{"source": _ends(source), "target": _ends(target), "type": kind} for source, target, kind in sorted(found)]


def _matches(row: Row, claim: Claim) -> bool:
    if claim.predicate not in row.predicates or claim.polarity == Polarity.NEGATIVE:
        return False
    role = (claim.role or "").casefold()
    return not row.role_words or any(re.search(rf"\b{re.escape(word)}\b", role) for word in row.role_words)


def _kinds_fit(row: Row, source: Filled, target: Filled) -> bool:
    source_fits = not row.source_kinds or source.kind in row.source_kinds
    return source_fits and (not row.target_kinds or target.kind in row.target_kinds)


def _fillings(claim: Claim, role: RoleName, analysis: Analysis) -> list[Filled]:
    if role == "subject":
        return [_party(party, analysis) for party in (claim.subject, *claim.subjects) if party is not None]
    if role == "object":
        return [] if claim.object is None else [_party(claim.object, analysis)]
    if role == "place":
        if claim.place is None:
            return []
        others = _chain_spans(claim.place.mention, analysis)
        return [Filled((claim.place.start, claim.place.end), claim.place.kind, others)]
    return [] if claim.time is None else [Filled((claim.time.start, claim.time.end), "")]


def _party(party: Party, analysis: Analysis) -> Filled:
    return Filled((party.start, party.end), party.kind, _chain_spans(party.mention, analysis))


def _chain_spans(mention: int | None, analysis: Analysis) -> tuple[Span, ...]:
    for chain in analysis.chains:
        if mention is not None and mention in chain.mentions:
            return tuple((analysis.mentions[i].start, analysis.mentions[i].end) for i in chain.mentions if i != mention)
    return ()


def snap(filled: Filled, given: frozenset[Span] | None, text: str) -> Span | None:
    """The given mention that a filler means: the same span, one with the same head, or such of another of its mentions.

    Without given mentions it is the filler's own span. None where nothing fits.
    """
    if given is None:
        return filled.span
    for span in (filled.span, *sorted(filled.others, key=lambda other: abs(other[0] - filled.span[0]))):
        if span in given:
            return span
        touching = [other for other in given if same_head(text, span, other)]
        if touching:
            return min(touching, key=lambda other: (abs(other[0] - span[0]) + abs(other[1] - span[1]), other))
    return None


def same_head(text: str, one: Span, other: Span) -> bool:
    """Whether two spans overlap and the last word of the shorter stands in both."""
    if min(one[1], other[1]) <= max(one[0], other[0]):
        return False
    shorter, longer = sorted((one, other), key=lambda span: span[1] - span[0])
    words = [(shorter[0] + w.start(), shorter[0] + w.end()) for w in re.finditer(r"\w+", text[shorter[0] : shorter[1]])]
    head = words[-1] if words else shorter
    return longer[0] <= head[0] and head[1] <= longer[1]


def _ends(span: Span) -> Line:
    return {"start": span[0], "end": span[1]}
