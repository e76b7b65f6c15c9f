"""Ordered pairs of mentions with their features and the relations that the gold puts between them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from benchmarks.inputs import document_of
from benchmarks.pairs import End, Placed, features, pairs, placed
from benchmarks.perceptron import Spots, spots_of, states_of
from benchmarks.tasks.relations import UNORDERED, ends_of, load_table, same_head, told_between

from reportedly.claims.finish import extract_claims
from reportedly.mentions.analyse import analyse
from reportedly.resources.engine import OnnxEngine

Span = tuple[int, int]


class Example(msgspec.Struct, frozen=True):
    """types: relations that hold from the first to the second. annotated: the types asked for there, None: all.

    backwards: the second stands before the first, so that types that hold both ways are asked of the other order.
    """

    document: str
    types: frozenset[str]
    annotated: frozenset[str] | None
    backwards: bool
    features: tuple[str, ...]
    spots: Spots


def examples(path: Path, scheme: str, engine: OnnxEngine, shelf: list[np.ndarray]) -> Iterator[Example]:
    """Examples of the lines of a training file that may train; the states of their sentences are put on the shelf."""
    count = sum(map(len, shelf))
    rows = load_table()[scheme]
    for line in map(json.loads, path.open(encoding="utf-8")):
        if not line.get("trainable", True):
            continue
        document = document_of(line)
        analysis = analyse(document, engine)
        claims, _ = extract_claims(document, analysis)
        ends = ends_of(line, analysis, document, engine, scheme)
        said = told_between(claims, analysis, rows, ends, line["text"])
        states = states_of(analysis.sentences, line["text"], engine)
        begins = [count + n for n in states.begins]
        shelf.append(states.rows.astype(np.float16))
        count += len(states.rows)
        annotated = frozenset(line["annotated"]) if line.get("annotated") else None
        for a, b in pairs(placed(ends, analysis.sentences), across="entities" in line):
            types = frozenset(r["type"] for r in line["relations"] if _holds(r, a, b, line))
            if not types and any(_holds(r, a, b, line) for r in line.get("ignore", ())):
                continue
            told = features(a, b, analysis.sentences, said.get((a.end[:2], b.end[:2]), frozenset()))
            spots = spots_of(a, b, analysis.sentences, begins)
            yield Example(line["id"], types, annotated, a.end[:2] > b.end[:2], tuple(told), spots)


def _holds(relation: dict[str, Any], a: Placed, b: Placed, line: dict[str, Any]) -> bool:
    """Whether a gold relation stands from one mention to the other; one that holds both ways in order of the text."""
    source, target = _span(relation["source"]), _span(relation["target"])
    if relation["type"] in UNORDERED:
        if a.end[:2] > b.end[:2]:
            return False
        return any(_is(s, a.end, line) and _is(t, b.end, line) for s, t in ((source, target), (target, source)))
    return _is(source, a.end, line) and _is(target, b.end, line)


def _is(span: Span, end: End, line: dict[str, Any]) -> bool:
    if "entities" in line:
        return any(_span(m) == span for m in line["entities"][end.thing]["mentions"])
    return span == end[:2] if "mentions" in line else same_head(line["text"], span, end[:2])


def _span(ends: dict[str, int]) -> Span:
    return ends["start"], ends["end"]
