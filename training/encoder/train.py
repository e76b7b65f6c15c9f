"""Training in two steps: syntax and names from the teacher, then mentions as people marked them, syntax replayed."""

from __future__ import annotations

import math
import random
import time
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from torch.nn import functional

from reportedly.resources.pieces import Pieces
from training.encoder.batches import Batch, batch_of, bucketed, load_pieces
from training.encoder.network import Network
from training.encoder.silver import HEADS, SKIP, Example, is_held_out

PARAMS = Path(__file__).parent / "params.toml"


def params() -> dict[str, Any]:
    """The parameters of `params.toml`."""
    return tomllib.loads(PARAMS.read_text("utf-8"))


def losses(network: Network, batch: Batch, weights: dict[str, float]) -> torch.Tensor:
    """The weighted sum of the heads' losses on a batch."""
    layers = network.encode(batch.pieces, batch.shapes, batch.mask)
    mixed, last = network.tokens(layers, batch.starts)
    total = torch.zeros(())
    if weights["tags"] > 0:
        total = total + weights["tags"] * _loss(network.tag(mixed), batch.tags)
        total = total + weights["arcs"] * _loss(network.arcs(mixed, batch.known), batch.heads)
        relations = network.relations(mixed, batch.heads.clamp(min=0))
        total = total + weights["relations"] * _loss(relations, batch.relations)
    for name in HEADS:
        if weights[name] > 0 and bool((batch.marks[name] != SKIP).any()):
            total = total + weights[name] * _loss(network.mentions[name](last), batch.marks[name])
    return total


def _loss(scores: torch.Tensor, right: torch.Tensor) -> torch.Tensor:
    return functional.cross_entropy(scores.float().flatten(0, 1), right.flatten(), ignore_index=SKIP)


def run_step(
    network: Network, batches: Sequence[list[Example]], step: dict[str, Any], pieces: Pieces, seed: int
) -> None:
    """Trains over the batches in order, the rate rising over the warm-up and then falling to nothing."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    heads = [p for n, p in network.named_parameters() if not n.startswith(("encoder", "words")) and p.requires_grad]
    inner = [p for p in network.encoder.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(
        [{"params": inner, "lr": step["encoder_rate"]}, {"params": heads, "lr": step["head_rate"]}], weight_decay=0.01
    )
    total = len(batches)
    warm = max(1, int(step["warm_up"] * total))
    scheduler = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda i: min((i + 1) / warm, max(0.0, (total - i) / (total - warm)))
    )
    network.train()
    begun, seen = time.monotonic(), 0.0
    for number, chosen in enumerate(batches, 1):
        batch = batch_of(chosen, pieces, chance)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = losses(network, batch, step["weights"])
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_([*inner, *heads], 1.0)
        optimiser.step()
        scheduler.step()
        seen += float(loss.detach())
        if number % 50 == 0 or number == total:
            mean = seen / (number % 50 or 50)
            print(f"{number}/{total} loss {mean:.3f} {time.monotonic() - begun:.0f} s", flush=True)
            seen = 0.0
    network.eval()


def repeated(
    examples: Sequence[Example], pieces: Pieces, epochs: float, size: int, chance: random.Random
) -> Iterator[list[Example]]:
    """Batches of `epochs` times the examples; a fraction takes part of the last round."""
    for round_number in range(math.ceil(epochs)):
        batches = list(bucketed(examples, pieces, size, chance))
        share = min(1.0, epochs - round_number)
        yield from batches[: max(1, round(share * len(batches)))]


def train_syntax(network: Network, examples: Sequence[Example], rounds: float = 1.0) -> None:
    """The first step; rounds: share of those in `params.toml`."""
    settings = params()
    torch.set_num_threads(settings["threads"])
    pieces = load_pieces()
    kept = [e for e in examples if not is_held_out(e)]
    chance = random.Random(settings["seed"])
    for number, epochs in enumerate(settings["syntax"]["cycles"]):
        batches = list(repeated(kept, pieces, rounds * epochs, settings["batch_pieces"], chance))
        run_step(network, batches, settings["syntax"], pieces, settings["seed"] + number)


def train_mentions(network: Network, examples: Sequence[Example], rounds: float = 1.0, name: str = "mentions") -> None:
    """The second step, with the parameters of that name; documents that figures are measured on are left out."""
    settings = params()
    torch.set_num_threads(settings["threads"])
    pieces = load_pieces()
    kept = [e for e in examples if not is_held_out(e)]
    chance = random.Random(settings["seed"] + 1)
    people = [e for e in kept if e.by_people]
    silver = [e for e in kept if not e.by_people]
    step = settings[name]
    people += [e for e in people if e.coarse] * (step["coarse_times"] - 1)
    batches = list(repeated(people, pieces, rounds * step["epochs"], settings["batch_pieces"] // 2, chance))
    size = settings["batch_pieces"]
    replayed = step["replay"] * len(batches) / max(1, len(list(bucketed(silver, pieces, size, chance))))
    batches += list(repeated(silver, pieces, replayed, size, chance))
    chance.shuffle(batches)
    run_step(network, batches, step, pieces, settings["seed"] + 1)
