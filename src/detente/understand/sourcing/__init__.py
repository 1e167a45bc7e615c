"""How the page knows: chains from its outlet to whoever said it, anonymity and its reason, and the root of each.

A source holds only where the text shows it: inside the content of an attribution. Everything else is the narrator's.

credits → chains → anonymity → roots
"""

import msgspec

from detente.language import Parsed, Sentence
from detente.model import Document, Link, Source, SourcingClaim
from detente.understand.actors import Cast
from detente.understand.sayings import Saying
from detente.understand.sourcing.anonymity import withheld_in
from detente.understand.sourcing.chains import Way, ways_of
from detente.understand.sourcing.credits import agency_of
from detente.understand.sourcing.roots import root_of, tells_of_itself

__all__ = ["Sources", "find_sources", "sourcings"]


class Sources(msgspec.Struct, frozen=True, kw_only=True):
    """The sources of a document, and which of them stands behind each place of its text."""

    sources: tuple[Source, ...]
    of_saying: dict[int, str]
    stretches: tuple[tuple[int, int, int, str], ...]
    narrator: str

    def by_saying(self) -> dict[int, Source]:
        """Return the source of each saying, by its number."""
        known = {source.id: source for source in self.sources}
        return {number: known[id_] for number, id_ in self.of_saying.items()}

    def at(self, sentence: Sentence, token: int) -> str:
        """Return the id of the innermost source that covers a token, the narrator's where none does."""
        covering = [row for row in self.stretches if row[0] == sentence.index and row[1] <= token < row[2]]
        return min(covering, key=lambda row: row[2] - row[1])[3] if covering else self.narrator


def find_sources(parsed: Parsed, cast: Cast, sayings: tuple[Saying, ...], document: Document) -> Sources:
    """Return the document's sources: the narrator's first, then one for each distinct chain."""
    page = Link(name=document.outlet or "unknown outlet")
    credit = agency_of(document)
    start = (page, Link(name=credit[0])) if credit and credit[0] != page.name else (page,)
    evidence = (*document.evidence.get("outlet", ()), *((credit[1],) if credit else ()))
    narrator = Source(id="s0", chain=start, anonymity="narrator", evidence=evidence)
    ways = ways_of(parsed, cast, sayings, document, start)
    withheld = withheld_in(parsed, sayings, ways)
    found: dict[tuple[object, ...], Source] = {}
    of_saying: dict[int, str] = {}
    for number, way in ways.items():
        way = withheld.applied(number, way)
        key = (tuple((link.name.lower(), link.kind) for link in way.links), way.anonymity, way.count)
        own = tells_of_itself(sayings[number], parsed, cast)
        if key not in found:
            found[key] = _source(f"s{len(found) + 1}", way, page)
        elif found[key].reason is None and way.reason:
            found[key] = msgspec.structs.replace(found[key], reason=way.reason)
        if own:
            found[key] = msgspec.structs.replace(found[key], self_report=True)
        of_saying[number] = found[key].id
    pointing = {of_saying[number] for number in of_saying if sayings[number].meant}
    sources, merged = _joined([narrator, *found.values()], pointing)
    silent = _silent(sayings, of_saying, merged)
    return Sources(
        sources=tuple(sources),
        of_saying=silent,
        stretches=tuple(
            (*part, silent[number])
            for number, saying in enumerate(sayings)
            if number in of_saying
            for part in (*saying.parts, *saying.further)
        ),
        narrator="s0",
    )


def _silent(sayings: tuple[Saying, ...], of_saying: dict[int, str], merged: dict[str, str]) -> dict[int, str]:
    """The source of every saying: its own, else that of the saying that holds it, else the narrator's."""
    found: dict[int, str] = {}
    for number in range(len(sayings)):
        above: int | None = number
        while above is not None and above not in of_saying:
            above = sayings[above].above if sayings[above].above != above else None
        found[number] = merged[of_saying[above]] if above is not None else "s0"
    return found


def _source(id_: str, way: Way, page: Link) -> Source:
    spans = {(span.start, span.end): span for span in way.evidence}
    return Source(
        id=id_, chain=way.links, root=root_of(way, page), anonymity=way.anonymity, count=way.count, reason=way.reason,
        evidence=tuple(spans[place] for place in sorted(spans)),
    )  # fmt: skip


def _joined(sources: list[Source], pointing: set[str]) -> tuple[list[Source], dict[str, str]]:
    """An outlet's report and the people without names who "spoke with the outlet" are one source."""
    merged = {source.id: source.id for source in sources}
    people = {
        source.chain[-2].name: source
        for source in reversed(sources)
        if len(source.chain) > 2
        and source.anonymity == "anonymous"
        and source.chain[-2].kind == "outlet"
        and source.id in pointing
    }
    for source in sources:
        told = source.chain[-1]
        if source.anonymity == "institution" and told.kind == "outlet" and told.name in people:
            merged[source.id] = people[told.name].id
    return [source for source in sources if merged[source.id] == source.id], merged


def sourcings(sources: Sources, document: Document) -> tuple[SourcingClaim, ...]:
    """One claim for every outlet that the page cites; the page's own outlet where its text names it."""
    cited = {link.name: source for source in sources.sources for link in source.chain[1:] if link.kind == "outlet"}
    own = document.evidence.get("outlet", ())
    return tuple(
        SourcingClaim(
            outlet=document.outlet if own else None,
            cites=name,
            source=source.id,
            evidence={"cites": source.evidence, **({"outlet": own} if own else {})},
            because=("sourcing: cited outlet",),
        )
        for name, source in cited.items()
        if source.evidence
    )
