"""From paths to pages. Bytes are kept as they came; whatever cannot be taken in is a problem that says what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from reportedly.errors import PageError
from reportedly.pages.content import is_blank, why_not_text
from reportedly.pages.files import Found, files_under, read_file, read_standard_input
from reportedly.pages.reader import Capture, reader_for
from reportedly.pages.unpack import unpacked
from reportedly.records.page import Page
from reportedly.records.reading import Problem

STANDARD_INPUT = "-"


def collect(paths: Iterable[Path | str]) -> Iterator[Page | Problem]:
    """The pages under paths, in order: files as given, folders in order of their names, "-" for standard input.

    Never raises for a bad path. Bytes that came before in the same run are not given twice: a copy is no problem, and
    its claims are those of the first.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _captures(str(path)):
            if isinstance(found, Problem):
                yield found
                continue
            for page in _pages(found):
                if isinstance(page, Problem):
                    yield page
                elif page.sha256 not in seen:
                    seen.add(page.sha256)
                    yield page


def _captures(path: str) -> Iterator[Capture | Problem]:
    if path == STANDARD_INPUT:
        try:
            yield Capture(content=read_standard_input(), location=STANDARD_INPUT)
        except PageError as error:
            yield _problem(error.reason, str(error), STANDARD_INPUT)
        return
    for found in files_under(path):
        if not isinstance(found, Found):
            yield found
            continue
        try:
            content = read_file(found.path)
        except PageError as error:
            yield _problem(error.reason, str(error), found.path)
        else:
            yield Capture(content=content, location=found.path)


def _pages(capture: Capture) -> Iterator[Page | Problem]:
    """The pages of one capture, or the problem that it is."""
    reader = None
    try:
        capture = Capture(content=unpacked(capture.content), location=capture.location)
        if is_blank(capture.content):
            message = "There is nothing in it. Save the page or copy the text again."
            yield _problem("empty-file", message, capture.location)
            return
        reason = why_not_text(capture.content)
        if reason is not None:
            yield _problem("not-text", reason, capture.location)
            return
        reader = reader_for(capture)
        if reader is None:
            yield _problem("no-reader", "No reader knows this format. Save it as HTML or text.", capture.location)
            return
        yield from reader.read(capture)
    except PageError as error:
        component = "collect" if reader is None else reader.name
        yield _problem(error.reason, str(error), capture.location, component)


def _problem(reason: str, message: str, location: str, component: str = "collect") -> Problem:
    return Problem(stage="pages", component=component, reason=reason, message=message, location=location)
