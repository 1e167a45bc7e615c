"""Positions: which party makes which move on which issue, never stronger than the text's own verb.

A move is a predicate of the lexicon with a holder (its subject, or whose noun it is) and an object in which an issue is
named. What is not told as fact (a question, a mere possibility) makes none.
"""

from collections.abc import Iterator
from typing import Literal

import msgspec

from detente.language import Parsed, Sentence
from detente.lexicon.moves import Cue, cues, moves
from detente.model import Document, PositionClaim, Span
from detente.understand.actors import Cast
from detente.understand.grammar import (
    children,
    condition,
    modal,
    negation,
    no_longer,
    objects,
    particle,
    possessors,
    preposition,
    subjects,
)
from detente.understand.issues import Named, issues_in
from detente.understand.sayings import Saying
from detente.understand.sourcing import Sources
from detente.understand.stretches import beside, in_headline, quote, quote_word

FORCE = frozenset(
    "liberate seize capture conquer attack strike bomb retaliate resume destroy invade annihilate occupy".split()
)
PLEDGING = frozenset("pledge vow promise threaten warn".split())
FORCE_PHRASES = ("use force", "using force", "by force", "military means", "on the battlefield", "by military")
CORE = frozenset("demand position stance condition term goal objective aim view policy requirement".split())
FIRST_PERSON = frozenset("we i us our my me".split())
MUST = frozenset("must should".split())
POSSIBLE = frozenset("may might could can".split())
# Weak verbs that, about the talks themselves, only back the process.
SEEKING = frozenset("seek want push press pursue urge call".split())
OPENING = frozenset("discuss negotiate talk consider meet hold resume continue explore engage".split())
Place = tuple[int, int]


class Stance(msgspec.Struct, frozen=True, kw_only=True):
    """A move found: the words that make it, whose it is, and the tokens that its object spans."""

    move: str
    cue: int
    holders: tuple[int, ...]
    objects: tuple[Place, ...]
    previous: Place | None = None
    target: tuple[int, ...] = ()


def find_positions(
    parsed: Parsed, cast: Cast, sayings: tuple[Saying, ...], sources: Sources, document: Document
) -> tuple[PositionClaim, ...]:
    """Return the positions that a document tells of, the first telling of each (party, issue, stance)."""
    found: dict[tuple[str, str, str], PositionClaim] = {}
    for sentence in parsed.sentences:
        if sentence.tokens[-1].text == "?" or in_headline(document, sentence):
            continue
        named = issues_in(sentence, parsed.text)
        said = [saying for saying in sayings if saying.sentence == sentence.index]
        for stance in _stances(sentence, cast, said):
            for claim in _claims(sentence, stance, named, cast, said, sources, document):
                found.setdefault((claim.party, claim.issue, claim.stance), claim)
    return tuple(found.values())


# ── moves ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _stances(sentence: Sentence, cast: Cast, said: list[Saying]) -> Iterator[Stance]:
    given_up: set[int] = set()
    for token in sentence.tokens:
        lemma = token.lemma.lower()
        if token.upos in {"VERB", "AUX"}:
            for stance in _verbal(sentence, token.index, cues("verbs").get(lemma, ())):
                if stance.move in {"soften", "concede", "harden"}:
                    given_up.update(objects(sentence, token.index))
                yield stance
            yield from _forceful(sentence, token.index)
            yield from _demanded(sentence, token.index, cast, said)
            yield from _refused(sentence, token.index)
            if token.xpos == "VBN":
                yield from _adjectival(sentence, token.index, cues("adjectives").get(token.text.lower(), ()))
        elif token.upos == "ADJ":
            yield from _adjectival(sentence, token.index, cues("adjectives").get(token.text.lower(), ()))
    for token in sentence.tokens:
        if token.upos == "NOUN" and token.index not in given_up:
            yield from _nominal(sentence, token.index, cues("nouns").get(token.lemma.lower(), ()))


def _verbal(sentence: Sentence, index: int, found: tuple[Cue, ...]) -> Iterator[Stance]:
    part = particle(sentence, index)
    for cue in sorted(found, key=lambda one: (one.particle is None, one.preposition is None)):
        if cue.particle and cue.particle not in {part, "in_principle" if _in_principle(sentence, index) else None}:
            continue
        if part and not cue.particle and part not in {"up"}:
            continue
        heads = objects(sentence, index, cue.preposition) if cue.preposition else objects(sentence, index)
        if not heads:
            continue
        if _is_force(sentence, index, heads):
            return
        move = _mooded(sentence, index, cue.move)
        if move:
            reach = tuple(beside(sentence, head, index) for head in heads)
            if cue.preposition == "on" and cue.move == "demand":
                reach = (*reach, *(beside(sentence, head, index) for head in objects(sentence, index)))
            previous = reach[0] if cue.move in {"soften", "concede", "harden"} else None
            yield Stance(
                move=move, cue=index, holders=tuple(subjects(sentence, index)), objects=reach, previous=previous
            )
        return


def _in_principle(sentence: Sentence, index: int) -> bool:
    return any(sentence.tokens[i].lemma == "principle" for i in children(sentence, index, "obl", "advmod"))


def _mooded(sentence: Sentence, index: int, move: str) -> str | None:
    """The move under its negation, condition and modals; None where the text leaves it open."""
    if negation(sentence, index) is not None or no_longer(sentence, index):
        if no_longer(sentence, index) and move in {"demand", "reject", "oppose"}:
            return "soften"
        negated = moves()[move].negated
        return None if negated in {None, "none"} else negated
    if move in {"accept", "offer", "concede"} and condition(sentence, index):
        return "condition"
    word = modal(sentence, index)
    if word in POSSIBLE and move not in {"discuss"}:
        return None
    if _subordinate(sentence, index, {"if", "unless", "whether"}):
        return None
    plans = sentence.tokens[index]
    if (
        plans.xpos == "VB"
        and plans.rel == "xcomp"
        and sentence.tokens[plans.head].lemma in {"fail", "refuse", "decline"}
    ):
        return None
    return move


def _subordinate(sentence: Sentence, index: int, marks: set[str]) -> bool:
    for at in (index, *sentence.ancestors(index)):
        if any(sentence.tokens[i].text.lower() in marks for i in children(sentence, at, "mark")):
            return True
        if sentence.tokens[at].rel in {"ccomp", "parataxis", "root"}:
            return False
    return False


def _is_force(sentence: Sentence, index: int, heads: list[int]) -> bool:
    lemmas = {sentence.tokens[head].lemma.lower() for head in heads}
    spoken = " ".join(token.text.lower() for head in heads for token in sentence.tokens[slice(*sentence.reach(head))])
    forceful = bool(lemmas & FORCE) or any(phrase in spoken for phrase in FORCE_PHRASES)
    return sentence.tokens[index].lemma in PLEDGING and forceful


def _forceful(sentence: Sentence, index: int) -> Iterator[Stance]:
    """A pledge to use force is a threat, never an offer: "would continue using force", "pledged to liberate"."""
    first, last = sentence.reach(index)
    low = " ".join(token.text.lower() for token in sentence.tokens[index:last])
    pledged = sentence.tokens[index].lemma in PLEDGING and _is_force(
        sentence, index, children(sentence, index, "xcomp", "ccomp")
    )
    future = modal(sentence, index) in {"will", "would", "shall"} and any(phrase in low for phrase in FORCE_PHRASES)
    if (pledged or future) and negation(sentence, index) is None:
        yield Stance(move="threaten", cue=index, holders=tuple(subjects(sentence, index)), objects=((first, last),))


def _demanded(sentence: Sentence, index: int, cast: Cast, said: list[Saying]) -> Iterator[Stance]:
    """What a speaker says another must do is the speaker's demand: "Kyiv must withdraw from the region"."""
    needs = modal(sentence, index) in MUST or (
        sentence.tokens[index].lemma in {"have", "need"} and children(sentence, index, "xcomp")
    )
    saying = _saying_over(said, index)
    if not needs or saying is None or saying.speaker is None or saying.actor is None:
        return
    own = subjects(sentence, index)
    speaker = cast.side(saying.actor)
    if not speaker or speaker in {side for head in own for side in cast.parties_of(sentence, head)}:
        return
    yield Stance(
        move="demand", cue=index, holders=(saying.speaker,), objects=(sentence.reach(index),), target=tuple(own)
    )


def _saying_over(said: list[Saying], index: int) -> Saying | None:
    fits = [saying for saying in said if saying.content[0] <= index < saying.content[1]]
    return min(fits, key=lambda saying: saying.content[1] - saying.content[0], default=None)


def _refused(sentence: Sentence, index: int) -> Iterator[Stance]:
    """As in "Ukraine will not cede land", "will never recognise": a refusal in the future tense."""
    token = sentence.tokens[index]
    if token.lemma in cues("verbs") or modal(sentence, index) not in {"will", "would", "can", "shall"}:
        return
    if negation(sentence, index) is not None and not no_longer(sentence, index):
        _first, last = sentence.reach(index)
        yield Stance(move="reject", cue=index, holders=tuple(subjects(sentence, index)), objects=((index, last),))


def _adjectival(sentence: Sentence, index: int, found: tuple[Cue, ...]) -> Iterator[Stance]:
    for cue in found:
        own = subjects(sentence, index) or children(sentence, index, "nsubj:pass")
        if cue.move == "unchanged":
            heads = [head for head in own if sentence.tokens[head].lemma in CORE]
            holders = tuple(one for head in heads for one in possessors(sentence, head))
            if heads:
                yield Stance(
                    move="unchanged", cue=index, holders=holders, objects=tuple(sentence.reach(head) for head in heads)
                )
            return
        heads = objects(sentence, index, cue.preposition) if cue.preposition else own
        if not heads:
            continue
        move = _mooded(sentence, index, cue.move)
        if move == "open" and cue.preposition == "to" and sentence.tokens[heads[0]].upos == "VERB":
            move = "open" if sentence.tokens[heads[0]].lemma in OPENING or condition(sentence, index) else "offer"
        if move and cue.preposition:
            yield Stance(
                move=move, cue=index, holders=tuple(own), objects=tuple(beside(sentence, head, index) for head in heads)
            )
        return


def _nominal(sentence: Sentence, index: int, found: tuple[Cue, ...]) -> Iterator[Stance]:
    """As in "Russia's demand for ...", "its offer to ...": whose noun it is holds it."""
    token = sentence.tokens[index]
    governor = sentence.tokens[token.head].lemma if token.head >= 0 else ""
    for cue in found[:1]:
        holders = possessors(sentence, index)
        heads = children(sentence, index, "acl", "nmod", "acl:relcl", "ccomp")
        heads = [i for i in heads if i not in holders and preposition(sentence, i) not in {"by", "from"}]
        if cue.preposition:
            heads = [
                i for i in heads if preposition(sentence, i) == cue.preposition or sentence.tokens[i].upos == "VERB"
            ]
        if not holders or not heads or governor in {"drop", "abandon", "soften", "ease", "scale", "withdraw", "meet"}:
            return
        yield Stance(
            move=cue.move, cue=index, holders=tuple(holders), objects=tuple(sentence.reach(head) for head in heads)
        )


# ── claims ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _claims(
    sentence: Sentence, stance: Stance, named: list[Named], cast: Cast, said: list[Saying], sources: Sources,
    document: Document,
) -> Iterator[PositionClaim]:  # fmt: skip
    if moves()[stance.move].kind != "position":
        return
    saying = _saying_over(said, stance.cue)
    parties = _holders(sentence, stance, cast, saying)
    told_if = condition(sentence, stance.cue) or (0, 0)
    chosen = [one for one in named if any(a <= one.first < b for a, b in stance.objects)]
    chosen = [
        one for one in chosen if not told_if[0] <= one.first < told_if[1] and not _in_exchange(sentence, one.first)
    ]
    chosen = [one for one in chosen if one.id != "unspecified"] or chosen
    substance = [one for one in chosen if not one.id.startswith("process")]
    if stance.move in {"demand", "threaten"} and (substance or stance.move == "threaten"):
        chosen = substance
    if not chosen and stance.move == "unchanged":
        chosen = [Named("unspecified", *stance.objects[0])]
    for party in parties:
        for one in chosen:
            yield _claim(sentence, stance, one, party, cast, saying, sources, document)


def _in_exchange(sentence: Sentence, index: int) -> bool:
    """What a thing is given "in exchange for" or "in return for" is not the thing given."""
    for at in (index, *sentence.ancestors(index)):
        marks = [sentence.tokens[i].index for i in children(sentence, at, "case", "mark")]
        before = " ".join(token.text.lower() for token in sentence.tokens[max(0, min(marks, default=at) - 2) : at])
        if marks and ("exchange for" in before or "return for" in before):
            return True
        if sentence.tokens[at].upos == "VERB":
            return False
    return False


def _holders(sentence: Sentence, stance: Stance, cast: Cast, saying: Saying | None) -> list[str]:
    found: list[str] = []
    for head in stance.holders:
        if saying is not None and saying.actor and sentence.tokens[head].text.lower() in FIRST_PERSON:
            side = cast.side(saying.actor)
            found += [side] if side else []
            continue
        mention = cast.at(sentence, head)
        if mention is None or not mention.place:
            found += cast.parties_of(sentence, head)
    return list(dict.fromkeys(found))


def _claim(
    sentence: Sentence, stance: Stance, named: Named, party: str, cast: Cast, saying: Saying | None, sources: Sources,
    document: Document,
) -> PositionClaim:  # fmt: skip
    tokens = sentence.tokens
    move = stance.move
    if move == "demand" and named.id.startswith("process") and tokens[stance.cue].lemma in SEEKING:
        move = "support"
    words = quote(document, sentence, named.first, named.last)
    cue = quote_word(document, sentence, stance.cue)
    holder = tuple(quote_word(document, sentence, i) for i in sorted(stance.holders))
    evidence: dict[str, tuple[Span, ...]] = {"issue": (words,), "stance": (cue,), "party": holder, "as_said": (words,)}
    told_by = _teller(party, saying, cast)
    if told_by != "narrator" and saying is not None and saying.speaker is not None:
        evidence["told_by"] = (quote_word(document, sentence, saying.speaker),)
    if moves()[move].strength:
        evidence["strength"] = (cue,)
    stretch = condition(sentence, stance.cue)
    said_condition = quote(document, sentence, stretch[0], stretch[1]) if stretch else None
    if said_condition:
        evidence["condition"] = (said_condition,)
    previous = None
    if stance.previous:
        previous = quote(document, sentence, stance.previous[0], stance.previous[1])
        evidence["previous"] = (previous,)
    direction = moves()[move].direction
    if direction:
        evidence["direction"] = (cue,)
    target = next((side for head in stance.target for side in cast.parties_of(sentence, head)), None)
    if target:
        evidence["target"] = tuple(quote_word(document, sentence, i) for i in sorted(stance.target))
    return PositionClaim(
        party=party,
        issue=named.id,
        stance=move,
        told_by=told_by,
        as_said=words.quote,
        direction=direction,  # type: ignore[arg-type]
        condition=said_condition.quote if said_condition else None,
        previous=previous.quote if previous else None,
        target=target,
        strength=move if moves()[move].strength else None,
        evidence=evidence,
        source=sources.at(sentence, stance.cue),
        because=(f"moves: {move} by '{tokens[stance.cue].text}'", f"issues: {named.id}"),
    )


def _teller(party: str, saying: Saying | None, cast: Cast) -> Literal["self", "third", "narrator"]:
    """Self where the speaker stands for the holder, third where another party speaks, else the narrator."""
    if saying is None or saying.actor is None:
        return "narrator"
    side = cast.side(saying.actor)
    return "self" if side == party else "third" if side else "narrator"
