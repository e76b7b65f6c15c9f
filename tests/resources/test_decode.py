"""Trees have one root and no cycle, spans begin before they go on, whatever the scores."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.resources import decode


def _is_tree(heads: list[int]) -> bool:
    roots = [i for i, head in enumerate(heads) if head == i]
    if len(roots) != 1:
        return False
    for i in range(len(heads)):
        seen = set()
        while heads[i] != i:
            if i in seen:
                return False
            seen.add(i)
            i = heads[i]
    return True


@given(seed=st.integers(0, 10**6), lengths=st.lists(st.integers(1, 12), min_size=1, max_size=5))
def test_any_scores_give_trees(seed: int, lengths: list[int]) -> None:
    """Every sentence of a batch gets one tree with one root."""
    width = max(lengths)
    scores = np.random.default_rng(seed).normal(size=(len(lengths), width, width)).astype(np.float32) * 9
    for i, length in enumerate(lengths):
        scores[i, :, length:] -= 1e4
    for heads, length in zip(decode.trees(scores, lengths), lengths, strict=True):
        assert len(heads) == length
        assert _is_tree(heads)


def test_a_tree_that_scores_best_is_kept() -> None:
    """Where the best heads are a tree already, nothing is changed."""
    heads = [1, 1, 3, 1]
    scores = np.zeros((1, 4, 4), np.float32)
    scores[0, range(4), heads] = 5
    assert decode.trees(scores, [4]) == [heads]


def test_a_cycle_is_broken_where_it_costs_least() -> None:
    """Of two tokens that govern each other, the one that loses less moves."""
    scores = np.full((1, 3, 3), -5, np.float32)
    scores[0, 0, 0] = 9
    scores[0, 1, 2] = scores[0, 2, 1] = 4
    scores[0, 1, 0], scores[0, 2, 0] = 3, 0
    assert decode.trees(scores, [3]) == [[0, 0, 1]]


@pytest.mark.parametrize(
    ("peaks", "found"),
    [
        (["O", "B0", "I0", "O"], [(1, 2, 0)]),
        (["B0", "B0", "I0", "B1"], [(0, 0, 0), (1, 2, 0), (3, 3, 1)]),
        (["O", "O"], []),
    ],
)
def test_spans_follow_clear_scores(peaks: list[str], found: list[tuple[int, int, int]]) -> None:
    """Clear labels come out as they stand."""
    numbers = {"O": 0, "B0": 1, "I0": 2, "B1": 3, "I1": 4}
    scores = np.zeros((1, len(peaks), 5), np.float32)
    for i, peak in enumerate(peaks):
        scores[0, i, numbers[peak]] = 8
    assert [span[:3] for span in decode.spans(scores, [len(peaks)])[0]] == found


def test_a_span_never_begins_in_the_middle() -> None:
    """I after O is no answer: the best allowed labels are taken instead."""
    scores = np.zeros((1, 2, 3), np.float32)
    scores[0, 0] = [3.0, 2.5, -9.0]
    scores[0, 1] = [0.0, -9.0, 4.0]
    assert [span[:3] for span in decode.spans(scores, [2])[0]] == [(0, 1, 0)]


@given(seed=st.integers(0, 10**6), lengths=st.lists(st.integers(1, 9), min_size=1, max_size=4))
def test_any_scores_give_spans_in_order(seed: int, lengths: list[int]) -> None:
    """Spans lie inside their sentence, ascend, and do not overlap."""
    scores = np.random.default_rng(seed).normal(size=(len(lengths), max(lengths), 7)).astype(np.float32) * 4
    for spans, length in zip(decode.spans(scores, lengths), lengths, strict=True):
        ends = [-1]
        for first, last, kind, score in spans:
            assert ends[-1] < first <= last < length
            assert 0 <= kind < 3
            assert 0 <= score <= 1
            ends.append(last)


def test_padding_changes_no_spans() -> None:
    """A sentence gets the same spans alone and beside a longer one."""
    scores = np.random.default_rng(3).normal(size=(2, 8, 7)).astype(np.float32) * 4
    assert decode.spans(scores, [5, 8])[0] == decode.spans(scores[:1, :5], [5])[0]


def test_heads_read_together_are_read_alike() -> None:
    """Several heads in one go, of different numbers of labels too, give what each gives alone."""
    chance = np.random.default_rng(5)
    heads = [chance.normal(size=(2, 6, labels)).astype(np.float32) * 4 for labels in (7, 5, 7)]
    assert decode.spans_of_all(heads, [4, 6]) == [decode.spans(scores, [4, 6]) for scores in heads]
