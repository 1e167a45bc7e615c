"""The trainer runs: fifty steps of a tiny random encoder on real sentences lower the loss."""

from pathlib import Path

import pytest

DATA = Path(__file__).parents[3] / "shared" / "training"
torch = pytest.importorskip("torch", reason="the extra `train` is not installed")
pytestmark = pytest.mark.skipif(not DATA.exists(), reason="../shared/training is absent")


@pytest.mark.filterwarnings("ignore")
def test_fifty_steps_lower_the_loss():
    from training.model import Encoder, Reader
    from training.reader import loss_of, train
    from training.samples import Labels, sentences
    from training.tensors import inputs, targets

    samples = [one for one in sentences(DATA, "dev") if len(one["tok"]) < 12][:40]
    labels = Labels(samples)
    vocabulary = {
        word.lower(): number for number, word in enumerate(sorted({w for s in samples for w in s["tok"]}), 200)
    }
    torch.manual_seed(0)
    reader = Reader(Encoder(vocabulary=2000, layers=1), labels.sizes())

    def loss() -> float:
        reader.eval()
        pieces, casing, mask, first = inputs(samples, vocabulary)
        gold = targets(samples, labels, first.shape[1])
        words = torch.tensor([len(sample["tok"]) for sample in samples])
        return float(loss_of(reader(pieces, casing, mask, first, gold["arc"]), gold, words).detach())

    before = loss()
    train(reader, samples, labels, vocabulary, steps=50, seed=0)
    assert loss() < before


def test_chains_are_learnt_from_a_few_documents():
    from itertools import islice

    from training.chains import documents
    from training.coreference import case_of, loss_of, train

    from detente.language import Parsed, load

    reader = load()
    cases = [
        case_of(one, Parsed(text=one.text, sentences=reader.parse_words(one.text, one.sentences), reader=""))
        for one in islice(documents(DATA, "dev"), 2)
    ]
    first, last = (train(cases, epochs) for epochs in (1, 8))
    assert sum(loss_of(last, case).item() for case in cases) < sum(loss_of(first, case).item() for case in cases)
