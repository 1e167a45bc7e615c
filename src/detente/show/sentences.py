"""The sentence around a span: what is quoted to a reader. Found by punctuation, since no reader runs while pages are shown."""

import re

# The end of a sentence: its mark and what closes it, before white space and what may begin the next one.
END = re.compile(r"[.!?…][\"”’')\]]*(?=\s+[\"“‘'(\[]?[A-Z0-9])")
# What ends in a full stop without ending a sentence: titles, initials, months, U.S. and the like.
ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Sen|Rep|Gov|Rev|Hon|St|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)"
    r"|\b[A-Z]|\b(?:[A-Za-z]\.)+[A-Za-z])\.$"
)
LONGEST = 420  # characters of a quoted sentence; what is longer is cut around the words it is quoted for


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence or sentences stand that hold a stretch of a text, within its paragraph.

    >>> text = "They talked. Gen. Dagalo met the U.S. envoy in Doha on Monday. It rained."
    >>> sentence_around(text, text.index("Doha"), text.index("Doha") + 4)
    (13, 62)
    """
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    for mark in END.finditer(text, first, last):
        if ABBREVIATED.search(text, first, mark.start() + 1):
            continue
        if mark.end() <= start:
            first = mark.end()
        elif mark.end() >= end:
            last = mark.end()
            break
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return _cut(first, last, start, end)


def _cut(first: int, last: int, start: int, end: int) -> tuple[int, int]:
    if last - first <= LONGEST:
        return first, last
    spare = max(0, LONGEST - (end - start)) // 2
    return max(first, start - spare), min(last, max(end + spare, min(first + LONGEST, end)))
