"""`reportedly timeline`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from reportedly.cli.terminal import Base, Json, clean, console, open_base, print_json, say

if TYPE_CHECKING:
    from rich.console import Console

    from reportedly.base.store import View
    from reportedly.views.timeline import Timeline

EXAMPLE: Final = "Example: reportedly timeline 'Qassem Soleimani'"
_WHOLE: Final = 3
_NARROWEST, _WIDEST = 12, 48
_LEGEND: Final = (
    "● that day  ├─┤ some day of these  ◆ the same, too short to draw  ━━━ all of them  "
    "? no day told, at that of the report"
)


def timeline(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A person, group or body, in any spelling.")],
    base: Base = None,
    json: Json = False,
) -> None:
    """Draw the sightings of a name in order of time.

    Each with how exactly it is dated: a bar covers the days that the words may mean; “?” stands where they say no day,
    at that of the report.
    """
    from reportedly.cli.deciding import compute
    from reportedly.views.timeline import timelines

    if not name.strip():
        raise typer.BadParameter("Name a person, group or body.", param_hint="NAME")
    with open_base(base) as store:
        found = timelines(store, name, compute(store))
        if json:
            print_json([_for_scripts(one, store) for one in found])
            return
        terminal = console()
        for one in found[:_WHOLE]:
            _print(one, terminal)
        if len(found) > _WHOLE:
            say("Others are written so too: " + ", ".join(one.name for one in found[_WHOLE:]) + ".")


def _for_scripts(one: Timeline, store: View) -> dict[str, Any]:
    from reportedly.cli import lines

    claims = lines.for_scripts((sighting.told for sighting in one.sightings), store)
    dated = [
        {"first": sighting.first, "last": sighting.last, "anchor": sighting.anchor.value, "claim": claim}
        for sighting, claim in zip(one.sightings, claims, strict=True)
    ]
    return {"name": one.name, "start": one.start, "end": one.end, "sightings": dated}


def _print(one: Timeline, terminal: Console) -> None:
    from rich.table import Table
    from rich.text import Text

    from reportedly.cli import lines
    from reportedly.views.timeline import bar

    terminal.print(Text(clean(one.name), style="bold reverse"))
    terminal.print(Text(lines.counted(len(one.sightings), "sighting")))
    if not one.sightings:
        hint = f"No report says where it was or whom it met. What is claimed else: reportedly who '{clean(one.name)}'"
        terminal.print(Text(hint, style="dim"))
        terminal.print()
        return
    width = max(_NARROWEST, min(_WIDEST, terminal.width // 3))
    rows = Table.grid(padding=(0, 2, 0, 0))
    rows.add_column(width=width, no_wrap=True)
    rows.add_column(overflow="fold", ratio=1)
    if one.start is not None and one.end is not None:
        room = width - len(one.start) - len(one.end)
        axis = one.start + " " * room + one.end if room > 0 and one.start != one.end else one.start
        rows.add_row(Text(axis, style="dim"), Text())
    for sighting in one.sightings:
        told = sighting.told
        words = Text(clean(told.sentence))
        words.append(f" · {clean(told.when or 'no day told')} · {clean(told.held)}", style="dim")
        rows.add_row(Text(bar(sighting, one.start, one.end, width)), words)
    terminal.print(rows)
    terminal.print(Text(_LEGEND, style="dim"))
    terminal.print()
