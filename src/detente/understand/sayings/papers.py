"""What a paper tells that an outlet has seen, where no verb says so: "Under the draft, seen by Axios, ..."."""

from collections.abc import Iterator

from detente.language import Sentence
from detente.understand.grammar import children, preposition, subjects
from detente.understand.sayings.content import Place, trimmed
from detente.understand.sayings.made import made
from detente.understand.sayings.naming import stretch_of
from detente.understand.sayings.outlets_named import outlet_at, unknown_outlet
from detente.understand.sayings.saying import Saying
from detente.understand.sayings.voices import is_paper

SEEING = frozenset("see obtain review view examine read get acquire share leak".split())
UNDER = frozenset({"under", "in", "per"})


def papers(sentence: Sentence, known: list[Saying]) -> Iterator[Saying]:
    """Yield what papers tell that an outlet is said to have seen, where no saying of theirs is `known`."""
    for token in sentence.tokens:
        if token.upos != "VERB" or token.lemma not in SEEING or not _seen_by_outlet(sentence, token.index):
            continue
        paper = next((one for one in sentence.ancestors(token.index) if is_paper(sentence, one)), None)
        while (
            paper is not None
            and is_paper(sentence, sentence.tokens[paper].head)
            and sentence.tokens[paper].rel == "appos"
        ):
            paper = sentence.tokens[paper].head  # "the proposal, a copy of which ..."
        if paper is None or any(paper in {saying.speaker, *_below(sentence, saying)} for saying in known):
            continue
        content = _told(sentence, paper)
        if content:
            words = stretch_of(sentence, paper, token.index, content)
            yield made(sentence, token.index, "show", paper, content, frame="phrase", said_by=[words])


def _below(sentence: Sentence, saying: Saying) -> list[int]:
    """Papers in which somebody says it: "experts say in a report seen by AFP that"."""
    return children(sentence, saying.cue, "obl")


def _seen_by_outlet(sentence: Sentence, index: int) -> bool:
    agents = [one for one in children(sentence, index, "obl:agent", "obl") if preposition(sentence, one) == "by"]
    seers = (*agents, *subjects(sentence, index))
    return any(outlet_at(sentence, one) or unknown_outlet(sentence, one) for one in seers)


def _told(sentence: Sentence, paper: int) -> list[Place]:
    """The rest of the clause that a paper is the subject of, or stands under."""
    token = sentence.tokens[paper]
    if token.head < 0 or sentence.tokens[token.head].upos not in {"VERB", "AUX", "ADJ", "NOUN"}:
        return []
    if not (token.rel.startswith("nsubj") or preposition(sentence, paper) in UNDER):
        return []
    first, last = sentence.reach(token.head)
    own_first, own_last = sentence.reach(paper)
    sides = [trimmed(sentence, first, own_first), trimmed(sentence, own_last, last)]
    return [side for side in sides if side]
