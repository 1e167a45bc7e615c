"""The peer: spaCy's small architecture, trained on the reader's own training sentences, as a reader of the same nouns.

The pipeline is what `spacy init config --pipeline tagger,parser,ner --optimize efficiency` gives: one tok2vec of width 96
and depth 4 that tagger, parser and names share. It is trained once, for 8 passes, about half an hour of one core, and kept
in a git-ignored folder under the digest of its data: `python -m benchmarks.spacy_peer` trains it, `python -m
benchmarks.reader` compares.
"""

import argparse
import hashlib
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from training.samples import Sample, names_only, sentences

from detente.language import Name, Parsed, Sentence, Token

CACHE = Path(".cache/spacy")
PASSES, BATCH_WORDS = 8, 1000
Place = tuple[int, int]


class SpacyReader:
    """A spaCy pipeline behind the nouns of `detente.language`: tags, trees and names; it has no predicates."""

    def __init__(self, pipeline: Any) -> None:
        self.pipeline = pipeline
        self.version = f"spacy-{pipeline.meta['name']}"

    def parse(self, text: str, stretches: Sequence[Place] | None = None) -> Parsed:
        """Parse the stretches of a text, sentences and words cut as spaCy cuts them."""
        found: list[Sentence] = []
        for start, end in stretches or [(0, len(text))]:
            for span in self.pipeline(text[start:end]).sents:
                kept = [token for token in span if not token.is_space]
                if kept:
                    found.append(_sentence(text, len(found), kept, start))
        return Parsed(text=text, sentences=tuple(found), reader=self.version)

    def parse_words(self, text: str, sentences: Sequence[Sequence[Place]]) -> tuple[Sentence, ...]:
        """Parse sentences whose words are given by their places in the text."""
        docs = (_doc(self.pipeline.vocab, [text[a:b] for a, b in places]) for places in sentences)
        parsed = self.pipeline.pipe(docs, batch_size=64)
        return tuple(
            _sentence(text, number, list(doc), 0, places)
            for number, (doc, places) in enumerate(zip(parsed, sentences, strict=True))
        )


def _sentence(text: str, index: int, tokens: list[Any], offset: int, places: Sequence[Place] | None = None) -> Sentence:
    """Fill our nouns from spaCy's tokens; places are theirs shifted, unless given."""
    places = places or [(token.idx + offset, token.idx + len(token) + offset) for token in tokens]
    at = {token.i: number for number, token in enumerate(tokens)}
    filled = tuple(
        Token(
            index=number, start=start, end=end, text=text[start:end], lemma=token.lemma_ or token.text, upos=token.pos_,
            xpos=token.tag_, head=-1 if token.head.i == token.i else at.get(token.head.i, -1),
            rel="root" if token.head.i == token.i else token.dep_,
        )
        for number, (token, (start, end)) in enumerate(zip(tokens, places, strict=True))
    )  # fmt: skip
    names, first = [], 0
    while first < len(tokens):
        last = first + 1
        if tokens[first].ent_type_:
            while last < len(tokens) and tokens[last].ent_iob_ == "I":
                last += 1
            kind = tokens[first].ent_type_
            names.append(Name(first=first, last=last, start=places[first][0], end=places[last - 1][1], kind=kind))
        first = last
    return Sentence(index=index, start=places[0][0], end=places[-1][1], tokens=filled, names=tuple(names))


def _doc(vocab: Any, words: list[str]) -> Any:
    from spacy.tokens import Doc

    return Doc(vocab, words=words, sent_starts=[True] + [False] * (len(words) - 1))


def load(data: Path) -> SpacyReader:
    """Load the peer trained on this data, training it first where it is not there yet."""
    import spacy

    folder = CACHE / digest(data)
    if not folder.exists():
        train(data, folder)
    return SpacyReader(spacy.load(folder))


def digest(data: Path) -> str:
    """Name the training data by its content."""
    files = ("syntax_names.train", "syntax_names.dev", "names_wikigold", "names_crossner_politics")
    return hashlib.sha256(b"".join((data / f"{name}.jsonl.gz").read_bytes() for name in files)).hexdigest()[:16]


def train(data: Path, folder: Path, passes: int = PASSES) -> None:
    """Train the pipeline and keep the pass that parses the dev sentences best."""
    import spacy
    from spacy.cli.init_config import init_config

    random.seed(0)
    spacy.util.fix_random_seed(0)
    config = init_config(lang="en", pipeline=["tagger", "parser", "ner"], optimize="efficiency", silent=True)
    config["paths"] = {"train": None, "dev": None, "vectors": None, "init_tok2vec": None}
    pipeline = spacy.util.load_model_from_config(config, auto_fill=True)
    pipeline.meta["name"] = "small"
    examples = [_example(pipeline.vocab, sample) for sample in sentences(data, "train") + names_only(data)]
    held_out = [_example(pipeline.vocab, sample) for sample in sentences(data, "dev")]
    optimizer = pipeline.initialize(lambda: examples[:5000] + examples[-2000:])
    folder.parent.mkdir(parents=True, exist_ok=True)
    best = 0.0
    for number in range(passes):
        random.shuffle(examples)
        for batch in _batches(examples):
            pipeline.update(batch, drop=0.1, sgd=optimizer)
        with pipeline.use_params(optimizer.averages):
            score = pipeline.evaluate(held_out)["dep_las"]
            print(f"pass {number + 1}/{passes} dev LAS {score:.4f}", flush=True)
            if score > best:
                best = score
                pipeline.to_disk(folder.with_suffix(".partial"))
    folder.with_suffix(".partial").rename(folder)


def _example(vocab: Any, sample: Sample) -> Any:
    from spacy.training import Example

    words = sample["tok"]
    told: dict[str, Any] = {"words": words, "sent_starts": [True] + [False] * (len(words) - 1)}
    if "upos" in sample:
        heads = [head - 1 if head else at for at, head in enumerate(sample["head"])]
        told |= {
            "tags": sample["xpos"],
            "deps": [rel if rel != "root" else "ROOT" for rel in sample["rel"]],
            "heads": heads,
        }
    told["entities"] = _biluo(sample["ner"]) if sample.get("ner") else ["-"] * len(words)
    return Example.from_dict(_doc(vocab, words), told)


def _biluo(tags: list[str]) -> list[str]:
    from spacy.training import iob_to_biluo

    return list(iob_to_biluo(tags))


def _batches(examples: list[Any]) -> Iterator[list[Any]]:
    batch: list[Any] = []
    words = 0
    for example in examples:
        batch.append(example)
        words += len(example.predicted)
        if words >= BATCH_WORDS:
            yield batch
            batch, words = [], 0
    if batch:
        yield batch


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/training"))
    print(load(parser.parse_args().data).version)


if __name__ == "__main__":
    main()
