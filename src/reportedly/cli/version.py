"""`reportedly version`."""

from __future__ import annotations

from typing import Final

from reportedly.cli.terminal import Json, clean, console, print_json

EXAMPLE: Final = "Example: reportedly version --json"


def version(json: Json = False) -> None:
    """Print the versions of package, engine and base.

    A page is read again when the engine's version is another than the one that read it.
    """
    from reportedly import __version__
    from reportedly.base.schema import HEAD
    from reportedly.pipeline import ENGINE_VERSION

    versions = {"reportedly": __version__, "engine": ENGINE_VERSION, "schema": HEAD}
    if json:
        print_json(versions)
        return
    from rich.table import Table
    from rich.text import Text

    rows = Table.grid(padding=(0, 2, 0, 0))
    for name, value in versions.items():
        rows.add_row(Text(name, style="dim"), Text(clean(value)))
    console().print(rows)
