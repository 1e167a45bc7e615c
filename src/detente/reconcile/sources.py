"""How many independent sources stand behind one value: distinct roots, as a range, copies of a story counted once."""

from collections.abc import Iterable, Mapping

from detente.model import Claim, Claims, Fact, Source


def source_of(claim: Claim, field: str, claims: Claims) -> Source | None:
    """Return the source of one field of a claim."""
    id_ = claim.sources.get(field, claim.source)
    return next((source for source in claims.sources if source.id == id_), None)


def independent(rows: Iterable[tuple[Source | None, str]]) -> tuple[int, int, tuple[str, ...]]:
    """Return (at least, at most, roots) for the sources of a value, each with the story that its page belongs to.

    Named people, parties and institutions of different roots are proven different. Anonymous and unnamed people never
    are. The narrator's own voice has no root: it may be anybody's, so it adds only to what is at most.

    >>> independent([])
    (0, 0, ())
    """
    proven: set[str] = set()
    possible: set[str] = set()
    voices: set[str] = set()
    for source, story in rows:
        if source is None or source.root is None:
            voices.add(f"narrator:{story}")
        elif source.root.startswith(("anonymous:", "unnamed:")):
            possible.add(source.root.replace(":@", f":{story}", 1))
        else:
            proven.add(source.root)
    least = len(proven) or (1 if possible or voices else 0)
    return least, len(proven) + len(possible) + len(voices), tuple(sorted(proven | possible | voices))


def fact(value: object, behind: Iterable[tuple[Claim, Claims]], field: str, stories: Mapping[str, str]) -> Fact:
    """Return a value with the claims behind it and the range of its independent sources."""
    rows = sorted(behind, key=lambda row: row[0].id)
    sources = [(source_of(claim, field, claims), stories[claims.document.id]) for claim, claims in rows]
    least, most, roots = independent(sources)
    return Fact(
        value=value,
        claims=tuple(claim.id for claim, _ in rows),
        at_least=least,
        at_most=most,
        roots=roots,
        self_report=any(source.self_report for source, _ in sources if source),
    )
