"""JSON lines: every field of every claim, and nothing that could steer a terminal."""

from __future__ import annotations

import io
import json
from pathlib import Path

from tests.base.reports import fill, hostile

from reportedly.base.store import Store
from reportedly.exports.jsonl import EXPORT
from reportedly.records.wire import to_line
from reportedly.review.redact import redact
from reportedly.text.json_lines import dumps


def test_each_claim_is_a_line(store: Store) -> None:
    """The lines are those of `to_line`, in the base's order."""
    stream = io.StringIO()
    assert EXPORT.write(store, stream).claims == 6
    lines = stream.getvalue().splitlines()
    documents = {head.id: store.document(head.id) for head in store.heads()}
    expected = [to_line(claim, documents[claim.document_id]) for claim in store.claims()]
    assert [json.loads(line) for line in lines] == [json.loads(dumps(line)) for line in expected]
    assert json.loads(lines[0])["published"] == "2016-05-24"


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    """Codes are escaped in the file and come back whole; a line is a line."""
    stream = io.StringIO()
    with fill(tmp_path / "a.db", hostile()) as store:
        EXPORT.write(store, stream)
    text = stream.getvalue()
    assert text.count("\n") == 1
    assert all(c.isprintable() for c in text.rstrip("\n"))
    (claim,) = hostile().claims
    assert json.loads(text)["evidence"][0]["quote"] == claim.evidence[0].quote


def test_redacted_names_are_masked(store: Store) -> None:
    """No spelling of a redacted name leaves."""
    redact(store, "Danu Orev", "a test", "tester")
    stream = io.StringIO()
    assert EXPORT.write(store, stream).claims == 6
    assert "orev" not in stream.getvalue().casefold()
