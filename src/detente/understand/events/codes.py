"""The codes that PLOVER gives an actor: a country (or IGO, NGO, IMG, EUR) and a sector, from the words that name it.

What the words leave open is taken from the sentence: the office of a person it titles, the one country it speaks of at
home ("the government of ...", a place in it). Nothing is taken from a list of persons.
"""

from collections.abc import Iterator

import msgspec

from detente.language import Sentence, Token
from detente.lexicon.outlets import find_outlet
from detente.lexicon.parties import names, parties
from detente.lexicon.places import counted_in
from detente.lexicon.roles import roles, sector_of
from detente.understand.actors import Cast, Mention
from detente.understand.actors.parties import only_qualifies
from detente.understand.actors.ties import owner_in
from detente.understand.grammar import preposition
from detente.understand.stretches import head as head_of
from detente.understand.stretches import words

FORMER = "ELI"  # PLOVER's sector of former officials and of families


class Codes(msgspec.Struct, frozen=True, kw_only=True):
    """The codes of one actor; None where the text gives none."""

    country: str | None = None
    sector: str | None = None


def codes_of(cast: Cast, sentence: Sentence, first: int, last: int) -> Codes:
    """Return the codes of the actor named by a stretch of a sentence."""
    own = [m for m in cast.within(sentence) if m.kind not in {"person", "group"}]
    inside = [m for m in own if first <= m.first < last]
    inside = [m for m in inside if not only_qualifies(sentence, m)] or inside
    ethnic = any(_ethnic(sentence, m) for m in inside)
    inside = [m for m in inside if not _ethnic(sentence, m)]
    party = _chosen(sentence, inside, first, last)
    country = _country(party) if party else None
    country = country or _of_person(cast, sentence, first, last, own)
    if not ethnic:
        country = country or _inside_a_name(sentence, first, last) or _of_place(sentence, first, last)
    country = country or _of_home(cast, sentence, own, first, last)
    return Codes(country=country, sector=_sector(cast, sentence, first, last, party))


# ── country ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _chosen(sentence: Sentence, inside: list[Mention], first: int, last: int) -> Mention | None:
    """Of several parties in a name the one whose it is: before the head, else the first after it."""
    head = _noun(sentence, first, last)
    before = [m for m in inside if m.last <= head + 1 or m.first <= head < m.last]
    return next(iter(before or inside), None)


def _country(mention: Mention) -> str | None:
    party = parties()[mention.actors[0].party or ""]
    return party.id if party.kind == "state" else party.country


def _inside_a_name(sentence: Sentence, first: int, last: int) -> str | None:
    """A state named inside the name of a body that has none: "Union for the Independence of Angola"."""
    for token in sentence.tokens[first:last]:
        known = names().find(token.text)
        if known is not None and parties()[known.party].kind == "state":
            return known.party
    return None


def _of_person(cast: Cast, sentence: Sentence, first: int, last: int, own: list[Mention]) -> str | None:
    """The country of the office, held or once held, that the text gives a person of the stretch; else their side."""
    people = [m for m in cast.within(sentence) if m.kind == "person" and first <= m.first < last]
    for person in people:
        id_ = person.actors[0].person
        for title in (title for title in cast.titles if title.person == id_):
            there = cast.told.parsed.sentences[title.sentence]
            mentions = (
                own if there is sentence else [m for m in cast.within(there) if m.kind not in {"person", "group"}]
            )
            owner = owner_in(there, title, mentions)
            if owner is not None:
                return _country(owner)
        side = cast.side(person.actors[0])
        if side:
            return parties()[side].country or (side if parties()[side].kind == "state" else None)
    return None


def _of_place(sentence: Sentence, first: int, last: int) -> str | None:
    """The country of a place or people that stands in the name, longest first: "villagers near Samarra"."""
    people = {i for name in sentence.names if name.kind == "PER" for i in range(name.first, name.last)}
    placed = {i for name in sentence.names if name.kind == "LOC" for i in range(name.first, name.last)}
    for size in range(min(3, last - first), 0, -1):
        for at in range(first, last - size + 1):
            text = words(sentence, at, at + size)
            if text[:1].isupper() and at not in people and (at in placed or not people & set(range(first, last))):
                found = counted_in(text)
                if found:
                    return found
    return None


def _of_home(cast: Cast, sentence: Sentence, own: list[Mention], first: int, last: int) -> str | None:
    """The one country that a sentence speaks of from inside: as a place, or by a body or people of it.

    Asked only for who acts at home: office-holders, rebels, crowds, and minorities known as "ethnic".
    """
    people = [m.actors[0].person for m in cast.within(sentence) if m.kind == "person" and first <= m.first < last]
    titled = any(title.person in people for title in cast.titles)
    ethnic = any(_ethnic(sentence, m) for m in own if first <= m.first < last)
    if not (titled or ethnic or any(_is_domestic(token) for token in sentence.tokens[first:last])):
        return None
    elsewhere = [m for m in own if not first <= m.first < last and not _ethnic(sentence, m)]
    rebels = any(token.lemma.lower() in {"rebel", "guerrilla", "opposition"} for token in sentence.tokens[first:last])
    home = {_country(m) for m in elsewhere if m.place or _qualifies(sentence, m, rebels) or _is_seat(sentence, m)}
    home |= set(_places(sentence))
    if not home and ethnic:
        home = {_country(m) for m in elsewhere}
    return next(iter(home)) if len(home) == 1 else None


def _ethnic(sentence: Sentence, mention: Mention) -> bool:
    """Ethnic Albanians are not of Albania."""
    return mention.first > 0 and sentence.tokens[mention.first - 1].text.lower() == "ethnic"


def _is_domestic(token: Token) -> bool:
    return token.upos in {"NOUN", "PROPN"} and sector_of((token.lemma.lower(),)) is not None


def _qualifies(sentence: Sentence, mention: Mention, rebels: bool) -> bool:
    """The country stands before a noun for its own people or bodies: "Ugandan opposition", "Kenya's court".

    Against rebels a government is at home too; elsewhere it may be the other side.
    """
    around = [n for n in sentence.names if n.kind == "ORG" and n.first == mention.first and n.last > mention.last]
    if around and find_outlet(words(sentence, around[0].first, around[0].last)) is None:
        return True
    token = sentence.tokens[mention.head]
    if token.rel not in {"amod", "compound", "nmod:poss"} or token.head < 0:
        return False
    noun = sentence.tokens[token.head].lemma.lower()
    if rebels and noun in {"government", "army", "troop", "soldier", "authority"}:
        return True
    return noun in AT_HOME or sector_of((noun,)) not in {None, "GOV", "MIL", "CVL"}


AT_HOME = frozenset(
    "commission parliament cabinet ministry court constitution opposition election elections capital district province "
    "party protester protestor demonstrator people public citizen voter candidate media newspaper".split()
)


def _places(sentence: Sentence) -> Iterator[str]:
    for name in sentence.names:
        head = head_of(sentence, name.first, name.last)
        cases = {preposition(sentence, i) for i in (head, *sentence.ancestors(head)[:2])}
        if name.kind == "LOC" and cases & {"in", "at", "near"}:
            country = counted_in(words(sentence, name.first, name.last))
            if country:
                yield country


# ── sector ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _sector(cast: Cast, sentence: Sentence, first: int, last: int, party: Mention | None) -> str | None:
    """The sector of the noun that heads the stretch, of a person's title, of an armed group, or of a country's people."""
    people = [m for m in cast.within(sentence) if m.kind == "person" and first <= m.first < last]
    titles = [t for t in cast.titles if any(t.person == m.actors[0].person for m in people)]
    for title in titles:
        there = cast.told.parsed.sentences[title.sentence]
        found = FORMER if title.past(there) else sector_of(_lemmas(there, title.first, title.head + 1))
        if found:
            return found
    head = _noun(sentence, first, last)
    if sentence.tokens[head].lemma.lower() in roles().kin:
        return FORMER
    found = sector_of(_lemmas(sentence, first, head + 1))
    if found:
        return found
    known = parties()[party.actors[0].party or ""] if party else None
    if known is not None and known.sector:
        return known.sector
    if party is None or not party.first <= head < party.last:
        return next((s for i in range(last - 1, first - 1, -1) if (s := sector_of(_lemmas(sentence, i, i + 1)))), None)
    if party.kind == "demonym" or (party.kind == "capital" and party.place):
        return "CVL"
    return "GOV" if party.kind == "capital" or _is_seat(sentence, party) else None


def _is_seat(sentence: Sentence, mention: Mention) -> bool:
    """A name that stands for a government and is not the country's own: "White House"."""
    party = parties()[mention.actors[0].party or ""]
    text = words(sentence, mention.first, mention.last)
    return party.kind == "state" and text in party.forms[1:] and "House" in text


def _noun(sentence: Sentence, first: int, last: int) -> int:
    """The noun that a stretch is about: the last before its first preposition, whatever the tree hangs it on."""
    end = first
    while end < last and not (end > first and sentence.tokens[end].upos in {"ADP", "VERB", "SCONJ"}):
        end += 1
    nouns = [i for i in range(first, end) if sentence.tokens[i].upos in {"NOUN", "PROPN"}]
    return nouns[-1] if nouns else head_of(sentence, first, last)


def _lemmas(sentence: Sentence, first: int, last: int) -> tuple[str, ...]:
    return tuple(
        token.lemma.lower() for token in sentence.tokens[first:last] if token.upos not in {"DET", "PUNCT", "PART"}
    )
