"""A stance put down as claims: party, issue, stance, each field with the words that support it."""

import re
from collections.abc import Iterator
from typing import Any

from detente.language import Sentence
from detente.lexicon.moves import moves, words
from detente.model import PositionClaim, Span
from detente.understand.grammar import children
from detente.understand.issues import Named
from detente.understand.positions.abouts import About, Telling, abouts_of
from detente.understand.positions.earlier import Earlier
from detente.understand.positions.holders import parties_that_hold, saying_over, speaker_side
from detente.understand.positions.mood import ASSENTS
from detente.understand.positions.stance import Stance
from detente.understand.positions.telling import teller
from detente.understand.sayings import Saying
from detente.understand.stretches import beside, quote, quote_word

YEAR = re.compile(r"(?:19|20)\d\d")
SEEKING = frozenset("seek want pursue push".split())


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
    abouts = abouts_of(stance, telling, named, earlier)
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


def _only_believed(stance: Stance, saying: Saying | None, parties: list[str], telling: Telling) -> bool:
    """Whether somebody only believes in the other side's consent."""
    believed = (
        saying is not None and not saying.spoken and speaker_side(saying, telling.cast, telling.standing) not in parties
    )
    return believed and stance.move in ASSENTS


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
