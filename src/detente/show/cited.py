"""Facts as people are shown them: the value in words, its independent sources, one quoted sentence, and who tells it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from detente.model import Claim, Entry, Fact, Noun, Source, Span, Told
from detente.record import Quoted, Record
from detente.show.names import names_of, value_words
from detente.show.sentences import sentence_around

# A field whose words a claim has under another name.
WORDS_OF = {"attendance": "participants"}
CONSIDERED = 3  # claims behind a fact among which the one to quote is chosen


class Mark(Noun, frozen=True, kw_only=True):
    """Words inside a quoted sentence that carry a field."""

    start: int
    end: int
    field: str


class Words(Noun, frozen=True, kw_only=True):
    """One quoted sentence: where it stands, and which of its words carry which field; offsets are into the sentence."""

    sentence: str
    marks: tuple[Mark, ...]
    claim: str
    document: str
    start: int
    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    chain: str = ""
    anonymity: str | None = None


class Cited(Noun, frozen=True, kw_only=True):
    """A fact with what a person needs to weigh it. `accounts` is how many claims say so, copies included."""

    field: str
    value: Any
    shown: str
    at_least: int
    at_most: int
    accounts: int
    roots: tuple[str, ...] = ()
    self_report: bool = False
    judged: str | None = None
    words: Words | None = None


Fields = Mapping[str, tuple[Cited, ...]]


def cited(
    record: Record, entries: Iterable[Entry], fields: Sequence[str] | None = None, most: int = 8
) -> dict[str, Fields]:
    """Return the facts of entries, by entry and field, each with its words; at most so many values of a field."""
    chosen = list(entries)
    wanted = {
        entry.id: {field: facts[:most] for field, facts in entry.fields.items() if fields is None or field in fields}
        for entry in chosen
    }
    every = [fact for one in wanted.values() for facts in one.values() for fact in facts]
    quoted = record.quoted({claim for fact in every for claim in fact.claims[:CONSIDERED]})
    people = names_of(record, people_in(every))
    return {
        id_: {field: tuple(_cited(field, fact, quoted, people) for fact in facts) for field, facts in one.items()}
        for id_, one in wanted.items()
    }


def people_in(facts: Iterable[Fact]) -> Iterator[str]:
    """Yield the ids of people that these facts name."""
    for fact in facts:
        value = fact.value
        if isinstance(value, dict) and value.get("person"):
            yield value["person"]
        found = [value.get(key) for key in ("who", "by")] if isinstance(value, dict) else [value]
        yield from (one for one in found if isinstance(one, str) and "-" in one and one == one.lower())


def _cited(field: str, fact: Fact, quoted: Mapping[str, Quoted], people: dict[str, str]) -> Cited:
    return Cited(
        field=field, value=fact.value, shown=value_words(field, fact.value, people), at_least=fact.at_least,
        at_most=fact.at_most, accounts=len(fact.claims), roots=fact.roots, self_report=fact.self_report,
        judged=fact.judged, words=words_for(fact.claims, field, quoted),
    )  # fmt: skip


def words_for(claims: Sequence[str], field: str, quoted: Mapping[str, Quoted]) -> Words | None:
    """Return the sentence to quote for a field: of the earliest page that has words for it."""
    own = WORDS_OF.get(field, field)
    rows = sorted(
        (quoted[claim] for claim in islice(claims, CONSIDERED) if claim in quoted),
        key=lambda one: (own not in one.told.claim.evidence, one.told.order),
    )
    return words_of(rows[0], own) if rows else None


def words_of(row: Quoted, field: str | None = None) -> Words | None:
    """Return the sentence of a claim that holds the words of a field, with all that the claim marks in it."""
    claim = row.told.claim
    spans = list(claim.evidence.get(field or "", ())) or claim.spans
    if not spans:
        return None
    first, last = sentence_around(row.text, spans[0].start, spans[0].end)
    source = row.told.source(field or "") or row.told.source("")
    return Words(
        sentence=row.text[first:last], marks=tuple(_marks(claim, field, first, last)), claim=claim.id,
        document=row.told.document, start=spans[0].start, outlet=row.told.outlet, published=row.told.published,
        title=row.title, chain=chain_words(source, row.told), anonymity=source.anonymity if source else None,
    )  # fmt: skip


def _marks(claim: Claim, field: str | None, first: int, last: int) -> Iterator[Mark]:
    """Marks of a sentence, none over another: those of the field itself come before others."""
    taken: list[Span] = []
    order = sorted(claim.evidence, key=lambda name: (name != field, name))
    found = []
    for name in order:
        for span in claim.evidence[name]:
            if first <= span.start and span.end <= last and not any(span.overlaps(one) for one in taken):
                taken.append(span)
                found.append(Mark(start=span.start - first, end=span.end - first, field=name))
    yield from sorted(found, key=lambda mark: mark.start)


def chain_words(source: Source | None, told: Told) -> str:
    """Return the way back to whoever knew: "Harbour Ledger ← The Wire ← two people (anonymous)"."""
    if source is None:
        return told.outlet or "outlet unknown"
    return " ← ".join(link.name for link in source.chain) + f" ({SOURCE_WORDS[source.anonymity]})"


SOURCE_WORDS = {
    "named": "named", "institution": "an institution", "unnamed": "not named", "anonymous": "name withheld",
    "narrator": "the page's own voice",
}  # fmt: skip
