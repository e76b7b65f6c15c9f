"""FollowTheMoney: who is who, relations and events with their hedges; what is denied is a note and no event."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.base.reports import fill, hostile

from reportedly.base.store import Store
from reportedly.exports.ftm import EXPORT
from reportedly.records.claim import Polarity
from reportedly.records.mention import Kind
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
        for name in ("proof", "document", "resolved", "director", "organization", "involved", "organizer", "entity"):
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
