"""What every command shares: the terminal, words made safe for it, JSON, and the base.

Whatever comes out of a report goes through `clean` or `dumps`; rich's markup is off, so that "[red]" in a report is
just that.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, Any, NoReturn, TextIO, cast

import typer

from reportedly.errors import ReportedlyError
from reportedly.text.fold import printable, squash

if TYPE_CHECKING:
    from rich.console import Console

    from reportedly.base.store import Store

Base = Annotated[
    Path | None,
    typer.Option(
        "--base", metavar="FILE", help="The knowledge base. Default: $REPORTEDLY_BASE, else reportedly.db here."
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for scripts and nothing else.")]


def console(*, stderr: bool = False) -> Console:
    """A terminal that takes words as they are: no markup, no emoji codes, no guessing what a number is."""
    from rich.console import Console

    terminal = Console(stderr=stderr, markup=False, emoji=False, highlight=False)
    if not terminal.is_terminal:
        # rich fills lines up with blanks, which no file and no pipe wants
        terminal.file = cast("IO[str]", _Trimmed(cast("TextIO", terminal.file)))
    return terminal


class _Trimmed(io.TextIOBase):
    """A stream that writes lines without the blanks at their ends. Takes whole lines, as rich writes them."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    @property
    def encoding(self) -> str:  # type: ignore[override]  # what rich asks before it draws lines
        return self._stream.encoding

    def write(self, words: str) -> int:
        self._stream.write("".join(_trimmed(line) for line in words.splitlines(keepends=True)))
        return len(words)

    def flush(self) -> None:
        self._stream.flush()


def _trimmed(line: str) -> str:
    return f"{line[:-1].rstrip(' ')}\n" if line.endswith("\n") else line


def clean(words: str) -> str:
    """Words on one line, without what could steer the terminal."""
    return printable(squash(words))


def say(words: str) -> None:
    """One line beside the output, on standard error."""
    sys.stderr.write(clean(words) + "\n")


def fail(error: ReportedlyError | str) -> NoReturn:
    """One line on standard error, and out with exit code 1."""
    say(f"reportedly: {error}")
    raise typer.Exit(1)


def print_json(value: Any) -> None:
    """One line of JSON on standard output."""
    from reportedly.text.json_lines import dumps

    sys.stdout.write(dumps(value) + "\n")


def print_record(record: Any) -> None:
    """A record, or what msgspec takes for one, as one line of JSON on standard output."""
    import msgspec

    print_json(msgspec.to_builtins(record))


def open_base(path: Path | None, *, read_only: bool = True) -> Store:
    """The base that was named, or the default one."""
    from reportedly.base.opening import open_store

    return open_store(path, read_only=read_only)
