"""Frames of verbs: who does it, towards whom, and what it is about."""

from collections.abc import Iterator

from detente.language import Sentence
from detente.lexicon.moves import Frame, Index, frames_of
from detente.understand.grammar import PARTICLES, children, conjuncts, modal, negation, objects, particle, preposition
from detente.understand.positions.fitting import Match, doers, fits, owners_of_stand
from detente.understand.positions.reach import added, antecedent, set_apart

NAMING = frozenset("make call describe label brand term deem consider dub find regard denounce dismiss see".split())


def verb_readings(sentence: Sentence, index: int, frames: Index) -> Iterator[Match]:
    """Yield the frames of a verb whose slots are filled, the most demanding first."""
    token = sentence.tokens[index]
    if token.upos not in {"VERB", "AUX"}:
        return
    for frame in frames_of(frames, "verb", token.lemma.lower()):
        if not (_particle_fits(sentence, index, frame) and fits(sentence, index, frame)):
            continue
        if frame.about == "for" and frame.target is None and token.lemma in NAMING and children(sentence, index, "obj"):
            continue  # "calling it a catastrophe for ..."
        targets = _target(sentence, index, frame)
        about = [_meant(sentence, one) for one in _about(sentence, index, frame, targets) if one not in targets]
        about = [one for one in about if not set_apart(sentence, one) and not added(sentence, one)]
        if (frame.future and frame.about is None) or frame.move == "comply":
            about = [index]  # "will release prisoners": the act is given
        if not about or (frame.target is not None and not targets):
            continue
        holders = owners_of_stand(sentence, about) if frame.holder is None else doers(sentence, index)
        if holders or frame.move != "unchanged":
            yield Match(
                frame=frame, cue=index, told=index, holders=tuple(holders), targets=tuple(targets), about=tuple(about)
            )


def _particle_fits(sentence: Sentence, index: int, frame: Frame) -> bool:
    """Whether the particle is the frame's, also where the tree hangs it on the noun: "pull *out* of the deal"."""
    part = particle(sentence, index)
    if part == frame.particle or (
        frame.particle is not None and frame.about and objects(sentence, index, frame.particle)
    ):
        return True
    return frame.particle is None and (frame.future or part in {"up", frame.about} or part in frame.fixed)


def _target(sentence: Sentence, index: int, frame: Frame) -> list[int]:
    if frame.target is None:
        return []
    if frame.target:
        return [one for one in objects(sentence, index, frame.target) if sentence.tokens[one].upos != "VERB"]
    found = children(sentence, index, "iobj", "obj", "nsubj:pass")
    return [one for head in found[:1] for one in conjuncts(sentence, head)]


def _about(sentence: Sentence, index: int, frame: Frame, targets: list[int]) -> list[int]:
    if frame.about is None:
        return []
    if frame.about == "subject":
        found = children(sentence, index, "nsubj", "nsubj:pass", "csubj")
        return [one for head in found for one in conjuncts(sentence, head)]
    if frame.about == "to" and set(frame.fixed) & {"yes", "no"}:
        return _answered(sentence, index, frame.fixed[0])
    if frame.about == "to":
        found = [one for one in objects(sentence, index, "to") if one not in targets]
        governed = [one for one in found if sentence.tokens[one].rel != "advcl"]  # not what it is done in order *to*
        found = governed or found or _infinitives(sentence, index) or _of_fixed(sentence, index, frame)
        after = max((*found, *targets), default=0)
        return found + (_next_infinitives(sentence, index, after, found) if frame.target is not None and after else [])
    if frame.about == "that":
        clauses = [one for head in children(sentence, index, "ccomp") for one in conjuncts(sentence, head)]
        return [one for one in clauses if frame.move != "demand" or asked(sentence, one)]
    if not frame.about or (frame.about in PARTICLES and particle(sentence, index) == frame.about):
        return _things_done(sentence, index)
    return (
        objects(sentence, index, frame.about)
        or (objects(sentence, index, frame.particle) if frame.particle else [])
        or _of_fixed(sentence, index, frame)
        or _of_object(sentence, index, frame.about)
        or _stranded(sentence, index, frame.about)
    )


def _things_done(sentence: Sentence, index: int) -> list[int]:
    """What a verb is done to; behind a particle also a noun that the tree takes for a circumstance: "voted down the deal"."""
    role = [one for one in children(sentence, index, "obl") if preposition(sentence, one) == "as"]
    bare = [one for one in children(sentence, index, "obl") if preposition(sentence, one) is None and one > index]
    found = objects(sentence, index) or (bare if particle(sentence, index) else [])
    return [one for one in (*found, *role) if not _placed_by(sentence, index, one)]


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
    hung = children(sentence, index, "obj", "advmod", "xcomp", "obl")
    nouns = [one for one in hung if sentence.tokens[one].lemma.lower() in fixed]
    return [one for noun in nouns for one in objects(sentence, noun, frame.about or "")]


def _of_object(sentence: Sentence, index: int, mark: str) -> list[int]:
    """What the tree hangs on the verb's object: "conditioned the talks *on* payment"."""
    hung = children(sentence, index, "obj", "nsubj:pass") if mark == "on" else []
    return [one for noun in hung for one in objects(sentence, noun, mark)]


def _meant(sentence: Sentence, index: int) -> int:
    """Follow a relative pronoun to the noun that it stands for: "a proposal to *which* Israel agrees", "*what* we want is"."""
    token = sentence.tokens[index]
    if token.xpos not in {"WDT", "WP"}:
        return index
    if token.rel.startswith("nsubj") and children(sentence, token.head, "cop"):
        return token.head
    clause = next((one for one in sentence.ancestors(index) if sentence.tokens[one].rel == "acl:relcl"), None)
    return index if clause is None else antecedent(sentence, clause)


def _next_infinitives(sentence: Sentence, index: int, after: int, found: list[int]) -> list[int]:
    """The further verbs of a list, wherever the tree hangs them: "wants it to stop, *to withdraw* and *to free* detainees".

    Where none is found yet, the first one will do: "urged all in a joint statement *to use* the opportunity".
    """
    tokens = sentence.tokens
    rows: list[int] = []
    for at in range(after + 1, sentence.reach(index)[1] - 1):
        if tokens[at].xpos in {"VBD", "VBZ", "VBP", "MD", "WDT", "WP"} or tokens[at].text == "that":
            break
        opens = tokens[at].text == "to" and tokens[at + 1].xpos == "VB"
        if opens and (tokens[at - 1].text.lower() in {",", "and"} or not (found or rows)):
            rows.append(at + 1)
            if tokens[at + 1].rel == "amod":
                rows.append(tokens[at + 1].head)  # "to free detainees", taken for an adjective
    return rows


def _infinitives(sentence: Sentence, index: int) -> list[int]:
    return [one for one in children(sentence, index, "xcomp") if sentence.tokens[one].xpos in {"VB", "VBN"}]
