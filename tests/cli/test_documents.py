"""`reportedly documents`."""

from __future__ import annotations

import pytest
from tests.cli.running import CommandLine


def test_reports_are_listed(cli: CommandLine) -> None:
    """Oldest first, undated last, each with day, claims, publisher and title."""
    lines = [" ".join(line.split()) for line in cli("documents").out.splitlines()]
    assert lines[0] == "id published claims publisher title"
    assert lines[1].endswith("2016-05-24 4 Ruda Post Orev seen in Maresh")
    assert lines[2].endswith("no date 2 Maresh shelled")
    assert lines[3] == "2 reports"


def test_a_narrow_terminal(cli: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no room for a column of publishers, each stands before its title."""
    monkeypatch.setenv("COLUMNS", "80")
    lines = [" ".join(line.split()) for line in cli("documents").out.splitlines()]
    assert lines[0] == "id published claims title"
    assert lines[1].endswith("2016-05-24 4 Ruda Post · Orev seen in Maresh")


def test_the_short_id_can_be_typed(cli: CommandLine) -> None:
    """What the first column shows, `show` takes."""
    short = cli("documents").out.splitlines()[1].split()[0]
    assert cli("show", short).out.startswith("Orev seen in Maresh")


def test_by_publisher(cli: CommandLine) -> None:
    """In any case; one that published nothing gives an empty list."""
    assert [head["title"] for head in cli("documents", "--publisher", "RUDA post", "--json").lines] == [
        "Orev seen in Maresh"
    ]
    assert cli("documents", "--publisher", "Nobody", "--json").out == ""
    assert cli("documents", "--publisher", "Nobody").out.strip() == "0 reports"
