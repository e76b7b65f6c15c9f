"""`reportedly resolve`, `review`, `merge`, `split` and `rename`, as typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.running import CommandLine

from reportedly.base.store import Store

DECIDED = ("--reason", "seen in his papers", "--by", "tester")


def test_all_entities_are_listed(cli: CommandLine) -> None:
    """With --all each entity stands on its line, with its kind and reports; how many there are stands beside."""
    ran = cli("resolve", "--all")
    assert ran.code == 0
    assert "Mira Kolt (Person), 2 reports" in ran.out
    assert "names in reports." in ran.err


def test_json_tells_members_and_links(cli: CommandLine) -> None:
    """For scripts: ids, members, names and links, and nothing else on standard output."""
    lines = {line["name"]: line for line in cli("resolve", "--all", "--json").lines}
    assert len(lines["Mira Kolt"]["members"]) == 2
    assert lines["Mira Kolt"]["links"][0]["rule"] == "equal names"


def test_merging_shows_in_resolve_and_can_be_undone(cli: CommandLine) -> None:
    """From two to one and back, with the number of the decision told."""
    ran = cli("merge", "Mira Kolt", "Danu Orev", *DECIDED)
    assert ran.code == 0
    assert "reportedly review --undo 1" in ran.err
    assert any({"Mira Kolt", "Danu Orev"} <= set(line["names"]) for line in cli("resolve", "--json").lines)
    assert "Decision 1 says that they are one." in cli("resolve").out
    assert cli("review", "--undo", "1", *DECIDED).code == 0
    assert cli("resolve", "--json").lines == []


def test_splitting_and_the_refusal_of_what_contradicts(cli: CommandLine) -> None:
    """A split holds; merging the two again is refused in one line, and the exit code says so."""
    (decision,) = cli("split", "Mira Kolt", "shelling.txt", *DECIDED, "--json").lines
    assert decision["verdict"] == "different"
    one, other = (line["id"] for line in cli("resolve", "--all", "--json").lines if line["name"] == "Mira Kolt")
    ran = cli("merge", one, other, *DECIDED)
    assert (ran.code, ran.out) == (1, "")
    assert "contradicts the log" in ran.err


def test_renaming(cli: CommandLine) -> None:
    """The new name is the one that is listed."""
    assert cli("rename", "Mira Kolt", "Mira K.", *DECIDED).code == 0
    assert "Mira K. (Person, also Mira Kolt)" in cli("resolve", "--all").out


def test_the_log_is_listed(cli: CommandLine) -> None:
    """Who decided what, when and why."""
    assert "Nothing is decided" in cli("review", "--log").err
    cli("merge", "Mira Kolt", "Danu Orev", *DECIDED)
    out = cli("review", "--log").out
    assert "1 same: mira kolt; danu orev (tester, " in out
    (line,) = cli("review", "--log", "--json").lines
    assert line["reason"] == "seen in his papers"


def test_resolver_lines_go_out_and_come_in(cli: CommandLine, tmp_path: Path) -> None:
    """What --resolver prints is taken back after an undo, and a line that is none is told."""
    cli("merge", "Mira Kolt", "Danu Orev", *DECIDED)
    printed = cli("review", "--log", "--resolver").out
    cli("review", "--undo", "1", *DECIDED)
    (tmp_path / "resolver.jsonl").write_text(f"{printed}nothing\n", encoding="utf-8")
    ran = cli("review", "--take", "resolver.jsonl")
    assert "Line 2 was not taken" in ran.err
    assert "1 decision taken, 0 known already, 1 refused." in ran.err
    assert len(cli("resolve", "--json").lines) == 1


def test_a_reason_is_asked_for(cli: CommandLine) -> None:
    """A decision without a reason is not understood."""
    assert cli("merge", "Mira Kolt", "Danu Orev").code == 2


def test_an_empty_queue_says_so(cli: CommandLine) -> None:
    """Two reports that agree leave nothing to decide."""
    ran = cli("review", "--list")
    assert (ran.code, "nothing to decide" in ran.err) == (0, True)


def test_a_long_queue_says_how_many_more_wait(
    cli: CommandLine, doubtful: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is not listed is counted, by `review` and by `resolve`."""
    monkeypatch.setattr("reportedly.entities.shown._QUEUE", 0)
    assert "1 more come up" in cli("review", "--list").err
    assert "1 pair to decide" in cli("resolve").err


@pytest.mark.parametrize(
    ("keys", "verdicts"),
    [("s", ["same"]), ("d", ["different"]), ("u", ["unsure"]), ("nq", []), ("szq", []), ("xq", [])],
)
def test_the_queue_is_asked_one_by_one(
    cli: CommandLine, doubtful: Store, monkeypatch: pytest.MonkeyPatch, keys: str, verdicts: list[str]
) -> None:
    """Each key does what it says; with an answer the pair leaves the queue; z takes the last answer back."""
    waiting = iter(keys)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("reportedly.cli.asking._answer", lambda _terminal: next(waiting, "q"))
    ran = cli("review", "--by", "tester")
    assert ran.code == 0
    assert "Fajr Brigade" in ran.out
    assert [line["verdict"] for line in cli("review", "--log", "--json").lines] == verdicts
    assert len(cli("review", "--json").lines) == (0 if verdicts else 1)
