"""Write the model card beside the weights: `python -m training.card --weights src/detente/language/weights --scores FILE`."""

import argparse
import hashlib
import json
from pathlib import Path

DATA = [
    {"name": "UD_English-EWT", "commit": "15d613d", "licence": "CC BY-SA 4.0"},
    {"name": "UNER_English-EWT", "commit": "8ed072d", "licence": "CC BY-SA 4.0"},
    {
        "name": "GUM (ten genres with free licences; entities and coreference too)",
        "commit": "72ce5ac",
        "licence": "CC BY 4.0, texts by genre",
    },
    {"name": "PropBank annotations of EWT", "commit": "4abade0", "licence": "CC BY-SA 4.0"},
    {"name": "Universal Decompositional Semantics 2.0 (factuality)", "licence": "CC BY-SA 4.0"},
    {"name": "wikigold", "licence": "CC BY 4.0"},
    {"name": "CrossNER politics", "licence": "MIT; Wikipedia text CC BY-SA"},
    {
        "name": "made-up page templates filled with the project's own articles (lines.npz; its other prose is GUM's)",
        "licence": "Apache-2.0",
    },
    {"name": "all-MiniLM-L6-v2 (encoder to start from)", "licence": "Apache-2.0"},
]


RECIPES = {
    "model.onnx": "python -m training.reader --steps 2600",
    "coreference.npz": "python -m training.coreference --epochs 12",
    "nouns.tsv": "python -m training.nouns",
    "lemmas.tsv": "python -m training.lemmas",
    "lines.npz": "python -m training.lines",
}


def digest(file: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--weights", type=Path, default=Path("src/detente/language/weights"))
    parser.add_argument(
        "--scores", type=Path, nargs="*", default=[], help="what benchmarks.reader or a trainer printed"
    )
    parser.add_argument("--version", default="2")
    options = parser.parse_args()
    scores = json.loads((options.weights / "card.json").read_text(encoding="utf-8"))["scores"]
    for file in options.scores:
        scores |= json.loads(file.read_text().splitlines()[-1])["figures"]
    card = {
        "name": "Detente's reader",
        "version": options.version,
        "sha256": digest(options.weights / "model.onnx"),
        "licence": "CC BY-SA 4.0 (weights), attribution to the data below",
        "data": DATA,
        "never_trained_on": ["UD_English-PUD"],
        "files": {
            name: {"command": command, "seed": 0, "sha256": digest(options.weights / name)}
            for name, command in RECIPES.items()
        },
        "scores": scores,
    }
    (options.weights / "card.json").write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
