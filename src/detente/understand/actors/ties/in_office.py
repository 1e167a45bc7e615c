"""Ties by office: "President Obama", "special envoy Steve Witkoff", where nothing on the page says whose office it is."""

from collections.abc import Iterator, Sequence

from detente.language import Parsed
from detente.lexicon.office_holders import holder_party
from detente.model import Document
from detente.understand.actors.mention import Person
from detente.understand.actors.sides import Tie
from detente.understand.actors.titles import Title

HIGH = frozenset("president premier chancellor king queen emir prince".split())  # with these a family name is enough
ALSO_HIGH = frozenset(
    {"minister", "secretary"}
)  # and with these after "prime", "foreign", "defence" or before "of state"


def in_office(parsed: Parsed, people: Sequence[Person], titles: Sequence[Title], document: Document) -> Iterator[Tie]:
    """Yield a weak tie for everybody titled with an office whose holder the lexicon knows in the year of the page."""
    named = {person.id: person for person in sorted(people, key=lambda one: len(one.name))}
    year = int(document.published[:4]) if document.published else None
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


def _is_high(parsed: Parsed, title: Title) -> bool:
    tokens = parsed.sentences[title.sentence].tokens
    lemma = tokens[title.head].lemma.lower()
    around = {token.text.lower() for token in tokens[title.first : title.last]}
    return lemma in HIGH or (lemma in ALSO_HIGH and bool(around & {"prime", "foreign", "defence", "defense", "state"}))
