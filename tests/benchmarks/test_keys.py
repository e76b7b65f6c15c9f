"""Keys of who is who name spans and bearers, and fit the texts that are read."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from benchmarks.inputs import document_of
from benchmarks.keys import keyed_mentions, page_lines
from benchmarks.sets import all_sets

KEY = """
[[document]]
id = "d1"
place = [{ bearer = "maresh", spans = [[20, 26]] }]
person = [{ bearer = "orev", spans = [[30, 32], [0, 9]] }]

[[document]]
id = "d2"
"""


def test_a_key_becomes_gold_lines(tmp_path: Path) -> None:
    """Each span is a mention with its kind and bearer, in order of the text; a report without any keeps its line."""
    path = tmp_path / "key.toml"
    path.write_text(KEY, encoding="utf-8")
    first, second = keyed_mentions(path)
    assert [(m["start"], m["kind"], m["cluster"]) for m in first["mentions"]] == [
        (0, "person", "orev"),
        (20, "place", "maresh"),
        (30, "person", "orev"),
    ]
    assert second == {"id": "d2", "mentions": []}


def test_a_key_with_another_field_is_refused(tmp_path: Path) -> None:
    """A misspelt kind is no kind that is silently left out."""
    path = tmp_path / "key.toml"
    path.write_text(KEY.replace("place =", "palce ="), encoding="utf-8")
    with pytest.raises(msgspec.ValidationError):
        keyed_mentions(path)


def test_pages_are_read_with_their_evidence(tmp_path: Path) -> None:
    """A folder of pages becomes lines whose blocks hold what may be evidence, and the blocks survive as paragraphs."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text("Maresh falls\n\n3 May 2019\n\nDanu Orev left Maresh.\n", encoding="utf-8")
    (line,) = page_lines(tmp_path)
    assert line["id"] == "sub/a.txt"
    document = document_of(line)
    shown = [document.text[block.start : block.end] for block in document.blocks]
    assert "Danu Orev left Maresh." in shown
    assert "3 May 2019" not in shown


@pytest.mark.parametrize("name", ["crossdoc/demo", "crossdoc/meantime"])
def test_keys_fit_their_texts(shared: Path, name: str) -> None:
    """Every report of a key is read, each span lies on whole words, and no span of one kind has two bearers."""
    (gold_set,) = (s for s in all_sets() if s.name == name)
    texts = {line["id"]: line["text"] for line in gold_set.lines()}
    gold = gold_set.gold_lines()
    assert {line["id"] for line in gold} == set(texts)
    for line in gold:
        spans = [(m["start"], m["end"], m["kind"]) for m in line["mentions"]]
        assert len(spans) == len(set(spans)) > 0
        text = f" {texts[line['id']]} "
        edges = [(text[a : a + 2], text[b : b + 2]) for a, b, _ in spans]
        assert [e for pair in edges for e in pair if e.isalpha()] == []
