"""Trains the labeller of flattened pages on made pages and writes `page_lines.json`.

Run: python -m training.plain_text.train [--out FILE]
Some minutes on one core. Seeds are fixed: the same versions give the same file. Only made pages train; real ones only
measure (`training.plain_text.evaluate`).
"""

from __future__ import annotations

import argparse
import random
import tomllib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from reportedly.documents.plain.cues import cues_of
from reportedly.documents.plain.features import features_of
from reportedly.documents.plain.labeller import ROLES, Labeller, LabellerFile
from reportedly.records.document import EVIDENCE_ROLES
from training.plain_text.chain import Adam, Chain, Sample, batches
from training.plain_text.flatten import labelled
from training.plain_text.pages import pages

_TARGET = Path(__file__).parents[2] / "src" / "reportedly" / "resources" / "data" / "page_lines.json"
_PARAMS = Path(__file__).parent / "params.toml"

Named = tuple[list[list[str]], list[int]]


def main() -> None:
    """Trains, measures on made pages kept apart, writes the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=_TARGET)
    arguments = parser.parse_args()
    params = tomllib.loads(_PARAMS.read_text(encoding="utf-8"))
    named = samples(params["seed"], params["pages"])
    counts = Counter(name for rows, _ in named for row in rows for name in row)
    known = {name: i for i, name in enumerate(sorted(n for n, count in counts.items() if count >= params["rarest"]))}
    chain = trained([numbered(sample, known) for sample in named], len(known), params)
    written = as_file(chain, known, params)
    held = samples(params["seed"] + 1, params["held"])
    written.note["right_lines_of_made_pages_kept_apart"] = f"{accuracy(Labeller(written), held):.4f}"
    print(written.note)
    arguments.out.write_bytes(msgspec.json.encode(written) + b"\n")
    print(f"{arguments.out}: {arguments.out.stat().st_size // 1024} KiB")


def samples(seed: int, count: int) -> list[Named]:
    """Features and roles of the lines of that many made pages."""
    choice = random.Random(seed)
    number = {role: i for i, role in enumerate(ROLES)}
    found = []
    for pieces in pages(seed, count):
        text, lines, roles = labelled(pieces, choice)
        if lines:
            rows = features_of(lines, [cues_of(text, line) for line in lines])
            found.append((rows, [number[role] for role in roles]))
    return found


def numbered(sample: Named, known: dict[str, int]) -> Sample:
    """A sample with numbers for names; unknown features are left out."""
    return [[known[name] for name in row if name in known] for row in sample[0]], sample[1]


def trained(train: Sequence[Sample], features: int, params: dict[str, Any]) -> Chain:
    """A chain trained on these samples."""
    order = random.Random(params["seed"])
    chain = Chain(features, len(ROLES), params["drop"], params["seed"])
    optimizer = Adam((chain.weights, chain.moves), params["decay"])
    for turn in range(params["rounds"]):
        losses = []
        rate = params["rate"] * (1 - turn / params["rounds"])
        for batch in batches(train, params["batch"], order):
            loss, weights, moves = chain.learn(batch)
            optimizer.step((weights, moves), rate)
            losses.append(loss)
        print(f"round {turn + 1}: loss {sum(losses) / len(losses):.4f}", flush=True)
    return chain


def as_file(chain: Chain, known: dict[str, int], params: dict[str, Any]) -> LabellerFile:
    """What is written: weights too small to matter are left out."""
    weights = chain.weights.tolist()
    kept = {
        n: [round(w, 2) for w in weights[i]] for n, i in known.items() if max(map(abs, weights[i])) >= params["least"]
    }
    kept["always"] = [
        w + params["evidence"] * (role in EVIDENCE_ROLES) for w, role in zip(kept["always"], ROLES, strict=True)
    ]
    moves = [[round(w, 2) for w in row] for row in chain.moves.tolist()]
    note = {
        "origin": f"{params['pages']} pages composed by training/plain_text, no page of anybody else",
        "licence": "Apache-2.0",
        "made_by": "python -m training.plain_text.train",
    }
    return LabellerFile([role.value for role in ROLES], kept, moves, note)


def accuracy(labeller: Labeller, held: Sequence[Named]) -> float:
    """Share of lines with the right role."""
    right = total = 0
    for rows, roles in held:
        found = labeller.label(rows, [None] * len(rows))
        right += sum(role is ROLES[gold] for role, gold in zip(found, roles, strict=True))
        total += len(roles)
    return right / max(1, total)


if __name__ == "__main__":
    main()
