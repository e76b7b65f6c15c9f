"""`reportedly read`, on real pages with the shipped engine: what is kept, what is told, how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.base.reports import CODES
from tests.cli.running import CommandLine

from reportedly.base.opening import open_store

REPORT = """Orev seen in Maresh

Danu Orev, the leader of the Ash Brigade, was reportedly seen in Maresh on Friday, officials said.

The Ash Brigade shelled Maresh on Monday, killing 12 civilians.
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A folder of one good report, an empty file and one that is no text."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    (folder / "empty.html").write_bytes(b"")
    (folder / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    return folder


def test_a_folder_is_read_and_summed_up(cli: CommandLine, report: Path) -> None:
    """Documents, claims and problems by reason stand in the summary; what could be read is in the base."""
    ran = cli("read", "pages", "--base", "new.db")
    assert ran.code == 0
    first, *rest = ran.out.splitlines()
    assert first.startswith("1 document read, ")
    assert first.endswith("kept in new.db")
    assert rest[0].startswith("0 names of places found on the map, 1 not known: Maresh")
    assert rest[1] == "2 problems"
    assert "pages/empty.html" in ran.out
    with open_store("new.db") as store:
        assert (store.size().documents, store.size().problems) == (1, 2)
        assert "Danu Orev" in {name.name for name in store.names("Orev")}


def test_reading_again_changes_nothing(cli: CommandLine, report: Path) -> None:
    """The second run knows the page, the claims are the same, and the file is not touched."""
    cli("read", "pages/report.txt", "--base", "new.db")
    claims = cli("claims", "--base", "new.db", "--json").out
    assert claims != ""
    before = Path("new.db").read_bytes()
    ran = cli("read", "pages/report.txt", "--base", "new.db")
    assert ran.out.startswith("1 document read (1 known already), ")
    assert Path("new.db").read_bytes() == before
    assert cli("claims", "--base", "new.db", "--json").out == claims


def test_json_gives_the_claims_and_nothing_else(cli: CommandLine, report: Path) -> None:
    """One claim a line on standard output, also of pages that are known; the summary goes beside it."""
    ran = cli("read", "pages", "--base", "new.db", "--json")
    assert ran.code == 0
    assert {line["predicate"] for line in ran.lines} >= {"present_at"}
    assert all(line["evidence"] for line in ran.lines)
    assert "2 problems" in ran.err
    assert cli("read", "pages", "--base", "new.db", "--json").lines == ran.lines


def test_a_redacted_name_stays_out(cli: CommandLine, report: Path) -> None:
    """Reading prints no name that the base hides, whether read before or for the first time."""
    cli("redact", "Danu Orev", "--reason", "a test", "--by", "tester", "--base", "new.db")
    ran = cli("read", "pages", "--base", "new.db", "--json")
    assert ran.lines != []
    assert "orev" not in ran.out.casefold()


@pytest.mark.parametrize("paths", [("pages/empty.html",), ("pages/picture.html",), ("missing.html",), ("nothing",)])
def test_nothing_could_be_read(cli: CommandLine, report: Path, paths: tuple[str, ...]) -> None:
    """An empty file, a picture, a missing file, an empty folder: the exit code is 1, and the line says so."""
    Path("nothing").mkdir()
    ran = cli("read", *paths, "--base", "new.db")
    assert ran.code == 1
    assert ran.err == "reportedly: nothing could be read.\n"
    assert "0 documents read" in ran.out


def test_a_given_day(cli: CommandLine, report: Path) -> None:
    """The day that a person gives is the report's, and is kept when it is read again without."""
    cli("read", "pages/report.txt", "--base", "new.db", "--published", "2016-05-24")
    cli("read", "pages/report.txt", "--base", "new.db")
    (head,) = cli("documents", "--base", "new.db", "--json").lines
    assert (head["published"], head["certainty"]) == ("2016-05-24", "given")


def test_hostile_names_and_texts(cli: CommandLine, tmp_path: Path) -> None:
    """Codes in a file's name and in its text reach neither the terminal nor the JSON."""
    hostile = CODES.replace("\x00", "").replace("/", "")
    (tmp_path / f"page{hostile}.txt").write_text(REPORT.replace("Orev", f"Orev {CODES}"), encoding="utf-8")
    (tmp_path / f"empty{hostile}.txt").write_text("", encoding="utf-8")
    for arguments in (("read", "."), ("read", ".", "--json"), ("problems",), ("problems", "--json"), ("documents",)):
        ran = cli(*arguments, "--base", "new.db")
        assert (ran.out + ran.err).replace("\n", "").isprintable(), arguments


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes file names that are no text")
def test_a_file_name_that_is_no_text(cli: CommandLine, tmp_path: Path) -> None:
    """It is a problem like others, not the end of the run."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "good.txt").write_text(REPORT, encoding="utf-8")
    with open(os.fsencode(tmp_path) + b"/pages/bad-\xff.txt", "w", encoding="utf-8") as file:
        file.write(REPORT + "\nThe brigade left on Tuesday.\n")
    ran = cli("read", "pages", "--base", "new.db")
    assert ran.code == 0
    assert "Traceback" not in ran.out + ran.err
    with open_store("new.db") as store:
        assert "pages/good.txt" in {head.location for head in store.heads()}


def test_stopped_by_hand(tmp_path: Path, store: object) -> None:
    """Ctrl-C ends a run with one line, exit code 130, and what was read in the base."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(300):
        (folder / f"{number:03}.txt").write_text(f"{REPORT}\nReport {number} came later.\n" * 3, encoding="utf-8")
    reading = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "from reportedly.cli.main import run; run()",
            "read",
            "many",
            "--base",
            "new.db",
            "--json",
        ],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert reading.stdout is not None
    line = ""
    while not line:
        line = reading.stdout.readline()
    time.sleep(0.1)
    reading.send_signal(signal.SIGINT)
    _, err = reading.communicate(timeout=60)
    assert reading.returncode == 130
    assert err.splitlines()[-1] == "reportedly: stopped. What was read is kept; the same command goes on from there."
    with open_store(tmp_path / "new.db") as kept:
        assert json.loads(line)["document"] in {head.id for head in kept.heads()}
        assert 0 < kept.size().documents < 300
