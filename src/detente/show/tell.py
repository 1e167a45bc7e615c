"""Entries and claims as lines of text. Nothing is shown without its independent sources and the words behind it."""

import textwrap
from collections.abc import Iterator

from detente.model import Claim, Claims, Fact, Person, PositionTrack, Source, Talk

WIDTH = 100


def counted(least: int, most: int, what: str) -> str:
    """Say a range: "1 source", "1–3 sources"."""
    span = str(least) if least == most else f"{least}–{most}"
    return f"{span} {what}{'' if span == '1' else 's'}"


def sources_of(fact: Fact) -> str:
    """Say how many independent sources stand behind a value."""
    return counted(fact.at_least, fact.at_most, "independent source")


def days_of(earliest: str | None, latest: str | None) -> str:
    """An interval in words; an open end is said to be open."""
    if earliest is None and latest is None:
        return "date not told"
    if earliest is None:
        return f"by {latest}"
    if latest is None:
        return f"since {earliest}"
    return earliest if earliest == latest else f"{earliest} to {latest}"


def chain_of(source: Source | None) -> str:
    """The way back to whoever knew: "Newsmax ← Politico ← two people (anonymous)"."""
    if source is None:
        return "source not told"
    count = f", {source.count} of them" if source.count else ""
    reason = f", since {source.reason}" if source.reason else ""
    return " ← ".join(link.name for link in source.chain) + f" ({source.anonymity}{count}{reason})"


def talk_lines(talk: Talk) -> Iterator[str]:
    """One talk of the record: what, where, when, who, and what is disputed."""
    status, where, when = (talk.fields.get(field, ()) for field in ("status", "where", "when"))
    days = days_of(when[0].value["earliest"], when[0].value["latest"]) if when else "date not told"
    said = f' ("{when[0].value["as_said"]}")' if when else ""
    place = " or ".join(fact.value for fact in where) or "place not told"
    yield f"{talk.id:<5} {talk.history[-1].status:<10} {days}{said} · {place}"
    parties = " – ".join(fact.value for fact in talk.fields.get("parties", ()))
    yield f"      {parties} · {sources_of(status[0])} that it is {status[0].value}"
    people = [fact.value["person"] or fact.value["description"] for fact in talk.fields.get("participants", ())]
    if people:
        yield from wrapped(
            "with " + ", ".join(name.replace("-", " ").title() if "-" in name else name for name in people)
        )
    if len({report.status for report in talk.history}) > 1:
        yield from wrapped(
            "history: " + "; ".join(f"{r.status} ({(r.said or 'undated')[:10]}, {r.claimant})" for r in talk.history)
        )


def wrapped(text: str, indent: str = "      ") -> list[str]:
    """Fold a line to the page, indented."""
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=f"{indent}  ")


def position_lines(track: PositionTrack) -> Iterator[str]:
    """One party on one issue: each stance with its day, teller, direction and words."""
    yield f"{track.party:<8} {track.issue}"
    for stance in track.stances:
        arrow = {"softer": " ↓ softer", "harder": " ↑ harder", "same": " = unchanged"}.get(stance.direction or "", "")
        behind = counted(stance.at_least, stance.at_most, "source")
        said = stance.said or "undated"
        yield f'         {said}  {stance.stance}{arrow}  "{stance.as_said}"  told by {stance.told_by}, {behind}'


def person_lines(person: Person) -> Iterator[str]:
    """One person, with side and roles as the pages tell them."""
    side = ", ".join(fact.value for fact in person.fields.get("party", ()))
    yield f"{person.name}{f' ({side})' if side else ''}  {person.id}"
    for role in person.fields.get("roles", ()):
        yield f"      {role.value} · {sources_of(role)}"


def evidence_lines(claim: Claim, claims: Claims) -> Iterator[str]:
    """A claim down to its words: page, sources, spans by field, the rules that made it."""
    document = claims.document
    known = {source.id: source for source in claims.sources}
    yield f"  {document.outlet or 'unknown outlet'}, {(document.published or 'undated')[:16]}: {document.title or document.id}"
    yield f"    source: {chain_of(known.get(claim.source or ''))}"
    for field, id_ in claim.sources.items():
        yield f"    source of {field}: {chain_of(known.get(id_))}"
    for field, spans in claim.evidence.items():
        quotes = ", ".join(f'"{span.quote}" [{span.start}:{span.end}]' for span in spans[:4])
        yield from wrapped(f"{field}: {quotes}", "    ")
    yield from wrapped("made by " + "; ".join(claim.because), "    ")
