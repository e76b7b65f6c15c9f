"""Trains the pronoun ranker and writes `pronouns.json`.

Run: python -m training.coreference.train --gold ../shared/gold/coreference
Three minutes on one core, most of them reading. Seeds are fixed.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np

from reportedly.mentions.antecedents import FEATURES
from reportedly.mentions.ranker import Ranker, RankerFile
from reportedly.resources.engine import Engine, load_engine
from training.coreference.examples import chain_examples, gap_examples, gap_texts, gum_texts, own_texts
from training.coreference.network import Example, as_file, fit, pack

_TARGET = Path(__file__).parents[2] / "src" / "reportedly" / "resources" / "data" / "pronouns.json"
#: GUM documents whose text also stands in the claims gold: they train nothing.
LEFT_OUT = ("korea", "asylum", "crane", "flag", "imprisoned", "defector", "afghan")
GENRES = ("news", "bio", "interview", "voyage", "academic", "court")
NETWORKS = 3  # seeds whose scores are averaged
#: What an example of our passages counts beside one of GAP or GUM, of which there are fewer.
OWN_WEIGHT = 0.3
THRESHOLDS = {"he": 0.25, "it": 0.25, "they": 0.25}
_DATA = "GAP development (Apache-2.0), GUM train without documents of the claims gold (CC BY), our own passages"


def learn(examples: Sequence[Example], networks: int = NETWORKS) -> RankerFile:
    """A ranker learnt from examples: the mean of networks of other seeds."""
    packed = pack(examples, tuple(THRESHOLDS))
    learnt = [fit(packed, len(THRESHOLDS), seed=7 + n) for n in range(networks)]
    return as_file(learnt, FEATURES, THRESHOLDS, {"data": _DATA})


def score(ranker: Ranker, examples: Sequence[Example]) -> dict[str, tuple[int, int, int]]:
    """By type: resolved rightly, resolved at all, resolvable."""
    counts = {what: [0, 0, 0] for what in ranker.thresholds}
    for e in examples:
        best = ranker.choose(e.rows, e.what)
        counts[e.what][0] += best is not None and best in e.right
        counts[e.what][1] += best is not None and (best in e.right or best in e.wrong)
        counts[e.what][2] += bool(e.right)
    return {what: (a, b, c) for what, (a, b, c) in counts.items()}


def cross_validate(name: str, own: Sequence[Example], other: Sequence[Example], folds: int = 4) -> None:
    """Prints precision and recall over one set, each document left out of the training of its fold."""
    documents = sorted({e.document for e in own})
    total = {what: np.zeros(3, dtype=int) for what in THRESHOLDS}
    for fold in range(folds):
        held = set(documents[fold::folds])
        ranker = Ranker(learn([*other, *(e for e in own if e.document not in held)], networks=1))
        for what, counts in score(ranker, [e for e in own if e.document in held]).items():
            total[what] += counts
    for what, (right, taken, possible) in total.items():
        if possible:
            print(f"{name} {what}: precision {right / max(taken, 1):.3f} recall {right / possible:.3f} of {possible}")


def _teacher() -> Engine:
    from training.teacher import Teacher  # needs spaCy, which reading with the shipped engine does not

    return Teacher()


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=2, help="GAP is read again with the ranker of the round before")
    parser.add_argument("--no-validation", action="store_true")
    parser.add_argument("--teacher", action="store_true", help="read with spaCy, not with the shipped engine")
    options = parser.parse_args()
    engine = _teacher() if options.teacher else load_engine()
    gum = list(chain_examples(gum_texts(options.gold / "gum" / "train.jsonl", engine, LEFT_OUT, GENRES)))
    own = list(chain_examples(own_texts(engine), OWN_WEIGHT))
    names = list(gap_texts(options.gold / "gap", engine))
    ranker: Ranker | None = None
    for number in range(options.rounds):
        last = number == options.rounds - 1
        gap = list(gap_examples(names, ranker))
        if last and not options.no_validation:
            cross_validate("gap", gap, [*gum, *own])
            cross_validate("gum", gum, [*gap, *own])
        loaded = learn([*gap, *gum, *own], NETWORKS if last else 1)
        ranker = Ranker(loaded)
    _TARGET.write_bytes(msgspec.json.encode(loaded) + b"\n")
    print(f"{len(gap)} pronouns of GAP, {len(gum)} of GUM, {len(own)} of our passages; {_TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
