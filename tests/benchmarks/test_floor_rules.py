"""Floors hold, rise with gains, and are lowered only by name with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.floors import (
    TOLERANCE,
    Floors,
    SetFloors,
    State,
    lower_floor,
    raise_floors,
    read_floors,
    verdicts,
    write_floors,
)

FLOORS = Floors(sets={"claims/dev": SetFloors(gold="g1", figures={"claims_f1": 0.5, "never_violations": 0})})


def _states(figures: dict[str, float | int], gold: str = "g1", guarded: tuple[str, ...] = ()) -> dict[str, State]:
    return {v.figure: v.state for v in verdicts(FLOORS, "claims/dev", gold, guarded, figures)}


@pytest.mark.parametrize(
    ("f1", "violations", "states"),
    [
        (0.5, 0, (State.HELD, State.HELD)),
        (0.6, 0, (State.ABOVE, State.HELD)),
        (0.5 - TOLERANCE / 2, 0, (State.HELD, State.HELD)),
        (0.5 - TOLERANCE * 2, 0, (State.FELL, State.HELD)),
        (0.5, 1, (State.HELD, State.FELL)),
    ],
)
def test_figures_against_floors(f1: float, violations: int, states: tuple[State, State]) -> None:
    """A figure below its floor fails, one above is a gain; of violations more is worse."""
    assert tuple(_states({"claims_f1": f1, "never_violations": violations}).values()) == states


def test_other_gold_and_missing_figures_fail() -> None:
    """Figures measured on other data, and figures that were not measured, hold no floor."""
    assert _states({"claims_f1": 0.9}, gold="g2")["claims_f1"] is State.OTHER_GOLD
    assert _states({"never_violations": 0})["claims_f1"] is State.GONE
    assert {s for s in State if s.is_failure} == {State.FELL, State.OTHER_GOLD, State.GONE}


def test_a_new_figure_has_no_floor_yet() -> None:
    """A guarded figure without a floor is shown and does not fail."""
    assert _states({"recall": 0.1}, guarded=("recall",))["recall"] is State.NEW
    assert not State.NEW.is_failure


def test_floors_rise_and_never_sink() -> None:
    """Gains are pinned; losses leave the floor where it is; violations pin downwards."""
    floors = raise_floors(FLOORS, "claims/dev", "g1", ("claims_f1", "x"), {"claims_f1": 0.4, "x": 0.2})
    assert floors.sets["claims/dev"].figures == {"claims_f1": 0.5, "never_violations": 0, "x": 0.2}
    floors = raise_floors(
        floors, "claims/dev", "g1", ("claims_f1", "never_violations"), {"claims_f1": 0.7, "never_violations": 2}
    )
    assert floors.sets["claims/dev"].figures == {"claims_f1": 0.7, "never_violations": 0, "x": 0.2}


def test_floors_do_not_rise_on_other_gold() -> None:
    """Floors of other data are not silently replaced."""
    with pytest.raises(ValueError, match="the gold of claims/dev has changed"):
        raise_floors(FLOORS, "claims/dev", "g2", ("claims_f1",), {"claims_f1": 0.9})


def test_lowering_one_floor_is_recorded() -> None:
    """The named floor takes the new value and the reason is kept; the other floor stays."""
    figures = {"claims_f1": 0.45, "never_violations": 3}
    floors = lower_floor(FLOORS, "claims/dev claims_f1", "g1", figures, reason="gold mended", date="2026-01-02")
    assert floors.sets["claims/dev"].figures == {"claims_f1": 0.45, "never_violations": 0}
    (change,) = floors.lowered
    assert (change.name, change.before, change.after, change.reason) == (
        "claims/dev claims_f1",
        0.5,
        0.45,
        "gold mended",
    )


def test_a_whole_set_is_lowered_when_its_gold_changed() -> None:
    """Naming the set takes over every figure together with the new digest."""
    figures = {"claims_f1": 0.45, "never_violations": 1}
    floors = lower_floor(FLOORS, "claims/dev", "g2", figures, reason="new gold", date="2026-01-02")
    assert floors.sets["claims/dev"] == SetFloors(gold="g2", figures={"claims_f1": 0.45, "never_violations": 1})
    assert len(floors.lowered) == 2


@pytest.mark.parametrize(
    ("name", "gold", "figures", "reason", "message"),
    [
        ("claims/dev claims_f1", "g1", {"claims_f1": 0.4}, " ", "only with a reason"),
        ("claims/dev other", "g1", {"other": 0.4}, "r", "no floor 'claims/dev other'"),
        ("claims/new", "g1", {"claims_f1": 0.4}, "r", "no floor 'claims/new'"),
        ("claims/dev claims_f1", "g2", {"claims_f1": 0.4}, "r", "lower the whole set"),
        ("claims/dev", "g1", {"claims_f1": 0.4}, "r", "never_violations of claims/dev was not measured"),
    ],
)
def test_lowering_is_refused(name: str, gold: str, figures: dict[str, float], reason: str, message: str) -> None:
    """Without a reason, without such a floor, piecemeal on other gold, or unmeasured, nothing is lowered."""
    with pytest.raises(ValueError, match=message):
        lower_floor(FLOORS, name, gold, figures, reason=reason, date="2026-01-02")


def test_the_file_keeps_everything(tmp_path: Path) -> None:
    """What is written is read back; without a file there are no floors."""
    path = tmp_path / "floors.json"
    assert read_floors(path) == Floors(sets={})
    floors = lower_floor(FLOORS, "claims/dev claims_f1", "g1", {"claims_f1": 0.4}, reason="r", date="2026-01-02")
    write_floors(floors, path)
    assert read_floors(path) == floors
