"""What people decided, as reconciling uses it: which pairs are one, which are two, what is rejected, what is set.

A judgement keeps the claims it was made on by id, page and quoted words, so that it finds them again when a page has a
new version or a better reader has given its claims new ids.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import TypeVar

import msgspec

from detente.model import Anchor, Entry, Fact, Judgement, Obligation, Told
from detente.reconcile.merging import Decided

E = TypeVar("E", bound=Entry)
REATTACH = 0.5  # share of a judged claim's quotes that a new claim of the same page and kind must keep


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """The judgements in force on a set of claims, by what they do; and those that contradict newer ones."""

    decided: Decided = Decided()
    rejected: frozenset[str] = frozenset()
    settings: tuple[tuple[frozenset[str], Judgement], ...] = ()
    accepted: tuple[tuple[frozenset[str], str], ...] = ()
    contradicted: tuple[str, ...] = ()


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Return the judgements that nobody undid, oldest first.

    >>> made = Judgement(id="a", verb="same", on=("x", "y"), who="me", when="1")
    >>> in_force([made, Judgement(id="b", verb="undo", on=("a",), who="me", when="2")])
    []
    """
    ordered = sorted(judgements, key=lambda one: (one.when, one.id))
    undone: set[str] = set()
    for one in reversed(ordered):
        if one.verb == "undo" and one.id not in undone:
            undone.update(one.on)
    return [one for one in ordered if one.verb != "undo" and one.id not in undone]


def standing_of(judgements: Iterable[Judgement], rows: Sequence[Told]) -> Standing:
    """Return the judgements in force on these claims, each judged claim found again by id or by its words."""
    found = _Finder(rows)
    pairs: dict[tuple[str, str], str] = {}
    rejected: set[str] = set()
    settings: list[tuple[frozenset[str], Judgement]] = []
    accepted: list[tuple[frozenset[str], str]] = []
    contradicted: list[str] = []
    joined = _Joined()
    for one in reversed(in_force(judgements)):
        groups = [sorted(set(found.all(group))) for group in one.groups]
        if one.verb == "reject":
            rejected.update(id_ for group in groups for id_ in group)
        elif one.verb == "set":
            settings.append((frozenset(id_ for group in groups for id_ in group), one))
        elif one.verb == "accept":
            accepted.append((frozenset(id_ for group in groups for id_ in group), one.id))
        elif one.verb in {"same", "different", "split", "unsure"}:
            told = [
                (min(a, b), max(a, b)) for first, second in combinations(groups, 2) for a, b in product(first, second)
            ]
            told = [pair for pair in told if pair[0] != pair[1]]
            verb = "different" if one.verb == "split" else one.verb
            if not joined.allows(verb, told):
                contradicted.append(one.id)
                continue
            for pair in told:
                pairs.setdefault(pair, verb)
    return Standing(
        decided=Decided(pairs=pairs), rejected=frozenset(rejected), settings=tuple(reversed(settings)),
        accepted=tuple(accepted), contradicted=tuple(sorted(contradicted)),
    )  # fmt: skip


class _Finder:
    """Judged claims among the claims that stand now."""

    def __init__(self, rows: Sequence[Told]) -> None:
        self.ids = {told.claim.id for told in rows}
        self.pages: dict[str, list[Told]] = {}
        for told in rows:
            self.pages.setdefault(told.document, []).append(told)

    def all(self, anchors: Iterable[Anchor]) -> Iterator[str]:
        for anchor in anchors:
            id_ = anchor.claim if anchor.claim in self.ids else self._again(anchor)
            if id_ is not None:
                yield id_

    def _again(self, anchor: Anchor) -> str | None:
        quotes = set(anchor.quotes)
        scores = [
            (
                len(quotes & {span.quote for span in told.claim.spans}) / max(1, len(quotes)),
                told.claim.said_fields() == anchor.says,
                told.claim.id,
            )
            for told in self.pages.get(anchor.document, ())
            if told.claim.kind_of() == anchor.kind
        ]
        best = max(scores, default=(0.0, False, ""))
        return best[2] if best[0] >= REATTACH else None


class _Joined:
    """What newer judgements joined and parted, so that an older one that contradicts them is told from the rest."""

    def __init__(self) -> None:
        self.home: dict[str, str] = {}
        self.apart: list[tuple[str, str]] = []

    def find(self, id_: str) -> str:
        while self.home.get(id_, id_) != id_:
            id_ = self.home[id_]
        return id_

    def allows(self, verb: str, pairs: Sequence[tuple[str, str]]) -> bool:
        """Tell whether these pairs contradict nothing newer, and remember them if they do not."""
        if verb == "same":
            before = dict(self.home)
            for a, b in pairs:
                self.home[self.find(a)] = self.find(b)
            if any(self.find(a) == self.find(b) for a, b in self.apart):
                self.home = before
                return False
        elif verb == "different":
            if any(self.find(a) == self.find(b) for a, b in pairs):
                return False
            self.apart.extend(pairs)
        return True


def as_set(entry: E, standing: Standing) -> E:
    """Return an entry with the fields that people set leading, what the claims say beside it; an obligation as accepted."""
    fields: Mapping[str, tuple[Fact, ...]] = entry.fields
    for claims, judgement in standing.settings:
        if claims & set(entry.claims) and judgement.field:
            kept = tuple(fact for fact in fields.get(judgement.field, ()) if not fact.judged)
            chosen = Fact(value=judgement.value, claims=tuple(sorted(claims)), judged=judgement.id)
            fields = {**fields, judgement.field: (chosen, *kept)}
    status = fields.get("status", ())
    leading = status[0].value if status and status[0].judged else entry.standing
    entry = msgspec.structs.replace(entry, fields=fields, standing=leading)
    if isinstance(entry, Obligation):
        accepted = next((id_ for claims, id_ in standing.accepted if claims & set(entry.claims)), None)
        entry = msgspec.structs.replace(entry, accepted=accepted)
    return entry
