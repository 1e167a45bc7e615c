"""Whose position it is: the party of whoever holds it, of whoever speaks, or of the paper that speaks for them."""

from detente.language import Sentence
from detente.lexicon.moves import words
from detente.lexicon.roles import bodies, titles
from detente.model import Actor
from detente.understand.actors import Cast
from detente.understand.grammar import children, possessors, preposition
from detente.understand.positions.stance import Stance
from detente.understand.positions.standing import Standing
from detente.understand.sayings import Saying

FIRST_PERSON = frozenset("we i us our my me ours mine".split())
PLURAL = frozenset("they them their".split())
THIRD_PERSON = frozenset("it they he she its their them".split())


def saying_over(said: list[Saying], sentence: Sentence, index: int) -> Saying | None:
    """Return the innermost saying that covers a token, also where a quotation goes on over further sentences."""
    fits = [one for one in said if one.covers(sentence.index, index) and one.key != (sentence.index, index)]
    return min(fits, key=lambda one: (one.sentence != sentence.index, one.content[1] - one.content[0]), default=None)


def speaker_side(saying: Saying | None, cast: Cast, standing: Standing) -> str | None:
    """Return the party that whoever speaks stands for."""
    if saying is None or saying.actor is None:
        return None
    return cast.side(saying.actor) or _of_principal(saying.actor, cast) or standing.of_actor(saying.actor)


def _of_principal(actor: Actor, cast: Cast) -> str | None:
    """The party of whoever an office or an aide is known by: "Netanyahu's office"."""
    owner = (actor.description or "").replace("’", "'").partition("'s ")
    named = [one for one in cast.people if one.party and owner[1] and one.name.split()[-1] == owner[0].split()[-1]]
    return named[0].party if named else None


def parties_that_hold(
    sentence: Sentence, stance: Stance, cast: Cast, standing: Standing, saying: Saying | None
) -> list[str]:
    """Return the parties that hold a stance, in order; none where the text names none."""
    speaker = speaker_side(saying, cast, standing)
    found: list[str] = []
    for head in stance.holders:
        found += _side_of(sentence, head, cast, standing, speaker)
    if not found and stance.speaks and speaker:
        found.append(speaker)
    return list(dict.fromkeys(found))


def _side_of(sentence: Sentence, head: int, cast: Cast, standing: Standing, speaker: str | None) -> list[str]:
    token = sentence.tokens[head]
    word = token.text.lower() if token.upos == "PRON" else ""
    if word in FIRST_PERSON:
        return [speaker] if speaker else []
    if not word and standing.means_both(sentence, head) and _in_conflict(sentence, head):
        return list(standing.pair)
    mention = cast.at(sentence, head)
    sides = cast.parties_of(sentence, head) if mention is None or not mention.place else []
    if sides:
        return sides
    others = [side for side in standing.pair if side == speaker]
    if word in PLURAL and standing.pair and not others:
        return list(standing.pair)  # a mediator's "they"
    if word in THIRD_PERSON and speaker:
        return [speaker]
    people = [side for actor in cast.actors_of(sentence, head) if (side := standing.of_actor(actor))]
    return people or _through_owners(sentence, head, cast, speaker) or standing.of_word(sentence, head)


def _in_conflict(sentence: Sentence, head: int) -> bool:
    """As in "Yemen's *warring* parties": no party of the country named."""
    told = {sentence.tokens[one].text.lower() for one in children(sentence, head, "amod")}
    return bool(told & words("facing") - {"two", "both"})


def _through_owners(sentence: Sentence, head: int, cast: Cast, speaker: str | None) -> list[str]:
    """The party of an organ or a paper ("the African Union Commission", "its statement"), or of those between whom it is."""
    token = sentence.tokens[head]
    speaks = token.lemma.lower() in words("voices")
    if speaks:
        near = [*possessors(sentence, head), *children(sentence, head, "compound", "amod")]
        owners = [side for one in near for side in cast.parties_of(sentence, one)]
        own = token.lemma.lower() in words("utterances") or any(sentence.tokens[one].upos == "PRON" for one in near)
        return owners or ([speaker] if speaker and own else [])  # what a proposal holds is not its teller's demand
    between = [one for one in children(sentence, head, "nmod") if preposition(sentence, one) == "between"]
    near = between or children(sentence, head, "appos")
    if not near and token.lemma.lower() in titles() | bodies():
        near = possessors(sentence, head)
    return [side for one in near for side in cast.parties_of(sentence, one)]


def speaks_for_itself(
    sentence: Sentence, stance: Stance, cast: Cast, standing: Standing, saying: Saying | None
) -> bool:
    """Tell whether whoever holds a stance is the one who says it."""
    speaker = speaker_side(saying, cast, standing)
    return speaker is not None and speaker in parties_that_hold(sentence, stance, cast, standing, saying)
