"""The words of a sentence that tell of a meeting, and those that only seem to."""

import re
from collections.abc import Iterator

import msgspec

from detente.language import Sentence
from detente.lexicon.meetings import Meeting, MeetingVerb, language
from detente.lexicon.roles import titles
from detente.understand.grammar import antecedent, children, conjuncts, is_passive, objects, preposition
from detente.understand.talks.path import verb_status

ORDINAL = re.compile(r"(?:fir|1)st|(?:seco|2)nd|(?:thi|3)rd|(?:four|fif|six|seven|eigh|nin|ten)th")


STRAY = frozenset({"nmod:desc", "appos", "dep", "list"})  # what a tree makes of an object with a long title
HAPPENING = frozenset({"postponed", "cancelled", "suspended", "held"})


class Trigger(msgspec.Struct, frozen=True):
    """A word that tells of a meeting, whether it does so as a verb, and the lexicon entry that says so."""

    index: int
    meeting: Meeting
    verb: bool = False


def triggers_in(sentence: Sentence, before: Sentence | None = None) -> Iterator[Trigger]:
    """Yield the meeting words of a sentence; of a noun phrase ("a round of talks") only its head.

    `before` is the sentence before it, in which the round may be named that "the first" is one of.
    """
    for token in sentence.tokens:
        lemma = token.lemma.lower()
        noun = token.upos in {"NOUN", "PROPN"} or _is_noun(sentence, token.index)
        if token.upos == "VERB" and lemma in language().verbs and not noun:
            for verb in language().verbs[lemma]:
                if _fits(sentence, token.index, verb) and not _is_purpose(sentence, token.index, verb):
                    yield Trigger(token.index, verb.meeting, verb=True)
                    break
        elif noun:
            meeting = language().nouns.get(lemma) or language().nouns.get(token.text.lower())
            if meeting and _names_one(sentence, token.index, meeting):
                yield Trigger(token.index, meeting)
        elif _means_the_talk(sentence, token.index):
            yield Trigger(token.index, language().nouns["it"])
        elif _stands_for_round(sentence, token.index, before):
            yield Trigger(token.index, language().nouns["round"])


def _means_the_talk(sentence: Sentence, index: int) -> bool:
    """Tell whether "it" is what is put off or takes place: "it was called off by the American side"."""
    token = sentence.tokens[index]
    if token.text.lower() not in {"it", "this", "they"} or token.rel not in {"nsubj", "nsubj:pass"} or token.head < 0:
        return False
    if token.text.lower() == "they":
        return _are_talks(sentence, token.head)
    return verb_status(sentence, token.head) in HAPPENING and token.upos == "PRON"


def _are_talks(sentence: Sentence, verb: int) -> bool:
    """Tell whether what "they" do only talks do: "they are due to open on Monday", "they were put off", "they took place"."""
    ahead = children(sentence, verb, "xcomp")
    own = verb_status(sentence, verb)
    doing = {verb_status(sentence, i) for i in ahead} if own == "planned" else {own}
    passive = is_passive(sentence, verb)
    place = any(sentence.tokens[i].lemma.lower() == "place" for i in children(sentence, verb, "obj"))
    free = not any(children(sentence, i, "obj", "ccomp") for i in (verb, *ahead))
    return (
        place or (passive and own in HAPPENING) or (free and own == "planned" and bool(doing & {"under_way", "held"}))
    )


def _stands_for_round(sentence: Sentence, index: int, previous: Sentence | None) -> bool:
    """Tell whether an ordinal stands for the round told before: "the first round was in Muscat, the second in Rome"."""
    token = sentence.tokens[index]
    if not ORDINAL.fullmatch(token.text.lower()) or token.rel == "amod" or not children(sentence, index, "det"):
        return False
    opening = previous is not None and token.rel in {"nsubj", "nsubj:pass", "nsubj:outer", "root", "dislocated"}
    before = (*(previous.tokens if previous and opening else ()), *sentence.tokens[:index])
    return any(
        one.upos == "NOUN" and one.lemma.lower() in language().nouns and not language().nouns[one.lemma.lower()].weak
        for one in before
    )


def _is_purpose(sentence: Sentence, index: int, verb: MeetingVerb) -> bool:
    """Tell whether a verb only says what another meeting word is for: "met to discuss"."""
    return verb.meeting.id == "discuss" and bool(children(sentence, index, "mark"))


def _is_noun(sentence: Sentence, index: int) -> bool:
    """A plural that the reader takes for a verb though it has no subject: "after talks with", "agreed to talks"."""
    token = sentence.tokens[index]
    return token.text.lower() in {"talks", "meetings"} and not children(sentence, index, "nsubj", "aux")


def _fits(sentence: Sentence, index: int, verb: MeetingVerb) -> bool:
    """Tell whether a verb stands with the particle and preposition that its entry asks for."""
    if verb.particle:
        near = {sentence.tokens[i].text.lower() for i in children(sentence, index, "advmod", "compound:prt")}
        near |= {sentence.tokens[i].lemma.lower() for i in children(sentence, index, "obj")}
        return verb.particle in near or _next(sentence, index) == verb.particle
    if verb.preposition:
        return any(preposition(sentence, i) == verb.preposition for i in children(sentence, index, "obl"))
    if verb.meeting.id == "invite":
        first, last = sentence.reach(index)
        told = any(token.lemma.lower() in language().nouns for token in sentence.tokens[first:last])
        return bool(children(sentence, index, "obj", "nsubj:pass")) and not told
    if verb.meeting.id == "receive":
        return any(sentence.tokens[i].lemma.lower() not in language().nouns for i in objects_of(sentence, index))
    if verb.meeting.id == "call":
        if children(sentence, index, "nsubj:pass"):
            return False
        named = children(sentence, index, "xcomp", "compound:prt", "ccomp") or _predicative(sentence, index)
        return bool(children(sentence, index, "obj")) and not named
    return True


def _next(sentence: Sentence, index: int) -> str | None:
    return sentence.tokens[index + 1].text.lower() if index + 1 < len(sentence.tokens) else None


def _predicative(sentence: Sentence, index: int) -> bool:
    """As in "called Rwanda an aggressor": a second object, or one with an apposition right behind it."""
    own = children(sentence, index, "obj", "iobj")
    quoted = any(token.text in {"“", '"', "‘"} for token in sentence.tokens[index + 1 : index + 5])
    nested = any(
        sentence.tokens[one].upos == "NOUN" and one > i for i in own for one in children(sentence, i, "appos", "acl")
    )
    return len(own) > 1 or quoted or nested


def _names_one(sentence: Sentence, index: int, meeting: Meeting) -> bool:
    """Tell whether a noun names a meeting: its number, the words that must or must not stand with it, its place."""
    token = sentence.tokens[index]
    one = not token.text.lower().endswith("s")
    if meeting.plural and one and (meeting.weak or not _is_held(sentence, index)):
        return False
    if token.rel == "compound" or _is_part_of_other(sentence, index) or _is_discussed(sentence, index):
        return False
    below = [sentence.tokens[i] for i in sentence.children[index] if sentence.tokens[i].rel != "case"]
    near = {one.lemma.lower() for one in below} | {one.text.lower() for one in below}
    prepositions = {preposition(sentence, i) for i in children(sentence, index, "nmod")}
    if meeting.unless & (near | prepositions) or (meeting.id == "round" and _of_other_things(sentence, index)):
        return False
    above = {sentence.tokens[token.head].lemma.lower()} if token.head >= 0 else set()
    known = (
        meeting.id == "round" and "the" in near and above & (set(language().verbs) | language().words["carry"] | STATES)
    )
    return not meeting.only or bool(known or meeting.only & (near | prepositions | above))


def _is_discussed(sentence: Sentence, index: int) -> bool:
    """As in "met to discuss nuclear talks with Iran": what others talk about, no meeting of theirs."""
    token = sentence.tokens[index]
    above = token.head if token.rel == "obj" else -1
    about = above >= 0 and any(
        verb.meeting.id == "discuss" for verb in language().verbs.get(sentence.tokens[above].lemma, ())
    )
    return about and bool(children(sentence, above, "mark"))


def _is_held(sentence: Sentence, index: int) -> bool:
    """Tell whether one talk is held with somebody, though the noun stands for talking: "held a discussion with the envoy"."""
    token = sentence.tokens[index]
    above = sentence.tokens[token.head].lemma.lower() if token.head >= 0 else ""
    marked = {preposition(sentence, i) for at in (index, max(token.head, 0)) for i in sentence.children[at]}
    return (
        token.rel in {"obj", "nsubj:pass"} and above in language().words["carry"] and bool(marked & {"with", "between"})
    )


def _of_other_things(sentence: Sentence, index: int) -> bool:
    """Tell whether a round is one of strikes, sanctions or votes."""
    below = [i for i in children(sentence, index, "nmod") if preposition(sentence, i) == "of"]
    known = set(language().nouns) | titles() | {"diplomacy"}
    return any(sentence.tokens[i].lemma.lower() not in known and sentence.tokens[i].upos != "PROPN" for i in below)


STATES = frozenset(
    {"postpone", "cancel", "put", "due", "begin", "start", "end", "convene", "open", "close", "conclude"}
)


def _is_part_of_other(sentence: Sentence, index: int) -> bool:
    """A noun under another meeting word ("round of talks", "talks in a meeting of ...") is told by that one."""
    token = sentence.tokens[index]
    if token.head < 0 or token.rel != "nmod" or preposition(sentence, index) != "of":
        return False
    head = sentence.tokens[token.head]
    other = language().nouns.get(head.lemma.lower())
    return other is not None and not other.weak and head.upos in {"NOUN", "PROPN"}


def is_background(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell talking in general from a meeting: "results of discussions", "months of talks", "has met six times"."""
    token = sentence.tokens[trigger.index]
    words = language().words
    if trigger.verb:
        habits = children(sentence, trigger.index, "advmod", "obl:unmarked", "obl")
        return any(sentence.tokens[i].lemma.lower() in words["habit"] for i in habits)
    if token.rel == "nmod" and preposition(sentence, trigger.index) == "of" and token.head >= 0:
        above = sentence.tokens[token.head].lemma.lower()
        if above not in words["part"] and above not in language().nouns:
            return True
    if _again_and_again(sentence, token.head) or _series(sentence, trigger.index):
        return True
    counted = [sentence.tokens[i] for i in children(sentence, trigger.index, "amod", "det", "nummod")]
    return token.text.lower().endswith("s") and any(one.lemma.lower() in words["habit"] for one in counted)


def _again_and_again(sentence: Sentence, verb: int) -> bool:
    """Tell whether what governs a noun is told of many times: "have been frozen more than once"."""
    if verb < 0 or sentence.tokens[verb].upos != "VERB":
        return False
    low = " ".join(sentence.tokens[i].text.lower() for i in range(verb, min(verb + 6, len(sentence.tokens))))
    return any(
        phrase in low for phrase in ("more than once", "repeatedly", "several times", "time and again", "many times")
    )


def _series(sentence: Sentence, index: int) -> bool:
    """Tell whether a plural is counted as the rounds of a series: "after five rounds of talks"."""
    token = sentence.tokens[index]
    numbers = [sentence.tokens[i].text.lower() for i in children(sentence, index, "nummod")]
    return token.lemma.lower() in {"round", "session"} and any(one not in {"1", "one"} for one in numbers)


def objects_of(sentence: Sentence, index: int) -> list[int]:
    """Return the objects of a meeting verb that are things, not clauses; also those that the tree hangs on it as a name."""
    found = [
        i for i in objects(sentence, index) if sentence.tokens[i].upos in {"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET"}
    ]
    stray = [i for i in children(sentence, index, *STRAY) if i > index and preposition(sentence, i) is None]
    behind = [i for i in children(sentence, index, "obl") if i > index and sentence.tokens[i].upos == "PROPN"]
    stray += [i for i in behind if preposition(sentence, i) is None]  # "received in Cairo on Wednesday Mr. Boulos"
    found = found or [one for i in stray for one in conjuncts(sentence, i)]
    return [antecedent(sentence, i) for i in found]  # "the minister, who was received by ..."


def of_sport(sentence: Sentence) -> bool:
    """Tell whether a sentence is about a game: states meet there too."""
    return any(token.lemma.lower() in language().words["sport"] for token in sentence.tokens)
