"""The whole way from texts to shipped weights, with the scores that the manifest records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch

from reportedly.resources.engine import OnnxEngine
from reportedly.resources.weights import FOLDER, load_weights, read_manifest
from training.encoder.export import ship
from training.encoder.network import Network
from training.encoder.resume import resume
from training.encoder.score import agreement, conflict_examples, mentions, speed
from training.encoder.silver import Example, is_held_out, load_examples
from training.encoder.texts import Text
from training.encoder.train import params, train_mentions, train_syntax


def run(step: str, texts: Sequence[Text], rounds: float, shared: Path, work: Path, out: Path, version: str) -> None:
    """One step ("syntax", "mentions", "ship"), "all", or "more": learn new passages from the shipped weights on.

    rounds: share of the rounds of `params.toml`. Networks between steps are kept under `work`.
    """
    examples = load_examples(texts, work)
    torch.manual_seed(params()["seed"])
    network = Network(params()["dropout"])
    syntax, marked = work / "syntax.pt", work / "mentions.pt"
    if step in {"all", "syntax"}:
        train_syntax(network, examples, rounds)
        torch.save(network.state_dict(), syntax)
    if step in {"all", "mentions", "more"}:
        if step == "more":
            resume(network, FOLDER / "encoder.onnx")
        else:
            network.load_state_dict(torch.load(syntax, weights_only=True))
        before = {name: value.clone() for name, value in network.state_dict().items()}
        train_mentions(network, examples, rounds, "more" if step == "more" else "mentions")
        if step == "more":
            network.load_state_dict(mean_of(before, network.state_dict(), params()["more"]["share"]))
        torch.save(network.state_dict(), marked)
    if step in {"all", "mentions", "more", "ship"}:
        network.load_state_dict(torch.load(marked, weights_only=True))
        version = version or _next_version()
        about = {"made_of": _made_of(texts)}
        ship(network, out, version, about)
        ship_scores = scores(OnnxEngine(load_weights(out)), examples, shared, work)
        _append_scores(out / "MANIFEST.toml", ship_scores)
        print(ship_scores)


def mean_of(before: dict[str, torch.Tensor], after: dict[str, torch.Tensor], share: float) -> dict[str, torch.Tensor]:
    """The weights `share` of the way from before to after, which keep what was known better than either.

    Wortsman et al., Robust fine-tuning of zero-shot models, CVPR 2022.
    """
    return {
        name: torch.lerp(before[name], value, share) if value.is_floating_point() else value
        for name, value in after.items()
    }


def _next_version() -> str:
    if not (FOLDER / "MANIFEST.toml").exists():
        return "encoder/1"
    name, _, number = read_manifest().version.partition("/")
    return f"{name}/{int(number) + 1}"


def _made_of(texts: Sequence[Text]) -> dict[str, Any]:
    licences = {t.source: sorted({x.licence for x in texts if x.source == t.source}) for t in texts}
    counts = Counter(t.source for t in texts)
    return {source: f"{counts[source]} texts ({'; '.join(licences[source])})" for source in sorted(counts)}


def scores(engine: OnnxEngine, examples: Sequence[Example], shared: Path, work: Path) -> dict[str, float]:
    """Agreement with the teacher, spans against held-out marks, and speed."""
    held = [e for e in examples if is_held_out(e)]
    conflict = conflict_examples(shared, work)
    found: dict[str, float] = {}
    for name, chosen in (("held_out", held), ("conflict", conflict)):
        found |= {f"teacher_{name}_{key}": value for key, value in agreement(engine, chosen).items()}
    figures = mentions(engine, held, "outer")
    found |= {f"rules_held_out_outer_{key}": value for key, value in figures.items()}
    found["words_a_second_one_thread"] = speed(engine, conflict)
    return found


def _append_scores(path: Path, found: dict[str, float]) -> None:
    lines = "\n".join(f"{key} = {value}" for key, value in found.items())
    path.write_text(f"{path.read_text('utf-8')}\n[scores]\n{lines}\n", "utf-8")
