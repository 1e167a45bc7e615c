"""Whose talk it is where the words do not say: those told before, or the two sides that the page is about."""

import msgspec

from detente.model import Actor, Span
from detente.understand.talks.draft import Draft
from detente.understand.talks.pairs import Pair
from detente.understand.talks.tellings import sides, sides_of

NEAR = 6  # sentences over which "the next meeting" is one of those told before; set by hand
PEOPLE = frozenset(
    {"leader", "president", "minister", "man", "pair", "they", "duo", "officer", "two", "both", "general"}
)


def with_sides(groups: list[list[Draft]], draft: Draft, pair: Pair | None, *, of_war: bool) -> Draft:
    """A new talk of those told before: "the two sides will meet again", "a further round", "the next meeting"."""
    last = next((group for group in reversed(groups) if len(sides_of(group)) > 1), None)
    if last is None and of_war and len({side for group in groups for side in sides_of(group)}) == 1:
        last = next(group for group in reversed(groups) if sides_of(group))
    near = last is not None and draft.sentence - max(one.sentence for one in last) <= NEAR
    own = sides(draft)
    if draft.anaphor and pair is not None and own and not own & set(pair.sides):  # a third who meets both sides
        return _taking(draft, tuple(Actor(party=side) for side in pair.sides), pair.spans)
    if draft.anaphor and len(own) < 2 and not any(actor.person for actor in draft.actors):
        shared = sides_of(last) & set(pair.sides) if pair is not None and last is not None else set()
        if (
            pair is not None
            and last is not None
            and (len(shared) == 1 or shared < sides_of(last))
            and own <= {*pair.sides}
        ):
            return _taking(draft, *_meant(draft, pair))
        if last is not None and near and own <= sides_of(last):
            return _taking(draft, _of_group(last, people=draft.anaphor in PEOPLE), _spans_of(last))
        return _taking(draft, *_meant(draft, pair))
    of_series = draft.definite if draft.order is None else draft.order not in {"separate", "other"}
    settled = of_war and draft.firm and not draft.actors and (draft.when or draft.where) is not None
    again = draft.rule == "meet" and draft.order in {"again", "next"}
    series = (draft.noun or again) and (of_series or settled) and not draft.weak
    if last is not None and pair is not None and series and not own and set(pair.sides) < sides_of(last):
        return _taking(draft, *_meant(draft, pair))
    if last is not None and series and len(own) < 2 and own <= sides_of(last):
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
    every = tuple(dict.fromkeys((*draft.actors, *(a for a in actors if a.party not in sides(draft) or a.person))))
    return msgspec.structs.replace(draft, actors=every, evidence=spans)
