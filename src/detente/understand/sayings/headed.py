"""Whose words a headline is: "Kallas: frozen assets stay frozen", "No date for a second round yet - Kremlin"."""

from detente.language import Sentence
from detente.lexicon.places import find_place
from detente.lexicon.sayings import words as listed
from detente.understand.sayings.content import trimmed
from detente.understand.sayings.made import made
from detente.understand.sayings.saying import Saying
from detente.understand.sayings.voices import is_voice
from detente.understand.stretches import head as head_of
from detente.understand.stretches import words

AHEAD = frozenset({":"})
BEHIND = frozenset({":", "-", "–", "—"})
LONGEST = 5  # tokens of who speaks
SHORTEST = 3  # tokens of what is said


def headed(sentence: Sentence) -> Saying | None:
    """Return the saying of whoever a colon or a dash sets apart from a headline; None where it is a place or a label.

    >>> from detente.language import load
    >>> found = headed(load().parse("Peskov: no date for a second round yet").sentences[0])
    >>> found.speaker, found.content
    (0, (2, 9))
    """
    last = len(sentence.tokens)
    for token in sentence.tokens:
        at = token.index
        if token.text in AHEAD and 0 < at <= LONGEST and last - at > SHORTEST:
            return _said(sentence, at, (0, at), (at + 1, last))
        spaced = at + 1 < last and token.start > sentence.tokens[at - 1].end
        apart = token.text == ":" or (spaced and sentence.tokens[at + 1].start > token.end)
        if token.text in BEHIND and apart and at > SHORTEST and 1 < last - at <= LONGEST + 1:
            return _said(sentence, at, (at + 1, last), (0, at))
    return None


def _said(sentence: Sentence, mark: int, who: tuple[int, int], what: tuple[int, int]) -> Saying | None:
    head = head_of(sentence, *who)
    name, content = words(sentence, *who), trimmed(sentence, *what)
    quoting = any(token.text in {'"', "“", "‘"} for token in sentence.tokens)  # a quotation's colon is told elsewhere
    named = sentence.tokens[head].upos == "PROPN" or sentence.tokens[head].lemma.lower() in listed("documents")
    label = name.lower() in listed("labels") or find_place(name) is not None
    if content is None or quoting or label or not (named or is_voice(sentence, head)):
        return None
    if any(token.upos in {"VERB", "AUX"} for token in sentence.tokens[who[0] : who[1]]):
        return None
    return made(sentence, mark, "say", head, [content], frame="colon", said_by=[who])
