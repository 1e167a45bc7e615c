"""How many independent sources stand behind one value: distinct roots, as a range, copies of a story counted once."""

from collections.abc import Iterable

from detente.model import Fact, Source, Told

# People who stay unnamed are never proven to be others than those of another page.
NEVER_PROVEN = ("anonymous:", "unnamed:")


def root_of(source: Source | None, story: str) -> str:
    """Return the key under which a source counts; a narrator's voice counts as its story's.

    Anonymous people are never one beyond a story, so what stands for the page's own outlet becomes the story's.
    """
    if source is None or source.root is None:
        return f"narrator:{story}"
    if source.root.startswith(NEVER_PROVEN):
        return source.root.replace(":@", f":{story}", 1)
    return source.root


def proven(root: str) -> bool:
    """Tell whether a root is proven to be another than every different root."""
    return not root.startswith((*NEVER_PROVEN, "narrator:"))


def independent(rows: Iterable[tuple[Source | None, str]]) -> tuple[int, int, tuple[str, ...]]:
    """Return (at least, at most, roots) for the sources of a value, each with the story that its page belongs to.

    Named people, parties and institutions of different roots are proven different. Anonymous and unnamed people never
    are. The narrator's own voice has no root: it may be anybody's, so it adds only to what is at most.

    >>> independent([])
    (0, 0, ())
    """
    roots = {root_of(source, story) for source, story in rows}
    least = sum(map(proven, roots)) or min(1, len(roots))
    return least, len(roots), tuple(sorted(roots))


def fact(value: object, behind: Iterable[Told], field: str) -> Fact:
    """Return a value with the claims behind it and the range of its independent sources."""
    rows = sorted(behind, key=lambda told: told.claim.id)
    sources = [told.source(field) for told in rows]
    least, most, roots = independent(zip(sources, (told.story for told in rows), strict=True))
    return Fact(
        value=value,
        claims=tuple(told.claim.id for told in rows),
        at_least=least,
        at_most=most,
        roots=roots,
        self_report=any(source.self_report for source in sources if source),
    )


def proof(one: Fact) -> tuple[str, ...]:
    """Say in words why a fact counts as it does: which roots are proven different, which are not proven equal.

    >>> proof(Fact(value="held", at_least=1, at_most=2, roots=("anonymous:Politico", "person:yuri-ushakov")))
    ('proven different from all others: person:yuri-ushakov', 'perhaps one of these: anonymous:Politico')
    """
    sure = [root for root in one.roots if proven(root)]
    unsure = [root for root in one.roots if not proven(root)]
    told = []
    if sure:
        told.append(f"proven different from all others: {', '.join(sure)}")
    if unsure:
        told.append(f"{'perhaps one of these' if sure else 'not proven different'}: {', '.join(unsure)}")
    return tuple(told)
