"""An agreement's own text → its claims: itself, with its parties and its day, and what its clauses oblige to.

A news page about an agreement is read by `understand.agreements` and `understand.obligations`.
"""

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from detente.language import Reader
from detente.language.structure import CLOSING
from detente.lexicon.settlement import kinds, words
from detente.model import Actor, AgreementClaim, Claim, Claims, Document, Link, ObligationClaim, Source, Span, When
from detente.understand.clauses.bodies import find_bodies
from detente.understand.clauses.covenants import find_covenants
from detente.understand.clauses.paper import Paper, paper_of
from detente.understand.clauses.zones import find_zones
from detente.understand.signing import signed

C = TypeVar("C", bound=Claim)

__all__ = ["Act", "acts_of", "claims_of_agreement"]


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """An act that a clause obliges to, and everybody who is bound to it."""

    claim: ObligationClaim
    who: tuple[Actor, ...]


def acts_of(owed: Iterable[ObligationClaim]) -> list[Act]:
    """Return the acts behind the obligations of an agreement, in its own order: those bound alike share one."""
    acts: dict[tuple[str | None, tuple[Span, ...]], list[ObligationClaim]] = {}
    for claim in owed:
        acts.setdefault((claim.clause, claim.evidence["what"]), []).append(claim)
    return [Act(claim=same[0], who=tuple(one.who for one in same if one.who is not None)) for same in acts.values()]


def claims_of_agreement(document: Document, reader: Reader) -> Claims:
    """Return what an agreement says of itself and obliges to; its own text is the source of all of it.

    `document` is laid out as an agreement (`detente.read.agreement.as_agreement`).
    """
    paper = paper_of(document, reader)
    title = next(document.stretches("headline"), None)
    name = (document.span(title.start, title.end),) if title else ()
    called = " ".join(name[0].quote.split()) if name else None
    source = Source(
        id="s1", chain=(Link(name=called or "the agreement's text", kind="document"),),
        root=f"document:{(called or document.id).lower()}", anonymity="institution", evidence=name,
    )  # fmt: skip
    found = find_covenants(paper)
    owed = (
        msgspec.structs.replace(
            one, under=called, source=source.id, evidence={**one.evidence, **({"under": name} if name else {})}
        )
        for one in found
    )
    return Claims(
        document=document,
        people=paper.cast.people,
        parties=paper.cast.parties,
        sources=(source,),
        agreements=signed(document, (_claim(paper, name[0], source.id),)) if name else (),
        obligations=signed(document, tuple(owed)),
        mechanisms=signed(document, tuple(_sourced(one, source.id) for one in find_bodies(paper, found))),
        zones=signed(document, tuple(_sourced(one, source.id, under=called) for one in find_zones(document))),
    )


def _sourced(claim: C, source: str, **told: str | None) -> C:
    return msgspec.structs.replace(claim, source=source, **told)


def _claim(paper: Paper, name: Span, source: str) -> AgreementClaim:
    """The agreement itself: by its title, signed only where its end says so."""
    document, bound = paper.document, paper.bound
    kind = _kind(name.quote)
    done = next(CLOSING.finditer(document.text), None)
    day = next(iter(document.evidence.get("published", ())), None)
    told = {
        "name": (name,),
        "kind": (name,) if kind else (),
        "parties": bound.spans,
        "status": (document.span(*done.span()),) if done else (),
        "when": (day,) if day else (),
    }
    return AgreementClaim(
        name=" ".join(name.quote.split()),
        kind=kind,
        parties=tuple(dict.fromkeys(actor.party for actor in bound.parties if actor.party)),
        status="signed" if done else None,
        when=_day(day, document.published) if day else None,
        evidence={field: spans for field, spans in told.items() if spans},
        source=source,
        because=("clauses: the head and end of an agreement",),
    )


def _day(said: Span, day: str | None) -> When:
    return When(as_said=said.quote, span=said, type="DATE", earliest=day, latest=day, precision="day")


def _kind(title: str) -> str | None:
    said = title.lower().replace(",", " ").split()
    if words("truce") & set(said):
        return "ceasefire"
    return next((kinds()[word] for word in reversed(said) if word in kinds()), None)
