"""`reportedly problems`."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from reportedly.cli.terminal import Base, Json, clean, console, open_base, print_record

EXAMPLE: Final = "Example: reportedly problems --reason empty-file"


def problems(
    reason: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only problems of this reason, as the list names them.")
    ] = None,
    base: Base = None,
    json: Json = False,
) -> None:
    """List what went wrong while reading, and what to do about it.

    A problem goes away when its page is read again without it.
    """
    with open_base(base) as store:
        found = [problem for problem in store.problems() if reason is None or problem.reason == reason]
    if json:
        for problem in found:
            print_record(problem)
        return
    from rich.padding import Padding
    from rich.text import Text

    from reportedly.cli import lines

    terminal = console()
    by_reason = sorted({problem.reason for problem in found})
    for name in by_reason:
        those = [problem for problem in found if problem.reason == name]
        terminal.print(Text(f"{clean(name)} ({len(those)})", style="bold red"))
        for problem in those:
            location = clean(lines.located(problem.location)) or problem.stage
            terminal.print(Padding(Text(location, style="bold"), (0, 0, 0, 2)))
            terminal.print(Padding(Text(clean(problem.message)), (0, 0, 0, 4)))
        terminal.print()
    terminal.print(Text(lines.counted(len(found), "problem"), style="dim"))
