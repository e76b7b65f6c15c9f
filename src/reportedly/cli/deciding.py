"""What commands share that write decisions into the log: who decides, why, and how entities are told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.terminal import clean, print_record, say

if TYPE_CHECKING:
    from reportedly.base.assemble import World
    from reportedly.base.store import View
    from reportedly.records.decision import Decision
    from reportedly.records.entity import Entity

Reason = Annotated[str, typer.Option("--reason", metavar="WORDS", help="Why, for the log.")]
By = Annotated[
    str | None,
    typer.Option("--by", metavar="WHO", help="Who decides, for the log. Default: your name on this machine."),
]


def login(by: str | None) -> str:
    """Who decides: the name given, else the one of this machine's user."""
    if by is not None:
        return by
    from getpass import getuser

    try:
        return getuser()
    except (OSError, KeyError, ImportError):  # a container may run under a number that has no name
        raise typer.BadParameter("This machine does not say who you are.", param_hint="--by") from None


def told(entity: Entity) -> str:
    """An entity on one line: its name, kind, other names, and in how many reports it stands."""
    from reportedly.cli.lines import counted

    others = [name for name in entity.names if name != entity.name]
    also = f", also {'; '.join(others)}" if others else ""
    return clean(f"{entity.name} ({entity.kind.value}{also}), {counted(len(entity.documents), 'report')}")


def done(decision: Decision, words: str, *, json: bool) -> None:
    """What was decided: the log's line for scripts, else words and how to take it back."""
    if json:
        print_record(decision)
    else:
        say(f"{words} To take it back: reportedly review --undo {decision.id} --reason WORDS")


def compute(base: View) -> World:
    """Who is who, with a bar on standard error while it is computed."""
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from reportedly.base.assemble import world
    from reportedly.cli.terminal import console

    terminal = console(stderr=True)
    bar = Progress(
        SpinnerColumn(),
        TextColumn("{task.completed} compared", markup=False),
        TimeElapsedColumn(),
        console=terminal,
        transient=True,
        disable=not terminal.is_terminal,
    )
    with bar:
        task = bar.add_task("", total=None)
        return world(base, lambda: bar.advance(task))
