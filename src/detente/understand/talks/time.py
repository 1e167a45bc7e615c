"""When a talk is: the time that hangs on its words; a verb of planning or putting off has a day of its own."""

from detente.language import Sentence
from detente.lexicon.meetings import language
from detente.understand.stretches import head as head_of
from detente.understand.talks.own_words import own_words, settings_below
from detente.understand.talks.path import Path, verb_status
from detente.understand.times import TimeMention


def time_of(sentence: Sentence, path: Path, times: list[TimeMention], today: str) -> TimeMention | None:
    """Return the time of the talk: the nearest on its way up that can be resolved."""
    ranked = [*own_words(sentence, path), *settings_below(sentence, path[0].token)]
    fits: list[tuple[int, TimeMention]] = []
    for time in times:
        at = _anchor(sentence, time.first, time.last)
        if at not in ranked and (at is None or sentence.tokens[at].lemma.lower() not in language().nouns):
            at = time.event
        if at in ranked and not _of_the_telling(sentence, path, at, time, today):
            fits.append((ranked.index(at), time))
    resolved = [row for row in fits if row[1].when.earliest or row[1].when.latest]
    return min(resolved, key=lambda row: (row[0], row[1].first))[1] if resolved else None


TELLING = frozenset({"postponed", "cancelled", "proposed", "denied", "planned", "uncertain", "rumoured"})


def _of_the_telling(sentence: Sentence, path: Path, at: int, time: TimeMention, today: str) -> bool:
    """A verb of planning, proposing or putting off has a day of its own: one gone by is its own, one to come the talk's."""
    if at == path[0].token or verb_status(sentence, at) not in TELLING or at not in {step.token for step in path}:
        return False
    return bool(time.when.latest) and str(time.when.latest)[:10] <= today


def _anchor(sentence: Sentence, first: int, last: int) -> int | None:
    """The nearest verb or meeting word over a stretch; a participle that describes a participant is passed over."""
    nouns = language().nouns
    for i in sentence.ancestors(head_of(sentence, first, last)):
        token = sentence.tokens[i]
        describing = token.rel == "acl" and token.xpos == "VBN" and token.lemma in language().words["lead"]
        if (token.upos in {"VERB", "AUX"} and not describing) or token.lemma.lower() in nouns or token.rel == "root":
            return i
    return None
