"""Train what joins references into chains, on the training documents of gum_entities as the shipped reader reads them.

    python -m training.coreference --data ../shared/training --out src/detente/language/weights/coreference.npz [--epochs 12]

Each reference chooses among those before it and "nobody told before"; the loss is the logarithm of the share that the
right ones get (any reference of the same chain is right). Needs the extra `train`; a quarter of an hour on one core.
"""

import argparse
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
import torch
from torch import Tensor, nn

from detente.language import Parsed, load
from detente.language.coreference import weighed
from detente.language.likeness import SIGNS, signs_of
from training.chains import GoldDocument, documents

# DROPOUT, SELDOM, FORGOTTEN and NEW were chosen on every eighth training document, left out; the rest are as first tried.
HIDDEN, RATE, DECAY, DROPOUT = 64, 2e-3, 1e-3, 0.4
MISSED = 3.0  # how much dearer it is to call a reference new that is not
NEW = -0.75  # added to the score of "nobody told before": the chains' measures reward links more than the loss does
SELDOM = 12  # traits of fewer references are left out
AVERAGED = 0.4  # the share of epochs, at the end, over which the weights are averaged
FORGOTTEN = (
    0.4  # the share of lemmas that are hidden in a step, so that what is known of a word is not all that is used
)


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """One document: the traits of its references, its pairs with their signs, and each reference's gold chain or -1."""

    traits: list[tuple[str, ...]]
    later: Tensor
    earlier: Tensor
    signs: Tensor
    chain: Tensor


def case_of(document: GoldDocument, parsed: Parsed) -> Case:
    """What the network is given of a document, and what it should say."""
    described, text, later, earlier = weighed(parsed)
    home = {place: number for number, chain in enumerate(document.chains) for place in chain}
    places = [(one.reference.sentence, one.reference.first, one.reference.last) for one in described]
    return Case(
        traits=[one.traits for one in described],
        later=torch.from_numpy(later),
        earlier=torch.from_numpy(earlier),
        signs=torch.from_numpy(signs_of(text, later, earlier)),
        chain=torch.tensor([home.get(place, -1) for place in places]),
    )


def read(folder: Path, split: str) -> list[Case]:
    """Read a split's documents with the shipped reader, on gold tokens."""
    reader = load()
    return [
        case_of(one, Parsed(text=one.text, sentences=reader.parse_words(one.text, one.sentences), reader=""))
        for one in documents(folder, split)
    ]


class Network(nn.Module):
    """The same sums as `detente.language.coreference` does them."""

    def __init__(self, traits: Sequence[str], hidden: int = HIDDEN) -> None:
        super().__init__()
        self.traits = {trait: number for number, trait in enumerate(traits)}
        self.later, self.earlier = nn.Linear(len(traits), hidden), nn.Linear(len(traits), hidden, bias=False)
        self.signs, self.inner = nn.Linear(len(SIGNS), hidden, bias=False), nn.Linear(hidden, hidden // 2)
        self.outer, self.alone = nn.Linear(hidden // 2, 1, bias=False), nn.Linear(len(traits), hidden // 2)
        self.alone_outer = nn.Linear(hidden // 2, 1)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, case: Case) -> tuple[Tensor, Tensor]:
        """Scores of the pairs, and of each reference's being told of for the first time."""
        rows = self.rows(case)
        later, earlier = self.later(rows)[case.later], self.earlier(rows)[case.earlier]
        hidden = self.dropout(torch.relu(later + earlier + self.signs(case.signs)))
        pairs = self.outer(self.dropout(torch.relu(self.inner(hidden))))
        return pairs[:, 0], self.alone_outer(self.dropout(torch.relu(self.alone(rows))))[:, 0]

    def rows(self, case: Case) -> Tensor:
        """N×T: which traits each reference has."""
        rows = torch.zeros(len(case.traits), len(self.traits))
        for row, traits in zip(rows, case.traits, strict=True):
            row[[self.traits[one] for one in traits if one in self.traits and not self._forgets(one)]] = 1
        return rows

    def _forgets(self, trait: str) -> bool:
        return self.training and trait.startswith("lemma=") and random.random() < FORGOTTEN

    def save(self, file: Path) -> None:
        """Write the numbers as the reader loads them."""
        own = {name: value.detach().half().numpy() for name, value in self.named_parameters()}
        np.savez_compressed(
            file,
            sign_names=np.array(SIGNS), traits=np.array(list(self.traits)), later=own["later.weight"].T,
            bias=own["later.bias"], earlier=own["earlier.weight"].T, signs=own["signs.weight"].T,
            inner=own["inner.weight"].T, inner_bias=own["inner.bias"], outer=own["outer.weight"][0],
            alone=own["alone.weight"].T, alone_bias=own["alone.bias"], alone_outer=own["alone_outer.weight"][0],
            new=own["alone_outer.bias"][0] + NEW,
        )  # fmt: skip


def loss_of(network: Network, case: Case) -> Tensor:
    """The sum over references of the logarithm of the share that right choices get."""
    size = len(case.traits)
    pairs, alone = network(case)
    right = (case.chain[case.later] == case.chain[case.earlier]) & (case.chain[case.later] >= 0)
    told = torch.zeros(size, dtype=torch.bool).index_put((case.later[right],), torch.tensor(True))
    alone = alone + torch.where(told, float(np.log(MISSED)), 0.0)
    peak = alone.detach().scatter_reduce(0, case.later, pairs.detach(), "amax")
    pairs, alone = (pairs - peak[case.later]).exp(), (alone - peak).exp()
    every = alone.index_add(0, case.later, pairs)
    good = torch.where(told, 0.0, alone).index_add(0, case.later[right], pairs[right])
    return -(good.clamp_min(1e-12) / every).log().sum()


def train(cases: Sequence[Case], epochs: int, seed: int = 0) -> Network:
    """Train a network on documents."""
    torch.manual_seed(seed)
    random.seed(seed)
    count = Counter(trait for case in cases for traits in case.traits for trait in traits)
    network = Network(sorted(trait for trait, number in count.items() if number >= SELDOM))
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    average = torch.optim.swa_utils.AveragedModel(network)
    steps = epochs * len(cases)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: max(0.02, 1 - step / steps))
    for epoch in range(epochs):
        total = 0.0
        for case in random.sample(cases, len(cases)):
            loss = loss_of(network, case) / 300  # references of a usual document
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            total += loss.item()
            if epoch >= epochs * (1 - AVERAGED):
                average.update_parameters(network)
        print(f"epoch {epoch + 1}/{epochs} loss {total / len(cases):.3f}", flush=True)
    network.load_state_dict(average.module.state_dict())
    return network.eval()


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/training"))
    parser.add_argument("--out", type=Path, default=Path("src/detente/language/weights/coreference.npz"))
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    torch.set_num_threads(1)
    train(read(options.data, "train"), options.epochs, options.seed).save(options.out)


if __name__ == "__main__":
    main()
