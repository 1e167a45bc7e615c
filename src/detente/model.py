"""The nouns of Detente: documents, claims, entries, and what they share.

Three layers and nothing between them. A `Document` is one version of one page. A claim (`TalkClaim`,
`PositionClaim`, ...) is one thing that one document says, each field tied to exact spans and to who said it through
whom. An entry (`Talk`, `Person`, ...) is what the record holds after reconciling the claims of many documents: a pure
function of active claims and judgements.

Field names are the public ones: Python attributes, JSON keys and table columns. Dates are ISO 8601 strings. A field
that no span supports is null.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

import msgspec

Kind = Literal[
    "news", "agency", "press release", "readout", "joint statement", "agreement", "monitor's report", "form", "post"
]
Label = Literal[
    "headline", "dateline", "byline", "body", "caption", "credit", "tags", "biography", "boilerplate", "form"
]
Precision = Literal["instant", "day", "days", "within", "month", "year", "unresolved"]
Anonymity = Literal["named", "institution", "unnamed", "anonymous", "narrator"]
Attendance = Literal["expected", "attended", "said_absent", "denied"]
TalkStatus = Literal[
    "rumoured",
    "proposed",
    "planned",
    "under_way",
    "held",
    "postponed",
    "cancelled",
    "suspended",
    "collapsed",
    "denied",
    "uncertain",
]


class Noun(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The root of every noun: immutable, built by keyword, null fields left out of its JSON."""


# ── shared parts ────────────────────────────────────────────────────────────────────────────────────────────────────


class Span(Noun, frozen=True, kw_only=True):
    """A quotation from a document: `text[start:end] == quote`, in Unicode code points, half-open."""

    start: int
    end: int
    quote: str

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share a character."""
        return self.start < other.end and other.start < self.end


Evidence = dict[str, tuple[Span, ...]]


class When(Noun, frozen=True, kw_only=True):
    """A time as said and as resolved; `type`, `value` and `mod` as in TIMEX3.

    `earliest` and `latest` are ISO dates or zoned date-times, inclusive; null is an open end. `precision` tells how the
    interval is meant: `days` is the whole range, `within` somewhere inside it. `anchor` is the day it was counted from
    and `cue` what decided the direction. Nothing is ever imputed: what cannot be resolved is `unresolved`.
    """

    as_said: str
    span: Span | None = None
    type: Literal["DATE", "TIME", "DURATION", "SET"] | None = None
    value: str | None = None
    mod: str | None = None
    earliest: str | None = None
    latest: str | None = None
    precision: Precision = "unresolved"
    relation: str | None = None
    anchor: str | None = None
    cue: str | None = None
    warnings: tuple[str, ...] = ()


class Where(Noun, frozen=True, kw_only=True):
    """A place as said; a disputed one has no country. `kind`: venue, city, region, country, phone or online.

    `within_km` is how exact it is, as stated: the place lies so many kilometres around the point, or nearer.
    """

    name: str
    as_said: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    kind: str | None = None
    within_km: float | None = None
    district: str | None = None


class Actor(Noun, frozen=True, kw_only=True):
    """Who acts: a person, a party (ISO-3166 alpha-3 or a neutral slug), or only a description. At least one is set.

    `party` beside `person` or `description` is the side that the actor stands for.
    """

    person: str | None = None
    party: str | None = None
    description: str | None = None

    @property
    def key(self) -> str:
        """The most specific of the three."""
        return self.person or self.description or self.party or ""


class Link(Noun, frozen=True, kw_only=True):
    """One step of a sourcing chain, towards whoever knew. `kind`: outlet, person, party, people or document."""

    name: str
    kind: str = "outlet"
    id: str | None = None
    when: str | None = None


class Source(Noun, frozen=True, kw_only=True):
    """The way from a page back to whoever knew: outlet, cited outlet, people.

    `root` is the key under which independence is counted; the narrator's own voice has none. `count` is how many
    people, as said, null when only "sources". `reason` is why they stay unnamed, as said. `self_report` marks a party
    telling of its own doing.
    """

    id: str
    chain: tuple[Link, ...]
    root: str | None = None
    anonymity: Anonymity
    count: int | None = None
    reason: str | None = None
    self_report: bool = False
    evidence: tuple[Span, ...] = ()


# ── documents ───────────────────────────────────────────────────────────────────────────────────────────────────────


class Region(Noun, frozen=True, kw_only=True):
    """A labelled stretch of a document's text."""

    start: int
    end: int
    label: Label


class Problem(Noun, frozen=True, kw_only=True):
    """Something that went wrong: what happened, where, and what to do about it."""

    what: str
    where: str
    do: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}; {self.do}"


class Document(Noun, frozen=True, kw_only=True):
    """One version of one page. Every span indexes `text`, which is kept unchanged."""

    id: str
    version: str
    text: str
    kind: Kind = "news"
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    fetched: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    regions: tuple[Region, ...] = ()
    links: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    evidence: Evidence = {}

    def stretches(self, *labels: Label) -> Iterator[Region]:
        """Yield the regions with one of these labels, in reading order."""
        return (region for region in self.regions if region.label in labels)

    def span(self, start: int, end: int) -> Span:
        """Quote the text from `start` to `end`."""
        return Span(start=start, end=end, quote=self.text[start:end])


def fingerprint(*parts: str) -> str:
    """Return a short stable key of these strings: the first 16 hex digits of a SHA-256."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


# ── claims ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _placeless(value: Any) -> Any:
    """A value in builtins without the places in the text that its parts stand at."""
    if isinstance(value, dict):
        return {name: _placeless(one) for name, one in value.items() if name not in {"span", "evidence"}}
    return [_placeless(one) for one in value] if isinstance(value, (list, tuple)) else value


class Claim(Noun, frozen=True, kw_only=True, tag_field="claim"):
    """One thing that one document says.

    `evidence` gives the spans of each field, `source` who said it, `sources` the fields that have another source.
    `because` names the lexicon entries and rules that made it, for `explain`.
    """

    id: str = ""
    evidence: Evidence = {}
    source: str | None = None
    sources: dict[str, str] = {}
    because: tuple[str, ...] = ()

    @classmethod
    def kind_of(cls) -> str:
        """The word for this kind of claim: talk, position ..."""
        return str(cls.__struct_config__.tag)

    def said_fields(self) -> str:
        """Return a hash of its fields, wherever in the text they stand and whoever says them."""
        bare = {name: getattr(self, name) for name in self.__struct_fields__ if name not in Claim.__struct_fields__}
        return fingerprint(repr(_placeless(msgspec.to_builtins(bare))))

    @property
    def spans(self) -> list[Span]:
        """Every span of every field, in reading order."""
        found = {(span.start, span.end): span for spans in self.evidence.values() for span in spans}
        return [found[key] for key in sorted(found)]


class Participant(Noun, frozen=True, kw_only=True):
    """Who comes to a talk. Expected is not attended; `function`: delegate, head, chair, mediator, host, observer."""

    person: str | None = None
    description: str | None = None
    party: str | None = None
    function: str | None = None
    attendance: Attendance | None = None


class TalkClaim(Claim, frozen=True, kw_only=True, tag="talk"):
    """A meeting, call or round, in one document's words."""

    status: TalkStatus
    when: When | None = None
    where: Where | None = None
    parties: tuple[str, ...] = ()
    participants: tuple[Participant, ...] = ()
    mediators: tuple[str, ...] = ()
    host: str | None = None
    absent: tuple[Actor, ...] = ()
    format: str | None = None
    topics: tuple[str, ...] = ()
    purpose: str | None = None
    outcome: str | None = None
    follows: str | None = None
    prepares: str | None = None


class StatementClaim(Claim, frozen=True, kw_only=True, tag="statement"):
    """Something said: by whom, to whom, and the stretch of text that carries what was said."""

    speaker: Actor | None = None
    on_behalf_of: Actor | None = None
    addressee: Actor | None = None
    venue: str | None = None
    when: When | None = None
    verbatim: Literal["full", "partial", "no"] = "no"
    quotes: tuple[Span, ...] = ()
    translated: bool = False
    content: tuple[Span, ...] = ()
    cue: str | None = None
    cue_class: str | None = None
    moves: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()


class PositionClaim(Claim, frozen=True, kw_only=True, tag="position"):
    """Where a party stands on an issue, never stronger than the text's own verb."""

    party: str
    issue: str
    stance: str
    told_by: Literal["self", "adversary", "mediator", "third", "narrator"] = "narrator"
    as_said: str | None = None
    direction: Literal["softer", "harder", "same"] | None = None
    scope: str | None = None
    target: str | None = None
    condition: str | None = None
    previous: str | None = None
    strength: str | None = None
    when: When | None = None


class RoleClaim(Claim, frozen=True, kw_only=True, tag="role"):
    """What the text says a person is: a title, and the party or organisation it belongs to."""

    person: str
    title: str
    party: str | None = None
    organisation: str | None = None
    when: When | None = None


class TermClaim(Claim, frozen=True, kw_only=True, tag="term"):
    """A term on the table, in the words used. `state`: discussed, floated, tabled, accepted or rejected."""

    as_said: str
    issue: str
    proposed_by: Actor | None = None
    plan: str | None = None
    state: str = "discussed"
    by: tuple[Actor, ...] = ()
    content: str | None = None


class GapClaim(Claim, frozen=True, kw_only=True, tag="gap"):
    """Where sides are said to differ. `state`: open, narrowed or closed."""

    parties: tuple[str, ...] = ()
    issue: str
    state: str = "open"


class AgreementClaim(Claim, frozen=True, kw_only=True, tag="agreement"):
    """A plan, draft, framework, ceasefire or peace agreement, and how far it has come."""

    name: str
    kind: str | None = None
    parties: tuple[str, ...] = ()
    status: str | None = None
    when: When | None = None
    clauses: tuple[str, ...] = ()


class ObligationClaim(Claim, frozen=True, kw_only=True, tag="obligation"):
    """What somebody must do, or leave undone, by when, under which agreement.

    `clause` is its number in the agreement's own text: a proposal read by machine until a person accepts it. Several who
    are bound alike have a claim each; `who` is null where a clause binds nobody by name. `trigger` is the case it is for
    ("in the event of a violation"), null where it is owed in any case.
    """

    who: Actor | None = None
    what: str
    duty: Literal["do", "refrain"] = "do"
    issue: str | None = None
    by_when: When | None = None
    where: Where | None = None
    verified_by: tuple[Actor, ...] = ()
    trigger: str | None = None
    under: str | None = None
    clause: str | None = None
    state: str = "due"


class MechanismClaim(Claim, frozen=True, kw_only=True, tag="mechanism"):
    """What watches or enforces something: who runs it, by which means, on which mandate.

    `clause` is its number in an agreement's own text, `reporting` to whom it reports and when, `trigger` and `response` the
    first step that it takes upon a breach; further steps are obligations.
    """

    watches: str
    run_by: Actor | None = None
    means: str | None = None
    mandate: str | None = None
    reporting: str | None = None
    trigger: str | None = None
    response: str | None = None
    state: str | None = None
    clause: str | None = None


class ZoneClaim(Claim, frozen=True, kw_only=True, tag="zone"):
    """A stretch of land that an agreement's clause tells: both sides of a line, one side of it, or a zone by its name.

    `within_km` is how far a buffer reaches on each side of its `line`, `wide_km` how wide a zone is, as said.
    """

    kind: Literal["buffer", "side", "zone"]
    name: str | None = None
    line: str | None = None
    side: str | None = None
    within_km: float | None = None
    wide_km: float | None = None
    clause: str | None = None
    under: str | None = None


class CeasefireClaim(Claim, frozen=True, kw_only=True, tag="ceasefire"):
    """A truce declared, agreed, in force, extended, broken or denied, in one document's words.

    `when` is the day of what `status` tells, where that is neither its start nor its end: declared, agreed, called off.
    """

    status: str
    parties: tuple[str, ...] = ()
    scope: str | None = None
    declared_by: Actor | None = None
    when: When | None = None
    written: bool | None = None
    start: When | None = None
    end: When | None = None
    mediators: tuple[str, ...] = ()
    monitors: tuple[str, ...] = ()


class Count(Noun, frozen=True, kw_only=True):
    """A number as said; a floor has only `at_least`, a cap only `at_most`."""

    what: str
    number: float | None = None
    at_least: float | None = None
    at_most: float | None = None


class Answer(Noun, frozen=True, kw_only=True):
    """What another side or a monitor says of an alleged incident."""

    by: Actor
    answer: Literal["denies", "confirms", "could_not_verify", "access_refused"]


Finding = Literal["found", "could_not_verify", "access_refused"]


class IncidentClaim(Claim, frozen=True, kw_only=True, tag="incident"):
    """An alleged violation: somebody's word, with the answers to it, and no verdict.

    `finding` is what a monitor who tells it says of its own looking; null where no monitor speaks.
    """

    kind: str
    alleged_by: Actor | None = None
    alleged_perpetrator: Actor | None = None
    where: Where | None = None
    when: When | None = None
    counts: tuple[Count, ...] = ()
    answers: tuple[Answer, ...] = ()
    finding: Finding | None = None


class ObservationClaim(Claim, frozen=True, kw_only=True, tag="observation"):
    """What a monitor could see of an area in a stretch of time, and why not all of it; it tells of no incident."""

    seen: Literal["all", "part", "nothing"]
    by: Actor | None = None
    where: Where | None = None
    when: When | None = None
    why: str | None = None


class SourcingClaim(Claim, frozen=True, kw_only=True, tag="sourcing"):
    """That one outlet cites another, or reprints it."""

    outlet: str | None = None
    cites: str | None = None
    reprint_of: str | None = None


class NamedPerson(Noun, frozen=True, kw_only=True):
    """A person that a document names: stable slug, fullest name, the side the text puts them on, and every mention.

    `evidence` has under `party` the words that put them on their side.
    """

    id: str
    name: str
    party: str | None = None
    mentions: tuple[Span, ...] = ()
    evidence: Evidence = {}


class NamedParty(Noun, frozen=True, kw_only=True):
    """A party that a document names. `kind`: state, organisation, armed group, coalition, loose group or outlet."""

    id: str
    name: str
    kind: str | None = None
    mentions: tuple[Span, ...] = ()


class EventSide(Noun, frozen=True, kw_only=True):
    """One side of an event: the words that name it, a country (or IGO, NGO, IMG, EUR) and a sector, as PLOVER has them."""

    name: str
    country: str | None = None
    sector: str | None = None
    span: Span


class Event(Noun, frozen=True, kw_only=True):
    """What a sentence is about in PLOVER's terms; no claim and never in an entry: it is kept for the export only."""

    type: str
    mode: str | None = None
    actors: tuple[EventSide, ...] = ()
    recipients: tuple[EventSide, ...] = ()
    cue: Span
    sentence: Span
    when: When | None = None
    where: Where | None = None
    source: str | None = None


class Claims(Noun, frozen=True, kw_only=True):
    """Everything one document says: the value of `detente.understand`, and the JSON it prints."""

    schema: str = "detente-claims/1"
    document: Document
    people: tuple[NamedPerson, ...] = ()
    parties: tuple[NamedParty, ...] = ()
    sources: tuple[Source, ...] = ()
    talks: tuple[TalkClaim, ...] = ()
    statements: tuple[StatementClaim, ...] = ()
    positions: tuple[PositionClaim, ...] = ()
    roles: tuple[RoleClaim, ...] = ()
    terms: tuple[TermClaim, ...] = ()
    gaps: tuple[GapClaim, ...] = ()
    agreements: tuple[AgreementClaim, ...] = ()
    obligations: tuple[ObligationClaim, ...] = ()
    mechanisms: tuple[MechanismClaim, ...] = ()
    zones: tuple[ZoneClaim, ...] = ()
    ceasefires: tuple[CeasefireClaim, ...] = ()
    incidents: tuple[IncidentClaim, ...] = ()
    observations: tuple[ObservationClaim, ...] = ()
    sourcings: tuple[SourcingClaim, ...] = ()
    events: tuple[Event, ...] = ()

    def every(self) -> Iterator[Claim]:
        """Yield all claims of all kinds."""
        for kind in CLAIM_LISTS:
            yield from getattr(self, kind)


CLAIM_LISTS = (
    "talks", "statements", "positions", "roles", "terms", "gaps", "agreements", "obligations", "mechanisms", "zones",
    "ceasefires", "incidents", "observations", "sourcings",
)  # fmt: skip
AnyClaim = (
    TalkClaim | StatementClaim | PositionClaim | RoleClaim | TermClaim | GapClaim | AgreementClaim | ObligationClaim
    | MechanismClaim | ZoneClaim | CeasefireClaim | IncidentClaim | ObservationClaim | SourcingClaim
)  # fmt: skip


# ── entries ─────────────────────────────────────────────────────────────────────────────────────────────────────────


class Told(Noun, frozen=True, kw_only=True):
    """A claim in its setting: the page that makes it, the story that page belongs to, the sources the claim names."""

    claim: AnyClaim
    document: str
    outlet: str | None = None
    published: str | None = None
    story: str = ""
    sources: tuple[Source, ...] = ()

    @property
    def day(self) -> str:
        """The day its page was published, empty where it has none."""
        return (self.published or "")[:10]

    @property
    def order(self) -> tuple[str, str, int, str]:
        """Where it comes among others: by when its page was published, then by page and place in it, whoever it is about."""
        start = min((span.start for spans in self.claim.evidence.values() for span in spans), default=0)
        return self.published or "9999", self.document, start, self.claim.id

    def source(self, field: str) -> Source | None:
        """Return the source of one field of the claim."""
        id_ = self.claim.sources.get(field, self.claim.source)
        return next((source for source in self.sources if source.id == id_), None)


class SourceOfPages(Noun, frozen=True, kw_only=True):
    """A source that pages have alike; `pages` are ids of page and source, as `detente explain` takes them."""

    source: Source
    pages: tuple[str, ...]


NEVER_PROVEN = ("anonymous:", "unnamed:", "narrator:")


def independent(roots: Iterable[str]) -> tuple[int, int]:
    """Return how many independent sources these roots make: at least those proven different, at most all.

    Named people, parties and institutions of different roots are proven different. Anonymous and unnamed people and the
    narrator's own voice never are: each may be one of the others.

    >>> independent(["person:yuri-ushakov", "anonymous:Politico", "narrator:e924ef84"])
    (1, 3)
    """
    different = set(roots)
    return sum(not root.startswith(NEVER_PROVEN) for root in different) or min(1, len(different)), len(different)


class Fact(Noun, frozen=True, kw_only=True):
    """One value of one field of an entry, with the claims that say so and how many independent sources that makes.

    Claims stand in the order in which they were told. `at_least` counts only roots proven different, `at_most` those not
    proven equal; `roots` are their keys. `judged` is the judgement that set the value, where a person did.
    """

    value: Any
    claims: tuple[str, ...] = ()
    at_least: int = 0
    at_most: int = 0
    roots: tuple[str, ...] = ()
    self_report: bool = False
    judged: str | None = None

    def joined(self, other: "Fact") -> "Fact":
        """Return the fact that the claims behind both make, its own first."""
        roots = sorted({*self.roots, *other.roots})
        least, most = independent(roots)
        return Fact(
            value=self.value, claims=tuple(dict.fromkeys((*self.claims, *other.claims))), at_least=least, at_most=most,
            roots=tuple(roots), self_report=self.self_report or other.self_report,
        )  # fmt: skip


class StatusReport(Noun, frozen=True, kw_only=True):
    """One step of a status history: who says it, on which day."""

    status: str
    claimant: str
    said: str | None
    claim: str


class Entry(Noun, frozen=True, kw_only=True):
    """What many claims tell of one thing, each field with its accounts.

    `why` are the reasons of the score that joined its claims; `possibly_same` the entries that it may be one with;
    `withdrawn` says that no active claim stands behind it any more. An entry that many claims make has a history of
    statuses, each somebody's word.
    """

    id: str
    claims: tuple[str, ...] = ()
    fields: Mapping[str, tuple[Fact, ...]] = {}
    history: tuple[StatusReport, ...] = ()
    standing: str | None = None
    stories: tuple[str, ...] = ()
    possibly_same: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    withdrawn: bool = False

    @classmethod
    def kind_of(cls) -> str:
        """The word for this kind of entry: talk, person ..."""
        return str(cls.__struct_config__.tag)

    def value(self, field: str) -> Any:
        """The leading value of a field, or None."""
        facts = self.fields.get(field, ())
        return facts[0].value if facts else None

    def values(self, field: str) -> list[Any]:
        """Every value of a field."""
        return [fact.value for fact in self.fields.get(field, ())]


class Talk(Entry, frozen=True, kw_only=True, tag_field="entry", tag="talk"):
    """A meeting, call or round, as all pages tell of it. `standing` is the status that its history comes to."""


class Agreement(Entry, frozen=True, kw_only=True, tag_field="entry", tag="agreement"):
    """A plan, draft, framework or accord of the record."""


class Obligation(Entry, frozen=True, kw_only=True, tag_field="entry", tag="obligation"):
    """What somebody must do by when, as all pages tell of it.

    `accepted` is the judgement by which a person accepted it; until then it is a proposal read by machine.
    """

    accepted: str | None = None


class Ceasefire(Entry, frozen=True, kw_only=True, tag_field="entry", tag="ceasefire"):
    """A truce of the record: declared, agreed, in force, broken or denied, each by somebody's word."""


class Incident(Entry, frozen=True, kw_only=True, tag_field="entry", tag="incident"):
    """An alleged violation of the record, with all who allege it and all who answer, and no verdict."""


class Person(Entry, frozen=True, kw_only=True, tag_field="entry", tag="person"):
    """A person of the record: names, sides and roles, each with the claims that say so.

    `known_as` are the ids under which pages know the person; a bare surname is the one full name that it fits.
    """

    name: str
    aliases: tuple[str, ...] = ()
    known_as: tuple[str, ...] = ()


class Party(Entry, frozen=True, kw_only=True, tag_field="entry", tag="party"):
    """A party of the record, with the names that pages use."""

    name: str
    kind: str | None = None
    aliases: tuple[str, ...] = ()


class Stance(Noun, frozen=True, kw_only=True):
    """One dated step of a position track."""

    stance: str
    said: str | None
    told_by: str
    direction: str | None
    as_said: str | None
    claims: tuple[str, ...]
    at_least: int = 0
    at_most: int = 0


class PositionTrack(Entry, frozen=True, kw_only=True, tag_field="entry", tag="position"):
    """Where one party stood on one issue over time, oldest first."""

    party: str
    issue: str
    stances: tuple[Stance, ...]


class Derivation(Noun, frozen=True, kw_only=True):
    """How one page stands to an earlier one.

    `share` is how much of the smaller text stands in the other, `unquoted` the same outside quotation marks. `kind`: a
    copy, partly derived, or no more than the same statement quoted by both; a mirror is a copy of nearly all of it under a
    much later date, whose claims tell nothing new of any day and count for nothing.
    """

    document: str
    origin: str
    kind: Literal["copy", "mirror", "partly derived", "same statement"]
    share: float
    unquoted: float


class Story(Entry, frozen=True, kw_only=True, tag_field="entry", tag="story"):
    """Documents that are one report, the earliest first, and how each derives from another."""

    documents: tuple[str, ...]
    derivations: tuple[Derivation, ...] = ()


class Dispute(Entry, frozen=True, kw_only=True, tag_field="entry", tag="dispute"):
    """Two or more accounts of one field that cannot all be true, side by side, with no verdict."""

    about: str
    field: str
    accounts: tuple[Fact, ...]


AnyEntry = (
    Talk | Agreement | Obligation | Ceasefire | Incident | Person | Party | PositionTrack | Story | Dispute
)  # fmt: skip


class Drift(Noun, frozen=True, kw_only=True):
    """What a page made of another page's report: strengthened, weakened, dropped or changed; never which one is right."""

    kind: Literal["strengthened", "weakened", "dropped", "changed"]
    field: str
    was: str
    became: str
    origin: str
    claim: str


class FollowUp(Noun, frozen=True, kw_only=True):
    """What became of something announced or owed, as far as it is told; never who is to blame.

    Reports that contradict each other make it disputed. Where nothing is reported it is ahead, due and unreported, not
    observable where nobody could see, or without a report where no day is told.
    """

    what: str
    due: str | None
    state: Literal["met", "not met", "disputed", "ahead", "due, unreported", "not observable", "no report"]
    claims: tuple[str, ...] = ()


class Anchor(Noun, frozen=True, kw_only=True):
    """Where a judged claim stood, so that the judgement finds it again after a new version or a better reader.

    `says` is the hash of its fields without their places in the text: claims that quote the same words differ in it.
    """

    claim: str
    document: str
    kind: str
    quotes: tuple[str, ...] = ()
    says: str = ""

    @classmethod
    def of(cls, claim: Claim, document: str) -> "Anchor":
        """Return where a claim stands: its page, its kind, the words of its evidence, what it says."""
        quotes = dict.fromkeys(span.quote for span in claim.spans)
        return cls(
            claim=claim.id, document=document, kind=claim.kind_of(), quotes=tuple(quotes), says=claim.said_fields()
        )


class Judgement(Noun, frozen=True, kw_only=True):
    """What a person decided: append-only, dated, with a reason. It outlives every re-reading.

    `on` are the ids that were judged, `groups` the claims behind each of them at that moment. A note is private: it
    hangs on an entry and leaves the machine only when that is asked for.
    """

    id: str
    verb: Literal["same", "different", "unsure", "set", "split", "reject", "accept", "undo", "note"]
    on: tuple[str, ...]
    groups: tuple[tuple[Anchor, ...], ...] = ()
    field: str | None = None
    value: Any = None
    who: str
    when: str
    why: str = ""


class Change(Noun, frozen=True, kw_only=True):
    """What entered, moved, was withdrawn or merged: `+`, `~` or `-`, an entry, and a sentence about it."""

    sign: Literal["+", "~", "-"]
    entry: str
    kind: str
    what: str
    when: str


# ── what was handed in ──────────────────────────────────────────────────────────────────────────────────────────────


class Arrival(Noun, frozen=True, kw_only=True):
    """One line of the custody log: what arrived, when, who took it in, its hash, and the hash of the line before.

    `kept` is the hash of what lies in the intake folder: of the same bytes, or of the sealed ones. `reports` is the hash
    of the reports read from it, without whatever is private; `photos` has for the hash of each photo the one under which it
    is kept. `problems` says what of
    it could not be read. `copied` is the line of another copy of the log that it came from.
    """

    number: int
    at: str
    by: str
    name: str
    kind: Literal["form", "table", "page", "held"]
    sha256: str
    size: int
    kept: str
    sealed: bool = False
    reports: str | None = None
    photos: dict[str, str] = {}
    problems: tuple[str, ...] = ()
    copied: str | None = None
    previous: str


class Head(Noun, frozen=True, kw_only=True):
    """The last line of a custody log, by its number and hash: what a second copy keeps to witness all before it."""

    number: int
    hash: str


class Coverage(Noun, frozen=True, kw_only=True):
    """How many pages of one outlet and language were read, passed over as about something else, or refused."""

    outlet: str | None = None
    country: str | None = None
    language: str | None = None
    read: int = 0
    gated: int = 0
    refused: int = 0
