"""Truces as rows for those who count them: one row for each truce and actor, who declared it apart from its effect.

Columns that mean what a column of the ETH/PRIO Civil Conflict Ceasefire Dataset means have its name; the others are ours
(docs/ceasefire.md has both). Codes are words; what no page tells is empty, and no row stands without its sentence.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from detente.errors import UsageError
from detente.lexicon.parties import parties
from detente.model import Ceasefire, CeasefireClaim, Told, When
from detente.reconcile import fact
from detente.show.cited import Cited
from detente.show.export.exported import Exported
from detente.show.names import actor_words
from detente.show.public import DESCRIPTIONS, describes
from detente.show.tables import Cell, as_csv

ACTS = ("agreed", "declared")  # what makes a truce an actor's own, the firmer first
NONE_YET = frozenset(
    {"proposed", "rejected", "denied"}
)  # of a truce of which nothing else is told nobody knows that there was one
ENDS = ("ended", "expired", "suspended")
MOST = 100  # actors of a truce
COLUMNS = (
    "cf_id", "uniq_id", "location", "side", "actor", "actor_name", "act", "cf_dec_yr", "cf_dec_month", "cf_dec_day", "cf_effect_yr",
    "cf_effect_month", "cf_effect_day", "scope", "partial", "written", "fixed", "fixed_until", "p_humanitarian", "mediator_nego",
    "mediators", "implement", "monitors", "ended", "end_yr", "end_month", "end_day", "ended_by", "rejected_by", "denied_by",
    "told_broken", "standing", "at_least", "at_most", "told_on", "sentence", "outlet", "published", "chain", "document",
)  # fmt: skip


def write_ceasefires(exported: Exported, path: Path) -> int:
    """Write the truces that fit as comma-separated values; return how many rows. Raises UsageError for other lists."""
    if set(exported.lists) - {"ceasefires"}:
        raise UsageError(f"{path}: holds ceasefires alone; leave out --what")
    rows = [row for stride in exported.strides(Ceasefire) for truce in stride for row in _rows(exported, truce)]
    path.write_text(as_csv(rows, COLUMNS), encoding="utf-8", newline="")
    return len(rows)


def _rows(exported: Exported, truce: Ceasefire) -> Iterator[dict[str, Cell]]:
    told = sorted(exported.look.record.told(truce.claims), key=lambda one: (one.published or "9999", one.claim.id))
    if all(one.claim.status in NONE_YET for one in told if isinstance(one.claim, CeasefireClaim)):
        return
    common, acts = _common(truce, told), acts_of(told)
    actors = [one for one in acts if not _left_out(exported, truce, one)]
    behind = {actor: [one for _, one in acts[actor]] for actor in actors} or {"": list(told)}
    facts = tuple(fact(actor, rows, "parties") for actor, rows in behind.items())
    (shown,) = exported.look.shown([msgspec.structs.replace(truce, fields={"parties": facts})], most=MOST)
    for one in shown.fields["parties"]:
        row = common | _of_actor(str(one.value), acts.get(str(one.value), []), one)
        row |= {"uniq_id": f"{truce.id}:{one.value}", "side": side_of(acts)}
        yield row


def _left_out(exported: Exported, truce: Ceasefire, actor: str) -> bool:
    """Tell whether it is an unnamed person's description, which stands beside no other story's."""
    hidden = exported.look.profile.public and len(truce.stories) > 1 and describes(actor)
    if hidden:
        exported.look.profile.leave(DESCRIPTIONS, f"{truce.id} {actor}")
    return hidden


# ── whose it is ─────────────────────────────────────────────────────────────────────────────────────────────────────


def acts_of(told: Sequence[Told]) -> dict[str, list[tuple[str | None, Told]]]:
    """Return whose truce it is, each with what is told of their part: agreed, declared, or only that it is theirs.

    Whoever only announces the truce of others is none of them, nor is whoever only rejects or denies it.
    """
    found: dict[str, dict[str | None, list[Told]]] = {}
    for one in told:
        claim = one.claim
        assert isinstance(claim, CeasefireClaim)
        if claim.status not in NONE_YET:
            for party in claim.parties:
                found.setdefault(party, {}).setdefault(_act(claim, party), []).append(one)
    firmest = {party: next(act for act in (*ACTS, None) if act in rows) for party, rows in found.items()}
    return {party: [(act, one) for one in found[party][act]] for party, act in sorted(firmest.items())}


def _act(claim: CeasefireClaim, party: str) -> str | None:
    if claim.status == "declared":
        own = claim.declared_by and (claim.declared_by.party or claim.declared_by.key)
        return "declared" if own == party else None
    return "agreed" if claim.status == "agreed" else None


def side_of(acts: dict[str, list[tuple[str | None, Told]]]) -> str | None:
    """Return how many sides are told to have taken it on; one that agreed did so with somebody, whoever it was."""
    told = [rows[0][0] for rows in acts.values() if rows[0][0]]
    if len(told) > 1:
        return "bilateral" if len(told) == 2 else "multilateral"
    return "unilateral" if told == ["declared"] and len(acts) == 1 else None


def _of_actor(actor: str, acts: list[tuple[str | None, Told]], one: Cited) -> dict[str, Cell]:
    words = one.words
    row: dict[str, Cell] = {
        "actor": actor or None, "actor_name": one.shown if actor else None, "act": acts[0][0] if acts else None,
        "at_least": one.at_least, "at_most": one.at_most, "told_on": next((told.day for _, told in acts if told.day), None),
    }  # fmt: skip
    if words:
        row |= {name: getattr(words, name) for name in ("sentence", "outlet", "published", "chain", "document")}
    day = _narrowest(told.claim.when for act, told in acts if act and isinstance(told.claim, CeasefireClaim))
    return row | _dated("cf_dec", day)


# ── what it is ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _common(truce: Ceasefire, told: Sequence[Told]) -> dict[str, Cell]:
    claims = [one.claim for one in told if isinstance(one.claim, CeasefireClaim)]
    scope, written = truce.value("scope"), truce.value("written")
    until = _narrowest(one.end for one in claims if one.status not in ENDS)
    ended = next((status for status in ENDS if any(one.status == status for one in claims)), None)
    over = [one for one in claims if one.status == ended]
    return {
        "cf_id": truce.id, "location": _location(claims), "scope": scope, "partial": _partial(scope),
        "written": None if written is None else int(written), "fixed": 1 if until else None,
        "fixed_until": until.latest[:10] if until and until.latest else None,
        "p_humanitarian": 1 if scope == "humanitarian" else None, "mediator_nego": 1 if truce.values("mediators") else None,
        "mediators": _names(truce.values("mediators")), "implement": 1 if truce.values("monitors") else None,
        "monitors": _names(truce.values("monitors")), "ended": ended,
        "ended_by": _names(_parties(over, lambda one: one.status != "expired")),
        "rejected_by": _names(_parties(claims, lambda one: one.status == "rejected")),
        "denied_by": _names(_parties(claims, lambda one: one.status == "denied")),
        "told_broken": 1 if any(one.status == "broken" for one in claims) else None, "standing": truce.standing,
    } | _dated("cf_effect", _narrowest(one.start for one in claims)) | _dated(
        "end", _narrowest(one.end or one.when for one in over)
    )  # fmt: skip


def _parties(claims: Iterable[CeasefireClaim], fits: Callable[[CeasefireClaim], bool]) -> list[str]:
    """The sides that do something to a truce, as told."""
    doers = (one.declared_by for one in claims if fits(one) and one.declared_by)
    return list(dict.fromkeys(doer.party for doer in doers if doer.party))


def _partial(scope: str | None) -> int | None:
    """Whether it covers a part of the country only: an area does, one called general does not, of others nobody tells."""
    return None if scope is None or scope in {"humanitarian", "energy", "exchange"} else int(scope != "general")


def _location(claims: Iterable[CeasefireClaim]) -> str | None:
    """The one country that its armed groups are of by the lexicon, and no state but that one; none for truces of states alone."""
    known = [parties().get(party) for party in dict.fromkeys(party for one in claims for party in one.parties)]
    groups = {one and one.country for one in known if one is None or one.kind != "state"}
    countries = groups | {one.id for one in known if one and one.kind == "state"}
    only = countries.pop() if groups and len(countries) == 1 else None
    return actor_words(only, {}) if only else None


def _narrowest(times: Iterable[When | None]) -> When | None:
    """The time that is told most exactly, of equals the first told."""
    found = [one for one in times if one and (one.earliest or one.latest)]
    return min(found, key=lambda one: sum(cell is None for cell in _day_cells(one)), default=None)


def _day_cells(time: When) -> tuple[int | None, int | None, int | None]:
    """Year, month and day of a time, as far as both of its ends share them; of an open one ("until 3 May") its one end's.

    >>> _day_cells(When(as_said="in March", earliest="2025-03-01", latest="2025-03-31"))
    (2025, 3, None)
    """
    first, last = ((one or "")[:10].split("-") for one in (time.earliest or time.latest, time.latest or time.earliest))
    shared = [int(a) if a and first[: at + 1] == last[: at + 1] else None for at, a in enumerate(first)]
    year, month, day = (*shared, None, None)[:3]
    return year, month, day


def _dated(name: str, time: When | None) -> dict[str, Cell]:
    cells = _day_cells(time) if time else (None, None, None)
    return dict(zip((f"{name}_yr", f"{name}_month", f"{name}_day"), cells, strict=True))


def _names(actors: Sequence[str]) -> str | None:
    return "; ".join(actor_words(str(one), {}) for one in actors) or None
