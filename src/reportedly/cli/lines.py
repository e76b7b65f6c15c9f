"""How claims and reports look on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import msgspec
from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reportedly.base.store import Head, View
from reportedly.cli.terminal import clean
from reportedly.records.claim import Modality, Polarity
from reportedly.records.document import DateCertainty
from reportedly.records.wire import to_line
from reportedly.views.claims import Same, Told, same

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

_COLOURS: Final = {
    Modality.ASSERTED: "green",
    Modality.REPORTED: "yellow",
    Modality.QUOTED: "yellow",
    Modality.POSSIBLE: "cyan",
    Modality.PLANNED: "cyan",
    Modality.HYPOTHETICAL: "cyan",
    Modality.DENIED: "red",
}
_CERTAINTY: Final = {
    DateCertainty.GIVEN: " (given)",
    DateCertainty.LIKELY: " (likely)",
    DateCertainty.GUESS: " (a guess)",
}
SHORT_ID: Final = 12
_REMEMBERED: Final = 64  # documents
_STDIN: Final = "-"


def short(document_id: str) -> str:
    """The beginning of an id, long enough to be typed."""
    return document_id[:SHORT_ID]


def published(head: Head) -> str:
    """The day of publication with a word on how sure it is."""
    return f"{head.published}{_CERTAINTY.get(head.certainty, '')}" if head.published else "no date"


def counted(number: int, what: str) -> str:
    """A number of things: “1 claim”, “2,000 claims”."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def located(location: str) -> str:
    """Where a report was read from, in words: its path or address, or “standard input”."""
    return "standard input" if location == _STDIN else location


def title(head: Head) -> str:
    """The title of a report, or the name of its file."""
    return head.title or PurePath(located(head.location)).name or head.location


def report(head: Head) -> Text:
    """A report in one line: id, day, publisher, title."""
    parts = [short(head.id), published(head), head.publisher or "", title(head)]
    return Text(" · ".join(clean(part) for part in parts if part), style="dim")


def told(one: Told, *, number: int | None = None) -> RenderableType:
    """A claim: what, how it is held, the words, the report. number: in a report that shows the words already."""
    lines = Table.grid(padding=0)
    lines.add_column(overflow="fold")
    first = Text(f"[{number}] " if number is not None else "", style="bold")
    first.append(clean(one.sentence), style="bold")
    lines.add_row(first)
    colour = "red" if one.claim.polarity == Polarity.NEGATIVE else _COLOURS[one.claim.modality]
    held = Text(clean(one.held), style=colour)
    if one.claim.medium is not None:
        held.append(f" · {one.claim.medium}")
    if one.when is not None:
        held.append(f" · {clean(one.when)}", style="default")
    lines.add_row(held)
    if number is None:
        lines.add_row(Text(f"“{clean(one.quote)}”", style="italic"))
        lines.add_row(report(one.head))
    return lines


def in_time(claims: Iterable[Told], notes: Mapping[str, str] = MappingProxyType({})) -> RenderableType:
    """Claims under one another, with the day of each before it. notes: by id of the claim, a line below it."""
    rows = _rows()
    for one in claims:
        note = notes.get(one.claim.id)
        below = [] if note is None else [Text(clean(note), style="dim")]
        rows.add_row(_day(one), Group(told(one), *below))
    return rows


def once(claims: Iterable[Told]) -> RenderableType:
    """Claims under one another; what several tell alike stands once, with how often and until when."""
    rows = _rows()
    for group in same(claims):
        told_once = [told(group.first)]
        if len(group.claims) > 1:
            told_once.append(Text(_more(group), style="dim"))
        rows.add_row(_day(group.first), Group(*told_once))
    return rows


def _rows() -> Table:
    rows = Table.grid(padding=(0, 2, 1, 0), collapse_padding=False)
    rows.add_column(width=15, overflow="fold")
    rows.add_column(overflow="fold", ratio=1)
    return rows


def _day(one: Told) -> Text:
    return Text(day(one), style="bold" if one.claim.time is not None else "dim")


def _more(group: Same) -> str:
    others = len(group.reports) - 1
    if not others:
        return f"… told {len(group.claims)} times in this report"
    dated = max((head.published for head in group.reports if head.published), default=None)
    last = f", the latest of {dated}" if dated else ""
    return f"… told alike in {counted(others, 'more report')}{last}"


def day(one: Told) -> str:
    """The first day that the words allow; where they say none, that of the report."""
    time = one.claim.time
    said = (time.earliest or time.latest) if time is not None else None
    if said:
        return said
    return f"told {one.head.published}" if one.head.published else "undated"


def section(terminal: Console, heading: str, claims: tuple[Told, ...], *, lasting: bool = False) -> None:
    """A heading with its claims; nothing where there are none. lasting: what is told alike stands once."""
    if claims:
        terminal.print(Text(f"{heading} ({len(claims)})", style="bold underline"))
        terminal.print(Padding(once(claims) if lasting else in_time(claims), (0, 0, 0, 2)))
        terminal.print()


def for_scripts(claims: Iterable[Told], base: View) -> Iterator[dict[str, Any]]:
    """Claims as `reportedly read --json` prints them, each with its sentence, how it is held, and its report."""
    document = lru_cache(_REMEMBERED)(base.document)
    for one in claims:
        words = {"sentence": one.sentence, "held": one.held}
        yield {**to_line(one.claim, document(one.head.id)), **words, "report": msgspec.to_builtins(one.head)}
