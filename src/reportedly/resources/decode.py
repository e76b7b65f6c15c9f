"""From scores to answers: trees with one root, and spans by Viterbi over B, I and O."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
#: (first token, last token, number of the kind, mean probability)
Spans = list[tuple[int, int, int, float]]
_NEVER = np.float32(-1e9)


def best(scores: Scores) -> NDArray[np.int64]:
    """The best label of each token."""
    return np.asarray(scores.argmax(-1), dtype=np.int64)


def trees(scores: Scores, lengths: Sequence[int]) -> list[list[int]]:
    """Heads of each sentence's tokens: one tree with one root, which is its own head.

    scores: [sentence, dependent, head]; the diagonal scores being root. Where the best head of each token gives a tree
    it is taken; elsewhere cycles are broken one at a time where that costs least (the first step of
    Chu and Liu 1965 and Edmonds 1967, without going back: trees with cycles are one in some hundred).
    """
    batch, width, _ = scores.shape
    diagonal = np.arange(width)
    own = scores[:, diagonal, diagonal]
    others = scores.copy()
    others[:, diagonal, diagonal] = _NEVER
    known = np.arange(width)[None] < np.asarray(lengths)[:, None]
    # The root is the token that gains most by it, so that exactly one is left.
    gain = np.where(known, own - others.max(-1), _NEVER)
    roots = gain.argmax(-1)
    heads = others.argmax(-1)
    heads[np.arange(batch), roots] = roots
    reached = heads.copy()
    for _ in range(max(1, int(width).bit_length())):
        reached = np.take_along_axis(reached, reached, 1)
    whole = ((reached == roots[:, None]) | ~known).all(-1)
    return [
        heads[i, :length].tolist() if whole[i] else best_tree(others[i, :length, :length], int(roots[i]))
        for i, length in enumerate(lengths)
    ]


def best_tree(scores: Scores, root: int) -> list[int]:
    """Heads of a good tree under a root: cycles are broken one at a time where it costs least."""
    size = len(scores)
    heads = scores.argmax(-1)
    heads[root] = root
    while (cycle := _cycle(heads, root)) is not None:
        inside = np.zeros(size, bool)
        inside[cycle] = True
        # Only tokens that hang on the root already may take the cycle in: no new cycle can then arise.
        safe = _under(heads, root)
        options = scores[cycle] + np.where(safe & ~inside, np.float32(0), _NEVER)[None]
        loss = scores[cycle, heads[cycle]][:, None] - options
        where, head = np.unravel_index(int(loss.argmin()), loss.shape)
        heads[cycle[int(where)]] = head
    return [int(h) for h in heads]


def _cycle(heads: NDArray[np.int64], root: int) -> list[int] | None:
    """The tokens of some cycle, or None in a tree."""
    safe = _under(heads, root)
    if safe.all():
        return None
    token = int(np.flatnonzero(~safe)[0])
    for _ in range(len(heads)):
        token = int(heads[token])
    cycle = [token]
    while (token := int(heads[token])) != cycle[0]:
        cycle.append(token)
    return cycle


def _under(heads: NDArray[np.int64], root: int) -> NDArray[np.bool_]:
    reached = heads.copy()
    for _ in range(max(1, len(heads).bit_length())):
        reached = reached[reached]
    return np.asarray(reached == root)


def relations(scores: Scores, heads: Sequence[Sequence[int]], lengths: Sequence[int], root: int) -> list[list[int]]:
    """The best relation of each token: `root` at the root and nowhere else."""
    without = scores.copy()
    without[..., root] = _NEVER
    chosen = without.argmax(-1)
    found = []
    for i, length in enumerate(lengths):
        row = chosen[i, :length].tolist()
        row[next(t for t, head in enumerate(heads[i]) if head == t)] = root
        found.append(row)
    return found


def spans(scores: Scores, lengths: Sequence[int]) -> list[Spans]:
    """Spans of each sentence by Viterbi: a kind goes on only after its own beginning.

    scores: [sentence, token, label]; label 0 is O, 1 + 2k begins kind k, 2 + 2k goes on with it.
    """
    batch, width, labels = scores.shape
    logs = scores - scores.max(-1, keepdims=True)
    logs -= np.log(np.exp(logs).sum(-1, keepdims=True))
    known = np.arange(width)[None] < np.asarray(lengths)[:, None]
    logs = np.where(known[..., None], logs, np.where(np.arange(labels) == 0, np.float32(0), _NEVER))
    total = logs[:, 0].copy()
    total[:, 2::2] = _NEVER
    step, begun = np.empty_like(total), np.empty((batch, width, labels // 2), bool)
    before = np.zeros((batch, width), np.int64)
    for t in range(1, width):
        # O and B may follow anything; I follows B or I of its kind.
        begins, goes_on = total[:, 1::2], total[:, 2::2]
        total.argmax(-1, out=before[:, t])
        np.greater_equal(begins, goes_on, out=begun[:, t])
        step[:] = total.max(-1, keepdims=True)
        np.maximum(begins, goes_on, out=step[:, 2::2])
        np.add(step, logs[:, t], out=total)
    rows = np.arange(batch)
    path = np.zeros((batch, width), np.int64)
    path[:, -1] = here = total.argmax(-1)
    for t in range(width - 1, 0, -1):
        inside = (here > 0) & (here % 2 == 0)
        own = here - begun[rows, t, here // 2 - 1]
        path[:, t - 1] = here = np.where(inside, own, before[:, t])
    chances = np.exp(np.take_along_axis(logs, path[..., None], 2)[..., 0])
    return [_runs(path[i, :length].tolist(), chances[i, :length].tolist()) for i, length in enumerate(lengths)]


def spans_of_all(heads: Sequence[Scores], lengths: Sequence[int]) -> list[list[Spans]]:
    """`spans` of several heads over the same sentences, in order; those with as many labels are read in one go."""
    found: list[list[Spans]] = [[] for _ in heads]
    for labels in sorted({scores.shape[-1] for scores in heads}):
        chosen = [i for i, scores in enumerate(heads) if scores.shape[-1] == labels]
        read = spans(np.concatenate([heads[i] for i in chosen]), [*lengths] * len(chosen))
        for n, i in enumerate(chosen):
            found[i] = read[n * len(lengths) : (n + 1) * len(lengths)]
    return found


def _runs(labels: list[int], chances: list[float]) -> Spans:
    found: Spans = []
    first = -1
    for i, label in enumerate([*labels, 0]):
        if first >= 0 and (label == 0 or label % 2 == 1):
            found.append((first, i - 1, (labels[first] - 1) // 2, sum(chances[first:i]) / (i - first)))
            first = -1
        if label % 2 == 1:
            first = i
    return found
