"""One meeting word of a sentence → a draft: who, status, when, where, what for, with the words of each."""

from collections.abc import Iterator

import msgspec

from detente.language import Sentence
from detente.lexicon.meetings import language
from detente.lexicon.roles import titles
from detente.model import Actor, Document, Evidence, Span, TalkStatus, When
from detente.understand.actors import Cast
from detente.understand.grammar import subjects
from detente.understand.stretches import quote, quote_word
from detente.understand.talks.adding import additions
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
from detente.understand.talks.levels import level_of
from detente.understand.talks.named import BACK, actors_in, can_meet, is_of_many, marked, mention_stretches
from detente.understand.talks.path import Path, path_of
from detente.understand.talks.place import place_of
from detente.understand.talks.pointing import antecedents
from detente.understand.talks.reading import Reading
from detente.understand.talks.status import Told, told_status
from detente.understand.talks.time import month_without_year, still_to_come, when_of
from detente.understand.talks.triggers import Trigger, is_background, objects_of, triggers_in

LATER = frozenset({"next", "another", "new", "further", "second", "third", "fourth", "fifth", "follow-up"})
HAPPENED = frozenset({"held", "under_way", "cancelled", "postponed", "suspended", "collapsed"})
REFUSING = frozenset({"refuse", "decline", "reject", "dismiss"})  # these tell where somebody stands, not of a meeting
DEFINITE = frozenset({"the", "these", "those", "this", "that", "its", "their", "his", "her", "both", "such"})
PAPERS = frozenset("agreement accord deal memorandum treaty declaration pact protocol document paper text truce ceasefire plan roadmap communique statement framework understanding minute".split())  # fmt: skip


def drafts_of(sentence: Sentence, reading: Reading) -> Iterator[Draft]:
    """Yield what each meeting word of a sentence tells, and what it adds to talks told elsewhere."""
    triggers = [trigger for trigger in triggers_in(sentence) if not is_background(sentence, trigger)]
    for trigger in triggers:
        draft = _draft(sentence, trigger, reading, [one.index for one in triggers])
        if draft is not None:
            yield from _separately(sentence, trigger, draft, reading.cast)
    for verb, company in additions(sentence, reading.cast):
        yield _addition(sentence, verb, company, reading)


def _draft(sentence: Sentence, trigger: Trigger, reading: Reading, others: list[int]) -> Draft | None:
    path = path_of(sentence, trigger.index)
    told = told_status(sentence, path)
    if told.unreal:
        return None
    cast, document = reading.cast, reading.document
    company = company_of(sentence, cast, trigger, path, absent=told.absent)
    if not _meets(sentence, cast, trigger, company):
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
    if not _is_somebodys(told, company, pointed=pointed, settled=settled):
        return None
    signers = trigger.meeting.paper and all(actor.person for actor in company.actors)
    if not _says_enough(sentence, trigger, told, circumstanced=circumstanced, signers=signers):
        return None
    status = _settled(told, when, reading.today)
    weak = trigger.meeting.weak and status != "denied"
    if weak:
        status, company = _by_day(when, reading.today), Company(anaphor=company.anaphor)
    weak = weak or (signers and not circumstanced) or _comes_alone(told, company, cast)
    behind, behind_spans = _behind(sentence, company, reading)
    phrases = _phrases(sentence, path, status, document)
    format_, format_span = format_of(sentence, trigger, path, document)
    topics, topic_spans = topics_of(sentence, trigger.index, document)
    spans = spans_of(sentence, trigger.index, told, company, cast, document) | _spans_told(
        when=days if when else (), where=places if where else ()
    )
    spans |= _spans_told(topics=topic_spans if topics else (), format=(format_span,) if format_span else ())
    company = _with_helpers(company)
    return Draft(
        sentence=sentence.index, trigger=trigger.index, rule=trigger.meeting.id, status=status,
        status_rule=told.rule or "its day", firm=told.firm, when=when, where=where,
        actors=company.actors, present=company.present, functions=company.functions,
        mediators=_parties(company.mediators, cast), host=next(iter(_parties((company.host,), cast)), None),
        absent=company.absent, format=format_, topics=topics, definite=definite, weak=weak, back=trigger.meeting.back, behind=behind, level=_level(sentence, company, cast),
        behind_spans=behind_spans, order=order, noun=not trigger.verb,
        anaphor=sentence.tokens[company.anaphor].lemma.lower() if company.anaphor is not None else None,
        evidence=spans | {field: (span,) for field, span in phrases.items()},
        phrases={field: span.quote for field, span in phrases.items()},
        source=reading.sources.at(sentence, trigger.index), apart=_apart(path, others),
    )  # fmt: skip


def _is_somebodys(told: Told, company: Company, *, pointed: bool, settled: bool) -> bool:
    """Whether anybody is told of, or the words point to a talk already known, deny one, or settle that there is one."""
    named = company.actors or company.present or company.absent or company.host or company.anaphor is not None
    return bool(named) or pointed or told.status == "denied" or settled


def _says_enough(sentence: Sentence, trigger: Trigger, told: Told, *, circumstanced: bool, signers: bool) -> bool:
    """Whether a word that tells of a talk only with a day or place, with a partner, or surely, has what it asks for."""
    meeting = trigger.meeting
    if meeting.dated and not told.firm:
        return False
    if circumstanced:
        return True
    if (meeting.paper or meeting.dated) and not signers:
        return False
    if meeting.id == "speak" and not marked(sentence, trigger.index, frozenset({"with", "to"})):
        return False
    return told.rule.removeprefix("verb: ") not in REFUSING


def _spans_told(**fields: tuple[Span, ...]) -> Evidence:
    """The words of the fields that are told."""
    return {field: spans for field, spans in fields.items() if spans}


def _separately(sentence: Sentence, trigger: Trigger, draft: Draft, cast: Cast) -> Iterator[Draft]:
    """One draft for each who is met where the words say "separately", the draft itself otherwise."""
    alone = trigger.verb and any(
        sentence.tokens[i].text.lower() in {"separately", "individually"} for i in sentence.children[trigger.index]
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
        if company.also and sentence.tokens[verb].upos == "VERB"
        else None
    )
    when, days = when_of(sentence, path, reading, held=False)
    where, places = place_of(sentence, path, reading)
    spans = spans_of(sentence, verb, told, company, reading.cast, reading.document)
    spans |= _spans_told(when=days if when else (), where=places if where else ())
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


def _meets(sentence: Sentence, cast: Cast, trigger: Trigger, company: Company) -> bool:
    """Tell whether a telling names who its word asks for: a person called or received, another side spoken with."""
    index, meeting = trigger.index, trigger.meeting
    if meeting.id in {"call", "receive"} and not any(_is_met(sentence, cast, i) for i in objects_of(sentence, index)):
        return False
    if len({cast.side(actor) or actor.key for actor in company.actors}) < meeting.sides and company.anaphor is None:
        return False
    if not trigger.verb:
        return True
    sided = any(cast.side(actor) for actor in company.actors)
    if meeting.paper and not (sided and _signs_paper(sentence, index)):
        return False
    if meeting.id == "see" and not any(_is_somebody(sentence, cast, i) for i in objects_of(sentence, index)):
        return False
    others = marked(sentence, index, frozenset({"with", "to"}))
    if meeting.id == "speak" and others and not any(can_meet(sentence, cast, i) for i in others):
        return False
    many = len(company.actors) > 1 or company.anaphor is not None or is_of_many(company.actors)
    again = meeting.id == "meet" and order_of(sentence, trigger) in {"again", "next"}
    return (
        many
        or (again and not any(actor.person for actor in company.actors))
        or _plural_subject(sentence, index)
        or meeting.id in {"call", "receive"}
    )


def _plural_subject(sentence: Sentence, index: int) -> bool:
    """Tell whether several people meet, whoever they are: "the two panels", "representatives of ..."."""
    return any(
        sentence.tokens[i].xpos in {"NNS", "NNPS"} and sentence.tokens[i].lemma.lower() in BACK
        for i in subjects(sentence, index)
    )


def _is_met(sentence: Sentence, cast: Cast, index: int) -> bool:
    """Tell whether somebody is called or received: an actor, or an office without a name ("the emir")."""
    return bool(cast.actors_of(sentence, index)) or sentence.tokens[index].lemma.lower() in titles()


def _is_somebody(sentence: Sentence, cast: Cast, index: int) -> bool:
    """Tell whether a noun phrase is people ("the prime minister", "each other"), not a country or a thing."""
    mention = cast.at(sentence, index)
    mutual = sentence.tokens[index].text.lower() in {"each", "another"}
    named = mention is not None and mention.kind in {"person", "group"}
    return mutual or named or sentence.tokens[index].lemma.lower() in titles()


def _signs_paper(sentence: Sentence, index: int) -> bool:
    """Tell whether a paper is signed: as object, as subject of a passive, or as what a participle hangs on."""
    own = objects_of(sentence, index)
    things = [*own, *(one for i in (index, *own) for one in marked(sentence, i, frozenset({"to", "on", "under"})))]
    return any(sentence.tokens[i].lemma.lower() in PAPERS for i in things)


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


def _comes_alone(told: Told, company: Company, cast: Cast) -> bool:
    """Tell whether one side only is said to have come for talks: no talk by itself, whoever it is with."""
    if not told.rule.startswith(("verb: arrive", "verb: land")) or company.host or company.mediators:
        return False
    return len({cast.side(actor) for actor in company.actors} - {None}) == 1


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


def spans_of(
    sentence: Sentence, trigger: int, told: Told, company: Company, cast: Cast, document: Document
) -> Evidence:
    """The words behind the status and behind everybody named."""
    cues = sorted({trigger, *told.cues})
    spans: Evidence = {"status": tuple(quote_word(document, sentence, i) for i in cues)}
    host = (company.host,) if company.host else ()
    named = (*company.actors, *company.present)
    for field, actors in (
        ("parties", named), ("participants", named), ("mediators", company.mediators), ("host", host),
        ("absent", company.absent),
    ):  # fmt: skip
        found = [quote(document, sentence, *stretch) for stretch in mention_stretches(sentence, cast, actors)]
        if field in {"parties", "participants"}:
            pointing = [i for i in company.words if cast.at(sentence, i) is None]
            pointing += [company.anaphor] if company.anaphor is not None else []
            found += [quote_word(document, sentence, i) for i in pointing]
        if found:
            spans[field] = tuple(dict.fromkeys(found))
    return spans
