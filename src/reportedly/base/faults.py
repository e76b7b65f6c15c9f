"""What a database says when something is wrong, turned into one line that says what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DBAPIError

from reportedly.errors import BaseError

#: Words of SQLite's message → ours. The first that fits counts.
_ADVICE: Final = (
    (
        ("database or disk is full", "no space left"),
        "{name} cannot grow: the disk is full. What was kept before is safe; free some space and run the same again.",
    ),
    (
        ("disk i/o error",),
        "{name} cannot be read or written: the disk reports an error ({fault}). What was kept before is untouched; "
        "check the disk (is it full?), and run the same again.",
    ),
    (
        ("readonly database", "read-only"),
        "{name} may not be written to. Change the permissions of the file and its folder, or name another base with "
        "--base.",
    ),
    (
        ("database is locked", "database table is locked", "busy"),
        "{name} is being written to by another program. Wait for it to end and run the same again.",
    ),
    (
        ("unable to open database file",),
        "{name} cannot be opened. Check that its folder exists and that you may write there, or name another base with "
        "--base.",
    ),
    (
        ("file is not a database", "file is encrypted"),
        "{name} is not a knowledge base. Name another file with --base.",
    ),
    (
        ("malformed", "corrupt"),
        "{name} is damaged ({fault}). Restore it from a copy, or read the pages again into a new base.",
    ),
)


@contextmanager
def explained(name: str) -> Iterator[None]:
    """Raises a BaseError with advice in the place of a database's own exception. name: of the base."""
    try:
        yield
    except DBAPIError as error:
        raise BaseError(_message(name, str(error.orig))) from error


def _message(name: str, fault: str) -> str:
    fault = " ".join(fault.split())
    for words, advice in _ADVICE:
        if any(word in fault.casefold() for word in words):
            return advice.format(name=name, fault=fault)
    return f"{name} cannot be used: {fault}."
