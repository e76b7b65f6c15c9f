"""Who is who as somebody read it: a file with the spans of each report and whom each stands for, and the pages read.

Such a file holds no words: only offsets, and bearers by names of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from benchmarks.lines import Line
from reportedly.documents.build import build_document
from reportedly.pages.collect import collect
from reportedly.records.reading import Problem

_KINDS = ("person", "pronoun", "group", "place")


class Borne(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The spans of one report that stand for a bearer."""

    bearer: str
    spans: tuple[tuple[int, int], ...]


class Report(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The bearers of one report: people, those whom pronouns stand for, groups and bodies, places and lands."""

    id: str
    person: tuple[Borne, ...] = ()
    pronoun: tuple[Borne, ...] = ()
    group: tuple[Borne, ...] = ()
    place: tuple[Borne, ...] = ()


class Key(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All reports of a file."""

    document: tuple[Report, ...]


def keyed_mentions(path: Path) -> list[Line]:
    """A line {id, mentions: [{start, end, kind, cluster}]} for each report of a file.

    Raises msgspec.ValidationError where it is in another form.
    """
    key = msgspec.toml.decode(path.read_bytes(), type=Key)
    return [{"id": report.id, "mentions": sorted(_mentions(report), key=_place)} for report in key.document]


def _mentions(report: Report) -> Iterator[Line]:
    for kind in _KINDS:
        borne: tuple[Borne, ...] = getattr(report, kind)
        for one in borne:
            for start, end in one.spans:
                yield {"start": start, "end": end, "kind": kind, "cluster": one.bearer}


def _place(mention: Line) -> tuple[int, int, str]:
    return mention["start"], mention["end"], mention["kind"]


def page_lines(folder: Path) -> Iterator[Line]:
    """A line {id, text, published, blocks: [[start, end]]} for each page below a folder, its evidence as blocks.

    id: the path below the folder. Raises ValueError for a page that cannot be read.
    """
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        for page in collect([path]):
            if isinstance(page, Problem):
                raise ValueError(f"{path}: {page.reason}")
            document, _ = build_document(page)
            yield {
                "id": path.relative_to(folder).as_posix(),
                "text": document.text,
                "published": document.publication.date,
                "blocks": [(block.start, block.end) for block in document.blocks if block.is_evidence],
            }
