"""Reads the shipped 8-bit weights back into the network, so that more passages can be learnt without starting over.

What the cut to 8 bits took away is noise of less than a hundredth of each weight; the training that follows makes up
for it. The word table was never trained, and is the base's own.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from training.encoder.network import Network

_PARTS = {
    "dense": "attention.output.dense",
    "dense_1": "intermediate.dense",
    "dense_2": "output.dense",
}


def resume(network: Network, path: Path) -> None:
    """Fills the network with the weights of an `encoder.onnx` that `export.ship` wrote. Raises KeyError for another."""
    graph = onnx.load(str(path)).graph
    held = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    state = network.state_dict()
    found: dict[str, np.ndarray] = {}
    for name, value in held.items():
        if name.startswith("network."):
            found[name.removeprefix("network.")] = value
    for node in graph.node:
        matrix = next((held[i] for i in node.input if i in held and held[i].ndim == 2), None)
        if node.op_type == "MatMulInteger" and matrix is not None:
            base = node.input[1].removesuffix("_quantized")
            _layer(found, network, node.name, matrix.astype(np.float32) * held[f"{base}_scale"])
        elif node.op_type == "MatMul" and matrix is not None:
            head = node.name.strip("/").removesuffix("/MatMul")
            name = f"mentions.{head}" if head in network.mentions else head
            found[f"{name}.weight"] = matrix.T
    for name, value in held.items():
        if match := re.fullmatch(r"layers\.(\d+)\.read\.bias", name):
            _split(found, network, f"encoder.encoder.layer.{match[1]}.attention.self", "bias", value)
    types = state["encoder.embeddings.token_type_embeddings.weight"][0].numpy()
    found["encoder.embeddings.position_embeddings.weight"] = held["places"] - types
    shares = [
        held[n.input[i]] for n in graph.node if n.name.startswith("/mix/Mul") for i in (0, 1) if n.input[i] in held
    ]
    found["mix.weights"] = np.log(np.array(shares, dtype=np.float32).reshape(-1))
    left = {n for n in state if n not in found and not _fixed(n)}
    if left:
        raise KeyError(f"{path} lacks {sorted(left)}")
    network.load_state_dict({n: torch.tensor(np.array(found.get(n, state[n]))) for n in state})


def _fixed(name: str) -> bool:
    """What the export does not hold because the base has it."""
    return "word_embeddings" in name or name.startswith("words.") or "token_type" in name or "position_ids" in name


def _layer(found: dict[str, np.ndarray], network: Network, node: str, matrix: np.ndarray) -> None:
    match = re.fullmatch(r"/layers\.(\d+)/(\w+)/MatMul_quant", node)
    if match is None:
        raise KeyError(f"{node} is no layer of the encoder")
    layer = f"encoder.encoder.layer.{match[1]}"
    if match[2] == "read":
        _split(found, network, f"{layer}.attention.self", "weight", matrix.T)
    else:
        found[f"{layer}.{_PARTS[match[2]]}.weight"] = matrix.T


def _split(found: dict[str, np.ndarray], network: Network, name: str, part: str, value: np.ndarray) -> None:
    """Query, key and value out of one matrix; the export scaled the query."""
    settings = network.encoder.config
    scale = (settings.hidden_size / settings.num_attention_heads) ** -0.5
    for one, rows in zip(("query", "key", "value"), np.split(value, 3), strict=True):
        found[f"{name}.{one}.{part}"] = rows / scale if one == "query" else rows
