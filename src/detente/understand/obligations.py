"""Obligations: who must do what, by when, under which agreement, and whether it is told to be done."""

from collections.abc import Iterator

from detente.language import Parsed, Sentence
from detente.lexicon.settlement import frames_in, kinds, words
from detente.model import Actor, Document, ObligationClaim, Span
from detente.understand.actors import Cast
from detente.understand.agreements import Named, agreements_in
from detente.understand.grammar import children, negation, objects, shared_modal
from detente.understand.issues import issues_in
from detente.understand.phrasing import act, named_under, thing
from detente.understand.positions.fitting import doers
from detente.understand.positions.matching import matches
from detente.understand.positions.reach import bare_issues, issues_reached
from detente.understand.sourcing import Sources
from detente.understand.stretches import quote, quote_word, telling
from detente.understand.times import TimeMention

MUST = frozenset({"must", "shall", "will", "should"})
ENDS_BY = frozenset({"by", "before", "until", "till", "within", "no later than"})


def find_obligations(
    parsed: Parsed, cast: Cast, times: tuple[TimeMention, ...], sources: Sources, document: Document
) -> tuple[ObligationClaim, ...]:
    """Return what a document says that somebody is bound to do, or has done or failed to do of it."""
    found: dict[tuple[str, str, str], ObligationClaim] = {}
    for sentence in telling(parsed, document):
        own = [time for time in times if time.sentence == sentence.index]
        for who, verb, state, cue, under in _duties(sentence):
            claim = _claim(sentence, who, verb, state, cue, under, cast, own, sources, document, parsed.text)
            if claim is not None:
                found.setdefault((str(claim.who and claim.who.key), claim.what.lower(), claim.state), claim)
    return tuple(found.values())


Duty = tuple[list[int], int, str, int, Named | None]  # who, the act, the state, the word that tells it, under what


def _duties(sentence: Sentence) -> Iterator[Duty]:
    agreements = {named.head: named for named in agreements_in(sentence)}
    for match in matches(sentence, frames_in("duty")):
        if match.frame.negative or negation(sentence, match.told) is None:
            for one in match.about:
                yield list(match.holders), one, match.frame.move, match.cue, _under(sentence, match.cue, agreements)
    for match in matches(sentence, frames_in("content")):
        named = next((agreements[one] for one in match.holders if one in agreements), None)
        if named is not None and negation(sentence, match.cue) is None:
            for one in match.about:
                yield (
                    list(match.targets) or children(sentence, one, "nsubj", "nsubj:pass"),
                    one,
                    "due",
                    match.cue,
                    named,
                )
    for token in sentence.tokens:
        under = _under(sentence, token.index, agreements) if token.upos == "VERB" else None
        if under is not None and _bound(sentence, token.index):
            yield doers(sentence, token.index), token.index, "due", token.index, under


def _under(sentence: Sentence, verb: int, agreements: dict[int, Named]) -> Named | None:
    """The agreement that a verb's clause names as what it stands under."""
    marked = named_under(sentence, verb, words("under"))
    inside = [i for one in marked for i in range(*sentence.reach(one)) if i in agreements]
    if inside:
        return agreements[inside[0]]
    bare = [one for one in marked if sentence.tokens[one].lemma.lower() in kinds()]
    return Named(head=bare[0], first=bare[0], last=bare[0] + 1, kind=None) if bare else None


def _bound(sentence: Sentence, verb: int) -> bool:
    """Whether a verb is told as to be done: "must", "shall", "is to", "has to"."""
    if negation(sentence, verb) is not None:
        return False
    above = sentence.tokens[sentence.tokens[verb].head] if sentence.tokens[verb].head >= 0 else None
    to_be = sentence.tokens[verb].rel == "xcomp" and above is not None and above.lemma in {"be", "have", "need"}
    return shared_modal(sentence, verb) in MUST or to_be


def _claim(
    sentence: Sentence, who: list[int], verb: int, state: str, cue: int, under: Named | None, cast: Cast,
    times: list[TimeMention], sources: Sources, document: Document, text: str,
) -> ObligationClaim | None:  # fmt: skip
    sides = [side for head in who for side in cast.parties_of(sentence, head)]
    time = _by_when(sentence, verb, cue, times)
    verbal = sentence.tokens[verb].upos == "VERB"
    issue = next(
        iter(issues_reached(sentence, verb, cue, issues_in(sentence, text)) or bare_issues(sentence, verb, cue)), None
    )
    if len(set(sides)) != 1 or issue is None or (state == "due" and time is None and under is None):
        return None
    what = quote(document, sentence, *(act(sentence, verb) if verbal else thing(sentence, verb)))
    evidence: dict[str, tuple[Span, ...]] = {
        "who": tuple(quote_word(document, sentence, head) for head in who),
        "what": (what,),
        "issue": (quote(document, sentence, issue.first, issue.last),),
        "state": (quote_word(document, sentence, cue),),
    }
    if time is not None:
        evidence["by_when"] = (quote(document, sentence, time.first, time.last),)
    name = quote(document, sentence, under.first, under.last) if under is not None else None
    if name is not None:
        evidence["under"] = (name,)
    return ObligationClaim(
        who=Actor(party=sides[0]), what=what.quote, issue=issue.id, by_when=time.when if time else None,
        under=name.quote if name else None, state=state, evidence=evidence, source=sources.at(sentence, cue),
        because=(f"obligations: {state} by '{sentence.tokens[cue].text}'", f"issues: {issue.id}"),
    )  # fmt: skip


def _by_when(sentence: Sentence, verb: int, cue: int, times: list[TimeMention]) -> TimeMention | None:
    """The time by which it is due: what ends an open interval, or stands with the duty or its act."""
    below = {verb, cue, *children(sentence, cue, "obj"), *objects(sentence, cue)}
    near = [one for one in times if one.event in below or any(i in below for i in sentence.ancestors(one.first)[:2])]
    return next((one for one in near if one.when.relation in ENDS_BY), None)
