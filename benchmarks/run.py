"""Scores sets, keeps the figures in results.json and holds them against the floors."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterable
from pathlib import Path

import msgspec
from rich.console import Console
from rich.table import Table

import reportedly
from benchmarks.floors import (
    LESS_IS_BETTER,
    Floors,
    State,
    Verdict,
    lower_floor,
    raise_floors,
    read_floors,
    verdicts,
    write_floors,
)
from benchmarks.lines import digest
from benchmarks.predict import Crash, predict_of, predictions, task_names
from benchmarks.sets import FOLDER, SHARED, GoldSet

RESULTS = FOLDER / "results.json"


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What was measured on one set. figures: headline first. crashes: lines on which the product failed."""

    version: str
    engine: str
    date: str
    gold: str
    scorer: str
    lines: int
    seconds: float
    crashes: tuple[Crash, ...]
    figures: dict[str, float | int]


def measure(gold_set: GoldSet) -> Result:
    """Predicts and scores one set. Raises ValueError where its task has no module."""
    predict = predict_of(gold_set.task)
    lines = list(gold_set.lines())
    crashes: list[Crash] = []
    started = time.perf_counter()
    predicted = list(predictions(predict, lines, crashes.append))
    seconds = time.perf_counter() - started
    return Result(
        version=reportedly.__version__,
        engine=_engine_version(),
        date=today(),
        gold=gold_set.digest,
        scorer=digest(SHARED / "gold" / "score.py"),
        lines=len(lines),
        seconds=round(seconds, 1),
        crashes=tuple(crashes),
        figures=gold_set.score(predicted),
    )


def today() -> str:
    """The day, for the record of a measurement."""
    return dt.datetime.now(tz=dt.UTC).date().isoformat()


def _engine_version() -> str:
    from reportedly.pipeline import ENGINE_VERSION  # loads the stages: only a run needs it

    return str(ENGINE_VERSION)


def read_results(path: Path = RESULTS) -> dict[str, Result]:
    """The figures of the last run of each set."""
    return msgspec.json.decode(path.read_bytes(), type=dict[str, Result]) if path.exists() else {}


def write_results(results: dict[str, Result], path: Path = RESULTS) -> None:
    """Keeps figures, sorted so that a change shows as one line."""
    raw = msgspec.json.encode({name: results[name] for name in sorted(results)})
    path.write_bytes(msgspec.json.format(raw, indent=2) + b"\n")


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What a run may do to the floors. lower: set or "set figure" to lower, with a reason."""

    raise_gains: bool = False
    lower: str | None = None
    reason: str = ""


def run(sets: Iterable[GoldSet], change: Change, console: Console) -> bool:
    """Measures sets, prints figures with gains and losses, writes results and floors.

    True when something was measured, nothing failed and no floor fell.
    """
    before, floors = read_results(), read_floors()
    after, judged, failed = dict(before), list[Verdict](), list[str]()
    for gold_set in sets:
        skipped = _missing(gold_set)
        if skipped:
            console.print(f"{gold_set.name}: skipped, {skipped}", style="yellow", markup=False, highlight=False)
            continue
        console.print(f"{gold_set.name} …", style="dim")
        try:
            result = measure(gold_set)
        except Exception as error:  # noqa: BLE001  # a stage that does not load fails its set, not the whole run
            failed.append(gold_set.name)
            told = f"{gold_set.name}: failed: {type(error).__name__}: {error}"
            console.print(told, style="red", markup=False, highlight=False)
            continue
        after[gold_set.name] = result
        write_results(after)  # a run that is stopped keeps what it measured
        floors = _changed(floors, gold_set, result, change)
        write_floors(floors)
        judged += list(verdicts(floors, gold_set.name, result.gold, gold_set.floors, result.figures))
        for crash in result.crashes:
            console.print(f"{gold_set.name}: crashed on {crash.id}: {crash.error}", style="red", markup=False)
    if not judged:
        console.print("nothing was measured", style="red")
        return False
    console.print(_table(judged, before, after))
    return not failed and not any(verdict.state.is_failure for verdict in judged)


def _missing(gold_set: GoldSet) -> str | None:
    if not (SHARED / gold_set.gold).exists():
        return f"{SHARED / gold_set.gold} is not there"
    if gold_set.task not in task_names():
        return f"there is no benchmarks/tasks/{gold_set.task}.py"
    return None


def _changed(floors: Floors, gold_set: GoldSet, result: Result, change: Change) -> Floors:
    if change.lower is not None and change.lower.partition(" ")[0] == gold_set.name:
        figures, gold = result.figures, result.gold
        floors = lower_floor(floors, change.lower, gold, figures, reason=change.reason, date=today())
    if change.raise_gains:
        floors = raise_floors(floors, gold_set.name, result.gold, gold_set.floors, result.figures)
    return floors


def _table(judged: Iterable[Verdict], before: dict[str, Result], after: dict[str, Result]) -> Table:
    table = Table("set", "figure", "before", "now", "change", "floor", "state", "lines", "crashes", "seconds")
    for verdict in judged:
        old = before[verdict.set].figures.get(verdict.figure) if verdict.set in before else None
        result = after[verdict.set]
        tail = (str(result.lines), str(len(result.crashes)), str(result.seconds))
        cells = (_number(old), _number(verdict.value), _gain(verdict, old), _number(verdict.floor), verdict.state.value)
        table.add_row(verdict.set, verdict.figure, *cells, *tail, style=_style(verdict.state))
    return table


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.4f}" if isinstance(value, float) else str(value)


def _gain(verdict: Verdict, old: float | None) -> str:
    if old is None or verdict.value is None or verdict.value == old:
        return ""
    better = (verdict.value < old) == (verdict.figure in LESS_IS_BETTER)
    return f"{verdict.value - old:+.4f} {'gain' if better else 'LOSS'}"


def _style(state: State) -> str | None:
    styles: dict[State, str] = {State.ABOVE: "green"}
    return "red" if state.is_failure else styles.get(state)
