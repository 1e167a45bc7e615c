"""The noun of this folder, one act, and what makes words tell one: that it was done, by or to somebody armed."""

import msgspec

from detente.language import Sentence
from detente.lexicon.parties import parties
from detente.lexicon.violence import Kind, violence
from detente.understand.actors import Cast
from detente.understand.grammar import children, negation, preposition
from detente.understand.talks.path import form_of

UNDONE = frozenset({"will", "would", "may", "should", "infinitive"})
# Verbs under which an act is only feared, ordered or forbidden.
UNREAL = frozenset("threaten warn vow pledge promise plan prepare order urge call demand refuse stop prevent avoid fear risk prohibit ban end halt cease convict acquit indict sentence commemorate mark".split())  # fmt: skip
# Verbs under which an infinitive tells of something that was begun.
BEGUN = frozenset("try attempt begin start continue manage resume seek use exploit".split())


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """One act: its kind, its word, the heads of who did it (nobody, where the words do not say); or the weapon of one."""

    kind: Kind
    token: int
    doers: tuple[int, ...] = ()
    weapon: bool = False


def was_done(sentence: Sentence, index: int) -> bool:
    """Tell whether a verb is told as done: no negation, no modal, no condition, nothing that only fears or forbids it."""
    above, form = sentence.tokens[index].head, form_of(sentence, index)
    if form == "infinitive" and above >= 0 and sentence.tokens[above].lemma.lower() in BEGUN:
        return was_done(sentence, above)
    if negation(sentence, index) is not None or form in UNDONE:
        return False
    marks = {sentence.tokens[i].text.lower() for i in children(sentence, index, "mark")}
    if marks & {"if", "unless", "whether", "before", "until"}:
        return False
    if above < 0:
        return True
    if marks & {"while", "when"} and form_of(sentence, above) in UNDONE:
        return False
    bare = form == "open"
    return not (bare and sentence.tokens[above].lemma.lower() in UNREAL) and (
        not bare or sentence.tokens[index].rel not in {"xcomp", "conj"} or was_done(sentence, above)
    )


def are_people(sentence: Sentence, index: int) -> bool:
    """Tell whether a noun is for people who can be killed or wounded."""
    return sentence.tokens[index].lemma.lower() in violence().words["people"]


def is_armed(sentence: Sentence, cast: Cast, index: int, *, named: bool = False) -> bool:
    """Tell whether a noun phrase is armed people or things, or a party to a conflict (not a minister or envoy of it)."""
    token = sentence.tokens[index]
    words = violence().words["armed"]
    below = children(sentence, index, "compound", "amod", "nmod")
    inner = [i for i in below if preposition(sentence, i) in {None, "of"}]
    if token.lemma.lower() in words or any(sentence.tokens[i].lemma.lower() in words for i in inner):
        return True
    sides = cast.parties_of(sentence, index)
    if any(side in parties() and parties()[side].kind == "armed group" for side in sides):
        return True
    if token.upos == "PRON":
        return not named and bool(sides)
    mention = cast.at(sentence, index)
    return not named and mention is not None and mention.kind in {"name", "capital"} and not mention.place
