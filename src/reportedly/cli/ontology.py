"""`reportedly ontology`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from reportedly.cli.terminal import Json, console, print_json

if TYPE_CHECKING:
    from reportedly.ontology.entries import Predicate
    from reportedly.ontology.ontology import Ontology

EXAMPLE: Final = "Example: reportedly ontology present_at"


def ontology(
    predicate: Annotated[
        str | None, typer.Argument(metavar="PREDICATE", help="One predicate in full; without it, all are listed.")
    ] = None,
    json: Json = False,
) -> None:
    """Print what can be claimed.

    Predicates with what they mean; of one predicate its roles, an example, and its names in other schemes.
    """
    from reportedly.ontology.ontology import load_ontology

    loaded = load_ontology()
    chosen = loaded.predicates if predicate is None else (loaded.predicate(predicate),)
    if json:
        for one in chosen:
            print_json(_for_scripts(one))
    elif predicate is None:
        _print_all(loaded)
    else:
        _print(chosen[0])


def _for_scripts(one: Predicate) -> dict[str, Any]:
    import msgspec

    found: dict[str, Any] = msgspec.to_builtins(one)
    for role in found["roles"]:
        role["kinds"] = sorted(role["kinds"])
    return found


def _print_all(loaded: Ontology) -> None:
    from rich.table import Table
    from rich.text import Text

    from reportedly.ontology.entries import Duration

    terminal = console()
    for group in Duration:
        terminal.print(Text(group.capitalize(), style="bold underline"))
        rows = Table.grid(padding=(0, 2, 0, 0))
        rows.add_column(no_wrap=True)
        rows.add_column(overflow="fold", ratio=1)
        for one in loaded.predicates:
            if one.group == group:
                rows.add_row(Text(one.name, style="bold"), Text(one.gloss))
        terminal.print(rows)
        terminal.print()
    terminal.print(Text("More on one: reportedly ontology PREDICATE", style="dim"))


def _print(one: Predicate) -> None:
    from rich.table import Table
    from rich.text import Text

    terminal = console()
    terminal.print(Text(f"{one.name} ({one.group})", style="bold reverse"))
    terminal.print(Text(one.gloss))
    terminal.print(Text("Example: ", style="dim"), Text(one.example.text, style="italic"), sep="")
    terminal.print()
    rows = Table.grid(padding=(0, 2, 0, 0))
    for role in one.roles:
        takes = ", ".join(sorted(role.kinds)) or "words"
        rows.add_row(Text(role.name, style="bold"), Text(takes), Text("required" if role.required else "", style="dim"))
    terminal.print(rows)
    terminal.print()
    names = Table.grid(padding=(0, 2, 0, 0))
    plover = "–" if one.plover is None else " ".join(filter(None, (one.plover.type, one.plover.mode)))
    for scheme, name in (
        ("PLOVER", plover),
        ("ACLED", one.acled or "–"),
        ("FollowTheMoney", one.ftm.schema),
        ("STIX", one.stix.type or one.stix.object),
    ):
        names.add_row(Text(scheme, style="dim"), Text(name))
    terminal.print(names)
