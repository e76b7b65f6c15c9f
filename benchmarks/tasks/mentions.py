"""Mentions in the kinds of each gold set: re3d's fourteen from the engine, MEANTIME's names from the mentions stage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from benchmarks.coarse import Coarse, mended
from benchmarks.inputs import document_of
from reportedly.mentions.analyse import analyse
from reportedly.mentions.sentences import read_sentences
from reportedly.records.document import Document
from reportedly.records.mention import Form, Kind, Mention
from reportedly.records.span import Sentence
from reportedly.resources.engine import Engine, TaggedSpan, load_engine

#: Our kinds in MEANTIME's words; what is missing is none of its names.
MEANTIME: Final = {
    Kind.PERSON: "PER",
    Kind.GROUP: "ORG",
    Kind.STATE_BODY: "ORG",
    Kind.ORGANISATION: "ORG",
    Kind.STATE: "LOC",
    Kind.PLACE: "LOC",
    Kind.FACILITY: "LOC",
    Kind.VEHICLE: "PRO",
    Kind.WEAPON: "PRO",
}

_ARMED: Final = frozenset({Kind.WEAPON, Kind.VEHICLE})
#: Our kinds in re3d's words; it has states as organisations and as places.
_RE3D: Final = {
    Kind.PERSON: "Person",
    Kind.GROUP: "Organisation",
    Kind.STATE_BODY: "Organisation",
    Kind.ORGANISATION: "Organisation",
    Kind.PLACE: "Location",
    Kind.FACILITY: "Location",
    Kind.WEAPON: "Weapon",
    Kind.VEHICLE: "Vehicle",
}
#: Nouns of craft that are civil unless another word says more; re3d calls all others MilitaryPlatform.
_CIVIL: Final = frozenset(
    {"ambulance", "boat", "bus", "car", "lorry", "motorcycle", "tanker", "taxi", "truck", "van", "vehicle"}
)
_OF_WAR: Final = frozenset({"armored", "armoured", "military", "suicide", "tactical", "technical"})
#: MEANTIME marks the title, the day and the first four sentences of its articles (Minard et al. 2016), a line each.
_MEANTIME_LINES: Final = 6
#: Relations of words before a name that MEANTIME takes into the name's span.
_BEFORE_NAME: Final = frozenset({"det", "amod", "compound", "nmod", "nummod", "poss", "case", "punct"})


def predict(lines: Iterable[dict[str, Any]], engine: Engine | None = None) -> Iterator[dict[str, Any]]:
    """One prediction {id, mentions: [{start, end, kind}, …]} for each line {id, text}.

    A line whose id begins with "meantime" is answered in that set's kinds, names only; all others in re3d's.
    """
    engine = engine or load_engine()
    for line in lines:
        document = document_of(line)
        found = _meantime if str(line["id"]).startswith("meantime") else coarse_mentions
        yield {"id": line["id"], "mentions": found(document, engine)}


def coarse_mentions(document: Document, engine: Engine) -> list[dict[str, Any]]:
    """The coarse head's spans, mended; arms, craft and names as the mentions stage knows them."""
    sentences, tagged = read_sentences(document, engine)
    return coarse_of(sentences, [t.coarse for t in tagged], analyse(document, engine).mentions)


def coarse_of(
    sentences: Sequence[Sentence], answers: Sequence[Sequence[TaggedSpan]], mentions: Sequence[Mention]
) -> list[dict[str, Any]]:
    """What `coarse_mentions` gives, of sentences, the head's spans of each, and the stage's mentions."""
    found = []
    for number, (sentence, spans) in enumerate(zip(sentences, answers, strict=True)):
        here = [m for m in mentions if m.sentence == number]
        armed = [_coarse(m, sentence) for m in here if m.kind in _ARMED]
        names = [_coarse(m, sentence) for m in here if m.form == Form.NAME]
        for first, last, kind in mended(
            sentence.tokens, [Coarse(s.first, s.last, s.kind) for s in spans], armed, names
        ):
            found.append({"start": sentence.tokens[first].start, "end": sentence.tokens[last].end, "kind": kind})
    return found


def _coarse(mention: Mention, sentence: Sentence) -> Coarse:
    """A mention as tokens of its sentence, in re3d's kinds; a state may be an organisation or a place."""
    inside = [i for i, t in enumerate(sentence.tokens) if mention.start <= t.start and t.end <= mention.end]
    low = mention.text.lower().split()
    civil = mention.form != Form.NAME and low[-1] in _CIVIL | {f"{w}s" for w in _CIVIL} and not _OF_WAR & set(low)
    kind = _RE3D.get(mention.kind, "")
    return Coarse(inside[0], inside[-1], "MilitaryPlatform" if mention.kind == Kind.VEHICLE and not civil else kind)


def _meantime(document: Document, engine: Engine) -> list[dict[str, Any]]:
    """Names in MEANTIME's words and extents: whole phrases before a name, in the part of the text that it marks."""
    end = document.blocks[min(len(document.blocks), _MEANTIME_LINES) - 1].end if document.blocks else 0
    analysis = analyse(document, engine)
    names = [m for m in analysis.mentions if m.form == Form.NAME and m.kind in MEANTIME and m.end <= end]
    found = [(_begin(m, analysis.sentences[m.sentence]), m.end, MEANTIME[m.kind]) for m in names]
    found += [(a, d, "LOC") for a, b, k in found for c, d, q in found if k == q == "LOC" and document.text[b:c] == ", "]
    outer = [n for n in found if not any(o is not n and o[0] <= n[0] and n[1] <= o[1] for o in found)]
    return [{"start": start, "end": end, "kind": kind} for start, end, kind in outer]


def _begin(name: Mention, sentence: Sentence) -> int:
    """Where the phrase begins that a name ends: its article, what describes it, its title."""
    tokens = sentence.tokens
    inside = [i for i, t in enumerate(tokens) if name.start <= t.start and t.end <= name.end]
    if not inside:
        return name.start
    first = inside[0]
    heads = {i for i in inside if tokens[i].head not in inside}
    while first > 0:
        before = tokens[first - 1]
        below = before.head in heads or before.head in range(first, inside[-1] + 1)
        if not below or before.relation not in _BEFORE_NAME:
            break
        first -= 1
    while first < inside[0] and not tokens[first].text[0].isalnum():
        first += 1
    return tokens[first].start
