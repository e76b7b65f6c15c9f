"""What is held back from training: the documents of the claims gold and the seed report, by id and by their words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec

#: Words in a row that count as the same passage: long enough that names and stock phrases do not.
RUN: Final = 8
#: Share of a held-back document's runs that may stand in one training text (press releases share their closing lines).
MOST_SHARED: Final = 0.2

#: Id and words of a document.
Document = tuple[str, str]


class Leak(msgspec.Struct, frozen=True):
    """A training text that is, or holds much of, a held-back document. share: of the latter's runs of words."""

    document: str
    held: str
    share: float
    why: str


def leaks(texts: Sequence[Document], shared: Path) -> list[Leak]:
    """Every leak among training texts; none is the proof that nothing held back trains."""
    ids = held_back(shared)
    found = [Leak(name, name, 1.0, "same id") for name, _ in texts if name in ids]
    return found + [leak for leak in overlaps(texts, held_texts(shared)) if leak.share > MOST_SHARED]


def overlaps(texts: Iterable[Document], held: Sequence[Document]) -> Iterator[Leak]:
    """Every pair of a training text and a held-back one that share a run of words."""
    theirs = {name: _runs(words) for name, words in held}
    for name, words in texts:
        own = _runs(words)
        for other, runs in theirs.items():
            if common := len(own & runs):
                yield Leak(name, other, common / len(runs), f"{common} runs of {RUN} words")


def held_back(shared: Path) -> frozenset[str]:
    """Ids, in their own corpus, of the documents of the claims gold."""
    with (shared / "gold" / "claims" / "input.jsonl").open(encoding="utf-8") as file:
        return frozenset(str(json.loads(line)["source_id"]) for line in file)


def held_texts(shared: Path) -> list[Document]:
    """Id and words of the documents of the claims gold, and of the seed report."""
    with (shared / "gold" / "claims" / "input.jsonl").open(encoding="utf-8") as file:
        found = [(line["id"], line["text"]) for line in map(json.loads, file)]
    return found + [(p.stem, p.read_text("utf-8")) for p in sorted((shared / "seed").glob("*.txt"))]


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return frozenset(tuple(words[i : i + RUN]) for i in range(max(0, len(words) - RUN + 1)))
