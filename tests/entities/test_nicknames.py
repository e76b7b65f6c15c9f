"""Nicknames: who is meant by a word that only other reports tie to a full name."""

from __future__ import annotations

from reportedly.entities.gather import member_id
from reportedly.entities.resolve import resolve
from reportedly.records.entity import Member
from reportedly.records.mention import Kind


def _person(document: str, name: str, *short: str, **context: frozenset[str]) -> Member:
    return Member(
        id=member_id(document, Kind.PERSON, name),
        document_id=document,
        name=name,
        kind=Kind.PERSON,
        spellings=(name, *short),
        published=f"2021-03-0{document[1:]}",
        **context,  # type: ignore[arg-type]
    )


def test_a_nickname_finds_the_one_whom_its_report_names_in_full() -> None:
    """What another report calls Danu Orev, in any spelling, is Danu Orev where he stands in the report too."""
    known, there = _person("d1", "Danu Orev", "Hemdosh"), _person("d2", "Danu Orev")
    word = _person("d2", "Hemdush")
    (entity,) = resolve([known, there, word], ()).entities
    assert set(entity.names) == {"Danu Orev", "Hemdosh", "Hemdush"}
    assert [link.why for link in entity.links if link.rule == "nickname"] == [
        "The report names Danu Orev in full, whom another report calls “Hemdosh”."
    ]


def test_without_the_full_name_a_nickname_is_not_enough() -> None:
    """A report that never names him in full may mean another."""
    assert len(resolve([_person("d1", "Danu Orev", "Hemdosh"), _person("d2", "Hemdosh")], ()).entities) == 2


def test_a_nickname_that_two_go_by_or_that_stands_beside_the_name() -> None:
    """Two who are called so, or one sentence with both, join nothing."""
    two = [_person("d1", "Danu Orev", "Hemdosh"), _person("d1", "Sela Kolt", "Hemdosh")]
    there = [_person("d2", "Danu Orev"), _person("d2", "Sela Kolt"), _person("d2", "Hemdosh")]
    assert len(resolve([*two, *there], ()).entities) == 3
    beside = _person("d2", "Hemdosh", beside=frozenset({member_id("d2", Kind.PERSON, "Danu Orev")}))
    assert len(resolve([two[0], there[0], beside], ()).entities) == 2


def test_the_family_name_is_no_nickname() -> None:
    """A part of the full name says no more than a family name does."""
    members = [_person("d1", "Danu Orev", "Orev"), _person("d2", "Danu Orev"), _person("d2", "Orev")]
    found = resolve(members, ())
    assert not any(link.rule == "nickname" for entity in found.entities for link in entity.links)
