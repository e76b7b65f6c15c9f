"""`reportedly link`."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import CommandLine

LIST = """{"id": "k-1", "schema": "Person", "properties": {"name": ["Danou Orev"], "birthDate": ["1961"]}}
broken
{"id": "k-2", "schema": "Vessel", "properties": {}}
"""


def test_a_table_with_what_was_passed_over(cli: CommandLine) -> None:
    """Entity, score, record, reason and state; broken records are counted."""
    Path("list.json").write_text(LIST, encoding="utf-8")
    ran = cli("link", "list.json")
    words = " ".join(ran.out.split())
    assert "Danu Orev" in words
    assert "k-1 · Danou Orev · born 1961" in words
    assert "(unreviewed)" in words
    assert "2 records read; 1 of the base may be on the list. Nothing was written. 1 record of other kinds." in ran.err
    assert "1 broken record passed over: no JSON." in ran.err


def test_json(cli: CommandLine) -> None:
    """One proposal a line, with the record as it was read."""
    Path("list.json").write_text(LIST, encoding="utf-8")
    (one,) = cli("link", "list.json", "--json").lines
    assert (one["name"], one["record"]["id"], one["state"]) == ("Danu Orev", "k-1", "unreviewed")
    assert one["record"]["births"] == ["1961"]


def test_a_file_that_is_not_there(cli: CommandLine) -> None:
    """One line and exit code 1."""
    ran = cli("link", "missing.csv")
    assert ran.code == 1
    assert "missing.csv cannot be read" in ran.err
