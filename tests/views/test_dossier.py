"""Dossiers: all that stands under one name, each part in order of time."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.base.reports import fill, sighting

from reportedly.base.assemble import world
from reportedly.base.store import Store
from reportedly.errors import NotFoundError
from reportedly.records.decision import Verdict
from reportedly.records.mention import Kind
from reportedly.records.reading import Reading
from reportedly.review.entities import split
from reportedly.review.redact import redact
from reportedly.testing import make_reading
from reportedly.views.dossier import dossiers


def test_a_dossier_has_its_parts(store: Store) -> None:
    """Offices, ties, sightings, what happened, and what is credited, with every spelling and its counts."""
    (one,) = dossiers(store, "Orev")
    assert (one.name, one.kinds, one.documents, one.claims) == ("Danu Orev", (Kind.PERSON,), 2, 5)
    assert [w.text for w in one.written] == ["Orev", "Danou Orev", "Danu Orev"]
    assert [t.claim.predicate for t in one.offices] == ["leads"]
    assert [(t.claim.predicate, t.moment[0]) for t in one.sightings] == [
        ("present_at", "2016-05-20"),
        ("met", "2016-05-24"),
        ("present_at", "2016-05-24"),
    ]
    assert (one.ties, one.events) == ((), ())
    assert [t.held for t in one.credited] == ["denied by Danu Orev"]


def test_a_group_has_a_dossier_too(store: Store) -> None:
    """Who leads it stands among the offices, what it did among the events."""
    (one,) = dossiers(store, "the Ash Brigade")
    assert [t.sentence for t in one.offices] == ["Danu Orev leads Ash Brigade (leader)"]
    assert len(one.events) == 2


def test_what_is_credited_is_not_told_twice(tmp_path: Path) -> None:
    """A claim in which the credited voice is also a party stands once."""
    told = "Danu Orev said that he had met Mira Kolt."
    claim = {"predicate": "met", "evidence": told, "subject": "Danu Orev", "object": "Mira Kolt"}
    names = {"Danu Orev": Kind.PERSON, "Mira Kolt": Kind.PERSON}
    with fill(
        tmp_path / "a.db", make_reading(told, names=names, claims=[{**claim, "attributed_to": ("Danu Orev",)}])
    ) as store:
        (one,) = dossiers(store, "Danu Orev")
    assert (len(one.sightings), len(one.credited)) == (1, 0)


def test_several_who_are_written_alike(tmp_path: Path) -> None:
    """One name for each; the one that is called just so comes first."""
    names = {"Sela Orev": (Kind.PERSON, ("Orev",))}
    with fill(
        tmp_path / "a.db", sighting(), make_reading("Sela Orev spoke. Orev left.", location="b.txt", names=names)
    ) as store:
        assert [one.name for one in dossiers(store, "Orev")] == ["Danu Orev", "Sela Orev"]
        assert [one.name for one in dossiers(store, "Sela Orev")] == ["Sela Orev"]


def test_an_unknown_name_brings_near_ones(store: Store) -> None:
    """The line names what is near, also by the last word of what was asked."""
    for words in ("Dan", "Akram Orev"):
        with pytest.raises(NotFoundError, match="Near it: Danu Orev"):
            dossiers(store, words)
    with pytest.raises(NotFoundError, match="names 'Nobody'"):
        dossiers(store, "Nobody")
    with pytest.raises(NotFoundError):
        dossiers(store, "")


def test_a_redacted_name_has_no_dossier(store: Store) -> None:
    """Asked for by name, it says that it was redacted, by whom and why, and nothing of what is known."""
    redact(store, "Danu Orev", "a test", "tester")
    with pytest.raises(NotFoundError) as raised:
        dossiers(store, "Orev")
    assert "redacted" in str(raised.value)
    assert "a test" in str(raised.value)
    (other,) = dossiers(store, "Mira Kolt")
    assert "Orev" not in str(other)
    assert other.claims == 2


def test_a_decision_taken_back_leaves_the_dossier(store: Store) -> None:
    """After the undoing it is as before."""
    before = dossiers(store, "Orev")
    done = redact(store, "Danu Orev", "a test", "tester")
    store.decide(Verdict.UNDO, (), "a mistake", "tester", undoes=done.decision.id)
    assert dossiers(store, "Orev") == before


def test_a_word_that_no_report_writes_alone(store: Store) -> None:
    """A first name or a surname finds the full names that hold it, none that only begins so, and none redacted."""
    assert [one.name for one in dossiers(store, "Danu")] == ["Danu Orev"]
    assert [one.name for one in dossiers(store, "Brigade")] == ["Ash Brigade"]
    redact(store, "Danu Orev", "a test", "tester")
    with pytest.raises(NotFoundError):
        dossiers(store, "Danu")


def _leading(name: str, location: str, published: str, kind: Kind = Kind.PERSON) -> Reading:
    told = f"{name} leads the Ash Brigade"
    claim = {"predicate": "leads", "evidence": told, "subject": (name, kind), "object": ("Ash Brigade", Kind.GROUP)}
    names = {name: kind, "Ash Brigade": Kind.GROUP}
    return make_reading(
        f"{told}, {location} says.", location=location, published=published, names=names, claims=[claim]
    )


def test_two_spellings_share_a_dossier(tmp_path: Path) -> None:
    """Claims of both stand together in order of time; it says which report writes what, and why they are one."""
    reports = [_leading("Qasim Darwishi", "b.txt", "2016-05-02"), _leading("Qassem Darwishi", "a.txt", "2016-05-01")]
    with fill(tmp_path / "a.db", *reports) as store:
        for words in ("Qassem Darwishi", "Qasim Darwishi", "Kassem Darwishi", "قاسم درويشي"):
            (one,) = dossiers(store, words)
            assert [t.head.published for t in one.offices] == ["2016-05-01", "2016-05-02"]
        ids = {head.location: (head.id,) for head in store.heads()}
        written = {w.text: w.reports for w in one.written}
        assert written == {"Qassem Darwishi": ids["a.txt"], "Qasim Darwishi": ids["b.txt"]}
        assert "Both are tied to Ash Brigade." in one.why[0]


def test_two_of_one_name_have_their_own_claims(tmp_path: Path) -> None:
    """A man and a body of one name, and a man whom a person split off: each dossier has only its own."""
    reports = [
        _leading("Danu Orev", "a.txt", "2016-05-01"),
        _leading("Danu Orev", "b.txt", "2016-05-02", Kind.ORGANISATION),
        _leading("Danu Orev", "c.txt", "2016-05-03"),
    ]
    with fill(tmp_path / "a.db", *reports) as store:
        man = next(e for e in world(store).found.entities if e.kind is Kind.PERSON)
        split(store, man.id, "c.txt", "another man", "ana")
        found = dossiers(store, "Danu Orev")
        assert sorted(t.head.published or "" for one in found for t in one.offices) == [
            "2016-05-01",
            "2016-05-02",
            "2016-05-03",
        ]
        assert [len(one.offices) for one in found] == [1, 1, 1]
        assert [one.name for one in dossiers(store, found[0].id)] == ["Danu Orev"]
