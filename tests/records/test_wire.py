"""The line that the product prints for a claim."""

from __future__ import annotations

import json

import msgspec

from reportedly.records.claim import Casualties, Count
from reportedly.records.mention import Kind
from reportedly.records.when import When
from reportedly.records.wire import to_line
from reportedly.testing import make_claim, make_document


def test_every_field_is_there_even_where_it_is_empty() -> None:
    """A line has the same keys for every claim, in the shape of DESIGN.md."""
    document = make_document("Ilo Varek met Danu Orev in Ruda.", published="2016-05-24")
    line = to_line(make_claim(document, "met", "Ilo Varek met Danu Orev", subject="Ilo Varek"), document)
    assert line["document"] == document.id
    assert line["predicate"] == "met"
    assert line["subject"]["name"] == "Ilo Varek"
    assert line["object"] is None
    assert line["place"] is None
    assert line["time"] is None
    assert line["attributed_to"] == []
    assert line["published"] == "2016-05-24"
    bare = to_line(make_claim(document, "killed", "Danu Orev"), None)
    assert set(bare) == set(line)


def test_values_are_plain() -> None:
    """Kinds, modalities and numbers are written as JSON has them, and times as the days that bound them."""
    document = make_document("Rebels killed 12 soldiers in Ruda on Monday, officials said.")
    time = When(start=37, end=43, text="Monday", value="2016-05-23", earliest="2016-05-23", latest="2016-05-23")
    claim = make_claim(
        document,
        "killed",
        "Rebels killed 12 soldiers in Ruda",
        subject=("Rebels", Kind.GROUP),
        place="Ruda",
        time=time,
        attributed_to=["officials"],
        casualties=Casualties(killed=Count(words="12", low=12, best=12, high=12)),
    )
    line = to_line(claim, document)
    assert json.loads(json.dumps(line)) == msgspec.json.decode(msgspec.json.encode(line))
    assert (line["time"]["text"], line["time"]["start"], line["time"]["end"]) == ("Monday", "2016-05-23", "2016-05-23")
    assert line["attributed_to"][0]["name"] == "officials"
    assert line["subject"]["kind"] == "Group"
    assert line["casualties"]["killed"]["best"] == 12
    evidence = line["evidence"][0]
    assert document.text[evidence["start"] : evidence["end"]] == evidence["quote"]
