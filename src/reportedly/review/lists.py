"""Readers of reference lists, record by record: a broken one is told and passed over, whatever follows is read.

Formats: FollowTheMoney entities as JSON lines (OpenSanctions' entities.ftm.json), entities of Wikidata in JSON
(`json_lists`), the SDN list of OFAC as sdn.csv with its aliases in alt.csv beside it (`ofac_csv`), and the XML of OFAC,
the UN and the EU (`xml_lists`, `ofac_advanced`). Each may be packed (`opened`).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from reportedly.errors import ReportedlyError
from reportedly.records.listed import Record
from reportedly.review.json_lists import read_json
from reportedly.review.ofac_csv import read_ofac_csv
from reportedly.review.opened import find_list
from reportedly.review.xml_lists import read_xml

_SNIFFED: Final = 4096  # bytes
_MARK: Final = b"\xef\xbb\xbf"


class ListRecords:
    """The records of a list in the order of its file, as often as they are gone through."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __iter__(self) -> Iterator[Record]:
        """From the first one on. Raises ReportedlyError when the file cannot be read or is none of these formats."""
        path = self.path
        try:
            file = find_list(path)
            with file.open() as stream:
                start = stream.read(_SNIFFED).removeprefix(_MARK).lstrip()
            if start.startswith(b"<"):
                yield from read_xml(file)
            elif start.startswith((b"{", b"[")):
                yield from read_json(file)
            elif start[:1].isdigit() or start[:1] == b'"':
                yield from read_ofac_csv(file)
            else:
                raise ReportedlyError(
                    f"{path} is no list that is known: FollowTheMoney JSON lines, JSON of Wikidata, OFAC's sdn.csv,"
                    " or the XML of OFAC, the UN or the EU."
                )
        except OSError as error:
            raise ReportedlyError(f"{path} cannot be read: {error.strerror or error}.") from error


def read_list(path: Path) -> ListRecords:
    """The records of a list. Its format is known by its first characters; nothing is read before it is gone through."""
    return ListRecords(path)
