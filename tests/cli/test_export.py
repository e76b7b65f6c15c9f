"""`reportedly export`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from tests.cli.running import CommandLine

from reportedly.exports.export import export_names


def test_formats_are_listed(cli: CommandLine) -> None:
    """Without a format, each is named with what it holds."""
    starts = [line.split()[0] for line in cli("export").out.splitlines() if not line.startswith(" ")]
    assert starts == list(export_names())
    assert [line["format"] for line in cli("export", "--json").lines] == list(export_names())


@pytest.mark.parametrize("name", export_names())
def test_standard_output_and_file_are_the_same(cli: CommandLine, name: str) -> None:
    """Byte for byte; what was done is told on standard error."""
    printed = cli("export", name)
    assert " claims written." in printed.err
    written = cli("export", name, "--out", "out.file")
    assert (written.out, written.err) == ("", printed.err.replace("written.", "written to out.file."))
    assert Path("out.file").read_bytes().decode() == printed.out


def test_the_formats_hold_all_claims(cli: CommandLine) -> None:
    """A line or a row for each."""
    assert [json.loads(line)["predicate"] for line in cli("export", "jsonl").out.splitlines()][:2] == [
        "leads",
        "present_at",
    ]
    cli("export", "csv", "--out", "claims.csv")
    with open("claims.csv", encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(io.StringIO(file.read(), newline="")))) == 6


def test_json_says_what_was_done(cli: CommandLine) -> None:
    """With --out, for scripts."""
    ran = cli("export", "csv", "--out", "claims.csv", "--json")
    assert ran.lines == [{"format": "csv", "file": "claims.csv", "claims": 6, "note": ""}]
