"""Where and to whom it was said: "told reporters in the Oval Office", "in an interview with Fox News", "wrote on X"."""

from collections.abc import Iterator

from detente.language import Sentence
from detente.lexicon.sayings import words as listed
from detente.understand.grammar import children, preposition
from detente.understand.sayings.naming import name_of
from detente.understand.sayings.outlets_named import OUTLET_NOUNS, outlet_at
from detente.understand.sayings.saying import Saying

MARKS = frozenset("in on at during via through by from".split())
SEEN = frozenset("see obtain review view examine read publish get acquire share carry leak release".split())


def venue_of(sentence: Sentence, saying: Saying) -> tuple[int, int] | None:
    """Return the phrase that tells where it was said, without its preposition, or None."""
    told = saying.addressee
    hearers = told is not None and sentence.tokens[told].lemma.lower() in listed("hearers")
    near = [
        one
        for at in (saying.cue, told, saying.speaker)
        if at is not None
        for one in children(sentence, at, "obl", "nmod")
    ]
    for one in near:
        token = sentence.tokens[one]
        fits = token.lemma.lower() in listed("venues") or (hearers and token.upos == "PROPN")
        if preposition(sentence, one) in MARKS and fits and not _said(saying, one) and not _is_day(token.lemma):
            first, last = sentence.reach(one)
            while first < one and sentence.tokens[first].rel == "case":
                first += 1
            return first, last
    return None


def _is_day(lemma: str) -> bool:
    return lemma.lower() in {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}


def _said(saying: Saying, index: int) -> bool:
    return saying.content[0] <= index < saying.content[1]


def outlets_through(sentence: Sentence, saying: Saying) -> Iterator[tuple[str, int]]:
    """Yield the outlets that what was said came through, the nearest to the page first, with the word that names each."""
    heads: list[int] = []
    if saying.carrier is not None:
        heads.append(saying.carrier)
    if saying.addressee is not None:
        heads.append(saying.addressee)
        if sentence.tokens[saying.addressee].lemma.lower() in listed("hearers"):  # "told a Reuters reporter"
            heads += children(sentence, saying.addressee, "compound", "nmod:poss", "amod")
        heads += [
            one
            for one in children(sentence, saying.addressee, "nmod")
            if preposition(sentence, one) in {"of", "from", "at"}
        ]
    heads += _interviews(sentence, saying)
    if saying.speaker is not None:
        heads += _in_clauses(sentence, saying)
    seen: set[str] = set()
    for head in heads:
        name = outlet_at(sentence, head) or _broadcast(sentence, head)
        if name and name not in seen:
            seen.add(name)
            yield name, head


def _broadcast(sentence: Sentence, head: int) -> str | None:
    """An outlet without a name that is still no other: "state television", "a Greek radio station"."""
    token = sentence.tokens[head]
    described = children(sentence, head, "amod", "compound", "nmod:poss")
    if token.lemma.lower() not in OUTLET_NOUNS or not described or token.lemma.lower() in {"service", "site", "show"}:
        return None
    return name_of(sentence, head)


def _interviews(sentence: Sentence, saying: Saying) -> list[int]:
    """As in "in an interview with Fox News", "on CNN", "speaking to the Kyiv Independent"."""
    found: list[int] = []
    verbs = [
        saying.cue,
        *(one for one in sentence.children[saying.cue] if sentence.tokens[one].lemma in {"speak", "talk"}),
    ]
    for verb in verbs:
        for one in children(sentence, verb, "obl", "nmod"):
            if _said(saying, one):
                continue
            if sentence.tokens[one].lemma.lower() in listed("venues"):
                found += [
                    below
                    for below in children(sentence, one, "nmod")
                    if preposition(sentence, below) in {"with", "to", "by", "on", "carried", "for"}
                ]
            if preposition(sentence, one) in {"on", "to", "with"}:
                found.append(one)
    return found


def _in_clauses(sentence: Sentence, saying: Saying) -> list[int]:
    """Words in what describes the speaker that may name an outlet: "a draft seen by Axios", "people who spoke with it"."""
    assert saying.speaker is not None
    return [
        one
        for one in range(*sentence.reach(saying.speaker))
        if one not in {saying.cue, saying.speaker}
        and not _said(saying, one)
        and sentence.tokens[one].rel in {"obl", "obl:agent", "nsubj"}
        and sentence.tokens[one].upos in {"PROPN", "NOUN"}
    ]
