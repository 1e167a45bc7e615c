"""Cutting text into words and sentences, with exact offsets.

Words follow the English treebanks: "don't" is do + n't, hyphens and slashes stand alone, abbreviations keep their dot.
"""

import re

# Dotted abbreviations that do not end a sentence by themselves.
TITLES = frozenset(
    "mr mrs ms dr prof gen col lt capt maj sgt adm brig cmdr gov sen rep st jr sr hon rev fr pres vs etc no nos vol fig "
    "inc ltd co corp dept est jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun approx".split()
)
WORD = re.compile(
    r"""
    (?:https?://|www\.)[^\s<>"”]*[^\s<>"”.,;:!?)\]]      # addresses
  | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                          # mail
  | @\w+ | \#\w+
  | (?:[A-Za-z]\.){2,}                                    # U.S., a.m., D.R.C.
  | [$€£]|\d+(?:[.,:]\d+)*(?=(?:st|nd|rd|th|s|am|pm|km|m|bn|k|[A-Z]{2,4})?\b)(?:st|nd|rd|th|s)?
  | [^\W\d_]+(?=n['’]t\b) | n['’]t\b                      # do + n't
  | ['’](?:s|S|re|ve|ll|d|m|RE|VE|LL|D|M)\b
  | (?:O|D|L|Al|al|d|l)['’][^\W\d_]+                      # O'Brien
  | [^\W\d_]\.(?=\s+[^\W\d_]|\s*$)(?<=[A-Z]\.)            # initials
  | [^\W_]+(?:[^\W_]|(?<=\w)['’](?!(?:s|re|ve|ll|d|m|t)\b)(?=[^\W\d_]{2}))*
  | \.{2,}|…|--+|[-–—]
  | \S
    """,
    re.VERBOSE | re.IGNORECASE,
)
ENDING = frozenset(".!?…")
CLOSING = frozenset("\"”’')]»")
OPENING = frozenset("\"“‘'([«")
BRACKETS = frozenset("([")  # behind an abbreviation these go on with the sentence: "6 p.m. (GMT)"


def words_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the half-open places of the words of a stretch, in order, without overlap.

    >>> [("U.S. envoys don't agree."[a:b]) for a, b in words_in("U.S. envoys don't agree.", 0, 24)]
    ['U.S.', 'envoys', 'do', "n't", 'agree', '.']
    """
    found: list[tuple[int, int]] = []
    for match in WORD.finditer(text, start, end):
        first, last = match.span()
        following = text[last : last + 1]
        if following == "." and text[first:last].lower() in TITLES and text[first:last][:1].isupper() and last < end:
            last += 1  # "Gen." keeps its dot
        if found and first < found[-1][1]:
            first = found[-1][1]
        if first < last:
            found.append((first, last))
    return found


def sentences_in(text: str, words: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Group a paragraph's words into sentences."""
    sentences: list[list[tuple[int, int]]] = []
    current: list[tuple[int, int]] = []
    for number, (start, end) in enumerate(words):
        current.append((start, end))
        if _ends_here(text, words, number):
            sentences.append(current)
            current = []
    if current:
        sentences.append(current)
    return sentences


def _ends_here(text: str, words: list[tuple[int, int]], number: int) -> bool:
    """Tell whether a sentence ends after this word."""
    if number + 1 == len(words):
        return True
    word = text[slice(*words[number])]
    following = text[slice(*words[number + 1])]
    gap = text[words[number][1] : words[number + 1][0]]
    if "\n\n" in gap:
        return True
    if word in CLOSING and number and text[words[number - 1][1] - 1] in ENDING:
        return bool(gap) and _may_begin(following)
    if word[-1] not in ENDING or following in CLOSING - OPENING or (following in CLOSING and not gap):
        return False
    if not gap or not _may_begin(_first_letter(text, words, number + 1)):
        return False
    return word[-1] != "." or len(word) == 1 or set(word) <= {"."} or _abbreviation_ends(word, following)


def _first_letter(text: str, words: list[tuple[int, int]], number: int) -> str:
    word = text[slice(*words[number])]
    if word in OPENING and number + 1 < len(words):
        return text[slice(*words[number + 1])]
    return word


def _may_begin(word: str) -> bool:
    return word[:1].isupper() or word[:1].isdigit() or word in OPENING or word[:1] in OPENING


# Words that, capitalised after "U.S." or "p.m.", open a sentence and do not go on a name.
OPENERS = frozenset(
    "The A An In On At But And He She They It We I That This These Those There As For After Before However Meanwhile "
    "His Her Their Its Officials Both No Earlier Later According Last Since While When If Talks Asked Under By With".split()
)


def _abbreviation_ends(word: str, following: str) -> bool:
    """A dotted abbreviation ends a sentence only before a word that opens sentences; an initial or title never does."""
    if word[:-1].lower() in TITLES or len(word) == 2:
        return False
    return following in OPENERS or following in OPENING - BRACKETS
