"""Claims of many documents → entries: pure functions of active claims and judgements, whatever their order.

    fingerprints ─▶ stories ─┐
    block keys ─▶ links ─▶ clusters ─▶ talks, agreements, obligations, ceasefires, incidents ─▶ disputes
    people, parties, position tracks by their own keys

`reconcile` does all of it at once for a handful of pages. The line does the same for a record piece by piece, touching
only what a change is linked with; a test holds the two against each other.
"""

from detente.reconcile.clustering import Cluster, Scores
from detente.reconcile.disputes import disputes_of
from detente.reconcile.drift import drifts
from detente.reconcile.entries import MERGED, clusters_of, entries_of, entry_of, parties_of, possibly_same, told_of
from detente.reconcile.fingerprints import Fingerprint, fingerprint_of
from detente.reconcile.following import complied, follow_up
from detente.reconcile.judged import Standing, standing_of
from detente.reconcile.merging import Likeness, likeness
from detente.reconcile.people import people_of, surname, titles_of
from detente.reconcile.positions import steps_of, track_key
from detente.reconcile.sources import fact, proof
from detente.reconcile.stories import derivation, passages, stories
from detente.reconcile.verification import places_of
from detente.reconcile.whole import reconcile

__all__ = [
    "MERGED",
    "Cluster",
    "Fingerprint",
    "Likeness",
    "Scores",
    "Standing",
    "clusters_of",
    "complied",
    "derivation",
    "disputes_of",
    "drifts",
    "entries_of",
    "entry_of",
    "fact",
    "fingerprint_of",
    "follow_up",
    "likeness",
    "parties_of",
    "passages",
    "people_of",
    "places_of",
    "possibly_same",
    "proof",
    "reconcile",
    "standing_of",
    "steps_of",
    "stories",
    "surname",
    "titles_of",
    "told_of",
    "track_key",
]  # fmt: skip
