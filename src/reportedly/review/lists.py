"""Readers of reference lists, record by record: a broken one is told and passed over, whatever follows is read.

Formats: FollowTheMoney entities as JSON lines (OpenSanctions' entities.ftm.json), the SDN list of OFAC as sdn.csv with
its aliases in alt.csv beside it, and the XML of OFAC, the UN and the EU (`xml_lists`).
"""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from reportedly.errors import ReportedlyError
from reportedly.records.listed import Broken, Listed, Record
from reportedly.records.mention import Kind
from reportedly.review.xml_lists import read_xml

_LONGEST: Final = 4_000_000  # characters of a line
_SNIFFED: Final = 4096  # bytes
_PERSONS: Final = frozenset({"Person"})
_BODIES: Final = frozenset({"Organization", "LegalEntity", "PublicBody", "Company"})
_COLUMNS, _ALIAS_COLUMNS = 12, 4
_NULL: Final = "-0-"
_WEAK_ALIAS: Final = re.compile(r"\ba\.k\.a\. '([^']+)'")
_BORN: Final = re.compile(r"\bDOB ([^;.]+)")


def read_list(path: Path) -> Iterator[Record]:
    """The records of a list in the order of the file. Its format is known by its first characters.

    Raises ReportedlyError when the file cannot be read or is none of these formats.
    """
    try:
        with path.open("rb") as stream:
            start = stream.read(_SNIFFED).removeprefix(b"\xef\xbb\xbf").lstrip()
        if start.startswith(b"<"):
            yield from read_xml(path)
        elif start.startswith(b"{"):
            yield from _followthemoney(path)
        elif start[:1].isdigit() or start[:1] == b'"':
            yield from _ofac(path)
        else:
            raise ReportedlyError(
                f"{path} is no list that is known: FollowTheMoney JSON lines, OFAC's sdn.csv,"
                " or the XML of OFAC, the UN or the EU."
            )
    except OSError as error:
        raise ReportedlyError(f"{path} cannot be read: {error.strerror or error}.") from error


def _followthemoney(path: Path) -> Iterator[Record]:
    with path.open(encoding="utf-8", errors="replace") as stream:
        place = 0
        while line := stream.readline(_LONGEST):
            place += 1
            if len(line) == _LONGEST and not line.endswith("\n"):
                while line and not line.endswith("\n"):
                    line = stream.readline(_LONGEST)
                yield Broken(place=place, reason="the line is too long")
            elif line.strip():
                yield _entity(line, place)


def _entity(line: str, place: int) -> Record:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return Broken(place=place, reason="no JSON")
    if not isinstance(row, dict) or not isinstance(row.get("id"), str) or not isinstance(row.get("properties"), dict):
        return Broken(place=place, reason="no id or no properties")
    schema = row.get("schema")
    kind = Kind.PERSON if schema in _PERSONS else Kind.ORGANISATION if schema in _BODIES else None
    properties: dict[str, Any] = row["properties"]
    names = tuple(dict.fromkeys(name for p in ("name", "alias", "previousName") for name in _words(properties, p)))
    if kind is not None and not names:
        return Broken(place=place, reason="no name")
    programmes = (*_words(properties, "program"), *_words(properties, "programId"), *_words(properties, "topics"))
    return Listed(
        id=row["id"],
        names=names,
        kind=kind,
        weak=_words(properties, "weakAlias"),
        programmes=programmes,
        births=_words(properties, "birthDate"),
    )


def _words(properties: dict[str, Any], name: str) -> tuple[str, ...]:
    values = properties.get(name)
    return tuple(v for v in values if isinstance(v, str) and v.strip()) if isinstance(values, list) else ()


def _ofac(path: Path) -> Iterator[Record]:
    others = _aliases(path)
    for place, row in _rows(path):
        if row is None or len(row) < _COLUMNS or not row[0].isdigit() or not row[1]:
            yield Broken(place=place, reason="no number, no name or too few columns")
            continue
        number, name, kind, programmes, remarks = row[0], row[1], row[2], row[3], row[11]
        is_person = kind == "individual"
        known = (_in_order(text, is_person) for text in (name, *others.get(number, ())))
        yield Listed(
            id=number,
            names=tuple(dict.fromkeys(known)),
            kind=Kind.PERSON if is_person else None if kind else Kind.ORGANISATION,
            weak=tuple(_WEAK_ALIAS.findall(remarks)),
            programmes=tuple(p.strip(" []") for p in programmes.split("] [") if p.strip(" []")),
            births=tuple(born.strip() for born in _BORN.findall(remarks)),
        )


def _aliases(path: Path) -> dict[str, list[str]]:
    """Number of a record → its aliases, out of the alt.csv beside the list; lines that are broken give none."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in ("alt.csv", "ALT.CSV"):
        beside = path.with_name(name)
        if beside.exists() and beside != path:
            for _, row in _rows(beside):
                if row is not None and len(row) >= _ALIAS_COLUMNS and row[3]:
                    found[row[0]].append(row[3])
            break
    return found


def _rows(path: Path) -> Iterator[tuple[int, list[str] | None]]:
    """Rows with their numbers and without the list's sign for nothing; None for one that is no CSV."""
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as stream:
        reader = csv.reader(stream)
        place = 0
        while True:
            place += 1
            try:
                row = next(reader, None)
            except csv.Error:
                yield place, None
                continue
            if row is None:
                return
            cells = [cell.strip(" \t\x1a") for cell in row]
            if any(cells):
                yield place, ["" if cell == _NULL else cell for cell in cells]


def _in_order(name: str, is_person: bool) -> str:
    """“SOLEIMANI, Qasem” as it is spoken."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if is_person and comma and first.strip() else name
