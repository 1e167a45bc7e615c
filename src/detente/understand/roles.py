"""Roles: what the text says a person is, before the name, after it or in a clause; one claim for each title."""

from detente.language import Parsed, Sentence
from detente.model import Document, Evidence, RoleClaim
from detente.understand.actors import Cast, Title
from detente.understand.actors.parties import only_qualifies
from detente.understand.actors.ties import owner_in
from detente.understand.sourcing import Sources
from detente.understand.stretches import quote, words


def find_roles(parsed: Parsed, cast: Cast, sources: Sources, document: Document) -> tuple[RoleClaim, ...]:
    """Return one claim for each title that the text gives a person, the first telling of each."""
    found: dict[tuple[str, str], RoleClaim] = {}
    for title in cast.titles:
        if title.rule != "counterpart":
            claim = _role(parsed.sentences[title.sentence], title, cast, sources, document)
            found.setdefault((claim.person, claim.title.lower()), claim)
    return tuple(found.values())


def _role(sentence: Sentence, title: Title, cast: Cast, sources: Sources, document: Document) -> RoleClaim:
    said = quote(document, sentence, title.first, title.last)
    named = next(m for m in cast.within(sentence) if m.actors[0].person == title.person)
    evidence: Evidence = {"person": (quote(document, sentence, named.first, named.last),), "title": (said,)}
    own = [m for m in cast.within(sentence) if m.kind not in {"person", "group"} and not only_qualifies(sentence, m)]
    owner = owner_in(sentence, title, own)
    if owner is not None:
        evidence["party"] = (quote(document, sentence, owner.first, owner.last),)
    body = _body(sentence, title)
    if body is not None:
        evidence["organisation"] = (quote(document, sentence, *body),)
    return RoleClaim(
        person=title.person,
        title=said.quote,
        party=owner.actors[0].party if owner else None,
        organisation=words(sentence, *body) if body else None,
        evidence=evidence,
        source=sources.at(sentence, title.head),
        because=(f"roles: {title.rule}",),
    )


def _body(sentence: Sentence, title: Title) -> tuple[int, int] | None:
    """The organisation that the title names, apart from its noun: "head of the Russian Direct Investment Fund"."""
    inside = [n for n in sentence.names if n.kind == "ORG" and title.first <= n.first and n.last <= title.last]
    return next(((n.first, n.last) for n in inside if not n.first <= title.head < n.last), None)
