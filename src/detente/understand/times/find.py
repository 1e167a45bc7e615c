"""Every time expression of a parsed page, in reading order, resolved and tied to its event."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from detente.language.parsed import Parsed, Sentence
from detente.model import Document
from detente.understand.grammar import child
from detente.understand.stretches import head, in_headline
from detente.understand.times.anchors import outlet_of, page_day, paragraphs, week_start
from detente.understand.times.direction import direction_of
from detente.understand.times.lengths import hung
from detente.understand.times.mentions import ENDS, Expression, TimeMention, mention_of, relation_of
from detente.understand.times.narrative import advanced, is_history, years_in
from detente.understand.times.patterns import grammar
from detente.understand.times.periods import Period
from detente.understand.times.resolve import Frame, resolve
from detente.understand.times.speech import day_said, quotations

FRESH = 2  # sentences for which what was told last is still what "that day" or "the day" means


def find_times(parsed: Parsed, document: Document) -> tuple[TimeMention, ...]:
    """Return the time expressions of a parsed document in order.

    Where the page has no date, only what the text dates itself has days: in full, or by the year that it told last.
    """
    found = list(expressions(parsed))
    page = _Page(parsed, document, found)
    return tuple(
        mention
        for number, own in groupby(found, key=lambda one: one.sentence)
        for mention in page.read(parsed.sentences[number], list(own))
    )


def expressions(parsed: Parsed) -> Iterator[Expression]:
    """Yield the expressions of a text, as said and not yet resolved."""
    for sentence in parsed.sentences:
        for word in grammar().reduce(sentence.tokens):
            meaning = word.values.get("TIME")
            if meaning is not None and not _in_a_name(sentence, word.first, word.last):
                yield Expression(meaning=meaning, sentence=sentence.index, first=word.first, last=word.last)


def _in_a_name(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether the words are part of a longer name: "USA Today", "the Friday Times"."""
    if any(token.text.isdigit() for token in sentence.tokens[first:last]):
        return False
    return any(
        name.kind in {"ORG", "PER"}
        and name.first <= first
        and last <= name.last
        and last - first < name.last - name.first
        for name in sentence.names
    )


class _Page:
    """Reads a page's sentences in order, with what the text has told so far."""

    def __init__(self, parsed: Parsed, document: Document, found: Sequence[Expression]) -> None:
        self.parsed, self.document = parsed, document
        self.spoken = page_day(document)
        self.history = is_history([one.meaning for one in found], self.spoken)
        self.week_start = week_start(document)
        outlet = outlet_of(document)
        self.zone = outlet.zone if outlet else None
        self.paragraph = paragraphs(parsed)
        self.quotations = quotations(parsed, self.paragraph)
        self.told: Period | None = None
        self.told_at = -FRESH - 1
        self.background = False  # the paragraph tells of an earlier year
        self.said: date | None = None  # the day on which what the paragraph quotes was said
        self.here = -1

    def read(self, sentence: Sentence, own: list[Expression]) -> tuple[TimeMention, ...]:
        """Return the mentions of one sentence: first what the page tells, then what it quotes."""
        if self.paragraph[sentence.index] != self.here:
            self.here, self.background, self.said = self.paragraph[sentence.index], False, None
        inside = self.quotations.get(sentence.index, frozenset())
        made: dict[int, TimeMention] = {}
        for one in sorted(own, key=lambda one: (one.first in inside, one.first)):
            if one.first in inside and self.said is None:
                self.said = day_said(sentence, list(made.values()))
            spoken = self.said if one.first in inside and self.said else self.spoken
            made[one.first] = self._resolve(sentence, one, spoken)
        self.said = day_said(sentence, list(made.values())) or self.said
        return hung(sentence, own, [made[one.first] for one in own])

    def _resolve(self, sentence: Sentence, one: Expression, spoken: date | None) -> TimeMention:
        relation = relation_of(self.parsed.text, sentence, one.first)
        event = event_of(sentence, one.first, one.last)
        inside = self.quotations.get(sentence.index, frozenset())
        if event in inside and one.first not in inside:
            event = _outside(sentence, one, inside)
        headline = in_headline(self.document, sentence)
        direction, cue = direction_of(sentence, event, relation, headline=headline)
        behind = relation != "since" and (direction != "future" or cue.startswith("tense"))
        frame = Frame(
            spoken=spoken, told=self.told, history=self.history, background=self.spoken is None or (self.background and behind),
            fresh=one.sentence - self.told_at <= FRESH, direction=direction, cue=cue, week_start=self.week_start,
            deadline=relation in ENDS, zone=self.zone,
        )  # fmt: skip
        resolved = resolve(one.meaning, frame)
        if resolved.period is not None and resolved.type in {"DATE", "TIME"}:
            self.told = advanced(self.told, resolved.period, one.meaning, sentence, one.first, one.last)
            self.told_at = one.sentence
            if years_in(one.meaning) and self.spoken and relation not in {"since", *ENDS}:
                self.background = resolved.period.first.year < self.spoken.year
        return mention_of(self.parsed, one, resolved, frame, relation, event)


def event_of(sentence: Sentence, first: int, last: int) -> int | None:
    """Return the nearest predicate that an expression hangs on, else the word above it.

    What stands before "that" or "to" belongs to the verb above: "announced on Friday that", "agreed on Sunday to".
    """
    above = sentence.ancestors(head(sentence, first, last))
    event = next((i for i in above if i in sentence.predicate_at), above[0] if above else None)
    while event is not None and sentence.tokens[event].head >= 0 and _opens_behind(sentence, event, last):
        event = sentence.tokens[event].head
    return event


def _opens_behind(sentence: Sentence, event: int, last: int) -> bool:
    mark = child(sentence, event, "mark")
    return mark is not None and last <= mark < event and sentence.tokens[event].head < last


def _outside(sentence: Sentence, one: Expression, inside: frozenset[int]) -> int | None:
    """Return the event nearest to an expression among those outside quotation marks, where itself stands outside."""
    events = [index for index in sentence.predicate_at if index not in inside]
    return min(events, key=lambda index: abs(index - one.first), default=None)
