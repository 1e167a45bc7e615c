"""Entries anew, as far as pages or judgements changed them.

    unsettled pages ─▶ fingerprints ─▶ stories ─▶ blocks and links ─▶ the claims linked with them ─▶ entries in place

The result is the one that `reconcile` gives for the whole record, whatever the order in which pages came: a test holds
the two against each other.
"""

from collections.abc import Iterable
from functools import partial

from detente.line.regrouping import Regrouping
from detente.model import AnyEntry, Change, Judgement, PositionClaim, PositionTrack, RoleClaim, Told
from detente.reconcile import (
    MERGED,
    Fingerprint,
    Scores,
    derivation,
    disputes_of,
    entry_of,
    fingerprint_of,
    parties_of,
    people_of,
    possibly_same,
    standing_of,
    steps_of,
    stories,
    titles_of,
    track_key,
)
from detente.reconcile.merging import Kind
from detente.reconcile.stories import SHARED, SHARED_PART, WINDOW
from detente.record import Record

PORTION = 500  # pages settled in one transaction


def settle(record: Record, now: str) -> list[Change]:
    """Bring the entries up to date with the pages and judgements that came since the last time; return what changed.

    Many pages are settled in portions, each in a transaction of its own: an interrupt keeps the portions that are done.
    """
    changes: list[Change] = []
    while documents := record.unsettled(PORTION):
        with record.writing():
            changes += _settle(record, documents, now)
            record.settled(documents)
        record.forget()
    return changes


def _settle(record: Record, documents: list[str], now: str) -> list[Change]:
    judgements = tuple(record.judgements())
    moved, changes = _stories(record, documents, now)
    documents = sorted({*documents, *moved})
    told = record.told_by(documents)
    silent = record.silent(documents)
    for claim, kind in MERGED.items():
        changes += _merged(
            record,
            kind,
            [one.claim.id for one in told if isinstance(one.claim, claim)],
            silent.get(kind.name, []),
            judgements,
            now,
        )
    changes += _tracks(
        record,
        [one for one in told if isinstance(one.claim, PositionClaim)],
        silent.get("position", []),
        judgements,
        now,
    )
    changes += _people(
        record, [one for one in told if isinstance(one.claim, RoleClaim)], silent.get("role", []), documents, now
    )
    return [*changes, *_parties(record, documents, now)]


# ── stories ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _stories(record: Record, documents: list[str], now: str) -> tuple[set[str], list[Change]]:
    """Find what these pages are copies of; return the pages that moved to another story, and the changes."""
    beside = _beside(record, documents)
    for id_ in documents:
        _derive(record, id_)
    known, derivations = record.related(beside | _beside(record, documents))
    earlier = record.stories_of(known)
    found = list(stories(record.days(known), derivations))
    moved = {id_ for story in found for id_ in story.documents if record.place(id_, story.id)}
    found = [story for story in found if len(story.documents) > 1]
    gone = earlier - {story.id for story in found}
    return moved, record.put(found, [f"story:{id_}" for id_ in sorted(gone)], now)


def _beside(record: Record, documents: Iterable[str]) -> set[str]:
    """Return these pages and all that they derive from, or that derives from them."""
    _, derivations = record.related(documents)
    return {*documents, *(id_ for one in derivations for id_ in (one.document, one.origin))}


def _derive(record: Record, id_: str) -> None:
    document = record.document(id_)
    if document is None:
        record.forget_fingerprint(id_)
        record.derive(id_, ())
        return
    own = fingerprint_of(document)
    record.fingerprint(id_, own.day, own.grams, own.unquoted, own.quotations, own.indexed, own.twins)
    near = record.sharing(id_, own.indexed, own.day, WINDOW, SHARED, SHARED_PART)
    beside = {row[0]: row for row in (*near, *record.twins(id_, own.twins))}
    others = (
        Fingerprint(document=other, day=day, grams=grams, unquoted=unquoted, quotations=tuple(quotations))
        for other, day, grams, unquoted, quotations in beside.values()
    )
    record.derive(id_, [found for other in others if (found := derivation(own, other))])


# ── what merges by likeness ─────────────────────────────────────────────────────────────────────────────────────────


def _merged(
    record: Record, kind: Kind, touched: list[str], silent: list[str], judgements: tuple[Judgement, ...], now: str
) -> list[Change]:  # fmt: skip
    """Make anew the entries of a kind that touched claims, and those that lost their force, have to do with."""
    left = {other for claim in silent for other in record.standing_with(kind.name, claim)[1]}.difference(silent)
    for claim in silent:
        record.unlink(claim)
    regrouping = Regrouping(record, kind, judgements)
    regrouping.touch(touched, left, _link(record, regrouping.scores, touched))
    found = {cluster: entry_of(cluster, regrouping.standing_of(cluster)) for cluster in regrouping.clusters()}
    beside: dict[str, set[str]] = {}
    entries: list[AnyEntry] = []
    for cluster, entry in found.items():
        others = list(regrouping.possibly(cluster))
        beside[entry.id] = {regrouping.stands_as(other) for other in others if other not in found}
        entries.append(possibly_same(entry, tuple(found[other].id for other in others if other in found)))
    disputes = [dispute for entry in entries for dispute in disputes_of(entry)]
    return record.replace(kind.name, {*silent, *regrouping.rejected}, [*entries, *disputes], now, beside)


def _link(record: Record, scores: Scores, touched: Iterable[str]) -> dict[str, str]:
    """Link claims with all that share a block with them; return, of those that any are linked with, the one likest to each."""
    likest: dict[str, str] = {}
    kind = scores.kind
    for one in record.told(touched):
        id_ = one.claim.id
        record.unlink(id_)
        record.block(kind.name, one, kind.keys(one))
        found = scores.linked([one], record.told(record.blocked_with(kind.name, id_)))
        record.link((first, second) for first, second, _ in found)
        if found:
            best = max(found, key=lambda pair: pair[2])
            likest[id_] = best[0] if best[1] == id_ else best[1]
    return likest


# ── what has a key of its own ───────────────────────────────────────────────────────────────────────────────────────


def _tracks(
    record: Record, told: list[Told], silent: list[str], judgements: tuple[Judgement, ...], now: str
) -> list[Change]:  # fmt: skip
    """Put the touched days of position tracks in place, and what a list tells of each track."""
    for one in told:
        assert isinstance(one.claim, PositionClaim)
        record.block("position", one, [f"{track_key(one.claim)}@{one.day}"])
    new: dict[str, list[str]] = {}
    for key in sorted(record.keys_of("position", [*(one.claim.id for one in told), *silent])):
        name, _, day = key.rpartition("@")
        rows = record.in_block("position", key)
        rejected = standing_of(judgements, rows).rejected if judgements else frozenset()
        fresh = record.put_steps(name, day, steps_of(one for one in rows if one.claim.id not in rejected))
        new.setdefault(name, []).extend(f"{step.stance} on {step.said or 'a day not told'}" for step in fresh)
    found = [track for track in map(partial(_track, record), sorted(new)) if track is not None]
    gone = sorted({f"pos:{key}" for key in new} - {f"pos:{one.id}" for one in found})
    return record.put(found, gone, now, {key: "; ".join(steps[-2:]) for key, steps in new.items()})


def _track(record: Record, key: str) -> PositionTrack | None:
    """Return a track without its steps, which are kept by days, as far as a list of tracks shows it."""
    first, last = record.ends(key)
    if not last:
        return None
    party, _, issue = key.partition(":")
    return PositionTrack(id=key, party=party, issue=issue, stances=(first[0], last[-1]), standing=last[-1].stance)


def _people(record: Record, told: list[Told], silent: list[str], documents: Iterable[str], now: str) -> list[Change]:
    """Put the touched months of people's titles in place, and the people of every surname that these pages name."""
    for one in told:
        assert isinstance(one.claim, RoleClaim)
        record.block("role", one, [f"{one.claim.person}@{one.day[:7]}"])
    for key in sorted(record.keys_of("role", [*(one.claim.id for one in told), *silent])):
        person, _, month = key.rpartition("@")
        record.put_titles(person, month, titles_of(record.in_block("role", key)))
    found: list[AnyEntry] = []
    gone: set[str] = set()
    for name in sorted(record.surnames(documents)):
        people = list(people_of(record.sightings(name)))
        gone |= record.with_facet("surname", name) - {f"p:{person.id}" for person in people}
        found += people
    return record.put(found, sorted(gone), now)


def _parties(record: Record, documents: Iterable[str], now: str) -> list[Change]:
    named = sorted(record.parties_in(documents))
    found = [party for id_ in named for party in parties_of(record.party_sightings(id_))]
    return record.put(found, sorted({f"party:{id_}" for id_ in named} - {f"party:{one.id}" for one in found}), now)
