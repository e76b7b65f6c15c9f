"""Scores `zone_text` on real texts: the development pages flattened, and the bodies of the claims gold.

    python -m training.plain_text.evaluate [--shared ../shared] [--verbose]

Says so and ends where the gold data does not stand beside the checkout. Nothing of it is trained on.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from resiliparse.extract.html2text import extract_plain_text

from reportedly.documents.plain_text import zone_text
from reportedly.records.document import EVIDENCE_ROLES
from reportedly.text.fold import squash


def main() -> None:
    """Prints the measures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--verbose", action="store_true", help="print what was lost and what leaked")
    arguments = parser.parse_args()
    gold = arguments.shared / "gold"
    if not gold.is_dir():
        print(f"There is no gold data at {gold}: nothing was measured.")
        return
    score = _scorer(gold / "score.py")
    for main_content in (False, True):
        name = "main dump" if main_content else "full dump"
        predicted = {page["id"]: page for page in flattened(gold / "documents" / "trafilatura", main_content)}
        lines = {line["id"]: line for line in _lines(gold / "documents" / "trafilatura" / "gold.jsonl")}
        figures = score.score_documents(lines, predicted).values
        kept = ("snippet_precision", "snippet_recall", "snippet_f1", "comment_leak_rate", "comment_recall")
        print(f"{name:10}", "  ".join(f"{key} {figures[key]:.4f}" for key in kept))
        if arguments.verbose:
            for line in errors(lines, predicted):
                print("    " + line)
    share, lost = evidence_share(gold / "claims")
    print(f"claims     evidence kept {share:.4f}")
    for line in lost if arguments.verbose else ():
        print("    " + line)


def flattened(folder: Path, main_content: bool) -> Iterator[dict[str, Any]]:
    """Predictions in the format of the documents task for pages flattened by Resiliparse."""
    for page in _lines(folder / "input.jsonl.gz"):
        text = extract_plain_text(page["html"], main_content=main_content)
        blocks = [{"role": b.role.value, "text": text[b.start : b.end], "why": b.why} for b in zone_text(text)]
        yield {"id": page["id"], "blocks": blocks}


def errors(gold: dict[str, Any], predicted: dict[str, Any]) -> Iterator[str]:
    """What was lost and what leaked, with the role it was given."""
    for key, line in gold.items():
        blocks = [(b["role"], squash(b["text"]), b["why"]) for b in predicted[key]["blocks"]]
        evidence = squash(" ".join(text for role, text, _ in blocks if role in EVIDENCE_ROLES))
        for field, wanted in (("with", True), ("without", False), ("comments", False)):
            for snippet in line.get(field, ()):
                if (squash(snippet) in evidence) is wanted:
                    continue
                near = squash(snippet)[:40]
                role, why = next(((r, w) for r, t, w in blocks if near and near in t), ("absent", ""))
                if role != "absent":
                    print_field = {"with": "lost", "without": "leaked", "comments": "comment leaked"}[field]
                    yield f"{key} {print_field} {role} ({why}): {squash(snippet)[:110]}"


def evidence_share(folder: Path) -> tuple[float, list[str]]:
    """Share of the evidence of gold claims that stands in evidence blocks of the plain bodies, and what does not."""
    kept: dict[str, str] = {}
    for line in _lines(folder / "input.jsonl"):
        text = line["text"]
        kept[line["id"]] = squash(" ".join(text[b.start : b.end] for b in zone_text(text) if b.is_evidence))
    right: Counter[bool] = Counter()
    lost = []
    for claim in _lines(folder / "gold.jsonl"):
        if claim["document"] in kept:
            found = squash(claim["evidence"]) in kept[claim["document"]]
            right[found] += 1
            if not found:
                lost.append(f"{claim['document']} lost: {claim['evidence'][:120]}")
    return right[True] / max(1, right.total()), sorted(set(lost))


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as stream:
        yield from (json.loads(line) for line in stream)


def _scorer(path: Path) -> Any:
    specification = importlib.util.spec_from_file_location("score", path)
    if specification is None or specification.loader is None:
        sys.exit(f"{path} cannot be loaded")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
