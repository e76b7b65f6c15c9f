"""Upper layers of another task over the shipped network: an answer for each token, and clear errors."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from benchmarks.factuality import load_layers

from reportedly.errors import WeightsError
from reportedly.resources.engine import load_engine
from reportedly.resources.upper import layer_output, load_upper, with_output
from reportedly.resources.weights import FOLDER, NETWORK, opened

SENTENCES = [s.split() for s in ("The Front left Ruda .", "Stop .", "Brandt may never have met the Varek envoys .")]
LAYERS = Path(__file__).parents[2] / "benchmarks" / "factuality_layers.onnx"


def test_each_token_is_told_of_whatever_stands_beside() -> None:
    """One row a token, in order, empty for an empty sentence; other sentences move it no further than 8 bits do."""
    engine, layers = load_engine(), load_layers()
    told = engine.told([*SENTENCES, []], layers)
    assert [len(rows) for rows in told] == [*map(len, SENTENCES), 0]
    (alone,) = engine.told(SENTENCES[:1], layers)
    assert np.abs(alone - told[0]).max() < 0.25 * np.abs(alone).max()


def test_long_sentences_are_told_of_whole() -> None:
    """A sentence of several windows has one row for each of its tokens too."""
    (told,) = load_engine().told([["Ruda", ",", "fell"] * 150], load_layers())
    assert told.shape == (450, 2)


def test_one_output_more_changes_no_other() -> None:
    """A network that hands out the tensor of a layer gives the same states as before, bit for bit."""
    network = (FOLDER / NETWORK).read_bytes()
    feed = {name: np.ones((1, 4), np.int64) for name in ("pieces", "shapes", "mask", "starts", "known")}
    tensor = layer_output(3)
    before, after = opened(network, FOLDER), opened(with_output(network, tensor), FOLDER)
    assert [o.name for o in after.get_outputs()] == [*(o.name for o in before.get_outputs()), tensor]
    assert np.array_equal(before.run(["last"], feed)[0], after.run(["last"], feed)[0])
    assert after.run([tensor], feed)[0].shape == (1, 4, 384)


def test_missing_and_damaged_layers_are_told(tmp_path: Path) -> None:
    """No file, and a file that is no network, are errors of the weights."""
    with pytest.raises(WeightsError, match="no upper layers"):
        load_upper(tmp_path / "none.onnx")
    (tmp_path / "bad.onnx").write_bytes(b"no network")
    with pytest.raises(WeightsError, match="cannot be loaded"):
        load_upper(tmp_path / "bad.onnx")


def test_layers_of_another_network_are_told(tmp_path: Path) -> None:
    """Layers that were learnt over another encoder than the one in the folder do not run on it."""
    manifest = (FOLDER / "MANIFEST.toml").read_text("utf-8")
    digest = next(line for line in manifest.splitlines() if line.startswith(f'"{NETWORK}"'))
    (tmp_path / "MANIFEST.toml").write_text(manifest.replace(digest, f'"{NETWORK}" = "0"'), "utf-8")
    with pytest.raises(WeightsError, match="another network"):
        load_upper(LAYERS, tmp_path)
