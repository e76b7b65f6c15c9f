"""`reportedly show`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Final

import typer

from reportedly.cli.terminal import Base, Json, clean, console, fail, open_base, print_record

if TYPE_CHECKING:
    from reportedly.views.document import DocumentClaims

EXAMPLE: Final = "Example: reportedly show report.html"


def show(
    document: Annotated[
        str, typer.Argument(metavar="DOCUMENT", help="Its id or the beginning of one, its location, or its address.")
    ],
    original: Annotated[
        bool, typer.Option("--original", help="Write the page as it came, byte for byte, and nothing else.")
    ] = False,
    unredacted: Annotated[
        bool, typer.Option("--unredacted", help="With --original: even where a redacted name stands in the page.")
    ] = False,
    base: Base = None,
    json: Json = False,
) -> None:
    """Show a report as it was read.

    Its blocks with their roles, the words that carry claims underlined and numbered, and the claims by these numbers.
    """
    if unredacted and not original:
        raise typer.BadParameter("It goes with --original only.", param_hint="--unredacted")
    with open_base(base) as store:
        if original:
            if sys.stdout.isatty():
                fail("a page may hold codes that steer a terminal. Write it to a file: show … --original > FILE")
            view = store.verbatim() if unredacted else store
            sys.stdout.buffer.write(view.page(store.find(document)).content)
            return
        from reportedly.views.document import document as document_view

        found = document_view(store, document)
        if json:
            print_record(found)
        else:
            _print(found)


def _print(found: DocumentClaims) -> None:
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    from reportedly.cli import lines
    from reportedly.text.fold import printable

    terminal, head = console(), found.head
    terminal.print(Text(clean(lines.title(head)), style="bold reverse"))
    for name, value in (
        ("id", head.id),
        ("published", lines.published(head)),
        ("publisher", head.publisher),
        ("authors", ", ".join(head.authors)),
        ("address", head.url),
        ("read from", lines.located(head.location)),
    ):
        if value:
            terminal.print(Text(f"{name:<10} ", style="dim"), Text(clean(value)), sep="")
    terminal.print()
    rows = Table.grid(padding=(0, 1, 1, 0), collapse_padding=False)
    rows.add_column(width=11)
    rows.add_column(ratio=1, overflow="fold")
    for block in found.blocks:
        words = Text(style="" if block.evidence else "dim")
        for piece, following in zip(block.pieces, (*block.pieces[1:], None), strict=True):
            words.append(printable(piece.text), style="bold underline" if piece.claims else "")
            ended = [n for n in piece.claims if following is None or n not in following.claims]
            words.append("".join(f"[{number}]" for number in ended), style="yellow")
        rows.add_row(Text(block.role, style="cyan" if block.evidence else "dim"), words)
    terminal.print(rows)
    terminal.print()
    if found.claims:
        terminal.print(Text(f"Claims ({len(found.claims)})", style="bold underline"))
        for number, one in enumerate(found.claims, 1):
            terminal.print(Padding(lines.told(one, number=number), (0, 0, 0, 2)))
