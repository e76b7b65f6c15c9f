"""What the mentions stage found comes back out of a base, without redacted names."""

from __future__ import annotations

from pathlib import Path

import msgspec
from tests.base.reports import fill, sighting

from reportedly.review.redact import redact


def test_chains_and_mentions_come_back(tmp_path: Path) -> None:
    """All that was kept, but for the grammar of the sentences."""
    reading = sighting()
    assert reading.document is not None
    with fill(tmp_path / "a.db", reading) as store:
        found = store.analysis(reading.document.id)
    bare = tuple(msgspec.structs.replace(sentence, tokens=()) for sentence in reading.analysis.sentences)
    assert found == msgspec.structs.replace(reading.analysis, sentences=bare)


def test_redacted_chains_keep_their_number_and_lose_their_name(tmp_path: Path) -> None:
    """Claims still point at the right chains, and no word of the name is left."""
    reading = sighting()
    assert reading.document is not None
    with fill(tmp_path / "a.db", reading) as store:
        redact(store, "Danu Orev", "a minor", "ana")
        found = store.analysis(reading.document.id)
        assert len(found.chains) == len(reading.analysis.chains)
        assert "orev" not in repr((found.chains, found.mentions)).casefold()
        kept = [chain.name for chain in found.chains if chain.named]
        assert kept == [c.name for c in reading.analysis.chains if c.named and "Orev" not in c.name]
        assert store.verbatim().analysis(reading.document.id).chains == reading.analysis.chains


def test_a_document_that_is_not_there_has_no_analysis(tmp_path: Path) -> None:
    """Nothing is found in what is not kept."""
    with fill(tmp_path / "a.db", sighting()) as store:
        assert store.analysis("missing").mentions == ()
