"""Teach which lines of a dump are its article's: `python -m training.lines --out src/detente/language/weights/lines.npz`.

Learns gradient-boosted trees (LightGBM, needed here alone) on made-up pages of `training.dumps`, filled with the project's
own articles and with GUM's documents of free genres; the prose of the pages in `tests/read/makers` is left out, since they
are the test. `--held-out` first learns from one half of the templates and scores the other: what it prints last is JSON.
"""

import argparse
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from tests.read.made_pages import ARTICLES, USED, articles_in, words_f1

from detente.read.line_roles import LEAST, Trees
from detente.read.line_traits import NAMES, Traits, traits_of
from detente.read.pieces import pieces_of
from training.chains import documents
from training.dumps import Article, Dump, dumps, roles_of

POINTS = 10_000  # points of a tree's leaf that are one unit of log-odds
SETTINGS = {
    "objective": "binary", "num_leaves": 31, "max_depth": 8, "learning_rate": 0.05, "min_data_in_leaf": 150, "lambda_l2": 5.0,
    "feature_fraction": 0.3, "bagging_fraction": 0.8, "bagging_freq": 1, "deterministic": True, "num_threads": 1, "verbose": -1,
}  # fmt: skip


def own_articles() -> Iterator[Article]:
    """The project's own articles, without those of the test pages."""
    folders = (ARTICLES, ARTICLES.parent / "offtopic", ARTICLES.parent / "wire")
    pages = [one for folder in folders for one in sorted(folder.iterdir()) if one.suffix in {".html", ".txt"}]
    for _, rows in articles_in([one for one in pages if one.stem not in USED]):
        yield from _article(rows)


def gum_articles(data: Path) -> Iterator[Article]:
    """GUM's training documents."""
    for document in documents(data, "train"):
        yield from _article([" ".join(document.text[start:end].split()) for start, end in document.paragraphs])


def _article(rows: Sequence[str]) -> Iterator[Article]:
    """An article of the rows that are paragraphs, under a headline of its first words."""
    paragraphs = tuple(row for row in rows if len(row) >= 60 and row.rstrip('"”').endswith("."))
    if len(paragraphs) >= 2:
        words = paragraphs[0].split(" - ")[-1].split(" -- ")[-1].split()
        yield Article(" ".join(words[: 6 + len(paragraphs[0]) % 6]).rstrip(",.;"), paragraphs)


def table(pages: Iterable[Dump]) -> tuple[Traits, np.ndarray]:
    """Traits of all lines whose role is known, and whether they are the article's."""
    rows, own = [], []
    for page in pages:
        if pieces := pieces_of(page.text):
            roles = roles_of([piece.of(page.text) for piece in pieces], page.blocks)
            known = [number for number, role in enumerate(roles) if role != "either"]
            rows.append(traits_of(page.text, pieces)[known])
            own += [roles[number] == "body" for number in known]
    return np.vstack(rows), np.array(own)


def learn(traits: Traits, own: np.ndarray, rounds: int, seed: int) -> dict[str, np.ndarray]:
    """Learn trees and return them as arrays, a row a tree."""
    import lightgbm

    data = lightgbm.Dataset(traits, own, params={"num_threads": 1, "verbose": -1})
    model = lightgbm.train({**SETTINGS, "seed": seed}, data, rounds)
    nodes = [_nodes(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]
    most = max(map(len, nodes))
    kinds = {"trait": np.uint8, "threshold": np.float64, "low": np.uint8, "high": np.uint8, "points": np.int32}
    arrays = {name: np.zeros((len(nodes), most), kind) for name, kind in kinds.items()}
    for tree, rows in enumerate(nodes):
        for number, row in enumerate(rows):
            for name, value in zip(kinds, row, strict=True):
                arrays[name][tree, number] = value
    return {**arrays, "steps": np.array(SETTINGS["max_depth"]), "names": np.array(NAMES)}


def _nodes(root: dict[str, Any]) -> list[tuple[int, float, int, int, int]]:
    """A tree's nodes in a row, the root first: trait, threshold, where to go when at most it and when above, points."""
    rows: list[Any] = []

    def visit(node: dict[str, Any]) -> int:
        here = len(rows)
        if "leaf_value" in node:
            rows.append((0, 0.0, here, here, round(node["leaf_value"] * POINTS)))
        else:
            rows.append(None)
            low, high = visit(node["left_child"]), visit(node["right_child"])
            rows[here] = (node["split_feature"], node["threshold"], low, high, 0)
        return here

    visit(root)
    return rows


def score(arrays: dict[str, np.ndarray], pages: Iterable[Dump]) -> float:
    """The mean F1 over words of the lines that trees take for the article's."""
    values = {name: array for name, array in arrays.items() if name not in {"names", "steps"}}
    trees = Trees(steps=int(arrays["steps"]), **values)
    found = []
    for page in pages:
        pieces = pieces_of(page.text)
        lines = [piece.of(page.text) for piece in pieces]
        roles = roles_of(lines, page.blocks)
        points = trees.scores(traits_of(page.text, pieces))
        told = [line for line, role, one in zip(lines, roles, points, strict=True) if one > LEAST and role != "either"]
        found.append(
            words_f1(
                "\n".join(told), "\n".join(line for line, role in zip(lines, roles, strict=True) if role == "body")
            )
        )
    return float(np.mean(found))


def held_out(own: list[Article], others: list[Article], templates: int, rounds: int, seed: int) -> float:
    """Learn from the templates of one half, score those of the other half, filled with articles not learnt from."""
    random.Random(seed).shuffle(own)
    learnt = table(dumps(range(0, templates, 2), own[20:] + others))
    return score(learn(*learnt, rounds, seed), list(dumps(range(1, templates // 10, 2), own[:20], 2)))


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/training"))
    parser.add_argument("--out", type=Path, default=Path("src/detente/language/weights/lines.npz"))
    parser.add_argument("--templates", type=int, default=2400)
    parser.add_argument("--rounds", type=int, default=400)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--held-out", action="store_true", help="score templates that were not learnt from, too")
    options = parser.parse_args()
    own, others = list(own_articles()), list(gum_articles(options.data))
    figures = {}
    if options.held_out:
        figures["lines.held_out_f1"] = round(held_out(own, others, options.templates, options.rounds, options.seed), 4)
    arrays = learn(*table(dumps(range(options.templates), own + others)), options.rounds, options.seed)
    np.savez_compressed(options.out, **arrays)
    print(json.dumps({"trainer": "lines", "file_kb": options.out.stat().st_size // 1000, "figures": figures}))


if __name__ == "__main__":
    main()
