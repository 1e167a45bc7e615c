"""The place and day of a talk whose own words tell none: those of the scene that the page has set for it.

"The president flew to Tunis on Monday. He met the Libyan envoy there for an hour, then received the Chadian one." A scene is
set by those who meet going somewhere, by another talk of the same people told right beside it, by "here", or by the host's
own dateline. Nothing is taken from a scene that contradicts what the talk's own words say, and a talk still to come of a
series takes none.
"""

import datetime
from collections.abc import Iterator

import msgspec

from detente.language import Sentence
from detente.model import Span, When, Where
from detente.understand.grammar import negation, objects, preposition, subjects
from detente.understand.stretches import head as head_of
from detente.understand.stretches import quote, quote_word, words
from detente.understand.talks.draft import Draft
from detente.understand.talks.reading import Reading
from detente.understand.talks.tellings import times_differ
from detente.understand.where import dateline_of, dateline_place, names_of_places, where_of

Group = list[Draft]
BACK = 3  # sentences before a talk in which its scene may be set; set by hand
AHEAD = 2  # and behind it
RECENT = datetime.timedelta(days=3)  # how old a talk is that the page's own place is for; set by hand
PAST = frozenset({"held", "under_way", "suspended", "collapsed", "cancelled"})
REMOTE = frozenset({"phone", "video"})
ARRIVING = frozenset("travel fly go head visit arrive come return land stay remain leave depart stop bring send dispatch".split())  # fmt: skip
PLACING = frozenset("in at to into for from".split())
SAME_DAY = frozenset("then later also afterwards afterward earlier separately meanwhile subsequently".split())


class Stage(msgspec.Struct, frozen=True, kw_only=True):
    """A place that the page sets in a sentence, who is told to be there, and its words."""

    sentence: int
    where: Where
    spans: tuple[Span, ...]
    sides: frozenset[str]
    people: frozenset[str]
    when: When | None = None


def with_scene(groups: list[Group], reading: Reading) -> list[Group]:
    """Return the talks with the places and days of their scenes, where their own words tell none."""
    stages = [stage for sentence in reading.parsed.sentences for stage in _journeys(sentence, reading)]
    placed = [_placed(group, groups, stages, reading) for group in groups]
    return [_dated(group, placed, stages) for group in placed]


# ── places ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _placed(group: Group, groups: list[Group], stages: list[Stage], reading: Reading) -> Group:
    if any(draft.where and not _is_wide(draft.where) for draft in group) or _is_remote(group):
        return group
    first = group[0]
    for found in (
        _here(group, reading),
        _stage(group, stages),
        _beside(group, groups),
        _dateline(group, reading),
    ):
        if found is not None:
            where, spans = found
            return [
                msgspec.structs.replace(first, where=where, evidence=first.evidence | {"where": spans}),
                *group[1:],
            ]
    return group


def _is_wide(where: Where) -> bool:
    """Tell whether a place leaves open which city it is: a country, a building without a name of its own."""
    return where.kind == "country" or (where.kind == "venue" and where.name[:1].islower())


def _is_remote(group: Group) -> bool:
    return any(draft.format in REMOTE for draft in group)


def _here(group: Group, reading: Reading) -> tuple[Where, tuple[Span, ...]] | None:
    """Where a sentence that tells of the talk says "here": the dateline's place."""
    name = dateline_place(reading.document)
    for draft in group if name else ():
        sentence = reading.parsed.sentences[draft.sentence]
        at = next((token.index for token in sentence.tokens if token.text.lower() == "here"), None)
        if at is not None and name is not None and not draft.weak:
            return where_of(name), (quote_word(reading.document, sentence, at),)
    return None


def _stage(group: Group, stages: list[Stage]) -> tuple[Where, tuple[Span, ...]] | None:
    """The place that one of those who meet goes to, or is told to be in, right before or behind."""
    near = [stage for stage in stages if _is_near(group, stage.sentence) and _shares(group, stage)]
    near = [stage for stage in near if not _day_contradicts(group, stage.when)]
    best = min(near, key=lambda stage: _gap(group, stage.sentence), default=None)
    return (best.where, best.spans) if best else None


def _is_near(group: Group, sentence: int) -> bool:
    return any(-AHEAD <= draft.sentence - sentence <= BACK for draft in group if not draft.weak)


def _gap(group: Group, sentence: int) -> tuple[int, bool]:
    """How far off a sentence is; of two as near the one before counts."""
    return min((abs(draft.sentence - sentence), draft.sentence < sentence) for draft in group)


def _shares(group: Group, stage: Stage) -> bool:
    actors = [actor for draft in group for actor in (*draft.actors, *draft.present)]
    people = {actor.person for actor in actors if actor.person}
    sides = {actor.party for actor in actors if actor.party}
    return bool(people & stage.people or (sides & stage.sides and not stage.people))


def _day_contradicts(group: Group, when: When | None) -> bool:
    return any(draft.when and when and times_differ(draft.when, when) for draft in group)


def _beside(group: Group, groups: list[Group]) -> tuple[Where, tuple[Span, ...]] | None:
    """The place of another talk told right beside it, of some of the same people or sides, on no other day."""
    if any(draft.order for draft in group) or not _is_past(group):
        return None
    rows = [(_gap(group, d.sentence), d) for other in groups if other is not group and _is_past(other) for d in other]
    near = [(gap, d) for gap, d in rows if gap[0] <= BACK and d.where and d.where.kind != "country"]
    near = [(gap, d) for gap, d in near if _company_meets(group, d) and not _day_contradicts(group, d.when)]
    best = min(near, key=lambda row: row[0], default=None)
    return (best[1].where, best[1].evidence["where"]) if best and best[1].where else None


def _is_past(group: Group) -> bool:
    return any(draft.status in PAST for draft in group)


def _company_meets(group: Group, other: Draft) -> bool:
    """Tell whether somebody, or a side, of a talk is in another telling; a talk whose words name nobody is anybody's."""
    own = {actor.person or actor.party for draft in group for actor in (*draft.actors, *draft.present)}
    sides = {actor.party for draft in group for actor in draft.actors if actor.party}
    others = {actor.person or actor.party for actor in other.actors} | {a.party for a in other.actors if a.party}
    return not own or bool((own | sides) & others)


def _dateline(group: Group, reading: Reading) -> tuple[Where, tuple[Span, ...]] | None:
    """The dateline's place, for what was held in the days before, where the sentences around it name no other."""
    found = dateline_of(reading.document)
    if found is None or not _is_past(group) or not _is_news(group, reading.today) or any(d.order for d in group):
        return None
    name, said = found
    own = {draft.sentence + step for draft in group for step in (-1, 0, 1)}
    near = [sentence for sentence in reading.parsed.sentences if sentence.index in own]
    cities = [
        words(sentence, *stretch) for sentence in near for stretch in names_of_places(sentence, reading.cast)
        if preposition(sentence, head_of(sentence, *stretch)) in {"in", "at"}
    ]  # fmt: skip
    if any(where_of(city).kind != "country" and city != name for city in cities):
        return None
    return where_of(name), (said,)


def _is_news(group: Group, today: str) -> bool:
    """Tell whether a talk was held in the days right before the page, or on no day that is told."""
    days = [draft.when.latest for draft in group if draft.when and draft.when.latest]
    if not today or not days:
        return not days
    ago = datetime.date.fromisoformat(today) - datetime.date.fromisoformat(max(days)[:10])
    return ago <= RECENT


# ── those who go somewhere ──────────────────────────────────────────────────────────────────────────────────────────


def _journeys(sentence: Sentence, reading: Reading) -> Iterator[Stage]:
    """The cities that somebody goes to, comes from or is in, by the verbs of a sentence."""
    cities = [(head_of(sentence, *stretch), stretch) for stretch in names_of_places(sentence, reading.cast)]
    for head, (first, last) in cities:
        where = where_of(words(sentence, first, last))
        verb = sentence.tokens[head].head
        if where.kind != "city" or verb < 0 or sentence.tokens[verb].lemma.lower() not in ARRIVING:
            continue
        if preposition(sentence, head) not in PLACING | {None} or negation(sentence, verb) is not None:
            continue
        travellers = [*subjects(sentence, verb), *objects(sentence, verb)]
        actors = [actor for i in travellers if i != head for actor in reading.cast.actors_of(sentence, i)]
        yield Stage(
            sentence=sentence.index,
            where=where,
            spans=(quote(reading.document, sentence, first, last),),
            sides=frozenset(side for actor in actors if (side := reading.cast.side(actor))),
            people=frozenset(actor.person for actor in actors if actor.person),
            when=next((time.when for time in reading.times_in(sentence) if time.event == verb), None),
        )


# ── days ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _dated(group: Group, groups: list[Group], stages: list[Stage]) -> Group:
    """A talk held in the plain past has the day of its scene: of the talk or journey of the same people right before it."""
    first = group[0]
    plain = first.status == "held" and first.status_rule.endswith((", past", "after it"))
    if not plain or first.order is not None or any(draft.when for draft in group):
        return group
    lenders = [
        (d.sentence, d.when, d.evidence.get("when", ())) for other in groups if other is not group for d in other
        if d.status in PAST and _company_meets(group, d) and _same_ground(group, d.where)
    ]  # fmt: skip
    lenders += [(s.sentence, s.when, ()) for s in stages if _shares(group, s)]
    near = [row for row in lenders if 0 <= first.sentence - row[0] <= 1 and _one_day(row[1])]
    if not near:
        return group
    _, when, spans = max(near, key=lambda row: row[0])
    spans = spans or ((when.span,) if when and when.span else ())
    return [msgspec.structs.replace(first, when=when, evidence=first.evidence | {"when": spans}), *group[1:]]


def _one_day(when: When | None) -> bool:
    return (
        when is not None
        and when.earliest is not None
        and when.latest is not None
        and (when.earliest[:10] == when.latest[:10])
    )


def _same_ground(group: Group, where: Where | None) -> bool:
    return where is None or all(draft.where is None or draft.where.name == where.name for draft in group)
