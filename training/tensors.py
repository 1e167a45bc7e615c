"""Batches of samples as tensors: what the network is given, and what it should say."""

import torch
from torch import Tensor

from detente.language.pieces import casing_of, pieces_of
from training.samples import IGNORED, Labels, Sample


def inputs(batch: list[Sample], vocabulary: dict[str, int]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Pieces, casings and mask (B×T), and the place of each word's first piece (B×N)."""
    rows_ = [_pieces(sample["tok"], vocabulary) for sample in batch]
    t, n = max(len(row[0]) for row in rows_), max(len(row[2]) for row in rows_)
    pieces, casing = torch.zeros(len(batch), t, dtype=torch.long), torch.zeros(len(batch), t, dtype=torch.long)
    mask, first = torch.zeros(len(batch), t), torch.zeros(len(batch), n, dtype=torch.long)
    for i, (ids, shapes, starts) in enumerate(rows_):
        pieces[i, : len(ids)], casing[i, : len(ids)] = torch.tensor(ids), torch.tensor(shapes)
        mask[i, : len(ids)], first[i, : len(starts)] = 1, torch.tensor(starts)
    return pieces, casing, mask, first


def _pieces(words: list[str], vocabulary: dict[str, int]) -> tuple[list[int], list[int], list[int]]:
    ids, shapes, starts = [101], [0], []
    for word in words:
        own = pieces_of(word, vocabulary)
        starts.append(len(ids))
        ids += own
        shapes += [casing_of(word)] + [8] * (len(own) - 1)
    return [*ids, 102], [*shapes, 0], starts


def targets(batch: list[Sample], labels: Labels, n: int) -> dict[str, Tensor]:
    """The gold labels of each layer, IGNORED where a sentence has none."""
    b = len(batch)
    gold = {key: torch.full((b, n), IGNORED) for key in ("upos", "xpos", "name", "arc", "rel", "predicate", "fact")}
    gold["role"] = torch.full((b, n, n), IGNORED)
    for i, sample in enumerate(batch):
        size = len(sample["tok"])
        if sample.get("ner"):
            gold["name"][i, :size] = torch.tensor([labels.index["name"][tag] for tag in sample["ner"]])
        if "upos" in sample:
            for key in ("upos", "xpos", "rel"):
                known = labels.index[key]
                gold[key][i, :size] = torch.tensor([known.get(tag, IGNORED) for tag in sample[key]])
            gold["arc"][i, :size] = torch.tensor(sample["head"])
        if sample["preds"] is not None:
            gold["predicate"][i, :size] = torch.tensor([int(k in sample["preds"]) for k in range(size)])
            for predicate in sample["preds"]:
                gold["role"][i, predicate, :size] = 0
            for predicate, head, role in sample["args"]:
                gold["role"][i, predicate, head] = role
        for token, value in sample["facts"].items():
            if token < size:
                gold["fact"][i, token] = int(value > 0)
    return gold
