"""Items of Wikidata: from a dump, from its pages, and from hands that mean no good."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reportedly.records.listed import Broken, Listed, ListHead, Listing
from reportedly.records.mention import Kind
from reportedly.review.lists import read_list


def _statement(value: Any, rank: str = "normal") -> dict[str, Any]:
    return {"mainsnak": {"snaktype": "value", "datavalue": {"value": value}}, "rank": rank}


def _item(number: str, label: str, *classes: str, **claims: Any) -> dict[str, Any]:
    return {
        "type": "item",
        "id": number,
        "labels": {"de": {"language": "de", "value": f"{label} (de)"}, "en": {"language": "en", "value": label}},
        "aliases": {"ar": [{"language": "ar", "value": "دانو اورف"}]},
        "claims": {"P31": [_statement({"id": c}) for c in classes], **claims},
    }


BORN = [
    _statement({"time": "+1957-03-11T00:00:00Z", "precision": 11}),
    _statement({"time": "+1958-00-00T00:00:00Z", "precision": 9}),
    _statement({"time": "+1900-00-00T00:00:00Z", "precision": 7}),
    _statement({"time": "+1960-01-01T00:00:00Z", "precision": 11}, rank="deprecated"),
]
PERSON = _item("Q11", "Danu Orev", "Q5", P569=BORN, P742=[_statement("Falcon")])
BODY = _item("Q12", "Ash Brigade", "Q17149090")
LED = _item("Q13", "Ruda Guard", "Q999", P488=[_statement({"id": "Q11"})])
HILL = _item("Q14", "Maresh Hill", "Q54050")


def _read(path: Path, text: str) -> list[Any]:
    path.write_text(text, encoding="utf-8")
    return list(read_list(path))


def test_a_dump(tmp_path: Path) -> None:
    """An array with a comma at the end of each line; a broken line costs itself."""
    lines = ["[", json.dumps(PERSON) + ",", json.dumps(BODY)[:-9] + ",", json.dumps(LED) + ",", json.dumps(HILL), "]"]
    head, person, broken, led, hill = _read(tmp_path / "dump.json", "\n".join(lines))
    assert head == ListHead(name="Wikidata", whole=False)
    assert person == Listed(
        id="Q11",
        names=("Danu Orev", "Danu Orev (de)", "دانو اورف", "Falcon"),
        kind=Kind.PERSON,
        births=("1957-03-11", "1958"),
        identifiers=("Wikidata Q11",),
        listings=(Listing(list="Wikidata"),),
    )
    assert broken == Broken(place=3, reason="no JSON")
    assert (led.kind, hill.kind) == (Kind.ORGANISATION, None)


@pytest.mark.parametrize("indent", [None, 2])
def test_pages_and_arrays_of_items(tmp_path: Path, indent: int | None) -> None:
    """What Wikidata's own pages give, and an array, on one line or on many, give the same records."""
    expected = _read(tmp_path / "lines.json", f"{json.dumps(PERSON)}\n{json.dumps(BODY)}\n")
    assert [one.id for one in expected[1:]] == ["Q11", "Q12"]
    for value in ({"entities": {"Q11": PERSON, "Q12": BODY}}, [PERSON, BODY]):
        assert _read(tmp_path / "a.json", json.dumps(value, indent=indent)) == expected


def test_brackets_on_the_lines_of_items(tmp_path: Path) -> None:
    """An array may open and close on the lines of its first and last item."""
    found = _read(tmp_path / "a.json", f"[{json.dumps(PERSON)},\n{json.dumps(BODY)}]\n")
    assert [one.id for one in found[1:]] == ["Q11", "Q12"]


def test_items_that_are_not_as_they_should_be(tmp_path: Path) -> None:
    """Wrong types anywhere cost at most the record."""
    rows = [
        {"labels": [], "id": "Q1", "claims": []},
        {"labels": {"en": 7}, "id": "Q2", "claims": {"P31": [_statement({"id": "Q5"})]}},
        {"labels": {}, "id": "nobody"},
        {"labels": {"en": {"value": "Orev"}}, "id": "Q3", "claims": {"P31": 7, "P569": [7, {"mainsnak": None}]}},
        {"labels": {"en": {"value": "Orev"}}, "id": "Q4", "claims": {"P31": [_statement({"id": "Q5"})], "P569": [
            _statement("1961"), _statement({"time": 1, "precision": 11})]}},
    ]  # fmt: skip
    found = _read(tmp_path / "a.json", "\n".join(map(json.dumps, rows)))
    records = [one for one in found if not isinstance(one, ListHead)]
    assert [getattr(one, "reason", None) for one in records] == [None, "no name", "no id or no properties", None, None]
    assert [one.kind for one in records if isinstance(one, Listed)] == [None, None, Kind.PERSON]
