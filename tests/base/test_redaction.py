"""Redaction: the name is in nothing that leaves the base, offsets hold, and what was read is still all there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.base.reports import ENGINE, KOLT, MARESH, OREV, PERSONS, fill, shelling, sighting

from reportedly.base.keep import keep
from reportedly.base.redaction import Cuts
from reportedly.base.store import REDACTED, Selection, Store
from reportedly.errors import BaseError
from reportedly.records.decision import Verdict
from reportedly.records.mention import Kind
from reportedly.testing import make_reading
from reportedly.text.masking import replaced

NAMES = (OREV, "Orev", "Danou Orev")


@pytest.fixture
def redacted(store: Store) -> Store:
    """The base with Danu Orev redacted."""
    store.decide(Verdict.REDACTION, NAMES, "a test", "tester")
    return store


def _all(store: Store) -> Iterator[Any]:
    """Everything that a view gives."""
    yield store.heads()
    for head in store.heads():
        yield store.document(head.id)
        yield store.head(head.id)
    yield list(store.claims())
    yield store.problems()
    for words in (*NAMES, KOLT, MARESH):
        yield store.names(words)
        yield store.names_with(words)
        yield store.place_keys(words)


def test_the_name_is_nowhere(redacted: Store) -> None:
    """Text, title, address, location, claims, evidence with its context, voices, names: no spelling is left."""
    assert "Orev" not in str(list(_all(redacted)))
    assert "orev" not in str(list(_all(redacted))).casefold()
    assert REDACTED in str(list(redacted.claims()))
    assert redacted.names(OREV) == ()
    assert redacted.names_with("danu") == ()


def test_nothing_else_is_masked(redacted: Store) -> None:
    """Other names, other fields and the number of claims are as they were."""
    assert redacted.size().claims == 6
    assert len(redacted.names(KOLT)) == 1
    verbatim = {claim.id: claim for claim in redacted.verbatim().claims()}
    for claim in redacted.claims():
        before = verbatim[claim.id]
        for field in ("document_id", "predicate", "modality", "polarity", "medium", "extractor", "confidence"):
            assert getattr(claim, field) == getattr(before, field)


def test_offsets_hold_in_a_masked_document(redacted: Store) -> None:
    """`text[start:end]` is the quote, blocks cover the text as before, and the context is what stands around."""
    for head in redacted.heads():
        document = redacted.document(head.id)
        for claim in redacted.claims(Selection(document=head.id)):
            for part in claim.evidence:
                assert document.text[part.start : part.end] == part.quote
                assert document.text[: part.start].endswith(part.prefix)
                assert document.text[part.end :].startswith(part.suffix)
        for block, following in zip(document.blocks, document.blocks[1:], strict=False):
            assert document.text[block.end : following.start].isspace()
        assert document.blocks[-1].end == len(document.text)


def test_a_redacted_name_selects_nothing(redacted: Store) -> None:
    """Asking for the name in any role does not tell which claims are about it."""
    for words in NAMES:
        assert list(redacted.claims(Selection(subject=words))) == []
        assert list(redacted.claims(Selection(keys=frozenset({words.casefold()})))) == []
        assert list(redacted.claims(Selection(credited=frozenset({words.casefold()})))) == []


def test_the_page_is_withheld_where_it_names_them(redacted: Store) -> None:
    """A page cannot be shown in part; the verbatim view has it still."""
    document_id = sighting().document.id
    with pytest.raises(BaseError, match="redacted"):
        redacted.page(document_id)
    assert redacted.verbatim().page(document_id) == sighting().page


def test_it_survives_reading_again(redacted: Store) -> None:
    """Pages read again by a newer engine, and pages that were never read before, are masked too."""
    list(keep([sighting()], redacted, "engine/2"))
    new = make_reading(
        "Danu Orev came to Tarvo.",
        location="new.txt",
        names=PERSONS,
        claims=[{"predicate": "present_at", "evidence": "Danu Orev came to Tarvo.", "subject": OREV, "place": "Tarvo"}],
    )
    list(keep([new], redacted, ENGINE))
    assert redacted.size().documents == 3
    assert "orev" not in str(list(_all(redacted))).casefold()


def test_it_is_undone(store: Store) -> None:
    """Taking it back gives every word back; the log keeps both decisions."""
    before = list(_all(store))
    decision = store.decide(Verdict.REDACTION, NAMES, "a test", "tester")
    assert store.redaction_of("orev") == decision
    store.decide(Verdict.UNDO, (), "a mistake", "tester", undoes=decision.id)
    assert list(_all(store)) == before
    assert store.redaction_of("orev") is None
    assert len(store.decisions()) == 2


def test_case_accents_and_marks_do_not_help(tmp_path: Path) -> None:
    """The name in capitals, with accents, hyphens, in an address, over a line end: masked everywhere."""
    told = "DANU OREV, Dánu Órev, Danu-Orev, Danu\nOrev, danu_orev.html and /danu%20orev were seen."
    with fill(tmp_path / "a.db", make_reading(told, location="danu-orev.txt", title="Danu’Orev")) as store:
        store.decide(Verdict.REDACTION, (OREV,), "a test", "tester")
        (head,) = store.heads()
        assert "rev" not in str((head, store.document(head.id))).casefold().replace("órev", "orev")


def test_a_namesake_stays(tmp_path: Path) -> None:
    """A single word hides only where the report has no fuller name for it."""
    other = make_reading(
        "Sela Orev spoke. Orev left.", location="other.txt", names={"Sela Orev": (Kind.PERSON, ("Orev",))}
    )
    with fill(tmp_path / "a.db", sighting(), other) as store:
        store.decide(Verdict.REDACTION, NAMES, "a test", "tester")
        assert store.document(other.document.id).text == other.document.text
        (name,) = store.names("Orev")
        assert name.name == "Sela Orev"


def test_a_masked_claim_is_still_a_claim(redacted: Store) -> None:
    """What is masked keeps its form: it decodes, and says who else took part."""
    (met,) = redacted.claims(Selection(predicate="met"))
    assert met.subject is not None
    assert met.object is not None
    assert (met.subject.name, met.subject.canonical) == (REDACTED, REDACTED)
    assert met.object.canonical == KOLT
    assert msgspec.convert(msgspec.to_builtins(met), type(met)) == met


def test_others_are_untouched_by_it(redacted: Store) -> None:
    """A report without the name is given as it was."""
    plain = make_reading("The Ash Brigade left Tarvo.", location="plain.txt", names=PERSONS)
    list(keep([plain, shelling()], redacted, ENGINE))
    assert redacted.document(plain.document.id) == plain.document


@given(st.text(max_size=60), st.lists(st.integers(0, 60), max_size=8))
def test_positions_move_along(text: str, points: list[int]) -> None:
    """Wherever a range begins and ends, its masked words are those of the masked text."""
    cuts = sorted({min(point, len(text)) for point in points})
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    masked, moved = replaced(text, spans, REDACTED), Cuts(spans)
    for start in range(len(text) + 1):
        for end in range(start, len(text) + 1):
            inside = [(s, e) for s, e in spans if s < end and e > start]
            first = min([start, *(s for s, _ in inside)])
            last = max([end, *(e for _, e in inside)])
            wanted = replaced(text[first:last], [(s - first, e - first) for s, e in inside], REDACTED)
            if start < end:
                assert masked[moved.start(start) : moved.end(end)] == wanted
