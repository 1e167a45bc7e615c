"""Clusters of the record anew, as far as a change disturbs them: what a claim joins, and what that disturbs in turn.

    touched claims ─▶ those likest to one another together ─▶ with the clusters that they disturb ─▶ clusters ─▶ entries

A cluster that nothing disturbs is the one that all claims together would make, so that the rest is never looked at
(`reconcile.linkage`). What people judged together is always looked at together.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from detente.model import Judgement
from detente.reconcile import Cluster, Scores, Standing, clusters_of, standing_of
from detente.reconcile.merging import Kind
from detente.record import Record


class Regrouping:
    """The clusters of one kind while a portion is settled: as the record has them, or as they were made anew."""

    def __init__(self, record: Record, kind: Kind, judgements: Sequence[Judgement]) -> None:
        self.record, self.kind, self.judgements = record, kind, judgements
        self.scores = _scores(record, kind)
        self.judged = [{anchor.document for group in one.groups for anchor in group} for one in judgements]
        self.kept: dict[str, Cluster] = {}  # by claim: a cluster that stands in the record
        self.entry: dict[
            str, tuple[str, frozenset[str]]
        ] = {}  # by claim: the entry under which it stands there, and its claims
        self.made: dict[str, Cluster] = {}  # by claim: a cluster made anew
        self.standing: dict[str, Standing] = {}
        self.rejected: set[str] = set()
        self.links: dict[str, list[str]] = {}

    def touch(self, touched: Iterable[str], left: Iterable[str], likest: Mapping[str, str]) -> None:
        """Make anew what these claims touch, and the clusters that others left.

        `likest` names for a touched claim the one likest to it: what will be one is best made at once.
        """
        near = {claim: min(own.claims) if (own := self._of(other)) else other for claim, other in likest.items()}
        for together in _together(touched, near):
            self._anew(together)
        for claim in sorted(left):
            if claim not in self.made:
                self._anew({claim})

    def clusters(self) -> list[Cluster]:
        """Return the clusters made anew."""
        return list({id(one): one for one in self.made.values()}.values())

    def standing_of(self, cluster: Cluster) -> Standing:
        """Return what people decided about a cluster made anew."""
        return self.standing[next(iter(cluster.claims))]

    def stands_as(self, cluster: Cluster) -> str:
        """Return the id of the entry under which a cluster that stays stands in the record."""
        return self.entry[next(iter(cluster.claims))][0]

    def possibly(self, cluster: Cluster) -> Iterator[Cluster]:
        """Yield the other clusters that one made anew may be the same as."""
        standing = self.standing_of(cluster)
        unsure = {id_ for pair, verb in standing.decided.pairs.items() if verb == "unsure" for id_ in pair}
        for other in self._beside(cluster.claims, unsure - cluster.claims if unsure & cluster.claims else ()):
            if cluster.possibly(other, standing.decided):
                yield other

    # ── one region ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _anew(self, claims: Iterable[str]) -> None:
        """Make these claims' clusters anew, with all that they disturb."""
        region = set(claims)
        while True:
            region = self._joined(region)
            rows = self.record.told(sorted(region))
            standing = standing_of(self.judgements, rows) if self.judgements else Standing()
            found = clusters_of(rows, standing, self.scores)
            disturbed = {
                claim
                for cluster in found
                for other in self._beside(cluster.claims, ())
                if region.isdisjoint(other.claims) and (self._judged(other) or cluster.disturbs(other))
                for claim in other.claims
            }
            if not disturbed:
                break
            region |= disturbed
        self.rejected = (self.rejected - region) | (region & standing.rejected)
        for claim in region:
            self.made.pop(claim, None)
            self.kept.pop(claim, None)
        for cluster in found:
            self.made |= dict.fromkeys(cluster.claims, cluster)
            self.standing |= dict.fromkeys(cluster.claims, standing)

    def _joined(self, claims: Iterable[str]) -> set[str]:
        """These claims with the clusters that they are in, and with what people judged together with them."""
        found: set[str] = set()
        fresh = set(claims)
        while fresh:
            found |= fresh
            reached = {other for claim in fresh for other in self._standing_with(claim)}
            reached |= self._judged_with(fresh | reached)
            fresh = reached - found
        return found

    def _standing_with(self, claim: str) -> set[str]:
        """The claims of its cluster, and of the entry that it stands in."""
        own = self._of(claim)
        entry = self.entry.get(claim)
        return {*(own.claims if own else ()), *(entry[1] if entry and claim not in self.made else ())}

    def _judged_with(self, claims: Iterable[str]) -> set[str]:
        if not self.judged:
            return set()
        pages = {one.document for one in self.record.told(claims)}
        together = sorted({page for row in self.judged if row & pages for page in row})
        return {one.claim.id for one in self.record.told_by(together) if one.claim.kind_of() == self.kind.name}

    def _judged(self, cluster: Cluster) -> bool:
        return any(row & {told.document for told in cluster.rows} for row in self.judged)

    def _beside(self, claims: Iterable[str], more: Iterable[str]) -> list[Cluster]:
        """The clusters that hold claims linked with these, or one of some more, in order."""
        linked = {other for claim in claims for other in self._linked(claim)}.union(more).difference(claims)
        found = {id(own): own for claim in sorted(linked) if (own := self._of(claim))}
        return list(found.values())

    def _linked(self, claim: str) -> list[str]:
        if claim not in self.links:
            self.links[claim] = self.record.linked(claim)
        return self.links[claim]

    def _of(self, claim: str) -> Cluster | None:
        """The cluster that a claim is in; none where it was rejected or its turn has not come."""
        if claim not in self.made and claim not in self.entry:
            self._load(claim)
        return self.made.get(claim) or self.kept.get(claim)

    def _load(self, claim: str) -> None:
        """Get the clusters of a claim's entry from the record; of several that it falls into each is one of its own."""
        entry, claims = self.record.standing_with(self.kind.name, claim)
        rows = [one for one in self.record.told(claims) if one.claim.id not in self.made]
        active = frozenset(one.claim.id for one in rows)
        self.entry |= dict.fromkeys({claim, *active}, (entry, active))
        standing = standing_of(self.judgements, rows) if self.judgements else Standing()
        for cluster in clusters_of(rows, standing, self.scores):
            self.kept |= dict.fromkeys(cluster.claims, cluster)


def _scores(record: Record, kind: Kind) -> Scores:
    """The scores at hand, begun anew where they have become very many."""
    scores: Scores | None = record.at_hand.get(kind.name)
    if scores is None or scores.kind is not kind or scores.many:
        scores = record.at_hand[kind.name] = Scores(kind)
    return scores


def _together(claims: Iterable[str], likest: Mapping[str, str]) -> list[set[str]]:
    """Group claims with the one likest to each, so that what will be one is made at once; the result does not depend on it."""
    home: dict[str, str] = {}

    def find(claim: str) -> str:
        while home.setdefault(claim, claim) != claim:
            claim = home[claim]
        return claim

    for claim, other in likest.items():
        home[find(claim)] = find(other)
    found: dict[str, set[str]] = {}
    for claim in claims:
        found.setdefault(find(claim), set()).add(claim)
    return list(found.values())
