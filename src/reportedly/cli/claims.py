"""`reportedly claims`."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from reportedly.cli.terminal import Base, Json, console, open_base, print_json, say

EXAMPLE: Final = "Example: reportedly claims --predicate present_at --subject 'Qassem Soleimani' --modality reported"


def claims(
    predicate: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only this predicate; see: reportedly ontology.")
    ] = None,
    subject: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only with this subject, in any spelling.")
    ] = None,
    object_: Annotated[
        str | None, typer.Option("--object", metavar="NAME", help="Only with this object, in any spelling.")
    ] = None,
    place: Annotated[str | None, typer.Option(metavar="NAME", help="Only at this place.")] = None,
    modality: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Only held so: asserted, reported, quoted, possible, planned, denied or hypothetical.",
        ),
    ] = None,
    document: Annotated[
        str | None, typer.Option(metavar="DOCUMENT", help="Only from this report: its id, location or address.")
    ] = None,
    base: Base = None,
    json: Json = False,
) -> None:
    """List claims, report by report, oldest first.

    Options narrow the list; all that are given must hold.
    """
    from reportedly.base.store import Selection
    from reportedly.cli import lines
    from reportedly.ontology.ontology import load_ontology
    from reportedly.records.claim import Modality
    from reportedly.views.claims import told

    if predicate is not None:
        load_ontology().predicate(predicate)
    if modality is not None and modality not in set(Modality):
        raise typer.BadParameter(f"{modality!r} is none of {', '.join(Modality)}.", param_hint="--modality")
    with open_base(base) as store:
        selection = Selection(
            predicate=predicate,
            subject=subject,
            object=object_,
            place=place,
            modality=modality,
            document=None if document is None else store.find(document),
        )
        found = told(store, selection)
        if json:
            for line in lines.for_scripts(found, store):
                print_json(line)
            return
        terminal, count = console(), 0
        for one in found:
            terminal.print(lines.told(one))
            terminal.print()
            count += 1
        say(f"{lines.counted(count, 'claim')}.")
