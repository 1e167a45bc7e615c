"""Talks: who meets whom, when and where, planned, held or otherwise, in one document's words.

Each trigger ("meet", "held talks", "the Miami talks") gives a draft; drafts of one document that can be one meeting are
joined, and those whose time or place contrast stay apart. Background ("months of diplomacy") makes none.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

from detente.language import Parsed, Sentence
from detente.lexicon import entries_of
from detente.lexicon.parties import forms
from detente.lexicon.places import DISPUTED, find_place
from detente.model import Actor, Attendance, Document, Participant, Span, TalkClaim, TalkStatus, When, Where
from detente.understand.actors import Cast
from detente.understand.grammar import (
    children,
    conjuncts,
    modal,
    negation,
    objects,
    particle,
    preposition,
    subjects,
)
from detente.understand.issues import issues_in
from detente.understand.sourcing import Sources
from detente.understand.stretches import head as head_of
from detente.understand.stretches import in_headline, quote, quote_word, words
from detente.understand.times import TimeMention

PLACE_CASES = frozenset("in at near outside".split())
WITH = frozenset("with between among alongside".split())


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """What one trigger tells of a talk; spans by field."""

    sentence: int
    trigger: int
    status: TalkStatus
    when: When | None
    where: Where | None
    actors: tuple[Actor, ...]
    listed: tuple[Actor, ...] = ()
    topics: tuple[str, ...] = ()
    definite: bool = False
    phone: int | None = None
    evidence: dict[str, tuple[Span, ...]]
    source: str


@cache
def meetings() -> dict[str, Any]:
    """Load the lexicon of meetings."""
    return entries_of("meetings")


@cache
def _status_words() -> dict[str, str]:
    return {word: status for status, words in meetings()["status"].items() for word in words}


def find_talks(
    parsed: Parsed, cast: Cast, times: tuple[TimeMention, ...], sources: Sources, document: Document
) -> tuple[TalkClaim, ...]:
    """Return the talks that a document tells of, one claim for each."""
    drafts: list[Draft] = []
    for sentence in parsed.sentences:
        if in_headline(document, sentence):
            continue
        own = [time for time in times if time.sentence == sentence.index]
        for trigger, actors in _triggers(sentence, cast):
            draft = _draft(sentence, trigger, actors, cast, own, sources, document)
            if draft is not None:
                drafts.append(draft)
    return tuple(_claim(group, cast) for group in _joined(drafts))


# ── triggers ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _triggers(sentence: Sentence, cast: Cast) -> Iterator[tuple[int, list[Actor]]]:
    """Yield the words that tell of a meeting, and who meets."""
    words = meetings()
    used: set[int] = set()
    for token in sentence.tokens:
        i = token.index
        lemma = token.lemma.lower()
        if token.upos == "VERB" and lemma in words["meeting_verbs"]:
            actors = _meeting_parties(sentence, cast, i)
            if len(actors) >= 2 or (actors and _plural(sentence, i)):
                used.update(_nouns_below(sentence, i))
                yield i, actors
        elif token.upos == "VERB" and lemma in words["calling_verbs"] and _calls(sentence, cast, i):
            yield i, _meeting_parties(sentence, cast, i)
        elif (
            token.upos in {"NOUN", "PROPN"}
            and lemma in words["nouns"]
            and i not in used
            and not _background(sentence, i)
        ):
            actors = _noun_parties(sentence, cast, i)
            if actors:
                yield i, actors


def _plural(sentence: Sentence, index: int) -> bool:
    return any(sentence.tokens[i].xpos in {"NNS", "NNPS"} for i in subjects(sentence, index))


def _calls(sentence: Sentence, cast: Cast, index: int) -> bool:
    return any(cast.actors_of(sentence, i) for i in children(sentence, index, "obj")) and not children(
        sentence, index, "xcomp", "compound:prt"
    )


def _nouns_below(sentence: Sentence, index: int) -> set[int]:
    first, last = sentence.reach(index)
    return {i for i in range(first, last) if sentence.tokens[i].lemma.lower() in meetings()["nouns"]}


def _meeting_parties(sentence: Sentence, cast: Cast, index: int) -> list[Actor]:
    heads = subjects(sentence, index) or _agents(sentence, cast, index)
    heads += objects(sentence, index)
    heads += [i for i in children(sentence, index, "obl", "nmod") if preposition(sentence, i) in WITH]
    return _actors(sentence, cast, heads)


def _agents(sentence: Sentence, cast: Cast, index: int) -> list[int]:
    """Where the tree shows no subject, the people and groups in what the reader takes for the agent."""
    predicate = sentence.predicate_at.get(index)
    agent = predicate.role("ARG0") if predicate else None
    if agent is None:
        return []
    own = (m for m in cast.within(sentence) if m.kind in {"person", "group"})
    return [mention.head for mention in own if agent.first <= mention.first < agent.last]


def _actors(sentence: Sentence, cast: Cast, heads: list[int]) -> list[Actor]:
    found: list[Actor] = []
    for head in heads:
        mention = cast.at(sentence, head)
        if mention is not None and mention.place:
            continue
        for one in (head, *_leaders(sentence, head)):
            found += [actor for actor in cast.actors_of(sentence, one) if actor not in found]
    return found


def _leaders(sentence: Sentence, head: int) -> list[int]:
    """Who leads a delegation: "a Ukrainian delegation led by ..."."""
    verbs = [i for i in children(sentence, head, "acl") if sentence.tokens[i].lemma in {"lead", "head", "chair"}]
    return [one for verb in verbs for one in subjects(sentence, verb)]


def _noun_parties(sentence: Sentence, cast: Cast, index: int) -> list[Actor]:
    """Who takes part in "talks": with, between, of; the subject of "held"; whom "include" lists; or a place names them."""
    heads = [i for i in children(sentence, index, "nmod", "obl") if preposition(sentence, i) in WITH | {"of"}]
    verb = sentence.tokens[index].head
    if verb >= 0 and sentence.tokens[verb].upos in {"VERB", "AUX"}:
        lemma = sentence.tokens[verb].lemma.lower()
        phrasal = f"{lemma} {particle(sentence, verb)}"
        known = lemma in meetings()["holding_verbs"] or lemma in _status_words() or phrasal in _status_words()
        if known and sentence.tokens[index].rel == "obj":
            heads += subjects(sentence, verb)
        if known or lemma in meetings()["planning_verbs"]:
            heads += [i for i in children(sentence, verb, "obl") if preposition(sentence, i) in WITH]
    found = _actors(sentence, cast, heads)
    modifiers = [i for i in children(sentence, index, "amod", "compound") for i in conjuncts(sentence, i)]
    adjectives = [a for i in modifiers if (m := cast.at(sentence, i)) and m.kind == "demonym" for a in m.actors]
    if len(adjectives) > 1:
        found += [actor for actor in adjectives if actor not in found]
    listed = _listed(sentence, cast, index)
    return found or listed


def _listed(sentence: Sentence, cast: Cast, index: int) -> list[Actor]:
    """As in "The Miami talks are expected to include A, B and C"."""
    for at in (index, *sentence.ancestors(index)[:2]):
        for verb in (at, *children(sentence, at, "xcomp", "acl")):
            token = sentence.tokens[verb]
            if token.lemma in meetings()["include_verbs"] and token.upos == "VERB":
                first, last = sentence.reach(verb)
                inside = range(max(first, verb), last)
                return [m.actors[0] for m in cast.within(sentence) if m.kind == "person" and m.first in inside]
    return []


def _background(sentence: Sentence, index: int) -> bool:
    """Tell "results of discussions", "months of negotiations", "the negotiating table" from one meeting."""
    token = sentence.tokens[index]
    if token.rel in {"nmod", "compound"} and preposition(sentence, index) == "of" and token.head >= 0:
        return sentence.tokens[token.head].lemma not in {"round", "day", "session", "series", "venue"}
    return token.rel == "compound"


# ── drafts ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _draft(
    sentence: Sentence, trigger: int, actors: list[Actor], cast: Cast, times: list[TimeMention], sources: Sources,
    document: Document,
) -> Draft | None:  # fmt: skip
    verb = _governing(sentence, trigger)
    status, cue = _status(sentence, trigger, verb)
    time = _time(sentence, trigger, verb, times)
    where, place = _where(sentence, trigger, verb)
    definite = any(
        sentence.tokens[i].text.lower() in {"the", "these", "those"} for i in children(sentence, trigger, "det")
    )
    noun = sentence.tokens[trigger].upos != "VERB"
    if (
        noun
        and not definite
        and time is None
        and where is None
        and status not in {"postponed", "cancelled", "suspended", "denied"}
    ) and (sentence.tokens[verb].lemma not in meetings()["holding_verbs"] or len(actors) < 2):
        return None
    spans: dict[str, tuple[Span, ...]] = {
        "status": tuple(quote_word(document, sentence, i) for i in sorted({trigger, verb, cue})),
        "parties": _mention_spans(sentence, actors, cast, document),
        "participants": _mention_spans(sentence, actors, cast, document),
    }  # fmt: skip
    if time is not None:
        spans["when"] = (quote(document, sentence, time.first, time.last),)
    if place is not None:
        spans["where"] = (quote(document, sentence, place[0], place[1]),)
    topics, topic_spans = _topics(sentence, trigger, document)
    if topics:
        spans["topics"] = topic_spans
    phone = _by_phone(sentence, trigger)
    if phone is not None:
        spans["format"] = (quote_word(document, sentence, phone),)
    return Draft(
        sentence=sentence.index, trigger=trigger, status=status, when=time.when if time else None, where=where,
        actors=tuple(actors), listed=tuple(_listed(sentence, cast, trigger)) if noun else (), topics=topics,
        definite=definite, phone=phone, evidence=spans, source=sources.at(sentence, trigger),
    )  # fmt: skip


def _governing(sentence: Sentence, trigger: int) -> int:
    """The verb that tells the meeting's status: itself, or what it is the object or subject of."""
    if sentence.tokens[trigger].upos == "VERB":
        return trigger
    above = [trigger, *sentence.ancestors(trigger)]
    return next((i for i in above if sentence.tokens[i].upos in {"VERB", "AUX"}), trigger)


def _status(sentence: Sentence, trigger: int, verb: int) -> tuple[TalkStatus, int]:
    """The status that the verb and what governs it give, and the word that decides it."""
    for at in (
        verb,
        *[i for i in sentence.ancestors(verb)[:2] if sentence.tokens[verb].rel in {"xcomp", "advcl", "ccomp"}],
    ):
        token = sentence.tokens[at]
        part = particle(sentence, at)
        word = f"{token.lemma} {part}" if part else token.lemma
        found = _status_words().get(word) or _status_words().get(token.lemma)
        if found and token.upos == "VERB":
            return found, at  # type: ignore[return-value]
        if negation(sentence, at) is not None and token.upos in {"VERB", "ADJ"}:
            return "denied", at
        if token.lemma in meetings()["planning_verbs"] and (at != trigger):
            return "planned", at
        if modal(sentence, at) in {"will", "shall"}:
            return "planned", at
        if modal(sentence, at) in {"would", "may", "might", "could", "can", "should", "must"}:
            return ("planned" if modal(sentence, at) == "would" else "uncertain"), at
    token = sentence.tokens[verb]
    if token.xpos == "VB" or (
        token.xpos == "VBG" and any(sentence.tokens[i].lemma == "be" for i in children(sentence, verb, "aux"))
    ):
        return "planned" if token.xpos == "VB" else "under_way", verb
    if token.xpos in {"VBD", "VBN"}:
        return "held", verb
    if token.xpos in {"VBZ", "VBP"}:
        return "under_way" if token.lemma in {"continue", "hold"} else "planned", verb
    return "uncertain", verb


def _time(sentence: Sentence, trigger: int, verb: int, times: list[TimeMention]) -> TimeMention | None:
    """The time of the meeting: one that hangs on the trigger or its verb; never one that dates the telling of it."""
    near = {trigger, verb}
    if sentence.tokens[verb].rel in {"xcomp"}:
        near.add(sentence.tokens[verb].head)
    fits = [
        time
        for time in times
        if time.event in near or any(t.head in near for t in sentence.tokens[time.first : time.last])
    ]
    resolved = [time for time in fits if time.when.earliest or time.when.latest]
    return resolved[0] if resolved else None


def _where(sentence: Sentence, trigger: int, verb: int) -> tuple[Where | None, tuple[int, int] | None]:
    """The place of the meeting: a name marked as a place in the clause of the trigger, or one that names the talks."""
    for name in sentence.names:
        if name.kind != "LOC":
            continue
        head = head_of(sentence, name.first, name.last)
        text = words(sentence, name.first, name.last)
        naming = sentence.tokens[head].rel == "compound" and sentence.tokens[head].head == trigger and find_place(text)
        if naming or (preposition(sentence, head) in PLACE_CASES and _clause(sentence, head) in {trigger, verb}):
            return _where_of(text), (name.first, name.last)
    return None, None


def _clause(sentence: Sentence, index: int) -> int | None:
    """The nearest verb or meeting word above, participles that only describe a participant ("led by") passed over."""
    nouns = meetings()["nouns"]
    for i in sentence.ancestors(index):
        token = sentence.tokens[i]
        if (token.upos == "VERB" and not (token.rel == "acl" and token.xpos == "VBN")) or token.lemma.lower() in nouns:
            return i
    return None


def _where_of(text: str) -> Where | None:
    place = find_place(text)
    if place is not None:
        country = None if text in DISPUTED else place.country
        return Where(name=text, as_said=text, country=country, lat=place.lat, lon=place.lon, kind="city")
    form = forms().get(text)
    if form is not None and form.kind == "name":
        return Where(name=text, as_said=text, country=form.party if len(form.party) == 3 else None, kind="country")
    return Where(name=text, as_said=text)


def _by_phone(sentence: Sentence, trigger: int) -> int | None:
    """The word that tells of a call: "by phone", or the trigger itself."""
    if sentence.tokens[trigger].lemma in meetings()["calling_verbs"]:
        return trigger
    first, last = sentence.reach(_governing(sentence, trigger))
    return next((i for i in range(first, last) if sentence.tokens[i].lemma.lower() in {"phone", "telephone"}), None)


def _topics(sentence: Sentence, trigger: int, document: Document) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """The issues that the meeting's own phrase names ("talks aimed at narrowing differences over ...")."""
    first, last = sentence.reach(trigger)
    named = issues_in(sentence, document.text, max(first, trigger), last)
    found = [one for one in named if not one.id.startswith("process")]
    spans = tuple(quote(document, sentence, one.first, one.last) for one in found)
    return tuple(dict.fromkeys(one.id for one in found)), spans


def _mention_spans(sentence: Sentence, actors: list[Actor], cast: Cast, document: Document) -> tuple[Span, ...]:
    rows = [m for m in cast.within(sentence) if any(actor in actors for actor in m.actors)]
    return tuple(dict.fromkeys(quote(document, sentence, m.first, m.last) for m in rows))


# ── joining ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _joined(drafts: list[Draft]) -> list[list[Draft]]:
    """Group the drafts that can be one meeting: each joins the latest group that it does not contrast with."""
    groups: list[list[Draft]] = []
    for draft in drafts:
        home = next((group for group in reversed(groups) if _same(group, draft)), None)
        if home is not None:
            home.append(draft)
        elif draft.when or draft.where or len(_sides(draft.actors)) >= 2 or draft.status != "uncertain":
            groups.append([draft])
    return groups


def _same(group: list[Draft], draft: Draft) -> bool:
    places = {one.where.name for one in group if one.where}
    if draft.where and places:
        return draft.where.name in places and not _times_differ(group, draft)
    if _times_differ(group, draft):
        return False
    shared = {a.person or a.party for one in group for a in one.actors} & {a.person or a.party for a in draft.actors}
    if draft.definite:
        return True
    return bool(shared) and draft.status == group[0].status


def _times_differ(group: list[Draft], draft: Draft) -> bool:
    return any(one.when and draft.when and _apart(one.when, draft.when) for one in group)


def _apart(a: When, b: When) -> bool:
    return (a.latest or "9999") < (b.earliest or "0000") or (b.latest or "9999") < (a.earliest or "0000")


def _sides(actors: tuple[Actor, ...]) -> list[str]:
    return list(dict.fromkeys(actor.party for actor in actors if actor.party))


def _claim(group: list[Draft], cast: Cast) -> TalkClaim:
    first = group[0]
    actors = tuple(dict.fromkeys(actor for draft in group for actor in (*draft.actors, *draft.listed)))
    status = next((d.status for d in group if d.status not in {"uncertain"}), first.status)
    attendance: Attendance | None = (
        "attended" if status in {"held", "under_way"} else "expected" if status == "planned" else None
    )
    timed, placed = next((d for d in group if d.when), None), next((d for d in group if d.where), None)
    sides = {actor.party for actor in actors if actor.person}
    told = [a for a in actors if a.person or (a.description and a.party not in sides)]
    participants = tuple(
        Participant(
            person=actor.person, description=None if actor.person else actor.description,
            party=cast.side(actor), attendance=attendance,
        )
        for actor in told
    )  # fmt: skip
    evidence: dict[str, tuple[Span, ...]] = {}
    for field in ("status", "when", "where", "parties", "participants", "topics", "format"):
        spans = [span for draft in group for span in draft.evidence.get(field, ())]
        if field in {"when", "where"}:
            owner = timed if field == "when" else placed
            spans = list(owner.evidence[field]) if owner else []
        if spans:
            evidence[field] = tuple(dict.fromkeys(spans))
    if not participants:
        evidence.pop("participants", None)
    listing = next((d for d in group if d.listed), None)
    return TalkClaim(
        status=status,
        when=timed.when if timed else None,
        where=placed.where if placed else None,
        parties=tuple(dict.fromkeys(side for a in actors if (side := cast.side(a)))),
        participants=participants,
        format="phone" if any(d.phone is not None for d in group) else None,
        topics=tuple(dict.fromkeys(topic for d in group for topic in d.topics)),
        evidence=evidence,
        source=first.source,
        sources={"participants": listing.source} if listing and listing.source != first.source else {},
        because=tuple(f"talks: sentence {d.sentence + 1}" for d in group),
    )
