"""What was on the table before: the issue that "it", "the proposal" or "the demand" stands for."""

import msgspec

from detente.language import Sentence
from detente.model import Span
from detente.understand.grammar import children

PRONOUNS = frozenset({"it", "this", "that", "them", "these", "those"})
THINGS = frozenset(
    "proposal plan offer idea demand initiative suggestion request call condition deal move term draft measure declaration "
    "announcement".split()
)
POINTING = frozenset({"the", "this", "that", "such", "these", "those", "any"})
LOOKS_BACK = 2  # sentences


class Put(msgspec.Struct, frozen=True):
    """An issue once on the table, where it was named."""

    issue: str
    words: Span
    sentence: int


class Earlier:
    """The issues that positions named so far, latest last."""

    def __init__(self) -> None:
        self._put: list[Put] = []

    def remember(self, issue: str, words: Span, sentence: Sentence) -> None:
        """Keep an issue of substance as one that a later sentence may point back to."""
        if not issue.startswith(("process", "unspecified")):
            self._put.append(Put(issue, words, sentence.index))

    def meant(self, sentence: Sentence, head: int) -> Put | None:
        """Return what a pronoun or a bare noun of the table points back to, if it was named just before."""
        if not points_back(sentence, head):
            return None
        start = sentence.tokens[head].start
        near = [put for put in self._put if sentence.index - put.sentence <= LOOKS_BACK and put.words.start < start]
        return near[-1] if near else None


def points_back(sentence: Sentence, head: int) -> bool:
    """Tell whether a noun phrase says nothing itself of what it is about."""
    token = sentence.tokens[head]
    if token.upos == "PRON":
        return token.text.lower() in PRONOUNS and token.xpos in {"PRP", "DT"}
    own = [one for one in sentence.children[head] if sentence.tokens[one].upos not in {"PUNCT", "ADP"}]
    bare = all(sentence.tokens[one].text.lower() in POINTING for one in own)
    return token.lemma.lower() in THINGS and bool(children(sentence, head, "det")) and bare
