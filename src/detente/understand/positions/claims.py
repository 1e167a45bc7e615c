"""A stance put down as claims: party, issue, stance, each field with the words that support it."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from detente.language import Parsed, Sentence
from detente.lexicon.issues import issues
from detente.lexicon.moves import moves, words
from detente.model import Document, PositionClaim, Span
from detente.understand.actors import Cast
from detente.understand.grammar import children
from detente.understand.issues import Named
from detente.understand.positions.earlier import Earlier, points_back
from detente.understand.positions.holders import parties_that_hold, saying_over, speaker_side
from detente.understand.positions.mood import ASSENTS
from detente.understand.positions.reach import antecedent, bare_issues, issues_reached
from detente.understand.positions.stance import Stance
from detente.understand.positions.standing import Standing
from detente.understand.positions.telling import Sides, teller
from detente.understand.sayings import Saying
from detente.understand.sourcing import Sources
from detente.understand.stretches import beside, quote, quote_word

# To draft, sign or initial a plan, to open talks, is told of the plan or the talks, and is no stance on what they are about.
ON_PAPER = frozenset({"develop", "sign", "initial", "comply"})
# Moves that put something on the table: to put "a proposal" there tells nothing of what it is.
PUTTING = frozenset({"propose", "develop", "discuss"})
YEAR = re.compile(r"(?:19|20)\d\d")
ARGUMENTS = ("obj", "obl", "nsubj:pass", "xcomp")
# As in "most of the plan".
PARTS = frozenset(
    "most much some all part element point majority bulk version change amendment revision adjustment clarification "
    "provision clause aspect".split()
)
SEEKING = frozenset("seek want pursue push".split())


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """Where a stance is told: the sentence, who speaks in it, and the document around it."""

    sentence: Sentence
    parsed: Parsed
    document: Document
    cast: Cast
    standing: Standing
    said: list[Saying]
    sources: Sources
    sides: Sides
    conflict: bool = True


class About(msgspec.Struct, frozen=True):
    """An issue of a stance, the words that name it, and those in which the object puts it; `bare` where one word must do."""

    issue: str
    named: tuple[Span, ...]
    as_said: Span
    bare: bool = False


def claims_of(stance: Stance, telling: Telling, named: list[Named], earlier: Earlier) -> Iterator[PositionClaim]:
    """Yield one claim for each party that holds a stance and each issue that it is about."""
    if moves()[stance.move].kind != "position" and stance.move not in words("held"):
        return
    saying = saying_over(telling.said, telling.sentence, stance.cue)
    if saying is not None and not saying.told:
        return
    parties = parties_that_hold(telling.sentence, stance, telling.cast, telling.standing, saying)
    if (
        _of_another_year(stance, telling)
        or not parties
        or not _holder_words(stance, telling, saying)
        or _only_believed(stance, saying, parties, telling)
    ):
        return
    abouts = [about for about in _abouts(stance, telling, named, earlier) if _fits(stance, about, telling)]
    abouts = _asked_first(stance, telling, named, abouts) or abouts
    for about in abouts:
        for party in parties:
            yield _claim(stance, telling, about, party, saying)
    for about in abouts:
        earlier.remember(about.issue, about.named[0], telling.sentence, tuple(parties))


def _of_another_year(stance: Stance, telling: Telling) -> bool:
    """Whether a move is told of a year that was over when the page appeared: history, and no position of the day."""
    published = telling.document.published
    told = children(telling.sentence, stance.cue, "obl", "obl:unmarked", "nmod", "nmod:unmarked")
    words_ = [telling.sentence.tokens[i].text for one in told for i in range(*telling.sentence.reach(one))]
    years = [int(word) for word in words_ if YEAR.fullmatch(word)]
    return bool(published and years) and max(years) < int(str(published)[:4])


def _asked_first(stance: Stance, telling: Telling, named: list[Named], abouts: list[About]) -> list[About]:
    """What talks, or peace, are made to wait for: in "no peace without guarantees" the guarantees are the matter."""
    if stance.move != "condition" or any(not about.issue.startswith("process") for about in abouts):
        return []
    asked = [one for one in named if _conditional(stance, one) and not one.id.startswith(("process", "unspecified"))]
    found = [About(one.id, (words_,), words_) for one in asked for words_ in [_quoted(telling, one)]]
    return [about for about in found if _fits(stance, about, telling)]


def _only_believed(stance: Stance, saying: Saying | None, parties: list[str], telling: Telling) -> bool:
    """Whether somebody only believes in the other side's consent."""
    believed = (
        saying is not None and not saying.spoken and speaker_side(saying, telling.cast, telling.standing) not in parties
    )
    return believed and stance.move in ASSENTS


def _fits(stance: Stance, about: About, telling: Telling) -> bool:
    """Whether a move can be about an issue on this page."""
    if not telling.conflict and (issues().entries[about.issue].ordinary or stance.move in words("held")):
        return False
    acted = stance.move in ON_PAPER or (stance.move == "offer" and stance.frame is not None and stance.frame.future)
    if acted and about.issue.startswith("process") and about.issue != "process.implementation":
        return False
    if stance.move == "condemn" and about.bare:
        return False
    if stance.move == "accept" and about.bare and about.as_said.quote.lower() == "meet":
        return False  # to agree to meet is told of the meeting
    if stance.move in {"support", "concede"} and about.issue == "security.proxy_support":
        return False  # to back rebels is no stance on whether others may
    if stance.move == "declare_ceasefire":
        nominal = all(telling.sentence.tokens[one].upos in {"NOUN", "VERB"} for one in stance.about)
        clause = any(telling.sentence.tokens[one].rel == "ccomp" for one in stance.about)  # declared *that* it held
        return about.issue.startswith("ceasefire") and nominal and not clause
    if stance.move == "suspend":
        return about.issue.startswith("process")
    return stance.move != "deny" or about.issue not in ("ceasefire.violation", "humanitarian.civilians", "unspecified")


def _abouts(stance: Stance, telling: Telling, named: list[Named], earlier: Earlier) -> Iterator[About]:
    sentence, document = telling.sentence, telling.document
    outside = [one for one in named if not _conditional(stance, one)]
    seen: set[str] = set()
    for head in stance.about:
        reached = [one for one in issues_reached(sentence, head, stance.cue, outside) if not _names_itself(stance, one)]
        things = [one for one in children(sentence, head, *ARGUMENTS) if one not in stance.holders]
        pointing = [one for one in (head, *things) if points_back(sentence, one)]
        put = None
        if stance.move == "deny" and pointing and sentence.tokens[pointing[0]].lemma not in words("blame"):
            continue  # what a denied claim was about is told elsewhere
        acted = [one for one in bare_issues(sentence, head, stance.cue) if not one.id.startswith("process")]
        if pointing and pointing[0] != head and acted:
            reached = reached or acted  # "will *free* them"
        elif pointing and all(one.id.startswith("process") for one in reached):
            put = earlier.meant(sentence, pointing[0], _owners(telling, pointing[0]))
        if put is not None:
            word = quote_word(document, sentence, pointing[0])
            found = [About(put.issue, (put.words, word), word)]
        else:
            bare = not reached
            reached = reached or (bare_issues(sentence, head, stance.cue) if telling.conflict else [])
            found = [About(one.id, (words_,), words_, bare) for one in reached for words_ in [_quoted(telling, one)]]
        if not found and sentence.tokens[stance.cue].rel == "acl:relcl":
            noun = antecedent(sentence, stance.cue)  # "..., which Kyiv accepts"
            thing = sentence.tokens[noun].upos in {"NOUN", "PROPN"}
            said_before = earlier.named_at(sentence, noun) if thing else earlier.in_sentence(sentence, noun + 1)
            found = [About(said_before.issue, (said_before.words,), said_before.words)] if said_before else []
        if not found and stance.move == "unchanged":
            found = [_stand(telling, head, stance)]
        if not found and stance.move not in PUTTING and telling.conflict:
            found = list(_untold(telling, head))
        if not found and stance.move == "threaten":
            demanded = [one for one in named if _conditional(stance, one) and one.id != "unspecified"]
            found = [About(one.id, (words_,), words_) for one in demanded for words_ in [_quoted(telling, one)]]
        yield from (about for about in found if about.issue not in seen)
        seen.update(about.issue for about in found)


def _owners(telling: Telling, head: int) -> list[str]:
    """The parties whose proposal or idea a noun says it is."""
    owners = children(telling.sentence, head, "nmod:poss")
    return [side for one in owners for side in telling.cast.parties_of(telling.sentence, one)]


def _conditional(stance: Stance, named: Named) -> bool:
    return stance.condition is not None and stance.condition[0] <= named.first < stance.condition[1]


def _untold(telling: Telling, head: int) -> Iterator[About]:
    """What is on the table without a word on what it is about: a plan, a deal, demands."""
    sentence = telling.sentence
    part_of = [one for one in children(sentence, head, "nmod") if sentence.tokens[head].lemma.lower() in PARTS]
    for one in (head, *children(sentence, head, "obj"), *part_of):
        lemma, span = sentence.tokens[one].lemma.lower(), quote_word(telling.document, sentence, one)
        for kind, issue in (("texts", "process.plan"), ("deals", "process"), ("terms", "unspecified")):
            if lemma in words(kind) and sentence.tokens[one].upos == "NOUN":
                yield About(issue, (span,), span)
                return


def _names_itself(stance: Stance, named: Named) -> bool:
    """Whether an issue is only the word that makes the move: a "*proposal*" proposes no plan."""
    return named.id.startswith("process") and named.first <= stance.cue < named.last


def _quoted(telling: Telling, named: Named) -> Span:
    return quote(telling.document, telling.sentence, named.first, named.last)


def _stand(telling: Telling, head: int, stance: Stance) -> About:
    span = quote(telling.document, telling.sentence, *beside(telling.sentence, head, stance.cue))
    return About("unspecified", (span,), span)


def _claim(stance: Stance, telling: Telling, about: About, party: str, saying: Saying | None) -> PositionClaim:
    sentence, document = telling.sentence, telling.document
    move, cue = _of_process(sentence, stance, about), quote_word(document, sentence, stance.cue)
    speaker = speaker_side(saying, telling.cast, telling.standing)
    fields: dict[str, Any] = {"told_by": teller(party, speaker, telling.sides)}
    evidence: dict[str, tuple[Span, ...]] = {
        "party": _holder_words(stance, telling, saying), "issue": about.named, "stance": (cue,), "as_said": (about.as_said,),
    }  # fmt: skip
    if fields["told_by"] != "narrator" and saying is not None:
        evidence["told_by"] = _speaker_words(telling, saying)
    direction = moves()[move].direction
    if direction:
        fields["direction"], evidence["direction"] = direction, (cue,)
    strength = strength_of(move, sentence.tokens[stance.cue].lemma.lower())
    if strength:
        fields["strength"], evidence["strength"] = strength, (cue,)
    for name, stretch in _stretches(sentence, stance):
        span = quote(document, sentence, *stretch)
        fields[name], evidence[name] = span.quote, (span,)
    target = _target(stance, telling, party)
    if target:
        fields["target"], evidence["target"] = target
    return PositionClaim(
        party=party, issue=about.issue, stance=move, as_said=about.as_said.quote, evidence=evidence,
        source=telling.sources.at(sentence, stance.cue), because=_because(stance, sentence, about), **fields,
    )  # fmt: skip


def _because(stance: Stance, sentence: Sentence, about: About) -> tuple[str, ...]:
    word = sentence.tokens[stance.cue].text
    return (f"moves: {stance.move} by '{word}' ({stance.rule})", f"issues: {about.issue}")


def _of_process(sentence: Sentence, stance: Stance, about: About) -> str:
    """To seek, or to promise, an end of the war is to support the process, not to demand or to offer a term."""
    seeking = stance.move == "demand" and sentence.tokens[stance.cue].lemma.lower() in SEEKING
    return "support" if about.issue == "process" and (seeking or stance.move == "offer") else stance.move


def _holder_words(stance: Stance, telling: Telling, saying: Saying | None) -> tuple[Span, ...]:
    heads = sorted(stance.holders)
    if not heads and saying is not None:
        return _speaker_words(telling, saying)
    return tuple(quote_word(telling.document, telling.sentence, one) for one in heads)


def _speaker_words(telling: Telling, saying: Saying) -> tuple[Span, ...]:
    """The words for whoever speaks, which may stand in an earlier sentence of the quotation."""
    if saying.speaker is not None:
        return (quote_word(telling.document, telling.parsed.sentences[saying.sentence], saying.speaker),)
    sentences = telling.parsed.sentences
    return tuple(quote(telling.document, sentences[at.sentence], at.first, at.last) for at in saying.said_by)


def _stretches(sentence: Sentence, stance: Stance) -> Iterator[tuple[str, tuple[int, int]]]:
    if stance.condition:
        yield "condition", stance.condition
    if stance.previous is not None:
        yield "previous", beside(sentence, stance.previous, stance.cue)


def _target(stance: Stance, telling: Telling, party: str) -> tuple[str, tuple[Span, ...]] | None:
    for head in stance.targets:
        for side in telling.cast.parties_of(telling.sentence, head):
            if side != party:
                return side, (quote_word(telling.document, telling.sentence, head),)
    return None


def strength_of(move: str, verb: str) -> str | None:
    """Return the rung of the scale of commitment that a verb stands on, never above its move's own.

    >>> strength_of("propose", "float"), strength_of("offer", "pledge"), strength_of("demand", "want")
    ('float', 'pledge', None)
    """
    if moves()[move].strength is None:
        return None
    own = {"accept": "agree", "accept_in_principle": "agree"}.get(move, move)
    return next((rung for rung in ("float", "pledge") if verb in words(rung)), own)
