"""Examples for the pronoun ranker: for each pronoun the features of its options and which of them are right.

GAP (Webster et al. 2018, Apache-2.0) gives two names for a pronoun, GUM (Zeldes 2017; genres under CC BY) whole chains.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
from benchmarks.inputs import document_of

from reportedly.mentions.analyse import gather
from reportedly.mentions.anaphora import candidates, pronouns
from reportedly.mentions.antecedents import features, pronoun_type
from reportedly.mentions.candidate import Candidate, Line
from reportedly.mentions.chains import join_before_pronouns
from reportedly.mentions.discourse import Discourse
from reportedly.mentions.lexicon import load_lexicon
from reportedly.mentions.ranker import Matrix, Ranker
from reportedly.mentions.sentences import read_sentences
from reportedly.records.mention import Form
from reportedly.resources.engine import Engine
from training.coreference.network import Example
from training.corpus.load import load as load_passages

Span = tuple[int, int]


class Text(msgspec.Struct):
    """A text read up to its candidates, and what its gold says.

    chains: lists of spans. answer: the line of GAP.
    """

    document: str
    lines: list[Line]
    mentions: list[Candidate]
    clusters: list[list[int]]
    chains: list[list[dict[str, Any]]] = []
    answer: dict[str, Any] = {}


def read_text(identity: str, text: str, engine: Engine) -> Text:
    """A text read up to its candidates."""
    sentences, tagged = read_sentences(document_of({"id": identity, "text": text}), engine)
    lines = [Line(i, s, t, text) for i, (s, t) in enumerate(zip(sentences, tagged, strict=True))]
    mentions, clusters = gather(lines, load_lexicon())
    return Text(identity, lines, mentions, clusters)


def gap_texts(folder: Path, engine: Engine) -> Iterator[Text]:
    """GAP's development part."""
    gold = {g["id"]: g for g in map(json.loads, (folder / "gold.jsonl").open(encoding="utf-8"))}
    for line in map(json.loads, (folder / "input.jsonl").open(encoding="utf-8")):
        yield msgspec.structs.replace(read_text(line["id"], line["text"], engine), answer=gold[line["id"]])


def gum_texts(path: Path, engine: Engine, left_out: Sequence[str], genres: Sequence[str]) -> Iterator[Text]:
    """GUM's documents of some genres, those left out whose name ends so."""
    for line in map(json.loads, path.open(encoding="utf-8")):
        if not any(line["id"].endswith(name) for name in left_out) and line["id"].split("_")[1] in genres:
            yield msgspec.structs.replace(read_text(line["id"], line["text"], engine), chains=line["chains"])


def own_texts(engine: Engine) -> Iterator[Text]:
    """Our own annotated passages."""
    for passage in load_passages():
        chains: dict[str, list[dict[str, Any]]] = {}
        for m in passage.mentions:
            chains.setdefault(m.chain, []).append({"start": m.start, "end": m.end})
        read = read_text(passage.id, passage.text, engine)
        yield msgspec.structs.replace(read, chains=list(chains.values()))


def chain_examples(texts: Iterable[Text], weight: float = 1.0) -> Iterator[Example]:
    """Examples of texts with gold chains; the right antecedent is joined before the next pronoun is looked at.

    weight: what an example counts beside one of another set.
    """
    for text in texts:
        discourse = join_before_pronouns(text.lines, text.mentions, text.clusters, load_lexicon())
        chain_of = align(discourse, text.chains)
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
            rows, what = features(discourse, p, options), pronoun_type(discourse, p)
            yield Example(text.document, what, rows, right, wrong, known=True, weight=weight)
            if right:
                discourse.joins.join(p, options[right[0]], "gold")


def gap_examples(texts: Iterable[Text], ranker: Ranker | None) -> Iterator[Example]:
    """One example for each pronoun of GAP that the stage offers options for; earlier pronouns joined by a ranker."""
    for text in texts:
        discourse = join_before_pronouns(text.lines, text.mentions, text.clusters, load_lexicon())
        for p in pronouns(discourse):
            options = candidates(discourse, p)
            if not options:
                continue
            rows = features(discourse, p, options)
            if characters(discourse, p)[0] == text.answer["pronoun"]["start"]:
                yield _gap_example(discourse, p, options, rows, text.answer)
                break
            if ranker is not None and (chosen := ranker.choose(rows, pronoun_type(discourse, p))) is not None:
                discourse.joins.join(p, options[chosen], "pronoun")


def _gap_example(discourse: Discourse, p: int, options: Sequence[int], rows: Matrix, answer: dict[str, Any]) -> Example:
    right: list[int] = []
    wrong: list[int] = []
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


def characters(discourse: Discourse, i: int) -> Span:
    """Character range of a candidate."""
    m = discourse.mentions[i]
    return discourse.lines[m.line].characters(m.first, m.last)


def _stands_for(discourse: Discourse, k: int, span: Span) -> bool:
    """Whether a candidate is the name at a span: an overlapping name, or the same words but for an article."""
    start, end = characters(discourse, k)
    same = end == span[1] and abs(start - span[0]) <= 4
    return same or (discourse.mentions[k].form == Form.NAME and _overlap((start, end), span))


def _overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def align(discourse: Discourse, chains: Sequence[Sequence[dict[str, Any]]]) -> dict[int, int]:
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
