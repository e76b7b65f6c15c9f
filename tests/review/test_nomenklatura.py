"""Resolver lines of nomenklatura, out and in."""

from __future__ import annotations

import json
from pathlib import Path

from tests.base.reports import fill, shelling, sighting

from reportedly.base import assemble
from reportedly.base.store import Store
from reportedly.review import entities, nomenklatura


def test_lines_have_the_columns_of_nomenklatura(store: Store) -> None:
    """Target above source, the judgement's word, no score, who and when."""
    decision = entities.merge(store, "Mira Kolt", "Danu Orev", "one of two passports", "ana")
    entities.rename(store, "Ash Brigade", "The Ash", "shorter", "ana")
    ((target, source, judgement, score, user, created),) = map(json.loads, nomenklatura.lines(store))
    assert sorted(decision.about, reverse=True) == [target, source]
    assert (judgement, score, user, created) == ("positive", None, "ana", decision.at)


def test_what_went_out_comes_in_elsewhere(store: Store, tmp_path: Path) -> None:
    """Another base of the same reports has the same entities afterwards; taking the lines twice adds nothing."""
    entities.merge(store, "Mira Kolt", "Danu Orev", "one of two passports", "ana")
    with fill(tmp_path / "other.db", shelling(), sighting()) as other:
        taken = nomenklatura.take(other, assemble.world(other), nomenklatura.lines(store), "from the desk in Tarvo")
        assert [d.by for d in taken.decided] == ["ana"]
        mine, theirs = assemble.world(store).found, assemble.world(other).found
        assert [e.members for e in mine.entities] == [e.members for e in theirs.entities]
        again = nomenklatura.take(other, assemble.world(other), nomenklatura.lines(store), "once more")
        assert (again.decided, again.known) == ((), 1)


def test_bad_lines_are_refused_and_the_others_taken(store: Store) -> None:
    """No JSON, too few columns and a contradiction are told by number; judgements of machines are passed over."""
    known = assemble.world(store)
    one, other = (assemble.find(known, name).members[0] for name in ("Mira Kolt", "Danu Orev"))
    found = nomenklatura.take(
        store,
        known,
        [
            "nothing",
            "",
            json.dumps([one, other]),
            json.dumps([one, other, "no_judgement", 0.7, None, None]),
            json.dumps([one, other, "negative", None, None, None]),
            json.dumps([one, other, "positive", None, "bo", None]),
        ],
        "taken over",
    )
    assert [decision.by for decision in found.decided] == ["nomenklatura"]
    assert [number for number, _ in found.refused] == [1, 3, 6]
    assert "contradicts" in found.refused[2][1]
