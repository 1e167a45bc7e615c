"""One saying about a truce → a claim: whose truce, what it covers, from when until when, who watches it."""

from itertools import pairwise
from typing import Literal

from detente.language import Sentence
from detente.lexicon.ceasefires import ceasefire_language
from detente.model import CeasefireClaim, Document, Evidence
from detente.understand.actors import Cast, as_speaker
from detente.understand.ceasefires.said import Said, phrases_of
from detente.understand.grammar import children, conjuncts, is_passive, subjects
from detente.understand.sourcing import Sources
from detente.understand.stretches import quote, quote_word
from detente.understand.talks.beside import names_before
from detente.understand.talks.named import actors_in, marked, mention_stretches
from detente.understand.times import TimeMention
from detente.understand.where import place_in

WITH = frozenset("between with among".split())


DECLARED = frozenset("declared rejected denied proposed suspended ended".split())  # whose word makes it so


def claim_of(
    sentence: Sentence, said: Said, cast: Cast, times: list[TimeMention], sources: Sources, document: Document
) -> CeasefireClaim:
    """Return the claim that one saying makes, each field with its words."""
    between = [i for at in (said.noun, said.clause) for i in marked(sentence, at, WITH)]
    before = [mention.head for mention in names_before(sentence, cast, said.noun)]
    before = before if len(before) > 1 else []
    named = [*between, *before]
    both = len({cast.side(actor) for actor in actors_in(sentence, cast, named)} - {None}) > 1
    by_others = sentence.tokens[said.cue].lemma.lower() in said.words.others
    heads = [one for i in (*(() if both or by_others else said.doers), *named) for one in conjuncts(sentence, i)]
    actors = actors_in(sentence, cast, heads)
    sides = tuple(dict.fromkeys(side for actor in actors if (side := cast.side(actor))))
    doer = next(iter(actors_in(sentence, cast, said.doers)), None)
    declared_by = as_speaker(doer) if doer and said.status in DECLARED else None
    spans: Evidence = {"status": tuple(quote_word(document, sentence, i) for i in sorted({said.noun, said.cue}))}
    if sides:
        told = [quote(document, sentence, *stretch) for stretch in mention_stretches(sentence, cast, actors)]
        told += [quote_word(document, sentence, i) for i in heads if cast.at(sentence, i) is None]
        spans["parties"] = tuple(dict.fromkeys(told))
    if declared_by:
        spans["declared_by"] = (quote_word(document, sentence, said.doers[0]),)
    scope, scope_span = _scope(sentence, cast, said, sides)
    if scope and scope_span:
        spans["scope"] = (quote(document, sentence, *scope_span),)
    days = _times(sentence, said, times)
    spans |= {name: (quote(document, sentence, day.first, day.last),) for name, day in days.items()}
    monitors, watching = _third_parties(sentence, cast, said, ceasefire_language().watching)
    if monitors:
        spans["monitors"] = tuple(quote_word(document, sentence, i) for i in watching)
    mediators, mediating = _third_parties(sentence, cast, said, ceasefire_language().mediating)
    if mediators:
        spans["mediators"] = tuple(quote_word(document, sentence, i) for i in mediating)
    written = _written(sentence, said)
    if written is not None:
        spans["written"] = (quote_word(document, sentence, written[1]),)
    return CeasefireClaim(
        status=said.status, parties=sides, scope=scope, declared_by=declared_by,
        written=written[0] if written else None, **{name: day.when for name, day in days.items()},  # type: ignore[arg-type]
        monitors=monitors, mediators=mediators, evidence=spans, source=sources.at(sentence, said.cue),
        because=(f"ceasefires: {sentence.tokens[said.cue].lemma}, {said.words.id}",),
    )  # fmt: skip


def _scope(
    sentence: Sentence, cast: Cast, said: Said, sides: tuple[str, ...]
) -> tuple[str | None, tuple[int, int] | None]:
    """What it covers: a word on the noun, or the area that it is in; a city of a third state is where it was agreed."""
    for i in children(sentence, said.noun, "amod", "compound"):
        lemma = sentence.tokens[i].lemma.lower()
        for scope, words in ceasefire_language().scope.items():
            if lemma in words:
                return scope, (i, i + 1)
    first, last = sentence.reach(said.noun)
    where, stretch = place_in(sentence, cast, max(first, said.noun), last, skip=[])
    states = {side for side in sides if len(side) == 3}
    venue = where is not None and where.country is not None and bool(states) and where.country not in states
    return (where.name, stretch) if where and stretch and not venue else (None, None)


def _times(sentence: Sentence, said: Said, times: list[TimeMention]) -> dict[str, TimeMention]:
    """Its start, its end, and the day of what is said of it (`when`), by the words before each day and what it hangs on."""
    own = {said.noun, said.clause, said.cue, *children(sentence, said.noun, "acl", "acl:relcl", "nmod")}
    apart = {i for i in children(sentence, said.noun, "acl", "acl:relcl") if i != said.clause and _tells(sentence, i)}
    near = [
        t for t in times
        if t.when.type != "DURATION" and (t.event in own or any(i in own for i in sentence.ancestors(t.first)[:3]))
        and not apart & {t.event, *sentence.ancestors(t.first)}
    ]  # fmt: skip
    found: dict[str, TimeMention] = {}
    for time in near:
        if len(time.parts) == 2:
            return found | dict(zip(("start", "end"), time.parts, strict=True))
        word = time.when.relation or (sentence.tokens[time.first - 1].text.lower() if time.first else "")
        found.setdefault(_part(sentence, said, time, word), time)
    return found


def _part(sentence: Sentence, said: Said, time: TimeMention, word: str) -> Literal["start", "end", "when"]:
    """Which day of a truce a time is."""
    if word in {"until", "till", "through", "to", "by"} or (said.words.ends and word not in {"from", "since"}):
        return "end"
    if word in {"from", "since", "starting", "beginning"} or said.words.starts or _starts(sentence, said, time):
        return "start"
    return "when"


def _tells(sentence: Sentence, clause: int) -> bool:
    """Tell whether a clause on a truce says something of it that is a claim of its own."""
    words = ceasefire_language().of("verbs", *phrases_of(sentence, clause))
    return words is not None and sentence.tokens[clause].xpos in {"VBD", "VBN"}


def _starts(sentence: Sentence, said: Said, time: TimeMention) -> bool:
    """Tell whether a time hangs on a clause that says when the truce begins: "a truce that takes effect on Monday"."""
    for i in children(sentence, said.noun, "acl", "acl:relcl"):
        words = ceasefire_language().of("verbs", *phrases_of(sentence, i))
        if words and words.starts and i in {time.event, *sentence.ancestors(time.first)}:
            return True
    return False


def _third_parties(
    sentence: Sentence, cast: Cast, said: Said, verbs: frozenset[str]
) -> tuple[tuple[str, ...], list[int]]:
    """Who does these things to it: "monitored by ASEAN observers", "Egypt brokered", "a Qatari-mediated truce"."""
    below = [
        i
        for at in (said.noun, said.clause)
        for i in children(sentence, at, "acl", "acl:relcl", "advcl", "conj", "amod")
    ]
    for i in (said.cue, *below):
        token = sentence.tokens[i]
        if token.lemma.lower() in verbs and (i == said.cue or is_passive(sentence, i) or token.xpos == "VBN"):
            heads = [*(said.doers if i == said.cue else ()), *subjects(sentence, i), *_hyphened(sentence, i)]
            heads = [one for one in dict.fromkeys(heads) if one != said.noun]
            kept = _unbroken(sentence, heads)
            others = {side for one in heads[len(kept) :] for side in cast.parties_of(sentence, one)}
            sides = tuple(dict.fromkeys(side for one in kept for side in cast.parties_of(sentence, one)))
            if told := tuple(side for side in sides if side not in others):
                return told, kept
    return (), []


def _unbroken(sentence: Sentence, heads: list[int]) -> list[int]:
    """The first of these heads with those that are told beside it: of "by Egypt between Israel and Hamas" Egypt alone."""
    for before, after in pairwise(heads):
        if any(sentence.tokens[i].rel == "case" and sentence.tokens[i].head not in heads for i in range(before, after)):
            return heads[: heads.index(after)]
    return heads


def _hyphened(sentence: Sentence, participle: int) -> list[int]:
    """Who is tied to a participle by a hyphen: "US-brokered"."""
    return [i for i in children(sentence, participle, "obl:unmarked", "compound") if sentence.tokens[i + 1].text == "-"]


def _written(sentence: Sentence, said: Said) -> tuple[bool, int] | None:
    """Whether it is on paper, where the words say so."""
    if sentence.tokens[said.cue].lemma.lower() in {"sign", "initial"}:
        return True, said.cue
    for i in children(sentence, said.noun, "amod"):
        lemma = sentence.tokens[i].lemma.lower()
        if lemma in {"written", "signed", "verbal", "unwritten", "informal", "oral"}:
            return lemma in {"written", "signed"}, i
    return None
