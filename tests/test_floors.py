"""The figures of the quick sets hold their floors. Needs the development data beside the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.floors import read_floors, verdicts
from benchmarks.predict import task_names
from benchmarks.run import measure
from benchmarks.sets import all_sets, chosen_sets

QUICK = [gold_set.name for gold_set in all_sets() if gold_set.quick]


def test_the_quick_sets() -> None:
    """The claims sets, the seed among them, one of mentions and who is who in the demo are guarded by the tests."""
    assert QUICK == ["claims/dev", "claims/seed", "mentions/re3d", "crossdoc/demo"]
    assert {name.partition("/")[0] for name in QUICK} <= set(task_names())


@pytest.mark.parametrize("name", QUICK)
def test_no_figure_is_below_its_floor(shared: Path, name: str) -> None:
    """Each quick set is read and scored; no line crashes, every guarded figure has a floor and holds it."""
    (gold_set,) = chosen_sets([name])
    result = measure(gold_set)
    assert [(crash.id, crash.error) for crash in result.crashes] == []
    judged = list(verdicts(read_floors(), name, result.gold, gold_set.floors, result.figures))
    assert [v.figure for v in judged if v.floor is None] == [], "pin with: python -m benchmarks run --raise-floors"
    assert [(v.figure, v.value, v.floor, v.state.value) for v in judged if v.state.is_failure] == []
