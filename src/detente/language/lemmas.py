"""Lemmas: a table of what the treebanks show, and suffix rules for the rest.

The table (`weights/lemmas.tsv`: form, tag, lemma) holds only the forms on which the rules err.
"""

from collections.abc import Container, Mapping

VOWELS = "aeiouy"
# Stems that take back an e: "hous-ing" → house; set by hand.
ADD_E = (
    "c",
    "v",
    "u",
    "at",
    "it",
    "iz",
    "is",
    "ut",
    "ur",
    "ir",
    "or",
    "id",
    "ag",
    "as",
    "os",
    "us",
    "ok",
    "iv",
    "rg",
    "dg",
)
DOUBLED = tuple(letter * 2 for letter in "bdgmnprt")


def lemma_of(form: str, upos: str, xpos: str, table: Mapping[tuple[str, str], str], words: Container[str] = ()) -> str:
    """Return the lemma of a word with its tags; `words` are known words, which settle "ruled": rule, not rul.

    >>> (
    ...     lemma_of("meetings", "NOUN", "NNS", {}),
    ...     lemma_of("planned", "VERB", "VBN", {}),
    ...     lemma_of("Kyiv", "PROPN", "NNP", {}),
    ... )
    ('meeting', 'plan', 'Kyiv')
    """
    if upos in {"PROPN", "X", "NUM", "SYM", "PUNCT"}:
        return table.get((form, upos), form)
    low = form.lower().replace("’", "'")
    known = table.get((low, xpos))
    return known if known is not None else by_rule(low, xpos, words)


def by_rule(low: str, xpos: str, words: Container[str] = ()) -> str:
    """Return the lemma that the suffix rules alone give a lower-cased word."""
    if xpos == "NNS" or xpos == "VBZ":
        return _without_s(low)
    if xpos == "VBG" and low.endswith("ing") and len(low) > 5:
        return _stem(low[:-3], words)
    if xpos in {"VBD", "VBN"} and low.endswith("ed") and len(low) > 4:
        return f"{low[:-3]}y" if low.endswith("ied") else _stem(low[:-2], words)
    if xpos in {"JJR", "RBR"} and low.endswith("er"):
        return f"{low[:-3]}y" if low.endswith("ier") else _stem(low[:-2], words)
    if xpos in {"JJS", "RBS"} and low.endswith("est"):
        return f"{low[:-4]}y" if low.endswith("iest") else _stem(low[:-3], words)
    return low


def _without_s(low: str) -> str:
    if low.endswith("ies") and len(low) > 4:
        return f"{low[:-3]}y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return low[:-2]
    return low[:-1] if low.endswith("s") and not low.endswith("ss") else low


def _stem(stem: str, words: Container[str]) -> str:
    """Give a stem its lost letter back, or take its doubled one: what the endings say, unless only another is a word.

    >>> _stem("mediat", {"media"}), _stem("plann", {"plan"}), _stem("rul", {"rule"})
    ('mediate', 'plan', 'rule')
    """
    if not any(letter in VOWELS for letter in stem):
        return stem
    likely = stem[:-1] if stem.endswith(DOUBLED) else f"{stem}e" if stem.endswith(ADD_E) else stem
    undoubled = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
    others = (word for word in (stem, f"{stem}e", undoubled) if word in words and len(word) > 2)
    return likely if likely in words else next(others, likely)
