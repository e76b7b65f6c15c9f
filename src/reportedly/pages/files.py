"""Files under a path: folders in order of names, with loops, devices and what is no report told apart."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Final

import msgspec

from reportedly.errors import PageError
from reportedly.records.reading import Problem
from reportedly.resources.lexicon import words

#: No page of text is larger; what is would only fill the memory.
MOST_BYTES: Final = 64 * 1024 * 1024
#: Folders within folders that are entered; deeper ones are a loop that no link shows, or no place for reports.
_DEEPEST: Final = 100
_PAGE_SUFFIXES: Final = (".html", ".htm", ".xhtml", ".mht", ".mhtml")
_KINDS: Final = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


class Found(msgspec.Struct, frozen=True):
    """A regular file that may be a page."""

    path: str


def files_under(path: str) -> Iterator[Found | Problem]:
    """The regular files at a path, or a problem for each thing that is none."""
    if path.lower().startswith(("http://", "https://")):
        yield _problem("not-a-file", "Addresses are not fetched. Save the page and give the file.", path)
        return
    if "\x00" in path:
        yield _problem("missing", "A path cannot hold a NUL character. Check how it was written.", path)
        return
    try:
        status = os.stat(path)
    except OSError as error:
        yield _unreachable(error, path)
        return
    if stat.S_ISDIR(status.st_mode):
        yield from _walk(path, (_identity(status),), {_identity(status)})
    else:
        yield _regular(path, status)


def _walk(folder: str, above: Sequence[tuple[int, int]], seen: set[tuple[int, int]]) -> Iterator[Found | Problem]:
    """A folder's files. above: the folders it stands in, itself included; seen: all folders entered so far."""
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if not entry.name.startswith("."))
    except OSError as error:
        yield _unreachable(error, folder)
        return
    no_reports, endings = words("captures", "no_reports"), words("captures", "asset_folders")
    assets = {name.rpartition(".")[0] + end for name in names if _is_page(name) for end in endings}
    passed_over: Counter[str] = Counter()
    for name in names:
        path = os.path.join(folder, name)
        try:
            status = os.stat(path)
        except OSError as error:
            yield _unreachable(error, path)
            continue
        if not stat.S_ISDIR(status.st_mode):
            suffix = PurePath(name).suffix.lower()
            if suffix in no_reports and stat.S_ISREG(status.st_mode):
                passed_over[suffix] += 1
            else:
                yield _regular(path, status)
        elif _identity(status) in above:
            yield _problem(
                "symlink-loop", "The link leads back to a folder that it stands in. It was not followed.", path
            )
        elif len(above) >= _DEEPEST:
            yield _problem("too-deep", f"Folders stand {_DEEPEST} deep. Give the folders below by name.", path)
        elif name not in assets and _identity(status) not in seen:
            # A folder reached twice by links was read already; its bytes would be told as the same ones over and over.
            seen.add(_identity(status))
            yield from _walk(path, (*above, _identity(status)), seen)
    if passed_over:
        kinds = ", ".join(f"{count} {suffix}" for suffix, count in sorted(passed_over.items()))
        message = f"Files that are no reports were passed over ({kinds}). Give one by its own name to read it anyway."
        yield _problem("passed-over", message, folder)


def read_file(path: str) -> bytes:
    """The bytes of a regular file. Raises PageError for one that is too large, unreadable or no file any more."""
    try:
        # Not blocking: the path may have become a pipe since it was looked at.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with open(descriptor, "rb") as stream:
            status = os.fstat(stream.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise PageError("It is no regular file any more. Give the saved page itself.", "not-a-file")
            if status.st_size > MOST_BYTES:
                raise PageError(_too_large(status.st_size), "too-large")
            return _bounded(stream.read(MOST_BYTES + 1))
    except OSError as error:
        raise PageError(_advice(error), "unreadable") from error


def read_standard_input() -> bytes:
    """All of standard input. Raises PageError when it is closed, too large or cannot be read."""
    if sys.stdin is None:
        raise PageError("There is no standard input. Give the path of a file.", "unreadable")
    try:
        return _bounded(sys.stdin.buffer.read(MOST_BYTES + 1))
    except OSError as error:
        raise PageError(_advice(error), "unreadable") from error


def _bounded(content: bytes) -> bytes:
    if len(content) > MOST_BYTES:
        raise PageError(_too_large(len(content)), "too-large")
    return content


def _too_large(size: int) -> str:
    least, most = size // 1024**2, MOST_BYTES // 1024**2
    return f"It is larger ({least} MiB or more) than any page ({most} MiB at most). Cut it into single reports."


def _is_page(name: str) -> bool:
    return name.lower().endswith(_PAGE_SUFFIXES)


def _identity(status: os.stat_result) -> tuple[int, int]:
    return status.st_dev, status.st_ino


def _regular(path: str, status: os.stat_result) -> Found | Problem:
    if stat.S_ISREG(status.st_mode):
        return Found(path)
    kind = next((name for test, name in _KINDS if test(status.st_mode)), "no regular file")
    return _problem("not-a-file", f"It is {kind}, not a saved page. Pipe its contents in with “-”.", path)


def _unreachable(error: OSError, path: str) -> Problem:
    if error.errno == errno.ELOOP:
        return _problem("symlink-loop", "The link leads in a circle. Give the file it was meant for.", path)
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return _problem("missing", "There is no such file. Check the path, or the file a link points at.", path)
    return _problem("unreadable", _advice(error), path)


def _advice(error: OSError) -> str:
    if error.errno in (errno.EACCES, errno.EPERM):
        return "It may not be read by you. Change its permissions (chmod +r) and try again."
    return f"It cannot be read ({error.strerror or error}). Copy it elsewhere and try again."


def _problem(reason: str, message: str, location: str) -> Problem:
    return Problem(stage="pages", component="files", reason=reason, message=message, location=location)
