"""Talks: who meets whom, when and where, planned, held or otherwise, in one document's words.

    meeting words → drafts (who, status, when, where, what for) → one talk's drafts joined → claims

Background ("months of diplomacy") makes none. Headlines make none either: a headline never outranks its body.
"""

from collections.abc import Iterator

from detente.language import Parsed, Sentence
from detente.model import Actor, Document, Evidence, Span, TalkClaim, TalkStatus, When
from detente.understand.actors import Cast
from detente.understand.sourcing import Sources
from detente.understand.stretches import in_headline, quote, quote_word
from detente.understand.talks.circumstances import (
    follows_of,
    format_of,
    order_of,
    outcome_of,
    prepares_of,
    purpose_of,
    topics_of,
)
from detente.understand.talks.claims import claims_of
from detente.understand.talks.company import Company, company_of, leading
from detente.understand.talks.draft import Draft
from detente.understand.talks.joining import joined
from detente.understand.talks.named import can_meet, is_of_many, marked, mention_stretches
from detente.understand.talks.path import path_of
from detente.understand.talks.setting import place_of, time_of
from detente.understand.talks.status import Told, told_status
from detente.understand.talks.triggers import Trigger, is_background, objects_of, of_sport, triggers_in
from detente.understand.times import TimeMention

__all__ = ["find_talks"]
DEFINITE = frozenset({"the", "these", "those", "this", "that", "its", "their", "his", "her", "both"})


def find_talks(
    parsed: Parsed, cast: Cast, times: tuple[TimeMention, ...], sources: Sources, document: Document
) -> tuple[TalkClaim, ...]:
    """Return the talks that a document tells of: one claim for each account of each."""
    drafts: list[Draft] = []
    for sentence in parsed.sentences:
        if not in_headline(document, sentence) and not of_sport(sentence):
            own = [time for time in times if time.sentence == sentence.index and not _in_a_name(sentence, cast, time)]
            drafts += _drafts(sentence, cast, own, sources, document)
    return tuple(claim for group in joined(drafts) for claim in claims_of(group, cast))


def _in_a_name(sentence: Sentence, cast: Cast, time: TimeMention) -> bool:
    """A day that is part of a name ("the March 23 Movement") is no time."""
    return any(m.first <= time.first < m.last for m in cast.within(sentence) if m.kind == "name")


def _drafts(
    sentence: Sentence, cast: Cast, times: list[TimeMention], sources: Sources, document: Document
) -> Iterator[Draft]:
    for trigger in triggers_in(sentence):
        if not is_background(sentence, trigger):
            draft = _draft(sentence, trigger, cast, times, sources, document)
            if draft is not None:
                yield draft
    for verb, company in leading(sentence, cast):
        yield _of_delegation(sentence, verb, company, cast, sources, document)


def _of_delegation(
    sentence: Sentence, verb: int, company: Company, cast: Cast, sources: Sources, document: Document
) -> Draft:
    """What a sentence about who leads a delegation adds to the talk that the others tell of."""
    told = told_status(sentence, path_of(sentence, verb))
    status: TalkStatus | None = "planned" if told.status == "planned" else None
    return Draft(
        sentence=sentence.index, trigger=verb, rule="delegation", status=status, status_rule=told.rule,
        actors=company.actors, present=company.present, heads=company.heads, weak=True,
        evidence=_spans(sentence, verb, told, company, cast, document), source=sources.at(sentence, verb),
    )  # fmt: skip


def _draft(
    sentence: Sentence, trigger: Trigger, cast: Cast, times: list[TimeMention], sources: Sources, document: Document
) -> Draft | None:
    path = path_of(sentence, trigger.index)
    told = told_status(sentence, path)
    if told.unreal:
        return None
    company = company_of(sentence, cast, trigger, path, absent=told.absent)
    if not _meets(sentence, cast, trigger, company):
        return None
    definite = _definite(sentence, trigger)
    named = company.actors or company.present or company.absent or company.host or company.anaphor is not None
    time = time_of(sentence, path, times, _today(document))
    where, places = place_of(sentence, path, cast, document)
    if not named and not definite and told.status != "denied" and not (time and where):
        return None
    format_, format_span = format_of(sentence, trigger, path, document)
    topics, topic_spans = topics_of(sentence, trigger.index, document)
    spans: Evidence = _spans(sentence, trigger.index, told, company, cast, document)
    spans |= {"topics": topic_spans} if topics else {}
    spans |= {"format": (format_span,)} if format_span else {}
    spans |= {"when": (quote(document, sentence, time.first, time.last),)} if time else {}
    spans |= {"where": tuple(quote(document, sentence, *place) for place in places)} if where else {}
    status = _settled(told, time.when if time else None, document)
    if trigger.meeting.weak and status != "denied":
        status, company = _by_day(time.when if time else None, document), Company(anaphor=company.anaphor)
    told_of: dict[str, Span | None] = {
        "purpose": purpose_of(sentence, path, document),
        "outcome": outcome_of(sentence, status, document),
        "follows": follows_of(sentence, path, document),
        "prepares": prepares_of(sentence, path, document),
    }
    quoted = {field: span for field, span in told_of.items() if span is not None}
    return Draft(
        sentence=sentence.index, trigger=trigger.index, rule=trigger.meeting.id, status=status,
        status_rule=told.rule or "its day", firm=told.firm, when=time.when if time else None, where=where,
        actors=company.actors, present=company.present, heads=company.heads,
        mediators=_parties(company.mediators, cast), host=next(iter(_parties((company.host,), cast)), None),
        absent=company.absent, format=format_, topics=topics, definite=definite,
        anaphor=sentence.tokens[company.anaphor].lemma.lower() if company.anaphor is not None else None,
        order=order_of(sentence, trigger), weak=trigger.meeting.weak and status != "denied",
        evidence=spans | {field: (span,) for field, span in quoted.items()},
        source=sources.at(sentence, trigger.index),
        phrases={field: span.quote for field, span in quoted.items()},
    )  # fmt: skip


def _meets(sentence: Sentence, cast: Cast, trigger: Trigger, company: Company) -> bool:
    """Tell whether a telling names who its word asks for: a person called or received, another side spoken with."""
    index, meeting = trigger.index, trigger.meeting
    if meeting.id in {"call", "receive"} and not any(cast.actors_of(sentence, i) for i in objects_of(sentence, index)):
        return False
    if len({cast.side(actor) for actor in company.actors} - {None}) < meeting.sides:
        return False
    if not trigger.verb:
        return True
    others = marked(sentence, index, frozenset({"with", "to"}))
    if meeting.id == "speak" and others and not any(can_meet(sentence, cast, i) for i in others):
        return False
    return len(company.actors) > 1 or company.anaphor is not None or is_of_many(company.actors)


def _definite(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether the words point to a talk already known: "the talks", "their meeting", "Thursday's summit"."""
    if trigger.verb:
        return False
    below = sentence.children[trigger.index]
    return any(sentence.tokens[i].text.lower() in DEFINITE or sentence.tokens[i].rel == "nmod:poss" for i in below)


def _settled(told: Told, when: When | None, document: Document) -> TalkStatus | None:
    """A present tense with a day to come is a plan, with a day gone by a thing held."""
    day = _by_day(when, document)
    return day or told.status if told.status is None or told.rule.endswith("; now") else told.status


def _by_day(when: When | None, document: Document) -> TalkStatus | None:
    """Where nothing else tells, a day gone by makes it held and a day to come planned."""
    today = _today(document)
    if when is None or not today:
        return None
    if when.latest and when.latest[:10] < today:
        return "held"
    return "planned" if when.earliest and when.earliest[:10] > today else None


def _today(document: Document) -> str:
    return (document.published or "")[:10]


def _parties(actors: tuple[Actor | None, ...], cast: Cast) -> tuple[str, ...]:
    return tuple(dict.fromkeys(side for actor in actors if actor and (side := cast.side(actor))))


def _spans(sentence: Sentence, trigger: int, told: Told, company: Company, cast: Cast, document: Document) -> Evidence:
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
