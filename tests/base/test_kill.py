"""Killed at any moment, a base stays whole and the run resumes."""

from __future__ import annotations

import random
import signal
import sys
import time
from pathlib import Path

from tests.base.killing import check_sound, kill_after, start
from tests.base.reports import ENGINE

from reportedly.base.keep import Kept, keep
from reportedly.base.opening import open_store
from reportedly.base.store import Store
from reportedly.records.mention import Kind
from reportedly.records.reading import Reading
from reportedly.testing import make_reading

REPORTS = 120
CLAIMS = 20
KILLS = 12
#: From the first report on, a run is killed after at most so long: long enough for some reports, not for all.
LONGEST_SECONDS = 0.25


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


def _check_whole(path: Path, told: set[str]) -> int:
    """The base is sound, each report is there with all its rows or not at all, and none that was told is missing."""
    check_sound(path)
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
        reading = start("test_kill", "read_all", path)
        lines = kill_after(reading, chance.random() * LONGEST_SECONDS)
        killed += reading.returncode == -signal.SIGKILL
        told |= {line.split()[1] for line in lines if line.endswith(".txt")}
        found = _check_whole(path, told)
        assert found >= progress, "a run began again from nothing"
        progress = found
    assert killed >= KILLS // 2, "the runs were too quick to be killed; give them more reports"
    assert progress > 0
    last = start("test_kill", "read_all", path)
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
        reading = start("test_kill", "read_all", path)
        deadline = time.monotonic() + 30
        while not path.exists() and time.monotonic() < deadline:
            time.sleep(0.001)
        time.sleep(chance.random() * 0.05)
        reading.kill()
        reading.communicate(timeout=60)
        with open_store(path) as store:
            list(keep([report(0)], store, ENGINE))
            assert store.size().claims >= CLAIMS
