"""How many independent sources stand behind one value: distinct roots, as a range, copies of a story counted once."""

from collections.abc import Iterable

from detente.model import NEVER_PROVEN, Fact, Source, Told, independent


def root_of(source: Source | None, story: str) -> str:
    """Return the key under which a source counts; a narrator's voice counts as its story's.

    Anonymous people are never one beyond a story, so what stands for the page's own outlet becomes the story's.
    """
    if source is None or source.root is None:
        return f"narrator:{story}"
    if source.root.startswith(NEVER_PROVEN):
        return source.root.replace(":@", f":{story}", 1)
    return source.root


def fact(value: object, behind: Iterable[Told], field: str) -> Fact:
    """Return a value with the claims behind it, as they were told, and the range of its independent sources."""
    rows = sorted(behind, key=lambda told: told.order)
    sources = [told.source(field) for told in rows]
    roots = {root_of(source, told.story) for source, told in zip(sources, rows, strict=True)}
    least, most = independent(roots)
    return Fact(
        value=value,
        claims=tuple(told.claim.id for told in rows),
        at_least=least,
        at_most=most,
        roots=tuple(sorted(roots)),
        self_report=any(source.self_report for source in sources if source),
    )


def proof(one: Fact) -> tuple[str, ...]:
    """Say in words why a fact counts as it does: which roots are proven different, which are not proven equal.

    >>> proof(Fact(value="held", at_least=1, at_most=2, roots=("anonymous:Politico", "person:yuri-ushakov")))
    ('proven different from all others: person:yuri-ushakov', 'perhaps one of these: anonymous:Politico')
    """
    unsure = [root for root in one.roots if root.startswith(NEVER_PROVEN)]
    sure = [root for root in one.roots if root not in unsure]
    told = []
    if sure:
        told.append(f"proven different from all others: {', '.join(sure)}")
    if unsure:
        told.append(f"{'perhaps one of these' if sure else 'not proven different'}: {', '.join(unsure)}")
    return tuple(told)
