"""`reportedly problems`."""

from __future__ import annotations

from pathlib import Path

from tests.base.reports import failed, fill, sighting
from tests.cli.running import CommandLine


def test_problems_are_listed_by_reason(cli: CommandLine) -> None:
    """What happened, where, and what to do."""
    fill(Path("bad.db"), failed(), sighting()).close()
    ran = cli("problems", "--base", "bad.db")
    assert ran.out.startswith("empty-file (1)")
    assert "The file is empty. Save the page again." in ran.out
    (line,) = cli("problems", "--base", "bad.db", "--json", "--reason", "empty-file").lines
    assert (line["stage"], line["reason"]) == ("pages", "empty-file")
    assert cli("problems", "--base", "bad.db", "--reason", "other").out.strip() == "0 problems"


def test_no_problems(cli: CommandLine) -> None:
    """It says so."""
    assert cli("problems").out.strip() == "0 problems"
    assert cli("problems", "--json").out == ""
