"""Runs a task's `predict` over lines so that a crash on one line is told and the others go on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from typing import Protocol

import msgspec

from benchmarks import tasks
from benchmarks.lines import Line

Predict = Callable[[Iterable[Line]], Iterator[Line]]


class Task(Protocol):
    """What each module of `benchmarks/tasks` offers."""

    def predict(self, lines: Iterable[Line]) -> Iterator[Line]:
        """Lines of the task's prediction format for its input lines, in order."""
        ...


class Crash(msgspec.Struct, frozen=True, kw_only=True):
    """A line on which the product failed."""

    id: str
    error: str


def task_names() -> tuple[str, ...]:
    """The tasks that have a module."""
    return tuple(sorted(module.name for module in iter_modules(tasks.__path__)))


def predict_of(task: str) -> Predict:
    """The `predict` of a task. Raises ValueError with the known tasks where there is none."""
    if find_spec(f"benchmarks.tasks.{task}") is None:
        raise ValueError(f"there is no benchmarks/tasks/{task}.py; tasks are: {', '.join(task_names())}")
    predict: Predict = import_module(f"benchmarks.tasks.{task}").predict
    return predict


def predictions(predict: Predict, lines: Iterable[Line], report: Callable[[Crash], None]) -> Iterator[Line]:
    """All predictions. A crash is charged to the line read last; prediction starts again behind it.

    What fails before any line was read (weights that do not load) is raised: it is no line's fault.
    """
    feed = _Feed(iter(lines))
    while True:
        try:
            yield from predict(feed)
        except Exception as error:  # any defect of a stage must be counted, not end the run
            line = feed.take()
            if line is None:
                raise
            report(Crash(id=str(line.get("id")), error=f"{type(error).__name__}: {error}"))
        else:
            return


class _Feed:
    """Hands lines on and remembers the last."""

    def __init__(self, lines: Iterator[Line]) -> None:
        self.lines = lines
        self.current: Line | None = None

    def take(self) -> Line | None:
        """The line handed on last, once."""
        line, self.current = self.current, None
        return line

    def __iter__(self) -> Iterator[Line]:
        for line in self.lines:
            self.current = line
            yield line
