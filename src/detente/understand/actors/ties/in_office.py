"""Ties by office, where nothing on the page says whose the office is that a named person holds.

"President Obama": the page gives the name a title. "Congo's head of state ... Felix Tshisekedi": it tells of an office or of
people of the holder's own party, and gives the name none. The words of the title or of that office are the evidence.
"""

from collections.abc import Iterator, Sequence

import msgspec

from detente.language import Parsed
from detente.lexicon.office_holders import holder_party
from detente.lexicon.roles import titles as nouns_of_titles
from detente.model import Document
from detente.understand.actors.mention import Mention, Person
from detente.understand.actors.sides import Tie, tie_to
from detente.understand.actors.titles import Title
from detente.understand.stretches import in_headline

HIGH = frozenset("president premier chancellor king queen emir prince".split())  # with these a family name is enough
ALSO_HIGH = frozenset(
    {"minister", "secretary"}
)  # and with these after "prime", "foreign", "defence" or before "of state"


def in_office(parsed: Parsed, people: Sequence[Person], titles: Sequence[Title], document: Document) -> Iterator[Tie]:
    """Yield a weak tie for everybody titled with an office whose holder the lexicon knows in the year of the page."""
    named = _by_longest_name(people)
    year = _year(document)
    for title in titles:
        sentence = parsed.sentences[title.sentence]
        if title.past(sentence) or title.rule == "counterpart":
            continue
        name = named[title.person].name
        party = holder_party(name, year) if " " in name or _is_high(parsed, title) else None
        if party is not None:
            yield Tie(
                person=title.person, party=party, weak=True, sentence=title.sentence, first=title.first, last=title.last
            )


def of_office_told(
    parsed: Parsed, people: Sequence[Person], titles: Sequence[Title], told: Sequence[Mention], ties: Sequence[Tie],
    document: Document,
) -> Iterator[Tie]:  # fmt: skip
    """Yield a weak tie for everybody without a title whose party the lexicon knows and an office of which the page tells.

    The office may be without a name ("Congo's head of state") or another's ("Congo's envoy, Sita Mambu"); what only a headline
    tells of does not count.
    """
    titled = {title.person for title in titles}
    headlines = {sentence.index for sentence in parsed.sentences if in_headline(document, sentence)}
    offices = [(party, one) for one in ties if not one.weak and (party := one.party)]
    offices += [
        (actor.party, tie_to("", one))
        for one in told
        if _is_of_people(parsed, one)
        for actor in one.actors
        if actor.party
    ]
    for person in _by_longest_name(people).values():
        known = " " in person.name and person.id not in titled
        party = holder_party(person.name, _year(document)) if known else None
        own = [office for side, office in offices if side == party and office.sentence not in headlines]
        if party is not None and own:
            nearest = min(own, key=lambda office: abs(office.sentence - person.sentence))
            yield msgspec.structs.replace(nearest, person=person.id, party=party, owner=None, weak=True)


def _is_of_people(parsed: Parsed, mention: Mention) -> bool:
    """Tell whether a mention is of holders of offices or of people: "Syria's president", "the leaders of both", "the Rwandan"."""
    token = parsed.sentences[mention.sentence].tokens[mention.head]
    if mention.kind == "group":
        return token.lemma.lower() in nouns_of_titles() | {"head"}
    return mention.kind == "demonym" and token.upos in {"NOUN", "PROPN"} and token.rel not in {"amod", "compound"}


def _by_longest_name(people: Sequence[Person]) -> dict[str, Person]:
    return {person.id: person for person in sorted(people, key=lambda one: len(one.name))}


def _year(document: Document) -> int | None:
    return int(document.published[:4]) if document.published else None


def _is_high(parsed: Parsed, title: Title) -> bool:
    tokens = parsed.sentences[title.sentence].tokens
    lemma = tokens[title.head].lemma.lower()
    around = {token.text.lower() for token in tokens[title.first : title.last]}
    return lemma in HIGH or (lemma in ALSO_HIGH and bool(around & {"prime", "foreign", "defence", "defense", "state"}))
