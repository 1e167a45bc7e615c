"""What is enough to be a talk: somebody who meets, and something of its own; and what is only background."""

import datetime

from detente.model import TalkStatus
from detente.understand.talks.draft import Draft
from detente.understand.talks.tellings import PAST, sides_of

LONG_AGO = datetime.timedelta(days=300)  # how old a talk is that only stands there as history; set by hand


def tells_enough(group: list[Draft], *, of_war: bool) -> bool:
    """A talk has two sides and something of its own: a day, a place, people, a decided status, a word that it was held."""
    if all(one.weak or one.status is None for one in group):
        return False
    sides = sides_of(group)
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
    if of_war and several and ((sides and (when or where or noun)) or (noun and where and (when or planned))):
        return True
    if len({person for one in group for person in one.officials}) > 1 and (when or where):
        return True
    if of_war and len(people) > 1 and (when or where or any(one.format in {"phone", "video"} for one in group)):
        return True
    return bool(sides or people or any(one.host for one in group)) and noun and when and where


def is_history(group: list[Draft], today: str) -> bool:
    """Tell whether a talk is only background: of a year and more ago, with no word of its own on who met."""
    days = [one.when.latest for one in group if one.when and one.when.latest]
    if not today or not days or len(days) < sum(not one.weak for one in group):
        return False
    ago = datetime.date.fromisoformat(today) - datetime.date.fromisoformat(max(days)[:10])
    return ago > LONG_AGO and not any(one.evidence.get("participants") for one in group)


def _decided(status: TalkStatus | None) -> bool:
    return status is not None and status not in {"uncertain", "proposed", "rumoured"}
