"""What a document gives to resolution."""

from __future__ import annotations

from reportedly.entities.gather import family_of, member_id, members_of
from reportedly.records.claim import Modality
from reportedly.records.entity import Member
from reportedly.records.mention import Kind
from reportedly.records.reading import Reading
from reportedly.records.when import When
from reportedly.testing import make_reading

NAMES = {
    "Danu Orev": (Kind.PERSON, ("Orev",)),
    "Mira Kolt": Kind.PERSON,
    "Ash Brigade": Kind.GROUP,
    "Maresh": Kind.PLACE,
}


def _day(value: str) -> When:
    return When(start=0, end=0, text=value, value=value, earliest=value, latest=value)


def _read(*blocks: str, claims: list[dict[str, object]]) -> Reading:
    return make_reading(*blocks, names=NAMES, claims=claims, published="2016-05-24")


def _members(reading: Reading) -> dict[str, Member]:
    assert reading.document is not None
    found = members_of(reading.document, reading.analysis, reading.claims)
    return {member.name: member for member in found}


def test_spellings_and_context_of_a_name() -> None:
    """A member knows its spellings, its bodies and offices, its places and who is named with it; lands tell nothing."""
    told = "Danu Orev, who leads the Ash Brigade, was seen in Maresh."
    found = _members(
        _read(
            told,
            "Orev met nobody else.",
            claims=[
                {
                    "predicate": "leads",
                    "evidence": told,
                    "subject": "Danu Orev",
                    "object": ("Ash Brigade", Kind.GROUP),
                    "role": "Leader",
                },
                {"predicate": "present_at", "evidence": told, "subject": "Danu Orev", "place": "Maresh"},
            ],
        )
    )
    orev = found["Danu Orev"]
    assert set(orev.spellings) == {"Danu Orev", "Orev"}
    assert (orev.bodies, orev.roles, orev.places) == ({"ash brigade"}, {"leader"}, {"maresh"})
    assert orev.together == {"ash brigade"}
    assert found["Ash Brigade"].bodies == {"danu orev"}
    assert orev.published == "2016-05-24"


def test_what_is_denied_is_no_context() -> None:
    """A tie that someone denies ties nobody."""
    told = "Danu Orev denied that he leads the Ash Brigade."
    claim = {
        "predicate": "leads",
        "evidence": told,
        "subject": "Danu Orev",
        "object": ("Ash Brigade", Kind.GROUP),
        "modality": Modality.DENIED,
    }
    assert _members(_read(told, claims=[claim]))["Danu Orev"].bodies == frozenset()


def test_kin_and_one_sentence_are_kept() -> None:
    """Two names of one sentence stand beside one another; kin are kin in both directions."""
    told = "Danu Orev is the brother of Mira Kolt."
    claim = {"predicate": "family_of", "evidence": told, "subject": "Danu Orev", "object": "Mira Kolt"}
    found = _members(_read(told, claims=[claim]))
    one, other = found["Danu Orev"], found["Mira Kolt"]
    assert (one.kin, other.kin) == ({other.id}, {one.id})
    assert (one.beside, other.beside) == ({other.id}, {one.id})


def test_the_day_of_a_death_and_of_a_sighting() -> None:
    """A death is dated by its words, else by the report; a sighting only by its words."""
    killed, met = "The Ash Brigade killed Danu Orev.", "Mira Kolt was seen in Maresh."
    found = _members(
        _read(
            killed,
            met,
            claims=[
                {
                    "predicate": "killed",
                    "evidence": killed,
                    "subject": ("Ash Brigade", Kind.GROUP),
                    "object": "Danu Orev",
                },
                {
                    "predicate": "present_at",
                    "evidence": met,
                    "subject": "Mira Kolt",
                    "place": "Maresh",
                    "time": _day("2016-05-20"),
                },
            ],
        )
    )
    assert found["Danu Orev"].died == "2016-05-24"
    assert found["Mira Kolt"].seen == {"2016-05-20"}


def test_ids_do_not_depend_on_how_a_name_is_written() -> None:
    """Case, accents and the kind within its family leave the id as it is."""
    assert member_id("d1", Kind.GROUP, "The Ash Brigade") == member_id("d1", Kind.ORGANISATION, "ASH BRIGADE")
    assert member_id("d1", Kind.PERSON, "A|B").count("|") == 2
    assert family_of(Kind.STATE) == family_of(Kind.PLACE) != family_of(Kind.POPULATION)
