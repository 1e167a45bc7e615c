"""One name in its many spellings: "Zelensky", "Zelenskyy" and "Zelenskiy"; "Araghchi" and "Araqchi"; "Goïta" and "Goita"."""

import re
import unicodedata
from functools import lru_cache

# What transliteration writes now one way, now the other; in this order, over small letters without accents.
RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), into)
    for pattern, into in (
        (r"gh|q", "g"),
        (r"kh", "h"),
        (r"ph", "f"),
        (r"dj", "j"),
        (r"w", "v"),
        (r"x", "ks"),
        (r"tch|tsch", "ch"),
        (r"ou|oo", "u"),
        (r"ee", "i"),
        (r"ie|y|j(?=[aeiou])", "i"),
        (r"(?<=[aeiou])h$", ""),
        (r"(?<=i)e(?=v)", ""),
        (r"(.)\1+", r"\1"),
    )
)
VOWELS = re.compile(r"(?<=.)[aeiou]")
LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "ð": "d", "þ": "th"}


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """Return the key under which the spellings of one name fall together.

    >>> sound("Zelensky") == sound("Zelenskyy") == sound("Zelenskiy"), sound("Araghchi") == sound("Araqchi")
    (True, True)
    >>> sound("Lavrov") == sound("Lapid")
    False
    """
    plain = "".join(LETTERS.get(letter, letter) for letter in word.lower())
    plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    for pattern, into in RULES:
        plain = pattern.sub(into, plain)
    return plain


def skeleton(word: str) -> str:
    """Return the key of a given name: what is left of its sound without the vowels after the first letter.

    >>> skeleton("Mohammed") == skeleton("Mohamad") == skeleton("Muhammad")
    True
    """
    return re.sub(r"(.)\1+", r"\1", VOWELS.sub("", sound(word)))
