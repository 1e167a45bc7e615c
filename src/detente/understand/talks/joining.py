"""Which tellings of one document tell of one talk.

Each telling joins the talk that it fits best, in reading order: shared people, sides, place and days speak for it;
places, days, formats, rounds and sides that contrast forbid it. Words that point back ("the talks", "the two sides")
need a talk to point to.
"""

import datetime

import msgspec

from detente.model import Actor, Span, TalkStatus, When, Where
from detente.understand.talks.draft import Draft
from detente.understand.talks.pairs import Pair

LONGEST = datetime.timedelta(days=30)  # from the first to the last day of talks that are one; set by hand
NEAR = 6  # sentences over which "the next meeting" is one of those told before; set by hand
PEOPLE = frozenset(
    {"leader", "president", "minister", "man", "pair", "they", "duo", "officer", "two", "both", "general"}
)
PAST = frozenset({"held", "under_way", "suspended", "collapsed"})
CALLED_OFF = frozenset({"cancelled", "postponed"})
EARLIER = frozenset({"previous", "earlier", "last", "initial", "recent", "past"})
LATER = frozenset({"next", "another", "new", "further", "separate", "follow-up", "subsequent", "other", "again"})


def joined(drafts: list[Draft], pair: Pair | None = None, *, of_war: bool = False) -> list[list[Draft]]:
    """Group the drafts of a document by the talk they tell of, in order of first telling.

    `of_war` tells that the document speaks of a conflict: there two named people who meet make a talk without sides.
    """
    groups: list[list[Draft]] = []
    waiting: list[Draft] = []
    for draft in drafts:
        home = _right_before(groups, draft) if draft.back else _home(groups, draft)
        if home is not None:
            home.append(draft)
        elif draft.back:
            continue
        elif draft.weak:
            waiting.append(draft)
        else:
            groups.append([_with_sides(groups, draft, pair, of_war=of_war)])
    enough = [group for group in groups if _tells_enough(group, of_war=of_war)]
    for draft in (*waiting, *(one for group in groups if group not in enough for one in group)):
        home = _home(enough, draft)
        if home is not None:
            home.append(draft)
    return enough


def _right_before(groups: list[list[Draft]], draft: Draft) -> list[Draft] | None:
    """The talk told last, in the same sentence or the one before: what "it was called off" speaks of."""
    last = max(groups, key=lambda group: (group[-1].sentence, group[-1].trigger), default=None)
    return last if last is not None and draft.sentence - last[-1].sentence <= 1 else None


def _home(groups: list[list[Draft]], draft: Draft) -> list[Draft] | None:
    """The group that a draft fits best, the latest of equals; none where none speaks for it."""
    ranked = [(_score(group, draft), number) for number, group in enumerate(groups) if not _contrast(group, draft)]
    best = max(ranked, default=(0.0, 0))
    return groups[best[1]] if best[0] > 0 else None


# ── whose talk it is, where the words do not say ────────────────────────────────────────────────────────────────────


def _with_sides(groups: list[list[Draft]], draft: Draft, pair: Pair | None, *, of_war: bool) -> Draft:
    """A new talk of those told before: "the two sides will meet again", "a further round", "the next meeting"."""
    last = next((group for group in reversed(groups) if len(_sides_of(group)) > 1), None)
    near = last is not None and draft.sentence - max(one.sentence for one in last) <= NEAR
    own = _sides(draft)
    if draft.anaphor and len(own) < 2 and not any(actor.person for actor in draft.actors):
        if pair is not None and last is not None and len(_sides_of(last) & set(pair.sides)) == 1:
            return _taking(draft, *_meant(draft, pair))
        if last is not None and near and own <= _sides_of(last):
            return _taking(draft, _of_group(last, people=draft.anaphor in PEOPLE), _spans_of(last))
        return _taking(draft, *_meant(draft, pair))
    of_series = draft.definite if draft.order is None else draft.order not in {"separate", "other"}
    settled = of_war and draft.firm and not draft.actors and (draft.when or draft.where) is not None
    again = draft.rule == "meet" and draft.order in {"again", "next"}
    series = (draft.noun or again) and (of_series or settled) and not draft.weak
    if last is not None and pair is not None and series and not own and set(pair.sides) < _sides_of(last):
        return _taking(draft, *_meant(draft, pair))
    if last is not None and series and len(own) < 2 and own <= _sides_of(last):
        return _taking(draft, _of_group(last, people=False), _spans_of(last))
    return _taking(draft, *_meant(draft, pair)) if series and not draft.actors else draft


def _meant(draft: Draft, pair: Pair | None) -> tuple[tuple[Actor, ...], tuple[Span, ...]]:
    """Whom the words mean by what stands before them, else the two sides that the page is about."""
    if draft.behind or pair is None:
        return draft.behind, draft.behind_spans
    return tuple(Actor(party=side) for side in pair.sides), pair.spans


def _spans_of(group: list[Draft]) -> tuple[Span, ...]:
    return tuple(span for one in group for span in one.evidence.get("parties", ()))


def _of_group(group: list[Draft], *, people: bool) -> tuple[Actor, ...]:
    named = tuple(dict.fromkeys(actor for one in group for actor in one.actors if actor.person))
    if people and len(named) == 2:
        return named
    return tuple(Actor(party=side) for side in dict.fromkeys(a.party for one in group for a in one.actors) if side)


def _taking(draft: Draft, actors: tuple[Actor, ...], behind: tuple[Span, ...]) -> Draft:
    """The draft with these actors too, on the words that name them and those that point to them."""
    if not actors:
        return draft
    spans = dict(draft.evidence)
    for field in ("parties", "participants"):
        spans[field] = tuple(dict.fromkeys((*draft.evidence.get(field, ()), *behind)))
    every = tuple(dict.fromkeys((*draft.actors, *(a for a in actors if a.party not in _sides(draft) or a.person))))
    return msgspec.structs.replace(draft, actors=every, evidence=spans)


# ── what forbids ────────────────────────────────────────────────────────────────────────────────────────────────────


def _contrast(group: list[Draft], draft: Draft) -> bool:
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
    if not (opens(first) and closes(last) and first.when and last.when and first.when.earliest and last.when.latest):
        return False
    start, end = (datetime.date.fromisoformat(day[:10]) for day in (first.when.earliest, last.when.latest))
    return start <= end <= start + LONGEST


def opens(draft: Draft) -> bool:
    """Tell whether a telling is of the beginning: "opened on Monday", "had sat down on Wednesday"."""
    sat = draft.rule in {"meet", "sit"} and draft.status_rule.endswith(", perfect")
    return sat or draft.status == "under_way"


def closes(draft: Draft) -> bool:
    """Tell whether a telling is of the end: "ended on Friday", "failed"."""
    ending = draft.noun and draft.status == "held" and draft.firm and not draft.status_rule.startswith("after")
    return ending or draft.status in {"collapsed", "suspended"}


def times_differ(a: When, b: When) -> bool:
    """Tell whether two times have no day in common."""
    return (a.latest or "9999") < (b.earliest or "0000") or (b.latest or "9999") < (a.earliest or "0000")


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
    return draft.order not in {None, "latest", "final"} and bool(orders) and draft.order not in orders


def _sides_differ(group: list[Draft], draft: Draft) -> bool:
    """Each names a side that the other has not, though both name two."""
    own, others = _sides(draft), {side for one in group for side in _sides(one)}
    if not own or not others:
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
    return not (own & others and _same_time(group, draft) and _same_place(group, draft))


CALLS = frozenset({"speak", "call", "conversation"})


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
    if draft.status in {"denied", "rumoured"} | CALLED_OFF:
        return False
    return not (_same_time(group, draft) and (_same_place(group, draft) or draft.where is None))


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


# ── what speaks for it ──────────────────────────────────────────────────────────────────────────────────────────────


def _score(group: list[Draft], draft: Draft) -> float:
    """How well a telling fits a talk; at or under nothing it is another. Weights set by hand."""
    people = {a.person for one in group for a in one.actors if a.person} & {a.person for a in draft.actors if a.person}
    others = {side for one in group for side in _sides(one)}
    shared = _sides(draft) & others
    score = 2.0 * len(people) + len(shared) + 2.0 * _same_place(group, draft) + 1.5 * _same_time(group, draft)
    score += 1.5 * (draft.definite or draft.weak) + 1.0 * (draft.anaphor is not None)
    score += 2.5 * (not others and draft.format is not None and draft.format in {one.format for one in group})
    score += 2.0 * (not others and _count(group) == len(_sides(draft)) > 0)
    score += 0.5 * (draft.status is not None and draft.status in {one.status for one in group})
    if (
        not draft.definite
        and not draft.anaphor
        and not draft.weak
        and len(shared) < 2
        and not people
        and not _same_place(group, draft)
    ):
        score -= 2
    gap = min(abs(draft.sentence - one.sentence) for one in group)
    score += 2.0 * (
        draft.rule == "meet" and len(others) == 1 and others < _sides(draft) and gap == 1
    )  # its other sides
    return score - 0.2 * gap


def _count(group: list[Draft]) -> int:
    """How many sides a format asks for."""
    return max({"trilateral": 3, "quadrilateral": 4, "bilateral": 2}.get(one.format or "", 0) for one in group)


def _same_place(group: list[Draft], draft: Draft) -> bool:
    return draft.where is not None and draft.where.name in {one.where.name for one in group if one.where}


def _same_time(group: list[Draft], draft: Draft) -> bool:
    return draft.when is not None and any(one.when and not times_differ(one.when, draft.when) for one in group)


def _sides_of(group: list[Draft]) -> set[str]:
    return {side for one in group for side in _sides(one)}


def _sides(draft: Draft) -> set[str]:
    return {actor.party for actor in draft.actors if actor.party}


# ── what is enough ──────────────────────────────────────────────────────────────────────────────────────────────────


def _tells_enough(group: list[Draft], *, of_war: bool) -> bool:
    """A talk has two sides and something of its own: a day, a place, people, a decided status, a word that it was held."""
    if all(one.weak or one.status is None for one in group):
        return False
    sides = _sides_of(group)
    people = {a.person for one in group for a in one.actors if a.person}
    unsided = {a.key for one in group for a in one.actors if a.person and not a.party}
    when, where = any(one.when for one in group), any(one.where for one in group)
    told = [one for one in group if one.status and not one.weak]
    if not (when or where) and all(one.status_rule.endswith(", would") for one in told):
        return False
    papers = all(one.rule == "sign" for one in group) and not of_war
    if len(sides) > 1 or (sides and unsided and not papers):
        return (
            when
            or where
            or bool(people)
            or any(one.firm and _decided(one.status) for one in group if one.rule != "discuss")
        )
    several = any(one.firm and _decided(one.status) and (one.noun or one.rule in {"meet", "sit"}) for one in group)
    noun = any(one.noun for one in group)
    planned = any(one.status == "planned" and one.firm for one in group)
    if of_war and several and any(one.anaphor and one.status in PAST for one in group) and (when or where):
        return True
    if of_war and several and (sides or (noun and where and (when or planned))):
        return True
    if of_war and len(people) > 1 and (when or where or any(one.format in {"phone", "video"} for one in group)):
        return True
    return bool(sides or people or any(one.host for one in group)) and noun and when and where


def _decided(status: TalkStatus | None) -> bool:
    return status is not None and status not in {"uncertain", "proposed", "rumoured"}
