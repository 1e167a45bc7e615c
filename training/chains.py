"""Documents of GUM with who and what their words refer to: tokens, sentences, paragraphs and chains of mentions."""

import gzip
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import msgspec

OPENING_OR_CLOSING = re.compile(r"\((\d+)-([^()]*)(\)?)|(\d+)\)")
Stretch = tuple[int, int, int]  # sentence, first token, last token (half-open)


class GoldDocument(msgspec.Struct, frozen=True, kw_only=True):
    """One document: its text, the places of its tokens by sentence, where its paragraphs begin, and its chains."""

    name: str
    text: str
    sentences: tuple[tuple[tuple[int, int], ...], ...]
    paragraphs: tuple[tuple[int, int], ...]
    chains: tuple[tuple[Stretch, ...], ...]
    kinds: dict[Stretch, str]

    @property
    def genre(self) -> str:
        """The genre that the document's name tells."""
        return self.name.split("_")[1]


def documents(folder: Path, split: str) -> Iterator[GoldDocument]:
    """Yield the documents of a split of gum_entities."""
    with gzip.open(folder / f"gum_entities.{split}.conllu.gz", "rt", encoding="utf-8") as lines:
        content = lines.read()
    for part in content.split("# newdoc id = ")[1:]:
        yield _document(part)


def _document(part: str) -> GoldDocument:
    text, sentences, starts = "", [], []
    open_: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    chains: dict[str, list[Stretch]] = defaultdict(list)
    kinds: dict[Stretch, str] = {}
    for block in part.split("\n\n"):
        rows = [cells for line in block.split("\n") if (cells := line.split("\t"))[0].isdigit()]
        if not rows:
            continue
        if "\n# newpar\n" in f"\n{block}\n" or not starts:
            text = f"{text.rstrip()}\n\n" if text else ""
            starts.append(len(text))
        places = []
        for at, cells in enumerate(rows):
            places.append((len(text), len(text) + len(cells[1])))
            text += cells[1] + ("" if "SpaceAfter=No" in cells[9] else " ")
            for key, fields, at_once, closed in _marks(cells[9]):
                if key:
                    open_[key].append((len(sentences), at, fields))
                if at_once or closed:
                    sentence, first, told = open_[key or closed].pop()
                    stretch = (sentence, first, at + 1)
                    chains[key or closed].append(stretch)
                    kinds[stretch] = told
        sentences.append(tuple(places))
    ends = [*starts[1:], len(text)]
    return GoldDocument(
        name=part.split("\n", 1)[0].strip(),
        text=text,
        sentences=tuple(sentences),
        paragraphs=tuple(zip(starts, ends, strict=True)),
        chains=tuple(tuple(sorted(set(chain))) for chain in chains.values() if len(set(chain)) > 1),
        kinds=kinds,
    )


def _marks(misc: str) -> list[tuple[str, str, str, str]]:
    told = next((field[7:] for field in misc.split("|") if field.startswith("Entity=")), "")
    return OPENING_OR_CLOSING.findall(told)
