"""The training data as samples: sentences with whichever layers they carry, and batches of them."""

import gzip
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# PropBank's light verbs and auxiliaries carry no event of their own.
NOT_PREDICATES = {"be.03", "have.01", "do.01", "get.03"}
ROLES = (
    "_ ARG0 ARG1 ARG2 ARG3 ARG4 ARGM-TMP ARGM-ADV ARGM-MOD ARGM-NEG ARGM-LOC ARGM-MNR ARGM-PRP ARGM-CAU ARGM-DIR "
    "ARGM-GOL ARGM-ADJ ARGM-DIS ARGM-EXT"
).split()
NAMES = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]
CROSSNER = {
    "politician": "PER", "person": "PER", "organisation": "ORG", "politicalparty": "ORG", "country": "LOC",
    "location": "LOC", "PER": "PER", "ORG": "ORG", "LOC": "LOC",
}  # fmt: skip
IGNORED = -100
Sample = dict[str, Any]


def rows(folder: Path, name: str) -> list[Sample]:
    """Read one file of the training data."""
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def sentences(folder: Path, split: str) -> list[Sample]:
    """The treebanks' sentences of a split, with roles and factuality joined where EWT has them."""
    roles = {row["sid"]: row for row in rows(folder, "roles_ewt")}
    facts = {row["sid"]: row["factual"] for row in rows(folder, "factuality_uds")}
    samples = rows(folder, f"syntax_names.{split}")
    for sample in samples:
        marked = roles.get(sample["sid"])
        sample["preds"] = _predicates(marked) if marked else None
        sample["args"] = _arguments(sample, marked) if marked else []
        sample["facts"] = {int(token): value for token, (value, _) in facts.get(sample["sid"], {}).items()}
    return samples


def names_only(folder: Path) -> list[Sample]:
    """Sentences that carry names and nothing else: wikigold, CrossNER politics."""
    return [
        {"tok": row["tok"], "ner": [_mapped(tag) for tag in row["ner"]], "preds": None, "args": [], "facts": {}}
        for name in ("names_wikigold", "names_crossner_politics")
        for row in rows(folder, name)
    ]


def _mapped(tag: str) -> str:
    kind = CROSSNER.get(tag[2:])
    return f"{tag[:2]}{kind}" if kind else "O"


def _predicates(marked: Sample) -> set[int]:
    return {token for token, roleset in marked["preds"] if roleset not in NOT_PREDICATES}


def _arguments(sample: Sample, marked: Sample) -> list[tuple[int, int, int]]:
    """(predicate, head of the argument, role): the head is the token of the span whose own head lies outside it."""
    found = []
    for (predicate, roleset), column in zip(marked["preds"], marked["cols"], strict=True):
        if roleset in NOT_PREDICATES:
            continue
        opened: list[tuple[str, int]] = []
        for at, cell in enumerate(column):
            for bracket in re.findall(r"\([^()*]+|\)", cell.replace("*", "")):
                if bracket != ")":
                    opened.append((bracket[1:], at))
                elif opened:
                    label, start = opened.pop()
                    if label in ROLES:
                        heads = [k for k in range(start, at + 1) if not start <= sample["head"][k] - 1 <= at]
                        found.append((predicate, heads[0] if heads else start, ROLES.index(label)))
    return found


class Labels:
    """The label sets, learnt from the training sentences."""

    def __init__(self, samples: list[Sample]) -> None:
        self.upos = sorted({tag for sample in samples for tag in sample["upos"]})
        self.xpos = sorted({tag for sample in samples for tag in sample["xpos"]})
        self.rel = sorted({tag for sample in samples for tag in sample["rel"]})
        self.name, self.role = NAMES, ROLES
        self.index = {
            key: {tag: i for i, tag in enumerate(getattr(self, key))} for key in ("upos", "xpos", "rel", "name")
        }

    def sizes(self) -> dict[str, int]:
        """How many labels each layer has."""
        return {key: len(getattr(self, key)) for key in ("upos", "xpos", "rel", "name", "role")}

    def table(self) -> dict[str, list[str]]:
        """The label sets as they are shipped."""
        return {key: list(getattr(self, key)) for key in ("upos", "xpos", "rel", "name", "role")}


def batches(samples: list[Sample], tokens: int, seed: int | None = None, longest: int = 120) -> Iterator[list[Sample]]:
    """Batches of like length within a budget of tokens; shuffled where a seed is given."""
    chosen = [sample for sample in samples if len(sample["tok"]) <= longest]
    if seed is None:
        yield from _packed(sorted(chosen, key=lambda sample: len(sample["tok"])), tokens)
        return
    order = random.Random(seed)
    order.shuffle(chosen)
    packed = [
        batch
        for start in range(0, len(chosen), 2000)
        for batch in _packed(sorted(chosen[start : start + 2000], key=lambda sample: len(sample["tok"])), tokens)
    ]
    order.shuffle(packed)
    yield from packed


def _packed(samples: list[Sample], tokens: int) -> Iterator[list[Sample]]:
    batch: list[Sample] = []
    for sample in samples:
        if batch and (len(sample["tok"]) + 2) * (len(batch) + 1) > tokens:
            yield batch
            batch = []
        batch.append(sample)
    if batch:
        yield batch
