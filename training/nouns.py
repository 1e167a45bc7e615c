"""What kinds of thing nouns mean, from GUM's entities: `python -m training.nouns --out src/detente/language/weights/nouns.tsv`.

A noun gets the kind (person, place, organization, event, object, abstract...) that most of its references in the training
documents have, if two documents or more have it; names get theirs from the reader.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from detente.language import Parsed, load
from detente.language.references import references_in
from training.chains import GoldDocument, documents


def kinds_of(pairs: Iterable[tuple[GoldDocument, Parsed]]) -> dict[str, str]:
    """Lemma → kind, over documents with what the reader made of them."""
    count: dict[str, Counter[str]] = defaultdict(Counter)
    held: dict[str, set[str]] = defaultdict(set)
    for document, parsed in pairs:
        for one in references_in(parsed):
            told = document.kinds.get((one.sentence, one.first, one.last))
            head = parsed.sentences[one.sentence].tokens[one.head]
            if told and head.upos == "NOUN":
                count[head.lemma.lower()][told.split("-")[0]] += 1
                held[head.lemma.lower()].add(document.name)
    return {lemma: most_common(kinds) for lemma, kinds in count.items() if len(held[lemma]) > 1}


def most_common(kinds: Counter[str]) -> str:
    """The most frequent kind, of equals the first by name."""
    return min(kinds, key=lambda kind: (-kinds[kind], kind))


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/training"))
    parser.add_argument("--out", type=Path, default=Path("src/detente/language/weights/nouns.tsv"))
    options = parser.parse_args()
    reader = load()
    pairs = (
        (one, Parsed(text=one.text, sentences=reader.parse_words(one.text, one.sentences), reader=reader.version))
        for one in documents(options.data, "train")
    )
    found = kinds_of(pairs)
    lines = (f"{lemma}\t{found[lemma]}\n" for lemma in sorted(found))
    options.out.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
