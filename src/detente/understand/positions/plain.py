"""What is told without a verb of position: "Kyiv must withdraw", "we will not cede land", "it will free prisoners".

A duty that a speaker lays on another is the speaker's demand, a will not to do something a refusal, a will to give
something an offer, and a will to use force a threat.
"""

from collections.abc import Iterator

from detente.language import Sentence
from detente.lexicon.moves import words
from detente.lexicon.roles import bodies, roles, titles
from detente.understand.actors import Cast
from detente.understand.grammar import children, conjuncts, is_passive, negation, no_longer, shared_modal
from detente.understand.positions.conditions import conditions
from detente.understand.positions.fitting import doers
from detente.understand.positions.holders import saying_over, speaker_side
from detente.understand.positions.mood import FUTURE, only
from detente.understand.positions.stance import Stance
from detente.understand.positions.standing import Standing
from detente.understand.sayings import Saying

MUST = frozenset({"must", "should"})


def plain_stances(
    sentence: Sentence, cast: Cast, standing: Standing, said: list[Saying], cues: set[int], about: set[int]
) -> Iterator[Stance]:
    """Yield the demands, refusals and threats that only the mood of a verb makes.

    `cues` are the words that make a position by their frames, `about` what those are about: "insists that Kyiv must ..."
    is told once.
    """
    for token in sentence.tokens:
        if token.upos in {"VERB", "AUX"} and token.rel not in {"aux", "aux:pass", "cop"}:
            speaker = speaker_side(saying_over(said, sentence, token.index), cast, standing)
            if token.index not in cues:
                if token.index not in about:
                    yield from _duty(sentence, token.index, cast, speaker)
                yield from _refusal(sentence, token.index, cast, speaker)
                yield from _nothing(sentence, token.index)
                yield from _could(sentence, token.index)
                yield from _war_goes_on(sentence, token.index)
                yield from _warning(sentence, token.index)
                yield from _hint(sentence, token.index)
                yield from _walk_out(sentence, token.index)
            yield from _threat(sentence, token.index)


def _duty(sentence: Sentence, index: int, cast: Cast, speaker: str | None) -> Iterator[Stance]:
    """What a speaker says another must do, or must be done, is the speaker's demand."""
    if speaker is None or not _must(sentence, index):
        return
    own = _subject(sentence, index)
    if any(one > aux for aux in children(sentence, index, "aux") for one in own):
        return  # "should he attack again" is a condition
    if speaker in {side for head in own for side in cast.parties_of(sentence, head)} or _first_person(sentence, own):
        return
    content = _content(sentence, index)
    itself = [] if children(sentence, content, "obj") else own  # "the removal of *sanctions* had to come first"
    told = (*conjuncts(sentence, content), *itself)
    yield Stance(move="demand", cue=index, targets=tuple(own), about=told, speaks=True, rule="must")


def _must(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    if token.lemma.lower() in words("viewing"):  # "a summit should not be expected" asks nobody for anything
        return False
    if shared_modal(sentence, index) in MUST:
        return True
    return token.lemma in {"have", "need"} and bool(children(sentence, index, "xcomp"))


def _content(sentence: Sentence, index: int) -> int:
    found = children(sentence, index, "xcomp") if sentence.tokens[index].lemma in {"have", "need"} else []
    return found[0] if found else index


def _subject(sentence: Sentence, index: int) -> list[int]:
    return children(sentence, index, "nsubj", "nsubj:pass") or doers(sentence, index)


def _first_person(sentence: Sentence, own: list[int]) -> bool:
    return any(sentence.tokens[one].text.lower() in {"we", "i"} for one in own)


def _refusal(sentence: Sentence, index: int, cast: Cast, speaker: str | None) -> Iterator[Stance]:
    """As in "Ukraine will not cede land", "will never recognise": a refusal, or a condition where it ends one day.

    In the present it is one where whoever does not do it says so: "we are not pulling back".
    """
    if shared_modal(sentence, index) not in FUTURE | {"can"} and not _doing(sentence, index, cast, speaker):
        return
    if negation(sentence, index) is None or no_longer(sentence, index) or is_passive(sentence, index):
        return
    if sentence.tokens[index].lemma.lower() in words("speaking"):  # "will not speak about progress" is silence
        return
    told_if = conditions(sentence, index)
    move = "condition" if told_if else "reject"
    own = doers(sentence, index)
    yield Stance(
        move=move, cue=index, holders=tuple(own), about=(index,), condition=told_if, speaks=_things(sentence, own),
        rule="will not",
    )  # fmt: skip


def _things(sentence: Sentence, own: list[int]) -> bool:
    """Whether a subject is nothing that could hold a position itself: "an enrichment *programme* can never exist"."""
    acting = titles() | bodies() | roles().loose
    return all(sentence.tokens[one].upos == "NOUN" and sentence.tokens[one].lemma.lower() not in acting for one in own)


def _doing(sentence: Sentence, index: int, cast: Cast, speaker: str | None) -> bool:
    """Whether whoever speaks tells what they themselves are (not) doing."""
    token = sentence.tokens[index]
    if token.xpos != "VBG" or not children(sentence, index, "aux") or speaker is None:
        return False
    if token.lemma.lower() in words("speaking"):
        return False
    own = doers(sentence, index)
    return _first_person(sentence, own) or speaker in {side for one in own for side in cast.parties_of(sentence, one)}


def _war_goes_on(sentence: Sentence, index: int) -> Iterator[Stance]:
    """As in "the war would go on until ...": a threat by whoever says it."""
    token = sentence.tokens[index]
    if token.lemma.lower() not in words("lasting") or shared_modal(sentence, index) not in FUTURE:
        return
    wars = [one for one in children(sentence, index, "nsubj") if sentence.tokens[one].lemma.lower() in words("warfare")]
    if wars and negation(sentence, index) is None:
        told_if = conditions(sentence, index)
        yield Stance(move="threaten", cue=index, about=tuple(wars), condition=told_if, speaks=True, rule="war goes on")


def _nothing(sentence: Sentence, index: int) -> Iterator[Stance]:
    """As in "there will be no talks with the rebels", "no talks can start until ...": the speaker's refusal."""
    if shared_modal(sentence, index) not in FUTURE | {"can", "could"}:
        return
    none = _nobody(sentence, index)
    if none:
        told_if = conditions(sentence, index, negated=True) or conditions(sentence, none[0], negated=True)
        move = "condition" if told_if else "reject"
        yield Stance(move=move, cue=index, about=tuple(none), condition=told_if, speaks=True, rule="there will be no")


def _nobody(sentence: Sentence, index: int) -> list[int]:
    """The subjects that a "no" denies, or the "never" of "there could never be ..."."""
    own = children(sentence, index, "nsubj", "nsubj:pass")
    if children(sentence, index, "expl") and negation(sentence, index) is not None:
        return own
    none = [one for one in own if sentence.tokens[one].text.lower() in {"nothing", "nobody", "none"}]
    return [one for one in own if negation(sentence, one) is not None] or ([index] if none else [])


def _could(sentence: Sentence, index: int) -> Iterator[Stance]:
    """As in "we could pull our troops back if ...", "it can *only* be settled if ...": possible on a condition."""
    will, told_if = shared_modal(sentence, index), conditions(sentence, index, one_day=True)
    bound = only(sentence, index) or (told_if is not None and _has_only(sentence, told_if))
    possible = will in {"could", "might"} or (will in FUTURE | {"can", "may"} and bound)
    if possible and told_if and negation(sentence, index) is None and not _nobody(sentence, index):
        yield Stance(move="condition", cue=index, about=(index,), condition=told_if, speaks=True, rule="could if")


def _has_only(sentence: Sentence, stretch: tuple[int, int]) -> bool:
    """As in "it can sign *only after* ..."."""
    return "only" in {token.text.lower() for token in sentence.tokens[max(0, stretch[0] - 1) : stretch[0] + 3]}


def _hint(sentence: Sentence, index: int) -> Iterator[Stance]:
    """As in "signalled that it could *put* a zone to a vote", "hinted that it might be *shelved*": open to it, no more."""
    if sentence.tokens[index].lemma.lower() not in words("hinting") or negation(sentence, index) is not None:
        return
    own = doers(sentence, index)
    for clause in children(sentence, index, "ccomp"):
        acting = children(sentence, clause, "nsubj")
        itself = all(sentence.tokens[one].text.lower() in {"it", "they", "we", "he", "she"} for one in acting)
        told = shared_modal(sentence, clause) in {"could", "might", "may"} and negation(sentence, clause) is None
        if told and itself and (acting or is_passive(sentence, clause)):
            yield Stance(move="open", cue=index, holders=tuple(own), about=(clause,), rule="hint")


def _walk_out(sentence: Sentence, index: int) -> Iterator[Stance]:
    """As in "would walk away unless ...": a threat to leave the table."""
    token = sentence.tokens[index]
    if token.lemma.lower() not in words("leaving") or shared_modal(sentence, index) not in {"will", "would"}:
        return
    told_if = conditions(sentence, index)
    if (
        told_if
        and negation(sentence, index) is None
        and "unless" in {token.text.lower() for token in sentence.tokens[told_if[0] : told_if[0] + 2]}
    ):
        own = tuple(doers(sentence, index))
        yield Stance(move="threaten", cue=index, holders=own, about=(index,), condition=told_if, rule="leave unless")


def _warning(sentence: Sentence, index: int) -> Iterator[Stance]:
    """As in "the group warned that it may withdraw from the talks unless ...": a threat to do it oneself."""
    if sentence.tokens[index].lemma.lower() != "warn" or negation(sentence, index) is not None:
        return
    own = doers(sentence, index)
    for clause in children(sentence, index, "ccomp"):
        acting = children(sentence, clause, "nsubj")
        itself = any(sentence.tokens[one].text.lower() in {"it", "they", "we", "he", "she"} for one in acting)
        if itself and shared_modal(sentence, clause) and negation(sentence, clause) is None:
            told_if = conditions(sentence, clause)
            yield Stance(
                move="threaten", cue=index, holders=tuple(own), about=(clause,), condition=told_if, rule="warning"
            )


def _threat(sentence: Sentence, index: int) -> Iterator[Stance]:
    """A will, or a pledge, to use force."""
    if negation(sentence, index) is not None:
        return
    pledged = sentence.tokens[index].lemma.lower() in words("pledging")
    clauses = children(sentence, index, "xcomp", "ccomp", "obj") if pledged else [index]
    future = pledged or shared_modal(sentence, index) in {"will", "would", "shall"}
    if future and any(is_forceful(sentence, one) for one in clauses):
        clauses = [*clauses, *(one for one in children(sentence, index, "advcl") if sentence.tokens[one].xpos == "VB")]
        suffered = is_passive(sentence, index)  # "they would be disarmed by force": by whoever says so
        yield Stance(
            move="threaten", cue=index, holders=() if suffered else tuple(doers(sentence, index)), about=tuple(clauses),
            condition=conditions(sentence, index), speaks=suffered, rule="force",
        )  # fmt: skip


def is_forceful(sentence: Sentence, index: int) -> bool:
    """Tell whether a verb is one of taking and striking, or stands with the words of force: "by military means"."""
    token = sentence.tokens[index]
    first, last = sentence.reach(index)
    spoken = " ".join(token.text.lower() for token in sentence.tokens[first:last])
    if any(phrase in spoken for phrase in words("by_force")):
        return True
    if token.upos != "VERB":
        return False
    waged = {sentence.tokens[one].lemma.lower() for one in children(sentence, index, "obj", "xcomp")}
    renewed = token.lemma.lower() in words("resuming") and bool(waged & words("warfare"))
    return renewed or token.lemma.lower() in words("force")
