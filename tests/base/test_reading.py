"""Asking a base: documents, names, places and claims, each by any of its spellings."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.base.reports import failed, fill, shelling, sighting

from reportedly.base.store import Selection, Store
from reportedly.errors import NotFoundError
from reportedly.records.mention import Kind
from reportedly.testing import make_reading


def test_size_and_heads(store: Store) -> None:
    """Dated reports come first, each with its count of claims."""
    assert (store.size().documents, store.size().claims, store.size().problems) == (2, 6, 0)
    assert [(head.title, head.published, head.claims) for head in store.heads()] == [
        ("Orev seen in Maresh", "2016-05-24", 4),
        ("Maresh shelled", None, 2),
    ]
    first = store.heads()[0]
    assert store.head(first.id) == first


@pytest.mark.parametrize("words", ["id", "short", "bare", "pages/sighting.html", "sighting.html", "url"])
def test_a_document_goes_by_many_names(store: Store, words: str) -> None:
    """Its id, the beginning of one with and without its prefix, its location, its file name, its address."""
    head = store.heads()[0]
    asked = {"id": head.id, "short": head.id[:9], "bare": head.id[4:10], "url": head.url or ""}.get(words, words)
    assert store.find(asked) == head.id


@pytest.mark.parametrize("words", ["", "doc-", "missing.html", "%", "_", "ighting.html", "' OR 1=1 --"])
def test_no_document_goes_by_anything_else(store: Store, words: str) -> None:
    """Patterns of SQL and halves of file names find nothing; the line says how to list what there is."""
    with pytest.raises(NotFoundError, match="reportedly documents"):
        store.find(words)


def test_a_name_of_two_documents_names_them(tmp_path: Path) -> None:
    """Two files of one name in two folders: both ids are told."""
    readings = [make_reading(f"Text {n}.", location=f"{n}/report.txt") for n in range(2)]
    with fill(tmp_path / "a.db", *readings) as store, pytest.raises(NotFoundError) as raised:
        store.find("report.txt")
    assert all(reading.document.id in str(raised.value) for reading in readings if reading.document)


@pytest.mark.parametrize("words", ["Danu Orev", "danu  OREV", "Orev", "Danou Orev", "the Danu Orev"])
def test_a_name_is_found_by_its_spellings(store: Store, words: str) -> None:
    """Case, spaces and other spellings in the same report lead to one name."""
    (name,) = store.names(words)
    assert (name.name, name.key, name.kinds) == ("Danu Orev", "danu orev", (Kind.PERSON,))
    assert {spelling.text for spelling in name.spellings} == {"Danu Orev", "Orev", "Danou Orev"}
    assert len(name.documents) == 2


def test_names_near_what_was_typed(store: Store) -> None:
    """Words and beginnings of words, never the inside of one, and no pattern of SQL."""
    assert store.names_with("or") == ("Danu Orev",)
    assert set(store.names_with("ma")) == {"Maresh"}
    assert store.names_with("rev") == ()
    assert store.names_with("%") == ()


@pytest.mark.parametrize(
    ("selection", "predicates"),
    [
        (Selection(), ["leads", "present_at", "met", "present_at", "attacked", "attacked"]),
        (Selection(predicate="met"), ["met"]),
        (Selection(modality="denied"), ["attacked"]),
        (Selection(subject="Orev"), ["leads", "present_at", "met", "present_at"]),
        (Selection(object="Mira Kolt"), ["met"]),
        (Selection(object="Ash Brigade", subject="Danu Orev"), ["leads"]),
        (Selection(place="MARESH"), ["present_at", "present_at"]),
        (Selection(keys=frozenset({"mira kolt"})), ["met"]),
        (Selection(places=frozenset({"maresh"})), ["present_at", "present_at", "attacked"]),
        (Selection(credited=frozenset({"danu orev"})), ["attacked"]),
        (Selection(credited=frozenset({"mira kolt"})), ["attacked"]),
        (Selection(subject="Nobody"), []),
        (Selection(predicate="' OR 1=1 --"), []),
    ],
    ids=str,
)
def test_claims_are_selected(store: Store, selection: Selection, predicates: list[str]) -> None:
    """Report by report in order of their words; all that is given must hold of one claim."""
    assert [claim.predicate for claim in store.claims(selection)] == predicates


def test_places_are_found_by_their_words(store: Store) -> None:
    """Whole words of the name; persons and halves of words are no places."""
    assert store.place_keys("maresh") == {"maresh"}
    assert store.place_keys("mares") == set()
    assert store.place_keys("orev") == set()


def test_problems_are_listed(tmp_path: Path) -> None:
    """What could not be read stands in the base with its reason."""
    with fill(tmp_path / "a.db", failed(), sighting()) as store:
        assert [(problem.stage, problem.reason) for problem in store.problems()] == [("pages", "empty-file")]
        assert store.size().problems == 1


def test_claims_can_be_asked_while_others_are(store: Store) -> None:
    """Two answers may be read in turns."""
    one, other = store.claims(), store.claims(Selection(document=shelling().document.id))
    next(one)
    assert next(other).predicate == "attacked"
    assert next(one).predicate == "present_at"
