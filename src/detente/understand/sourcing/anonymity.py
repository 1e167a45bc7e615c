"""Named, institution, unnamed or anonymous; how many; and why they stay unnamed, also where another sentence tells it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from detente.language import Parsed, Sentence, Token
from detente.lexicon.roles import titles
from detente.model import Anonymity, Link
from detente.understand.grammar import children
from detente.understand.sayings import Saying
from detente.understand.sayings.scene import PART
from detente.understand.sayings.voices import BODIES

if TYPE_CHECKING:
    from detente.understand.sourcing.chains import Way

SOURCE_NOUN = re.compile(r"\b(?:sources?|insiders?|circles|tipsters?|informants?)\b", re.IGNORECASE)
PEOPLE = re.compile(r"^(?:(?:the|some|several|many|most|few|other|another|second|third|fourth|a|an|\d+|one|two|three|four|five|six|seven|eight|nine|ten|dozens of) )*(?:people|persons?|individuals?)\b(?! (?:in|from|of) the (?:queue|crowd|street|city|town|village|camp))", re.IGNORECASE)  # fmt: skip
# Rules or employers that forbid speaking openly: the words before "to speak", "to brief reporters".
UNFREE = r"(?:not|n['’]t|never) (?:been )?(?:authori[sz]ed|permitted|allowed|cleared|entitled|empowered|supposed)|unauthori[sz]ed|lack(?:s|ed|ing)? (?:the )?(?:authori[sz]ation|authority|permission|clearance)"
OPENLY = r"(?:speak|talk|brief|discuss|comment|disclose|reveal|share|give|be (?:named|identified|quoted))"
WITHHELD = re.compile(
    r"\banonym(?:ity|ous(?:ly)?)\b|\bun(?:named|identified)\b|\bon background\b|\boff the record\b|\bpseudonym"
    r"|\b(?:not|never|without) (?:\w+ ){0,4}(?:named|identified|quoted by name|(?:his|her|their|its) (?:full |real |own )?names?)\b"
    r"|\b(?:declin|refus|ask|request|want|insist|prefer|wish)\w* (?:not )?(?:to be|being) (?:named|identified|quoted)"
    r"|\bdid not (?:name|identify)\b(?! (?:an?|any|the (?:date|place|city|country|venue))\b)"
    r"|\bnames? (?:\w+ ){0,2}(?:withheld|not (?:be |to be )?(?:used|given|published|printed|appear))\b|\bnames? used\b|\bnames? it withheld"
    r"|\bidentit(?:y|ies) (?:\w+ ){0,3}(?:withheld|protected|secret|hidden|concealed)\b"
    r"|\b(?:declin|refus)\w* to (?:give|say|provide|disclose|reveal) (?:\w+ ){0,2}(?:names?|surnames?|who (?:he|she|they))\b"
    r"|\bnot to name\b"
    r"|\b(?:neither|none|nobody|no one)\b (?:\w+ ){0,5}(?:named|identified|quoted by name)\b"
    r"|\bforbid naming\b|\bagreed to be (?:named|identified)\b|\bif named\b|\ballowed to (?:give|use) (?:his|her|their) names?"
    rf"|\b(?:{UNFREE}) to {OPENLY}\b",
    re.IGNORECASE,
)
CLOSE = re.compile(r"\b(?:familiar with|acquainted with|briefed (?:on|about)|informed (?:of|about)|appris?ed of|with (?:direct |first-?hand |close |detailed )?knowledge of|knowledgeable about|close to|privy to|involved in the|with (?:insight into|access to)|aware of the|in the know)\b", re.IGNORECASE)  # fmt: skip
WHY = re.compile(
    r"(?:anonym\w+|named|identified|withheld|names?|nam(?:e|ing) \w+)\b[^.;“”\"]{0,60}?[ ,]((?:because|since|as(?! saying| telling| having)|given|owing to|due to|citing"
    r"|in order to|so as not to|so (?:that|they|he|she)\b|to (?!be (?:named|identified))|for fear of|out of fear|fearing)\b[^.;“”\"]{3,140})",
    re.IGNORECASE,
)
UNCLEARED = re.compile(rf"\b((?:{UNFREE}) to [^.;,“”\"]{{3,80}})", re.IGNORECASE)
END = re.compile(r",? (?:said|told|says|added|described|confirmed|warned|and spoke|and asked)\b|, \w+ed\b|,$")
SENSITIVE = re.compile(
    r"^(?:[^.;]*?)([^.;,]*\b(?:sensitive|delicate|classified|confidential|secret|private)\b[^.;,]*)", re.IGNORECASE
)
THEM = re.compile(r"^to (?:discuss|talk about|speak about|describe) (?:them|it|this|that)$", re.IGNORECASE)
NUMBER = {
    word: n for n, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
}
COUNT = re.compile(
    r"^(?:the |at least |all |about )?(\d+|[a-z]+)\b(?: of (?:the|them|his|her|its|their))?", re.IGNORECASE
)
SINGLE = frozenset({"a", "an", "one", "another", "second", "third"})
ARMED = frozenset("rebel rebels militia fighters forces troops insurgents soldiers guerrillas".split())
AUTHORING = frozenset("circulate draft write sign propose table submit prepare issue sponsor".split())
NEAR = 3  # sentences over which a clause on anonymity applies back


def kind_of(link: Link, phrase: str, sentence: Sentence, head: int, *, owned: bool) -> Anonymity:
    """Return how much is told of who stands at the end of a chain; `phrase` is all that the text says of them."""
    if link.kind == "person":
        return "named"
    if link.kind in {"party", "outlet"}:
        return "institution"
    if link.kind == "document":
        return "institution" if owned or _has_author(sentence, head) else "unnamed"
    if WITHHELD.search(phrase) or SOURCE_NOUN.search(link.name) or CLOSE.search(phrase) or PEOPLE.search(link.name):
        return "anonymous"
    return "institution" if _is_body(sentence, head) else "unnamed"


def _has_author(sentence: Sentence, head: int) -> bool:
    """A paper named with capitals, or as joint or signed, is somebody's: "a United Nations report"."""
    first, last = sentence.reach(head)
    own = sentence.tokens[first:last]
    for clause in children(sentence, head, "acl"):
        if sentence.tokens[clause].lemma in AUTHORING and children(sentence, clause, "obl:agent", "obl"):
            return True
    return any(_names_author(t) and t.index < head for t in own) or any(
        t.lemma.lower() in {"joint", "sign", "official"} for t in own
    )


def _names_author(token: Token) -> bool:
    """A name, or a capital that no sentence's beginning explains: "the Israeli readout"."""
    return token.upos == "PROPN" or (token.index > 0 and token.text[:1].isupper())


def _is_body(sentence: Sentence, head: int) -> bool:
    token = sentence.tokens[head]
    low = token.lemma.lower()
    opening = head == 0 and token.xpos == "NNPS" and not any(name.first == 0 for name in sentence.names)
    organisation = any(name.kind == "ORG" and name.first <= head < name.last for name in sentence.names)
    if token.upos == "PROPN" and not opening and (organisation or low not in titles()):  # "Medics said" names nobody
        return True
    if low in PART or low in {"few", "side", "critic", "media", "press"}:
        return False
    return low in BODIES or token.text.lower() in ARMED


def count_of(phrase: str) -> int | None:
    """Return how many people a phrase says they are, None where it does not.

    >>> count_of("two people familiar with the plan"), count_of("a senior official"), count_of("sources")
    (2, 1, None)
    """
    if re.search(r"\band (?:a|an|one|two|three|several|other)\b", phrase):
        return None
    phrase = re.sub(r"^(?:(?:to|by|from|with) )?[\"“‘]? ?", "", phrase)
    match = COUNT.match(phrase)
    word = match[1].lower() if match else ""
    if word.isdigit():
        return int(word)
    if phrase.lower().startswith(("the second", "the third", "the first", "the other")):
        return 1
    return 1 if word in SINGLE else NUMBER.get(word)


def reason_in(text: str) -> str | None:
    """Return why somebody stays unnamed, as said.

    >>> reason_in("An aide, speaking on condition of anonymity because the talks are secret, said no.")
    'because the talks are secret'
    """
    match = WHY.search(text)
    uncleared = UNCLEARED.search(text)
    found = match[1] if match else uncleared[1] if uncleared else None
    if found is None:
        return None
    cut = END.search(found)
    found = (found[: cut.start()] if cut else found).strip(" ,")
    if THEM.match(found) and (before := SENSITIVE.match(text)):
        return before[1].strip()
    return found


class Withheld(msgspec.Struct, frozen=True, kw_only=True):
    """Clauses on anonymity in sentences of their own, by the number of each saying that they apply back to."""

    reasons: dict[int, str | None]

    def applied(self, number: int, way: Way) -> Way:
        """Return a way whose people are anonymous where a clause says so, with the reason it gives."""
        if number not in self.reasons or way.anonymity not in {"unnamed", "anonymous"}:
            return way
        return msgspec.structs.replace(way, anonymity="anonymous", reason=way.reason or self.reasons[number])


def withheld_in(parsed: Parsed, sayings: tuple[Saying, ...], ways: dict[int, Way]) -> Withheld:
    """Find the clauses on anonymity that speak of sources named before, in their own sentence or up to three back."""
    reasons: dict[int, str | None] = {}
    for sentence in parsed.sentences:
        text = parsed.text[sentence.start : sentence.end]
        match = WITHHELD.search(text)
        if match is None:
            continue
        subject = _whom(sentence, sentence.start + match.start())
        whom = subject.lemma.lower() if subject is not None else None
        people = [
            number
            for number, way in ways.items()
            if sentence.index - NEAR <= sayings[number].sentence <= sentence.index
            and way.anonymity in {"unnamed", "anonymous"}
            and _is_meant(way, whom)
        ]
        here = [number for number in people if sayings[number].sentence == sentence.index]
        if subject is not None and here and not _points_back(sentence, subject):
            people = here  # "one official, who would not be named, said" is none of those before
        for number in people if whom else people[-1:]:
            reasons.setdefault(number, reason_in(text))
    numbers = {saying.key: number for number, saying in enumerate(sayings)}
    for number, way in ways.items():
        meant = numbers.get(sayings[number].like or (-1, -1))
        if meant in reasons and _are_several(parsed, sayings[meant]):  # "one of them" is no better known than they are
            reasons.setdefault(number, reasons[meant])
        same = [one for one in reasons if ways[one].links == way.links]
        if same:
            reasons.setdefault(number, reasons[same[0]])
    return Withheld(reasons=reasons)


def _are_several(parsed: Parsed, saying: Saying) -> bool:
    head = saying.speaker
    return head is not None and parsed.sentences[saying.sentence].tokens[head].xpos in {"NNS", "NNPS"}


def _points_back(sentence: Sentence, subject: Token) -> bool:
    dets = {sentence.tokens[one].text.lower() for one in children(sentence, subject.index, "det")}
    return bool(dets & {"the", "these", "those", "both", "all"})


def _whom(sentence: Sentence, at: int) -> Token | None:
    """The noun that a clause on anonymity speaks of; None for "they" and "all of them"."""
    token = min(sentence.tokens, key=lambda one: abs(one.start - at))
    for index in (token.index, *sentence.ancestors(token.index)):
        for one in sentence.children[index]:
            subject = sentence.tokens[one]
            if subject.rel.startswith("nsubj") and subject.lemma.lower() not in {"name", "identity"}:
                if subject.upos == "PRON" and subject.xpos in {"WP", "WDT"} and sentence.tokens[index].head >= 0:
                    subject = sentence.tokens[sentence.tokens[index].head]
                return subject if subject.upos == "NOUN" else None
        if sentence.tokens[index].rel in {"acl", "acl:relcl"}:
            above = sentence.tokens[sentence.tokens[index].head]
            return above if above.upos == "NOUN" else None
    return None


def _is_meant(way: Way, whom: str | None) -> bool:
    """A clause on "the sources" or "the diplomats" means those named by that word, one on "people" anybody."""
    if whom is None or whom in {"source", "people", "person"}:
        return True
    return whom in way.links[-1].name.lower() or whom.rstrip("s") in way.links[-1].name.lower()
