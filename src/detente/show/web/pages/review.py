"""Review: a pair that may be the same, side by side, with the reasons of the score in words."""

from itertools import product

from detente.model import Agreement, Ceasefire, Entry, Incident, Judgement, Noun, Obligation, Talk
from detente.reconcile import MERGED, likeness
from detente.reconcile.judged import in_force
from detente.show.web.look import Look
from detente.show.web.pages.entry import OneEntry, one_entry

KINDS: dict[str, type[Entry]] = {
    "talk": Talk, "agreement": Agreement, "obligation": Obligation, "ceasefire": Ceasefire, "incident": Incident,
}  # fmt: skip
WAITING = 200  # pairs looked at
COMPARED = 6  # claims of each side whose likeness is explained


class Decision(Noun, frozen=True, kw_only=True):
    """A judgement in force, newest first, which can be undone."""

    id: str
    verb: str
    on: tuple[str, ...]
    when: str
    why: str = ""


class Review(Noun, frozen=True, kw_only=True):
    """The pair to decide on, what speaks for and against, how many wait, and what was decided lately."""

    kind: str
    pair: tuple[OneEntry, ...] = ()
    score: float | None = None
    reasons: tuple[str, ...] = ()
    waiting: int = 0
    skipped: int = 0
    later: int | None = None
    decisions: tuple[Decision, ...] = ()
    kinds: tuple[str, ...] = tuple(KINDS)


def review(look: Look) -> Review:
    """Ask for the next pair of a kind that nobody decided on; `page` is which of those that wait."""
    kind = look.asked.kind if look.asked.kind in KINDS else "talk"
    noun = KINDS[kind]
    decided = in_force(look.record.judgements())
    unsure = {tuple(sorted(one.on)) for one in decided if one.verb == "unsure"}
    waiting = [pair for pair in look.record.pairs(noun, WAITING) if tuple(sorted(pair)) not in unsure]
    number = min(look.asked.page, max(1, len(waiting)))
    decisions = tuple(_decision(one) for one in reversed(decided) if one.verb != "note")[:8]
    if not waiting:
        return Review(kind=kind, decisions=decisions)
    entries = [look.one(id_, noun) for id_ in waiting[number - 1]]
    score, reasons = _reasons(look, entries)
    return Review(
        kind=kind, pair=tuple(one_entry(look, one) for one in entries), score=score, reasons=reasons, waiting=len(waiting),
        skipped=number - 1, later=number + 1 if number < len(waiting) else None, decisions=decisions,
    )  # fmt: skip


def _decision(one: Judgement) -> Decision:
    return Decision(id=one.id, verb=one.verb, on=one.on, when=one.when, why=one.why)


def _reasons(look: Look, entries: list[Entry]) -> tuple[float | None, tuple[str, ...]]:
    """Return the likeness of the two claims that are most alike, and its reasons in words."""
    rows = [look.record.told(entry.claims[:COMPARED]) for entry in entries]
    best = max(
        (
            likeness(MERGED[type(one.claim)], one, other)
            for one, other in product(*rows)
            if type(one.claim) in MERGED and type(one.claim) is type(other.claim)
        ),
        key=lambda found: (found.score, found.reasons),
        default=None,
    )
    if best is None:
        return None, ()
    return (best.score if best.score > float("-inf") else None), tuple(map(_in_words, best.reasons))


def _in_words(reason: str) -> str:
    """Say a reason of a score in words.

    >>> _in_words("dates +2.5"), _in_words("people -1.0")
    ('dates: a reason to call them one (+2.5)', 'people: a reason to keep them apart (−1.0)')
    """
    name, _, weight = reason.rpartition(" ")
    if weight[:1] not in {"+", "-"}:
        return reason
    return (
        f"{name}: a reason to {'call them one' if weight[0] == '+' else 'keep them apart'} ({weight.replace('-', '−')})"
    )
