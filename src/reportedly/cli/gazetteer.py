"""`reportedly gazetteer`."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from reportedly.cli.terminal import Json, clean, console, print_record, say

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from reportedly.resources.own_places import Imported

EXAMPLE: Final = "Example: reportedly gazetteer import IQ.zip villages.csv"
_AGAIN: Final = "Pages that were read before get their places anew when you run the same reportedly read again."


class Action(StrEnum):
    """What can be done with the user's places."""

    SHOW = "show"
    IMPORT = "import"
    FORGET = "forget"


def gazetteer(
    action: Annotated[Action, typer.Argument(metavar="ACTION", help="show, import or forget.")] = Action.SHOW,
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="FILE", help="What to import; .zip and .gz are unpacked.")
    ] = None,
    json: Json = False,
) -> None:
    """Import places of your own.

    They are laid over those that come with reportedly. Takes GeoNames' dumps (a country's file, allCountries,
    alternateNamesV2) and tables (CSV) whose first line names the columns name, latitude and longitude, and may name
    kind, country, population and names. A file is imported as a whole or not at all; rows that are wrong are counted.
    Pages that were read before get the new places when they are read again: run the same `reportedly read` once more.
    """
    from reportedly.resources.own_places import OwnPlaces, forget_places, own_path, own_places

    if action is not Action.IMPORT and files:
        raise typer.BadParameter("Files can only be imported.", param_hint="FILE")
    if action is Action.IMPORT:
        _import(files or [], json=json)
        return
    if action is Action.FORGET:
        forgotten = forget_places()
        say("All places that were imported are forgotten. " + _AGAIN if forgotten else "No places were imported.")
        return
    held = own_places()
    if json:
        print_record(held or OwnPlaces(file=str(own_path()), places=0, names=0))
    elif held is None:
        say("No places were imported.")
    else:
        console().print(f"Imported: {_counted(held.places, held.names)}, kept in {clean(held.file)}")


def _import(files: list[Path], *, json: bool) -> None:
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from reportedly.resources.own_places import import_places

    if not files:
        raise typer.BadParameter("Name at least one file.", param_hint="FILE")
    terminal = console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TextColumn("{task.completed:,} rows"))
    for path in files:
        with Progress(*columns, TimeElapsedColumn(), console=terminal, transient=True) as bar:
            task = bar.add_task(clean(path.name), total=None)
            imported = import_places(path, progress=partial(_tell, bar, task))
        if json:
            print_record(imported)
        else:
            console().print(_told(imported))
    if not json:
        say(_AGAIN)


def _tell(bar: Progress, task: TaskID, rows: int) -> None:
    bar.update(task, completed=rows)


def _told(imported: Imported) -> str:
    reasons = [f"{count:,} {reason}" for reason, count in sorted(imported.left_out.items())]
    left_out = f"; left out: {', '.join(reasons)}" if reasons else ""
    return f"{clean(imported.file)}: new are {_counted(imported.places, imported.names)}{left_out}."


def _counted(places: int, names: int) -> str:
    from reportedly.cli.lines import counted

    return f"{counted(places, 'place')} and {counted(names, 'name')}"
