"""People named in a document, each under the id of the fullest form of the name."""

import re

from detente.language import Parsed, Sentence
from detente.lexicon.outlets import find_outlet
from detente.understand.stretches import bare

HONORIFICS = frozenset(
    "Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Sir Lord President Prime Minister Foreign General Gen. Sen. Rep.".split()
)
Person = tuple[Sentence, int, int, str]


def slug(name: str) -> str:
    """Return the stable id of a name: "Steve Witkoff" → steve-witkoff."""
    return re.sub(r"[\W_]+", "-", name.lower()).strip("-")


def people_in(parsed: Parsed, taken: set[tuple[int, int]]) -> list[Person]:
    """Every person's name, under the id of its fullest form in the document."""
    raw: list[tuple[Sentence, int, int, str]] = []
    for sentence in parsed.sentences:
        for name in sentence.names:
            first, last = name.first, name.last
            while first < last - 1 and sentence.tokens[first].text in HONORIFICS:
                first += 1
            text = bare(sentence, first, last).removesuffix("'s").removesuffix("’s")
            if (
                name.kind == "PER"
                and (sentence.index, first) not in taken
                and not find_outlet(text)
                and text[:1].isupper()
            ):
                raw.append((sentence, first, last, text))
    full = [text for *_, text in raw if " " in text]
    return [(sentence, first, last, slug(_fullest(text, full))) for sentence, first, last, text in raw]


def _fullest(text: str, full: list[str]) -> str:
    """The one full name that a surname belongs to; itself where there is none, or more than one."""
    if " " in text:
        return text
    fits = list(dict.fromkeys(name for name in full if name.split()[-1] == text or name.split()[0] == text))
    return fits[0] if len(fits) == 1 else text
