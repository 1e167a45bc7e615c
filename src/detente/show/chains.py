"""Statements, sourcing chains and claims as lines: who said what through whom, each with its words."""

from collections.abc import Iterable, Iterator
from typing import Any

from detente.model import Actor, Claim, Claims, Document, Link, Source, SourceOfPages, StatementClaim, Told
from detente.show.tell import when_of, wrapped

NOT_TOLD = "source not told"
MARKS = '"“”„«»'


def chain_of(source: Source | None) -> str:
    """The way back to whoever knew: "Newsmax ← Politico ← two people (anonymous, 2 of them)".

    >>> chain_of(Source(id="s1", chain=(Link(name="Politico"), Link(name="aides", kind="people")), anonymity="unnamed"))
    'Politico ← aides (unnamed)'
    """
    if source is None:
        return NOT_TOLD
    count = f", {source.count} of them" if source.count else ""
    reason = f', "{source.reason}"' if source.reason else ""
    return " ← ".join(link.name for link in source.chain) + f" ({source.anonymity}{count}{reason})"


def statement_lines(told: Told, statement: StatementClaim) -> Iterator[str]:
    """One statement: when and through whom, who said what in which words, to whom, where and for whom."""
    yield f"{told.day or 'undated'}  {chain_of(told.source('content'))}  {statement.id}"
    speaker = statement.speaker.key if statement.speaker else "somebody"
    words = " … ".join(f'"{span.quote.strip(MARKS)}"' for span in statement.content)
    yield f"      {speaker} [{statement.cue_class}: {statement.cue}] {words}"
    setting = [f"{word}: {value}" for word, value in _setting(statement) if value]
    if setting:
        yield f"      {' · '.join(setting)}"


def _setting(statement: StatementClaim) -> tuple[tuple[str, str | None], ...]:
    return (
        ("to", _name(statement.addressee)),
        ("for", _name(statement.on_behalf_of)),
        ("where", statement.venue),
        ("when", when_of(statement.when) if statement.when else None),
        ("word for word", None if statement.verbatim == "no" else statement.verbatim),
        ("translated", "by the page" if statement.translated else None),
    )


def _name(actor: Actor | None) -> str | None:
    return actor.key if actor else None


def sources_of_pages(pages: Iterable[Claims], **wanted: Any) -> Iterator[SourceOfPages]:
    """Yield each source once, with every page that has it; chosen by the day of the page and by party."""
    found: dict[str, list[str]] = {}
    sources: dict[str, Source] = {}
    for claims in pages:
        day = (claims.document.published or "")[:10]
        if (wanted.get("since") or "") <= day and (not wanted.get("until") or day <= wanted["until"]):
            for source in claims.sources:
                chain = chain_of(source)
                sources.setdefault(chain, source)
                found.setdefault(chain, []).append(f"{claims.document.id}:{source.id}")
    for chain in sorted(found):
        if not wanted.get("party") or wanted["party"] in {link.id for link in sources[chain].chain}:
            yield SourceOfPages(source=sources[chain], pages=tuple(found[chain]))


def source_lines(row: SourceOfPages) -> Iterator[str]:
    """A source in a line: the chain, how many pages have it, and the id that `detente explain` takes."""
    pages = f" · {len(row.pages)} pages" if len(row.pages) > 1 else ""
    yield f"{chain_of(row.source)}{pages}  {row.pages[0]}"


def chain_lines(source: Source, claims: Claims) -> Iterator[str]:
    """A chain link by link, what is known of whoever stands at its end, its words, and the claims that rest on it."""
    document = claims.document
    yield chain_of(source)
    yield _heading(document)
    for number, link in enumerate(source.chain):
        yield f"  {'  ' * number}{'← ' if number else ''}{link.name} ({_kind(link)})"
    yield f"  root: {source.root or 'none, the page speaks for itself'}"
    if source.self_report:
        yield "  self-report: a party tells of its own doings"
    for span in source.evidence:
        yield f'  "{span.quote}" [{span.start}:{span.end}]'
    for claim in claims.every():
        fields = sorted(field for field, id_ in claim.sources.items() if id_ == source.id)
        if claim.source == source.id or fields:
            yield f"  behind {claim.kind_of()} {claim.id}" + (f": {', '.join(fields)}" if fields else "")


def _heading(document: Document) -> str:
    return f"  {document.outlet or 'unknown outlet'}, {(document.published or 'undated')[:16]}: {document.title or document.id}"


def _kind(link: Link) -> str:
    return ", ".join(part for part in (link.kind, link.id, link.when) if part)


def evidence_lines(claim: Claim, claims: Claims) -> Iterator[str]:
    """A claim down to its words: page, sources, spans by field, the rules that made it."""
    document = claims.document
    known = {source.id: source for source in claims.sources}
    yield _heading(document)
    yield f"    source: {chain_of(known.get(claim.source or ''))}"
    for field, id_ in claim.sources.items():
        yield f"    source of {field}: {chain_of(known.get(id_))}"
    for field, spans in claim.evidence.items():
        quotes = ", ".join(f'"{span.quote}" [{span.start}:{span.end}]' for span in spans[:4])
        yield from wrapped(f"{field}: {quotes}", "    ")
    yield from wrapped("made by " + "; ".join(claim.because), "    ")
