"""Which references mean the same: chains over a parsed text, each reference joined to the one before it that fits best.

A mention-ranking network, learnt on GUM by `training.coreference`: of the references before it and of "nobody told
before", each reference takes what scores highest (Durrett and Klein 2013, "Easy Victories and Uphill Battles in
Coreference Resolution"). Its numbers lie beside the reader's weights.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from io import BytesIO
from itertools import pairwise

import msgspec
import numpy as np
from numpy.typing import NDArray

from detente.errors import ReaderError
from detente.language.described import Described, describe_all
from detente.language.likeness import SIGNS, Values, nearest_subjects, signs_of
from detente.language.pairs import Numbers, Text, columns, pairs_of
from detente.language.parsed import Chain, Chains, Parsed
from detente.language.references import references_in

# What the nearest subject that agrees scores besides. GUM's documents are mostly about one person, of whom each "he" speaks;
# news is about several. On GUM's dev documents 0, 1, 2 and 2.5 gave .584, .586, .581 and .578; it was set to 2.5 on the
# project's own pages of news, where less made "he" mean somebody from sentences before.
SUBJECT = np.float32(2.5)
PORTION = 40  # pairs weighed at once: products this small are done on one core, in one order, on any machine


def find_chains(parsed: Parsed) -> Chains:
    """Return the chains of a text: each two references or more that mean the same."""
    described, text, later, earlier = weighed(parsed)
    if not described:
        return Chains(every=())
    chosen = _chosen(len(described), later, earlier, *_scores(described, text, later, earlier))
    home = list(range(len(described)))
    for number, before in enumerate(chosen):
        home[number] = home[before]
    groups: dict[int, list[int]] = {}
    for number, at in enumerate(home):
        groups.setdefault(at, []).append(number)
    chains = (tuple(described[number].reference for number in group) for group in groups.values() if len(group) > 1)
    return Chains(every=tuple(Chain(references=references) for references in chains))


def weighed(parsed: Parsed) -> tuple[list[Described], Text, Numbers, Numbers]:
    """Return a text's references, described and as columns, and the pairs of them that are weighed."""
    starts = np.cumsum([0, *(len(sentence.tokens) for sentence in parsed.sentences)])
    described = describe_all(parsed, references_in(parsed))
    text = columns(described, [int(starts[one.reference.sentence]) + one.reference.head for one in described])
    return described, text, *pairs_of(text)


class Weights(msgspec.Struct, frozen=True, kw_only=True):
    """The network: a row for each trait as the later and as the earlier one, one for each sign, two layers on top."""

    traits: dict[str, int]
    later: Values  # T×H, and so on
    earlier: Values
    alone: Values
    signs: Values
    bias: Values
    alone_bias: Values
    inner: Values
    inner_bias: Values
    outer: Values
    alone_outer: Values
    new: float  # what "nobody told before" scores besides


@cache
def weights() -> Weights:
    """Load the network's numbers."""
    content = (files("detente.language") / "weights" / "coreference.npz").read_bytes()
    arrays: dict[str, NDArray[np.generic]] = dict(np.load(BytesIO(content), allow_pickle=False))
    if tuple(arrays.pop("sign_names")) != SIGNS:
        raise ReaderError(
            "coreference.npz was trained on other signs of likeness; run `python -m training.coreference`"
        )
    traits = {str(trait): number for number, trait in enumerate(arrays.pop("traits"))}
    values = {name: array.astype(np.float32) for name, array in arrays.items()}
    return Weights(traits=traits, new=float(values.pop("new")), **values)


def _scores(described: Sequence[Described], text: Text, later: Numbers, earlier: Numbers) -> tuple[Values, Values]:
    """Scores of the pairs, and of each reference's being told of for the first time."""
    network = weights()
    traits = [[network.traits[trait] for trait in one.traits if trait in network.traits] for one in described]
    left, right, own = (
        np.stack([table[rows].sum(axis=0) for rows in traits])
        for table in (network.later, network.earlier, network.alone)
    )
    left += network.bias
    signs = signs_of(text, later, earlier)
    pairs = np.empty(len(later), np.float32)
    for at in range(0, len(later), PORTION):
        part = slice(at, at + PORTION)
        hidden = np.maximum(left[later[part]] + right[earlier[part]] + signs[part] @ network.signs, 0)
        pairs[part] = np.maximum(hidden @ network.inner + network.inner_bias, 0) @ network.outer
    pairs += SUBJECT * nearest_subjects(text, later, earlier)
    alone = np.maximum(own + network.alone_bias, 0) @ network.alone_outer
    return pairs, alone + network.new


def _chosen(size: int, later: Numbers, earlier: Numbers, pairs: Values, alone: Values) -> list[int]:
    """The reference that each one is joined to: itself where nothing before it scores higher."""
    starts = np.searchsorted(later, np.arange(size + 1))
    found = []
    for number, (first, last) in enumerate(pairwise(starts)):
        best = first + int(pairs[first:last].argmax()) if first < last else None
        found.append(int(earlier[best]) if best is not None and pairs[best] > alone[number] else number)
    return found
