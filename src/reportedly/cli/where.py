"""`reportedly where`."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from reportedly.cli.terminal import Base, Json, clean, console, open_base, print_json

EXAMPLE: Final = "Example: reportedly where Fallujah --json"


def where(
    place: Annotated[str, typer.Argument(metavar="PLACE", help="A place; names that hold these words are found too.")],
    base: Base = None,
    json: Json = False,
) -> None:
    """Print what is claimed of a place, in order of time.

    Each claim comes with its words, how the text holds it, and the report. Places are not yet put
    on a map: “Anbar” finds “Anbar province” by its name, and no place inside it.
    """
    from rich.text import Text

    from reportedly.cli import lines
    from reportedly.views.place import place as claims_at

    with open_base(base) as store:
        found = claims_at(store, place)
        if json:
            for line in lines.for_scripts(found.claims, store):
                print_json(line)
            return
        terminal = console()
        reports = len({one.head.id for one in found.claims})
        terminal.print(Text(clean(", ".join(found.keys)), style="bold reverse"))
        terminal.print(Text(f"{lines.counted(len(found.claims), 'claim')} in {lines.counted(reports, 'report')}"))
        terminal.print()
        terminal.print(lines.in_time(found.claims))
