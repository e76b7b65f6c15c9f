"""The SDN list of OFAC as comma-separated tables: sdn.csv, twelve columns without a heading, and alt.csv beside it."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from reportedly.records.listed import Broken, Listed, ListHead, Listing, Record
from reportedly.records.mention import Kind
from reportedly.review.opened import ListFile
from reportedly.text.fold import squash

#: Whose listings these are, and what the two lists are called, in every format of theirs.
AUTHORITY: Final = "United States"
SDN: Final = "OFAC SDN list"
OTHERS: Final = "OFAC non-SDN list"
_COLUMNS, _ALIAS_COLUMNS = 12, 4
_LONGEST: Final = 1_000_000  # characters of a line
_NULL: Final = "-0-"
_WEAK_ALIAS: Final = re.compile(r"\ba\.k\.a\. '([^']+)'")
_BORN: Final = re.compile(r"\bDOB ([^;.]+)")
_NUMBER: Final = re.compile(
    r"(?:^|; )((?:[A-Z][\w.]*(?: [A-Z][\w./-]*)* )?"
    r"(?:Passport|National ID No\.|Identification Number|Registration Number|Tax ID No\.|Registration ID|SSN)"
    r" [^;]*?\d[^;]*?)(?=;|\.?$)"
)


def ofac_list(name: str) -> str:
    """What the list in a file of this name is called: "cons" is in the names of those beside the SDN list."""
    return OTHERS if "cons" in name.casefold() else SDN


def ofac_id(number: str) -> str:
    """The id of a record by its number on the list."""
    return f"ofac-{number}"


def read_ofac_csv(file: ListFile) -> Iterator[Record]:
    """The records in the order of the file. Raises OSError when it cannot be read."""
    others = _aliases(file)
    name = ofac_list(file.name)
    yield ListHead(name=name, authorities=(AUTHORITY,))
    for place, row in _rows(file):
        if row is None or len(row) < _COLUMNS or not row[0].isdigit() or not row[1]:
            yield Broken(place=place, reason="no number, no name or too few columns")
            continue
        number, main, kind, programmes, remarks = row[0], row[1], row[2], row[3], row[11]
        is_person = kind == "individual"
        known = (_in_order(text, is_person) for text in (main, *others.get(number, ())))
        under = tuple(p.strip(" []") for p in programmes.split("] [") if p.strip(" []"))
        yield Listed(
            id=ofac_id(number),
            names=tuple(dict.fromkeys(known)),
            kind=Kind.PERSON if is_person else None if kind else Kind.ORGANISATION,
            weak=tuple(_WEAK_ALIAS.findall(remarks)),
            births=tuple(born.strip() for born in _BORN.findall(remarks)),
            identifiers=tuple(squash(found) for found in _NUMBER.findall(remarks)),
            listings=(Listing(list=name, authority=AUTHORITY, programmes=under),),
        )


def _aliases(file: ListFile) -> dict[str, list[str]]:
    """Number of a record → its aliases, out of the alt.csv beside the list; lines that are broken give none."""
    found: dict[str, list[str]] = defaultdict(list)
    beside = file.beside("cons_alt.csv" if ofac_list(file.name) == OTHERS else "alt.csv")
    for _, row in _rows(beside) if beside is not None else ():
        if row is not None and len(row) >= _ALIAS_COLUMNS and row[3]:
            found[row[0]].append(row[3])
    return found


def _rows(file: ListFile) -> Iterator[tuple[int, list[str] | None]]:
    """Rows with their numbers and without the list's sign for nothing; None for one that is no CSV."""
    with file.open() as raw, io.TextIOWrapper(raw, encoding="utf-8-sig", errors="replace", newline="") as stream:
        reader = csv.reader(_lines(stream))
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


def _lines(stream: io.TextIOWrapper) -> Iterator[str]:
    """Lines; of one that has no end, what no reader of CSV takes."""
    while line := stream.readline(_LONGEST):
        whole = line
        while line and not line.endswith("\n") and len(line) == _LONGEST:
            line = stream.readline(_LONGEST)
        yield whole


def _in_order(name: str, is_person: bool) -> str:
    """“SOLEIMANI, Qasem” as it is spoken."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if is_person and comma and first.strip() else name
