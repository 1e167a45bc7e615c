"""What a reader says of a text against what its annotators say, layer by layer.

Every answer is a set of items told by places in the text, so that the same count serves gold tokens and raw text: a word
is its start and end, an arc a word, its head and its label, a role a predicate, the head of the argument and its label.
On gold tokens the F1 of tags and arcs is their accuracy.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence

import msgspec
from training.samples import ROLES, Sample

from detente.language import Sentence

Place = tuple[int, int]
Items = set[Hashable]
FACT = 0.5  # the probability from which something counts as told as fact


class GoldText(msgspec.Struct, frozen=True, kw_only=True):
    """A document of annotated sentences joined into running text, one paragraph, with the places of their words."""

    text: str
    samples: tuple[Sample, ...]
    places: tuple[tuple[Place, ...], ...]


def texts_of(samples: Sequence[Sample]) -> Iterator[GoldText]:
    """Join the sentences of each document."""
    for document in dict.fromkeys(sample["doc"] for sample in samples):
        own = [sample for sample in samples if sample["doc"] == document]
        text, places = "", []
        for sample in own:
            text += " " * bool(text and not text.endswith(" "))
            row = []
            for word, space in zip(sample["tok"], sample["sp"], strict=True):
                row.append((len(text), len(text) + len(word)))
                text += word + " " * bool(space)
            places.append(tuple(row))
        yield GoldText(text=text, samples=tuple(own), places=tuple(places))


def gold_items(gold: GoldText) -> dict[str, Items]:
    """What the annotators say."""
    found: dict[str, Items] = {}
    for sample, places in zip(gold.samples, gold.places, strict=True):
        heads = [places[head - 1] if head else None for head in sample["head"]]
        spoken = [at for at in range(len(places)) if sample["upos"][at] != "PUNCT"]
        _add(found, "tokens", places)
        _add(found, "sentences", [places[-1]])
        _add(found, "marks", (places[at] for at in range(len(places)) if sample["upos"][at] == "PUNCT"))
        _add(found, "uas", ((places[at], heads[at]) for at in spoken))
        _add(found, "las", ((places[at], heads[at], sample["rel"][at]) for at in spoken))
        _add(found, "upos", zip(places, sample["upos"], strict=True))
        _add(found, "xpos", zip(places, sample["xpos"], strict=True))
        _add(found, "lemma", zip(places, map(str.lower, sample["lemma"]), strict=True))
        if sample.get("ner"):
            _add(found, "names", ((places[a][0], places[b - 1][1], kind) for a, b, kind in spans(sample["ner"])))
        if sample.get("preds") is not None:
            _add(found, "predicates", (places[at] for at in sample["preds"]))
            _add(found, "roles", ((places[p], places[head], ROLES[role]) for p, head, role in sample["args"]))
    return found


def found_items(sentences: Iterable[Sentence], gold: GoldText, marks: Items) -> dict[str, Items]:
    """What a reader says, of those sentences only that are annotated for a layer; `marks` are the gold ones."""
    named = _covered(gold, [bool(sample.get("ner")) for sample in gold.samples])
    marked = _covered(gold, [sample.get("preds") is not None for sample in gold.samples])
    found: dict[str, Items] = {}
    for sentence in sentences:
        places = [(token.start, token.end) for token in sentence.tokens]
        heads = [places[token.head] if token.head >= 0 else None for token in sentence.tokens]
        spoken = [at for at in range(len(places)) if places[at] not in marks]
        _add(found, "tokens", places)
        _add(found, "sentences", [places[-1]])
        _add(found, "uas", ((places[at], heads[at]) for at in spoken))
        _add(found, "las", ((places[at], heads[at], sentence.tokens[at].rel) for at in spoken))
        _add(found, "upos", zip(places, (token.upos for token in sentence.tokens), strict=True))
        _add(found, "xpos", zip(places, (token.xpos for token in sentence.tokens), strict=True))
        _add(found, "lemma", zip(places, (token.lemma.lower() for token in sentence.tokens), strict=True))
        _add(found, "names", ((n.start, n.end, n.kind) for n in sentence.names if n.start in named))
        told = [one for one in sentence.predicates if places[one.token][0] in marked]
        _add(found, "predicates", (places[one.token] for one in told))
        _add(found, "roles", ((places[one.token], places[r.head], r.label) for one in told for r in one.roles))
    return found


def _add(found: dict[str, Items], layer: str, items: Iterable[Hashable]) -> None:
    found.setdefault(layer, set()).update(items)


def _covered(gold: GoldText, annotated: Sequence[bool]) -> range | set[int]:
    """The places in the text that the annotated sentences cover."""
    if all(annotated):
        return range(len(gold.text))
    pairs = zip(gold.places, annotated, strict=True)
    return {at for places, kept in pairs if kept for at in range(places[0][0], places[-1][1])}


def scores(pairs: Sequence[tuple[GoldText, Sequence[Sentence]]], layers: Sequence[str]) -> dict[str, float]:
    """Return the F1 of each of the layers over documents, each with what a reader said of it."""
    counts: dict[str, Counter[str]] = {layer: Counter() for layer in layers}
    for gold, sentences in pairs:
        wanted = gold_items(gold)
        got = found_items(sentences, gold, wanted["marks"])
        for layer in layers:
            ours, theirs = got.get(layer, set()), wanted.get(layer, set())
            counts[layer].update(right=len(ours & theirs), found=len(ours), gold=len(theirs))
    return {layer: f1(count["right"], count["found"], count["gold"]) for layer, count in counts.items()}


def factuality(pairs: Sequence[tuple[GoldText, Sequence[Sentence]]]) -> dict[str, float]:
    """Return the accuracy of "it happened" over all annotated words, and how many those are.

    The first is what the layer says of each annotated word; in the second a word that the reader does not list among its
    predicates counts as not told as fact. A word that raw text cuts otherwise is wrong in both.
    """
    count = Counter[str]()
    for gold, sentences in pairs:
        layer = {(t.start, t.end): p for s in sentences for t, p in zip(s.tokens, s.happened, strict=False)}
        told = {
            (s.tokens[one.token].start, s.tokens[one.token].end): one.happened
            for s in sentences
            for one in s.predicates
        }
        words = {(token.start, token.end) for sentence in sentences for token in sentence.tokens}
        for sample, places in zip(gold.samples, gold.places, strict=True):
            for at, value in sample["facts"].items():
                place, happened = places[at], value > 0
                count["seen"] += 1
                count["right"] += place in words and (layer.get(place, told.get(place, 0.0)) > FACT) == happened
                count["told"] += place in words and (told.get(place, 0.0) > FACT) == happened
    return {
        "factuality_acc": round(count["right"] / count["seen"], 4),
        "factuality_told_acc": round(count["told"] / count["seen"], 4),
        "factuality_seen": count["seen"],
    }


def f1(right: int, found: int, gold: int) -> float:
    """Return the F1 of so many right of so many found and so many wanted."""
    return round(2 * right / max(1, found + gold), 4)


def spans(tags: Sequence[str]) -> set[tuple[int, int, str]]:
    """Return the stretches that BIO tags mark."""
    found, first = set(), 0
    while first < len(tags):
        last = first + 1
        if tags[first] != "O":
            while last < len(tags) and tags[last] == f"I-{tags[first][2:]}":
                last += 1
            found.add((first, last, tags[first][2:]))
        first = last
    return found
