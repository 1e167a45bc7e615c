"""Cutting text into words and sentences, with exact offsets.

Words follow the English treebanks: "don't" is do + n't, hyphens and slashes stand alone, abbreviations keep their dot.
"""

import re

# Dotted abbreviations, by how far they can end a sentence. The lists are what English news uses; they were not learnt.
BEFORE_NAMES = frozenset(  # never: a name follows
    "mr mrs ms dr drs messrs prof gen col lt capt maj sgt cpl pvt adm brig cmdr cdr gov govs sen sens rep reps st ste hon "
    "rev fr pres amb supt insp vs v mt ft asst atty".split()
)
BEFORE_NUMBERS = frozenset(
    "no nos vol vols fig figs art sec p pp para".split()
)  # are abbreviations only before a digit
MAY_END = frozenset(  # only before a word that opens sentences
    "jr sr inc ltd co corp llc bros etc dept est approx al ca cf jan feb mar apr jun jul aug sep sept oct nov dec mon tue "
    "tues wed thu thur thurs fri sat sun ala ariz ark calif colo conn del fla ga ill ind kan ky la md mich minn miss mo "
    "mont neb nev okla ore pa tenn tex va vt wash wis wyo mass".split()
)
SMALL = frozenset("vs etc approx al ca cf est inc ft pp no nos vol fig".split())  # are so in small letters too
# Prefixes that the treebanks leave on their word: "pro-Russian", "co-chairs". Not mid, though they leave it too: a time
# expression begins there.
PREFIXES = "anti|co|counter|cross|e|ex|inter|intra|mini|multi|non|over|post|pre|pro|quasi|re|semi|socio|sub|trans|ultra"
DOMAINS = "com|org|net|gov|edu|mil|info|int|eu|uk|ru|ua|il|ps"
WORD = re.compile(
    rf"""
    (?:https?://|www\.)[^\s<>"”]*[^\s<>"”.,;:!?)\]]      # addresses
  | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                          # mail
  | [^\W_][\w-]*(?:\.[\w-]+)*\.(?-i:{DOMAINS})\b(?:/[^\s<>"”]*[^\s<>"”.,;:!?)\]])?  # example.com
  | @\w+ | \#[^\W\d_]\w*
  | (?:[A-Za-z]\.){{2,}} | Ph\.D\.                         # U.S., a.m., D.R.C.
  | \d{{3}}-\d{{3,4}}(?:-\d{{4}})?\b(?!-) | \d+(?:/\d+)+\b   # 202-456-1111, 9/11
  | [$€£]|\d+(?:[.,:]\d+)*(?=(?:st|nd|rd|th|s|am|pm|km|m|bn|k|[A-Z]{{2,4}})?\b)(?:st|nd|rd|th|s)?
  | can(?=not\b) | gon(?=na\b) | wan(?=na\b) | got(?=ta\b)
  | [^\W\d_]+(?=n['’]t\b) | n['’]t\b                      # do + n't
  | ['’](?:s|S|re|ve|ll|d|m|RE|VE|LL|D|M)\b | ['’]\d\d(?:s\b|\b)  # Trump's, the '90s
  | (?:O|D|L|Al|al|d|l)['’][^\W\d_]+                      # O'Brien
  | (?-i:[A-HJ-WYZ]\.|(?<![Oo]n\s)X\.)(?=\s+[^\W\d_])   # initials, but not "wrote on X."
  | (?:{PREFIXES})[-‑][^\W_]{{2,}} | [^\W\d_]+(?:&[^\W\d_]+)+  # pro-Russian, AT&T
  | [^\W_]+(?:[^\W_]|(?<=\w)['’](?!(?:s|re|ve|ll|d|m|t)\b)(?=[^\W\d_]{{2}}))*
  | \.{{2,}} | … | --+ | [-–—] | [!?]{{2,}} | ([*=~<>\#_'’`])\1+
  | \S
    """,
    re.VERBOSE | re.IGNORECASE,
)
ENDING = frozenset(".!?…")
CLOSING = frozenset("\"”’')]»")
OPENING = frozenset("\"“‘'([«")
BRACKETS = frozenset("([")  # behind an abbreviation these go on with the sentence: "6 p.m. (GMT)"
BULLETS = frozenset("•▪‣◦●■*-–—")
SAYING = frozenset("said says asked asks added told wrote replied demanded exclaimed".split())


def words_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the half-open places of the words of a stretch, in order, without overlap.

    >>> [("U.S. envoys don't agree."[a:b]) for a, b in words_in("U.S. envoys don't agree.", 0, 24)]
    ['U.S.', 'envoys', 'do', "n't", 'agree', '.']
    """
    found: list[tuple[int, int]] = []
    for match in WORD.finditer(text, start, end):
        first, last = match.span()
        if last < end and text[last] == "." and _keeps_dot(text[first:last], text[last + 1 : end][:2]):
            last += 1
        if found and first < found[-1][1]:
            first = found[-1][1]
        if first < last:
            found.append((first, last))
    return found


def _keeps_dot(word: str, following: str) -> bool:
    """Tell whether the dot after a word is part of it: "Gen.", "Inc.", and "No." before a number."""
    low, after = word.lower(), following.strip()[:1]
    if not (word[:1].isupper() or low in SMALL) or (low == "etc" and (not after or after.isupper())):
        return False
    return low in BEFORE_NAMES or low in MAY_END or (low in BEFORE_NUMBERS and after.isdigit())


def sentences_in(text: str, words: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Group a paragraph's words into sentences.

    >>> text = "Gen. Caine met J. D. Vance in the U.S. Talks followed."
    >>> [text[s[0][0] : s[-1][1]] for s in sentences_in(text, words_in(text, 0, len(text)))]
    ['Gen. Caine met J. D. Vance in the U.S.', 'Talks followed.']
    """
    sentences: list[list[tuple[int, int]]] = []
    current: list[tuple[int, int]] = []
    for number, (start, end) in enumerate(words):
        current.append((start, end))
        if _ends_here(text, words, number, len(current)):
            sentences.append(current)
            current = []
    if current:
        sentences.append(current)
    return sentences


def _ends_here(text: str, words: list[tuple[int, int]], number: int, length: int) -> bool:
    """Tell whether a sentence of so many words ends after this one."""
    if number + 1 == len(words):
        return True
    word, following = text[slice(*words[number])], text[slice(*words[number + 1])]
    before = text[slice(*words[number - 1])] if length > 1 else ""
    gap = text[words[number][1] : words[number + 1][0]]
    if "\n\n" in gap or ("\n" in gap and _opens_item(text, words, number + 1)):
        return True
    if _note_follows(text, words, number):
        return False
    if before and before[-1] in ENDING and word in CLOSING:
        return bool(gap) and _may_begin(following) and not (before[-1] in "?!" and _is_told(text, words, number + 1))
    if length > 3 and word == "]" and before.isdigit() and text[words[number - 3][1] - 1] in ENDING:
        return True
    if word[-1] not in ENDING or following in CLOSING - OPENING or (following in CLOSING and not gap):
        return False
    if not gap:
        return _glued(before, word, following)
    if not _may_begin(_first_letter(text, words, number + 1)) or (length == 2 and word == "." and _numbers(before)):
        return False
    return word[-1] != "." or len(word) == 1 or set(word) <= {"."} or _abbreviation_ends(word, following)


def _opens_item(text: str, words: list[tuple[int, int]], number: int) -> bool:
    """A line that begins with a bullet, or with a number and its dot, is an item of a list."""
    word = text[slice(*words[number])]
    return word in BULLETS or (_numbers(word) and text[words[number][1] : words[number][1] + 1] in {".", ")"})


def _numbers(word: str) -> bool:
    return word.isdigit() and len(word) < 3


def _note_follows(text: str, words: list[tuple[int, int]], number: int) -> bool:
    """A note's number in square brackets belongs to the sentence before it."""
    after = [text[slice(*place)] for place in words[number + 1 : number + 4]]
    return len(after) == 3 and after[0] == "[" and after[1].isdigit() and after[2] == "]"


def _is_told(text: str, words: list[tuple[int, int]], number: int) -> bool:
    """After "Is it over?" a name with a verb of saying goes on with the sentence."""
    after = [text[slice(*place)] for place in words[number : number + 6]]
    told = next((at for at, word in enumerate(after) if word in SAYING), None)
    return told is not None and not any(word[-1] in ",;:?!" or word == "." for word in after[:told])


def _glued(before: str, word: str, following: str) -> bool:
    """A full stop without a space after it ends a sentence between a small word and a capitalised one."""
    small = before.islower() and before.isalpha() and len(before) > 1
    return word == "." and (small or before in CLOSING) and following.istitle() and len(following) > 1


def _first_letter(text: str, words: list[tuple[int, int]], number: int) -> str:
    word = text[slice(*words[number])]
    if word in OPENING and number + 1 < len(words):
        return text[slice(*words[number + 1])]
    return word


def _may_begin(word: str) -> bool:
    return word[:1].isupper() or word[:1].isdigit() or word[:1] in OPENING or word in BULLETS


# Words that, capitalised after "U.S." or "p.m.", open a sentence and do not go on a name.
OPENERS = frozenset(
    "The A An In On At And But He She They It We I That This These Those There As For After Before However Meanwhile "
    "His Her Their Its Officials Both No Earlier Later According Last Since While When If Talks Asked Under By With "
    "So What Who Why How Where You Our My Some Many Most All Other Others Now Then Instead Although Though Because Such "
    "One Two Three Also Still Yet Not Nor Or To From Of Once Until Here Each Every Even Just Only Moreover Rather".split()
)


def _abbreviation_ends(word: str, following: str) -> bool:
    """A dotted abbreviation ends a sentence only before a word that opens sentences; a title never does."""
    return word[:-1].lower() not in BEFORE_NAMES and (following in OPENERS or following in OPENING - BRACKETS)
