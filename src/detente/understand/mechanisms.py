"""Mechanisms: what watches or enforces an agreement, who runs it, by which means, on which mandate, and whether it works."""

from typing import Any

from detente.language import Parsed, Sentence
from detente.lexicon.settlement import frames_in, words
from detente.model import Actor, Document, MechanismClaim, Span
from detente.understand.actors import Cast
from detente.understand.grammar import children, conjuncts, is_passive, negation, preposition, shared_modal, subjects
from detente.understand.issues import issues_in
from detente.understand.phrasing import named_under, thing
from detente.understand.positions.conditions import conditions
from detente.understand.positions.matching import Match, matches
from detente.understand.sourcing import Sources
from detente.understand.stretches import quote, quote_word, telling

WATCHED = ("ceasefire", "territory.borders", "security", "humanitarian", "process.implementation", "process.plan")
MANDATED = frozenset({"under", "mandated"})


def find_mechanisms(parsed: Parsed, cast: Cast, sources: Sources, document: Document) -> tuple[MechanismClaim, ...]:
    """Return what a document says is to watch or enforce, or watches and enforces, what was or may be agreed."""
    found: dict[tuple[str, str | None], MechanismClaim] = {}
    for sentence in telling(parsed, document):
        founded = {one: match for match in matches(sentence, frames_in("founding")) for one in _bodies(sentence, match)}
        for match in matches(sentence, frames_in("watching")):
            body = next((one for one in match.holders if _is_body(sentence, one)), None)
            if body is not None:
                claim = _claim(sentence, body, match, founded.get(body), cast, sources, document, parsed.text)
                if claim is not None:
                    found.setdefault((claim.watches.lower(), claim.state), claim)
        for token in sentence.tokens:
            if _is_named_body(sentence, token.index):
                claim = _claim(
                    sentence, token.index, None, founded.get(token.index), cast, sources, document, parsed.text
                )
                if claim is not None:
                    found.setdefault((claim.watches.lower(), claim.state), claim)
    return tuple(found.values())


def _bodies(sentence: Sentence, match: Match) -> list[int]:
    return [one for head in match.about for one in conjuncts(sentence, head)]


def _is_body(sentence: Sentence, index: int) -> bool:
    return sentence.tokens[index].lemma.lower() in words("bodies") and sentence.tokens[index].upos in {"NOUN", "PROPN"}


def _is_named_body(sentence: Sentence, index: int) -> bool:
    """As in "a monitoring mission", "mechanisms to verify": a body that its own words say watches."""
    if not _is_body(sentence, index):
        return False
    own = children(sentence, index, "compound", "amod", "acl")
    own += [i for i in children(sentence, index, "nmod") if preposition(sentence, i) in {"for", "of"}]
    return any(sentence.tokens[i].lemma.lower() in words("watching") for i in own)


def _claim(
    sentence: Sentence, body: int, watching: Match | None, founding: Match | None, cast: Cast, sources: Sources,
    document: Document, text: str,
) -> MechanismClaim | None:  # fmt: skip
    watched = _watched(sentence, body, watching, text)
    if watched is None:
        return None
    span = quote(document, sentence, *watched)
    evidence: dict[str, tuple[Span, ...]] = {"watches": (span,)}
    state, cue = _state(sentence, watching, founding)
    if state is not None and cue is not None:
        evidence["state"] = (quote_word(document, sentence, cue),)
    runner = _runner(sentence, body, cast)
    if runner is not None:
        evidence["run_by"] = (quote_word(document, sentence, runner[1]),)
    fields: dict[str, Any] = {}
    told = {"means": _means(sentence, body, watching), "mandate": _mandate(sentence, body, watching)}
    if watching is not None and watching.frame.head == "enforce":
        told["trigger"] = conditions(sentence, watching.cue)
    for name, stretch in told.items():
        if stretch is not None:
            words_ = quote(document, sentence, *stretch)
            fields[name], evidence[name] = words_.quote, (words_,)
    return MechanismClaim(
        watches=span.quote, run_by=runner[0] if runner else None, state=state if "state" in evidence else None,
        evidence=evidence, source=sources.at(sentence, body),
        because=(f"mechanisms: '{sentence.tokens[body].text}'", f"settlement: {state}"), **fields,
    )  # fmt: skip


def _watched(sentence: Sentence, body: int, watching: Match | None, text: str) -> tuple[int, int] | None:
    """What is watched: the object of the watching, else the body's own words; only what a settlement is about."""
    heads = list(watching.about) if watching is not None else []
    for verb in children(sentence, body, "acl", "acl:relcl"):
        heads += [one for i in (verb, *conjuncts(sentence, verb)) for one in children(sentence, i, "obj")]
    for head in heads:
        first, last = sentence.reach(head)
        if any(one.id.startswith(WATCHED) for one in issues_in(sentence, text, first, last)):
            return thing(sentence, head)
    truces = [i for i in range(*thing(sentence, body)) if sentence.tokens[i].lemma.lower() in words("truce")]
    return (truces[0], truces[0] + 1) if truces else None


def _state(sentence: Sentence, watching: Match | None, founding: Match | None) -> tuple[str | None, int | None]:
    """How far it has come: as it was founded, else working where it is told to watch as a fact."""
    if founding is not None and negation(sentence, founding.cue) is None:
        planned = shared_modal(sentence, founding.cue) is not None
        return ("proposed" if planned else founding.frame.move), founding.cue
    if watching is None or negation(sentence, watching.cue) is not None:
        return None, None
    finite = sentence.tokens[watching.cue].xpos in {"VBZ", "VBP", "VBD", "VBG", "VBN"}
    return ("working" if finite and shared_modal(sentence, watching.cue) is None else "proposed"), watching.cue


def _runner(sentence: Sentence, body: int, cast: Cast) -> tuple[Actor, int] | None:
    """Who runs it: by whom it is led, else whose it is."""
    for verb in children(sentence, body, "acl", "acl:relcl"):
        if sentence.tokens[verb].lemma.lower() in words("running") and (
            sentence.tokens[verb].xpos == "VBN" or is_passive(sentence, verb)
        ):
            for head in subjects(sentence, verb):
                for actor in cast.actors_of(sentence, head):
                    return actor, head
    for head in children(sentence, body, "nmod:poss", "compound", "amod"):
        for actor in cast.actors_of(sentence, head):
            return actor, head
    return None


def _means(sentence: Sentence, body: int, watching: Match | None) -> tuple[int, int] | None:
    """With what it watches: drones, cameras, patrols."""
    at = watching.cue if watching is not None else body
    for one in (body, *children(sentence, at, "obl", "nmod")):
        if sentence.tokens[one].lemma.lower() in words("means") and (
            one == body or preposition(sentence, one) in {"with", "by"}
        ):
            return thing(sentence, one)
    return None


def _mandate(sentence: Sentence, body: int, watching: Match | None) -> tuple[int, int] | None:
    """Under what it watches: a resolution, an agreement."""
    at = watching.cue if watching is not None else body
    found = named_under(sentence, at, MANDATED)
    return thing(sentence, found[0]) if found else None
