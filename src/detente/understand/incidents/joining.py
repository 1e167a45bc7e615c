"""Allegations that tell of one incident → one: the same teller goes on about it in the next words."""

from collections.abc import Iterable

import msgspec

from detente.language import Sentence
from detente.model import IncidentClaim
from detente.understand.incidents.act import Act

REACH = 2  # sentences over which a teller goes on; set by hand
POINTING = frozenset("the this that its their these those".split())


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """A claim, the sentence that tells it, and whether its act only points back: "the attack", "the strike"."""

    claim: IncidentClaim
    sentence: int
    back: bool = False

    @property
    def says_nothing(self) -> bool:
        """Tell whether it only speaks of an act that was told before: "the army is looking into the incident"."""
        claim = self.claim
        return self.back and not (claim.alleged_perpetrator or claim.where or claim.when or claim.counts)


def points_back(sentence: Sentence, acts: list[Act]) -> bool:
    """Tell whether an act is named as one that was told before."""
    if not acts or sentence.tokens[acts[0].token].upos != "NOUN":
        return False
    marks = {sentence.tokens[i].text.lower() for i in sentence.children[acts[0].token]}
    return bool(marks & POINTING)


def joined(tellings: Iterable[Telling]) -> list[Telling]:
    """Return the tellings with those that go on about the same incident put into the one that began it."""
    found: list[Telling] = []
    for telling in tellings:
        number = next((i for i in range(len(found) - 1, -1, -1) if _is_one(found[i], telling)), None)
        if number is None:
            found.append(telling)
        else:
            one = found[number]
            found[number] = msgspec.structs.replace(one, claim=_whole(one.claim, telling.claim))
    return found


def _is_one(before: Telling, after: Telling) -> bool:
    """The same teller and no two doers, places or days; in one sentence, or where the later words only go on."""
    a, b = before.claim, after.claim
    if a.alleged_by != b.alleged_by or after.sentence - before.sentence > REACH:
        return False
    pairs = (
        (a.alleged_perpetrator, b.alleged_perpetrator),
        (a.where and a.where.name, b.where and b.where.name),
        (a.when and (a.when.earliest, a.when.latest), b.when and (b.when.earliest, b.when.latest)),
    )
    if any(one and other and one != other for one, other in pairs):
        return False
    if before.sentence == after.sentence:
        return True
    casualties = b.kind in {"killing", "harm"} and b.where is None and not a.counts
    return b.where is None and (after.back or casualties)


def _whole(one: IncidentClaim, other: IncidentClaim) -> IncidentClaim:
    """One claim with what either tells; the first telling wins."""
    evidence = dict(one.evidence)
    for field, spans in other.evidence.items():
        if field in {"kind", "counts"}:
            evidence[field] = tuple(dict.fromkeys((*evidence.get(field, ()), *spans)))
        else:
            evidence.setdefault(field, spans)
    return msgspec.structs.replace(
        one,
        alleged_perpetrator=one.alleged_perpetrator or other.alleged_perpetrator,
        where=one.where or other.where,
        when=one.when or other.when,
        counts=tuple(dict.fromkeys((*one.counts, *other.counts))),
        evidence=evidence,
        because=tuple(dict.fromkeys((*one.because, *other.because))),
    )
