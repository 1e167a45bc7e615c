"""Copies found among made-up pages: `python -m benchmarks.copies [--pages 600]`; the last line is JSON.

Texts are documents of the training data's open corpora, joined as news pages with quotations. From a third of them come
a reprint, a cut to half, an edit of every tenth word, and a rewrite that keeps the quotations and a quarter of the other
sentences. Other pages share one long quotation and nothing else. Pairs of one origin are wanted; rewrites are a class of
their own. The peer is MinHash LSH (datasketch) over the same 6-grams, at the threshold that serves it best.
"""

import argparse
import hashlib
import json
import random
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from training.samples import sentences

from detente.model import Document, Region
from detente.reconcile import Fingerprint, derivation, fingerprint_of
from detente.reconcile.fingerprints import WORD

FILLER = "however instead today also again several many recent early later official local former senior key".split()
FEWEST = 12  # sentences of a document


def texts(folder: Path, count: int) -> list[list[str]]:
    """Return so many documents, each a list of sentences of at least six words."""
    documents: dict[str, list[str]] = {}
    for sample in sentences(folder, "train"):
        words = "".join(
            word + " " * bool(space) for word, space in zip(sample["tok"], sample["sp"], strict=True)
        ).strip()
        if len(words.split()) >= 6:
            documents.setdefault(sample["doc"], []).append(words.replace('"', "'"))
    return [rows[:40] for rows in documents.values() if len(rows) >= FEWEST][:count]


def page(name: str, said: list[str]) -> Document:
    """Return sentences as a page."""
    text = "\n\n".join(said)
    return Document(
        id=name,
        version=name,
        text=text,
        published="2025-12-01",
        regions=(Region(start=0, end=len(text), label="body"),),
    )


def made(documents: list[list[str]], draw: random.Random) -> Iterator[tuple[str, str, Document]]:
    """Yield (origin, kind, page) of every page: all documents, and what was made of a third of them."""
    spare = len(documents) // 5  # their sentences fill rewrites and stand on no page of their own
    pool = [row for rows in documents[:spare] for row in rows]
    draw.shuffle(pool)
    documents = documents[spare:]
    statement = f'"{" ".join(documents[0][:3])}"'
    for number, rows in enumerate(documents):
        said = [f'"{row}" he said.' if place % 4 == 1 else row for place, row in enumerate(rows)]
        if number % 7 == 3:
            said.insert(2, statement)
        origin = f"d{number}"
        yield origin, "origin", page(f"{origin}-0", said)
        if number % 3 == 0:
            yield origin, "copy", page(f"{origin}-1", ["By our own staff", *said, "All rights reserved."])
            start = draw.randrange(len(said) // 2)
            yield origin, "copy", page(f"{origin}-2", said[start : start + len(said) // 2])
            yield origin, "copy", page(f"{origin}-3", [edited(row, draw) for row in said])
            yield (
                origin,
                "rewrite",
                page(f"{origin}-4", rewritten(said, pool, draw)),
            )


def edited(row: str, draw: random.Random) -> str:
    """Exchange every tenth word, on average."""
    return " ".join(draw.choice(FILLER) if draw.random() < 0.1 else word for word in row.split())


def rewritten(said: list[str], pool: list[str], draw: random.Random) -> list[str]:
    """Keep the quotations and a quarter of the other sentences; put sentences of the pool in the place of the rest."""
    plain = [place for place, row in enumerate(said) if not row.startswith('"')]
    kept = set(draw.sample(plain, round(len(plain) / 4)))
    return [row if row.startswith('"') or place in kept else pool.pop() for place, row in enumerate(said)]


def found(prints: list[Fingerprint]) -> dict[tuple[str, str], str]:
    """Return the kind of derivation of every pair that the index brings together."""
    pairs = {}
    for one, other in combinations(prints, 2):
        derived = derivation(one, other)
        if derived is not None:
            pairs[one.document, other.document] = derived.kind
    return pairs


def peer(pages: list[Document], threshold: float) -> set[tuple[str, str]]:
    """Return the pairs that MinHash LSH finds."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=threshold, num_perm=128)
    pairs = set()
    for one in pages:
        words = WORD.findall(one.text.lower())
        sketch = MinHash(num_perm=128)
        for place in range(len(words) - 5):
            sketch.update(" ".join(words[place : place + 6]).encode())
        pairs |= {(other, one.id) for other in index.query(sketch)}
        index.insert(one.id, sketch)
    return pairs


def rates(
    pairs: set[tuple[str, str]], wanted: set[tuple[str, str]], allowed: set[tuple[str, str]]
) -> tuple[float, float]:
    """Return recall and precision; pairs that are allowed count neither way."""
    right = len(pairs & wanted)
    wrong = len(pairs - wanted - allowed)
    return round(right / max(1, len(wanted)), 4), round(right / max(1, right + wrong), 4)


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=600, help="how many documents to start from")
    parser.add_argument("--data", type=Path, default=Path("../shared/training"))
    options = parser.parse_args()
    rows = list(made(texts(options.data, options.pages), random.Random(0)))
    kinds = {document.id: kind for _, kind, document in rows}
    origins = {document.id: origin for origin, _, document in rows}
    same = {(a, b) for a, b in combinations(kinds, 2) if origins[a] == origins[b]}
    wanted = {pair for pair in same if "rewrite" not in {kinds[pair[0]], kinds[pair[1]]}}
    rewrites = {(a, b) for a, b in same if {kinds[a], kinds[b]} == {"origin", "rewrite"}}
    pairs = found([fingerprint_of(document) for _, _, document in rows])
    copies = {pair for pair, kind in pairs.items() if kind in {"copy", "mirror"}}
    recall, precision = rates(copies, wanted, same)
    derived = {pair for pair, kind in pairs.items() if kind in {"copy", "mirror", "partly derived"}}
    print(f"{len(rows)} pages, {len(wanted)} pairs of copies, {len(rewrites)} rewrites")
    peers = {}
    for threshold in (0.2, 0.3, 0.5):
        peer_pairs = peer([document for _, _, document in rows], threshold)
        peers[f"minhash {threshold}"] = dict(
            zip(("pair_recall", "pair_precision"), rates(peer_pairs, wanted, same), strict=True)
        )
        peers[f"minhash {threshold}"]["rewrite_recall"] = round(len(peer_pairs & rewrites) / max(1, len(rewrites)), 4)
    figures = {
        "pair_recall": recall, "pair_precision": precision,
        "rewrite_recall": round(len(derived & rewrites) / max(1, len(rewrites)), 4),
        "derived_precision": rates(derived, same, set())[1],
    }  # fmt: skip
    data = {
        "syntax_names.train": hashlib.sha256((options.data / "syntax_names.train.jsonl.gz").read_bytes()).hexdigest()
    }
    print(json.dumps({"benchmark": "copies", "figures": figures, "peers": peers, "data": data}))


if __name__ == "__main__":
    main()
