"""From claims that belong together to entries: one function for all kinds that merge by likeness, one for parties."""

from collections.abc import Iterable, Sequence
from typing import cast

import msgspec

from detente.model import AnyClaim, AnyEntry, Claims, Judgement, NamedParty, Party, TalkClaim, Told
from detente.reconcile.clustering import Cluster, Scores, clusters
from detente.reconcile.disputes import disputes_of
from detente.reconcile.happenings import KINDS as HAPPENINGS
from detente.reconcile.happenings import happening_of
from detente.reconcile.judged import Standing, as_set, standing_of
from detente.reconcile.merging import Kind
from detente.reconcile.talks import KIND as TALKS
from detente.reconcile.talks import talk_of

# The kinds of claims that merge by likeness, each with its rules.
MERGED: dict[type, Kind] = {TalkClaim: TALKS, **HAPPENINGS}


def entries_of(rows: Sequence[Told], judgements: Iterable[Judgement]) -> list[AnyEntry]:
    """Return the entries of claims of one merged kind that are linked with one another, and what they dispute."""
    standing = standing_of(judgements, rows)
    found = clusters_of(rows, standing)
    made = [entry_of(cluster, standing) for cluster in found]
    beside = [
        tuple(one.id for one, other in zip(made, found, strict=True) if other is not cluster and cluster.possibly(other, standing.decided))
        for cluster in found
    ]  # fmt: skip
    named = [possibly_same(entry, others) for entry, others in zip(made, beside, strict=True)]
    return [*named, *(dispute for entry in named for dispute in disputes_of(entry))]


def clusters_of(rows: Sequence[Told], standing: Standing, scores: Scores | None = None) -> list[Cluster]:
    """Return the clusters of claims of one merged kind, those that people rejected left out."""
    kept = [told for told in rows if told.claim.id not in standing.rejected]
    if not kept:
        return []
    return clusters(scores or Scores(MERGED[type(kept[0].claim)]), kept, standing.decided)


def entry_of(cluster: Cluster, standing: Standing) -> AnyEntry:
    """Return the entry that a cluster makes, as people set it."""
    make = talk_of if cluster.scores.kind is TALKS else happening_of
    return as_set(make(cluster.rows, cluster.why), standing)


def possibly_same(entry: AnyEntry, others: tuple[str, ...]) -> AnyEntry:
    """Return an entry that lists what it may be one with."""
    return msgspec.structs.replace(entry, possibly_same=others) if others else entry


def told_of(page: Claims, story: str) -> list[Told]:
    """Return the claims of a page, each in its setting."""
    document = page.document
    return [
        Told(
            claim=cast(AnyClaim, claim),
            document=document.id,
            outlet=document.outlet,
            published=document.published,
            story=story,
            sources=tuple(s for s in page.sources if s.id in {claim.source, *claim.sources.values()}),
        )
        for claim in page.every()
    ]


def parties_of(sightings: Iterable[NamedParty]) -> list[Party]:
    """Return one entry for each party that pages name, with the names they use."""
    rows: dict[str, list[NamedParty]] = {}
    for party in sightings:
        rows.setdefault(party.id, []).append(party)
    return [
        Party(
            id=id_,
            name=(name := min(party.name for party in named)),
            kind=min((party.kind for party in named if party.kind), default=None),
            aliases=tuple(sorted({span.quote for party in named for span in party.mentions} - {name})[:8]),
        )
        for id_, named in sorted(rows.items())
    ]
