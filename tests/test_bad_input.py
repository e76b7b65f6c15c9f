"""Bad input, end to end: each thing gives one clear line, the run comes to its end, and nothing read is lost."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from reportedly.base.opening import open_store
from reportedly.cli.main import run

GOOD = "Danu Orev visited Ruda on 5 May 2016.\nHe met Ilo Varek there.\n"
SENTENCE = "Danu Orev visited Ruda on Monday. "

Read = Callable[..., tuple[int, str]]


@pytest.fixture
def read(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Read:
    """Runs `reportedly read` on paths in a folder of its own; gives the exit code and all that it told."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")

    def _read(*arguments: str) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["reportedly", "read", *arguments, "--base", "kept.db"])
        try:
            run()
            code: int | str | None = 0
        except SystemExit as left:
            code = left.code
        told = capfd.readouterr()
        return code if isinstance(code, int) else int(code is not None), told.out + told.err

    return _read


def _fill(folder: Path) -> None:
    """A folder with one good report and one thing of each kind that is bad."""
    folder.mkdir()
    bad: dict[str, str | bytes] = {
        "good.txt": GOOD,
        "copy-of-good.txt": GOOD,
        "empty.txt": "",
        "binary.bin": bytes(range(256)) * 40,
        "one-line.txt": SENTENCE * 40,
        "endless.txt": "Orev met Varek and " * 300 + "left.",
        "encoded.txt": f"{GOOD}\n{'QmFzZTY0' * 500}",
        "nul.txt": GOOD.replace(" met ", " \0met "),
        "deep.html": f"{'<div>' * 3_000}<p>{SENTENCE}</p>{'</div>' * 3_000}",
        "broken.html": f"<html><body><p>{SENTENCE}<b><table><p </p><!-- ",
        "navigation.html": "<html><body><nav><a href='/'>Home</a> <a href='/news'>News</a></nav></body></html>",
        "wrong-label.html": f"<meta charset='utf-16'><p>{SENTENCE} Café.</p>".encode("cp1252"),
        "future.html": f"<meta property='article:published_time' content='2088-01-01'><p>{SENTENCE}</p>",
    }
    for name, content in bad.items():
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    os.mkfifo(folder / "pipe")
    (folder / "loop").symlink_to(folder, target_is_directory=True)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_folder_of_bad_input_is_read_to_its_end(read: Read, tmp_path: Path) -> None:
    """Every reason is counted in the summary, the good report is in the base, and the copy of it is no problem."""
    _fill(tmp_path / "pages")
    code, told = read("pages")
    assert code == 0
    reasons = {"empty-file", "not-text", "long-sentence", "not-prose", "too-deep", "future-date", "not-a-file"}
    missing = {reason for reason in reasons | {"symlink-loop", "no-report"} if f"× {reason}" not in told}
    assert missing == set(), told
    assert "same-bytes" not in told
    assert "crash" not in told
    with open_store("kept.db") as store:
        locations = {head.location for head in store.heads()}
        assert {"pages/one-line.txt", "pages/deep.html", "pages/endless.txt"} <= locations
        assert len(locations & {"pages/good.txt", "pages/copy-of-good.txt"}) == 1
    code, told = read("pages")
    assert code == 0
    assert "known already" in told


def test_nothing_but_bad_input(read: Read, tmp_path: Path) -> None:
    """Where nothing can be read the exit code says so."""
    (tmp_path / "empty.txt").touch()
    code, told = read("empty.txt")
    assert code == 1
    assert "empty-file" in told


def test_standard_input(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    """A report that is piped in is read like a file; nothing piped in is told."""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(GOOD.encode())))
    code, told = read("-")
    assert (code, "1 document read" in told) == (0, True)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO()))
    code, told = read("-")
    assert (code, "empty-file" in told) == (1, True)


def test_a_day_in_the_future(read: Read, tmp_path: Path) -> None:
    """A day of publication that has not come yet is refused before anything is read."""
    (tmp_path / "good.txt").write_text(GOOD)
    code, told = read("good.txt", "--published", "2199-01-01")
    assert code != 0
    assert "lies in the future" in told
    assert not (tmp_path / "kept.db").exists()
