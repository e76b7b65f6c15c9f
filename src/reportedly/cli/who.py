"""`reportedly who`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from reportedly.cli.terminal import Base, Json, clean, console, open_base, print_json

if TYPE_CHECKING:
    from rich.console import Console

    from reportedly.base.store import View
    from reportedly.views.dossier import Dossier

EXAMPLE: Final = "Example: reportedly who 'Akram al Kaabi'"
_WHOLE: Final = 3
#: Parts in which what many reports tell alike stands once; each sighting and event has its own day.
_LASTING: Final = frozenset({"offices", "ties"})
_PARTS: Final = (
    ("offices", "Offices"),
    ("ties", "Ties"),
    ("sightings", "Sightings"),
    ("events", "Events"),
    ("credited", "Credited with"),
)


def who(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A person, group or body, in any spelling.")],
    base: Base = None,
    json: Json = False,
) -> None:
    """Print the dossier of a name.

    Spellings, offices, ties, sightings and events in order of time, each with its words, how the text holds it, and the
    report. Reports are not yet compared with one another: what is shown is one name, which may stand for several
    people.
    """
    from reportedly.views.dossier import dossiers

    with open_base(base) as store:
        found = dossiers(store, name)
        if json:
            print_json([_for_scripts(one, store) for one in found])
            return
        terminal = console()
        for one in found[:_WHOLE]:
            _print(one, terminal)
        if len(found) > 1:
            _print_others(found, terminal)


def _for_scripts(one: Dossier, store: View) -> dict[str, Any]:
    import msgspec

    from reportedly.cli import lines

    head = {"name": one.name, "kinds": one.kinds, "documents": one.documents, "claims": one.claims}
    parts = {part: list(lines.for_scripts(getattr(one, part), store)) for part, _ in _PARTS}
    return {**head, "written": msgspec.to_builtins(one.written), **parts}


def _print(one: Dossier, terminal: Console) -> None:
    from rich.text import Text

    from reportedly.cli import lines

    kinds = ", ".join(one.kinds)
    terminal.print(Text(clean(one.name), style="bold reverse"), Text(kinds, style="dim"))
    written = [f"{clean(w.text)} ({w.mentions}× in {lines.counted(w.documents, 'report')})" for w in one.written]
    terminal.print(Text(f"written {', '.join(written)}"))
    terminal.print(Text(f"{lines.counted(one.claims, 'claim')} in {lines.counted(one.documents, 'report')}"))
    terminal.print()
    for part, heading in _PARTS:
        lines.section(terminal, heading, getattr(one, part), lasting=part in _LASTING)


def _print_others(found: tuple[Dossier, ...], terminal: Console) -> None:
    from rich.text import Text

    from reportedly.cli import lines

    rest = found[_WHOLE:]
    terminal.print(Text("Several names are written so. Whether they are one is for you to judge.", style="dim"))
    for one in rest:
        terminal.print(Text(f"  {clean(one.name)} ({lines.counted(one.claims, 'claim')})", style="dim"))
