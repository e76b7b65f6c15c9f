"""The command line of the benchmarks: `python -m benchmarks predict | run | speed`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from benchmarks.lines import read_lines, write_lines
from benchmarks.predict import Crash, predict_of, predictions
from benchmarks.run import Change
from benchmarks.run import run as run_sets
from benchmarks.sets import SHARED, chosen_sets

app = typer.Typer(
    add_completion=False, no_args_is_help=True, help=__doc__, pretty_exceptions_enable=False, rich_markup_mode=None
)
_errors = Console(stderr=True)


def _stop(message: object) -> typer.Exit:
    _errors.print(str(message), style="red", markup=False, highlight=False)
    return typer.Exit(2)


@app.command()
def predict(
    task: Annotated[str, typer.Argument(help="Name of a module in benchmarks/tasks.")],
    source: Annotated[Path, typer.Option("--in", exists=True, dir_okay=False, help="Input lines, plain or .gz.")],
    target: Annotated[Path, typer.Option("--out", help="Where the predicted lines go, plain or .gz.")],
) -> None:
    """Prints a stage's answer for each input line. A line that crashes is told on standard error; the others go on."""
    crashes: list[Crash] = []
    bad: list[str] = []

    def crashed(crash: Crash) -> None:
        crashes.append(crash)
        _errors.print(f"crashed on {crash.id}: {crash.error}", style="red", markup=False, highlight=False)

    def is_bad(message: str) -> None:
        bad.append(message)
        _errors.print(message, style="red", markup=False, highlight=False)

    try:
        count = write_lines(target, predictions(predict_of(task), read_lines(source, is_bad), crashed))
    except (ValueError, OSError) as error:
        raise _stop(error) from error
    _errors.print(f"{count} lines written to {target}; {len(crashes)} crashed, {len(bad)} were no JSON objects.")
    if (crashes or bad) and not count:
        raise typer.Exit(1)


@app.command()
def run(
    names: Annotated[list[str] | None, typer.Argument(help="Tasks or sets: claims, claims/seed. All if none.")] = None,
    quick: Annotated[bool, typer.Option("--quick", help="Only the sets that the test suite runs.")] = False,
    raise_floors: Annotated[bool, typer.Option("--raise-floors", help="Pin gains as new floors.")] = False,
    lower_floor: Annotated[str | None, typer.Option("--lower-floor", help="Set, or 'set figure', to lower.")] = None,
    reason: Annotated[str, typer.Option("--reason", help="Why the floor is lowered; kept in floors.json.")] = "",
) -> None:
    """Scores sets against the gold, keeps the figures in results.json and fails when one is below its floor."""
    console = Console()
    if not (SHARED / "gold" / "score.py").exists():
        raise _stop(f"nothing to score: the development data is not beside this checkout ({SHARED})")
    change = Change(raise_gains=raise_floors, lower=lower_floor, reason=reason)
    try:
        held = run_sets(chosen_sets(names or [], quick=quick), change, console)
    except ValueError as error:
        raise _stop(error) from error
    if not held:
        raise typer.Exit(1)


@app.command()
def who(
    reports: Annotated[
        list[int] | None, typer.Argument(min=2, help="Sizes of the bases. Default: 700 and 3000.")
    ] = None,
) -> None:
    """Times who is who over made-up bases: from nothing, unchanged, and after one more report."""
    from benchmarks.who import measure_all

    measure_all(reports or [700, 3000], Console())


@app.command()
def speed(
    pages: Annotated[int, typer.Option(min=1, help="How many made pages are read.")] = 60,
    one: Annotated[str | None, typer.Option("--one", help="Only this part, in this process, as JSON.")] = None,
    peers: Annotated[Path | None, typer.Option(help="site-packages of another environment that has spaCy.")] = None,
) -> None:
    """Times every stage, beside trafilatura and spaCy: pages and words a second, peak memory."""
    from benchmarks.speed import measure_all, measure_one  # its parts import heavy peers

    if one is not None:
        typer.echo(measure_one(one, pages))
    else:
        measure_all(pages, Console(), peers)


if __name__ == "__main__":
    app()
