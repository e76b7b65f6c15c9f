"""Killed while it resolves or writes decisions, a base stays whole and gives the same entities."""

from __future__ import annotations

import random
import signal
import sys
from pathlib import Path

from tests.base.killing import check_sound, kill_after, start
from tests.base.reports import fill, shelling, sighting

from reportedly.base.assemble import find, world
from reportedly.base.opening import open_store
from reportedly.records.decision import Decision
from reportedly.review import entities

KILLS = 6
LONGEST_SECONDS = 0.25
#: More decisions than a run comes to write before it is killed.
DECISIONS = 5000


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
        run = start("test_kill_deciding", "decide_on", path)
        lines = kill_after(run, chance.random() * LONGEST_SECONDS)
        assert run.returncode == -signal.SIGKILL
        told = {int(line.split()[0]) for line in lines if line.endswith(".")}
        check_sound(path)
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
