"""Redaction as a decision: what it needs, what it touches, how it is taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.base.reports import fill, sighting

from reportedly.base.keep import keep
from reportedly.base.store import Store
from reportedly.errors import BaseError, NotFoundError
from reportedly.records.decision import Verdict, in_force
from reportedly.records.mention import Kind
from reportedly.review.redact import redact, redactions, undo
from reportedly.testing import make_reading


def test_it_hides_every_spelling_and_says_how_much(store: Store) -> None:
    """The decision holds all spellings known, and counts what it touches."""
    done = redact(store, "Orev", "a test", "tester")
    assert set(done.decision.about) == {"Danu Orev", "Orev", "Danou Orev"}
    assert (done.claims, done.documents, done.others) == (4, 2, ())
    assert (done.decision.reason, done.decision.by) == ("a test", "tester")
    assert redactions(store) == (done.decision,)


@pytest.mark.parametrize("words", ["Danu Orev", "Orev", "orev", "Danou Orev", "1", "#1"])
def test_it_is_taken_back_by_any_spelling_or_its_number(store: Store, words: str) -> None:
    """The name comes back; both decisions stay in the log."""
    redact(store, "Danu Orev", "a test", "tester")
    decision = undo(store, words, "a mistake", "someone else")
    assert decision.verdict == Verdict.UNDO
    assert redactions(store) == ()
    assert len(store.names("Orev")) == 1
    assert len(store.decisions()) == 2


def test_a_name_that_nobody_wrote_yet(store: Store) -> None:
    """It is hidden in what will be read."""
    done = redact(store, "Lina Haddad", "a minor", "tester")
    assert (done.claims, done.documents) == (0, 0)
    new = make_reading("Lina Haddad was seen.", location="new.txt", names={"Lina Haddad": Kind.PERSON})
    list(keep([new], store, "engine/1"))
    assert store.document(new.document.id).text == "[redacted] was seen."


@pytest.mark.parametrize(
    ("name", "reason", "by"), [("", "r", "b"), ("…", "r", "b"), ("Orev", " ", "b"), ("Orev", "r", "")]
)
def test_the_log_needs_words(store: Store, name: str, reason: str, by: str) -> None:
    """No decision without a name, a reason and someone who decides."""
    with pytest.raises(BaseError, match="The log needs"):
        redact(store, name, reason, by)
    assert store.decisions() == ()


def test_not_twice_and_not_what_is_not_hidden(store: Store) -> None:
    """A name that is hidden already, and one that is not hidden, each give one line."""
    redact(store, "Danu Orev", "a test", "tester")
    with pytest.raises(BaseError, match="redacted already"):
        redact(store, "Orev", "again", "tester")
    with pytest.raises(NotFoundError, match="No redaction in force"):
        undo(store, "Mira Kolt", "a mistake", "tester")
    undo(store, "Orev", "a mistake", "tester")
    with pytest.raises(NotFoundError):
        undo(store, "Orev", "again", "tester")


def test_a_name_of_several_people(tmp_path: Path) -> None:
    """Nobody is hidden by chance: the full name is asked for."""
    other = make_reading("Sela Orev spoke. Orev left.", location="b.txt", names={"Sela Orev": (Kind.PERSON, ("Orev",))})
    with fill(tmp_path / "a.db", sighting(), other) as store:
        with pytest.raises(NotFoundError, match="Danu Orev, Sela Orev"):
            redact(store, "Orev", "a test", "tester")
        assert redact(store, "Sela Orev", "a test", "tester").others == ("Danu Orev",)
        assert [name.name for name in store.names("Orev")] == ["Danu Orev"]


def test_it_can_be_redacted_again_after_undoing(store: Store) -> None:
    """The log decides by what came last."""
    redact(store, "Danu Orev", "a test", "tester")
    undo(store, "Danu Orev", "a mistake", "tester")
    redact(store, "Danu Orev", "no mistake", "tester")
    assert [decision.reason for decision in in_force(store.decisions())] == ["no mistake"]
    assert store.names("Orev") == ()
