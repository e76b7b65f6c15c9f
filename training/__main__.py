"""`python -m training train | check | coverage | gold`: make the weights, prove what made them, see what the corpus
holds.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WORK = Path(__file__).parent / "work"
SOURCES = ("re3d", "gum", "geovirus", "gap", "corpus")
WEIGHTS = ROOT / "src" / "reportedly" / "resources" / "data" / "weights"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; the result is the exit code."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    train = commands.add_parser("train", help="train the encoder, write the weights and their manifest")
    steps = ("all", "syntax", "mentions", "more", "ship")
    train.add_argument("--step", choices=steps, default="all", help="one step only")
    train.add_argument("--out", type=Path, default=WEIGHTS, help="folder of the weights (default: the package's)")
    train.add_argument("--version", default="", help="version of the weights; default: today's count up")
    train.add_argument(
        "--without", action="append", default=[], choices=SOURCES, help="a source to leave out (ablation)"
    )
    train.add_argument("--rounds", type=float, default=1.0, help="share of the rounds of params.toml, for comparisons")
    train.add_argument("--work", type=Path, default=WORK, help="folder of parses and of networks between the steps")
    check = commands.add_parser("check", help="prove offsets of the corpus, and that no document held back trains")
    commands.add_parser("coverage", help="what the corpus holds, where it is thin, what repeats")
    gold = commands.add_parser("gold", help="write the corpus as claims gold, and what the product finds in it")
    gold.add_argument("--out", type=Path, default=WORK, help="folder of gold.jsonl and predicted.jsonl")
    for command in (train, check):
        command.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder of development data")
    chosen = parser.parse_args(arguments)
    run = {"train": _train, "check": _check, "coverage": _coverage, "gold": _gold}[chosen.command]
    return run(chosen)


def _train(chosen: argparse.Namespace) -> int:
    from training.encoder.run import run
    from training.encoder.texts import all_texts

    if _check(chosen) != 0:
        return 1
    texts = [text for text in all_texts(chosen.shared) if text.source not in chosen.without]
    run(chosen.step, texts, chosen.rounds, chosen.shared, chosen.work, chosen.out, chosen.version)
    return 0


def _check(chosen: argparse.Namespace) -> int:
    from training.corpus.load import CorpusError, load
    from training.encoder.leaks import MOST_SHARED, held_texts, leaks, overlaps
    from training.encoder.texts import all_texts

    try:
        passages = load()
    except CorpusError as error:
        print(f"the corpus is at fault: {error}", file=sys.stderr)
        return 1
    print(f"{len(passages)} passages, every offset proven")
    if not (chosen.shared / "gold" / "claims" / "input.jsonl").exists():
        print(f"{chosen.shared} holds no development data, so nothing can be proven about it", file=sys.stderr)
        return 1
    texts = [(text.document, text.text) for text in all_texts(chosen.shared)]
    for leak in leaks(texts, chosen.shared):
        print(f"{leak.document} must not train: {leak.held}, {leak.why}", file=sys.stderr)
    nearest = max(overlaps(texts, held_texts(chosen.shared)), key=lambda leak: leak.share, default=None)
    told = "no run of words in common"
    if nearest is not None:
        told = f"nearest {nearest.document} and {nearest.held}: {nearest.share:.3f}"
    print(f"{len(texts)} training texts, none held back by id; {told}; allowed {MOST_SHARED}")
    return 1 if leaks(texts, chosen.shared) else 0


def _gold(chosen: argparse.Namespace) -> int:
    from training.corpus.gold import write
    from training.corpus.load import load

    print(f"{write(load(), chosen.out)} claims written to {chosen.out}")
    return 0


def _coverage(chosen: argparse.Namespace) -> int:
    from training.corpus.coverage import coverage
    from training.corpus.load import load

    print(json.dumps(coverage(load()), indent=1, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
