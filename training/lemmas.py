"""Learn the table of lemmas from the treebanks' training sentences: only what the suffix rules get wrong.

`irregular_verbs.txt` adds forms that the treebanks show too seldom ("swore", "overthrew").

python -m training.lemmas --data ../shared/training --out src/detente/language/weights
"""

import argparse
from collections import Counter, defaultdict
from pathlib import Path

from detente.language.lemmas import by_rule, lemma_of
from training.samples import rows

FIXED = {"PROPN", "X", "NUM", "SYM", "PUNCT"}
IRREGULAR = Path(__file__).parent / "irregular_verbs.txt"


def learn(samples: list[dict], words: set[str]) -> dict[tuple[str, str], str]:
    """Return the commonest lemma of each form and tag where the rules give another."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sample in samples:
        for form, lemma, upos, xpos in zip(sample["tok"], sample["lemma"], sample["upos"], sample["xpos"], strict=True):
            key = (form, upos) if upos in FIXED else (form.lower().replace("’", "'"), xpos)
            seen[key][lemma] += 1
    table = {}
    for (form, tag), lemmas in sorted(seen.items()):
        lemma = lemmas.most_common(1)[0][0]
        if lemma != (form if tag in FIXED else by_rule(form, tag, words)):
            table[form, tag] = lemma
    return table


def irregular() -> dict[tuple[str, str], str]:
    """Return the lemma of each past and participle of the irregular verbs.

    >>> irregular()["swore", "VBD"], irregular()["sworn", "VBN"]
    ('swear', 'swear')
    """
    lines = [line.split() for line in IRREGULAR.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {key: verb for verb, past, participle in lines for key in ((past, "VBD"), (participle, "VBN"))}


def accuracy(samples: list[dict], table: dict[tuple[str, str], str], words: set[str]) -> float:
    """The share of tokens whose lemma is right, gold tags given, case aside."""
    pairs = [
        (lemma_of(form, upos, xpos, table, words).lower(), lemma.lower())
        for sample in samples
        for form, lemma, upos, xpos in zip(sample["tok"], sample["lemma"], sample["upos"], sample["xpos"], strict=True)
    ]
    return sum(a == b for a, b in pairs) / len(pairs)


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/training"))
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    words = set((options.out / "vocabulary.txt").read_text(encoding="utf-8").splitlines())
    table = dict(sorted((learn(rows(options.data, "syntax_names.train"), words) | irregular()).items()))
    lines = [f"{form}\t{tag}\t{lemma}" for (form, tag), lemma in table.items()]
    (options.out / "lemmas.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(len(table), "forms; test accuracy", round(accuracy(rows(options.data, "syntax_names.test"), table, words), 4))


if __name__ == "__main__":
    main()
