"""The shipped engine: one answer for each token, trees, no dependence on order, and clear errors."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import WeightsError
from reportedly.resources.engine import Engine, OnnxEngine, Tagged, load_engine
from reportedly.resources.weights import FOLDER, load_weights

SENTENCES = [
    sentence.split()
    for sentence in (
        "The army attacked the village on Monday .",
        "Gen. Harun Velic , who leads the Third Brigade , met officials in Baghdad .",
        "ARMY SHELLS TOWN",
        "Stop .",
        "The minister denied that Iraq had sent weapons to the militia 's camp near the border with Syria .",
    )
]


@pytest.fixture(scope="module")
def engine() -> OnnxEngine:
    """The engine of the shipped weights."""
    return load_engine()


def _check(words: list[str], tagged: Tagged) -> None:
    assert len(tagged.tags) == len(tagged.heads) == len(tagged.relations) == len(words)
    roots = [i for i, head in enumerate(tagged.heads) if head == i]
    assert len(roots) == (1 if words else 0)
    assert [i for i, relation in enumerate(tagged.relations) if relation == "ROOT"] == roots
    for i in range(len(words)):
        steps = 0
        while tagged.heads[i] != i:
            i, steps = tagged.heads[i], steps + 1
            assert steps <= len(words)
    for spans in (tagged.spans, tagged.coarse):
        assert [(s.first, -s.last) for s in spans] == sorted((s.first, -s.last) for s in spans)
        assert all(0 <= s.first <= s.last < len(words) and 0 <= s.score <= 1 for s in spans)
        assert not any(a.first < b.first <= a.last < b.last for a in spans for b in spans)


def test_plain_sentences_are_read(engine: Engine) -> None:
    """Subject, verb and object, names and their kinds, in easy sentences."""
    plain, leader, *_ = engine.read(SENTENCES)
    assert plain.tags[:5] == ("DT", "NN", "VBD", "DT", "NN")
    assert plain.heads[:5] == (1, 2, 2, 4, 2)
    assert plain.relations[:5] == ("det", "nsubj", "ROOT", "det", "dobj")
    kinds = {" ".join(SENTENCES[1][s.first : s.last + 1]): s.kind for s in leader.spans}
    assert kinds["Harun Velic"] == "Person"
    assert kinds["Baghdad"] == "Place"


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.text(min_size=1, max_size=12), max_size=12), max_size=4))
def test_any_tokens_get_answers(sentences: list[list[str]]) -> None:
    """Whatever the tokens hold, each gets a tag and a head, and the heads form a tree."""
    for words, tagged in zip(sentences, load_engine().read(sentences), strict=True):
        _check(words, tagged)


@pytest.mark.parametrize("odd", ["\u200b", "\x00", "\u202e", "😀", "ـ", "é" * 400, "https://" + "a/" * 900, "\ud800"])
def test_odd_tokens_get_answers(engine: Engine, odd: str) -> None:
    """Invisible, control and endless tokens, and half a surrogate pair, are tokens like any other."""
    words = ["The", odd, "fell", "."]
    _check(words, engine.read([words])[0])


def test_nothing_gives_nothing(engine: Engine) -> None:
    """No sentences, no answers; an empty sentence, an empty answer."""
    assert engine.read([]) == []
    assert engine.read([[], ["Go"]])[0] == Tagged((), (), (), ())


def test_long_sentences_are_read_whole(engine: Engine) -> None:
    """A sentence of more pieces than a window holds still gets one tree over all of its tokens."""
    words = [*("the militia shelled the town of Ruda , " * 90).split(), "x" * 500, "."]
    _check(words, engine.read([words])[0])


def test_order_changes_nothing(engine: Engine) -> None:
    """The same sentences get the same answers in any order."""
    mixed = SENTENCES * 3
    expected = engine.read(mixed)
    for seed in range(3):
        order = list(range(len(mixed)))
        random.Random(seed).shuffle(order)
        answers = engine.read([mixed[i] for i in order])
        assert [answers[order.index(i)] for i in range(len(mixed))] == expected


def _copy(folder: Path) -> Path:
    return Path(shutil.copytree(FOLDER, folder / "weights"))


@pytest.mark.parametrize("name", ["encoder.onnx", "tokenizer.json", "MANIFEST.toml"])
def test_missing_weights_are_told(tmp_path: Path, name: str) -> None:
    """The message names the file that is not there."""
    folder = _copy(tmp_path)
    (folder / name).unlink()
    with pytest.raises(WeightsError, match=name):
        load_weights(folder)


@pytest.mark.parametrize("name", ["encoder.onnx", "tokenizer.json", "MANIFEST.toml"])
def test_damaged_weights_are_told(tmp_path: Path, name: str) -> None:
    """One byte more or a file cut short is noticed before anything is read with it."""
    folder = _copy(tmp_path)
    content = (folder / name).read_bytes()
    (folder / name).write_bytes(content[: len(content) // 2] + b"\xff")
    with pytest.raises(WeightsError, match=name):
        load_weights(folder)


def test_other_weights_with_a_matching_digest_are_told(tmp_path: Path) -> None:
    """A file that is no network is refused even where the manifest names its digest."""
    import hashlib

    folder = _copy(tmp_path)
    old = hashlib.sha256((folder / "encoder.onnx").read_bytes()).hexdigest()
    (folder / "encoder.onnx").write_bytes(b"no network")
    manifest = (folder / "MANIFEST.toml").read_text("utf-8")
    (folder / "MANIFEST.toml").write_text(manifest.replace(old, hashlib.sha256(b"no network").hexdigest()), "utf-8")
    with pytest.raises(WeightsError, match="cannot be loaded"):
        load_weights(folder)


def test_states_are_those_of_each_token_whatever_stands_beside(engine: OnnxEngine) -> None:
    """One row for each token, long sentences in windows included, near the same in other company."""
    long = ["and" if i % 7 == 6 else "village" for i in range(300)]
    alone, (first, second, none) = engine.states([SENTENCES[0]]), engine.states([SENTENCES[0], long, []])
    assert (alone[0].shape, second.shape[0], none.shape[0]) == ((len(SENTENCES[0]), 768), len(long), 0)
    assert abs(alone[0] - first).mean() < 0.05 < abs(alone[0]).mean()
