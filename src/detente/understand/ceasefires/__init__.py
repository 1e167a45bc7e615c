"""Ceasefires: proposed, declared, agreed, in force, extended, broken, suspended, ended, denied, rejected, expired, as somebody says.

A truce that is only asked for, conditional or talked about makes none. Each account stands by itself: what
one side says is in force and the other says is broken are two claims.
"""

import msgspec

from detente.language import Parsed
from detente.model import CeasefireClaim, Document
from detente.understand.actors import Cast
from detente.understand.ceasefires.claim import claim_of
from detente.understand.ceasefires.said import said_of_truces
from detente.understand.sourcing import Sources
from detente.understand.stretches import in_headline
from detente.understand.times import TimeMention
from detente.understand.war import is_of_war

__all__ = ["find_ceasefires"]


def find_ceasefires(
    parsed: Parsed, cast: Cast, times: tuple[TimeMention, ...], sources: Sources, document: Document
) -> tuple[CeasefireClaim, ...]:
    """Return what a document says of ceasefires, one claim for each status by each teller."""
    if not is_of_war(parsed, cast):
        return ()
    found: list[CeasefireClaim] = []
    for sentence in parsed.sentences:
        if in_headline(document, sentence):
            continue
        own = [time for time in times if time.sentence == sentence.index]
        for said in said_of_truces(sentence):
            claim = claim_of(sentence, said, cast, own, sources, document)
            same = next((i for i, one in enumerate(found) if _same(one, claim)), None)
            if same is None:
                found.append(claim)
            else:
                found[same] = _joined(found[same], claim)
    return tuple(found)


def _same(one: CeasefireClaim, other: CeasefireClaim) -> bool:
    """The same status by the same teller of truces whose parties do not differ."""
    a, b = set(one.parties), set(other.parties)
    days = {(when.earliest, when.latest) for when in (one.start, other.start) if when}
    return one.status == other.status and one.source == other.source and (a <= b or b <= a) and len(days) < 2


def _joined(one: CeasefireClaim, other: CeasefireClaim) -> CeasefireClaim:
    """One claim with what either tells; the first telling wins."""
    evidence = dict(one.evidence)
    for field, spans in other.evidence.items():
        if field in {"status", "parties"}:
            evidence[field] = tuple(dict.fromkeys((*evidence.get(field, ()), *spans)))
        else:
            evidence.setdefault(field, spans)
    return msgspec.structs.replace(
        one,
        parties=tuple(dict.fromkeys((*one.parties, *other.parties))),
        scope=one.scope or other.scope,
        declared_by=one.declared_by or other.declared_by,
        when=one.when or other.when,
        written=one.written if one.written is not None else other.written,
        start=one.start or other.start,
        end=one.end or other.end,
        mediators=one.mediators or other.mediators,
        monitors=one.monitors or other.monitors,
        evidence=evidence,
        because=tuple(dict.fromkeys((*one.because, *other.because))),
    )
