"""`reportedly link`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from reportedly.cli.terminal import Base, Json, clean, console, open_base, print_record, say

if TYPE_CHECKING:
    from reportedly.review.link import Linked

EXAMPLE: Final = "Example: reportedly link sdn_advanced.xml.gz --base iraq.db"


def link(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="FollowTheMoney JSON lines, JSON of Wikidata, OFAC's sdn.csv (alt.csv beside it) or XML, XML of the UN"
            " or the EU; packed (.zip, .gz, .bz2, .xz) or not.",
        ),
    ],
    best: Annotated[int, typer.Option(metavar="N", min=1, max=50, help="Keep so many records of each entity.")] = 3,
    base: Base = None,
    json: Json = False,
) -> None:
    """Look up the people and bodies of the base on a reference list.

    Each record that may be one of them is kept in the base with a score and the reason, in the place of what an earlier
    edition of the list gave. It is evidence for a person to look at: nothing is merged, and each link waits until
    someone decides about it with: reportedly review. Broken records are counted and passed over.
    """
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from reportedly.cli.deciding import compute
    from reportedly.review.link import link as linked
    from reportedly.review.lists import read_list

    terminal = console(stderr=True)
    bar = Progress(
        SpinnerColumn(),
        TextColumn("{task.completed} records read", markup=False),
        TimeElapsedColumn(),
        console=terminal,
        transient=True,
        disable=not terminal.is_terminal,
    )
    with open_base(base, read_only=False) as store:
        known = compute(store)
        with bar:
            task = bar.add_task("", total=None)
            found = linked(store, known, read_list(file), best, lambda: bar.advance(task))
    if json:
        for one in found.links:
            print_record(one)
    else:
        _print(found)
    _summary(found)


def _print(found: Linked) -> None:
    from rich.table import Table
    from rich.text import Text

    from reportedly.cli.asking import listing_words

    rows = Table.grid(padding=(0, 2, 0, 0))
    for width in (6, None, None):
        rows.add_column(overflow="fold", ratio=None if width else 1, width=width)
    shown = None
    for one in found.links:
        if one.entity != shown:
            rows.add_row("", Text(clean(one.name), style="bold"), Text(one.entity, style="dim"))
            shown = one.entity
        record = one.proposal.record
        listings = [listing_words(one, number) for number in range(min(2, len(record.listings)))]
        details = [f"born {record.births[0]}" if record.births else "", *listings]
        listed = Text(clean(f"{record.id} · {record.names[0] if record.names else ''}"))
        for part in filter(None, details):
            listed.append(f" · {clean(part)}", style="dim")
        why = Text(clean(f"{one.proposal.why} ({one.state})"), style="dim")
        rows.add_row(Text(f"{one.proposal.score:.2f}"), listed, why)
    console().print(rows)


def _summary(found: Linked) -> None:
    from reportedly.cli.lines import counted
    from reportedly.records.listed import LinkState

    entities = len({one.entity for one in found.links})
    edition = f" of {found.head.published}" if found.head.published else ""
    words = f"{found.head.name}{edition}: {counted(found.records, 'record')} read"
    words += f" ({found.others:,} of other kinds)" if found.others else ""
    say(f"{words}; {entities:,} of the base may be on it.")
    waiting = sum(one.state is LinkState.PENDING for one in found.links)
    decided = len(found.links) - waiting
    if found.links:
        say(f"{counted(waiting, 'link')} to decide, {decided:,} decided: reportedly review --lists")
    for reason, times in found.broken.items():
        say(f"{counted(times, 'broken record')} passed over: {reason}.")
