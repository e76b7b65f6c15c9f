"""A report as it was read: blocks, the words that carry claims, the claims."""

from __future__ import annotations

import pytest

from reportedly.base.store import Store
from reportedly.errors import NotFoundError
from reportedly.records.document import Role
from reportedly.review.redact import redact
from reportedly.views.document import document


def test_blocks_and_claims(store: Store) -> None:
    """Every block with its role; claims numbered in the order of their words."""
    found = document(store, "sighting.html")
    assert [(block.role, block.evidence) for block in found.blocks] == [
        (Role.HEADLINE, True),
        (Role.PARAGRAPH, True),
        (Role.PARAGRAPH, True),
        (Role.CAPTION, True),
        (Role.COMMENT, False),
    ]
    assert [one.claim.predicate for one in found.claims] == ["leads", "present_at", "met", "present_at"]


def test_nothing_is_left_out(store: Store) -> None:
    """The pieces of a block are its words, also those that carry nothing."""
    read = store.document(store.find("sighting.html"))
    for block, shown in zip(read.blocks, document(store, "sighting.html").blocks, strict=True):
        assert "".join(piece.text for piece in shown.pieces) == read.words_of(block)


def test_evidence_that_overlaps(store: Store) -> None:
    """Words that carry two claims name both; the rest of the sentence only its own."""
    pieces = document(store, "sighting.html").blocks[1].pieces
    assert [(piece.text[:9], piece.claims) for piece in pieces] == [("Danu Orev", (1, 2)), (", was rep", (2,))]


def test_an_unknown_document(store: Store) -> None:
    """One line."""
    with pytest.raises(NotFoundError):
        document(store, "missing")


def test_redacted_names_are_masked(store: Store) -> None:
    """The pieces still fit together, and the name is in none of them."""
    redact(store, "Danu Orev", "a test", "tester")
    found = document(store, store.heads()[0].id)
    assert "Orev" not in str(found)
    assert [piece.text for piece in found.blocks[1].pieces] == [
        "[redacted], who leads the Ash Brigade",
        ", was reportedly seen in Maresh on Friday, officials said.",
    ]
