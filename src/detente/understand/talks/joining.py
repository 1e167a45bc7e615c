"""Which tellings of one document tell of one talk.

Each telling joins the talk that it fits best, in reading order: shared people, sides, place and days speak for it;
places, days, formats, rounds and sides that contrast forbid it. Words that point back ("the talks", "the two sides")
need a talk to point to.
"""

from detente.understand.talks.contrasts import contrasts
from detente.understand.talks.draft import Draft
from detente.understand.talks.enough import tells_enough
from detente.understand.talks.pairs import Pair
from detente.understand.talks.tellings import same_place, same_time, sides
from detente.understand.talks.whose import with_sides


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
            groups.append([with_sides(groups, draft, pair, of_war=of_war)])
    enough = [group for group in groups if tells_enough(group, of_war=of_war)]
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
    ranked = [(_score(group, draft), number) for number, group in enumerate(groups) if not contrasts(group, draft)]
    best = max(ranked, default=(0.0, 0))
    return groups[best[1]] if best[0] > 0 else None


def _score(group: list[Draft], draft: Draft) -> float:
    """How well a telling fits a talk; at or under nothing it is another. Weights set by hand."""
    people = {a.person for one in group for a in one.actors if a.person} & {a.person for a in draft.actors if a.person}
    others = {side for one in group for side in sides(one)}
    shared = sides(draft) & others
    score = 2.0 * len(people) + len(shared) + 2.0 * same_place(group, draft) + 1.5 * same_time(group, draft)
    score += 1.5 * (draft.definite or draft.weak) + 1.0 * (draft.anaphor is not None)
    score += 2.5 * (not others and draft.format is not None and draft.format in {one.format for one in group})
    score += 2.0 * (not others and _count(group) == len(sides(draft)) > 0)
    score += 2.5 * (
        draft.status == "planned" and draft.noun and not sides(draft) and {"again"} == {one.order for one in group}
    )
    score += 0.5 * (draft.status is not None and draft.status in {one.status for one in group})
    if (
        not draft.definite
        and not draft.anaphor
        and not draft.weak
        and len(shared) < 2
        and not people
        and not same_place(group, draft)
    ):
        score -= 2
    gap = min(abs(draft.sentence - one.sentence) for one in group)
    score += 2.0 * (draft.rule == "meet" and len(others) == 1 and others < sides(draft) and gap == 1)  # its other sides
    return score - 0.2 * gap


def _count(group: list[Draft]) -> int:
    """How many sides a format asks for."""
    return max({"trilateral": 3, "quadrilateral": 4, "bilateral": 2}.get(one.format or "", 0) for one in group)
