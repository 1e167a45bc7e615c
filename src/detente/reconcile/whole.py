"""All entries of a handful of pages at once: what the line does piece by piece, in one pure function."""

from collections.abc import Sequence
from itertools import combinations

from detente.model import AnyEntry, Claims, Judgement, PositionClaim, RoleClaim, Told
from detente.reconcile.clustering import Scores
from detente.reconcile.entries import MERGED, entries_of, parties_of, told_of
from detente.reconcile.fingerprints import fingerprint_of
from detente.reconcile.judged import standing_of
from detente.reconcile.merging import Kind
from detente.reconcile.people import Sighting, people_of, surname
from detente.reconcile.positions import track_key, track_of
from detente.reconcile.stories import derivation, stories


def reconcile(pages: Sequence[Claims], judgements: Sequence[Judgement] = ()) -> tuple[AnyEntry, ...]:
    """Return the entries that these pages' claims and these judgements make, in order of kind and id."""
    days = {page.document.id: page.document.published for page in pages}
    prints = [fingerprint_of(page.document) for page in pages]
    derivations = [found for one, other in combinations(prints, 2) if (found := derivation(one, other))]
    told_stories = list(stories(days, derivations))
    story_of = {document: story.id for story in told_stories for document in story.documents}
    mirrors = {one.document for one in derivations if one.kind == "mirror"}
    voices = [page for page in pages if page.document.id not in mirrors]
    rows = [told for page in voices for told in told_of(page, story_of[page.document.id])]
    entries: list[AnyEntry] = [story for story in told_stories if len(story.documents) > 1]
    for claim, kind in MERGED.items():
        own = [told for told in rows if isinstance(told.claim, claim)]
        for component in _components(kind, own, judgements):
            entries += entries_of(component, judgements)
    entries += _keyed(pages, rows, judgements)
    return tuple(sorted(entries, key=lambda entry: (type(entry).__name__, entry.id)))


def _components(kind: Kind, rows: list[Told], judgements: Sequence[Judgement]) -> list[list[Told]]:
    """Return the claims that links or judgements connect, directly or through others."""
    blocks: dict[str, list[Told]] = {}
    for told in rows:
        for key in set(kind.keys(told)):
            blocks.setdefault(key, []).append(told)
    scores = Scores(kind)
    pairs = {(one, other) for block in blocks.values() for one, other, _ in scores.linked(block)}
    pairs |= set(standing_of(judgements, rows).decided.pairs)
    home = {told.claim.id: told.claim.id for told in rows}

    def find(id_: str) -> str:
        while home[id_] != id_:
            id_ = home[id_]
        return id_

    for one, other in sorted(pairs):
        home[find(one)] = find(other)
    found: dict[str, list[Told]] = {}
    for told in rows:
        found.setdefault(find(told.claim.id), []).append(told)
    return list(found.values())


def _keyed(pages: Sequence[Claims], rows: list[Told], judgements: Sequence[Judgement]) -> list[AnyEntry]:
    """Return what needs no merging: position tracks, people by surname, parties."""
    rejected = standing_of(judgements, rows).rejected
    kept = [told for told in rows if told.claim.id not in rejected]
    tracks: dict[str, list[Told]] = {}
    roles: dict[str, list[Told]] = {}
    for told in kept:
        if isinstance(told.claim, PositionClaim):
            tracks.setdefault(track_key(told.claim), []).append(told)
        elif isinstance(told.claim, RoleClaim):
            roles.setdefault(surname(told.claim.person), []).append(told)
    sightings: dict[str, list[Sighting]] = {}
    for page in pages:
        for person in page.people:
            sightings.setdefault(surname(person.id), []).append((person.id, person.name, person.party))
    return [
        *map(track_of, tracks.values()),
        *(person for name, seen in sightings.items() for person in people_of(seen, roles.get(name, ()))),
        *parties_of(party for page in pages for party in page.parties),
    ]
