"""Roles: what the text says a person is, before the name or after it."""

from collections.abc import Iterator

from detente.language import Parsed, Sentence
from detente.model import Document, Evidence, RoleClaim
from detente.understand.actors import Cast, Mention, apposition, title_start
from detente.understand.sourcing import Sources
from detente.understand.stretches import quote

SMALL = frozenset("the a an his her its their".split())


def find_roles(parsed: Parsed, cast: Cast, sources: Sources, document: Document) -> tuple[RoleClaim, ...]:
    """Return one claim for each title that the text gives a person, the first telling of each."""
    found: dict[tuple[str, str], RoleClaim] = {}
    for mention in cast.mentions:
        if mention.kind != "person":
            continue
        sentence = parsed.sentences[mention.sentence]
        for first, last in _titles(sentence, mention):
            claim = _role(sentence, mention, first, last, cast, sources, document)
            found.setdefault((claim.person, claim.title.lower()), claim)
    return tuple(found.values())


def _titles(sentence: Sentence, mention: Mention) -> Iterator[tuple[int, int]]:
    start = title_start(sentence, mention.first)
    if any(
        token.upos in {"NOUN", "PROPN"} and token.text[:1].isalpha() for token in sentence.tokens[start : mention.first]
    ):
        yield start, mention.first
    after = apposition(sentence, mention.first, mention.last)
    if after:
        first, last = after
        while first < last and sentence.tokens[first].text.lower() in SMALL:
            first += 1
        if first < last and any(token.upos == "NOUN" for token in sentence.tokens[first:last]):
            yield first, last


def _role(
    sentence: Sentence, mention: Mention, first: int, last: int, cast: Cast, sources: Sources, document: Document
) -> RoleClaim:
    title = quote(document, sentence, first, last)
    person = quote(document, sentence, mention.first, mention.last)
    inside = [m for m in cast.within(sentence) if first <= m.first < last and m.kind != "person"]
    evidence: Evidence = {"person": (person,), "title": (title,)}
    party = next((actor.party for m in inside for actor in m.actors if actor.party), None)
    if party:
        stretch = inside[0]
        evidence["party"] = (quote(document, sentence, stretch.first, stretch.last),)
    return RoleClaim(
        person=mention.actors[0].person or "",
        title=title.quote,
        party=party,
        evidence=evidence,
        source=sources.at(sentence, mention.head),
        because=("roles: title" if last <= mention.first else "roles: apposition",),
    )
