"""`reportedly documents`."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from reportedly.cli.terminal import Base, Json, clean, console, open_base, print_record

EXAMPLE: Final = "Example: reportedly documents --publisher 'Ruda Post' --json"
#: Columns of a terminal from which on the publisher has a column of its own.
_WIDE: Final = 100


def documents(
    publisher: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only reports of this publisher; case and accents do not count.")
    ] = None,
    base: Base = None,
    json: Json = False,
) -> None:
    """List the reports in the base, oldest first, undated ones last."""
    from reportedly.text.fold import key

    with open_base(base) as store:
        heads = [head for head in store.heads() if publisher is None or key(head.publisher or "") == key(publisher)]
        if json:
            for head in heads:
                print_record(head)
            return
        from rich.table import Table
        from rich.text import Text

        from reportedly.cli import lines

        rows = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
        for heading in ("id", "published"):
            rows.add_column(heading, no_wrap=True)
        rows.add_column("claims", justify="right", no_wrap=True)
        terminal = console()
        wide = terminal.width >= _WIDE
        if wide:
            rows.add_column("publisher", overflow="fold")
        rows.add_column("title", overflow="fold", ratio=1)
        for head in heads:
            outlet, title = Text(clean(head.publisher or "")), Text(clean(lines.title(head)))
            if not wide and outlet:
                title = Text.assemble(outlet, " · ", title)
            if not head.complete:
                title.append(" (not read to its end)", style="red")
            cells = (Text(lines.short(head.id)), Text(lines.published(head)), Text(f"{head.claims:,}"))
            rows.add_row(*cells, *([outlet] if wide else []), title)
        if heads:
            terminal.print(rows)
        terminal.print(Text(lines.counted(len(heads), "report"), style="dim"))
