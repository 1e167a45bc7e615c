"""For whom a speaker speaks: a body for its party, a spokesperson for whoever employs them, anybody "on behalf of" others."""

from detente.language import Sentence
from detente.lexicon.roles import bodies
from detente.lexicon.sayings import words as listed
from detente.model import Actor
from detente.understand.actors import Cast
from detente.understand.grammar import children, preposition
from detente.understand.sayings.naming import name_of
from detente.understand.sayings.saying import Saying

Place = tuple[int, int]
OWN_VOICE = frozenset({"delegation", "side", "team"})  # bodies that are not their party's voice
HIGH = frozenset("presidential president prime premier minister foreign royal cabinet".split())


def is_voice_of_party(sentence: Sentence, head: int) -> bool:
    """Tell whether a body speaks for its party: a government, ministry or army; of offices only a head of state's.

    >>> from detente.language import load
    >>> sentence = load().parse("Israel's army and the governor's office did not agree.").sentences[0]
    >>> is_voice_of_party(sentence, 2), is_voice_of_party(sentence, 7)
    (True, False)
    """
    low = sentence.tokens[head].lemma.lower()
    if low == "office":
        first, last = sentence.reach(head)
        return any(token.text.lower() in HIGH for token in sentence.tokens[first:last])
    return low in bodies() - OWN_VOICE


def behalf_of(sentence: Sentence, saying: Saying, cast: Cast) -> tuple[Actor, Place] | None:
    """Return for whom a saying is said, with the words that tell it, or None."""
    if saying.speaker is None or saying.outlet:
        return None
    through = through_whom(sentence, saying)
    if through and saying.actor is not None and saying.actor.person:
        actors = cast.actors_of(sentence, saying.speaker)
        first, last = sentence.reach(saying.speaker)
        if actors and not actors[0].person:
            return actors[0], (first, min(last, saying.speaker + 1))
    for head in (*_spoken_for(sentence, saying.cue), *_employers(sentence, saying)):
        actors = cast.actors_of(sentence, head)
        name = name_of(sentence, head)
        if (actors or name) and not (actors and actors[0] == saying.actor):
            return actors[0] if actors else Actor(description=name), sentence.reach(head)
    return None


def through_whom(sentence: Sentence, saying: Saying) -> list[int]:
    """Words for those through whom a body speaks: "Turkey, through its foreign minister, has warned"."""
    if saying.speaker is None:
        return []
    near = [*children(sentence, saying.speaker, "nmod", "obl"), *children(sentence, saying.cue, "obl")]
    marked = [one for one in near if preposition(sentence, one) == "through" and saying.speaker < one < saying.cue]
    return list(range(min(marked), saying.cue)) if marked else []


def _spoken_for(sentence: Sentence, cue: int) -> list[int]:
    """As in "on behalf of the five", "speaking for the contact group"."""
    found: list[int] = []
    for one in sentence.children[cue]:
        if sentence.tokens[one].lemma == "behalf":
            found += [*children(sentence, one, "nmod", "nmod:poss")]
        if sentence.tokens[one].lemma == "speak":
            found += [below for below in children(sentence, one, "obl") if preposition(sentence, below) == "for"]
    return found


def _employers(sentence: Sentence, saying: Saying) -> list[int]:
    """Whose spokesperson speaks: "Kremlin spokesman Dmitry Peskov", "a spokesman for the ministry"."""
    found: list[int] = []
    for part in saying.said_by:
        if part.sentence != sentence.index:
            continue
        for index in range(part.first, part.last):
            if sentence.tokens[index].lemma.lower() not in listed("spokespeople"):
                continue
            owners = children(sentence, index, "nmod:poss", "compound", "amod")
            found += [one for one in owners if sentence.tokens[one].text[:1].isupper()]
            found += [one for one in children(sentence, index, "nmod") if preposition(sentence, one) in {"for", "of"}]
            found += [one for one in owners if one not in found and sentence.tokens[one].upos == "NOUN"]
    return found
