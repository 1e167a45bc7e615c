"""People and parties: names, roles with dates and the sentence that says so, where they stand, whom they met."""

from collections.abc import Mapping

from detente.model import Claims, Incident, Noun, Party, Person, Span, Talk
from detente.record import Filter
from detente.show.cited import Cited, Words, cited
from detente.show.names import party_name
from detente.show.sentences import sentence_around
from detente.show.web.lines import ClaimLine, EntryLine, StepLine, claim_lines, entry_lines, stand_lines
from detente.show.web.look import Look, Turned

SIZE = 40
NEWEST = 12  # talks, pages and statements shown of a person or party


class PersonLine(Noun, frozen=True, kw_only=True):
    """A person in a list, with titles as told."""

    id: str
    address: str
    name: str
    aliases: tuple[str, ...] = ()
    titles: tuple[Cited, ...] = ()
    sides: tuple[str, ...] = ()


class People(Noun, frozen=True, kw_only=True):
    """A page of the list of people, by name."""

    people: tuple[PersonLine, ...]
    turned: Turned


def people(look: Look) -> People:
    """Ask for people by name; or, where a party is asked for, for that party's."""
    start = (look.asked.page - 1) * SIZE
    if look.asked.party:
        found = look.record.newest(Person, Filter(party=look.asked.party), SIZE + 1, start)
    else:
        found = look.record.by_name(Person, look.asked.starts or "", SIZE + 1, start)
    rows = [look.record.lately_titled(one) for one in found]
    facts = cited(look.record, rows[:SIZE], ("title",), most=2)
    return People(
        people=tuple(_line(one, facts[one.id].get("title", ())) for one in rows[:SIZE]), turned=look.turned(rows, SIZE)
    )


def _line(person: Person, titles: tuple[Cited, ...]) -> PersonLine:
    return PersonLine(
        id=person.id, address=f"/people/{person.id.partition(':')[2]}", name=person.name, aliases=person.aliases, titles=titles,
        sides=tuple(party_name(str(one)) or str(one) for one in person.values("party")),
    )  # fmt: skip


class Side(Noun, frozen=True, kw_only=True):
    """A side that pages put a person on, on how many of the newest pages, and the words that do."""

    party: str
    name: str
    pages: int
    words: Words | None = None


class OnePerson(Noun, frozen=True, kw_only=True):
    """A person with roles, talks and statements."""

    id: str
    name: str
    aliases: tuple[str, ...]
    fields: Mapping[str, tuple[Cited, ...]]
    sides: tuple[Side, ...]
    talks: tuple[EntryLine, ...]
    statements: tuple[ClaimLine, ...]


def person(look: Look, id_: str) -> OnePerson:
    """Ask for one person."""
    known = look.record.known_as(id_)
    found = look.record.whole(known) if known else look.one(f"p:{id_}", Person)
    id_ = found.id.partition(":")[2]
    pages = look.record.naming(found.known_as, id_.rpartition("-")[2], NEWEST * 2)
    said = [
        claim.id
        for page in pages
        for claim in page.statements
        if claim.speaker and claim.speaker.person in found.known_as
    ]
    return OnePerson(
        id=found.id, name=found.name, aliases=found.aliases, fields=cited(look.record, [found], ("title", "organisation"), most=20)[found.id],
        sides=tuple(_sides(found, pages)), talks=_talks(look, Filter(person=id_)),
        statements=claim_lines(look, look.record.told(said[:NEWEST]), "content"),
    )  # fmt: skip


def _sides(person: Person, pages: list[Claims]) -> list[Side]:
    sides: dict[str, Side] = {}
    for page in pages:
        for named in page.people:
            if named.id in person.known_as and named.party:
                known = sides.get(named.party)
                words = known.words if known and known.words else _side_words(page, named.evidence.get("party", ()))
                sides[named.party] = Side(
                    party=named.party,
                    name=party_name(named.party) or named.party,
                    pages=1 + (known.pages if known else 0),
                    words=words,
                )
    return sorted(sides.values(), key=lambda side: (-side.pages, side.party))


def _side_words(page: Claims, spans: tuple[Span, ...]) -> Words | None:
    if not spans:
        return None
    document = page.document
    first, last = sentence_around(document.text, spans[0].start, spans[0].end)
    return Words(
        sentence=document.text[first:last], marks=(), claim="", document=document.id, start=spans[0].start, outlet=document.outlet,
        published=document.published, title=document.title, chain=document.outlet or "",
    )  # fmt: skip


def _talks(look: Look, chosen: Filter) -> tuple[EntryLine, ...]:
    return entry_lines(look, look.record.newest(Talk, chosen, NEWEST), ("status", "when", "where", "parties"))


# ── parties ─────────────────────────────────────────────────────────────────────────────────────────────────────────


class PartyLine(Noun, frozen=True, kw_only=True):
    """A party in a list."""

    id: str
    address: str
    name: str
    kind: str | None = None
    aliases: tuple[str, ...] = ()


class Parties(Noun, frozen=True, kw_only=True):
    """A page of the list of parties, by name."""

    parties: tuple[PartyLine, ...]
    turned: Turned


def parties(look: Look) -> Parties:
    """Ask for parties by name."""
    rows = look.record.by_name(Party, look.asked.starts or "", SIZE + 1, (look.asked.page - 1) * SIZE)
    return Parties(parties=tuple(_party_line(one) for one in rows[:SIZE]), turned=look.turned(rows, SIZE))


def _party_line(party: Party) -> PartyLine:
    id_ = party.id.partition(":")[2]
    return PartyLine(
        id=id_, address=f"/parties/{id_}", name=party_name(id_) or party.name, kind=party.kind, aliases=party.aliases
    )


class OneParty(Noun, frozen=True, kw_only=True):
    """A party with where it stands, its talks, its people, and what it alleges or is accused of."""

    id: str
    name: str
    kind: str | None
    aliases: tuple[str, ...]
    stands: tuple[StepLine, ...]
    talks: tuple[EntryLine, ...]
    people: tuple[PersonLine, ...]
    incidents: tuple[EntryLine, ...]
    on: str


def party(look: Look, id_: str) -> OneParty:
    """Ask for one party."""
    found = look.one(f"party:{id_}", Party)
    only = Filter(party=id_)
    members = [look.record.lately_titled(one) for one in look.record.newest(Person, only, NEWEST)]
    facts = cited(look.record, members, ("title",), most=1)
    stands = sorted(look.record.stands(look.on, only), key=lambda one: -one.days)[:NEWEST]
    return OneParty(
        id=id_, name=party_name(id_) or found.name, kind=found.kind, aliases=found.aliases, stands=tuple(stand_lines(look, stands)),
        talks=_talks(look, only), people=tuple(_line(one, facts[one.id].get("title", ())) for one in members),
        incidents=entry_lines(look, look.record.newest(Incident, only, NEWEST // 2), ("kind", "alleged_by", "alleged_perpetrator", "when", "answers")),
        on=look.on,
    )  # fmt: skip
