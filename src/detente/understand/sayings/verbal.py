"""Attributions by a verb: "said", "told reporters that", "wants to", "accused ... of"."""

from collections.abc import Iterator

from detente.language import Sentence, Token
from detente.lexicon.sayings import SPOKEN, Cue, is_telling, verbs
from detente.lexicon.sayings import words as listed
from detente.understand.grammar import children, particle, subjects
from detente.understand.sayings.clauses import beside_clause, clause
from detente.understand.sayings.content import (
    Place,
    after,
    infinitive,
    is_silence,
    named,
    noun_object,
    subject_only,
    trimmed,
)
from detente.understand.sayings.made import made
from detente.understand.sayings.reports import as_reported, as_saying, confirmed, leaning, speaking
from detente.understand.sayings.saying import Saying
from detente.understand.sayings.set_off import set_off
from detente.understand.sayings.subject import hearer_before, speaker_of
from detente.understand.sayings.voices import can_speak, is_paper, is_voice


def verbal(sentence: Sentence) -> Iterator[Saying]:
    """Yield the attributions that the verbs of a sentence make."""
    for token in sentence.tokens:
        if token.upos == "VERB" and token.rel not in {"amod", "compound", "case", "fixed"}:
            ways = (as_saying, as_reported, _aside, _added, _first, confirmed, leaning, speaking)
            found = next((saying for way in ways if (saying := way(sentence, token))), None)
            if found is not None:
                yield found


def _first(sentence: Sentence, token: Token) -> Saying | None:
    """The first reading of a verb whose frames find something said, and somebody who says it."""
    cues = verbs().get(token.lemma.lower(), ())
    if not cues or _bare_participle(sentence, token) or is_silence(sentence, token.index):
        return None
    for cue in cues:
        if not _fits(sentence, token, cue):
            continue
        frame, content = contents(sentence, token.index, cue)
        found = speaker_of(sentence, token.index, content, spoken=cue.kind in SPOKEN)
        if not content or found is None:
            continue
        head, content = found
        whose = _outer(sentence, token, head)
        if not content or whose is None:
            continue
        hearer = hearer_before(sentence, token.index, content) if "hearer" in cue.frames else None
        if hearer is not None:
            content = [(max(first, hearer + 1), last) for first, last in content]
        if can_speak(sentence, whose, cue):
            return made(sentence, token.index, cue.kind, whose, content, frame=frame, addressee=hearer)
    return None


def _aside(sentence: Sentence, token: Token) -> Saying | None:
    """What a cue brings that commas set it off from, where the tree has its subject elsewhere or nowhere."""
    found = set_off(sentence, token.index) if not is_silence(sentence, token.index) else None
    own = children(sentence, token.index, "nsubj", "nsubj:pass")
    if found is None or any(found.place[0] <= one < found.place[1] for one in own):
        return None
    kind = next(cue.kind for cue in verbs()[token.lemma.lower()] if cue.kind in SPOKEN)
    told = [one for one in children(sentence, token.index, "iobj", "obj", "nsubj") if one > token.index]
    hearer = next((one for one in told if one != found.speaker), None)
    return made(sentence, token.index, kind, found.speaker, found.content, addressee=hearer)


def _added(sentence: Sentence, token: Token) -> Saying | None:
    """As in "..., they said, adding the road was closed", where the tree hangs the participle on what was added."""
    kinds = [cue.kind for cue in verbs().get(token.lemma.lower(), ()) if cue.kind in SPOKEN and "clause" in cue.frames]
    speaker = _said_before(sentence, token.index) if token.xpos == "VBG" and token.head > token.index else None
    if not kinds or speaker is None:
        return None
    content = trimmed(sentence, token.index + 1, sentence.reach(token.head)[1])
    return made(sentence, token.index, kinds[0], speaker, [content]) if content else None


def _said_before(sentence: Sentence, index: int) -> int | None:
    """The subject of the verb of saying that a participle goes on with: "..., the sources said on Monday, adding"."""
    if index < 1 or sentence.tokens[index - 1].text != ",":
        return None
    before = next((one for one in reversed(sentence.tokens[: index - 1]) if one.upos in {"VERB", "PUNCT"}), None)
    if before is None or not is_telling(before.lemma):
        return None
    return next((one for one in subjects(sentence, before.index) if one < before.index), None)


def _outer(sentence: Sentence, token: Token, head: int) -> int | None:
    """Whose participle it is: of "..., adding that" never a thing's, of "hostages specifying" nobody's."""
    if token.xpos != "VBG" or children(sentence, token.index, "nsubj"):
        return head
    said_before = _said_before(sentence, token.index)
    if said_before is not None and token.lemma.lower() not in listed("leaning"):
        return said_before
    if token.rel == "acl":
        fits = (
            is_paper(sentence, head)
            or sentence.tokens[head].rel.startswith("nsubj")
            or sentence.tokens[head].upos == "PROPN"
        )
        return head if fits else None
    if token.text.lower() != "adding" and is_voice(sentence, head):
        return head
    for above in sentence.ancestors(token.index):
        if sentence.tokens[above].lemma.lower() in verbs():
            outer = [one for one in subjects(sentence, above) if is_voice(sentence, one) or is_paper(sentence, one)]
            if outer:
                return outer[0]
    return head


def _bare_participle(sentence: Sentence, token: Token) -> bool:
    """As in "asked whether ..., he said" or "talks proposed by": nobody says it here unless an agent is named."""
    aux = {sentence.tokens[one].rel for one in sentence.children[token.index]}
    if (
        "nsubj:pass" in aux
        and "aux:pass" not in aux
        and token.index
        and sentence.tokens[token.index - 1].upos != "PUNCT"
    ):
        return False  # "..., the presidency announced", read as a participle
    if token.rel == "advcl" and any(
        sentence.tokens[one].text.lower() == "when" for one in children(sentence, token.index, "advmod", "mark")
    ):
        return not aux & {"nsubj", "nsubj:pass"}  # "when asked to comment"
    coordinated = token.rel == "conj" and sentence.tokens[token.head].upos == "VERB"
    return token.xpos == "VBN" and not aux & {"aux", "aux:pass"} and token.rel != "root" and not coordinated


def _fits(sentence: Sentence, token: Token, cue: Cue) -> bool:
    own = particle(sentence, token.index)
    if cue.particle is None:
        return own not in {"out", "off", "up", "down"} or cue.kind == "say"
    following = sentence.tokens[token.index + 1].text.lower() if token.index + 1 < len(sentence.tokens) else ""
    return cue.particle in {own, following}


def contents(sentence: Sentence, index: int, cue: Cue) -> tuple[str, list[Place]]:
    """Return the frame that finds something said behind a verb, the first of those it may have, and what it finds."""
    if "clause" in cue.frames and (found := clause(sentence, index)):
        return "clause", found
    if "quotation" in cue.frames and (found := beside_clause(sentence, index)):
        return "clause", found
    if "naming" in cue.frames and (found := named(sentence, index)):
        return "naming", found
    ways: tuple[tuple[str, Place | None], ...] = (
        ("infinitive", infinitive(sentence, index, actor=True) if "hearer_acts" in cue.frames else None),
        ("infinitive", infinitive(sentence, index, actor=False) if cue.frames & {"infinitive", "hearer"} else None),
        ("preposition", after(sentence, index, cue.prepositions) if cue.prepositions else None),
        ("object", noun_object(sentence, index) if "object" in cue.frames else None),
        ("clause", subject_only(sentence, index) if "clause" in cue.frames and cue.verb == "say" else None),
    )
    return next(((frame, [place]) for frame, place in ways if place), ("", []))
