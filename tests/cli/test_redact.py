"""`reportedly redact`: from hiding a name to showing it again."""

from __future__ import annotations

import pytest
from tests.cli.running import CommandLine

#: Every way in which words leave the base.
LEAVING = (
    ("claims",),
    ("claims", "--json"),
    ("who", "Mira Kolt"),
    ("who", "Mira Kolt", "--json"),
    ("where", "Maresh"),
    ("where", "Maresh", "--json"),
    ("show", "shelling.txt"),
    ("show", "shelling.txt", "--json"),
    ("documents",),
    ("documents", "--json"),
    ("problems", "--json"),
    ("export", "jsonl"),
    ("export", "csv"),
    ("who", "Danu Somebody"),
)


def _redact(cli: CommandLine) -> None:
    assert cli("redact", "Orev", "--reason", "a minor", "--by", "tester").code == 0


@pytest.mark.parametrize("arguments", LEAVING, ids=" ".join)
def test_the_name_leaves_nowhere(cli: CommandLine, arguments: tuple[str, ...]) -> None:
    """No command prints any spelling of it, in any form."""
    _redact(cli)
    ran = cli(*arguments)
    assert "orev" not in (ran.out + ran.err).casefold()


@pytest.mark.parametrize("arguments", LEAVING, ids=" ".join)
def test_undoing_gives_every_word_back(cli: CommandLine, arguments: tuple[str, ...]) -> None:
    """After the undoing, each command prints what it printed before."""
    before = cli(*arguments)
    _redact(cli)
    assert cli("redact", "1", "--undo", "--reason", "of age", "--by", "tester").code == 0
    assert cli(*arguments) == before


def test_it_says_what_it_did(cli: CommandLine) -> None:
    """How much is hidden, and how to take it back; the list shows names, who and why."""
    ran = cli("redact", "Orev", "--reason", "a minor", "--by", "tester")
    assert "hidden in 2 reports and 4 claims" in ran.err
    assert "reportedly redact 1 --undo" in ran.err
    (line,) = cli("redact", "--list", "--json").lines
    assert (line["by"], line["reason"], "Danu Orev" in line["about"]) == ("tester", "a minor", True)
    listed = cli("redact", "--list").out
    assert "a minor" in listed
    assert "Danou Orev" in listed


def test_json_says_what_it_did(cli: CommandLine) -> None:
    """The decision with its number and what it touches."""
    (line,) = cli("redact", "Orev", "--reason", "a minor", "--by", "tester", "--json").lines
    assert (line["decision"]["id"], line["claims"], line["documents"]) == (1, 4, 2)
    (back,) = cli("redact", "Orev", "--undo", "--reason", "of age", "--by", "tester", "--json").lines
    assert back["decision"]["undoes"] == 1


def test_the_dossier_says_that_it_was_redacted(cli: CommandLine) -> None:
    """Asked for the name itself, one line says by whom and why."""
    _redact(cli)
    ran = cli("who", "Orev")
    assert (ran.code, ran.out) == (1, "")
    assert "redacted" in ran.err
    assert "a minor" in ran.err


def test_a_name_that_no_report_has(cli: CommandLine) -> None:
    """It is hidden beforehand, and the line says so."""
    ran = cli("redact", "Lina Haddad", "--reason", "a minor", "--by", "tester")
    assert "no report names it so far" in ran.err
