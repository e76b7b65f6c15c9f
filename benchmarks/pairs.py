"""Pairs of mentions as plain features, and a linear score for each type of relation.

What claims say (by themselves, and by relation_types.toml) is one feature among the words, kinds and grammar between
the two; the weights are learnt from the training parts of the gold sets (`training/relations`) and serve the
benchmarks only.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import msgspec

from reportedly.records.span import Sentence, Token

Span = tuple[int, int]
_WEIGHTS = Path(__file__).parent / "relation_weights.json"
_LONGEST_PATH = 7


class End(NamedTuple):
    """One mention: its characters, its kind, and the number of the thing that it is a mention of.

    fine, chain: what the mentions stage makes of it, its kind and the number of its chain (-1: nothing).
    """

    start: int
    end: int
    kind: str
    thing: int
    fine: str = ""
    chain: int = -1


class Scorer(msgspec.Struct, frozen=True):
    """Weights of one type of relation. threshold: the score from which a pair has it.

    kinds: the first features of pairs that it has been seen between, empty where any will do.
    """

    threshold: float
    bias: float
    weights: dict[str, float]
    kinds: frozenset[str] = frozenset()

    def score(self, features: Sequence[str]) -> float:
        """Probability that a pair with these features is of the type."""
        if self.kinds and features[0] not in self.kinds:
            return 0.0
        total = self.bias + sum(self.weights.get(f, 0.0) for f in features)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def load_scorers(scheme: str, path: Path = _WEIGHTS) -> Mapping[str, Scorer]:
    """Scorers by type of one scheme; none where nothing was learnt for it."""
    return msgspec.json.decode(path.read_bytes(), type=dict[str, dict[str, Scorer]]).get(scheme, {})


class Placed(NamedTuple):
    """A mention in its sentence: tokens first..last, the governing one."""

    end: End
    sentence: int
    first: int
    last: int
    head: int


def placed(ends: Sequence[End], sentences: Sequence[Sentence]) -> list[Placed]:
    """Mentions with the tokens that they cover; those that cover none are left out."""
    found = []
    for number, sentence in enumerate(sentences):
        for end in ends:
            if not sentence.start <= end.start < sentence.end:
                continue
            inside = [i for i, t in enumerate(sentence.tokens) if t.start < end.end and end.start < t.end]
            if inside:
                tops = [i for i in inside if sentence.tokens[i].head not in inside or sentence.tokens[i].head == i]
                found.append(Placed(end, number, inside[0], inside[-1], (tops or inside)[-1]))
    return found


def pairs(mentions: Sequence[Placed], across: bool = False) -> Iterator[tuple[Placed, Placed]]:
    """Ordered pairs of mentions of one sentence; across: of the nearest mentions of each two things."""
    if not across:
        by_sentence: dict[int, list[Placed]] = {}
        for m in mentions:
            by_sentence.setdefault(m.sentence, []).append(m)
        for row in by_sentence.values():
            yield from ((a, b) for a in row for b in row if a is not b and a.end[:2] != b.end[:2])
        return
    things: dict[int, list[Placed]] = {}
    for m in mentions:
        things.setdefault(m.end.thing, []).append(m)
    for one, left in things.items():
        for other, right in things.items():
            if one != other:
                yield min(((a, b) for a in left for b in right), key=_apart)


def _apart(pair: tuple[Placed, Placed]) -> tuple[int, int]:
    a, b = pair
    return abs(a.sentence - b.sentence), abs(a.first - b.first)


def features(a: Placed, b: Placed, sentences: Sequence[Sentence], told: frozenset[str]) -> list[str]:
    """Plain features of an ordered pair. told: what claims put between the two, as features.

    Those that begin with "list" see the members of a list as one, those with "phrase" tell the words of both mentions
    and around them.
    """
    one, other = sentences[a.sentence].tokens, sentences[b.sentence].tokens
    kinds = f"{a.end.kind}>{b.end.kind}"
    fine = f"{a.end.fine}>{b.end.fine}"
    found = [f"kinds {kinds}", *sorted(told)]
    found += [
        f"source {one[a.head].lemma}",
        f"target {other[b.head].lemma}",
        f"source kind {a.end.kind} {_tag(one, a)}",
        f"fine {fine}",
    ]
    if a.end.chain >= 0:
        found.append(f"one chain {a.end.chain == b.end.chain}")
    if a.sentence != b.sentence:
        gap = min(3, abs(a.sentence - b.sentence))
        return [*found, f"apart {gap}", f"apart {kinds}", f"first {a.sentence == 0} {b.sentence == 0} {kinds}"]
    grammar = (*_grammar(one, a, b, kinds, fine), *_lists(one, a, b, kinds, fine))
    return [*found, *_between(one, a, b, kinds), *grammar, *_phrases(one, a, b, kinds)]


def _tag(tokens: Sequence[Token], m: Placed) -> str:
    tag = tokens[m.head].tag
    return "name" if tag.startswith("NNP") else "pronoun" if tag.startswith("PRP") else "noun"


def _between(tokens: Sequence[Token], a: Placed, b: Placed, kinds: str) -> Iterator[str]:
    way = ">" if a.first <= b.first else "<"
    left, right = (a, b) if way == ">" else (b, a)
    if right.first <= left.last:
        nested = "in" if a.last - a.first < b.last - b.first else "holds"
        before = tokens[right.first - 1].lemma if right.first else ""
        yield f"nested {nested} {kinds}"
        yield f"nested {nested} {before} {tokens[left.head].lemma}"
        yield f"nested {nested} {before} {kinds}"
        return
    middle = [t.lemma for t in tokens[left.last + 1 : right.first]]
    yield f"far {way} {min(6, len(middle) // 3)}"
    yield f"far {way} {min(6, len(middle) // 3)} {kinds}"
    if len(middle) <= 4:
        yield f"text {way} {' '.join(middle)}"
        yield f"text {way} {' '.join(middle)} {kinds}"
    if len(middle) <= 12:
        yield from (f"word {way} {w}" for w in middle)
        yield from (f"word {way} {w} {kinds}" for w in middle)
    before = tokens[left.first - 1].lemma if left.first else "^"
    after = tokens[right.last + 1].lemma if right.last + 1 < len(tokens) else "$"
    yield f"before {way} {before}"
    yield f"after {way} {after}"


def _grammar(tokens: Sequence[Token], a: Placed, b: Placed, kinds: str, fine: str) -> Iterator[str]:
    up, down = _path(tokens, a.head), _path(tokens, b.head)
    top = common_governor(tokens, a.head, b.head)
    if top is None:
        return
    climb, descend = up[: up.index(top)], down[: down.index(top)]
    if len(climb) + len(descend) > _LONGEST_PATH:
        yield "path long"
        return
    labels = [f"{tokens[i].relation}^" for i in climb] + [f"{tokens[i].relation}_" for i in reversed(descend)]
    lemma = tokens[top].lemma
    yield f"path {' '.join(labels)}"
    yield f"path {' '.join(labels)} {kinds}"
    yield f"path {' '.join(labels)} {fine}"
    yield f"top {lemma} {fine}"
    yield f"top {lemma}"
    yield f"top {lemma} {kinds}"
    yield f"top {lemma} {labels[0] if labels else ''} {labels[-1] if labels else ''}"
    for i in (*climb[1:], *descend[1:]):
        if tokens[i].tag in {"IN", "TO"} or tokens[i].tag.startswith(("VB", "NN")):
            yield f"over {tokens[i].lemma} {kinds}"


def common_governor(tokens: Sequence[Token], one: int, other: int) -> int | None:
    """The lowest token that governs both, or is one of them; None where the tree falls apart."""
    down = _path(tokens, other)
    return next((i for i in _path(tokens, one) if i in down), None)


def _path(tokens: Sequence[Token], i: int) -> list[int]:
    found = [i]
    while tokens[i].head != i and tokens[i].head not in found:
        i = tokens[i].head
        found.append(i)
    return found


def _lists(tokens: Sequence[Token], a: Placed, b: Placed, kinds: str, fine: str) -> Iterator[str]:
    """The way between two mentions as it would be if each stood first in its list."""
    up, down = _path(tokens, _first_of_list(tokens, a.head)), _path(tokens, _first_of_list(tokens, b.head))
    up, down = (_without_lists(tokens, way) for way in (up, down))
    if up[0] == down[0]:
        yield from ("list same", f"list same {kinds}")
        return
    top = next((i for i in up if i in down), None)
    if top is None:
        return
    climb, descend = up[: up.index(top)], down[: down.index(top)]
    if len(climb) + len(descend) >= _LONGEST_PATH:
        return
    labels = [f"{tokens[i].relation}^" for i in climb] + [f"{tokens[i].relation}_" for i in reversed(descend)]
    way = " ".join(labels)
    over = [_linking(tokens[i]) for i in climb[1:]]
    over.append(tokens[top].lemma if top not in {up[0], down[0]} else "#")
    over += [_linking(tokens[i]) for i in reversed(descend[1:])]
    words = " ".join(over)
    yield f"list {way}"
    yield f"list {way} {kinds}"
    yield f"list {way} {fine}"
    yield f"list words {way} {words}"
    yield f"list words {words} {kinds}"
    yield f"list top {tokens[top].lemma} {labels[0]} {labels[-1]} {kinds}"


def _linking(token: Token) -> str:
    return token.lemma if token.tag in {"IN", "TO"} else "*"


def _first_of_list(tokens: Sequence[Token], i: int) -> int:
    seen = set()
    while tokens[i].relation == "conj" and i not in seen:
        seen.add(i)
        i = tokens[i].head
    return i


def _without_lists(tokens: Sequence[Token], way: Sequence[int]) -> list[int]:
    """A way up the tree with each member of a list given by its first."""
    found: list[int] = []
    for i in way:
        first = _first_of_list(tokens, i)
        if first not in found:
            found.append(first)
    return found


def _phrases(tokens: Sequence[Token], a: Placed, b: Placed, kinds: str) -> Iterator[str]:
    for name, m in (("source", a), ("target", b)):
        yield from (f"phrase {name} has {tokens[i].lemma}" for i in range(m.first, m.last + 1) if i != m.head)
        yield f"phrase {name} begins {tokens[m.first].lemma}"
        yield f"phrase {name} {_tag(tokens, m)} {m.end.kind}"
        first = tokens[_first_of_list(tokens, m.head)]
        above = tokens[first.head].lemma
        yield f"phrase {name} {first.relation} {kinds}"
        yield f"phrase {name} under {above}"
        yield f"phrase {name} under {above} {kinds}"
    yield f"phrase heads {tokens[a.head].lemma} {tokens[b.head].lemma}"
    yield f"phrase tags {_tag(tokens, a)} {_tag(tokens, b)} {kinds}"
    way, left, right = (">", a, b) if a.first <= b.first else ("<", b, a)
    middle = tokens[left.last + 1 : right.first]
    if not middle:
        return
    yield from (f"phrase {way} {x.lemma} {y.lemma}" for x, y in pairwise(middle))
    yield f"phrase {way} next {middle[0].lemma} {kinds}"
    yield f"phrase {way} last {middle[-1].lemma} {kinds}"
    verbs = [t.lemma for t in middle if t.tag.startswith("VB")]
    yield from (f"phrase {way} verb {v} {kinds}" for v in verbs or ["none"])
