"""Trains the pronoun ranker and writes `pronouns.json`.

Run: python -m training.coreference.train --gold ../shared/gold/coreference
A minute on one core. Seeds are fixed; the file is the same within rounding on the same versions.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
import torch

from reportedly.mentions.antecedents import FEATURES
from reportedly.mentions.ranker import Ranker, RankerFile, load_ranker
from reportedly.resources.engine import Engine, load_engine
from training.coreference.examples import Example, corpus_examples, gap_examples, gum_examples
from training.teacher import Teacher

_TARGET = Path(__file__).parents[2] / "src" / "reportedly" / "resources" / "data" / "pronouns.json"
#: GUM documents whose text also stands in the claims gold: they train nothing.
LEFT_OUT = ("korea", "asylum", "crane", "flag", "imprisoned", "defector", "afghan")
GENRES = ("news", "bio", "interview", "voyage", "academic", "court")
TYPES = ("he", "it", "they")
_DATA = "GAP development (Apache-2.0), GUM train without documents of the claims gold (CC BY), our own passages"


class Network(torch.nn.Module):
    """One hidden layer over the features of each option, and one score a pronoun type for "none of them"."""

    def __init__(self, width: int = 32) -> None:
        super().__init__()
        self.hidden = torch.nn.Linear(len(FEATURES), width)
        self.output = torch.nn.Linear(width, 1, bias=False)
        self.none = torch.nn.Parameter(torch.zeros(len(TYPES)))
        self.drop = torch.nn.Dropout(0.2)

    def forward(self, rows: torch.Tensor, what: int) -> torch.Tensor:
        """Log-probabilities of the options and of none."""
        scores = self.output(self.drop(torch.relu(self.hidden(rows)))).squeeze(-1)
        return torch.log_softmax(torch.cat([scores, self.none[what : what + 1]]), dim=0)


def fit(examples: Sequence[Example], epochs: int = 30, seed: int = 7) -> Network:
    """A network trained to put its probability on the right options."""
    torch.manual_seed(seed)
    order = np.random.default_rng(seed)
    network = Network()
    optimiser = torch.optim.AdamW(network.parameters(), lr=2e-3, weight_decay=0.02)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, epochs)
    data = [(torch.from_numpy(e.rows), TYPES.index(e.what), _targets(e)) for e in examples]
    for _ in range(epochs):
        network.train()
        for batch in np.array_split(order.permutation(len(data)), max(1, len(data) // 32)):
            loss = torch.stack(
                [-torch.logsumexp(network(r, w)[t], dim=0) for r, w, t in (data[i] for i in batch)]
            ).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
        scheduler.step()
    return network.eval()


def _targets(example: Example) -> list[int]:
    """Positions that count as right: the right options, else "none" and all that is not known to be wrong."""
    if example.right:
        return example.right
    none = len(example.rows)
    if example.known and len(example.wrong) == none:
        return [none]
    return [n for n in range(none) if n not in example.wrong] + [none]


def as_file(network: Network, note: dict[str, str]) -> RankerFile:
    """The weights as they are shipped."""

    def numbers(t: torch.Tensor) -> list:
        return np.round(t.detach().numpy().astype(float), 4).tolist()

    return RankerFile(
        features=list(FEATURES),
        hidden=numbers(network.hidden.weight.T),
        hidden_bias=numbers(network.hidden.bias),
        output=numbers(network.output.weight[0]),
        none=dict(zip(TYPES, numbers(network.none), strict=True)),
        thresholds=dict.fromkeys(TYPES, 0.25),
        note=note,
    )


def score(
    ranker: Ranker, examples: Sequence[Example], threshold: float | None = None
) -> dict[str, tuple[int, int, int]]:
    """By type: pronouns resolved rightly, resolved at all, resolvable."""
    counts = {what: [0, 0, 0] for what in TYPES}
    for e in examples:
        p = ranker.probabilities(e.rows, e.what)
        best = int(p[:-1].argmax())
        bar = ranker.thresholds[e.what] if threshold is None else threshold
        taken = p[best] >= bar
        counts[e.what][0] += taken and best in e.right
        counts[e.what][1] += taken and (best in e.right or best in e.wrong)
        counts[e.what][2] += bool(e.right)
    return {what: (a, b, c) for what, (a, b, c) in counts.items()}


def cross_validate(gap: Sequence[Example], gum: Sequence[Example], folds: int = 5) -> None:
    """Prints precision and recall of resolved pronouns: GAP by fold, GUM by document."""
    for name, own, other in (("gap", gap, gum), ("gum", gum, gap)):
        documents = sorted({e.document for e in own})
        total = {what: np.zeros(3, dtype=int) for what in TYPES}
        for fold in range(folds):
            held = set(documents[fold::folds])
            ranker = Ranker(as_file(fit([*other, *(e for e in own if e.document not in held)]), {}))
            for what, counts in score(ranker, [e for e in own if e.document in held]).items():
                total[what] += counts
        for what, (right, taken, possible) in total.items():
            if possible:
                print(
                    f"{name} {what}: precision {right / max(taken, 1):.3f} recall {right / possible:.3f} of {possible}"
                )


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=2, help="GAP is read again with the ranker of the round before")
    parser.add_argument("--no-validation", action="store_true")
    parser.add_argument("--teacher", action="store_true", help="read with spaCy, not with the shipped engine")
    options = parser.parse_args()
    torch.set_num_threads(1)
    engine: Engine = Teacher() if options.teacher else load_engine()
    gum = list(gum_examples(options.gold / "gum" / "train.jsonl", engine, LEFT_OUT, GENRES))
    own = list(corpus_examples(engine))
    ranker: Ranker | None = load_ranker() if _TARGET.exists() else None
    if ranker is not None and ranker.features != FEATURES:
        ranker = None
    for number in range(options.rounds):
        gap = list(gap_examples(options.gold / "gap", engine, ranker))
        if number == options.rounds - 1 and not options.no_validation:
            cross_validate(gap, [*gum, *own])
        loaded = as_file(
            fit([*gap, *gum, *own]),
            {"data": _DATA},
        )
        _TARGET.write_bytes(msgspec.json.encode(loaded) + b"\n")
        ranker = Ranker(loaded)
    print(f"{len(gap)} pronouns of GAP, {len(gum)} of GUM; {_TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
