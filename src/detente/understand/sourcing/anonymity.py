"""Named, institution, unnamed or anonymous; how many; and why they stay unnamed, also where another sentence tells it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from detente.language import Parsed, Sentence
from detente.lexicon.roles import titles
from detente.model import Anonymity, Link
from detente.understand.grammar import children
from detente.understand.sayings import Saying
from detente.understand.sayings.scene import PART
from detente.understand.sayings.voices import BODIES

if TYPE_CHECKING:
    from detente.understand.sourcing.chains import Way

SOURCE_NOUN = re.compile(r"\b(?:sources?|insiders?|circles|tipsters?|informants?)\b", re.IGNORECASE)
PEOPLE = re.compile(r"^(?:(?:the|some|several|many|most|other|a|an|\d+|one|two|three|four|five|six|seven|eight|nine|ten|dozens of) )*(?:people|persons?|individuals?)\b(?! (?:in|from|of) the (?:queue|crowd|street|city|town|village|camp))", re.IGNORECASE)  # fmt: skip
WITHHELD = re.compile(
    r"\banonymity\b|\banonymous(?:ly)?\b|\bnot (?:to )?(?:be |give |using )?(?:named|identified|quoted by name|be identified|be named)\b"
    r"|\b(?:declin|refus|ask|request|want|insist|prefer)\w* (?:not )?(?:to be|being) (?:named|identified|quoted)|\bnames? used\b|\bunnamed\b|\bunidentified\b"
    r"|\bwas not (?:named|identified)\b|\bdid not (?:name|identify)\b|\bnot give (?:his|her|their) names?\b"
    r"|\bnames? (?:be |were |was |is |are )?(?:withheld|not be used)\b|\bforbid naming\b|\bagreed to be (?:named|identified)\b"
    r"|\bnot (?:authori[sz]ed|permitted|allowed|cleared|entitled) to (?:speak|talk|brief|discuss|comment|disclose)|\bunauthori[sz]ed to speak"
    r"|\bif named\b|\bnames? (?:did|do|does|would|should) not appear|\ballowed to (?:give|use) (?:his|her|their) names?|\bnames? it withheld"
    r"|\bon background\b|\bnot be identified\b|\bnot to be (?:named|identified)\b",
    re.IGNORECASE,
)
CLOSE = re.compile(r"\b(?:familiar with|briefed on|with (?:direct )?knowledge of|close to|privy to|involved in the|with insight into|aware of the)\b", re.IGNORECASE)  # fmt: skip
WHY = re.compile(
    r"(?:anonym\w+|named|identified|withheld|names?|nam(?:e|ing) \w+)\b[^.;“”\"]{0,60}?[ ,]((?:because|since|as(?! saying| telling| having)|given|owing to|due to|citing"
    r"|in order to|so as not to|to (?!be (?:named|identified))|for fear of|out of fear|fearing)\b[^.;“”\"]{3,140})",
    re.IGNORECASE,
)
UNCLEARED = re.compile(r"\b((?:not (?:authori[sz]ed|permitted|allowed|cleared|entitled)|unauthori[sz]ed) to [^.;,“”\"]{3,80})", re.IGNORECASE)  # fmt: skip
END = re.compile(r",? (?:said|told|says|added|described|confirmed|warned|and spoke|and asked)\b|,$")
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
    return any(t.upos == "PROPN" and t.index < head for t in own) or any(
        t.lemma.lower() in {"joint", "sign", "official"} for t in own
    )


def _is_body(sentence: Sentence, head: int) -> bool:
    token = sentence.tokens[head]
    low = token.lemma.lower()
    if token.upos == "PROPN" and low not in titles():
        return True
    if low in PART or low in {"few", "side", "critic"}:
        return False
    return low in BODIES or token.text.lower() in ARMED


def count_of(phrase: str) -> int | None:
    """Return how many people a phrase says they are, None where it does not.

    >>> count_of("two people familiar with the plan"), count_of("a senior official"), count_of("sources")
    (2, 1, None)
    """
    if re.search(r"\band (?:a|an|one|two|three|several|other)\b", phrase):
        return None
    phrase = re.sub(r"^(?:to|by|from|with) ", "", phrase)
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
        whom = _whom(sentence, sentence.start + match.start())
        people = [
            number
            for number, way in ways.items()
            if sentence.index - NEAR <= sayings[number].sentence <= sentence.index
            and way.anonymity in {"unnamed", "anonymous"}
            and _is_meant(way, whom)
        ]
        for number in people if whom else people[-1:]:
            reasons.setdefault(number, reason_in(text))
    for number, way in ways.items():
        same = [one for one in reasons if ways[one].links == way.links]
        if same:
            reasons.setdefault(number, reasons[same[0]])
    return Withheld(reasons=reasons)


def _whom(sentence: Sentence, at: int) -> str | None:
    """The noun that a clause on anonymity speaks of, in the singular; None for "they" and "all of them"."""
    token = min(sentence.tokens, key=lambda one: abs(one.start - at))
    for index in (token.index, *sentence.ancestors(token.index)):
        for one in sentence.children[index]:
            subject = sentence.tokens[one]
            if subject.rel.startswith("nsubj"):
                if subject.upos == "PRON" and subject.xpos in {"WP", "WDT"} and sentence.tokens[index].head >= 0:
                    subject = sentence.tokens[sentence.tokens[index].head]
                return subject.lemma.lower() if subject.upos == "NOUN" else None
        if sentence.tokens[index].rel in {"acl", "acl:relcl"}:
            above = sentence.tokens[sentence.tokens[index].head]
            return above.lemma.lower() if above.upos == "NOUN" else None
    return None


def _is_meant(way: Way, whom: str | None) -> bool:
    """A clause on "the sources" or "the diplomats" means those named by that word, one on "people" anybody."""
    if whom is None or whom in {"source", "people", "person"}:
        return True
    return whom in way.links[-1].name.lower() or whom.rstrip("s") in way.links[-1].name.lower()
