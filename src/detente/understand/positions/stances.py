"""The stances of a sentence: frames under their mood, and what is told plainly."""

from collections.abc import Iterator

from detente.language import Sentence
from detente.lexicon.moves import words
from detente.understand.actors import Cast
from detente.understand.positions.holders import saying_over, speaks_for_itself
from detente.understand.positions.matching import Match, matches
from detente.understand.positions.mood import conditions, mooded
from detente.understand.positions.plain import is_forceful, plain_stances
from detente.understand.positions.stance import Stance
from detente.understand.sayings import Saying

# Moves on an earlier position: the noun that names it ("dropped its *demand*") makes no move of its own.
ON_EARLIER = frozenset({"concede", "soften", "harden", "reaffirm", "withdraw_offer", "unchanged"})


def stances_of(sentence: Sentence, cast: Cast, said: list[Saying]) -> Iterator[Stance]:
    """Yield the moves that a sentence makes, in the order of their words."""
    found = list(matches(sentence))
    overruled = {one for match in found if match.frame.move in ON_EARLIER for one in match.about}
    refusals = {match.cue for match in found if match.frame.move in {"reject", "oppose"}}
    for match in found:
        if match.frame.form == "noun" and match.cue in overruled:
            continue
        if match.frame.move == "reject" and refusals & set(match.about):
            continue  # to refuse to rule out is what the inner verb tells
        stance = _stance(sentence, match, cast, said)
        if stance is not None:
            yield stance
    yield from plain_stances(sentence, cast, said, {match.cue for match in found})


def _stance(sentence: Sentence, match: Match, cast: Cast, said: list[Saying]) -> Stance | None:
    frame = match.frame
    told_if = conditions(sentence, match.told)
    stance = Stance(
        move=frame.move, cue=match.cue, holders=match.holders, targets=match.targets, about=match.about,
        condition=told_if, previous=match.about[0] if frame.move in ON_EARLIER else None,
        speaks=frame.holder is None or (frame.form == "said" and not match.holders), frame=frame,
    )  # fmt: skip
    itself = speaks_for_itself(sentence, stance, cast, saying_over(said, match.cue))
    move = mooded(sentence, match.told, frame.move, itself, frame.negative)
    move = _weighed(sentence, move, match, told_if is not None, itself) if move else None
    return _with_move(stance, move) if move else None


def _with_move(stance: Stance, move: str) -> Stance:
    return Stance(**{**{name: getattr(stance, name) for name in stance.__struct_fields__}, "move": move})


def _weighed(sentence: Sentence, move: str, match: Match, conditional: bool, itself: bool) -> str | None:
    """The move by what it is about: readiness to give is an offer, agreeing to discuss is only openness."""
    about = [one for one in match.about if sentence.tokens[one].upos == "VERB"]
    if move == "demand" and sentence.tokens[match.cue].lemma.lower() == "need" and not itself:
        return None  # what the page says that somebody needs is not demanded
    if move in {"offer", "open"} and any(is_forceful(sentence, one) for one in about):
        return None  # a pledge to use force is a threat, which `plain` tells
    opening = [one for one in about if sentence.tokens[one].lemma.lower() in words("opening")]
    if move == "open" and about and not opening:
        return "open" if conditional else "offer"
    if move == "accept" and opening and all(sentence.tokens[one].lemma.lower() in words("weighing") for one in opening):
        return "open"
    return move
