"""Pages with claims made up by rule, for measuring the record at sizes that nobody writes by hand.

A world of talks, people and stands is drawn from a seed; each page tells of some of them in plain sentences, so that
every span quotes its page exactly. Nothing here stands for a real event.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from detente.model import (
    Actor,
    Claim,
    Claims,
    Document,
    IncidentClaim,
    Link,
    NamedParty,
    NamedPerson,
    Participant,
    PositionClaim,
    Region,
    RoleClaim,
    Source,
    Span,
    StatementClaim,
    TalkClaim,
    When,
    Where,
    fingerprint,
)

PARTIES = "USA RUS UKR ISR HAMAS EGY QAT SDN RSF ARE SAU TUR THA KHM COD RWA M23 ARM AZE YEM".split()
PLACES = (
    ("Miami", "USA", 25.77, -80.19), ("Geneva", "CHE", 46.2, 6.15), ("Cairo", "EGY", 30.04, 31.24),
    ("Doha", "QAT", 25.29, 51.53), ("Berlin", "DEU", 52.52, 13.4), ("Nairobi", "KEN", -1.28, 36.82),
    ("Ankara", "TUR", 39.92, 32.85), ("Bangkok", "THA", 13.75, 100.5), ("Jeddah", "SAU", 21.54, 39.17),
)  # fmt: skip
ISSUES = "territory.withdrawal security.guarantees ceasefire.general ceasefire.monitoring humanitarian.prisoners security.dmz".split()
STANCES = "demand reject offer accept discuss propose condition reaffirm".split()
OUTLETS = [
    f"{first} {second}"
    for first in "Harbour Meridian Coast Valley Northern Capital River".split()
    for second in "Ledger Wire Courier Post Gazette Herald".split()
]
GIVEN = "Anna Boris Clara David Elena Farid Greta Hakim Ines Jonas Kamal Lena Murad Nadia Omar Petra".split()
FAMILY = (
    "Adler Bekov Castro Demir Eklund Farouk Grant Haddad Ivanov Jensen Kovac Lund Moreau Novak Okoye Petrov".split()
)
START = date(2024, 1, 1)
BESIDE = (
    40  # talks before and after a page's own among which the other talk is that it tells of: about ten days each way
)
# Words that make sentences of one form differ, as the words of real pages do.
FILLER = [
    a + b
    for a in "ba ce di fo gu ha ke li mo nu pa re si to vu wa xe yi zo".split()
    for b in "ran ten lis mor vak del shi gor pen tus".split()
]


class Meeting(msgspec.Struct, frozen=True):
    """The truth of one talk."""

    number: int
    sides: tuple[str, str]
    place: tuple[str, str, float, float]
    day: date
    people: tuple[tuple[str, str], ...]


def meetings(count: int, seed: int) -> list[Meeting]:
    """Draw so many talks, in order of their days."""
    draw = random.Random(f"meetings {seed}")
    made = []
    for number in range(count):
        sides = tuple(sorted(draw.sample(PARTIES, 2)))
        people = tuple((f"{draw.choice(GIVEN)} {draw.choice(FAMILY)}", side) for side in sides)
        day = START + timedelta(days=draw.randrange(max(30, count // 4)))
        made.append(Meeting(number, (sides[0], sides[1]), draw.choice(PLACES), day, people))
    return sorted(made, key=lambda meeting: (meeting.day, meeting.number))


class _Writer:
    """A page being written: text so far, and the spans of what was said."""

    def __init__(self, draw: random.Random) -> None:
        self.text, self.draw = "", draw

    def say(self, sentence: str, *quotes: str) -> list[Span]:
        start = len(self.text)
        filler = " ".join(self.draw.choice(FILLER) for _ in range(6))
        self.text += f"{sentence} {filler.capitalize()}.\n\n"
        places = [self.text.index(quote, start) for quote in quotes]
        return [Span(start=at, end=at + len(quote), quote=quote) for at, quote in zip(places, quotes, strict=True)]


def invented(count: int, seed: int = 0, per_page: int = 20) -> Iterator[Claims]:
    """Yield so many pages of about `per_page` claims each; three pages are about one talk, three others mention it.

    What a page mentions is near in time to what it is about, so that the world is as dense at any size.
    """
    world = meetings(max(2, count // 3), seed)
    for number in range(count):
        draw = random.Random(f"page {seed} {number}")
        at = min(len(world) - 1, number // 3)
        main = world[at]
        other = world[min(len(world) - 1, max(0, at + draw.randint(-BESIDE, BESIDE)))]
        yield page(number, draw, main, other, per_page)


def page(number: int, draw: random.Random, main: Meeting, other: Meeting, per_page: int) -> Claims:
    """Write one page and what it says."""
    outlet = draw.choice(OUTLETS)
    published = main.day + timedelta(days=draw.choice((-3, -1, 1, 1, 2)))
    write = _Writer(draw)
    title = f"Talks in {main.place[0]} ({number})"
    write.say(title)
    sources = (
        Source(id="s1", chain=(Link(name=outlet),), anonymity="narrator"),
        Source(id="s2", chain=(Link(name=outlet), Link(name=f"officials of {outlet}", kind="people")), root=f"unnamed:@:{outlet}", anonymity="unnamed"),
        *(
            Source(id=f"s{3 + i}", chain=(Link(name=outlet), Link(name=name, kind="person")), root=f"person:{slug(name)}", anonymity="named")
            for i, (name, _) in enumerate(main.people)
        ),
    )  # fmt: skip
    claims: list[Claim] = [talk(write, main, published, draw), talk(write, other, published, draw)]
    claims += [role(write, name, side) for name, side in main.people]
    while len(claims) < per_page:
        claims.append(draw.choice((statement, position, position, incident))(write, main, draw))
    text = write.text
    document = Document(
        id=fingerprint("document", f"https://{slug(outlet)}.example/{number}"), version=fingerprint("version", text), text=text,
        url=f"https://{slug(outlet)}.example/{number}", outlet=outlet, title=title, published=published.isoformat(), language="en",
        regions=(Region(start=0, end=len(title), label="headline"), Region(start=len(title) + 2, end=len(text), label="body")),
    )  # fmt: skip
    signed: dict[str, list[Claim]] = {}
    for claim in claims:
        id_ = fingerprint(document.id, document.version, repr(claim))
        signed.setdefault(claim.kind_of() + "s", []).append(msgspec.structs.replace(claim, id=id_))
    return Claims(
        document=document,
        people=tuple(NamedPerson(id=slug(name), name=name, party=side) for name, side in main.people),
        parties=tuple(NamedParty(id=side, name=side, kind="state") for side in main.sides),
        sources=sources,
        **{kind: tuple(rows) for kind, rows in signed.items()},  # type: ignore[arg-type]
    )


def slug(name: str) -> str:
    """Return a name as an id."""
    return name.lower().replace(" ", "-")


def talk(write: _Writer, meeting: Meeting, published: date, draw: random.Random) -> TalkClaim:
    """Tell of a talk, as planned before its day and as held after it, sometimes without place or people."""
    held = published >= meeting.day
    where, day = meeting.place[0], meeting.day.isoformat()
    names = [name for name, _ in meeting.people] if draw.random() < 0.7 else []
    told_place = draw.random() < 0.85
    verb = "met" if held else "will meet"
    sentence = (
        f"Envoys of {meeting.sides[0]} and {meeting.sides[1]}{', ' + ' and '.join(names) + ',' if names else ''} {verb}"
    )
    sentence += f" in {where} on {day}." if told_place else f" on {day}."
    spans = write.say(sentence, verb, meeting.sides[0], meeting.sides[1], day, *([where] if told_place else []), *names)
    evidence = {"status": (spans[0],), "parties": tuple(spans[1:3]), "when": (spans[3],)}
    if told_place:
        evidence["where"] = (spans[4],)
    if names:
        evidence["participants"] = tuple(spans[-len(names) :])
    return TalkClaim(
        status="held" if held else "planned",
        when=When(as_said=day, earliest=day, latest=day, precision="day"),
        where=Where(name=where, country=meeting.place[1], lat=meeting.place[2], lon=meeting.place[3], kind="city") if told_place else None,
        parties=meeting.sides,
        participants=tuple(Participant(person=slug(name), party=side, attendance="attended" if held else "expected") for name, side in meeting.people if names),
        evidence=evidence,
        source=draw.choice(("s1", "s2")),
    )  # fmt: skip


def role(write: _Writer, name: str, side: str) -> RoleClaim:
    """Give a person a title."""
    spans = write.say(f"{name} is the chief negotiator of {side}.", name, "chief negotiator", side)
    evidence = {"person": (spans[0],), "title": (spans[1],), "party": (spans[2],)}
    return RoleClaim(person=slug(name), title="chief negotiator", party=side, evidence=evidence, source="s1")


def position(write: _Writer, meeting: Meeting, draw: random.Random) -> PositionClaim:
    """Take a stand."""
    side, issue, stance = draw.choice(meeting.sides), draw.choice(ISSUES), draw.choice(STANCES)
    words = issue.rpartition(".")[2].replace("_", " ")
    spans = write.say(f"{side} would {stance} on {words}, point {draw.randrange(1000)}.", side, stance, words)
    evidence = {"party": (spans[0],), "stance": (spans[1],), "as_said": (spans[2],), "issue": (spans[2],)}
    return PositionClaim(party=side, issue=issue, stance=stance, as_said=words, evidence=evidence, source="s2")


def statement(write: _Writer, meeting: Meeting, draw: random.Random) -> StatementClaim:
    """Say something."""
    which = draw.randrange(len(meeting.people))
    name, side = meeting.people[which]
    content = f"the work went on for {draw.randrange(2, 400)} hours"
    spans = write.say(f"{name} said that {content}.", name, "said", content)
    evidence = {"speaker": (spans[0],), "cue": (spans[1],), "content": (spans[2],)}
    return StatementClaim(
        speaker=Actor(person=slug(name), party=side),
        cue="say",
        content=(spans[2],),
        evidence=evidence,
        source=f"s{3 + which}",
    )


def incident(write: _Writer, meeting: Meeting, draw: random.Random) -> IncidentClaim:
    """Allege a violation."""
    by, accused = draw.sample(meeting.sides, 2)
    place = draw.choice(PLACES)[0]
    day = (meeting.day - timedelta(days=draw.randrange(3))).isoformat()
    sentence = f"{by} accused {accused} of shelling near {place} on {day}, case {draw.randrange(1000)}."
    spans = write.say(sentence, by, accused, "shelling", place, day)
    fields = ("alleged_by", "alleged_perpetrator", "kind", "where", "when")
    evidence = {field: (span,) for field, span in zip(fields, spans, strict=True)}
    return IncidentClaim(
        kind="shelling", alleged_by=Actor(party=by), alleged_perpetrator=Actor(party=accused), where=Where(name=place, kind="city"),
        when=When(as_said=day, earliest=day, latest=day, precision="day"), evidence=evidence, source="s2",
    )  # fmt: skip
