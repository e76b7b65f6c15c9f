"""`reportedly who`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from reportedly.cli.terminal import Base, Json, clean, console, open_base, print_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.console import Console

    from reportedly.base.store import Head, View
    from reportedly.views.dossier import Dossier

EXAMPLE: Final = "Example: reportedly who 'Akram al Kaabi'"
_WHOLE: Final = 3
#: Parts in which what many reports tell alike stands once; each sighting and event has its own day.
_LASTING: Final = frozenset({"offices", "ties"})
_COLOURS: Final = {"confirmed": "green", "contradicted": "red"}
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
    """Print the dossier of a person, group or body over all reports.

    Any spelling of any name finds it. Spellings with the reports that write them, offices, ties, sightings and events
    in order of time, each with its words, how the text holds it, and the report; then records of reference lists that
    someone has confirmed, and where reports and lists contradict one another. Who is who is worked out as by:
    reportedly resolve
    """
    from reportedly.cli.deciding import compute
    from reportedly.views.dossier import dossiers

    with open_base(base) as store:
        found = dossiers(store, name, compute(store))
        if json:
            print_json([_for_scripts(one, store) for one in found])
            return
        terminal = console()
        heads = {head.id: head for head in store.heads()} if any(one.why for one in found[:_WHOLE]) else {}
        for one in found[:_WHOLE]:
            _print(one, heads, terminal)
        if len(found) > 1:
            _print_candidates(found, terminal)


def _for_scripts(one: Dossier, store: View) -> dict[str, Any]:
    import msgspec

    from reportedly.cli import lines

    head = {"id": one.id, "name": one.name, "kinds": one.kinds, "documents": one.documents, "claims": one.claims}
    parts = {part: list(lines.for_scripts(getattr(one, part), store)) for part, _ in _PARTS}
    written, listed = msgspec.to_builtins(one.written), msgspec.to_builtins(one.listings)
    return {**head, "written": written, "why": one.why, "listings": listed, **parts}


def _print(one: Dossier, heads: Mapping[str, Head], terminal: Console) -> None:
    from rich.text import Text

    from reportedly.cli import lines

    kinds = ", ".join(one.kinds)
    terminal.print(Text(clean(one.name), style="bold reverse"), Text(kinds, style="dim"))
    written = [f"{clean(w.text)} ({w.mentions}× in {lines.counted(w.documents, 'report')})" for w in one.written]
    terminal.print(Text(f"written {', '.join(written)}"))
    terminal.print(Text(f"{lines.counted(one.claims, 'claim')} in {lines.counted(one.documents, 'report')}"))
    terminal.print()
    if one.why:
        _print_spellings(one, heads, terminal)
    _print_listings(one, terminal)
    for part, heading in _PARTS:
        lines.section(terminal, heading, getattr(one, part), lasting=part in _LASTING)


def _print_spellings(one: Dossier, heads: Mapping[str, Head], terminal: Console) -> None:
    """Which spelling stands in which report, and why they are held to be one."""
    from rich.padding import Padding
    from rich.text import Text

    from reportedly.cli import lines

    terminal.print(Text(f"Spellings ({len(one.written)})", style="bold underline"))
    for written in one.written:
        terminal.print(Padding(Text(clean(written.text), style="bold"), (0, 0, 0, 2)))
        for report in sorted(
            (heads[report] for report in written.reports), key=lambda h: (h.published or "9999", h.id)
        ):
            terminal.print(Padding(lines.report(report), (0, 0, 0, 4)))
    for why in one.why:
        terminal.print(Padding(Text(clean(why), style="dim"), (0, 0, 0, 2)))
    terminal.print()


def _print_listings(one: Dossier, terminal: Console) -> None:
    """Records of lists that a person has confirmed, how many wait, and how reports and lists agree."""
    from rich.padding import Padding
    from rich.text import Text

    from reportedly.cli import lines
    from reportedly.cli.asking import record

    found = one.listings
    if not (found.accepted or found.open or found.unread or found.checks):
        return
    terminal.print(Text(f"On lists ({len(found.accepted)})", style="bold underline"))

    def show(words: Text, below: int = 0) -> None:
        terminal.print(Padding(words, (0, 0, below, 2)))

    for link in found.accepted:
        words = record(link)
        if link.proposal.gone:
            words.append(f"\nno longer on {clean(link.proposal.list)} as it was read last", style="red")
        show(words, below=1)
    for identity in found.unread:
        show(Text(clean(f"{identity}: no list that has this record was read here"), style="dim"))
    for check in found.checks:
        show(Text(clean(f"{check.agreement}: {check.sentence}"), style=_COLOURS.get(check.agreement, "yellow")))
    if found.open:
        show(Text(f"{lines.counted(found.open, 'link')} to decide: reportedly review --lists", style="dim"))
    terminal.print()


def _print_candidates(found: tuple[Dossier, ...], terminal: Console) -> None:
    from rich.text import Text

    from reportedly.cli import lines

    terminal.print(Text("Several go by that name. Ask for one by its full name or its id:", style="dim"))
    for one in found:
        counts = f"{lines.counted(one.claims, 'claim')} in {lines.counted(one.documents, 'report')}"
        terminal.print(Text(f"  {one.id}  {clean(one.name)} ({', '.join(one.kinds)}), {counts}", style="dim"))
