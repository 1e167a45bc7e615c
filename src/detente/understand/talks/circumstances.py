"""How a talk goes, what it is for and what came of it: format, topics, purpose, outcome, the talks around it."""

import re

from detente.language import Sentence
from detente.lexicon.meetings import language
from detente.model import Document, Span
from detente.understand.grammar import children, preposition
from detente.understand.issues import issues_in
from detente.understand.stretches import quote, quote_word, trimmed
from detente.understand.talks.own_words import stands_alone
from detente.understand.talks.path import Path
from detente.understand.talks.triggers import Trigger

FORMATS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("phone", re.compile(r"\b(?:by|over the|on the) (?:tele)?phone\b|\b(?:tele)?phone (?:call|conversation|talks)\b|\btelephone\b", re.I)),
    ("video", re.compile(r"\bvideo[- ]?(?:call|link|conference|conferencing|talks|meeting|summit)\w*\b|\bby video\b|\bvirtual(?:ly)?\b|\bonline (?:meeting|talks|summit)\b", re.I)),
    ("indirect", re.compile(r"\bindirect(?:ly)?\b|\bproximity talks\b|\bshuttl\w+ between\b|\bthrough (?:\w+ ){0,3}(?:mediators|intermediaries)\b|\bin separate rooms\b", re.I)),
    ("trilateral", re.compile(r"\btrilateral\w*\b|\bthree-way\b|\btripartite\b", re.I)),
    ("quadrilateral", re.compile(r"\bquadrilateral\b|\bfour-way\b|\bquadripartite\b", re.I)),
    ("bilateral", re.compile(r"\bbilateral (?:meeting|talks|summit|session)\b", re.I)),
)  # fmt: skip
AIM = frozenset("discuss agree end negotiate finalise finalize revise review prepare resolve narrow seek work address settle try hammer thrash push explore draft iron secure revive restart advance consider mark sign".split())  # fmt: skip
ON = frozenset({"on", "about", "over"})
RESULT = re.compile(
    r"\bwithout (?:an? |any |reaching |signing |agreeing )*[\w\s-]{0,30}?(?:agreement|breakthrough|deal|result|accord|progress|statement|decision)s?\b"
    r"|\bfailed to [\w\s]{3,60}?(?=[,.;]|$)|\bno (?:breakthrough|agreement|deal|progress|compromise)\b",
    re.I,
)


def format_of(sentence: Sentence, trigger: Trigger, path: Path, document: Document) -> tuple[str | None, Span | None]:
    """Return the format that the meeting's own clause names; none stands for a meeting in person."""
    if trigger.meeting.format:
        return trigger.meeting.format, quote_word(document, sentence, trigger.index)
    first, last = _clause(sentence, path)
    start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
    for name, pattern in FORMATS:
        for match in pattern.finditer(document.text, start, end):
            if not _of_another(sentence, trigger.index, match.start()):
                return name, document.span(*match.span())
    return None, None


def _clause(sentence: Sentence, path: Path) -> tuple[int, int]:
    """The stretch below the trigger, and the words of the verb it is the object of."""
    trigger = path[0].token
    first, last = sentence.reach(trigger)
    if len(path) > 1 and path[1].relation in {"obj", "nsubj:pass", "nsubj", "obl"}:
        verb = path[1].token
        own = [sentence.reach(i) for i in children(sentence, verb, "obl", "advmod", "obl:unmarked")]
        near = [(a, b) for a, b in own if b - a <= 6 and not _meeting_in(sentence, a, b)]
        first = min([first, verb, *(a for a, _ in near)])
        last = max([last, verb + 1, *(b for _, b in near)])
    return first, last


def _of_another(sentence: Sentence, trigger: int, start: int) -> bool:
    """Tell whether the word that starts here is under another meeting word ("agreed on the summit in a phone call")."""
    at = next((token.index for token in sentence.tokens if token.start <= start < token.end), trigger)
    above = [at, *sentence.ancestors(at)]
    near = above[: above.index(trigger)] if trigger in above else above[:2]
    return any(sentence.tokens[i].lemma.lower() in language().nouns for i in near)


def _meeting_in(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether a stretch names a talk of its own."""
    return any(token.lemma.lower() in language().nouns for token in sentence.tokens[first:last])


def topics_of(sentence: Sentence, trigger: int, document: Document) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """Return the issues that the meeting's own phrase names ("talks aimed at narrowing differences over ...")."""
    first, last = sentence.reach(trigger)
    named = issues_in(sentence, document.text, max(first, trigger), last)
    found = [one for one in named if not one.id.startswith("process")]
    spans = tuple(quote(document, sentence, one.first, one.last) for one in found)
    return tuple(dict.fromkeys(one.id for one in found)), spans


def purpose_of(sentence: Sentence, path: Path, document: Document) -> Span | None:
    """Return what it is said to be for: "to discuss ...", "aimed at ...", "talks on ..."."""
    trigger = path[0].token
    for at in [trigger, *(step.token for step in path[1:2])]:
        for i in children(sentence, at, "advcl", "acl", "xcomp"):
            token = sentence.tokens[i]
            marks = {sentence.tokens[m].text.lower() for m in children(sentence, i, "mark")}
            aims = token.lemma in {"aim", "focus", "devote"} or (token.lemma in AIM and "to" in marks)
            if i > trigger and aims:
                first, last = sentence.reach(i)
                return quote(document, sentence, *trimmed(sentence, max(first, trigger + 1), last))
    for i in children(sentence, trigger, "nmod", "obl"):
        if i > trigger and preposition(sentence, i) in ON and not _is_day(sentence, i):
            return quote(document, sentence, *trimmed(sentence, *sentence.reach(i)))
    return None


def _is_day(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    days = "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december weekend sideline sidelines eve day margin"  # fmt: skip
    return token.upos == "NUM" or token.lemma.lower() in days.split()


def outcome_of(sentence: Sentence, status: str | None, document: Document) -> Span | None:
    """Return what came of it, where its own sentence says so: "without agreement", "no breakthrough"."""
    if status not in {"held", "collapsed", "suspended", "under_way"}:
        return None
    match = RESULT.search(document.text, sentence.start, sentence.end)
    return document.span(*match.span()) if match else None


def follows_of(sentence: Sentence, path: Path, document: Document) -> Span | None:
    """Return the earlier talk that this one is said to follow ("follows talks in Geneva")."""
    return _other_talk(sentence, path, frozenset({"follow"}), language().words["after"], document)


def prepares_of(sentence: Sentence, path: Path, document: Document) -> Span | None:
    """Return the later talk that this one is said to come before ("ahead of a summit")."""
    lemmas = frozenset({"prepare", "precede", "pave"})
    return _other_talk(sentence, path, lemmas, frozenset({"ahead", "before"}), document)


def _other_talk(
    sentence: Sentence, path: Path, verbs: frozenset[str], markers: frozenset[str], document: Document
) -> Span | None:
    nouns = language().nouns
    for step in path[:2]:
        below = children(sentence, step.token, "obl", "nmod", "obj")
        verb = sentence.tokens[step.token].lemma.lower() in verbs
        for i in below:
            token = sentence.tokens[i]
            known = nouns.get(token.lemma.lower())
            if known is None or known.weak or i == path[0].token:
                continue
            if preposition(sentence, i) in markers or (verb and token.rel == "obj"):
                return quote(document, sentence, *sentence.reach(i))
    return None


ORDINAL = re.compile(r"^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))$", re.I)
BEFORE = frozenset({"before", "previously", "earlier"})
SERIES = frozenset("recent past next another new further separate previous earlier last latest follow-up initial final subsequent other again".split())  # fmt: skip


def order_of(sentence: Sentence, trigger: Trigger) -> str | None:
    """Return what sets a talk apart in its series: "second", "next", "another", "again"."""
    if stands_alone(sentence, trigger.index):
        return sentence.tokens[trigger.index].text.lower()
    if trigger.verb and any(sentence.tokens[i].text.lower() in BEFORE for i in sentence.children[trigger.index]):
        return "previous"
    for i in sentence.children[trigger.index]:
        token = sentence.tokens[i]
        if token.rel == "acl:relcl" and token.lemma == "prepare":
            return "preparatory"
        text = token.text.lower()
        if token.rel in {"amod", "det", "advmod"} and (ORDINAL.match(text) or text in SERIES):
            return text
    return None
