"""Stories: pages that are one report, found by how much of one text stands in another.

Containment of word 6-grams, hashed and sampled; quotations are left out, since pages that share only a statement are no
copies. The bound follows the design's figures (real copies .50 to 1.00, a shared statement .01 to .02); it was not
measured anew here.
"""

import re
import zlib
from collections import Counter
from collections.abc import Sequence

from detente.model import Claims, Story, fingerprint

COPY = 0.4
GRAM = 6
SAMPLE = 2  # one in so many hashes is kept
WORD = re.compile(r"[^\W_]+")
QUOTE = re.compile(r"[“\"][^“”\"]{1,600}[”\"]")


def shingles(claims: Claims) -> frozenset[int]:
    """Return the sampled 6-grams of a page's body outside quotation marks."""
    document = claims.document
    body = " ".join(document.text[region.start : region.end] for region in document.stretches("body"))
    words = WORD.findall(QUOTE.sub(" ", body).lower())
    grams = (zlib.crc32(" ".join(words[i : i + GRAM]).encode()) for i in range(len(words) - GRAM + 1))
    return frozenset(gram for gram in grams if gram % SAMPLE == 0)


def find_stories(pages: Sequence[Claims]) -> list[Story]:
    """Group pages into stories, the earliest page of each first; independent of the order of arrival."""
    ordered = sorted(pages, key=lambda claims: (claims.document.published or "9999", claims.document.id))
    prints = [shingles(claims) for claims in ordered]
    index: dict[int, list[int]] = {}
    story = list(range(len(ordered)))
    copies: list[tuple[int, int, float]] = []
    for number, grams in enumerate(prints):
        shared = Counter(other for gram in grams for other in index.get(gram, ()))
        best = [(count / max(1, min(len(grams), len(prints[other]))), -other) for other, count in shared.items()]
        ratio, other = max(best, default=(0.0, 0))
        if ratio >= COPY:
            story[number] = story[-other]
            copies.append((number, -other, round(ratio, 3)))
        for gram in grams:
            index.setdefault(gram, []).append(number)
    ids = [claims.document.id for claims in ordered]
    members: dict[int, list[int]] = {}
    for number, root in enumerate(story):
        members.setdefault(root, []).append(number)
    return [
        Story(
            id=fingerprint("story", ids[root])[:8],
            documents=tuple(ids[number] for number in numbers),
            copies=tuple((ids[a], ids[b], ratio) for a, b, ratio in copies if a in numbers),
        )
        for root, numbers in members.items()
    ]
