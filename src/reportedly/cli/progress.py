"""What is seen of a run: a bar while it lasts, the summary when it ends. Both go to standard error under --json."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from typing import Final

from rich.padding import Padding
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.text import Text

from reportedly.base.store import Selection, Store
from reportedly.cli.lines import counted, located
from reportedly.cli.terminal import clean, console
from reportedly.records.reading import Problem, Reading
from reportedly.records.wire import to_line
from reportedly.text.json_lines import dumps

_SHOWN: Final = 3  # examples of each kind of problem
_WIDTH: Final = 40


class Tally:
    """Counts of one run."""

    def __init__(self) -> None:
        self.documents = self.unchanged = self.claims = 0
        self.problems: list[Problem] = []
        self.placed: set[str] = set()
        self.unplaced: Counter[str] = Counter()

    def add(self, reading: Reading) -> None:
        """Counts one reading."""
        if reading.document is not None:
            self.documents += 1
            self.unchanged += reading.unchanged
            self.claims += len(reading.claims)
            for where in reading.analysis.places:
                if where.latitude is None:
                    self.unplaced[where.canonical] += 1
                else:
                    self.placed.add(where.canonical)
        if not reading.unchanged:
            self.problems += reading.problems


def follow(readings: Iterable[Reading], store: Store, *, json: bool) -> bool:
    """Runs to the end and reports on it; whether anything was read. json: claims go to standard output, one a line."""
    tally = Tally()
    try:
        _run(readings, store, tally, json=json)
    finally:
        _summary(store, tally, json=json)
    return tally.documents > 0


def _run(readings: Iterable[Reading], store: Store, tally: Tally, *, json: bool) -> None:
    terminal = console(stderr=True)
    bar = Progress(
        SpinnerColumn(),
        TextColumn("{task.completed} read", markup=False),
        TextColumn("{task.fields[claims]} claims", markup=False),
        TextColumn("{task.description}", markup=False, style="dim"),
        TimeElapsedColumn(),
        console=terminal,
        transient=True,
        disable=not terminal.is_terminal,
    )
    with bar:
        task = bar.add_task("", total=None, claims=0)
        for reading in readings:
            tally.add(reading)
            if json:
                _print_claims(reading, store)
            name = clean(located(reading.location))
            short = name if len(name) <= _WIDTH else f"…{name[-_WIDTH:]}"
            bar.update(task, advance=1, claims=tally.claims, description=short)


def _print_claims(reading: Reading, store: Store) -> None:
    if reading.document is None:
        return
    # Out of the base, not out of the reading: so that redacted names are masked here too.
    document = store.document(reading.document.id)
    for claim in store.claims(Selection(document=document.id)):
        sys.stdout.write(dumps(to_line(claim, document)) + "\n")


def _summary(store: Store, tally: Tally, *, json: bool) -> None:
    terminal = console(stderr=json)
    known = f" ({tally.unchanged:,} known already)" if tally.unchanged else ""
    terminal.print(
        Text(f"{counted(tally.documents, 'document')} read{known}, {counted(tally.claims, 'claim')}", style="bold"),
        Text(f"kept in {clean(store.name)}", style="dim"),
    )
    if tally.unplaced:
        terminal.print(Text(_unplaced(store, tally), style="dim"))
    reasons = Counter(problem.reason for problem in tally.problems)
    if not reasons:
        return
    terminal.print(Text(counted(len(tally.problems), "problem"), style="bold red"))
    for reason, count in reasons.most_common():
        examples = [problem for problem in tally.problems if problem.reason == reason]
        terminal.print(Text(f"  {count} × {clean(reason)}", style="red"))
        for problem in examples[:_SHOWN]:
            line = Text(f"{clean(located(problem.location))}: {clean(problem.message)}")
            terminal.print(Padding(line, (0, 0, 0, 6)))
        if count > _SHOWN:
            more = f"      … and {count - _SHOWN} more; see them all with: reportedly problems"
            terminal.print(Text(more, style="dim"))


def _unplaced(store: Store, tally: Tally) -> str:
    """How many names of places are not on the map. Where something was redacted, only how many."""
    known = f"{counted(len(tally.placed), 'name')} of places found on the map, {len(tally.unplaced):,} not known"
    if store.decisions():
        return known
    commonest = ", ".join(clean(name) for name, _ in tally.unplaced.most_common(_SHOWN))
    more = ", …" if len(tally.unplaced) > _SHOWN else ""
    return f"{known}: {commonest}{more} (reportedly gazetteer import adds places)"
