"""From learnt upper layers to the file that `reportedly.resources.upper` runs: ONNX, matrices in 8 bits."""

from __future__ import annotations

import tempfile
import warnings
from pathlib import Path

import onnx
import torch
from torch import nn

from reportedly.resources.upper import LAYER, PLACES, TRUNK
from reportedly.resources.weights import NETWORK, read_manifest
from training.encoder.export import Layer, layout_of, packed, quantise
from training.upper.layers import Upper


class Shipped(nn.Module):
    """Upper layers as they are run: without padding, the last one for the first piece of each token alone."""

    def __init__(self, upper: Upper) -> None:
        super().__init__()
        self.heads = upper.heads
        self.layers = nn.ModuleList(Layer(one, upper.heads) for one in upper.layers)
        self.head = upper.head

    def forward(
        self, states: torch.Tensor, mask: torch.Tensor, starts: torch.Tensor, known: torch.Tensor
    ) -> torch.Tensor:
        """[window, token, output]; states: of all pieces in one row, [1, piece, width]."""
        spots, numbers = packed(mask)
        tokens, places = packed(known)
        layout = layout_of(mask, spots, numbers, self.heads)
        for layer in self.layers[:-1]:
            states = layer(states, layout)
        chosen = numbers.gather(1, starts).flatten()[tokens]
        return self.head(self.layers[-1](states, layout, chosen))[0][places]


def ship(upper: Upper, path: Path) -> None:
    """Writes upper layers, with the digest of the network whose lower layers they were learnt over."""
    with tempfile.TemporaryDirectory() as work, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        whole = Path(work) / "whole.onnx"
        states, mask, tokens = torch.zeros(1, 18, 384), torch.ones(2, 9).long(), torch.ones(2, 6).long()
        axes = {name: {0: "batch", 1: "pieces" if name == "mask" else "tokens"} for name in (*PLACES, "told")}
        with torch.no_grad():
            torch.onnx.export(
                Shipped(upper.float().eval()), (states, mask, tokens, tokens), str(whole),
                input_names=["states", *PLACES], output_names=["told"],
                dynamic_axes={**axes, "states": {1: "all"}}, opset_version=17, dynamo=False,
            )  # fmt: skip
        quantise(whole, path)
    network = onnx.load(str(path))
    onnx.helper.set_model_props(network, {LAYER: str(upper.layer), TRUNK: read_manifest().files[NETWORK]})
    onnx.save(network, str(path))
