"""Linking to a reference list: proposals with reasons, and nothing that changes the base."""

from __future__ import annotations

from pathlib import Path

from tests.base.reports import fill

from reportedly.base.assemble import world
from reportedly.base.store import Store
from reportedly.records.listed import Broken, Listed
from reportedly.records.mention import Kind
from reportedly.review.link import link
from reportedly.review.redact import redact
from reportedly.testing import make_reading


def _person(number: str, *names: str) -> Listed:
    return Listed(id=number, names=names, kind=Kind.PERSON)


def test_proposals_have_scores_and_reasons(store: Store) -> None:
    """A spelling finds its entity, surest first; a body is no person, and nothing is written."""
    before = world(store)
    records = [
        _person("1", "Mira Kolta Senn", "Meera Qolt"),
        Listed(id="2", names=("ASH BRIGADE",), kind=Kind.ORGANISATION),
        Listed(id="3", names=("Danu Orev",), kind=Kind.ORGANISATION),
        _person("4", "Ash Brigade"),
        Listed(id="5", names=(), kind=None),
        Broken(place=6, reason="no name"),
        Broken(place=7, reason="no name"),
    ]
    found = link(store, records)
    assert {(one.name, one.record.id) for one in found.proposals} == {("Ash Brigade", "2"), ("Mira Kolt", "1")}
    assert [one.score for one in found.proposals] == sorted((p.score for p in found.proposals), reverse=True)
    assert all(one.why and one.state == "unreviewed" for one in found.proposals)
    assert (found.records, found.others, found.broken) == (5, 1, {"no name": 2})
    assert world(store) == before
    assert store.decisions() == ()


def test_a_family_name_alone_finds_nobody(store: Store) -> None:
    """Neither a list's single word nor the base's is enough."""
    assert link(store, [_person("1", "Orev"), _person("2", "Kolt")]).proposals == ()


def test_only_the_best_records_are_kept(store: Store) -> None:
    """Of many that fit, the likest; the order of equals is that of the list."""
    records = [_person(str(number), "Danu Orev") for number in range(9)] + [_person("x", "Danoo Orev")]
    assert [one.record.id for one in link(store, records, best=2).proposals] == ["0", "1"]


def test_listings_that_reports_tell_of_are_named(tmp_path: Path) -> None:
    """The reason says that a report tells of a listing, and by whom."""
    told = "Karvia sanctioned Danu Orev."
    claim = {"predicate": "designated_by", "evidence": told, "subject": "Danu Orev", "object": ("Karvia", Kind.STATE)}
    names = {"Danu Orev": Kind.PERSON, "Karvia": Kind.STATE}
    with fill(tmp_path / "a.db", make_reading(told, names=names, claims=[claim])) as base:
        (one,) = link(base, [_person("1", "Danu Orev")]).proposals
    assert one.why.endswith("Reports say that it was listed by Karvia.")


def test_redacted_names_are_not_looked_up(store: Store) -> None:
    """A list does not bring a redacted name back."""
    redact(store, "Danu Orev", "a test", "tester")
    assert link(store, [_person("1", "Danu Orev")]).proposals == ()
