"""What is remembered is what would be worked out: in any order of reading, deciding, undoing, hiding and asking."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.base.reports import ENGINE, OREV, fill, shelling, sighting

from reportedly.base import assemble, memory
from reportedly.base.assemble import find, members, world
from reportedly.base.keep import keep
from reportedly.base.opening import open_store
from reportedly.base.store import Store
from reportedly.entities.ledger import Ledger
from reportedly.entities.resolve import resolve, update
from reportedly.errors import BaseError, NotFoundError
from reportedly.records.decision import Verdict
from reportedly.records.entity import Entities
from reportedly.records.mention import Kind
from reportedly.records.reading import Reading
from reportedly.review.entities import decide, decisions, undo
from reportedly.review.redact import redact
from reportedly.testing import make_reading

BODIES = ("Ash Brigade", "North Corps", "Liwa al-Fajr", "Fajr Brigade")
PEOPLE = ("Qassem Darwishi", "Qasim Darwishi", "Hadi Darwishi", "Kasim Darwish'i", "Darwishi", "Abu Zeyd", "Mira Kolt")


def _report(number: int, person: str, body: str, *, newer: bool = False) -> Reading:
    """A report of one who leads a body. newer: as an engine reads it that finds a place in it and no claim."""
    told = f"{person} leads the {body}."
    leads = {"predicate": "leads", "evidence": told, "subject": person, "object": (body, Kind.GROUP), "role": "leader"}
    return make_reading(
        told,
        f"It is report {number}.",
        location=f"pages/{number}.txt",
        published=f"2021-03-{number + 1:02}",
        names={person: Kind.PERSON, body.split()[0] if newer else body: Kind.PLACE if newer else Kind.GROUP},
        claims=[] if newer else [leads],
    )


def _from_nothing(base: Store) -> Entities:
    return resolve(members(base), base.decisions())


def _as_from_nothing(base: Store) -> Entities:
    """Who is who as it is remembered, which must be what nothing remembered gives."""
    known = world(base)
    assert known.found == _from_nothing(base)
    assert dict(known.members) == {member.id: member for member in members(base)}
    return known.found


Step = tuple[str, int, int]
REPORTS = st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(BODIES)), min_size=2, max_size=7)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["read", "read", "again", "same", "different", "unsure", "rename", "undo", "redact", "ask"]),
        st.integers(0, 50),
        st.integers(0, 50),
    ),
    max_size=14,
)


def _take(base: Store, told: list[tuple[str, str]], step: Step) -> None:
    """One step of a life of a base; what cannot be done then is left out, as the commands refuse it."""
    what, one, other = step
    if what in {"read", "again"}:
        number, newer = one % len(told), what == "again" and other % 2 == 0
        engine = ENGINE if what == "read" else f"engine/{one}"
        list(keep([_report(number, *told[number], newer=newer)], base, engine))
        return
    known = world(base)
    if what == "ask" or not known.members:
        return
    ids = sorted(known.members)
    left, right = ids[one % len(ids)], ids[other % len(ids)]
    try:
        if what in {"same", "different", "unsure"}:
            decide(base, known, Verdict(what), (left, right), "seen", "ana")
        elif what == "rename":
            decide(base, known, Verdict.RENAME, (left, f"Name {other}"), "seen", "ana")
        elif what == "redact":
            redact(base, known.members[left].name, "seen", "ana")
        elif decisions(base):
            undo(base, decisions(base)[one % len(decisions(base))].id, "seen", "ana")
    except (BaseError, NotFoundError):
        pass


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(REPORTS, STEPS, st.randoms(use_true_random=False))
def test_a_life_of_a_base(told: list[tuple[str, str]], steps: list[Step], chance: Any) -> None:
    """However it came about, who is who is what a resolution from nothing gives, also of the same base read anew."""
    reports = [_report(number, *one) for number, one in enumerate(told)]
    with TemporaryDirectory() as folder:
        with open_store(Path(folder) / "a.db") as base:
            for step in steps:
                _take(base, told, step)
                if step[1] % 3 == 0:
                    _as_from_nothing(base)
            list(keep(reports, base, ENGINE))
            first = _as_from_nothing(base)
            assert _as_from_nothing(base) == first
            log = base.decisions()
        chance.shuffle(reports)
        with open_store(Path(folder) / "b.db") as other:
            for reading in reports:
                list(keep([reading], other, ENGINE))
                world(other)
            for decision in log:
                other.decide(decision.verdict, decision.about, "replayed", "ana", decision.undoes)
            assert world(other).found == first


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Callable[[Store], tuple[int, int, int]]:
    """Asks who is who, and says how many documents were gathered, names compared, and steps made in a ledger."""

    def count(base: Store) -> tuple[int, int, int]:
        gathered: list[str] = []
        compared: list[int] = []
        own_members, own_update = assemble._members, assemble.update

        def gather(view: Any, document: str) -> Any:
            gathered.append(document)
            return own_members(view, document)

        def settle(ledger: Any, documents: Any, log: Any, compare: Any) -> None:
            own_update(ledger, documents, log, compare)
            compared.append(compare.fresh)

        with monkeypatch.context() as patch:
            patch.setattr(assemble, "_members", gather)
            patch.setattr(assemble, "update", settle)
            world(base)
        return len(gathered), sum(compared), len(compared)

    return count


def test_only_what_is_asked_about_is_loaded(tmp_path: Path) -> None:
    """An unchanged base loads the members that a question names, each once, and says who is not there."""
    reports = [_report(n, person, "Ash Brigade") for n, person in enumerate(PEOPLE[:4])]
    with fill(tmp_path / "a.db", *reports) as base:
        every = dict(world(base).members)
        known = world(base)
        loaded: list[str] = []
        own = memory.Rows.rows

        def load(self: memory.Rows, shelf: str, keys: Iterable[str]) -> Any:
            wanted = list(keys)
            loaded.extend(wanted if shelf == "member" else ())
            return own(self, shelf, wanted)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(memory.Rows, "rows", load)
            one, *_, other = sorted(every)
            for member in (one, one, other):
                assert known.members[member] == every[member]
            assert loaded == [one, other]
            assert "nobody" not in known.members
            assert len(known.members) == len(every)
            with pytest.raises(KeyError):
                known.members["nobody"]
            stale = world(base)
            list(keep([_report(0, PEOPLE[0], "Ash Brigade", newer=True)], base, "engine/2"))
            gone = next(m for m in every if m.startswith(reports[0].document.id) and "|group|" in m)  # type: ignore[union-attr]
            assert gone not in world(base).members
            with pytest.raises(NotFoundError, match="read again"):
                stale.members[gone]


def test_nothing_is_worked_out_twice(tmp_path: Path, counted: Callable[[Store], tuple[int, int, int]]) -> None:
    """An unchanged base resolves nothing; another report costs itself and its names; a decision costs no comparison."""
    reports = [_report(n, person, "Ash Brigade") for n, person in enumerate(PEOPLE[:4])]
    with fill(tmp_path / "a.db", *reports) as base:
        documents, compared, _ = counted(base)
        assert documents == 4
        assert compared > 0
        assert counted(base) == (0, 0, 0)
        list(keep([_report(4, PEOPLE[0], BODIES[0])], base, ENGINE))
        assert counted(base) == (1, 0, 1)
        list(keep([_report(5, "Qaseem Darwishi", BODIES[0])], base, ENGINE))
        documents, fresh, _ = counted(base)
        assert documents == 1
        assert 0 < fresh < compared + 4
        known = world(base)
        decide(base, known, Verdict.SAME, tuple(sorted(known.members)[:2]), "seen", "ana")
        assert counted(base) == (0, 0, 1)
    with open_store(tmp_path / "a.db", read_only=True) as again:
        assert counted(again) == (0, 0, 0)


def test_a_base_opened_to_read_remembers(
    tmp_path: Path, counted: Callable[[Store], tuple[int, int, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It can be asked and remembers, still takes nothing else, and asks on where it cannot be written to."""
    fill(tmp_path / "a.db", sighting(), shelling()).close()
    with open_store(tmp_path / "a.db", read_only=True) as base:
        assert counted(base)[2] == 1
        assert counted(base)[2] == 0
        with pytest.raises(BaseError, match="may not be written to"):
            base.decide(Verdict.SAME, ("a", "b"), "seen", "ana")
    (tmp_path / "b.db").write_bytes((tmp_path / "a.db").read_bytes())
    with sqlite3.connect(tmp_path / "b.db") as raw:
        raw.execute("DELETE FROM remembered")
        raw.execute("DELETE FROM remembered_documents")
        raw.execute("PRAGMA journal_mode = delete")
    raw.close()
    monkeypatch.setattr("reportedly.base.sqlite._may_write", lambda path: False)
    with open_store(tmp_path / "b.db", read_only=True) as base:
        assert counted(base)[2] == 1
        assert counted(base)[2] == 1
        assert world(base).found == _from_nothing(base)


def test_another_program_that_writes_is_not_waited_for(tmp_path: Path) -> None:
    """Who is who is told all the same; it is remembered another time."""
    with fill(tmp_path / "a.db", sighting(), shelling()) as base:
        other = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        found = world(base)
        assert base.memory.changes().state == ""
        other.execute("ROLLBACK")
        other.close()
        assert world(base).found == found.found
        assert dict(world(base).members) == dict(found.members)
        assert base.memory.changes().state != ""
        list(keep([_report(1, PEOPLE[0], BODIES[0])], base, ENGINE))  # the wait of other writes is what it was


def test_what_another_program_changed_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    """What was worked out of a report as it was, or on top of what another program replaced, is not remembered."""
    with fill(tmp_path / "a.db", sighting()) as base:
        before, ledger = base.memory.changes(), Ledger()
        update(ledger, {}, ())
        list(keep([shelling()], base, ENGINE))
        list(keep([sighting()], base, "engine/2"))
        assert base.memory.keep(before, ledger) == ""
        assert world(base).found == _from_nothing(base)
        step = base.memory.changes()
        list(keep([_report(1, PEOPLE[0], BODIES[0])], base, ENGINE))
        world(base)
        assert base.memory.keep(step, ledger) == ""
        with base.memory.backing(step) as rows:
            assert rows is None
        assert world(base).found == _from_nothing(base)


def test_a_redaction_changes_what_is_remembered(tmp_path: Path) -> None:
    """Members of before the redaction do not come back; those of the verbatim base are not those of the shown one."""
    with fill(tmp_path / "a.db", sighting(), shelling()) as base:
        before = world(base)
        members_before, _ = dict(before.members), before.found
        redact(base, OREV, "seen", "ana")
        after = world(base)
        with pytest.raises(NotFoundError):
            find(after, OREV)
        verbatim = world(base.verbatim())
        assert dict(verbatim.members) == members_before
        assert verbatim.found == before.found
        assert world(base).found == after.found


def test_a_newer_engine_remembers_nothing_of_an_older(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, counted: Callable[[Store], tuple[int, int, int]]
) -> None:
    """Members and verdicts of another version are worked out again, and so are damaged ones."""
    with fill(tmp_path / "a.db", sighting(), shelling()) as base:
        first = counted(base)
        monkeypatch.setattr(memory, "resolving_version", lambda: "another")
        assert counted(base) == first
        assert counted(base) == (0, 0, 0)
        with sqlite3.connect(tmp_path / "a.db") as raw:
            raw.execute("UPDATE remembered SET content = x'c1'")
        raw.close()
        assert counted(base) == first
        with sqlite3.connect(tmp_path / "a.db") as raw:
            raw.execute("UPDATE remembered SET content = x'c1' WHERE shelf != 'state'")
        raw.close()
        list(keep([_report(1, PEOPLE[0], BODIES[0])], base, ENGINE))
        assert counted(base)[0] == 4  # the new one, and then all
        assert world(base).found == _from_nothing(base)
