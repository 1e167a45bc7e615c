"""What a document is about, as far as that decides whether it can tell of talks, truces and attacks at all."""

from itertools import pairwise

from detente.language import Parsed
from detente.lexicon.meetings import language
from detente.lexicon.violence import violence
from detente.understand.actors import Cast

MANY = 3  # words of made-up stories that make a document one; set by hand


def is_of_war(parsed: Parsed, cast: Cast) -> bool:
    """Tell whether a document speaks of a war or a truce between parties.

    It names an armed group, or words of war beside two states, or two such words beside one: a truce in a family, a
    league or a courtroom is none.
    """
    kinds = [party.kind for party in cast.parties]
    if "armed group" in kinds:
        return True
    found = _words(parsed) & violence().words["war"]
    found -= {"war"} if _only_of_business(parsed) else set()
    truces = found & TRUCES
    return (bool(found) and kinds.count("state") > 1) or (len(found - truces) + bool(truces) > 1 and "state" in kinds)


TRUCES = frozenset({"ceasefire", "cease-fire", "truce", "armistice"})


def is_a_story(parsed: Parsed) -> bool:
    """Tell whether a document is about made-up events: a film, a series, a novel."""
    return len(_words(parsed) & language().words["fiction"]) >= MANY


def _only_of_business(parsed: Parsed) -> bool:
    """Tell whether each war of a document is one of prices, boards and the like."""
    lemmas = [token.lemma.lower() for sentence in parsed.sentences for token in sentence.tokens]
    before = {one for one, word in pairwise(["", *lemmas]) if word == "war"}
    return before <= violence().words["no_war"]


def _words(parsed: Parsed) -> set[str]:
    """The words of a document as they stand and by their lemmas, and each pair of them: "drone strike"."""
    sentences = [[token.lemma.lower() for token in sentence.tokens] for sentence in parsed.sentences]
    pairs = {f"{one} {other}" for lemmas in sentences for one, other in pairwise(lemmas)}
    texts = {token.text.lower() for sentence in parsed.sentences for token in sentence.tokens}
    return {lemma for lemmas in sentences for lemma in lemmas} | texts | pairs
