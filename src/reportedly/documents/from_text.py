"""Plain text or Markdown → draft of a document: its zoner labels the blocks; the day only where a line says it."""

from __future__ import annotations

import re

from reportedly.documents.authors import names_in
from reportedly.documents.draft import Draft
from reportedly.documents.markdown import zone_markdown
from reportedly.documents.plain_text import MOST_CHARACTERS, zone_text
from reportedly.documents.publication import Rung, day_of
from reportedly.documents.shown_dates import shown_day
from reportedly.records.document import Block, Role
from reportedly.text.fold import squash

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.{0,4000}?)\n---[ \t]*(?:\n|\Z)", re.S)
_ENTRY = re.compile(r"^([A-Za-z_]{2,20}):[ \t]*[\"']?(.*?)[\"']?[ \t]*$", re.M)
_DATE_LINE = 120
#: "MELK, June 12, 2018 (Agency) — ": a place, a day, and a dash before the first sentence
_DATELINE = re.compile(r"[^\W\d_][^.!?\n]{4,90}?\s?(?:[—–]|--|\s-\s)")


def read_text(text: str, url: str | None, *, is_markdown: bool) -> Draft:
    """The draft of a text. Line ends are made one character; else the text stays as it is."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    blocks = (zone_markdown if is_markdown else zone_text)(text)
    front = _front_matter(text) if is_markdown else {}
    title = front.get("title") or next(
        (squash(text[b.start : b.end]).lstrip("# ") for b in blocks if b.role is Role.HEADLINE), None
    )
    authors = names_in(front.get("author", ""))
    for block in blocks:
        if not authors and block.role is Role.BYLINE:
            authors = names_in(text[block.start : block.end])
    notes: tuple[tuple[str, str], ...] = ()
    if len(text) > MOST_CHARACTERS:
        share = 100 * MOST_CHARACTERS // len(text)
        notes = (("too-long", f"no report is that long; only the first {share} % were looked at; cut it into reports"),)
    return Draft(
        text=text,
        blocks=blocks,
        url=url or front.get("url"),
        title=title,
        authors=authors,
        notes=notes,
        rungs=tuple(_rungs(text, blocks, front)),
    )


def _front_matter(text: str) -> dict[str, str]:
    match = _FRONT_MATTER.match(text)
    return {key.lower(): value for key, value in _ENTRY.findall(match.group(1)) if value} if match else {}


def _rungs(text: str, blocks: tuple[Block, ...], front: dict[str, str]) -> list[Rung]:
    found = []
    stated = front.get("date") or front.get("published") or ""
    day = day_of(stated)
    if day:
        found.append(Rung("meta", day, stated))
    first = next((i for i, b in enumerate(blocks) if b.role is Role.PARAGRAPH), len(blocks))
    for number, block in enumerate(blocks):
        words = text[block.start : block.end]
        is_told = block.role in {Role.DATE, Role.BYLINE} and len(words) <= _DATE_LINE
        day = shown_day(words) if is_told and number <= first + 1 else None
        if day:
            found.append(Rung("shown", day, squash(words)[:80]))
            break
    if first < len(blocks):
        opening = _DATELINE.match(text, blocks[first].start, blocks[first].end)
        day = shown_day(opening.group()) if opening else None
        if opening and day:
            found.append(Rung("dateline", day, squash(opening.group())))
    return found
