"""The texts that may train shipped weights, each with its licence; what is held back is left out here.

Only training reads them: they stay where they are, and no text of theirs is copied into the project.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from reportedly.ontology.ontology import load_ontology
from reportedly.records.mention import Kind
from training.corpus.load import CorpusError, Passage, parse
from training.encoder.leaks import leaks

#: Genres of GUM whose licence allows any use (the other genres are non-commercial).
GUM_GENRES = frozenset({"news", "bio", "interview", "voyage", "academic", "court", "speech"})
_PASSAGES = Path(__file__).parents[1] / "corpus" / "passages"


class Marked(msgspec.Struct, frozen=True):
    """Characters start..end that refer to something; name: whether by a name; outer: whether no other holds it."""

    start: int
    end: int
    kind: str
    name: bool = True
    outer: bool = True


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """One text. coarse: mentions in re3d's kinds, fine: in ours; None where nobody did. doubtful: to be left alone."""

    source: str
    document: str
    text: str
    licence: str
    coarse: tuple[Marked, ...] | None = None
    fine: tuple[Marked, ...] | None = None
    doubtful: tuple[tuple[int, int], ...] = ()


def all_texts(shared: Path) -> list[Text]:
    """Every text that trains the weights: no document held back, none that holds much of one (daily press releases)."""
    texts = list(candidates(shared))
    left_out = {leak.document for leak in leaks([(t.document, t.text) for t in texts], shared)}
    return [text for text in texts if text.document not in left_out]


def candidates(shared: Path) -> Iterator[Text]:
    """All texts whose licence lets them train, those held back among them."""
    gold = shared / "gold"
    yield from re3d(gold / "mentions" / "re3d" / "train.jsonl")
    for line in _lines(gold / "coreference" / "gum" / "train.jsonl"):
        if line["trainable"] and line["genre"] in GUM_GENRES:
            yield Text(source="gum", document=line["id"], text=line["text"], licence=line["licence"])
    for line in _lines(gold / "places" / "geovirus" / "input.jsonl"):
        if line["trainable"]:
            yield Text(source="geovirus", document=line["id"], text=line["text"], licence=line["licence"])
    for line in _lines(gold / "coreference" / "gap" / "input.jsonl"):
        yield Text(source="gap", document=line["id"], text=line["text"], licence="Apache-2.0")
    yield from own()


def re3d(path: Path) -> Iterator[Text]:
    """Documents of re3d that may train (never the BBC's), with their mentions at confidence 0.5 and above."""
    for line in _lines(path):
        if line["trainable"]:
            coarse = tuple(Marked(m["start"], m["end"], m["kind"]) for m in line["mentions"])
            doubtful = tuple((m["start"], m["end"]) for m in line["ignore"])
            yield Text(
                source="re3d",
                document=line["id"],
                text=line["text"],
                licence=line["licence"],
                coarse=coarse,
                doubtful=doubtful,
            )


def own() -> Iterator[Text]:
    """The example sentences of the ontology, and our annotated passages."""
    for predicate in load_ontology().predicates:
        name, words = f"ontology-{predicate.name}", predicate.example.text
        yield Text(source="own", document=name, text=words, licence="Apache-2.0")
    for passage in readable_passages():
        fine = marked(passage)
        yield Text(source="corpus", document=passage.id, text=passage.text, licence="Apache-2.0", fine=fine)


def readable_passages() -> Iterator[Passage]:
    """Passages of the corpus; a file with a fault is left out and told."""
    for path in sorted(_PASSAGES.glob("**/*.txt")):
        try:
            yield from list(parse(path.read_text("utf-8"), path.name))
        except CorpusError as error:
            print(f"left out: {error}")


def marked(passage: Passage) -> tuple[Marked, ...]:
    """The mentions of a passage, those inside another one told apart; things of kind `Other` are not learnt."""
    kept = [m for m in passage.mentions if m.kind is not Kind.OTHER]
    spans = [(m.start, m.end) for m in kept]
    return tuple(
        Marked(m.start, m.end, m.kind.value, m.form.value in {"name", "adjective"}, is_outer((m.start, m.end), spans))
        for m in kept
    )


def is_outer(span: tuple[int, int], spans: Sequence[tuple[int, int]]) -> bool:
    """Whether none of the spans holds this one."""
    return not any(a <= span[0] and span[1] <= b and (a, b) != span for a, b in spans)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)
