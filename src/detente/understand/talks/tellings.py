"""What the tellings of one talk have in common: sides, place, days; whether they tell of its beginning or its end."""

from detente.model import When
from detente.understand.talks.draft import Draft

PAST = frozenset({"held", "under_way", "suspended", "collapsed"})
CALLED_OFF = frozenset({"cancelled", "postponed"})


def sides(draft: Draft) -> set[str]:
    """Return the sides of those who meet by one telling."""
    return {actor.party for actor in draft.actors if actor.party}


def sides_of(group: list[Draft]) -> set[str]:
    """Return the sides of those who meet by any of these tellings."""
    return {side for one in group for side in sides(one)}


def same_place(group: list[Draft], draft: Draft) -> bool:
    """Tell whether a telling names the place of a talk."""
    return draft.where is not None and draft.where.name in {one.where.name for one in group if one.where}


def same_time(group: list[Draft], draft: Draft) -> bool:
    """Tell whether a telling has a day in common with a talk."""
    return draft.when is not None and any(one.when and not times_differ(one.when, draft.when) for one in group)


def times_differ(a: When, b: When) -> bool:
    """Tell whether two times have no day in common."""
    return (a.latest or "9999") < (b.earliest or "0000") or (b.latest or "9999") < (a.earliest or "0000")


def opens(draft: Draft) -> bool:
    """Tell whether a telling is of the beginning: "opened on Monday", "had sat down on Wednesday"."""
    sat = draft.rule in {"meet", "sit"} and draft.status_rule.endswith(", perfect")
    return sat or draft.status == "under_way"


def closes(draft: Draft) -> bool:
    """Tell whether a telling is of the end: "ended on Friday", "failed"."""
    ending = draft.noun and draft.status == "held" and draft.firm and not draft.status_rule.startswith("after")
    return ending or draft.status in {"collapsed", "suspended"}
