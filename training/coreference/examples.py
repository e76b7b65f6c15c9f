"""Examples for the pronoun ranker: for each pronoun the features of its options and which of them are right.

GAP (Webster et al. 2018, Apache-2.0) gives two names for a pronoun, GUM (Zeldes 2017; genres under CC BY) whole chains.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np
from benchmarks.inputs import document_of

from reportedly.mentions.analyse import gather
from reportedly.mentions.anaphora import candidates, pronouns
from reportedly.mentions.antecedents import features, pronoun_type
from reportedly.mentions.candidate import Line
from reportedly.mentions.chains import join_before_pronouns
from reportedly.mentions.discourse import Discourse
from reportedly.mentions.lexicon import load_lexicon
from reportedly.mentions.ranker import Ranker
from reportedly.mentions.sentences import read_sentences
from reportedly.records.mention import Form
from reportedly.resources.engine import Engine
from training.corpus.load import load as load_passages

Span = tuple[int, int]


class Example(msgspec.Struct):
    """rows: features of the options; right: which of them are right (none: the last answer is); weight."""

    document: str
    what: str
    rows: np.ndarray
    right: list[int]
    wrong: list[int]  # GAP: options known to be wrong, the others being unknown
    known: bool  # whether every option is known to be right or wrong


def discourse_of(identity: str, text: str, engine: Engine) -> Discourse:
    """A document read up to the point where only pronouns are left to join."""
    document = document_of({"id": identity, "text": text})
    sentences, tagged = read_sentences(document, engine)
    lines = [Line(i, s, t, text) for i, (s, t) in enumerate(zip(sentences, tagged, strict=True))]
    lexicon = load_lexicon()
    mentions, clusters = gather(lines, lexicon)
    return join_before_pronouns(lines, mentions, clusters, lexicon)


def characters(discourse: Discourse, i: int) -> Span:
    """Character range of a candidate."""
    m = discourse.mentions[i]
    return discourse.lines[m.line].characters(m.first, m.last)


def gap_examples(folder: Path, engine: Engine, ranker: Ranker | None) -> Iterator[Example]:
    """One example for each pronoun of GAP's development part that the stage offers options for."""
    gold = {g["id"]: g for g in map(json.loads, (folder / "gold.jsonl").open(encoding="utf-8"))}
    for line in map(json.loads, (folder / "input.jsonl").open(encoding="utf-8")):
        answer = gold[line["id"]]
        discourse = discourse_of(line["id"], line["text"], engine)
        for p in pronouns(discourse):
            options = candidates(discourse, p)
            if not options:
                continue
            rows = features(discourse, p, options)
            if characters(discourse, p)[0] == answer["pronoun"]["start"]:
                yield _gap_example(discourse, p, options, rows, answer)
                break
            if ranker is not None and (chosen := ranker.choose(rows, pronoun_type(discourse, p))) is not None:
                discourse.joins.join(p, options[chosen], "pronoun")


def _gap_example(discourse: Discourse, p: int, options: Sequence[int], rows: np.ndarray, answer: dict) -> Example:
    right, wrong = [], []
    for name in ("a", "b"):
        start, end = answer[name]["start"], answer[name]["end"]
        hits = [
            n
            for n, j in enumerate(options)
            if any(_stands_for(discourse, k, (start, end)) for k in discourse.members(j))
        ]
        (right if answer[name]["coref"] else wrong).extend(hits)
    named = answer["a"]["coref"] or answer["b"]["coref"]
    wrong = [n for n in wrong if n not in right]
    if named:
        wrong = [n for n in range(len(options)) if n not in right]
    return Example(answer["id"], pronoun_type(discourse, p), rows, right, wrong, known=bool(right) or not named)


def _stands_for(discourse: Discourse, k: int, span: Span) -> bool:
    """Whether a candidate is the name at a span: an overlapping name, or the same words but for an article."""
    start, end = characters(discourse, k)
    same = end == span[1] and abs(start - span[0]) <= 4
    return same or (discourse.mentions[k].form == Form.NAME and _overlap((start, end), span))


def _overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def gum_examples(path: Path, engine: Engine, left_out: Sequence[str], genres: Sequence[str]) -> Iterator[Example]:
    """Examples of GUM's documents of some genres, those left out whose name ends so."""
    for line in map(json.loads, path.open(encoding="utf-8")):
        if not any(line["id"].endswith(name) for name in left_out) and line["id"].split("_")[1] in genres:
            yield from chain_examples(line["id"], line["text"], line["chains"], engine)


def corpus_examples(engine: Engine) -> Iterator[Example]:
    """Examples of our own annotated passages."""
    for passage in load_passages():
        chains: dict[str, list[dict]] = {}
        for m in passage.mentions:
            chains.setdefault(m.chain, []).append({"start": m.start, "end": m.end})
        yield from chain_examples(passage.id, passage.text, list(chains.values()), engine)


def chain_examples(identity: str, text: str, chains: Sequence[Sequence[dict]], engine: Engine) -> Iterator[Example]:
    """Examples of a text with gold chains; the right antecedent is joined before the next pronoun is looked at."""
    discourse = discourse_of(identity, text, engine)
    chain_of = align(discourse, chains)
    for p in list(pronouns(discourse)):
        options = candidates(discourse, p)
        if not options:
            continue
        gold = chain_of.get(p)
        right = [
            n
            for n, j in enumerate(options)
            if gold is not None and any(chain_of.get(k) == gold for k in discourse.members(j) if k != p)
        ]
        wrong = [n for n in range(len(options)) if n not in right]
        rows = features(discourse, p, options)
        yield Example(identity, pronoun_type(discourse, p), rows, right, wrong, known=True)
        if right:
            discourse.joins.join(p, options[right[0]], "gold")


def align(discourse: Discourse, chains: Sequence[Sequence[dict]]) -> dict[int, int]:
    """Candidate → number of the gold chain that has a mention with the same head."""
    by_head: dict[int, int] = {}
    for number, chain in enumerate(chains):
        for span in chain:
            head = _gold_head(discourse, span["start"], span["end"])
            if head is not None:
                by_head.setdefault(head, number)
    found = {}
    for i, m in enumerate(discourse.mentions):
        start = discourse.lines[m.line].tokens[m.head].start
        if start in by_head:
            found[i] = by_head[start]
    return found


def _gold_head(discourse: Discourse, start: int, end: int) -> int | None:
    for line in discourse.lines:
        if line.sentence.start <= start < line.sentence.end:
            inside = [i for i, t in enumerate(line.tokens) if start <= t.start and t.end <= end]
            return line.tokens[line.head_of(inside[0], inside[-1])].start if inside else None
    return None
