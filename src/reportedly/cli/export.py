"""`reportedly export`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from reportedly.cli.terminal import Base, Json, console, open_base, print_json, say

EXAMPLE: Final = "Example: reportedly export csv --out claims.csv"


def export(
    format_: Annotated[
        str | None, typer.Argument(metavar="FORMAT", help="The name of a format; without one, they are listed.")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write here, once all of it is there. Default: standard output."),
    ] = None,
    base: Base = None,
    json: Json = False,
) -> None:
    """Write all claims of the base in a form that other tools read."""
    if format_ is None:
        _list(json=json)
        return
    if json and out is None:
        raise typer.BadParameter("With a format it needs --out: the claims take up the output.", param_hint="--json")
    from reportedly.cli.lines import counted
    from reportedly.exports.export import Lines, load_export, write_file

    chosen = load_export(format_)
    with open_base(base) as store, _bar(shown=out is not None or not sys.stdout.isatty()) as seen:
        if out is None:
            # As in a file: UTF-8, and line ends as the format has them.
            with open(sys.stdout.fileno(), "wb", closefd=False) as raw, Lines(raw, seen) as stream:
                exported = chosen.write(store, stream)
        else:
            exported = write_file(chosen, store, out, seen)
    did: dict[str, Any] = {"format": format_, "file": str(out), "claims": exported.claims, "note": exported.note}
    if json:
        print_json(did)
        return
    where = "" if out is None else f" to {out}"
    say(f"{counted(exported.claims, 'claim')} written{where}. {exported.note}")


@contextmanager
def _bar(*, shown: bool) -> Iterator[Callable[[int], None]]:
    """A count of lines on standard error while they are written; none where the lines themselves are looked at."""
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    terminal = console(stderr=True)
    with Progress(
        SpinnerColumn(),
        TextColumn("{task.completed} lines written", markup=False),
        TimeElapsedColumn(),
        console=terminal,
        transient=True,
        disable=not (shown and terminal.is_terminal),
    ) as bar:
        task = bar.add_task("", total=None)
        yield lambda lines: bar.advance(task, lines)


def _list(*, json: bool) -> None:
    from rich.table import Table
    from rich.text import Text

    from reportedly.exports.export import export_names, load_export

    found = [load_export(name) for name in export_names()]
    if json:
        for one in found:
            print_json({"format": one.name, "gloss": one.gloss})
        return
    rows = Table.grid(padding=(0, 2, 0, 0))
    for one in found:
        rows.add_row(Text(one.name, style="bold"), Text(one.gloss))
    console().print(rows)
