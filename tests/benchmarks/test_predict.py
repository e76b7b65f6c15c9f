"""Prediction over lines: a crash is charged to its line, the others go on."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from benchmarks.__main__ import app
from benchmarks.lines import Line, digest, read_lines, write_lines
from benchmarks.predict import Crash, predict_of, predictions, task_names
from typer.testing import CliRunner


def _double(lines: Iterable[Line]) -> Iterator[Line]:
    for line in lines:
        yield {"id": line["id"], "twice": 2 * line["n"]}


def _unloadable(lines: Iterable[Line]) -> Iterator[Line]:
    raise OSError("no weights")
    yield from ()


def test_every_line_is_predicted() -> None:
    """Without a crash each line is answered in order and nothing is reported."""
    crashes: list[Crash] = []
    found = list(predictions(_double, [{"id": "a", "n": 1}, {"id": "b", "n": 2}], crashes.append))
    assert [f["twice"] for f in found] == [2, 4]
    assert crashes == []


def test_a_crash_costs_its_own_line_only() -> None:
    """Lines before, between and after crashing lines are answered; each crash is reported with its line's id."""
    lines: list[Line] = [{"id": "a"}, {"id": "b", "n": 2}, {"id": "c"}, {"id": "d"}, {"id": "e", "n": 3}]
    crashes: list[Crash] = []
    found = list(predictions(_double, lines, crashes.append))
    assert [f["id"] for f in found] == ["b", "e"]
    assert [c.id for c in crashes] == ["a", "c", "d"]
    assert crashes[0].error == "KeyError: 'n'"


def test_what_fails_before_any_line_is_raised() -> None:
    """Weights that do not load are no line's fault and must not look like a crash of every line."""
    with pytest.raises(OSError, match="no weights"):
        list(predictions(_unloadable, [{"id": "a", "n": 1}], lambda crash: None))


def test_an_unknown_task_names_those_that_exist() -> None:
    """The message lists the tasks."""
    with pytest.raises(ValueError, match=r"no benchmarks/tasks/cooking\.py; tasks are: .*relations"):
        predict_of("cooking")


def test_every_task_module_predicts() -> None:
    """Each module of benchmarks/tasks offers predict()."""
    assert "relations" in task_names()
    assert [name for name in task_names() if not callable(predict_of(name))] == []


@pytest.mark.parametrize("name", ["lines.jsonl", "lines.jsonl.gz"])
def test_lines_go_out_and_come_back(tmp_path: Path, name: str) -> None:
    """Plain and gzipped files hold the same lines; unusual letters survive."""
    lines = [{"id": "1", "text": "Kata’ib\u00a0al-Naṣr"}, {"id": "2", "text": ""}]
    assert write_lines(tmp_path / name, lines) == 2
    assert list(read_lines(tmp_path / name)) == lines
    assert name.endswith(".gz") == (gzip.compress(b"")[:2] == (tmp_path / name).read_bytes()[:2])


def test_bad_lines_are_told_with_their_number(tmp_path: Path) -> None:
    """A line that is no object is reported by number; the rest are read; without a reporter it is an error."""
    path = tmp_path / "bad.jsonl"
    path.write_text('{"id": "1"}\n[1]\n\n{"id": \n{"id": "5"}\n', encoding="utf-8")
    told: list[str] = []
    assert [line["id"] for line in read_lines(path, told.append)] == ["1", "5"]
    assert [message.split(" is not ")[0].rpartition(" ")[2] for message in told] == ["2", "4"]
    with pytest.raises(ValueError, match="line 2 is not a JSON object"):
        list(read_lines(path))


def test_digest_changes_with_the_bytes_and_passes_over_missing_files(tmp_path: Path) -> None:
    """A file that is not there adds nothing; a changed one changes the digest."""
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_bytes(b"1")
    before = digest(one, two)
    two.write_bytes(b"2")
    assert digest(one) == before
    assert digest(one, two) != before


def test_the_command_says_what_is_wrong(tmp_path: Path) -> None:
    """An unknown task and a missing input end with code 2 and one line."""
    runner, good, out = CliRunner(), tmp_path / "good.jsonl", str(tmp_path / "out.jsonl")
    good.write_text('{"id": "1"}\n', encoding="utf-8")
    unknown = runner.invoke(app, ["predict", "cooking", "--in", str(good), "--out", out])
    missing = runner.invoke(app, ["predict", "relations", "--in", str(tmp_path / "none"), "--out", out])
    assert (unknown.exit_code, missing.exit_code) == (2, 2)
    assert "tasks are:" in unknown.output
    assert "does not exist" in missing.output
    assert not (tmp_path / "out.jsonl").exists()
