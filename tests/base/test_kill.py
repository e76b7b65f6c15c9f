"""Killed at any moment, a base stays whole and the run resumes."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from tests.base.reports import ENGINE

from reportedly.base.keep import Kept, keep
from reportedly.base.opening import open_store
from reportedly.base.store import Store
from reportedly.records.mention import Kind
from reportedly.records.reading import Reading
from reportedly.testing import make_reading

ROOT = Path(__file__).resolve().parents[2]
REPORTS = 120
CLAIMS = 20
KILLS = 12
#: From the first report on, a run is killed after at most so long: long enough for some reports, not for all.
LONGEST_SECONDS = 0.25
#: Runs after the kills until one comes to its end.
_READ = """
import sys
from pathlib import Path
from tests.base import test_kill
test_kill.read_all(Path(sys.argv[1]))
"""


def report(number: int) -> Reading:
    """A report with many claims, so that most of the time is spent in the middle of writing one."""
    lines = [f"Person {n} of report {number} met Orev." for n in range(CLAIMS)]
    names = {"Orev": Kind.PERSON, **{f"Person {n}": Kind.PERSON for n in range(CLAIMS)}}
    claims = [
        {"predicate": "met", "evidence": line, "subject": f"Person {n}", "object": "Orev"}
        for n, line in enumerate(lines)
    ]
    return make_reading(*lines, location=f"{number}.txt", names=names, claims=claims)


def read_all(path: Path) -> None:
    """What `reportedly read` does, over reports that are quickly read; each one kept is told."""
    with open_store(path) as store:
        kept = Kept(store, ENGINE)
        for reading in keep(_readings(kept), store, ENGINE):
            sys.stdout.write(f"{'known' if reading.unchanged else 'new'} {reading.location}\n")
            sys.stdout.flush()


def _readings(kept: Kept) -> list[Reading]:
    found = []
    for number in range(REPORTS):
        reading = report(number)
        assert reading.page is not None
        found.append(kept.reading_of(reading.page) or reading)
    return found


def _start(path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", _READ, str(path)], stdout=subprocess.PIPE, text=True, cwd=ROOT)


def _check_whole(path: Path, told: set[str]) -> int:
    """The base is sound, each report is there with all its rows or not at all, and none that was told is missing."""
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
    with open_store(path, read_only=True) as store:
        assert told <= {head.location for head in store.heads()}
        for head in store.heads():
            assert head.claims == CLAIMS
        assert store.size().claims == CLAIMS * store.size().documents
        return store.size().documents


def _rows(store: Store) -> list[str]:
    return sorted(claim.id for claim in store.claims())


def test_killed_at_any_moment(tmp_path: Path) -> None:
    """SIGKILL at random moments, many times over: nothing told is lost, nothing is half there, the last run ends it."""
    path, chance = tmp_path / "a.db", random.Random(20160524)
    told: set[str] = set()
    killed = progress = 0
    for _ in range(KILLS):
        reading = _start(path)
        assert reading.stdout is not None
        first = reading.stdout.readline()  # the clock starts when it writes, not while Python starts
        time.sleep(chance.random() * LONGEST_SECONDS)
        reading.send_signal(signal.SIGKILL)
        rest, _ = reading.communicate(timeout=60)
        killed += reading.returncode == -signal.SIGKILL
        told |= {line.split()[1] for line in (first + rest).splitlines() if line.endswith(".txt")}
        found = _check_whole(path, told)
        assert found >= progress, "a run began again from nothing"
        progress = found
    assert killed >= KILLS // 2, "the runs were too quick to be killed; give them more reports"
    assert progress > 0
    last = _start(path)
    output, _ = last.communicate(timeout=120)
    assert last.returncode == 0
    states = [line.split()[0] for line in output.splitlines()]
    assert states.count("known") == progress
    assert len(states) == REPORTS
    assert _check_whole(path, told) == REPORTS
    with open_store(tmp_path / "b.db") as unhurt, open_store(path, read_only=True) as store:
        list(keep((report(number) for number in range(REPORTS)), unhurt, ENGINE))
        assert _rows(store) == _rows(unhurt)


def test_killed_while_the_base_is_made(tmp_path: Path) -> None:
    """A run that is killed before its base has tables leaves nothing that the next run cannot begin with."""
    chance = random.Random(1)
    for number in range(5):
        path = tmp_path / f"{number}.db"
        reading = _start(path)
        deadline = time.monotonic() + 30
        while not path.exists() and time.monotonic() < deadline:
            time.sleep(0.001)
        time.sleep(chance.random() * 0.05)
        reading.kill()
        reading.communicate(timeout=60)
        with open_store(path) as store:
            list(keep([report(0)], store, ENGINE))
            assert store.size().claims >= CLAIMS
