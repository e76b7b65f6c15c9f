"""Relations of re3d, KnowledgeNet and Re-DocRED, from claims by the table relation_types.toml and a learnt score."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import msgspec
from numpy.typing import NDArray

from benchmarks.inputs import document_of
from benchmarks.lines import Line
from benchmarks.pairs import End, Placed, Scorer, features, load_scorers, pairs, placed
from benchmarks.perceptron import load_perceptron, seen, spots_of, states_of
from benchmarks.tasks.mentions import coarse_mentions
from reportedly.claims.finish import extract_claims
from reportedly.mentions.analyse import analyse
from reportedly.records.claim import Claim, Party, Polarity
from reportedly.records.document import Document
from reportedly.records.mention import Analysis
from reportedly.resources.engine import Engine, load_engine

Span = tuple[int, int]
Pair = tuple[Span, Span]
RoleName = Literal["subject", "object", "place", "time"]
_TABLE = Path(__file__).resolve().parents[1] / "relation_types.toml"

#: Types that hold both ways.
UNORDERED = frozenset(
    {"CoLocated", "Apart", "FightingAgainst", "AlliesOf", "CommWith", "IsSynonymOf", "spouse", "sibling"}
)

#: Roles of one claim that a relation may join.
_JOINED: tuple[tuple[RoleName, RoleName], ...] = (
    ("subject", "object"),
    ("subject", "place"),
    ("object", "place"),
    ("subject", "time"),
    ("object", "time"),
)


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
        document, scheme = document_of(line), scheme_of(line)
        analysis = analyse(document, engine)
        claims, _ = extract_claims(document, analysis)
        ends = ends_of(line, analysis, document, engine, scheme)
        told = relations(claims, analysis, table[scheme], given_spans(line), line["text"])
        scorers = load_scorers(scheme)
        asked = set(line.get("annotated") or scorers) & set(scorers)
        found = [r for r in told if r["type"] not in scorers]
        if asked:
            said = told_between(claims, analysis, table[scheme], ends, line["text"])
            chosen = {t: scorers[t] for t in sorted(asked)}
            options = options_of(ends, analysis, said, across="entities" in line)
            states = states_of(analysis.sentences, line["text"], engine)
            spots = (spots_of(a, b, analysis.sentences, states.begins) for a, b, _ in options)
            deep = load_perceptron().chances(scheme, [seen(s, states.rows) for s in spots], [f for *_, f in options])
            found += ranked(options, chosen, deep, line["text"])
        yield {"id": line["id"], "relations": found}


def options_of(
    ends: list[End], analysis: Analysis, said: Mapping[Pair, frozenset[str]], *, across: bool
) -> list[tuple[Placed, Placed, list[str]]]:
    """Pairs with their features. said: of `told_between`. across: pairs of things (with their nearest mentions) in
    place of pairs of mentions of one sentence.
    """
    found = []
    for a, b in pairs(placed(ends, analysis.sentences), across=across):
        told = said.get((a.end[:2], b.end[:2]), frozenset())
        found.append((a, b, features(a, b, analysis.sentences, told)))
    return found


def ranked(
    options: Sequence[tuple[Placed, Placed, list[str]]],
    scorers: Mapping[str, Scorer],
    deep: Mapping[str, NDArray[Any]],
    text: str,
) -> list[Line]:
    """Relations whose score reaches its threshold: the mean of the linear one and, where there is one, the layer's.

    Of relations between the same heads ("Doran", "the Doran Bank") the surest is kept.
    """
    scored: list[tuple[float, str, Span, Span]] = []
    for n, (a, b, told) in enumerate(options):
        source, target = a.end[:2], b.end[:2]
        for kind, scorer in scorers.items():
            backwards = kind in UNORDERED and source > target
            score = 0.0 if backwards else scorer.score(told)
            if score and kind in deep:
                score = (score + float(deep[kind][n])) / 2
            if score and score >= scorer.threshold:
                scored.append((-score, kind, source, target))
    kept: list[tuple[str, Span, Span]] = []
    for _, kind, source, target in sorted(scored):
        if not any(k == kind and same_head(text, s, source) and same_head(text, t, target) for k, s, t in kept):
            kept.append((kind, source, target))
    return [{"source": _ends(source), "target": _ends(target), "type": kind} for kind, source, target in kept]


def told_between(
    claims: Iterable[Claim], analysis: Analysis, rows: tuple[Row, ...], ends: Iterable[End], text: str
) -> dict[Pair, frozenset[str]]:
    """What claims put between two mentions, either way: the types of the table, and predicates with both roles."""
    spans = frozenset((e.start, e.end) for e in ends)
    found: dict[Pair, set[str]] = {}
    claims = tuple(claims)
    for r in relations(claims, analysis, rows, spans, text):
        key = ((r["source"]["start"], r["source"]["end"]), (r["target"]["start"], r["target"]["end"]))
        found.setdefault(key, set()).add(f"rule {r['type']}")
    for claim in claims:
        name = claim.predicate if claim.polarity == Polarity.POSITIVE else f"not {claim.predicate}"
        for one, other in _JOINED:
            for a in (snap(f, spans, text) for f in _fillings(claim, one, analysis)):
                for b in (snap(f, spans, text) for f in _fillings(claim, other, analysis)):
                    if a and b and a != b:
                        found.setdefault((a, b), set()).update({"claim", f"claim {name} {one}>{other}"})
                        found.setdefault((b, a), set()).update({"claim", f"claim {name} {other}>{one}"})
    return {pair: frozenset(told) for pair, told in found.items()}


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


def ends_of(line: Line, analysis: Analysis, document: Document, engine: Engine, scheme: str) -> list[End]:
    """What relations may stand between: the given mentions, else re3d's kinds of mention or the stage's own."""
    if "mentions" in line:
        found = [End(m["start"], m["end"], m.get("kind", ""), i) for i, m in enumerate(line["mentions"])]
    elif "entities" in line:
        entities = enumerate(line["entities"])
        found = [End(m["start"], m["end"], e.get("kind", ""), i) for i, e in entities for m in e["mentions"]]
    elif scheme == "re3d":
        found = [End(m["start"], m["end"], m["kind"], i) for i, m in enumerate(coarse_mentions(document, engine))]
    else:
        found = [End(m.start, m.end, m.kind.value, i) for i, m in enumerate(analysis.mentions)]
        found += [End(t.start, t.end, "Time", len(found) + i) for i, t in enumerate(analysis.times)]
    return [_known(end, analysis, line["text"]) for end in found]


def _known(end: End, analysis: Analysis, text: str) -> End:
    """A mention with the kind and chain of the stage's own mention of the same head, the widest of several."""
    near = [
        i
        for i, m in enumerate(analysis.mentions)
        if m.start < end.end and end.start < m.end and same_head(text, (m.start, m.end), (end.start, end.end))
    ]
    if not near:
        return end
    own = max(near, key=lambda i: min(analysis.mentions[i].end, end.end) - max(analysis.mentions[i].start, end.start))
    chain = next((n for n, c in enumerate(analysis.chains) if own in c.mentions), -1)
    return end._replace(fine=analysis.mentions[own].kind.value, chain=chain)


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
