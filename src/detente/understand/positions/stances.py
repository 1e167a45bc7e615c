"""The stances of a sentence: frames under their mood, and what is told plainly."""

from collections.abc import Iterator

import msgspec

from detente.language import Sentence
from detente.lexicon.moves import move_frames, moves, words
from detente.understand.actors import Cast
from detente.understand.grammar import children, modal, negation, preposition
from detente.understand.positions.conditions import conditions
from detente.understand.positions.holders import saying_over, speaks_for_itself
from detente.understand.positions.matching import Match, readings
from detente.understand.positions.mood import mooded
from detente.understand.positions.plain import is_forceful, plain_stances
from detente.understand.positions.stance import Stance
from detente.understand.positions.standing import Standing
from detente.understand.sayings import Saying

# Moves on an earlier position: the noun that names it ("dropped its *demand*") makes no move of its own.
ON_EARLIER = frozenset({"concede", "soften", "harden", "reaffirm", "withdraw_offer", "unchanged"})


def stances_of(sentence: Sentence, cast: Cast, standing: Standing, said: list[Saying]) -> Iterator[Stance]:
    """Yield the moves that a sentence makes, in the order of their words; of one word the likeliest reading first.

    The first reading that is about an issue is the word's move: "withdrew from the *talks*", "withdrew from the *town*".
    """
    told = list(readings(sentence, move_frames()))
    found = [rows[0] for rows in told]
    overruled = {one for match in found if match.frame.move in ON_EARLIER for one in match.about}
    refusals = {match.cue for match in found if match.frame.move in {"reject", "oppose"}}
    cues = {match.cue for match in found}
    threats = {match.cue for match in found if match.frame.move == "threaten" and match.frame.form == "noun"}
    for match in (_with_those_who_do_so(sentence, one) for rows in told for one in rows):
        if match.frame.form == "noun" and match.cue in overruled - threats:
            continue
        if match.frame.move == "reaffirm" and (threats & set(match.about) or _of_another_demand(sentence, match)):
            continue  # to renew a threat is to threaten; "urged both to honour their commitment" is no commitment told
        if match.frame.move == "reaffirm" and match.frame.about == "that" and cues & set(match.about):
            continue  # "reiterated that Moscow *rejects* a truce": what the clause tells
        if match.frame.move == "reject" and refusals & set(match.about):
            continue  # to refuse to rule out is what the inner verb tells
        stance = _stance(sentence, match, cast, standing, said)
        if stance is not None:
            yield stance
    positions = [match for match in found if moves()[match.frame.move].kind == "position"]
    about = {one for match in positions for one in match.about}
    yield from plain_stances(sentence, cast, standing, said, {match.cue for match in positions}, about)


def _with_those_who_do_so(sentence: Sentence, match: Match) -> Match:
    """As in "London backed the idea, and so did Kyiv": a move with one more holder."""
    also = [
        holder
        for one in children(sentence, match.cue, "conj", "parataxis")
        if sentence.tokens[one].lemma == "do" and any(
            sentence.tokens[word].text.lower() == "so" for word in children(sentence, one, "advmod", "obj")
        )
        for holder in children(sentence, one, "nsubj")
    ]  # fmt: skip
    return msgspec.structs.replace(match, holders=(*match.holders, *also)) if also else match


def _of_another_demand(sentence: Sentence, match: Match) -> bool:
    above = sentence.ancestors(match.cue)[:2] if match.frame.form == "noun" else []
    return any(sentence.tokens[one].lemma.lower() in words("asking") for one in above)


def _stance(sentence: Sentence, match: Match, cast: Cast, standing: Standing, said: list[Saying]) -> Stance | None:
    frame = match.frame
    told_if = _condition(sentence, match)
    stance = Stance(
        move=frame.move, cue=match.cue, holders=match.holders, targets=match.targets, about=match.about,
        condition=told_if, previous=match.about[0] if frame.move in ON_EARLIER else None,
        speaks=frame.holder is None or (frame.form == "said" and not match.holders), frame=frame,
    )  # fmt: skip
    itself = speaks_for_itself(sentence, stance, cast, standing, saying_over(said, sentence, match.cue))
    move = mooded(
        sentence, match.told, frame.move, speaks=itself, conditional=told_if is not None, negated=frame.negative,
        none=match.told != match.cue and negation(sentence, match.cue) is not None,
    )  # fmt: skip
    move = _weighed(sentence, move, match, told_if is not None, itself) if move else None
    return msgspec.structs.replace(stance, move=move) if move else None


def _condition(sentence: Sentence, match: Match) -> tuple[int, int] | None:
    """The condition on a move, also where the tree hangs it on what the move is about: "is willing to stop if ..."."""
    if match.frame.move == "condition" and "on" in match.frame.fixed:
        hung = [one for at in (match.cue, *match.about) for one in sentence.children[at]]
        marked = [one for one in hung if preposition(sentence, one) == "on"]
        marked += [one for one in children(sentence, match.cue, "advcl") if _marked_on(sentence, one)]
        return sentence.reach(marked[0]) if marked else None
    inside = [one for one in match.about if sentence.tokens[one].rel == "xcomp"]
    found = (conditions(sentence, one) for one in (match.told, *inside))
    return next((stretch for stretch in found if stretch), None)


def _marked_on(sentence: Sentence, index: int) -> bool:
    return any(sentence.tokens[one].text.lower() == "on" for one in children(sentence, index, "mark"))


def _weighed(sentence: Sentence, move: str, match: Match, conditional: bool, itself: bool) -> str | None:
    """The move by what it is about: readiness to give is an offer, agreeing to discuss is only openness."""
    about = [one for one in match.about if sentence.tokens[one].upos == "VERB"]
    verb = sentence.tokens[match.cue].lemma.lower()
    if move == "accept" and verb == "agree" and _opinion(sentence, match):
        return None
    if move == "reject" and verb in {"decline", "refuse"} and _no_answer(sentence, match):
        return None
    if move == "comply" and _published(sentence, match.cue):
        return None
    if move in {"accept", "offer", "open"} and any(negation(sentence, one) is not None for one in match.about):
        if any(sentence.tokens[one].rel == "xcomp" for one in match.about):
            return move  # "pledged *not to hinder* aid"
        return "reject" if modal(sentence, match.told) in {"will", "would", "can"} else None  # "would accept no ..."
    if move == "discuss" and verb in words("weighing") and _at_a_meeting(sentence, match.cue):
        return None  # what a meeting is about are its topics
    if move == "demand" and verb in {"need", "expect"} and not itself:
        return None  # what the page says that somebody needs, or awaits, is not demanded
    if move in {"offer", "open"} and any(is_forceful(sentence, one) for one in about):
        return None  # a pledge to use force is a threat, which `plain` tells
    opening = [one for one in about if sentence.tokens[one].lemma.lower() in words("opening")]
    if move == "open" and about and not opening:
        return "open" if conditional else "offer"
    if move == "accept" and opening and all(sentence.tokens[one].lemma.lower() in words("weighing") for one in opening):
        return "open"
    return move


def _no_answer(sentence: Sentence, match: Match) -> bool:
    """As in "declined to comment on the plan": nothing is refused."""
    verbs = [sentence.tokens[one].lemma.lower() for one in match.about if sentence.tokens[one].rel == "xcomp"]
    return bool(verbs) and all(verb in words("answering") for verb in verbs)


def _published(sentence: Sentence, index: int) -> bool:
    """As in "released a statement saying ...": a paper is given out, not a prisoner."""
    return any(sentence.tokens[one].lemma.lower() in words("voices") for one in children(sentence, index, "obj"))


def _opinion(sentence: Sentence, match: Match) -> bool:
    """To agree that something is so is an opinion; to agree that something shall be is assent."""
    clauses = [one for one in match.about if sentence.tokens[one].rel == "ccomp"]
    return bool(clauses) and all(
        modal(sentence, one) not in {"will", "would", "should", "shall", "must"} for one in clauses
    )


def _at_a_meeting(sentence: Sentence, index: int) -> bool:
    """As in "met to discuss", "talks to explore", "discussed with his counterpart"."""
    above = [sentence.tokens[one].lemma.lower() for one in sentence.ancestors(index)[:2]]
    above += [
        sentence.tokens[one].lemma.lower()
        for at in sentence.ancestors(index)[:2]
        for one in children(sentence, at, "obj")
    ]
    company = any(preposition(sentence, one) == "with" for one in children(sentence, index, "obl"))
    return company or bool(set(above) & words("meeting"))
