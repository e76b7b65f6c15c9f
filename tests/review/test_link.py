"""Linking to a reference list: proposals with reasons, what people decide about them, and newer editions."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec
import pytest
from tests.base.reports import KOLT, OREV, fill, shelling, sighting

from reportedly.base.assemble import find, world
from reportedly.base.links import Links
from reportedly.base.store import Store
from reportedly.errors import BaseError, ReportedlyError
from reportedly.records.decision import Verdict
from reportedly.records.listed import Broken, Entered, LinkState, Listed, ListHead, Listing, Record
from reportedly.records.mention import Kind
from reportedly.review import link as linking
from reportedly.review.entities import decide, undo
from reportedly.review.nomenklatura import lines, take
from reportedly.review.redact import redact
from reportedly.testing import make_reading

HEAD = ListHead(name="Karvia's list", authorities=("Karvia",), published="2024-05-01")


def _person(number: str, *names: str) -> Listed:
    return Listed(id=number, names=names, kind=Kind.PERSON)


def _link(base: Store, records: Iterable[Record], best: int = 3, head: ListHead = HEAD) -> linking.Linked:
    return linking.link(base, world(base), [head, *records], best)


def _decide(base: Store, verdict: Verdict, name: str, record: str) -> int:
    known = world(base)
    return decide(base, known, verdict, (find(known, name).members[0], record), "seen", "ana").id


def _states(base: Store) -> dict[tuple[str, str], LinkState]:
    return {(one.name, one.proposal.record.id): one.state for one in Links(base, world(base)).all}


def test_proposals_have_scores_and_reasons(store: Store) -> None:
    """A spelling finds its entity, surest first; a body is no person; who is who stays as it was."""
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
    found = _link(store, records)
    assert {(one.name, one.proposal.record.id) for one in found.links} == {("Ash Brigade", "2"), ("Mira Kolt", "1")}
    scores = [one.proposal.score for one in found.links]
    assert scores == sorted(scores, reverse=True)
    assert all(one.proposal.why and one.state is LinkState.PENDING for one in found.links)
    assert (found.records, found.others, found.broken) == (5, 1, {"no name": 2})
    assert world(store) == before
    assert store.decisions() == ()
    (read,) = store.lists()
    assert (read.name, read.published, read.authorities, read.records) == (HEAD.name, "2024-05-01", ("Karvia",), 5)


def test_a_family_name_alone_finds_nobody(store: Store) -> None:
    """Neither a list's single word nor the base's is enough."""
    assert _link(store, [_person("1", "Orev"), _person("2", "Kolt")]).links == ()


def test_a_brother_is_not_proposed(tmp_path: Path) -> None:
    """Who shares all but the given name is another, whom lists often have too."""
    names = {"Mohamed Hamdan Orev": Kind.PERSON, "Abdelrahim Hamdan Orev": Kind.PERSON}
    text = "Mohamed Hamdan Orev met Abdelrahim Hamdan Orev."
    with fill(tmp_path / "a.db", make_reading(text, names=names)) as base:
        assert [one.name for one in _link(base, [_person("1", "Mohamed Hamdan OREV")]).links] == ["Mohamed Hamdan Orev"]


def test_only_the_best_records_are_kept(store: Store) -> None:
    """Of many that fit, the likest; the order of equals is that of the list."""
    records = [_person(str(number), OREV) for number in range(9)] + [_person("x", "Danoo Orev")]
    assert [one.proposal.record.id for one in _link(store, records, best=2).links] == ["0", "1"]


def test_what_was_decided_is_kept_beside_the_best(store: Store) -> None:
    """A record that a person decided about stays, however many fit better; its score stays that of the names."""
    _decide(store, Verdict.SAME, OREV, "x")
    _decide(store, Verdict.SAME, KOLT, "y")
    records = [_person("0", OREV), _person("1", OREV), _person("x", "Danoo Orev"), _person("y", "Someone Else")]
    _link(store, records, best=1)
    found = {one.proposal.record.id: one for one in Links(store, world(store)).all}
    assert found.keys() == {"0", "x", "y"}
    assert (found["x"].state, found["y"].state) == (LinkState.SAME, LinkState.SAME)
    assert 0.5 < found["x"].proposal.score < 1
    assert found["y"].proposal.score == 0


def test_redacted_names_are_not_looked_up(store: Store) -> None:
    """A list does not bring a redacted name back, and links that were kept before are shown no more."""
    _link(store, [_person("1", OREV, "Danu Orev Senior"), _person("2", KOLT, "brother-in-law of Danu Orev")])
    assert {one.record.id for one in store.proposals()} == {"1", "2"}
    redact(store, OREV, "a test", "tester")
    (left,) = store.proposals()
    assert left.record.names == (KOLT, "brother-in-law of [redacted]")
    assert [one.proposal.record.id for one in _link(store, [_person("1", OREV), _person("2", KOLT)]).links] == ["2"]


def test_listings_that_stand_apart_reach_their_record(store: Store) -> None:
    """They come before or after it; what the record says of the same list gives way."""
    old, day = Listing(list="L", authority="Karvia"), Listing(list="L", authority="Karvia", since="2019-01-04")
    record = msgspec.structs.replace(_person("1", OREV), listings=(old, Listing(list="M")))
    other = Entered(record="2", listing=day)
    for records in (
        [Entered(record="1", listing=day), other, record],
        [record, other, Entered(record="1", listing=day)],
    ):
        (one,) = _link(store, records).links
        assert one.proposal.record.listings == (Listing(list="M"), day)


def test_a_newer_edition_takes_the_place_of_an_older(store: Store) -> None:
    """Open links go with their record; what was decided stays, marked; a part of a list leaves the rest alone."""
    _link(store, [_person("1", OREV), _person("2", OREV), _person("3", KOLT)])
    _decide(store, Verdict.SAME, OREV, "1")
    _link(store, [_person("3", "Meera Kolt")])
    found = {one.proposal.record.id: one.proposal for one in Links(store, world(store)).all}
    assert {number: one.gone for number, one in found.items()} == {"1": True, "3": False}
    assert found["3"].record.names == ("Meera Kolt",)
    part = msgspec.structs.replace(HEAD, whole=False)
    _link(store, [_person("1", OREV)], head=part)
    assert {one.record.id: one.gone for one in store.proposals()} == {"1": False, "3": False}
    other = ListHead(name="another")
    _link(store, [_person("9", OREV)], head=other)
    assert {one.record.id for one in store.proposals()} == {"1", "3", "9"}


def test_decisions_on_links(store: Store) -> None:
    """Same, different and unsure are kept, can be undone, and one that contradicts is refused."""
    _link(store, [_person("1", OREV), _person("2", KOLT)])
    same = _decide(store, Verdict.SAME, OREV, "1")
    _decide(store, Verdict.UNSURE, KOLT, "2")
    assert _states(store) == {(OREV, "1"): LinkState.SAME, (KOLT, "2"): LinkState.UNSURE}
    with pytest.raises(BaseError, match=f"decision {same} says that they are one"):
        _decide(store, Verdict.DIFFERENT, OREV, "1")
    undo(store, same, "wrong", "ana")
    _decide(store, Verdict.DIFFERENT, OREV, "1")
    assert _states(store) == {(OREV, "1"): LinkState.DIFFERENT, (KOLT, "2"): LinkState.UNSURE}
    assert Links(store, world(store)).queue == ()


def test_two_who_are_one_record_are_one(store: Store) -> None:
    """Two entities that people link to one record are one; one linked and one kept from it are two for good."""
    _link(store, [_person("1", OREV, KOLT)])
    assert len({one.entity for one in Links(store, world(store)).all}) == 2
    assert [one.taken for one in Links(store, world(store)).all] == [None, None]
    _decide(store, Verdict.SAME, OREV, "1")
    assert {(one.name, one.taken) for one in Links(store, world(store)).all} == {(OREV, None), (KOLT, OREV)}
    second = _decide(store, Verdict.SAME, KOLT, "1")
    assert find(world(store), OREV) == find(world(store), KOLT)
    undo(store, second, "wrong", "ana")
    _decide(store, Verdict.DIFFERENT, KOLT, "1")
    known = world(store)
    members = find(known, OREV).members[0], find(known, KOLT).members[0]
    with pytest.raises(BaseError, match="contradicts"):
        decide(store, known, Verdict.SAME, members, "seen", "ana")


def test_links_survive_reading_again_and_travel(store: Store, tmp_path: Path) -> None:
    """A newer engine's reading keeps them; resolver lines take them to another base, before it read the list."""
    records = [_person("ofac-1", OREV)]
    _link(store, records)
    _decide(store, Verdict.SAME, OREV, "ofac-1")
    with fill(tmp_path / "test.db", sighting(), shelling(), engine="engine/2") as again:
        assert _states(again) == {(OREV, "ofac-1"): LinkState.SAME}
    exported = list(lines(store))
    assert any('"ofac-1"' in line for line in exported)
    with fill(tmp_path / "other.db", sighting(), shelling()) as other:
        take(other, world(other), exported, "from ana")
        links = Links(other, world(other))
        assert links.unread(find(world(other), OREV)) == ("ofac-1",)
        _link(other, records)
        assert _states(other) == {(OREV, "ofac-1"): LinkState.SAME}
        assert Links(other, world(other)).unread(find(world(other), OREV)) == ()


def test_names_that_only_the_table_of_aliases_ties(tmp_path: Path) -> None:
    """A body is found under a name that shares no letter with the one that reports write."""
    names = {"Daesh": Kind.GROUP, "Ash Brigade": Kind.GROUP}
    with fill(tmp_path / "a.db", make_reading("Daesh fought the Ash Brigade.", names=names)) as base:
        record = Listed(id="1", names=("Islamic State of Iraq and the Levant",), kind=Kind.ORGANISATION)
        assert [one.name for one in _link(base, [record]).links] == ["Daesh"]


def test_a_list_without_a_record(store: Store) -> None:
    """What cannot be read at all is an error, and nothing is kept of it."""
    broken = [Broken(place=1, reason="no JSON")] * 2
    with pytest.raises(ReportedlyError, match=r"no JSON \(2×\)"):
        linking.link(store, world(store), broken)
    assert store.lists() == ()
