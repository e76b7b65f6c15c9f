"""Who is who in a base: computed from it, decided in its log, without redacted names."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.base.reports import ENGINE, fill, shelling, sighting

from reportedly.base import assemble
from reportedly.base.keep import keep
from reportedly.base.store import Store
from reportedly.errors import BaseError, NotFoundError
from reportedly.records.mention import Kind
from reportedly.review import entities, redact
from reportedly.testing import make_reading


def _names(base: Store) -> set[str]:
    return {entity.name for entity in assemble.world(base).found.entities}


def test_a_name_of_two_reports_is_one_entity(store: Store) -> None:
    """Both reports of the base name Mira Kolt and the Ash Brigade; each is one entity with both reports."""
    known = assemble.world(store)
    for name in ("Mira Kolt", "Ash Brigade"):
        assert len(assemble.find(known, name).documents) == 2
    assert assemble.find(known, "mira  KOLT").name == "Mira Kolt"


def test_any_spelling_finds_an_entity(store: Store) -> None:
    """Other letters and another script find it; words that are nobody's name find nothing."""
    known = assemble.world(store)
    assert assemble.find(known, "Meera Qolt").name == "Mira Kolt"
    assert assemble.find(known, "ميرا كولت").name == "Mira Kolt"
    with pytest.raises(NotFoundError):
        assemble.find(known, "Ines Falk")


def test_merging_and_undoing(store: Store) -> None:
    """What is merged is one until it is undone, with a second base on the same file too."""
    decision = entities.merge(store, "Mira Kolt", "Danu Orev", "one of two passports", "ana")
    assert len({assemble.find(assemble.world(store), name).id for name in ("Mira Kolt", "Danu Orev")}) == 1
    assert [d.id for d in entities.decisions(store)] == [decision.id]
    entities.undo(store, decision.id, "a mistake", "ana")
    assert _names(store) >= {"Mira Kolt", "Danu Orev"}
    assert entities.decisions(store) == ()


def test_splitting_a_report_off(store: Store) -> None:
    """One report's Mira Kolt becomes another; the claims stay where they are."""
    before = [claim.id for claim in store.claims()]
    entities.split(store, "Mira Kolt", "shelling.txt", "another one", "ana")
    known = assemble.world(store)
    assert sorted(len(e.documents) for e in known.found.entities if e.name == "Mira Kolt") == [1, 1]
    assert [claim.id for claim in store.claims()] == before
    with pytest.raises(NotFoundError, match="2 entities go by 'Mira Kolt'"):
        assemble.find(known, "Mira Kolt")


def test_renaming(store: Store) -> None:
    """The entity is found and shown under its new name, and under the old ones too."""
    entities.rename(store, "Mira Kolt", "Mira K.", "as she signs", "ana")
    assert assemble.find(assemble.world(store), "Mira Kolt").name == "Mira K."


def test_what_contradicts_the_log_is_not_written(store: Store) -> None:
    """A merge against a split is refused with the decision's number, and the log stays as it was."""
    split = entities.split(store, "Mira Kolt", "shelling.txt", "another one", "ana")
    one, other = (e.id for e in assemble.world(store).found.entities if e.name == "Mira Kolt")
    with pytest.raises(BaseError, match=f"decision {split.id} says"):
        entities.merge(store, one, other, "no, the same", "bo")
    assert [d.id for d in store.decisions()] == [split.id]


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda b: entities.merge(b, "Mira Kolt", "mira kolt", "x", "y"), "one entity already"),
        (lambda b: entities.merge(b, "Mira Kolt", "Nobody Atall", "x", "y"), "No entity goes by"),
        (lambda b: entities.merge(b, "Mira Kolt", "Danu Orev", " ", "y"), "a reason"),
        (lambda b: entities.split(b, "Mira Kolt", "nowhere.txt", "x", "y"), "There is no document"),
        (lambda b: entities.rename(b, "Mira Kolt", "  ", "x", "y"), "name is empty"),
        (lambda b: entities.undo(b, 7, "x", "y"), "No decision 7"),
    ],
)
def test_what_cannot_be_done_says_why(store: Store, call: object, told: str) -> None:
    """Each mistake is one error in words, and nothing is written."""
    with pytest.raises((BaseError, NotFoundError), match=told):
        call(store)  # type: ignore[operator]
    assert store.decisions() == ()


def test_redacted_names_come_out_nowhere(store: Store) -> None:
    """A redacted person is no entity, no spelling, no reason and no pair to decide."""
    redact.redact(store, "Orev", "a minor", "ana")
    assert "orev" not in repr(assemble.world(store)).casefold()
    assert "Mira Kolt" in _names(store)


def test_decisions_survive_reading_again(store: Store, tmp_path: Path) -> None:
    """The same page, read again by a newer engine, is still under the decision."""
    entities.merge(store, "Mira Kolt", "Danu Orev", "one of two passports", "ana")
    list(keep([sighting(), shelling()], store, "engine/2"))
    assert len({assemble.find(assemble.world(store), name).id for name in ("Mira Kolt", "Danu Orev")}) == 1


def test_the_order_of_reading_does_not_matter(tmp_path: Path) -> None:
    """Two bases that read the same reports in two orders hold the same entities."""
    with (
        fill(tmp_path / "a.db", sighting(), shelling()) as one,
        fill(tmp_path / "b.db", shelling(), sighting()) as other,
    ):
        assert assemble.world(one) == assemble.world(other)


def test_other_spellings_join_what_stands_beside_the_same(store: Store) -> None:
    """A third report writes the leader of the Ash Brigade otherwise: it is the same man."""
    told = "Danou Orev, who leads the Ash Brigade, met officials."
    third = make_reading(
        told,
        location="pages/third.txt",
        names={"Danou Orev": Kind.PERSON, "Ash Brigade": Kind.GROUP},
        claims=[
            {
                "predicate": "leads",
                "evidence": told,
                "subject": "Danou Orev",
                "object": ("Ash Brigade", Kind.GROUP),
                "role": "leader",
            }
        ],
    )
    list(keep([third], store, ENGINE))
    known = assemble.world(store)
    orev = assemble.find(known, "Danu Orev")
    assert any(third.document is not None and d == third.document.id for d in orev.documents)
    assert any("Ash Brigade" in link.why for link in orev.links)
    claims = entities.evidence(store, known.members[orev.members[0]])
    assert all(claim.document_id == known.members[orev.members[0]].document_id for claim in claims)
