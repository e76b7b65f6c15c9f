"""Killed while it resolves or writes decisions, a base stays whole and gives the same entities."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from tests.base.reports import fill, shelling, sighting

from reportedly.base.assemble import find, world
from reportedly.base.opening import open_store
from reportedly.records.decision import Decision
from reportedly.review import entities

ROOT = Path(__file__).resolve().parents[2]
KILLS = 6
LONGEST_SECONDS = 0.25
#: More decisions than a run comes to write before it is killed.
DECISIONS = 5000
_DECIDE = """
import sys
from pathlib import Path
from tests.base import test_kill_deciding
test_kill_deciding.decide_on(Path(sys.argv[1]))
"""


def decide_on(path: Path) -> None:
    """Joins two people and takes it back, again and again, resolving the base each time; tells what is written."""
    with open_store(path) as store:
        for _ in range(DECISIONS):
            merged = entities.merge(store, "Mira Kolt", "Danu Orev", "one of two passports", "ana")
            _tell(merged)
            _tell(entities.undo(store, merged.id, "a mistake", "ana"))


def _tell(decision: Decision) -> None:
    sys.stdout.write(f"{decision.id} .\n")
    sys.stdout.flush()


def test_killed_while_deciding(tmp_path: Path) -> None:
    """SIGKILL at random moments: no decision that was told is lost, none is half there, the entities are the log's."""
    path, chance = tmp_path / "a.db", random.Random(20160601)
    fill(path, sighting(), shelling()).close()
    with open_store(path, read_only=True) as store:
        before = world(store).found.entities
    written = 0
    for _ in range(KILLS):
        run = subprocess.Popen([sys.executable, "-c", _DECIDE, str(path)], stdout=subprocess.PIPE, text=True, cwd=ROOT)
        assert run.stdout is not None
        first = run.stdout.readline()  # the clock starts when it writes, not while Python starts
        time.sleep(chance.random() * LONGEST_SECONDS)
        run.send_signal(signal.SIGKILL)
        rest, _ = run.communicate(timeout=60)
        assert run.returncode == -signal.SIGKILL
        told = {int(line.split()[0]) for line in (first + rest).splitlines() if line.endswith(".")}
        connection = sqlite3.connect(path)
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.close()
        with open_store(path) as store:
            log = store.decisions()
            assert told, "killed before it wrote anything"
            assert told <= {decision.id for decision in log}
            assert len(log) > written
            known, held = world(store), entities.decisions(store)
            one = find(known, "Mira Kolt").id == find(known, "Danu Orev").id
            assert one == bool(held), "the entities are not those of the log"
            for decision in held:
                entities.undo(store, decision.id, "begin again", "ana")
            assert world(store).found.entities == before
            written = len(store.decisions())
