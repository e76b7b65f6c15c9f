"""How well the shipped engine does: agreement with the teacher on held-out text, and spans against people's marks."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from reportedly.resources.engine import Engine, TaggedSpan
from training.encoder.labels import COARSE, FINE, RELATIONS, TAGS
from training.encoder.silver import SKIP, Example, load_examples
from training.encoder.texts import Text


def agreement(engine: Engine, examples: Sequence[Example]) -> dict[str, float]:
    """Share of tokens with the teacher's tag, head (UAS), and head and relation (LAS; both without punctuation)."""
    counts: Counter[str] = Counter()
    for example, tagged in zip(examples, engine.read([e.words for e in examples]), strict=True):
        for i, tag in enumerate(example.tags):
            counts["tokens"] += 1
            counts["tags"] += tag != SKIP and TAGS[tag] == tagged.tags[i]
            relation = RELATIONS[example.relations[i]] if example.relations[i] != SKIP else ""
            if relation != "punct":
                counts["words"] += 1
                counts["heads"] += example.heads[i] == tagged.heads[i]
                counts["whole"] += example.heads[i] == tagged.heads[i] and relation == tagged.relations[i]
    words = max(1, counts["words"])
    return {
        "tags": round(counts["tags"] / max(1, counts["tokens"]), 4),
        "uas": round(counts["heads"] / words, 4),
        "las": round(counts["whole"] / words, 4),
        "tokens": counts["tokens"],
    }


Span = tuple[int, int, int, str]


def spans_of(labels: Sequence[int], kinds: Sequence[str]) -> set[tuple[int, int, str]]:
    """(first, last, kind) of BIO labels."""
    found, first = set(), -1
    for i, label in enumerate([*labels, 0]):
        if first >= 0 and (label <= 0 or label % 2 == 1):
            found.add((first, i - 1, kinds[(labels[first] - 1) // 2]))
            first = -1
        if label > 0 and label % 2 == 1:
            first = i
    return found


def mentions(engine: Engine, examples: Sequence[Example], head: str) -> dict[str, float]:
    """Exact precision, recall and F1 of "outer", "names" or "coarse" spans, and F1 of the spans whatever their kind."""
    kinds = COARSE if head == "coarse" else FINE
    right = alone = predicted = gold = 0
    for example, tagged in zip(examples, engine.read([e.words for e in examples]), strict=True):
        if not getattr(example, head):
            continue
        want = spans_of(getattr(example, head), kinds)
        got = {(s.first, s.last, s.kind) for s in _chosen(tagged.coarse if head == "coarse" else tagged.spans, head)}
        right += len(want & got)
        alone += len({s[:2] for s in want} & {s[:2] for s in got})
        predicted += len(got)
        gold += len(want)
    return {
        "precision": _share(right, predicted),
        "recall": _share(right, gold),
        "f1": _share(2 * right, predicted + gold),
        "span_f1": _share(2 * alone, predicted + gold),
        "gold": gold,
    }


def _chosen(spans: Iterable[TaggedSpan], head: str) -> list[TaggedSpan]:
    spans = list(spans)
    if head == "outer":
        return [s for s in spans if not any(o is not s and o.first <= s.first and s.last <= o.last for o in spans)]
    if head == "names":
        return [s for s in spans if not any(o is not s and s.first <= o.first and o.last <= s.last for o in spans)]
    return spans


def _share(part: float, whole: float) -> float:
    return round(part / whole, 4) if whole else 0.0


def conflict_examples(shared: Path, work: Path) -> list[Example]:
    """The documents of the claims gold as the teacher parses them: no training text, so a fair measure."""
    with (shared / "gold" / "claims" / "input.jsonl").open(encoding="utf-8") as file:
        lines = [json.loads(line) for line in file]
    texts = [Text(source="claims", document=line["id"], text=line["text"], licence=line["licence"]) for line in lines]
    return load_examples(texts, work)


def speed(engine: Engine, examples: Sequence[Example], rounds: int = 3) -> float:
    """Words a second, best of some rounds."""
    sentences = [e.words for e in examples]
    engine.read(sentences[:50])
    best = 0.0
    for _ in range(rounds):
        begun = time.perf_counter()
        engine.read(sentences)
        best = max(best, sum(map(len, sentences)) / (time.perf_counter() - begun))
    return round(best)
