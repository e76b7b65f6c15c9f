"""What readers of XML lists ask of an element, whatever its namespace."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reportedly.text.fold import squash

if TYPE_CHECKING:
    from lxml.etree import _Element


def bare(element: _Element) -> str:
    """The tag without its namespace; "" for comments and instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: _Element, *tags: str) -> list[_Element]:
    """Elements below by a path of tags."""
    found = [element]
    for tag in tags:
        found = [c for e in found for c in e if bare(c) == tag]
    return found


def descendants(element: _Element, tag: str) -> list[_Element]:
    """Elements with a tag, however deep they lie."""
    return [e for e in element.iter() if bare(e) == tag]


def text(element: _Element, *tags: str) -> str:
    """The words of the first element by a path of tags, "" where there is none."""
    return next((squash(e.text or "") for e in children(element, *tags)), "")


def day_of(element: _Element) -> str:
    """The ISO day, month or year of an element with Year, Month and Day below it; "" where there is none."""
    parts = [text(element, tag) for tag in ("Year", "Month", "Day")]
    known = [part for i, part in enumerate(parts) if all(p.isdigit() for p in parts[: i + 1])]
    return "-".join(part.zfill(4 if i == 0 else 2) for i, part in enumerate(known))


def unique(found: Iterable[str]) -> tuple[str, ...]:
    """Each text once, without empty ones."""
    return tuple(dict.fromkeys(text for text in found if text))
