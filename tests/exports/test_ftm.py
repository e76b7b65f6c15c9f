"""FollowTheMoney: who is who, relations and events with their hedges; what is denied is a note and no event."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.base.reports import fill, hostile

from reportedly.base.assemble import find, world
from reportedly.base.store import Store
from reportedly.exports.ftm import EXPORT
from reportedly.records.claim import Polarity
from reportedly.records.decision import Verdict
from reportedly.records.listed import Listed, ListHead, Listing
from reportedly.records.mention import Kind
from reportedly.review.entities import decide
from reportedly.review.link import link
from reportedly.review.redact import redact
from reportedly.testing import make_reading


def _rows(store: Store) -> list[dict[str, Any]]:
    stream = io.StringIO()
    EXPORT.write(store, stream)
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def _of(rows: list[dict[str, Any]], schema: str) -> list[dict[str, Any]]:
    return [row["properties"] for row in rows if row["schema"] == schema]


def _pointers(rows: list[dict[str, Any]]) -> Iterator[str]:
    for row in rows:
        for name in (
            "proof",
            "document",
            "resolved",
            "director",
            "organization",
            "involved",
            "organizer",
            "entity",
            "candidate",
            "match",
        ):
            yield from row["properties"].get(name, ())


def test_a_relation_letter_by_letter(store: Store) -> None:
    """An office with its ends, its hedge, its words and its report; its id is that of the claim."""
    rows = _rows(store)
    names = {row["id"]: row["properties"].get("name", [""])[0] for row in rows}
    (office,) = _of(rows, "Directorship")
    assert [names[end] for end in (*office["director"], *office["organization"])] == ["Danu Orev", "Ash Brigade"]
    assert office["role"] == ["leader"]
    assert office["status"] == ["asserted"]
    assert office["summary"] == ["asserted: Danu Orev leads Ash Brigade (leader)"]
    assert office["description"][0].startswith("“Danu Orev, who leads the Ash Brigade”\nleads, positive, asserted, by ")
    assert "report: Ruda Post, 2016-05-24, Orev seen in Maresh, doc-" in office["description"][0]
    assert office["sourceUrl"] == ["https://ruda.example/danu-orev-seen"]


def test_every_pointer_leads_somewhere_and_ids_are_unique(store: Store) -> None:
    """The file stands by itself, and a second writing is the same."""
    rows = _rows(store)
    ids = [row["id"] for row in rows]
    assert len(ids) == len(set(ids))
    assert set(_pointers(rows)) <= set(ids)
    assert rows == _rows(store)


def test_an_event_has_its_day_and_its_hedge(store: Store) -> None:
    """A sighting on a day that was told; one that is only told before the report has none."""
    seen = [event for event in _of(_rows(store), "Event") if "present" in event["name"][0]]
    assert [event.get("date") for event in seen] == [["2016-05-20"], None]
    assert seen[0]["summary"][0].startswith("reported, according to officials: Danu Orev was present")
    assert seen[0]["proof"][0].startswith("doc-")


def test_what_is_denied_or_negative_is_a_note(tmp_path: Path, store: Store) -> None:
    """Nobody finds a denied attack among the events."""
    rows = _rows(store)
    (note,) = _of(rows, "Note")
    assert note["summary"][0].startswith("denied, according to Danu Orev: Ash Brigade")
    assert len(note["entity"]) == 2
    assert not any("denied" in event["summary"][0] for event in _of(rows, "Event"))
    told = "Danu Orev does not lead the Ash Brigade."
    claim = {"predicate": "leads", "evidence": told, "subject": "Danu Orev", "object": ("Ash Brigade", Kind.GROUP)}
    names = {"Danu Orev": Kind.PERSON, "Ash Brigade": Kind.GROUP}
    reading = make_reading(told, names=names, claims=[{**claim, "polarity": Polarity.NEGATIVE}])
    with fill(tmp_path / "a.db", reading) as other:
        rows = _rows(other)
    assert not _of(rows, "Directorship")
    assert _of(rows, "Note")[0]["name"] == ["not so: Danu Orev leads Ash Brigade"]


def test_spellings_are_one_entity_with_its_mentions(store: Store) -> None:
    """Other names are aliases, single words weak ones; each report that names it has a mention."""
    rows = _rows(store)
    person = next(row for row in rows if row["schema"] == "Person" and row["properties"]["name"] == ["Danu Orev"])
    assert person["properties"]["alias"] == ["Danou Orev"]
    assert person["properties"]["weakAlias"] == ["Orev"]
    named = [row for row in _of(rows, "Mention") if row.get("resolved") == [person["id"]]]
    assert len(named) == len(_of(rows, "Article")) == 2


def _listed(store: Store) -> None:
    """Two records that may be Danu Orev and one that may be the brigade; a person confirmed one and refused one."""
    day = Listing(list="Karvia list", authority="Karvia", since="2015-02-03", programmes=("ARMS",))
    records = [
        Listed(id="k-1", names=("Danu Orev",), kind=Kind.PERSON, births=("1970", "about 1971"), listings=(day,)),
        Listed(id="k-2", names=("Dano Orev",), kind=Kind.PERSON, listings=(day,)),
        Listed(id="k-3", names=("Ash Brigade", "Ashes"), kind=Kind.ORGANISATION, listings=(day, Listing(list="All"))),
    ]
    known = world(store)
    link(store, known, [ListHead(name="Karvia list", authorities=("Karvia",)), *records])
    orev = find(known, "Danu Orev").members[0]
    decide(store, known, Verdict.SAME, (orev, "k-1"), "seen", "ana")
    decide(store, known, Verdict.DIFFERENT, (orev, "k-2"), "seen", "ana")


def test_listings_are_sanctions_of_whom_a_person_confirmed(store: Store) -> None:
    """A confirmed record makes its listing the entity's; an open one stays a likeness; a refused one is left out."""
    _listed(store)
    rows = _rows(store)
    named = {row["properties"]["name"][0]: row["id"] for row in rows if "proof" in row["properties"]}
    sanctions = {row["recordId"][0]: row for row in _of(rows, "Sanction")}
    assert set(sanctions) == {"k-1", "k-3"}
    assert sanctions["k-1"]["listingDate"] == ["2015-02-03"]
    assert (sanctions["k-1"]["authority"], sanctions["k-1"]["program"]) == (["Karvia"], ["ARMS"])
    assert named["Danu Orev"] in sanctions["k-1"]["entity"]
    assert named["Ash Brigade"] not in sanctions["k-3"]["entity"]
    likenesses = {row["candidate"][0]: row["criteria"][0] for row in _of(rows, "Similar")}
    assert likenesses[named["Danu Orev"]].startswith("same: ")
    assert likenesses[named["Ash Brigade"]].startswith("pending: ")
    assert len(likenesses) == 2
    (record,) = [
        row["properties"]
        for row in rows
        if row["id"] in sanctions["k-1"]["entity"] and "publisher" in row["properties"]
    ]
    assert record["birthDate"] == ["1970"]
    assert set(_pointers(rows)) <= {row["id"] for row in rows}
    redact(store, "Danu Orev", "a test", "tester")
    assert "orev" not in str(_rows(store)).casefold()


def test_the_library_takes_every_row(store: Store) -> None:
    """Each schema, property, range and value is one that FollowTheMoney knows."""
    library = pytest.importorskip("followthemoney", reason="the library followthemoney is not installed")
    _listed(store)
    rows = _rows(store)
    schema_of = {row["id"]: row["schema"] for row in rows}
    for row in rows:
        proxy = library.model.get_proxy(row, cleaned=False)
        proxy.schema.validate(row)
        for name, values in row["properties"].items():
            prop = proxy.schema.get(name)
            assert prop is not None, (row["schema"], name)
            assert len(proxy.get(prop)) == len(values), (name, values)
            for value in values if prop.range is not None else ():
                assert library.model.get(schema_of[value]).is_a(prop.range), (row, name)
    assert {"Sanction", "Similar", "Person", "Event"} <= set(schema_of.values())


def test_hostile_words_and_redacted_names_stay_inside(tmp_path: Path, store: Store) -> None:
    """No control character leaves, and no spelling of a redacted name."""
    stream = io.StringIO()
    with fill(tmp_path / "a.db", hostile()) as other:
        EXPORT.write(other, stream)
    assert stream.getvalue().replace("\n", "").isprintable()
    redact(store, "Danu Orev", "a test", "tester")
    rows = _rows(store)
    assert "orev" not in str(rows).casefold()
    assert set(_pointers(rows)) <= {row["id"] for row in rows}
