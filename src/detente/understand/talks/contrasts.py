"""What forbids that a telling is of a talk told before: places, days, formats, rounds, sides, people and levels that differ."""

import datetime

from detente.model import Where
from detente.understand.talks.draft import Draft
from detente.understand.talks.tellings import (
    CALLED_OFF,
    PAST,
    closes,
    opens,
    same_place,
    same_time,
    sides,
    times_differ,
)

LONGEST = datetime.timedelta(days=30)  # from the first to the last day of talks that are one; set by hand
EARLIER = frozenset({"previous", "earlier", "last", "initial", "recent", "past"})
LATER = frozenset({"next", "another", "new", "further", "separate", "follow-up", "subsequent", "other", "again"})
CALLS = frozenset({"speak", "call", "conversation"})


def contrasts(group: list[Draft], draft: Draft) -> bool:
    """Tell whether anything sets a telling apart from a talk."""
    return any(rule(group, draft) for rule in CONTRASTS)


def _places_differ(group: list[Draft], draft: Draft) -> bool:
    return any(one.where and draft.where and _are_apart(one.where, draft.where) for one in group)


def _are_apart(a: Where, b: Where) -> bool:
    """Two cities, or two countries; a building may be in any city, a city in its own country."""
    if a.name == b.name or "venue" in {a.kind, b.kind} or None in {a.kind, b.kind}:
        return False
    return a.kind == b.kind or a.country != b.country


def _times_differ(group: list[Draft], draft: Draft) -> bool:
    return any(
        one.when and draft.when and times_differ(one.when, draft.when) and not _one_stretch(one, draft) for one in group
    )


def _one_stretch(one: Draft, other: Draft) -> bool:
    """Tell whether one telling is of the beginning, the other of the end of talks that went on for some days."""
    first, last = (one, other) if opens(one) else (other, one)
    if not (
        opens(first)
        and (closes(last) or _goes_on(last))
        and first.when
        and last.when
        and first.when.earliest
        and last.when.latest
    ):
        return False
    start, end = (datetime.date.fromisoformat(day[:10]) for day in (first.when.earliest, last.when.latest))
    return start <= end <= start + LONGEST


def _goes_on(draft: Draft) -> bool:
    """Tell whether a telling is of a later day of talks that had begun: "the second day of talks"."""
    return draft.status in {"held", "under_way"} and draft.order is None and draft.definite


def _formats_differ(group: list[Draft], draft: Draft) -> bool:
    """A call is not a meeting at a place."""
    remote = {"phone", "video"}
    own = {one.format for one in group if one.format in remote}
    if draft.format in remote:
        return not own and any(one.where or one.rule == "meet" or one.when for one in group)
    return bool(own) and (draft.where is not None or draft.rule in {"meet", "receive"})


def _orders_differ(group: list[Draft], draft: Draft) -> bool:
    orders = {one.order for one in group if one.order}
    if draft.order in LATER | EARLIER:
        return not orders & ({draft.order} | (LATER if draft.order in LATER else EARLIER))
    if orders & (LATER | EARLIER) and draft.order is None:
        return False
    if (
        orders and orders <= LATER and draft.status == "planned" and _all_planned(group)
    ):  # "meet again": "a fifth round"
        return False
    return draft.order not in {None, "latest", "final"} and bool(orders) and draft.order not in orders


def _all_planned(group: list[Draft]) -> bool:
    return all(one.status in {None, "planned"} for one in group)


def _sides_differ(group: list[Draft], draft: Draft) -> bool:
    """Each names a side that the other has not, though both name two."""
    own, others = sides(draft), {side for one in group for side in sides(one)}
    if not own or not others:
        return False
    if draft.rule == "delegation" and len(others) == 1:
        return False
    if len(own) == 1 or len(others) == 1:
        return not own & others and (len(others) > 1 or not draft.definite)
    return not (own <= others or others <= own)


def _people_differ(group: list[Draft], draft: Draft) -> bool:
    """Both name who met, and nobody is named by both."""
    own = {actor.person for actor in draft.actors if actor.person}
    others = {actor.person for one in group for actor in (*one.actors, *one.present) if actor.person}
    if len(own) < 2 or len(others) < 2 or own <= others or others <= own:
        return False
    return not (own & others and same_time(group, draft) and same_place(group, draft))


def _kinds_differ(group: list[Draft], draft: Draft) -> bool:
    """A call between two people is not the round of talks that a later sentence speaks of."""
    calls = all(one.rule in CALLS for one in group)
    return calls and draft.rule in {"talks", "round", "conference"} and abs(draft.sentence - group[-1].sentence) > 1


def _statuses_differ(group: list[Draft], draft: Draft) -> bool:
    """What was held and what is planned are two talks, unless day or place says that they are one."""
    statuses = {one.status for one in group if one.status}
    if draft.status is None or not statuses:
        return False
    past = draft.status in PAST
    if (draft.status in CALLED_OFF and statuses <= {"held", "under_way"}) or (past and statuses <= CALLED_OFF):
        return True
    if past == bool(statuses & PAST):
        return False
    if draft.status == "planned" and statuses == {"under_way"} and draft.definite and draft.when is None:
        return False  # "the meeting, which began today, will be chaired by"
    if draft.status in {"denied", "rumoured"} | CALLED_OFF:
        return False
    return not (same_time(group, draft) and (same_place(group, draft) or draft.where is None))


def _levels_differ(group: list[Draft], draft: Draft) -> bool:
    """Presidents meet at one talk, their ministers at another, unless somebody is told to be at both."""
    levels = {one.level for one in group if one.level}
    own = {actor.person for actor in draft.actors if actor.person}
    shared = own & {actor.person for one in group for actor in one.actors}
    return draft.level is not None and bool(levels) and draft.level not in levels and not shared


def _told_apart(group: list[Draft], draft: Draft) -> bool:
    """One sentence tells of both, the one before or after the other."""
    here = [one for one in group if one.sentence == draft.sentence]
    return any(one.trigger in draft.apart or draft.trigger in one.apart for one in here)


CONTRASTS = (
    _told_apart,
    _levels_differ,
    _places_differ, _times_differ, _formats_differ, _orders_differ, _sides_differ, _people_differ, _kinds_differ, _statuses_differ,
)  # fmt: skip
