"""Where an act was done, as said: the narrowest place that its words name."""

from detente.language import Sentence
from detente.lexicon.parties import forms
from detente.lexicon.places import find_place
from detente.lexicon.violence import violence
from detente.model import Where
from detente.understand.actors import Cast
from detente.understand.grammar import preposition
from detente.understand.stretches import head as head_of
from detente.understand.stretches import words
from detente.understand.where import AT, Stretch, names_of_places, where_of

TOWARDS = AT | {"into", "against", "toward", "towards", "within", "through", "close", "off"}


def place_of(
    sentence: Sentence, cast: Cast, first: int, last: int, skip: list[int]
) -> tuple[Where | None, Stretch | None]:
    """Return the place that a stretch names as that of an act; `skip` are the heads of who did it.

    It stands after a preposition of place, behind the noun for such a place ("the village of ..."), or is itself what was
    hit; a town comes before its country.
    """
    named = [
        (start, end)
        for start, end in names_of_places(sentence, cast)
        if (head := head_of(sentence, start, end)) not in skip and _is_where(sentence, cast, head, start, end)
    ]
    found = [one for one in named if first <= one[0] < last] or [one for one in named if _opens(sentence, *one)]
    if not found:
        return None, None
    stretch = min(found, key=lambda one: (forms().get(words(sentence, *one)) is not None, one))
    return where_of(words(sentence, *stretch)), stretch


def _opens(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether a place opens its sentence: "In Luhansk region, the mission recorded two explosions"."""
    head = head_of(sentence, start, end)
    at = sentence.tokens[head].head if sentence.tokens[head].rel in {"compound", "nmod:desc", "appos"} else head
    return sentence.reach(at)[0] == _first_word(sentence) and preposition(sentence, at) in AT


def _first_word(sentence: Sentence) -> int:
    return next((token.index for token in sentence.tokens if token.upos != "PUNCT"), 0)


def _is_where(sentence: Sentence, cast: Cast, head: int, start: int, end: int) -> bool:
    marker, token = preposition(sentence, head), sentence.tokens[head]
    if marker in TOWARDS:
        return True
    above = sentence.tokens[token.head] if token.head >= 0 else token
    areas = violence().words["area"]
    if marker in {"of", "to"} or token.rel in {"appos", "compound", "nmod:desc"}:
        return above.lemma.lower() in areas
    mention = cast.at(sentence, head)
    if token.rel not in {"obj", "nsubj:pass"} or (mention is not None and not mention.place):
        return False
    known = find_place(words(sentence, start, end)) is not None or token.lemma.lower() in areas
    known = known or any(name.kind == "LOC" and name.first == start for name in sentence.names)
    return above.lemma.lower() in violence().verbs and known
