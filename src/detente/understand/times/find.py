"""Every time expression of a parsed page, in reading order, resolved and tied to its event."""

import re
from collections.abc import Iterator
from datetime import date

import msgspec

from detente.language.parsed import Parsed, Sentence
from detente.model import Document, When
from detente.understand.stretches import head
from detente.understand.times.anchors import page_day, paragraphs, week_start
from detente.understand.times.direction import direction_of
from detente.understand.times.narrative import advanced, is_history, years_in
from detente.understand.times.nouns import (
    Meaning,
    Piece,
    Range,
)
from detente.understand.times.patterns import grammar
from detente.understand.times.periods import Period, add_days
from detente.understand.times.resolve import Frame, Resolved, resolve

BOUNDS = {
    "by": "by", "no later than": "by", "before": "before", "prior to": "before", "ahead of": "ahead of", "until": "until",
    "till": "until", "through": "until", "since": "since", "after": "after", "following": "after", "from": "since", "as of": "since",
    "starting": "since", "beginning": "since", "effective": "since", "within": "within", "on": "on", "in": "in", "at": "at",
    "during": "during", "for": "for", "over": "over", "throughout": "throughout", "between": "between", "around": "around",
}  # fmt: skip
RELATION = re.compile(
    rf"\b({'|'.join(sorted(BOUNDS, key=len, reverse=True))})(?:\s+(?:on|in|at|as soon as))?\s+(?:the\s+)?$",
    re.IGNORECASE,
)


FRESH = 2  # sentences for which what was told last is still what "that day" or "the day" means


class TimeMention(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression: the When, its sentence and tokens (half-open), and the event it hangs on.

    `days` are the first and last day that the expression names itself, before a relation word opens an end: for "by
    August 18" it is that day twice, while the When ends there and has no start. A range has its two ends as `parts`,
    which TIMEX3 counts as expressions of their own.
    """

    when: When
    sentence: int
    first: int
    last: int
    event: int | None = None
    days: tuple[date | None, date | None] = (None, None)
    parts: tuple["TimeMention", ...] = ()


class Expression(msgspec.Struct, frozen=True, kw_only=True):
    """A meaning and where it stands: its sentence and half-open tokens."""

    meaning: Meaning
    sentence: int
    first: int
    last: int


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


def find_times(parsed: Parsed, document: Document) -> tuple[TimeMention, ...]:
    """Return the time expressions of a parsed document in order.

    Where the page has no date, only what the text dates itself has days.
    """
    spoken = page_day(document)
    found = list(expressions(parsed))
    history = is_history([one.meaning for one in found], spoken)
    where = paragraphs(parsed)
    headlines = [(r.start, r.end) for r in document.stretches("headline")]
    start = week_start(document)
    told: Period | None = None
    paragraph = -1
    distant, last_told = False, -FRESH - 1
    mentions = []
    for one in found:
        sentence = parsed.sentences[one.sentence]
        if where[one.sentence] != paragraph:
            paragraph, distant = where[one.sentence], False
        headline = any(a <= sentence.start < b for a, b in headlines)
        relation = _relation(parsed.text, sentence, one.first)
        event = event_of(sentence, one.first, one.last)
        direction, cue = direction_of(sentence, event, relation, headline=headline)
        frame = Frame(
            spoken=spoken,
            told=told,
            history=history,
            background=distant and direction != "future" and relation != "since",
            fresh=one.sentence - last_told <= FRESH,
            direction=direction,
            cue=cue,
            week_start=start,
            headline=headline,
            deadline=relation in {"by", "before", "until"},
        )
        mention, resolved = _mention(parsed.text, sentence, one, frame, relation, event)
        mentions.append(mention)
        if resolved.period is not None and resolved.type in {"DATE", "TIME"}:
            told = advanced(told, resolved.period, one.meaning, sentence, one.first, one.last)
            last_told = one.sentence
            if years_in(one.meaning) and spoken and relation not in {"since", "until", "by"}:
                distant = resolved.period.first.year < spoken.year - 1
    return tuple(mentions)


def _mention(
    text: str, sentence: Sentence, one: Expression, frame: Frame, relation: str | None, event: int | None
) -> tuple[TimeMention, Resolved]:
    resolved = resolve(one.meaning, frame)
    parts: tuple[TimeMention, ...] = ()
    if isinstance(one.meaning, Range):
        parts = tuple(
            _piece(text, sentence, piece, one, frame, event) for piece in (one.meaning.start, one.meaning.end)
        )
    when = _when(text, sentence, one.first, one.last, resolved, frame, relation)
    mention = TimeMention(
        when=when, sentence=one.sentence, first=one.first, last=one.last, event=event, days=(resolved.first, resolved.last), parts=parts,
    )  # fmt: skip
    return mention, resolved


def _piece(
    text: str, sentence: Sentence, piece: Piece, one: Expression, frame: Frame, event: int | None
) -> TimeMention:
    resolved = resolve(piece.meaning, frame)
    when = _when(text, sentence, piece.first, piece.last, resolved, frame, None)
    return TimeMention(
        when=when,
        sentence=one.sentence,
        first=piece.first,
        last=piece.last,
        event=event,
        days=(resolved.first, resolved.last),
    )


def _relation(text: str, sentence: Sentence, first: int) -> str | None:
    start = sentence.tokens[first].start
    match = RELATION.search(text, max(sentence.start, start - 24), start)
    return BOUNDS[match[1].lower()] if match else None


def _when(
    text: str, sentence: Sentence, first: int, last: int, resolved: Resolved, frame: Frame, relation: str | None
) -> When:
    start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
    earliest, latest = resolved.moment or _iso(resolved.first), resolved.moment or _iso(resolved.last)
    precision = resolved.precision
    if resolved.first is not None and resolved.type != "DURATION":
        if relation in {"by", "until", "before"}:
            earliest, precision = None, "within"
            if relation == "before" and not resolved.moment and resolved.mod is None:
                latest = _iso(add_days(resolved.first, -1))
        elif relation in {"since", "after"}:
            latest, precision = None, "within"
    warnings = resolved.warnings
    anchor = resolved.anchor or frame.spoken
    return When(
        as_said=text[start:end],
        type=resolved.type,
        value=resolved.value,
        mod=resolved.mod,
        earliest=earliest,
        latest=latest,
        precision=precision,
        relation=relation,
        anchor=_iso(anchor),
        cue=resolved.cue,
        warnings=warnings,
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def event_of(sentence: Sentence, first: int, last: int) -> int | None:
    """Return the nearest predicate that an expression hangs on, else the word above it."""
    above = sentence.ancestors(head(sentence, first, last))
    return next((i for i in above if i in sentence.predicate_at), above[0] if above else None)
