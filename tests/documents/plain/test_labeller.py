"""The labeller: the best sequence, what it may not say, and weights that are missing or damaged."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.documents.plain import labeller as module
from reportedly.documents.plain.labeller import Labeller, LabellerFile, load_labeller
from reportedly.errors import WeightsError
from reportedly.records.document import Role

FEW = ["headline", "paragraph", "comment"]
number = st.integers(-5, 5).map(float)


def _best_by_trying(file: LabellerFile, rows: list[list[str]]) -> float:
    scores = [
        _score(file, rows, [file.roles.index(role) for role in roles])
        for roles in itertools.product(file.roles, repeat=len(rows))
    ]
    return max(scores)


def _score(file: LabellerFile, rows: list[list[str]], roles: list[int]) -> float:
    own = sum(file.features[name][role] for row, role in zip(rows, roles, strict=True) for name in row)
    return own + sum(file.moves[a][b] for a, b in itertools.pairwise(roles))


@given(
    st.lists(st.lists(number, min_size=3, max_size=3), min_size=2, max_size=2),
    st.lists(st.lists(number, min_size=3, max_size=3), min_size=3, max_size=3),
    st.lists(st.lists(st.sampled_from("ab"), max_size=2), min_size=1, max_size=4),
)
def test_no_sequence_is_better(weights: list[list[float]], moves: list[list[float]], rows: list[list[str]]) -> None:
    """Viterbi finds a sequence as good as the best of all, tried one by one."""
    file = LabellerFile(FEW, dict(zip("ab", weights, strict=True)), moves, {})
    found = Labeller(file).label(rows, [None] * len(rows))
    assert _score(file, rows, [FEW.index(role.value) for role in found]) == _best_by_trying(file, rows)


def test_what_is_not_allowed_is_not_said() -> None:
    """A role that a line may not have is never given, whatever its weight; unknown features weigh nothing."""
    file = LabellerFile(FEW, {"a": [9.0, 0.0, 1.0]}, [[0.0] * 3] * 3, {})
    only = frozenset({Role.PARAGRAPH, Role.COMMENT})
    assert Labeller(file).label([["a"], ["a", "unknown"]], [only, None]) == [Role.COMMENT, Role.HEADLINE]
    assert Labeller(file).label([], []) == []


def test_the_shipped_weights_know_all_roles() -> None:
    """The file is read, holds every role, and says where it comes from."""
    assert load_labeller().label([["always"]], [None])[0] in Role


@pytest.mark.parametrize("content", [None, b"", b'{"roles": []}'])
def test_damaged_weights_say_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None) -> None:
    """A missing or damaged file is an error that says what to do."""
    (tmp_path / "data").mkdir()
    if content is not None:
        (tmp_path / "data" / "page_lines.json").write_bytes(content)
    monkeypatch.setattr(module, "files", lambda _: tmp_path)
    with pytest.raises(WeightsError, match="Install reportedly again"):
        load_labeller.__wrapped__()
