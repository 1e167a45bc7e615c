"""By when an act is due: the time on it, counted from the day that the agreement itself counts from."""

import re
from datetime import date

import msgspec

from detente.language import Parsed, Sentence
from detente.model import Document, Span, When
from detente.understand.grammar import conjuncts
from detente.understand.times import TimeMention
from detente.understand.times.periods import add_days, add_months

DUE = frozenset({"by", "within", "before", "until", "on", "from", "after", "in", "at", "no later than", "since", None})
ORDINALS = {
    word: number
    for number, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)
}
DAY_AFTER = re.compile(
    r"\b(?:(?:on|by|from|no later than|not later than|at the latest on|before)\s+)?(?:the\s+)?(?P<nth>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,3}(?:st|nd|rd|th))"
    r"\s+day\s+(?:after|following|from|of)\s+(?P<what>(?:the|this|its)\s+[\w-]+(?:\s+(?:of|into)\s+(?:the\s+|this\s+)?[\w-]+)*)",
    re.IGNORECASE,
)
D_DAY = re.compile(r"\bD(?:-Day)?\s*\+\s*(?P<number>\d{1,3})(?:\s*(?P<unit>hours?|days?))?\b")
FROM = re.compile(
    r"\s*(?:of|after|from|following|upon)\s+(?P<what>(?:the|this|its|their)\s+[\w-]+(?:\s+(?:of|into)\s+(?:the\s+|this\s+|all\s+)?[\w-]+)*)",
    re.IGNORECASE,
)
LENGTH = re.compile(r"^P(?:T(?P<hours>\d+)H|(?P<days>\d+)D|(?P<weeks>\d+)W|(?P<months>\d+)M)$")
SIGNING = re.compile(
    r"\b(?:signing|signature|conclusion) of (?:this|the)? ?(?:agreement|document|declaration|protocol|accord|memorandum|mou|treaty|pact|understanding)\b|\b(?:its|the) (?:signing|signature)$",
    re.IGNORECASE,
)
FORCE = re.compile(r"\b(?:entry|coming|entering) into (?:force|effect)\b", re.IGNORECASE)
CEASING = re.compile(r"\b(?:ceasefire|truce|cessation of hostilities)\b", re.IGNORECASE)
STARTS = re.compile(r"\b(?:start|begin|effect|commenc)")
TRUCE = re.compile(r"^(?:the|this)\s+(?:ceasefire|truce|cessation)\b", re.IGNORECASE)


class Days(msgspec.Struct, frozen=True, kw_only=True):
    """The days that an agreement counts from: its signing, its entry into force, the start of its truce."""

    signed: date | None = None
    force: date | None = None
    truce: date | None = None

    def of(self, what: str) -> date | None:
        """Return the day that words such as "the signing of this Agreement" mean, where the agreement tells it."""
        if FORCE.search(what):
            return self.force
        if SIGNING.search(what):
            return self.signed
        return self.truce if TRUCE.search(what) else None


def days_of(parsed: Parsed, times: tuple[TimeMention, ...], document: Document) -> Days:
    """Return the days that an agreement counts from."""
    signed = date.fromisoformat(document.published[:10]) if document.published else None
    text = document.text
    force = truce = None
    match = re.search(
        r"enters? into force\s+(?:(?P<hours>\d+) hours (?:after|of) its signature|(?:up)?on (?:its |the )?(?:signature|signing))",
        text,
    )
    if match and signed:
        force = _added(signed, hours=int(match["hours"] or 0))
    for time in times:
        sentence = parsed.sentences[time.sentence]
        before = text[sentence.start : sentence.tokens[time.first].start]
        begins = time.when.relation in {"from", "on", "at"} or STARTS.search(text, sentence.start, sentence.end)
        if time.when.earliest and CEASING.search(before) and begins:
            truce = truce or date.fromisoformat(time.when.earliest[:10])
    return Days(signed=signed, force=force, truce=truce)


def due(
    sentence: Sentence, act: int, until: int, times: list[TimeMention], days: Days, document: Document
) -> tuple[When, Span] | None:
    """Return by when an act is due and the words that say so; `until` is the token at which its stretch ends."""
    for time in times:
        if _hangs_on(sentence, time, act, until) and time.when.relation in DUE and time.when.type != "SET":
            found = _counted(sentence, time, days, document)
            if found is not None and not _is_past(found[0], days):
                return found
    return _ordinal(sentence, act, until, days, document)


def _is_past(when: When, days: Days) -> bool:
    """Whether a time is over when the agreement is signed: "the cessation begun on 5 October" sets nobody a term."""
    return bool(days.signed and when.latest and date.fromisoformat(when.latest[:10]) < days.signed)


def _hangs_on(sentence: Sentence, time: TimeMention, act: int, until: int) -> bool:
    """Whether a time is the act's own: on it, or below it outside any clause that tells of something else."""
    if (
        time.when.relation is None
        and time.event is not None
        and sentence.tokens[time.event].upos in {"NOUN", "PROPN"}
        and time.event != act
    ):
        return False  # "the agreement of 19 January"
    for at in (time.first, *sentence.ancestors(time.first)):
        token = sentence.tokens[at]
        if at == act:
            return True
        apart = token.rel in {"acl", "advcl"} and not _is_ending(sentence, at)
        if token.rel in {"acl:relcl", "ccomp"} or (apart and not _is_term_of_all(sentence, time, at)):
            return False
        if token.rel == "conj" and token.upos in {"VERB"} and at != act:
            return False
    return act <= time.first < until and time.first - act < 4


def _is_term_of_all(sentence: Sentence, time: TimeMention, at: int) -> bool:
    """A term is the act's, also where it hangs on a participle: "release all persons held in detention within ten days"."""
    return time.when.relation in {"within", "no later than"} and sentence.tokens[at].xpos in {"VBN", "VBG"}


def _is_ending(sentence: Sentence, at: int) -> bool:
    """A clause that tells how the act itself runs: "starting on", "to be completed by", "with a constitution entering into force by"."""
    return sentence.tokens[at].lemma.lower() in {
        "start",
        "begin",
        "complete",
        "finish",
        "end",
        "enter",
        "conclude",
        "commence",
    }


def _counted(sentence: Sentence, time: TimeMention, days: Days, document: Document) -> tuple[When, Span] | None:
    when = time.when
    start, end = sentence.tokens[time.first].start, sentence.tokens[time.last - 1].end
    if when.type != "DURATION":
        return (when, document.span(start, end)) if when.earliest or when.latest else None
    if when.relation not in {"within", "by", "in", "before", "after", None}:
        return None
    match = FROM.match(document.text, end, sentence.end)
    length = LENGTH.match(when.value or "")
    words = document.span(_from_relation(sentence, time), match.end() if match else end)
    anchor = days.of(match["what"]) if match else None
    if anchor is None or length is None:
        return msgspec.structs.replace(when, as_said=words.quote, span=words, earliest=None, latest=None), words
    last = _added(anchor, **{unit: int(number or 0) for unit, number in length.groupdict().items()})
    return (
        msgspec.structs.replace(
            when, as_said=words.quote, span=words, earliest=None, latest=last.isoformat(), precision="within", relation="by",
            anchor=anchor.isoformat(), cue=f"counted from {match['what'] if match else ''}",
        ),
        words,
    )  # fmt: skip


def _from_relation(sentence: Sentence, time: TimeMention) -> int:
    before = sentence.tokens[max(0, time.first - 1)]
    return before.start if before.text.lower() in {"within", "after", "in"} else sentence.tokens[time.first].start


def _added(anchor: date, *, hours: int = 0, days: int = 0, weeks: int = 0, months: int = 0) -> date:
    """The day a length after another; hours begun count as days.

    >>> _added(date(2024, 1, 31), months=1), _added(date(2024, 1, 31), hours=36)
    (datetime.date(2024, 2, 29), datetime.date(2024, 2, 2))
    """
    return add_days(add_months(anchor, months), days + 7 * weeks - (-hours // 24))


def _ordinal(sentence: Sentence, act: int, until: int, days: Days, document: Document) -> tuple[When, Span] | None:
    """A day counted after something: "on the fifth day after the pullback", "D + 30"."""
    for pattern in (DAY_AFTER, D_DAY):
        for match in pattern.finditer(document.text, sentence.start, sentence.end):
            token = next((token.index for token in sentence.tokens if token.start >= match.start()), 0)
            if not _below(sentence, token, act, until):
                continue
            span = document.span(match.start(), match.end())
            number = int(match["number"]) if pattern is D_DAY else _number(match["nth"])
            hours = pattern is D_DAY and (match["unit"] or "").startswith("hour")
            anchor = days.force if pattern is D_DAY else days.of(match["what"])
            day = _added(anchor, **{"hours" if hours else "days": number}) if anchor else None
            value = day.isoformat() if day else None
            late = "later" in match.group().lower() or "latest" in match.group().lower() or pattern is D_DAY
            return (
                When(
                    as_said=span.quote, span=span, type="DATE", earliest=None if late else value, latest=value,
                    precision=("within" if late else "day") if value else "unresolved", relation="by" if late else "on",
                    anchor=anchor.isoformat() if anchor else None,
                ),
                span,
            )  # fmt: skip
    return None


def _number(word: str) -> int:
    return ORDINALS.get(word.lower()) or int(re.sub(r"\D", "", word))


def _below(sentence: Sentence, token: int, act: int, until: int) -> bool:
    if act <= token < until:
        return True
    others = [one for one in conjuncts(sentence, act) if one != act]
    return token < act and not any(token < other < act for other in others)
