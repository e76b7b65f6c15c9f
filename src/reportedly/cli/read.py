"""`reportedly read`."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from reportedly.cli.terminal import Base, Json, fail, open_base, say

EXAMPLE: Final = "Example: reportedly read saved-pages/ notes.txt --base iraq.db --published 2016-05-24"
#: What shells give a program that was stopped by Ctrl-C.
INTERRUPTED: Final = 130


def read(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Saved pages, text files, folders of them, or - for standard input."),
    ],
    base: Base = None,
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day on which all of these were published (YYYY-MM-DD), if you know it."),
    ] = None,
    json: Json = False,
) -> None:
    """Read reports into the knowledge base.

    Pages that were read before by the same version are not read again. Stop it at any time: all that was read is kept,
    and the same command goes on from there. Exits with 1 when nothing could be read.
    """
    from reportedly.base.keep import Kept, keep
    from reportedly.cli.progress import follow
    from reportedly.pipeline import ENGINE_VERSION, Options, checked_date, read_paths

    options = Options(published=None if published is None else checked_date(published))
    with open_base(base, read_only=False) as store:
        kept = Kept(store, ENGINE_VERSION, options.published)
        readings = keep(read_paths(paths, options, kept=kept), store, ENGINE_VERSION)
        try:
            any_read = follow(readings, store, json=json)
        except KeyboardInterrupt:
            say("reportedly: stopped. What was read is kept; the same command goes on from there.")
            raise typer.Exit(INTERRUPTED) from None
        if not any_read:
            fail("nothing could be read.")
