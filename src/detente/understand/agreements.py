"""Agreements: the plans, drafts, frameworks and accords that a page names, how far each has come, and what stands in it."""

from collections.abc import Iterator

import msgspec

from detente.language import Parsed, Sentence
from detente.lexicon.settlement import frames_in, kinds, words
from detente.model import AgreementClaim, Document, Span
from detente.understand.actors import Cast
from detente.understand.grammar import children, conjuncts, has_to, negation, preposition, shared_modal
from detente.understand.phrasing import thing
from detente.understand.positions.matching import Match, matches
from detente.understand.sourcing import Sources
from detente.understand.stretches import in_headline, quote, quote_word
from detente.understand.times import TimeMention

MEMBERS = frozenset({"between", "with", "among"})
INDEFINITE = frozenset({"a", "an", "any", "no", "another", "some"})


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """An agreement named in a sentence: its head, its stretch and its kind."""

    head: int
    first: int
    last: int
    kind: str | None


def find_agreements(
    parsed: Parsed, cast: Cast, times: tuple[TimeMention, ...], sources: Sources, document: Document
) -> tuple[AgreementClaim, ...]:
    """Return every agreement that a document names or tells a status of, one claim for each name and status."""
    found: dict[tuple[str, str | None], AgreementClaim] = {}
    for sentence in parsed.sentences:
        if in_headline(document, sentence):
            continue
        named = agreements_in(sentence)
        statuses = {one: match for match in matches(sentence, frames_in("agreement")) for one in match.about}
        contents = _contents(sentence, [one.head for one in named])
        for one in named:
            claim = _claim(
                sentence, one, statuses.get(one.head), contents.get(one.head, []), cast, times, sources, document
            )
            key = (claim.name.lower(), claim.status)
            if claim.status is None and any(name == key[0] for name, _ in found):
                continue
            found[key] = _joined(found[key], claim) if key in found else claim
    told = {name for name, status in found if status is not None}
    return tuple(claim for (name, status), claim in found.items() if status is not None or name not in told)


def agreements_in(sentence: Sentence) -> list[Named]:
    """Return the agreements that a sentence names: by a proper name, a number of points, or words of peace and truce.

    >>> from detente.language import load
    >>> sentence = load().parse("The Doha framework follows Trump's 20-point plan.").sentences[0]
    >>> [(named.kind, sentence.tokens[named.head].text) for named in agreements_in(sentence)]
    [('framework', 'framework'), ('plan', 'plan')]
    """
    found = []
    for token in sentence.tokens:
        kind = kinds().get(token.lemma.lower()) if token.upos in {"NOUN", "PROPN"} else None
        if kind is None or token.rel in {"compound", "flat"}:
            continue
        first, last = _name(sentence, token.index)
        before = {sentence.tokens[i].lemma.lower() for i in range(first, token.index)}
        if not before & (words("peace") | words("truce")) and not _proper(sentence, first, last, token.index):
            continue
        if kind == "peace agreement" and "peace" not in before and not _proper(sentence, first, last, token.index):
            kind = "ceasefire" if before & words("truce") else None
        found.append(Named(head=token.index, first=first, last=last, kind=kind))
    return found


def _name(sentence: Sentence, head: int) -> tuple[int, int]:
    """The head with the words before it, and what follows it where that is part of the name."""
    first, last = thing(sentence, head)
    for one in children(sentence, head, "nmod", "acl"):
        if one > head and not (preposition(sentence, one) in {"of", "on"} and _is_name(sentence, one)):
            last = min(last, sentence.reach(one)[0])
    owners = children(sentence, head, "nmod:poss")
    start = max([first, *(sentence.reach(one)[1] for one in owners if one < head)])
    return start, max(last, head + 1)


def _is_name(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    return (
        token.text[:1].isupper()
        or token.lemma.lower() in {"principle", "understanding", "intent"}
        or token.upos == "NUM"
    )


def _proper(sentence: Sentence, first: int, last: int, head: int) -> bool:
    """Whether capitals or a number of points name it, not merely whose it is."""
    modifiers = [sentence.tokens[i] for i in range(first, last) if i != head and sentence.tokens[i].upos != "ADP"]
    capital = any(token.text[:1].isupper() and token.index > 0 for token in modifiers)
    return capital or (sentence.tokens[head].text[:1].isupper() and head > 0 and sentence.tokens[head].upos == "PROPN")


def _contents(sentence: Sentence, heads: list[int]) -> dict[int, list[int]]:
    """What the agreements of a sentence are told to contain."""
    found: dict[int, list[int]] = {}
    for match in matches(sentence, frames_in("content")):
        for head in heads:
            if head in match.holders and negation(sentence, match.cue) is None:
                found.setdefault(head, []).extend(match.about)
    return found


def _claim(
    sentence: Sentence, named: Named, match: Match | None, contents: list[int], cast: Cast,
    times: tuple[TimeMention, ...], sources: Sources, document: Document,
) -> AgreementClaim:  # fmt: skip
    name = quote(document, sentence, named.first, named.last)
    evidence: dict[str, tuple[Span, ...]] = {"name": (name,)}
    if named.kind is not None:
        evidence["kind"] = (quote_word(document, sentence, named.head),)
    told = match if match is not None and _is_told(sentence, match) else None
    if told is not None:
        evidence["status"] = (quote_word(document, sentence, told.cue),)
    parties, heads = _parties(sentence, named, told, cast)
    if parties:
        evidence["parties"] = tuple(quote_word(document, sentence, one) for one in heads)
    time = next((one for one in times if told and one.sentence == sentence.index and one.event == told.cue), None)
    if time is not None:
        evidence["when"] = (quote(document, sentence, time.first, time.last),)
    clauses = tuple(quote(document, sentence, *thing(sentence, one)) for one in contents)
    if clauses:
        evidence["clauses"] = clauses
    return AgreementClaim(
        name=name.quote, kind=named.kind, parties=parties, status=told.frame.move if told else None,
        when=time.when if time else None, clauses=tuple(span.quote for span in clauses), evidence=evidence,
        source=sources.at(sentence, named.head), because=(f"agreements: {named.kind}", *_because(told)),
    )  # fmt: skip


def _because(match: Match | None) -> Iterator[str]:
    if match is not None:
        yield f"settlement: {match.frame.move} by '{match.frame.head}'"


def _is_told(sentence: Sentence, match: Match) -> bool:
    """Whether a status is told as a fact: not denied, not only possible, planned or to be."""
    to_be = has_to(sentence, match.cue)
    return negation(sentence, match.cue) is None and shared_modal(sentence, match.cue) is None and not to_be


def _parties(sentence: Sentence, named: Named, match: Match | None, cast: Cast) -> tuple[tuple[str, ...], list[int]]:
    """Who is bound: the sides between which it is, and whoever signs, initials or leaves it."""
    members = [i for i in children(sentence, named.head, "nmod") if preposition(sentence, i) in MEMBERS]
    heads = [one for i in members for one in conjuncts(sentence, i)]
    if match is not None and match.frame.move in {"signed", "initialled", "ratified", "suspended", "ended"}:
        heads += list(match.holders)
    told = [(one, side) for one in heads for side in cast.parties_of(sentence, one)]
    return tuple(dict.fromkeys(side for _, side in told)), list(dict.fromkeys(one for one, _ in told))


def _joined(one: AgreementClaim, other: AgreementClaim) -> AgreementClaim:
    """Two mentions of one agreement at one status, with all that either tells."""
    evidence = dict(one.evidence)
    for field in ("parties", "clauses", "when"):
        if field in other.evidence:
            evidence[field] = tuple(dict.fromkeys((*evidence.get(field, ()), *other.evidence[field])))
    return msgspec.structs.replace(
        one, parties=tuple(dict.fromkeys((*one.parties, *other.parties))), when=one.when or other.when,
        clauses=tuple(dict.fromkeys((*one.clauses, *other.clauses))), evidence=evidence,
    )  # fmt: skip
