"""`reportedly link`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from reportedly.cli.terminal import Base, Json, clean, console, open_base, print_json, say

if TYPE_CHECKING:
    from reportedly.review.link import Linked

EXAMPLE: Final = "Example: reportedly link sdn.csv --base iraq.db"


def link(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="FollowTheMoney JSON lines, OFAC's sdn.csv (alt.csv beside it), XML of OFAC, UN or EU."
        ),
    ],
    best: Annotated[int, typer.Option(metavar="N", min=1, max=50, help="Print so many records of each entity.")] = 3,
    base: Base = None,
    json: Json = False,
) -> None:
    """Look up the people and bodies of the base on a reference list.

    Each record that may be one of them is printed with a score and the reason. It is evidence for a person to look at:
    nothing is merged, nothing is written, and every link is unreviewed. Broken records are counted and passed over.
    """
    from reportedly.review.link import link as linked
    from reportedly.review.lists import read_list

    with open_base(base) as store:
        found = linked(store, read_list(file), best)
    if json:
        for proposal in found.proposals:
            print_json(_for_scripts(proposal))
    else:
        _print(found)
    _summary(found)


def _print(found: Linked) -> None:
    from rich.table import Table
    from rich.text import Text

    rows = Table.grid(padding=(0, 2, 0, 0))
    for width in (6, None, None):
        rows.add_column(overflow="fold", ratio=None if width else 1, width=width)
    shown = None
    for one in found.proposals:
        if one.entity != shown:
            rows.add_row("", Text(clean(one.name), style="bold"), Text(one.entity, style="dim"))
            shown = one.entity
        record = one.record
        details = [*record.programmes[:3], f"born {record.births[0]}" if record.births else "", record.since or ""]
        listed = Text(clean(f"{record.id} · {record.names[0]}"))
        for part in filter(None, details):
            listed.append(f" · {clean(part)}", style="dim")
        rows.add_row(Text(f"{one.score:.2f}"), listed, Text(clean(f"{one.why} ({one.state})"), style="dim"))
    console().print(rows)


def _summary(found: Linked) -> None:
    from reportedly.cli.lines import counted

    entities = len({one.entity for one in found.proposals})
    words = (
        f"{counted(found.records, 'record')} read; {entities:,} of the base may be on the list. Nothing was written."
    )
    if found.others:
        words += f" {counted(found.others, 'record')} of other kinds."
    say(words)
    for reason, times in found.broken.items():
        say(f"{counted(times, 'broken record')} passed over: {reason}.")


def _for_scripts(proposal: Any) -> dict[str, Any]:
    import msgspec

    found: dict[str, Any] = msgspec.to_builtins(proposal)
    return found
