"""One meeting word of a sentence → a draft: who, status, when, where, what for, with the words of each."""

from collections.abc import Iterator

import msgspec

from detente.language import Sentence
from detente.lexicon.meetings import language
from detente.model import Actor, Document, Span, TalkStatus, When
from detente.understand.actors import Cast
from detente.understand.talks.adding import additions
from detente.understand.talks.asked import comes_alone, is_somebodys, meets, says_enough
from detente.understand.talks.circumstances import (
    follows_of,
    format_of,
    order_of,
    outcome_of,
    prepares_of,
    purpose_of,
    topics_of,
)
from detente.understand.talks.company import Company, company_of
from detente.understand.talks.draft import Draft
from detente.understand.talks.evidence import spans_of, spans_told
from detente.understand.talks.levels import holds_office, level_of
from detente.understand.talks.named import actors_in
from detente.understand.talks.path import Path, form_of, path_of
from detente.understand.talks.place import place_of
from detente.understand.talks.pointing import antecedents
from detente.understand.talks.reading import Reading
from detente.understand.talks.status import told_status
from detente.understand.talks.time import month_without_year, still_to_come, when_of
from detente.understand.talks.triggers import Trigger, is_background, objects_of, triggers_in
from detente.understand.talks.words_told import Told

LATER = frozenset({"next", "another", "new", "further", "second", "third", "fourth", "fifth", "follow-up"})
HAPPENED = frozenset({"held", "under_way", "cancelled", "postponed", "suspended", "collapsed"})
DEFINITE = frozenset({"the", "these", "those", "this", "that", "its", "their", "his", "her", "both", "such"})


def drafts_of(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Yield what each meeting word of a sentence tells, and what it adds to talks told elsewhere."""
    before = reading.parsed.sentences[sentence.index - 1] if sentence.index else None
    triggers = [trigger for trigger in triggers_in(sentence, before) if not is_background(sentence, trigger)]
    sure = [trigger for trigger in triggers if not trigger.meeting.placed]
    triggers = sure if any(not trigger.meeting.weak for trigger in sure) else triggers
    added = list(additions(sentence, reading.cast))
    for trigger in triggers:
        draft = _draft(sentence, trigger, reading, [one.index for one in triggers])
        if draft is not None and not _only_sits_there(trigger, draft, added):
            yield from _separately(sentence, trigger, draft, reading.cast)
    for verb, company in added:
        yield _addition(sentence, verb, company, reading)


def _only_sits_there(trigger: Trigger, draft: Draft, added: list[tuple[int, Company]]) -> bool:
    """Tell whether a "sat" only says who was at a talk told before: "across from them sat X and Y"."""
    there = {actor for _, company in added if company.also for actor in company.present}
    return trigger.meeting.id == "sit" and bool(draft.actors) and set(draft.actors) <= there


def _draft(sentence: Sentence, trigger: Trigger, reading: Reading, others: list[int]) -> Draft | None:
    path = path_of(sentence, trigger.index)
    told = told_status(sentence, path)
    if trigger.meeting.status and told.status in {None, "held", "planned", "under_way"}:
        told = Told(trigger.meeting.status, told.cues, f"word: {trigger.meeting.id}")
    if told.unreal:
        return None
    cast, document = reading.cast, reading.document
    company = company_of(sentence, cast, trigger, path, absent=told.absent)
    if not meets(sentence, cast, trigger, company):
        return None
    when, days = when_of(sentence, path, reading, held=_has_been(told))
    if told.status == "planned":
        when = still_to_come(when, reading.today, will=told.rule.endswith(", will"))
    if told.status:
        when = month_without_year(when, reading.today, past=told.status in HAPPENED)
    where, places = place_of(sentence, path, reading)
    circumstanced = bool(when or where)
    definite = _definite(sentence, trigger) or trigger.meeting.back
    order = order_of(sentence, trigger)
    pointed = definite or (order in LATER and told.firm and told.status is not None)
    settled = told.firm and told.status is not None and circumstanced
    if not is_somebodys(told, company, pointed=pointed, settled=settled):
        return None
    signers = trigger.meeting.paper and all(actor.person for actor in company.actors)
    in_city = where is not None and where.kind == "city"
    if not says_enough(sentence, trigger, told, circumstanced=circumstanced, signers=signers, in_city=in_city):
        return None
    status = _settled(told, when, reading.today)
    weak = trigger.meeting.weak and status != "denied"
    if weak:
        status, company = _by_day(when, reading.today), Company(anaphor=company.anaphor)
    weak = weak or (signers and not circumstanced) or comes_alone(told, company, cast)
    behind, behind_spans = _behind(sentence, company, reading)
    phrases = _phrases(sentence, path, status, document)
    format_, format_span = format_of(sentence, trigger, path, document)
    topics, topic_spans = topics_of(sentence, trigger.index, document)
    spans = spans_of(sentence, trigger.index, told, company, cast, document) | spans_told(
        when=days if when else (), where=places if where else ()
    )
    spans |= spans_told(topics=topic_spans if topics else (), format=(format_span,) if format_span else ())
    company = _with_helpers(company)
    return Draft(
        sentence=sentence.index, trigger=trigger.index, rule=trigger.meeting.id, status=status,
        status_rule=told.rule or "its day", firm=told.firm, when=when, where=where,
        actors=company.actors, present=company.present, functions=company.functions,
        mediators=_parties(company.mediators, cast), host=next(iter(_parties((company.host,), cast)), None),
        absent=company.absent, format=format_, topics=topics, definite=definite, weak=weak, back=trigger.meeting.back, behind=behind, level=_level(sentence, company, cast),
        officials=frozenset(a.person for a in company.actors if a.person and holds_office(a, cast)),
        behind_spans=behind_spans, order=order, noun=not trigger.verb,
        anaphor=sentence.tokens[company.anaphor].lemma.lower() if company.anaphor is not None else None,
        evidence=spans | {field: (span,) for field, span in phrases.items()},
        phrases={field: span.quote for field, span in phrases.items()},
        source=reading.sources.at(sentence, trigger.index), apart=_apart(path, others),
    )  # fmt: skip


def _separately(sentence: Sentence, trigger: Trigger, draft: Draft, cast: Cast) -> Iterator[Draft]:
    """One draft for each who is met where the words say "separately", the draft itself otherwise."""
    alone = trigger.meeting.id == "call" or (
        trigger.verb
        and any(
            sentence.tokens[i].text.lower() in {"separately", "individually"} for i in sentence.children[trigger.index]
        )
    )
    met = [a for a in actors_in(sentence, cast, objects_of(sentence, trigger.index)) if a in draft.actors]
    if not alone or len(met) < 2:
        yield draft
        return
    rest = tuple(actor for actor in draft.actors if actor not in met)
    for one in met:
        apart = draft.apart | {draft.trigger}
        yield msgspec.structs.replace(draft, actors=(*rest, one), apart=apart)


def _addition(sentence: Sentence, verb: int, company: Company, reading: Reading) -> Draft:
    """What a sentence about who leads, stands for or mediates adds to the talk that the others tell of."""
    path = path_of(sentence, verb)
    told = told_status(sentence, path)
    status: TalkStatus | None = (
        "planned"
        if told.status == "planned"
        else "held"
        if company.also and sentence.tokens[verb].upos == "VERB" and form_of(sentence, verb) in {"past", "perfect"}
        else None
    )
    when, days = when_of(sentence, path, reading, held=False)
    where, places = place_of(sentence, path, reading)
    spans = spans_of(sentence, verb, told, company, reading.cast, reading.document)
    spans |= spans_told(when=days if when else (), where=places if where else ())
    return Draft(
        sentence=sentence.index, trigger=verb, rule="attendance" if company.also else "delegation", status=status, status_rule=told.rule,
        actors=company.actors, present=company.present, functions=company.functions,
        mediators=_parties(company.mediators, reading.cast), weak=True, definite=company.also, when=when, where=where,
        evidence=spans, source=reading.sources.at(sentence, verb),
    )  # fmt: skip


def _level(sentence: Sentence, company: Company, cast: Cast) -> str | None:
    """The level of who meets, or that of the words that point back: "the ministers"."""
    if company.anaphor is not None and not company.actors:
        return level_of([Actor(description=sentence.tokens[company.anaphor].lemma.lower())], cast)
    return level_of(company.actors, cast)


def _apart(path: Path, others: list[int]) -> frozenset[int]:
    """Other meeting words that this one only comes before or after: "ahead of the summit", "after talks in Paris"."""
    words = language().words
    return frozenset(step.token for step in path[1:] if step.marker in words["after"] | words["before"]) & set(others)


def _behind(sentence: Sentence, company: Company, reading: Reading) -> tuple[tuple[Actor, ...], tuple[Span, ...]]:
    """Whom words that point back mean, where they name nobody."""
    if company.actors or company.anaphor is None:
        return (), ()
    return antecedents(sentence, company.anaphor, reading)


def _phrases(sentence: Sentence, path: Path, status: TalkStatus | None, document: Document) -> dict[str, Span]:
    found = {
        "purpose": purpose_of(sentence, path, document),
        "outcome": outcome_of(sentence, status, document),
        "follows": follows_of(sentence, path, document),
        "prepares": prepares_of(sentence, path, document),
    }
    return {field: span for field, span in found.items() if span is not None}


def _with_helpers(company: Company) -> Company:
    """Named people who mediate or host are there too, though their side is none of those that meet."""
    helpers = [(a, "mediator") for a in company.mediators if a.person]
    helpers += [(company.host, "host")] if company.host and company.host.person else []
    new = [(a, function) for a, function in helpers if a not in company.actors and a not in company.present]
    return msgspec.structs.replace(
        company,
        present=(*company.present, *dict.fromkeys(a for a, _ in new)),
        functions=(*company.functions, *((a.key, function) for a, function in new)),
    )


def _has_been(told: Told) -> bool:
    """Tell whether the words tell of a day gone by: held, or begun; not how long it will last."""
    return told.status == "held" or (told.status == "under_way" and not told.rule.endswith((", will", ", present")))


def _definite(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether the words point to a talk already known: "the talks", "their meeting", "Thursday's summit"."""
    if trigger.verb:
        return False
    below = sentence.children[trigger.index]
    return any(sentence.tokens[i].text.lower() in DEFINITE or sentence.tokens[i].rel == "nmod:poss" for i in below)


def _settled(told: Told, when: When | None, today: str) -> TalkStatus | None:
    """A present tense with a day to come is a plan, with a day gone by a thing held."""
    day = _by_day(when, today)
    return day or told.status if told.status is None or told.rule.endswith("; now") else told.status


def _by_day(when: When | None, today: str) -> TalkStatus | None:
    """Where nothing else tells, a day gone by makes it held and a day to come planned."""
    if when is None or not today:
        return None
    if when.latest and when.latest[:10] < today:
        return "held"
    return "planned" if when.earliest and when.earliest[:10] > today else None


def _parties(actors: tuple[Actor | None, ...], cast: Cast) -> tuple[str, ...]:
    return tuple(dict.fromkeys(side for actor in actors if actor and (side := cast.side(actor))))
