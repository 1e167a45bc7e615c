"""The reader's network: a MiniLM encoder with a casing embedding, and a head for each layer of reading.

Shapes: B sentences, T word pieces, N words, R labels. A word is the vector of its first piece; the piece that opens
the sentence stands for the root. Written in plain torch so that the exported graph is small.
"""

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

HIDDEN, LAYERS, HEADS, INNER, POSITIONS, CASINGS = 384, 6, 12, 1536, 512, 9


class Encoder(nn.Module):
    """BERT as MiniLM-L6 has it, with word pieces and positions frozen and a learnt embedding of casing added."""

    def __init__(self, vocabulary: int = 30522, layers: int = LAYERS) -> None:
        super().__init__()
        self.word = nn.Embedding(vocabulary, HIDDEN)
        self.position = nn.Embedding(POSITIONS, HIDDEN)
        self.kind = nn.Parameter(torch.zeros(HIDDEN))
        self.casing = nn.Embedding(CASINGS, HIDDEN)
        nn.init.zeros_(self.casing.weight)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.dropout = nn.Dropout(0.1)

    def forward(self, pieces: Tensor, casing: Tensor, mask: Tensor) -> Tensor:
        """B×T pieces, casings and mask → B×T×384."""
        x = self.word(pieces) + self.position.weight[: pieces.shape[1]] + self.kind + self.casing(casing)
        x = self.dropout(self.norm(x))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x

    @classmethod
    def pretrained(cls, path: str) -> "Encoder":
        """Load the weights of all-MiniLM-L6-v2 from its safetensors file."""
        from safetensors.torch import load_file

        weights = load_file(path)
        encoder = cls()
        encoder.word.weight.data = weights["embeddings.word_embeddings.weight"].clone()
        encoder.position.weight.data = weights["embeddings.position_embeddings.weight"].clone()
        encoder.kind.data = weights["embeddings.token_type_embeddings.weight"][0].clone()
        _copy(encoder.norm, weights, "embeddings.LayerNorm")
        for number, layer in enumerate(encoder.layers):
            layer.load(weights, f"encoder.layer.{number}.")
        return encoder


class Layer(nn.Module):
    """One transformer layer."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.inner = nn.Linear(HIDDEN, INNER)
        self.outer = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, HEADS, -1).permute(2, 0, 3, 1, 4).unbind(0)
        attention = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1]) + bias, -1)
        x = self.norm1(x + self.dropout(self.out((attention @ v).transpose(1, 2).reshape(b, t, -1))))
        return self.norm2(x + self.dropout(self.outer(functional.gelu(self.inner(x)))))

    def load(self, weights: dict[str, Tensor], prefix: str) -> None:
        """Take this layer's weights from a BERT checkpoint."""
        parts = [f"{prefix}attention.self.{name}" for name in ("query", "key", "value")]
        self.qkv.weight.data = torch.cat([weights[f"{part}.weight"] for part in parts]).clone()
        self.qkv.bias.data = torch.cat([weights[f"{part}.bias"] for part in parts]).clone()
        _copy(self.out, weights, f"{prefix}attention.output.dense")
        _copy(self.norm1, weights, f"{prefix}attention.output.LayerNorm")
        _copy(self.inner, weights, f"{prefix}intermediate.dense")
        _copy(self.outer, weights, f"{prefix}output.dense")
        _copy(self.norm2, weights, f"{prefix}output.LayerNorm")


def _copy(module: nn.Linear | nn.LayerNorm, weights: dict[str, Tensor], name: str) -> None:
    module.weight.data = weights[f"{name}.weight"].clone()
    module.bias.data = weights[f"{name}.bias"].clone()


class Biaffine(nn.Module):
    """Scores of R labels between two rows of vectors: B×N×D and B×M×D → B×N×M×R."""

    def __init__(self, left: int, right: int, labels: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(labels, left + 1, right + 1) * 0.02)

    def forward(self, left: Tensor, right: Tensor) -> Tensor:
        left, right = _one(left), _one(right)
        labels, d, e = self.weight.shape
        mixed = (left @ self.weight.permute(1, 0, 2).reshape(d, labels * e)).unflatten(-1, (labels, e))
        scores = mixed.flatten(1, 2) @ right.transpose(1, 2)
        return scores.unflatten(1, (-1, labels)).permute(0, 1, 3, 2)

    def along(self, left: Tensor, right: Tensor) -> Tensor:
        """The same between vectors that stand in the same place: B×N×D twice → B×N×R."""
        left, right = _one(left), _one(right)
        labels, d, e = self.weight.shape
        mixed = (left @ self.weight.permute(1, 0, 2).reshape(d, labels * e)).unflatten(-1, (labels, e))
        return (mixed * right[:, :, None, :]).sum(-1)


def _one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


class Reader(nn.Module):
    """Encoder and heads: tags, names, arcs and their labels, predicates, factuality, roles."""

    def __init__(self, encoder: Encoder, sizes: dict[str, int], dropout: float = 0.25) -> None:
        super().__init__()
        self.encoder = encoder
        self.upos, self.xpos = nn.Linear(HIDDEN, sizes["upos"]), nn.Linear(HIDDEN, sizes["xpos"])
        self.name = nn.Linear(HIDDEN, sizes["name"])
        self.predicate, self.fact = nn.Linear(HIDDEN, 2), nn.Linear(HIDDEN, 2)
        self.arc_head, self.arc_child = nn.Linear(HIDDEN, 256), nn.Linear(HIDDEN, 256)
        self.rel_head, self.rel_child = nn.Linear(HIDDEN, 128), nn.Linear(HIDDEN, 128)
        self.role_predicate, self.role_argument = nn.Linear(HIDDEN, 160), nn.Linear(HIDDEN, 160)
        self.arc = Biaffine(256, 256, 1)
        self.rel = Biaffine(128, 128, sizes["rel"])
        self.role = Biaffine(160, 160, sizes["role"])
        self.dropout = nn.Dropout(dropout)

    def forward(self, pieces: Tensor, casing: Tensor, mask: Tensor, first: Tensor, heads: Tensor | None = None) -> dict:
        """Scores of every layer; `first` is B×N, the place of each word's first piece; `heads` the gold ones."""
        encoded = self.encoder(pieces, casing, mask)
        places = torch.cat([torch.zeros_like(first[:, :1]), first], 1)
        rooted = self.dropout(torch.gather(encoded, 1, places[:, :, None].expand(-1, -1, HIDDEN)))
        words = rooted[:, 1:]
        arc = self._arcs(rooted, words)
        return {
            "upos": self.upos(words),
            "xpos": self.xpos(words),
            "name": self.name(words),
            "arc": arc,
            "rel": self._labels(rooted, words, arc.argmax(-1) if heads is None else heads.clamp(min=0)),
            "predicate": self.predicate(words),
            "fact": self.fact(words),
            "role": self.role(self._bend(self.role_predicate, words), self._bend(self.role_argument, words)),
        }

    def _bend(self, layer: nn.Linear, x: Tensor) -> Tensor:
        return self.dropout(functional.gelu(layer(x)))

    def _arcs(self, rooted: Tensor, words: Tensor) -> Tensor:
        """B×N×(N+1) scores of each word's head; column 0 is the root, and no word heads itself."""
        scores = self.arc(self._bend(self.arc_child, words), self._bend(self.arc_head, rooted)).squeeze(-1)
        n = words.shape[1]
        itself = torch.arange(n + 1)[None, None, :] == torch.arange(n)[None, :, None] + 1
        return scores.masked_fill(itself, -1e4)

    def _labels(self, rooted: Tensor, words: Tensor, heads: Tensor) -> Tensor:
        above = self._bend(self.rel_head, rooted)
        above = torch.gather(above, 1, heads[:, :, None].expand(-1, -1, above.shape[-1]))
        return self.rel.along(self._bend(self.rel_child, words), above)
