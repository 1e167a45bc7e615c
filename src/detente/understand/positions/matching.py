"""Where the frames of the lexicon of moves stand in a sentence's tree."""

from collections.abc import Iterator

import msgspec

from detente.language import Sentence
from detente.lexicon.moves import Frame, frames, words
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
    subjects,
)
from detente.understand.positions.reach import antecedent, set_apart

CLAUSES = ("ccomp", "xcomp", "advcl", "acl", "acl:relcl", "csubj")
NAMING = frozenset("call describe label brand term deem consider dub find regard denounce dismiss see".split())


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """A frame and the tokens that fill its slots; `told` is the word whose negation, modals and conditions count."""

    frame: Frame
    cue: int
    told: int
    holders: tuple[int, ...]
    targets: tuple[int, ...] = ()
    about: tuple[int, ...] = ()


def matches(sentence: Sentence) -> Iterator[Match]:
    """Yield, for every word of a sentence, the most demanding frame that it heads and whose slots are filled."""
    for token in sentence.tokens:
        for found in (_verb(sentence, token.index), _noun(sentence, token.index), _said(sentence, token.index)):
            if found is not None:
                yield found


# ── verbs ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _verb(sentence: Sentence, index: int) -> Match | None:
    token = sentence.tokens[index]
    if token.upos not in {"VERB", "AUX"}:
        return None
    for frame in frames("verb").get(token.lemma.lower(), ()):
        if not (_particle_fits(sentence, index, frame) and _fits(sentence, index, frame)):
            continue
        targets = _target(sentence, index, frame)
        about = [_meant(sentence, one) for one in _about(sentence, index, frame) if one not in targets]
        about = [one for one in about if not set_apart(sentence, one) and not _added(sentence, one)]
        about = [index] if about and frame.future else about  # "will release prisoners": the act itself is given
        if about and (frame.target is None or targets):
            holders = _owners_of_stand(sentence, about) if frame.holder is None else doers(sentence, index)
            return Match(
                frame=frame, cue=index, told=index, holders=tuple(holders), targets=tuple(targets), about=tuple(about)
            )  # fmt: skip
    return None


def doers(sentence: Sentence, index: int) -> list[int]:
    """Return who does it: by the tree, else by the reader's roles.

    A verb in the singular does not share a subject in the plural: in "he says that A and B plan ..., and calls on" it is
    he who calls.
    """
    found = subjects(sentence, index)
    token = sentence.tokens[index]
    if token.xpos == "VBZ" and token.rel == "conj" and len(found) > 1 and not children(sentence, index, "nsubj"):
        above = [one for one in sentence.ancestors(index)[1:] if sentence.tokens[one].xpos == "VBZ"]
        found = (above and subjects(sentence, above[0])) or found
    if found or is_passive(sentence, index) or token.xpos == "VBN":
        return found
    predicate = sentence.predicate_at.get(index)
    role = predicate.role("ARG0") if predicate else None
    return [role.head] if role else []


def _particle_fits(sentence: Sentence, index: int, frame: Frame) -> bool:
    part = particle(sentence, index)
    return part == frame.particle or (frame.particle is None and (part == "up" or part in frame.fixed))


def _fits(sentence: Sentence, index: int, frame: Frame) -> bool:
    """Whether the fixed words hang on the head, and its future and negation are as the frame asks."""
    hung = {sentence.tokens[one].lemma.lower() for one in _near(sentence, index)}
    if not all(hung & set(word.split("|")) for word in frame.fixed):
        return False
    if frame.future and modal(sentence, index) not in {"will", "would", "shall"}:
        return False
    return not frame.negative or negation(sentence, index) is not None


def _near(sentence: Sentence, index: int) -> Iterator[int]:
    """The words that hang on a head and on its own nouns, not those of other clauses."""
    for one in sentence.children[index]:
        if sentence.tokens[one].rel not in {"advcl", "ccomp", "conj", "parataxis", "acl:relcl", "csubj"}:
            yield one
            yield from (below for below in sentence.children[one] if sentence.tokens[below].rel not in CLAUSES)


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
    if frame.about == "to":
        return objects(sentence, index, "to") or _infinitives(sentence, index) or _of_fixed(sentence, index, frame)
    if frame.about == "that":
        return [one for head in children(sentence, index, "ccomp") for one in conjuncts(sentence, head)]
    if not frame.about:
        return objects(sentence, index)
    return objects(sentence, index, frame.about) or _of_fixed(sentence, index, frame)


def _of_fixed(sentence: Sentence, index: int, frame: Frame) -> list[int]:
    """What hangs on a fixed noun rather than on its verb: "cast doubt *on* the truce"."""
    fixed = {word for row in frame.fixed for word in row.split("|")}
    nouns = [one for one in children(sentence, index, "obj") if sentence.tokens[one].lemma.lower() in fixed]
    return [one for noun in nouns for one in objects(sentence, noun, frame.about or "")]


def _added(sentence: Sentence, index: int) -> bool:
    """Whether a clause is only added after a comma: "..., *saying* that"."""
    first = sentence.reach(index)[0]
    return sentence.tokens[index].rel == "advcl" and (
        sentence.tokens[first].text == "," or (first > 0 and sentence.tokens[first - 1].text == ",")
    )


def _meant(sentence: Sentence, index: int) -> int:
    """Follow a relative pronoun to the noun that it stands for: "a proposal to *which* Israel agrees"."""
    if sentence.tokens[index].xpos not in {"WDT", "WP"}:
        return index
    clause = next((one for one in sentence.ancestors(index) if sentence.tokens[one].rel == "acl:relcl"), None)
    return index if clause is None else antecedent(sentence, clause)


def _infinitives(sentence: Sentence, index: int) -> list[int]:
    return [one for one in children(sentence, index, "xcomp", "ccomp") if sentence.tokens[one].xpos in {"VB", "VBN"}]


# ── nouns ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _noun(sentence: Sentence, index: int) -> Match | None:
    """As in "Russia's demand for ...", "expressed its readiness to ...", "its main condition is that ..."."""
    token = sentence.tokens[index]
    if token.upos not in {"NOUN", "PROPN"}:
        return None
    for frame in frames("noun").get(token.lemma.lower(), ()):
        if not _fits(sentence, index, frame):
            continue
        holders = _owners(sentence, index, frame)
        about = _of_noun(sentence, index, frame, holders)
        if holders and about:
            return Match(
                frame=frame, cue=index, told=_told_at(sentence, index), holders=tuple(holders), about=tuple(about)
            )
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
    if token.head < 0 or token.rel not in {"obj", "nsubj:pass", "conj"}:
        return []
    verb = sentence.tokens[token.head]
    return doers(sentence, verb.index) if verb.lemma.lower() in words("light") else []


def _of_noun(sentence: Sentence, index: int, frame: Frame, holders: list[int]) -> list[int]:
    found = [one for one in children(sentence, index, "nmod", *CLAUSES) if one not in holders]
    marked = [one for one in found if frame.about in {preposition(sentence, one), _mark(sentence, one)}]
    owner = [one for one in children(sentence, index, "nmod:poss") if sentence.tokens[one].upos == "PROPN"]
    if owner and children(sentence, index, "compound"):
        return [index]  # "Egypt's ceasefire proposal"
    return [one for head in marked or _told_of_noun(sentence, index) for one in conjuncts(sentence, head)]


def _told_of_noun(sentence: Sentence, index: int) -> list[int]:
    """What the noun is said to be, or to include."""
    token = sentence.tokens[index]
    if token.rel != "nsubj" or token.head < 0:
        return []
    above = token.head
    if children(sentence, above, "cop"):
        return [above] if sentence.tokens[above].upos in {"NOUN", "PROPN", "VERB"} else []
    if sentence.tokens[above].lemma.lower() == "be":
        return children(sentence, above, "ccomp", "xcomp", "csubj")
    return objects(sentence, above) if sentence.tokens[above].lemma.lower() in {"include", "remain"} else []


def _mark(sentence: Sentence, index: int) -> str | None:
    found = children(sentence, index, "mark")
    return sentence.tokens[found[0]].text.lower() if found else None


# ── what is said of something ───────────────────────────────────────────────────────────────────────────────────────


def _said(sentence: Sentence, index: int) -> Match | None:
    """As in "Kyiv is open to ...", "the plan is unacceptable to Cairo", "Cairo called the plan unacceptable"."""
    token = sentence.tokens[index]
    rows = frames("said").get(token.text.lower(), ()) or frames("said").get(token.lemma.lower(), ())
    if not rows or token.upos not in {"ADJ", "NOUN", "VERB", "ADV"}:
        return None
    named = _named_by(sentence, index)
    own = subjects(sentence, index) or children(sentence, index, "nsubj:pass")
    for frame in rows:
        if not _fits(sentence, index, frame):
            continue
        if frame.about == "subject":
            about = named[1] if named else own
            holders = named[0] if named else objects(sentence, index, frame.holder) if frame.holder else []
            holders = holders or _owners_of_stand(sentence, about)
        else:
            about, holders = objects(sentence, index, frame.about) if frame.about else [], own
        if about and (holders or frame.about == "subject"):
            told = token.head if named else index
            return Match(frame=frame, cue=index, told=told, holders=tuple(holders), about=tuple(about))
    return None


def _owners_of_stand(sentence: Sentence, about: list[int]) -> list[int]:
    """Whose demands or position it is that is told to be unchanged."""
    stands = [one for one in about if sentence.tokens[one].lemma.lower() in words("stands")]
    return [owner for one in stands for owner in possessors(sentence, one)]


def _named_by(sentence: Sentence, index: int) -> tuple[list[int], list[int]] | None:
    """Who calls what by this word, where a verb of naming governs it."""
    token = sentence.tokens[index]
    if token.head < 0 or token.rel not in {"xcomp", "obl", "obj"}:
        return None
    verb = sentence.tokens[token.head]
    if verb.lemma.lower() not in NAMING:
        return None
    thing = [one for one in children(sentence, verb.index, "obj", "nsubj:pass") if one != index]
    return doers(sentence, verb.index), thing
