"""`reportedly link`, and what becomes of its links in `review` and `who`."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from rich.console import Console
from tests.cli.running import CommandLine

LIST = """{"id": "k-1", "schema": "Person", "datasets": ["us_test"], "properties": {"name": ["Danou Orev"],
 "birthDate": ["1961"], "passportNumber": ["K-77"], "alias": ["Falcon of Ruda"]}}
broken
{"id": "k-2", "schema": "Vessel", "properties": {}}
""".replace(",\n ", ", ")


@pytest.fixture
def listed(cli: CommandLine) -> CommandLine:
    """A base that was compared with the list."""
    Path("list.json").write_text(LIST, encoding="utf-8")
    assert cli("link", "list.json").code == 0
    return cli


def _answers(monkeypatch: pytest.MonkeyPatch, *keys: str) -> None:
    given = iter(keys)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(Console, "input", lambda *_: next(given))


def test_a_table_with_what_was_passed_over(cli: CommandLine) -> None:
    """Entity, score, record, reason and state; broken records are counted."""
    Path("list.json").write_text(LIST, encoding="utf-8")
    ran = cli("link", "list.json")
    words = " ".join(ran.out.split())
    assert "Danu Orev" in words
    assert "k-1 · Danou Orev · born 1961 · us_test" in words
    assert "(pending)" in words
    assert "list.json: 2 records read (1 of other kinds); 1 of the base may be on it." in ran.err
    assert "1 link to decide, 0 decided: reportedly review --lists" in ran.err
    assert "1 broken record passed over: no JSON." in ran.err


def test_json(cli: CommandLine) -> None:
    """One link a line, with the record as it was read."""
    Path("list.json").write_text(LIST, encoding="utf-8")
    (one,) = cli("link", "list.json", "--json").lines
    record = one["proposal"]["record"]
    assert (one["name"], record["id"], one["state"]) == ("Danu Orev", "k-1", "pending")
    assert (record["births"], record["identifiers"]) == (["1961"], ["passport K-77"])


def test_a_file_that_is_not_there(cli: CommandLine) -> None:
    """One line and exit code 1."""
    ran = cli("link", "missing.csv")
    assert ran.code == 1
    assert "missing.csv cannot be read" in ran.err


def test_an_open_link(listed: CommandLine) -> None:
    """It waits in the queue, with the record beside the report's words, and is counted in the dossier."""
    (one,) = listed("review", "--lists", "--json").lines
    assert (one["proposal"]["record"]["id"], one["state"]) == ("k-1", "pending")
    shown = listed("review", "--list").out
    assert "Danou Orev (k-1)" in shown
    assert "us_test (United States)" in shown
    assert "“Danu Orev, who leads the Ash Brigade”" in " ".join(shown.split())
    dossier = listed("who", "Danu Orev").out
    assert "On lists (0)" in dossier
    assert "1 link to decide: reportedly review --lists" in dossier
    assert "Falcon of Ruda" not in dossier


def test_deciding_on_a_link(listed: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link that someone confirms is in the dossier, is taken back with z, and is in the log."""
    _answers(monkeypatch, "s", "z", "q")
    listed("review", "--lists", "--by", "ana")
    assert "On lists (0)" in listed("who", "Danu Orev").out
    _answers(monkeypatch, "s", "q")
    listed("review", "--lists", "--by", "ana")
    dossier = listed("who", "Danu Orev").out
    for words in ("On lists (1)", "Falcon of Ruda", "born 1961", "passport K-77", "us_test (United States)"):
        assert words in dossier
    assert "only listed: The record stands on us_test (k-1)." in dossier
    (one,) = listed("who", "Danu Orev", "--json").lines[0]
    assert one["listings"]["accepted"][0]["state"] == "same"
    log = listed("review", "--log").out
    assert "same: danu orev; k-1 (ana" in log


def test_a_decision_that_contradicts_the_log(listed: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told, the pair is passed over, and the questions go on."""
    Path("list.json").write_text(LIST.replace("Danou Orev", "Mira Kolt"), encoding="utf-8")
    listed("link", "list.json")
    _answers(monkeypatch, "d", "q")
    listed("review", "--lists", "--by", "ana")
    Path("list.json").write_text(LIST.replace('["Danou Orev"]', '["Danou Orev", "Mira Kolt"]'), encoding="utf-8")
    listed("link", "list.json")
    _answers(monkeypatch, "s", "q")
    listed("review", "--lists", "--by", "ana")
    ran = listed("merge", "Danu Orev", "Mira Kolt", "--reason", "x", "--by", "ana")
    assert ran.code == 1
    assert "contradicts" in ran.err


def test_redacted_names_are_not_in_the_log(listed: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the log nor the lines for nomenklatura show whom a decision spoke of."""
    _answers(monkeypatch, "s", "q")
    listed("review", "--lists", "--by", "ana")
    assert "danu orev" in listed("review", "--log", "--resolver").out
    listed("redact", "Danu Orev", "--reason", "x", "--by", "ana")
    assert "orev" not in listed("review", "--log").out
    assert "[redacted]" in listed("review", "--log").out
    assert "orev" not in listed("review", "--log", "--json").out
    assert listed("review", "--log", "--resolver").out == ""
    assert listed("review", "--lists", "--json").out == ""
