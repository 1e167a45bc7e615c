"""The trained reader at run time: text → sentences, tags, trees, names, predicates with roles."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.errors import ReaderError
from detente.language.decode import best_names, transitions, tree
from detente.language.lemmas import lemma_of
from detente.language.parsed import Name, Parsed, Predicate, Role, Sentence, Token
from detente.language.pieces import casing_of, pieces_of
from detente.language.words import sentences_in, words_in

LAYERS = ["upos", "xpos", "name", "arc", "rel", "predicate", "fact", "role"]
FEWEST = 2  # words that the network takes; a sentence of one is given it twice
LONGEST = 400  # words; longer sentences are read in windows, since the encoder holds 512 word pieces
MOST_PIECES = 500
PREDICATE = 0.5  # the probability from which a word is a predicate

Place = tuple[int, int]


class TrainedReader:
    """The reader that ships with Detente. Use `load()`; one is enough for a process."""

    def __init__(self, folder: Traversable, *, threads: int = 1) -> None:
        import onnxruntime

        card, labels = _read_json(folder / "card.json"), _read_json(folder / "labels.json")
        model = (folder / "model.onnx").read_bytes()
        if hashlib.sha256(model).hexdigest() != card["sha256"]:
            raise ReaderError("the reader's weights differ from their model card; install the package again")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self._labels: dict[str, list[str]] = labels
        pieces = (folder / "vocabulary.txt").read_text(encoding="utf-8").splitlines()
        self._vocabulary = {piece: number for number, piece in enumerate(pieces)}
        self._lemmas = _lemma_table((folder / "lemmas.tsv").read_text(encoding="utf-8"))
        self._transitions = transitions(labels["name"])
        self._pieces: dict[str, list[int]] = {}
        self.version = f"detente-{card['version']}-{card['sha256'][:8]}"

    def parse(self, text: str, stretches: Sequence[Place] | None = None) -> Parsed:
        """Parse the stretches of a text (all of it, where none are given); sentences never cross them."""
        spoken = [
            sentence
            for start, end in stretches or [(0, len(text))]
            for long in sentences_in(text, words_in(text, start, end))
            for sentence in windows(text, long)
        ]
        return Parsed(text=text, sentences=self.parse_words(text, spoken), reader=self.version)

    def parse_words(self, text: str, sentences: Sequence[Sequence[Place]]) -> tuple[Sentence, ...]:
        """Parse sentences whose words are given by their places in the text."""
        return tuple(
            self._sentence(text, number, places, self._scores([text[a:b] for a, b in places]))
            for number, places in enumerate(sentences)
        )

    def _scores(self, words: list[str]) -> dict[str, NDArray[Any]]:
        """Run the network over one sentence.

        One at a time is as fast as eight together, and what is made of a sentence cannot depend on its neighbours.
        """
        ids, shapes, starts = self._encode(words)
        size, padded = len(starts), [*starts, *starts[-1:] * (FEWEST - len(starts))]
        inputs = {
            "pieces": np.array([ids], np.int64),
            "casing": np.array([shapes], np.int64),
            "mask": np.ones((1, len(ids)), np.float32),
            "first": np.array([padded], np.int64),
            "words": np.array([size], np.int64),
        }
        scores = {key: out[0, :size] for key, out in zip(LAYERS, self._session.run(LAYERS, inputs), strict=True)}
        return scores | {"arc": scores["arc"][:, : size + 1], "role": scores["role"][:, :size]}

    def _encode(self, words: list[str]) -> tuple[list[int], list[int], list[int]]:
        ids, shapes, starts = [101], [0], []
        for word in words:
            own = self._pieces.get(word)
            if own is None:
                own = self._pieces[word] = pieces_of(word, self._vocabulary)
            own = own if len(ids) + len(own) < MOST_PIECES else own[:1]
            starts.append(len(ids))
            ids += own
            shapes += [casing_of(word)] + [8] * (len(own) - 1)
        return [*ids, 102], [*shapes, 0], starts

    def _sentence(self, text: str, index: int, words: Sequence[Place], scores: dict[str, NDArray[Any]]) -> Sentence:
        heads = tree(scores["arc"])
        table = {key: self._labels[key] for key in ("upos", "xpos", "rel")}
        tags = {key: [table[key][at] for at in scores[key]] for key in table}
        tokens = tuple(
            Token(
                index=i,
                start=start,
                end=end,
                text=text[start:end],
                lemma=lemma_of(text[start:end], tags["upos"][i], tags["xpos"][i], self._lemmas, self._vocabulary),
                upos=tags["upos"][i],
                xpos=tags["xpos"][i],
                head=heads[i],
                rel="root" if heads[i] < 0 else _below(tags["rel"][i]),
            )
            for i, (start, end) in enumerate(words)
        )
        bare = Sentence(index=index, start=words[0][0], end=words[-1][1], tokens=tokens)
        return Sentence(
            index=index,
            start=bare.start,
            end=bare.end,
            tokens=tokens,
            names=tuple(self._names(words, scores["name"])),
            predicates=tuple(self._predicates(bare, scores)),
            happened=tuple(round(float(one), 4) for one in scores["fact"]),
        )

    def _names(self, words: Sequence[Place], scores: NDArray[np.float32]) -> Iterator[Name]:
        labels = best_names(scores, self._labels["name"], self._transitions)
        first = 0
        while first < len(labels):
            last = first + 1
            if labels[first] != "O":
                while last < len(labels) and labels[last] == f"I-{labels[first][2:]}":
                    last += 1
                yield Name(
                    first=first, last=last, start=words[first][0], end=words[last - 1][1], kind=labels[first][2:]
                )
            first = last

    def _predicates(self, sentence: Sentence, scores: dict[str, NDArray[Any]]) -> Iterator[Predicate]:
        for at in np.flatnonzero(scores["predicate"] >= PREDICATE):
            arguments = np.flatnonzero(scores["role"][at])
            yield Predicate(
                token=int(at),
                happened=round(float(scores["fact"][at]), 4),
                roles=tuple(self._role(sentence, int(at), int(head), scores["role"][at, head]) for head in arguments),
            )

    def _role(self, sentence: Sentence, predicate: int, head: int, label: int) -> Role:
        first, last = sentence.reach(head)
        if first <= predicate < last:  # the argument governs its predicate: keep the part on its own side
            first, last = (first, predicate) if head < predicate else (predicate + 1, last)
        return Role(label=self._labels["role"][int(label)], head=head, first=first, last=last)


def _below(relation: str) -> str:
    """A second root that the tree's repair put below the first is a clause beside it."""
    return "parataxis" if relation == "root" else relation


def windows(text: str, words: Sequence[Place]) -> Iterator[Sequence[Place]]:
    """Cut a sentence that is too long after a semicolon or comma in the window's second half, or else where it is full."""
    while len(words) > LONGEST:
        halves = range(LONGEST - 1, LONGEST // 2, -1)
        last = next((at for mark in ";,:" for at in halves if text[slice(*words[at])] == mark), LONGEST - 1)
        yield words[: last + 1]
        words = words[last + 1 :]
    yield words


def _lemma_table(text: str) -> dict[tuple[str, str], str]:
    cells = (line.split("\t") for line in text.splitlines())
    return {(form, tag): lemma for form, tag, lemma in cells}


def _read_json(file: Traversable) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ReaderError(f"the reader's file {file.name} is missing; install the package again") from error
    return found


@cache
def load(threads: int = 1) -> TrainedReader:
    """Load the reader that ships with Detente; raises ReaderError where its files are missing or altered."""
    return TrainedReader(files("detente.language") / "weights", threads=threads)
