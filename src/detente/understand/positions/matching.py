"""Where the frames of the lexicon of moves stand in a sentence's tree."""

from collections.abc import Iterator

import msgspec

from detente.language import Sentence
from detente.lexicon.moves import Frame, Index, frames_of, words
from detente.understand.grammar import (
    children,
    conjuncts,
    is_passive,
    modal,
    negation,
    objects,
    particle,
    possessors,
    preposition,
    shared_modal,
    subjects,
)
from detente.understand.positions.reach import added, antecedent, set_apart

CLAUSES = ("ccomp", "xcomp", "advcl", "acl", "acl:relcl", "csubj")
NAMING = frozenset("make call describe label brand term deem consider dub find regard denounce dismiss see".split())


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """A frame and the tokens that fill its slots; `told` is the word whose negation, modals and conditions count."""

    frame: Frame
    cue: int
    told: int
    holders: tuple[int, ...]
    targets: tuple[int, ...] = ()
    about: tuple[int, ...] = ()


def matches(sentence: Sentence, frames: Index) -> Iterator[Match]:
    """Yield, for every word of a sentence, the most demanding frame that it heads and whose slots are filled."""
    for token in sentence.tokens:
        readings = (read(sentence, token.index, frames) for read in (_said, _verb, _noun))
        found = next((match for match in readings if match is not None), None)
        if found is not None:
            yield found


# ── verbs ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _verb(sentence: Sentence, index: int, frames: Index) -> Match | None:
    token = sentence.tokens[index]
    if token.upos not in {"VERB", "AUX"}:
        return None
    for frame in frames_of(frames, "verb", token.lemma.lower()):
        if not (_particle_fits(sentence, index, frame) and _fits(sentence, index, frame)):
            continue
        if frame.about == "for" and frame.target is None and token.lemma in NAMING and children(sentence, index, "obj"):
            continue  # "calling it a catastrophe for ..."
        targets = _target(sentence, index, frame)
        about = [_meant(sentence, one) for one in _about(sentence, index, frame) if one not in targets]
        about = [one for one in about if not set_apart(sentence, one) and not added(sentence, one)]
        about = (
            [index] if frame.future or frame.move == "comply" else about
        )  # "will release prisoners": the act is given
        if about and (frame.target is None or targets):
            holders = _owners_of_stand(sentence, about) if frame.holder is None else doers(sentence, index)
            if frame.move == "unchanged" and not holders:
                continue
            return Match(
                frame=frame, cue=index, told=index, holders=tuple(holders), targets=tuple(targets), about=tuple(about)
            )  # fmt: skip
    return None


def doers(sentence: Sentence, index: int) -> list[int]:
    """Return who does it: by the tree, else by the reader's roles.

    A verb in the singular does not share a subject in the plural: in "he says that A and B plan ..., and calls on" it is
    he who calls.
    """
    token = sentence.tokens[index]
    found = _faulted(sentence, index) or subjects(sentence, index)
    if token.xpos == "VBZ" and token.rel == "conj" and len(found) > 1 and not children(sentence, index, "nsubj"):
        above = [one for one in sentence.ancestors(index)[1:] if sentence.tokens[one].xpos == "VBZ"]
        found = (above and subjects(sentence, above[0])) or found
    predicate = sentence.predicate_at.get(index)
    role = predicate.role("ARG0") if predicate else None
    hung = (
        token.rel == "advcl" and token.xpos == "VBG"
    )  # "ended with Russia demanding": the tree gives the main subject
    if (found and not (hung and role)) or is_passive(sentence, index) or token.xpos == "VBN":
        return found
    return conjuncts(sentence, role.head) if role else []


def _faulted(sentence: Sentence, index: int) -> list[int]:
    """As in "accused Hamas of *refusing* a deal", "criticised it for rejecting ...": who is blamed or thanked for it."""
    token = sentence.tokens[index]
    if token.xpos != "VBG" or token.rel not in {"advcl", "acl", "xcomp", "ccomp"} or token.head < 0:
        return []
    above, mark = sentence.tokens[token.head], preposition(sentence, index) or _mark(sentence, index)
    if above.lemma.lower() in words("faulting") and mark in {"of", "for", "over"}:
        return children(sentence, above.index, "obj", "nsubj:pass")
    if token.rel == "acl" and sentence.tokens[above.head].lemma.lower() in words("faulting") and mark == "of":
        return [above.index]
    return []


def _particle_fits(sentence: Sentence, index: int, frame: Frame) -> bool:
    """Whether the particle is the frame's, also where the tree hangs it on the noun: "pull *out* of the deal"."""
    part = particle(sentence, index)
    if part == frame.particle or (
        frame.particle is not None and frame.about and objects(sentence, index, frame.particle)
    ):
        return True
    return frame.particle is None and (frame.future or part == "up" or part in frame.fixed)


def _fits(sentence: Sentence, index: int, frame: Frame) -> bool:
    """Whether the fixed words hang on the head, and its future and negation are as the frame asks."""
    near = [sentence.tokens[one] for one in _near(sentence, index)]
    hung = {token.lemma.lower() for token in near} | {token.text.lower() for token in near}
    if not all(hung & set(word.split("|")) for word in frame.fixed):
        return False
    if frame.future and shared_modal(sentence, index) not in {"will", "would", "shall"}:
        return False
    return not frame.negative or negation(sentence, index) is not None


def _near(sentence: Sentence, index: int) -> Iterator[int]:
    """The words that hang on a head and on its own nouns, not those of other clauses."""
    for one in sentence.children[index]:
        if sentence.tokens[one].rel not in {"advcl", "ccomp", "conj", "parataxis", "acl:relcl", "csubj"}:
            yield one
            yield from (below for below in sentence.children[one] if sentence.tokens[below].rel not in CLAUSES)
        else:
            yield from children(sentence, one, "mark", "case")


def _target(sentence: Sentence, index: int, frame: Frame) -> list[int]:
    if frame.target is None:
        return []
    if frame.target:
        return objects(sentence, index, frame.target)
    found = children(sentence, index, "iobj", "obj", "nsubj:pass")
    return [one for head in found[:1] for one in conjuncts(sentence, head)]


def _about(sentence: Sentence, index: int, frame: Frame) -> list[int]:
    if frame.about is None:
        return []
    if frame.about == "subject":
        found = children(sentence, index, "nsubj", "nsubj:pass", "csubj")
        return [one for head in found for one in conjuncts(sentence, head)]
    if frame.about == "to" and set(frame.fixed) & {"yes", "no"}:
        return _answered(sentence, index, frame.fixed[0])
    if frame.about == "to":
        found = objects(sentence, index, "to")
        governed = [one for one in found if sentence.tokens[one].rel != "advcl"]  # not what it is done in order *to*
        return governed or found or _infinitives(sentence, index) or _of_fixed(sentence, index, frame)
    if frame.about == "that":
        clauses = [one for head in children(sentence, index, "ccomp") for one in conjuncts(sentence, head)]
        return [one for one in clauses if frame.move != "demand" or asked(sentence, one)]
    if not frame.about:
        role = [one for one in children(sentence, index, "obl") if preposition(sentence, one) == "as"]
        return [one for one in (*objects(sentence, index), *role) if not _placed_by(sentence, index, one)]
    return (
        objects(sentence, index, frame.about)
        or (objects(sentence, index, frame.particle) if frame.particle else [])
        or _of_fixed(sentence, index, frame)
        or _stranded(sentence, index, frame.about)
    )


def asked(sentence: Sentence, clause: int) -> bool:
    """Tell whether a clause says what shall be, and not what is: "insists that Kyiv *withdraw*", not "that it *has*"."""
    token, will = sentence.tokens[clause], modal(sentence, clause)
    if will is not None:
        return will in {"must", "should", "shall"} or (will == "will" and negation(sentence, clause) is None)
    auxiliaries = [sentence.tokens[one] for one in children(sentence, clause, "aux", "aux:pass", "cop")]
    if auxiliaries:
        return any(one.xpos == "VB" for one in auxiliaries) and not any(one.lemma == "have" for one in auxiliaries)
    return token.xpos in {"VB", "VBP"} or (
        token.lemma in {"have", "need"} and bool(children(sentence, clause, "xcomp"))
    )


def _answered(sentence: Sentence, index: int, word: str) -> list[int]:
    """What a yes or a no is said to: "no to a *meeting* but yes to an envoy", whatever the tree hangs it on."""
    said = [one for one in range(*sentence.reach(index)) if sentence.tokens[one].text.lower() == word]
    hung = [child for one in said for child in objects(sentence, one, "to")]
    direct = [one for one in objects(sentence, index, "to") if sentence.tokens[one].text.lower() not in {"yes", "no"}]
    other = {"yes": "no", "no": "yes"}[word]
    between = [one for one in direct if said and said[0] < one and other not in {
        token.text.lower() for token in sentence.tokens[said[0] : one]
    }]  # fmt: skip
    return hung or between


def _stranded(sentence: Sentence, index: int, mark: str) -> list[int]:
    """As in "the truce that Ankara called *for*": the noun above, where its preposition was left at the end."""
    if sentence.tokens[index].rel != "acl:relcl":
        return []
    left = [one for one in sentence.children[index] if sentence.tokens[one].text.lower() == mark and one > index]
    return [antecedent(sentence, index)] if left and not sentence.children[left[0]] else []


def _placed_by(sentence: Sentence, index: int, head: int) -> bool:
    """Whether a relative clause takes the noun only through a preposition: "the summit *for which* Kyiv prepares"."""
    if sentence.tokens[index].head != head or sentence.tokens[index].rel != "acl:relcl":
        return False
    return any(sentence.tokens[one].xpos in {"WDT", "WP"} for one in children(sentence, index, "obl"))


def _of_fixed(sentence: Sentence, index: int, frame: Frame) -> list[int]:
    """What hangs on a fixed noun rather than on its verb: "cast doubt *on* the truce"."""
    fixed = {word for row in frame.fixed for word in row.split("|")}
    hung = children(sentence, index, "obj", "advmod", "xcomp")
    nouns = [one for one in hung if sentence.tokens[one].lemma.lower() in fixed]
    return [one for noun in nouns for one in objects(sentence, noun, frame.about or "")]


def _meant(sentence: Sentence, index: int) -> int:
    """Follow a relative pronoun to the noun that it stands for: "a proposal to *which* Israel agrees"."""
    if sentence.tokens[index].xpos not in {"WDT", "WP"}:
        return index
    clause = next((one for one in sentence.ancestors(index) if sentence.tokens[one].rel == "acl:relcl"), None)
    return index if clause is None else antecedent(sentence, clause)


def _infinitives(sentence: Sentence, index: int) -> list[int]:
    return [one for one in children(sentence, index, "xcomp") if sentence.tokens[one].xpos in {"VB", "VBN"}]


# ── nouns ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _noun(sentence: Sentence, index: int, frames: Index) -> Match | None:
    """As in "Russia's demand for ...", "expressed its readiness to ...", "its main condition is that ..."."""
    token = sentence.tokens[index]
    if token.upos not in {"NOUN", "PROPN"}:
        return None
    rows = [frame for frame in frames_of(frames, "noun", token.lemma.lower()) if _fits(sentence, index, frame)]
    for reading in (_of_noun, _within_noun, _told_of_noun):
        for frame in rows:
            holders = [] if frame.holder is None else _owners(sentence, index, frame)
            about = [one for one in reading(sentence, index, frame) if one not in holders]
            if about and (holders or frame.holder is None):
                told = _told_at(sentence, index)
                return Match(frame=frame, cue=index, told=told, holders=tuple(holders), about=tuple(about))
    return None


def _told_at(sentence: Sentence, index: int) -> int:
    """The light verb that carries a noun's mood, else the noun itself."""
    token = sentence.tokens[index]
    light = token.rel in {"obj", "nsubj:pass"} and sentence.tokens[token.head].lemma.lower() in words("light")
    return token.head if light else index


def _owners(sentence: Sentence, index: int, frame: Frame) -> list[int]:
    """Whose noun it is: the owner named, else whoever the verb over it gives it to."""
    named = [one for one in possessors(sentence, index) if preposition(sentence, one) != frame.about]
    if named and all(sentence.tokens[one].upos != "PRON" for one in named):
        return named
    return _through_light_verb(sentence, index) or _through_fault(sentence, index) or named


def _through_fault(sentence: Sentence, index: int) -> list[int]:
    """As in "criticised Iran for the *rejection* of the deal": Iran's."""
    token = sentence.tokens[index]
    if token.rel != "obl" or preposition(sentence, index) not in {"for", "over"}:
        return []
    verb = sentence.tokens[token.head]
    return children(sentence, verb.index, "obj") if verb.lemma.lower() in words("faulting") else []


def _through_light_verb(sentence: Sentence, index: int) -> list[int]:
    """Whose noun it is where a verb only lends it a subject: "Hamas expressed readiness", "Cairo made an appeal"."""
    token = sentence.tokens[index]
    verb = sentence.tokens[token.head]
    if token.rel == "obl" and preposition(sentence, index) == "with" and verb.upos == "VERB":
        return doers(sentence, verb.index)  # "responded with an offer to ..."
    if token.head < 0 or token.rel not in {"obj", "nsubj:pass", "conj"}:
        return []
    return doers(sentence, verb.index) if verb.lemma.lower() in words("light") else []


def _of_noun(sentence: Sentence, index: int, frame: Frame) -> list[int]:
    """What a word after the noun marks; of a condition, what it is said to be comes first."""
    if sentence.tokens[index].lemma.lower() in words("conditions"):
        told = _told_of_noun(sentence, index, frame)
        if told:
            return told
    found = children(sentence, index, "nmod", *CLAUSES)
    marked = [one for one in found if frame.about in {preposition(sentence, one), _mark(sentence, one)}]
    joined = [one for head in marked for one in conjuncts(sentence, head)]
    return [index, *joined] if joined and _is_named(sentence, index) else joined


def _within_noun(sentence: Sentence, index: int, frame: Frame) -> list[int]:
    """As in "Egypt's *ceasefire* proposal", with what such a proposal is said to include."""
    return [index, *_told_of_noun(sentence, index, frame)] if _is_named(sentence, index) else []


def _is_named(sentence: Sentence, index: int) -> bool:
    """Whether the words before a noun say whose it is and what it is about."""
    owners = [one for one in children(sentence, index, "nmod:poss") if sentence.tokens[one].upos == "PROPN"]
    return bool(owners and children(sentence, index, "compound"))


def _told_of_noun(sentence: Sentence, index: int, frame: Frame) -> list[int]:
    """What the noun is said to be, or to include; its complement may stand after "that" or "to" there too."""
    token = sentence.tokens[index]
    if frame.form != "noun" or token.rel not in {"nsubj", "nsubj:outer"} or token.head < 0:
        return []
    above = token.head
    if children(sentence, above, "cop"):
        clause = token.rel == "nsubj:outer" or children(sentence, above, "mark")
        found = [above] if clause or sentence.tokens[above].upos in {"NOUN", "PROPN"} else []
    elif sentence.tokens[above].lemma.lower() == "be":
        found = children(sentence, above, "ccomp", "xcomp", "csubj")
    else:
        found = objects(sentence, above) if sentence.tokens[above].lemma.lower() in {"include", "remain"} else []
    return [one for head in found for one in conjuncts(sentence, head)]


def _mark(sentence: Sentence, index: int) -> str | None:
    found = children(sentence, index, "mark")
    return sentence.tokens[found[0]].text.lower() if found else None


# ── what is said of something ───────────────────────────────────────────────────────────────────────────────────────


def _said(sentence: Sentence, index: int, frames: Index) -> Match | None:
    """As in "Kyiv is open to ...", "the plan is unacceptable to Cairo", "Cairo called the plan unacceptable"."""
    token = sentence.tokens[index]
    rows = frames_of(frames, "said", token.text.lower()) or frames_of(frames, "said", token.lemma.lower())
    named = _named_by(sentence, index)
    if not rows or token.xpos in {"VB", "VBD", "VBP", "VBZ", "MD"} or _has_done(sentence, index):
        return None
    own = subjects(sentence, index) or children(sentence, index, "nsubj:pass")
    for frame in rows:
        if not _fits(sentence, index, frame):
            continue
        if frame.about == "subject":
            about = named[1] if named else own
            holders = named[0] if named else objects(sentence, index, frame.holder) if frame.holder else []
            if frame.move == "unchanged":
                holders = _owners_of_stand(sentence, about)
        else:
            about, holders = objects(sentence, index, frame.about) if frame.about else [], own
        if about and (holders or (frame.about == "subject" and frame.move != "unchanged")):
            told = token.head if named else index
            return Match(frame=frame, cue=index, told=told, holders=tuple(holders), about=tuple(about))
    return None


def _owners_of_stand(sentence: Sentence, about: list[int]) -> list[int]:
    """Whose demands or position it is that is told to be unchanged."""
    stands = [one for one in about if sentence.tokens[one].lemma.lower() in words("stands")]
    return [owner for one in stands for owner in possessors(sentence, one)]


def _has_done(sentence: Sentence, index: int) -> bool:
    """Whether a participle stands in a perfect tense: "has *opened*" says nothing of a subject that is open."""
    auxiliaries = {sentence.tokens[one].lemma.lower() for one in children(sentence, index, "aux")}
    return sentence.tokens[index].upos == "VERB" and "have" in auxiliaries and not is_passive(sentence, index)


def _named_by(sentence: Sentence, index: int) -> tuple[list[int], list[int]] | None:
    """Who calls what by this word, where a verb of naming governs it."""
    token = sentence.tokens[index]
    if token.head < 0 or token.rel not in {"xcomp", "obl", "obj"}:
        return None
    verb = sentence.tokens[token.head]
    if verb.lemma.lower() not in NAMING:
        return None
    thing = children(sentence, index, "nsubj")
    thing = thing or [one for one in children(sentence, verb.index, "obj", "nsubj:pass") if one != index]
    return doers(sentence, verb.index), thing
