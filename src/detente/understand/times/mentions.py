"""A resolved expression → the When that the record keeps, and the mention that ties it to sentence and event."""

import re
from datetime import date
from functools import cache

import msgspec

from detente.language.parsed import Parsed, Sentence
from detente.lexicon.times import words_of_class
from detente.model import Precision, Span, When
from detente.understand.times.nouns import Meaning, Range
from detente.understand.times.periods import add_days
from detente.understand.times.resolve import Frame, Resolved

ENDS = frozenset({"by", "until", "before"})  # relations whose start is open
STARTS = frozenset({"since", "from", "after"})  # relations whose end is open
REACH = 24  # characters before an expression in which its relation word stands


class Expression(msgspec.Struct, frozen=True, kw_only=True):
    """A meaning and where it stands: its sentence and half-open tokens."""

    meaning: Meaning
    sentence: int
    first: int
    last: int


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


def mention_of(
    parsed: Parsed, one: Expression, resolved: Resolved, frame: Frame, relation: str | None, event: int | None
) -> TimeMention:
    """Return the mention of a resolved expression; the ends of a range become its parts."""
    parts: tuple[TimeMention, ...] = ()
    bound = relation
    if isinstance(one.meaning, Range) and resolved.ends is not None:
        pieces = zip((one.meaning.start, one.meaning.end), resolved.ends, strict=True)
        parts = tuple(
            mention_of(
                parsed,
                Expression(meaning=piece.meaning, sentence=one.sentence, first=piece.first, last=piece.last),
                end, frame, None, event,
            )
            for piece, end in pieces
        )  # fmt: skip
        bound = None
    sentence = parsed.sentences[one.sentence]
    span = _span(parsed, sentence, one.first, one.last)
    return TimeMention(
        when=_when(span, resolved, frame, relation, bound),
        sentence=one.sentence,
        first=one.first,
        last=one.last,
        event=event,
        days=(resolved.first, resolved.last),
        parts=parts,
    )


def _span(parsed: Parsed, sentence: Sentence, first: int, last: int) -> Span:
    start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
    return Span(start=start, end=end, quote=parsed.text[start:end])


def _when(span: Span, resolved: Resolved, frame: Frame, relation: str | None, bound: str | None) -> When:
    earliest, latest, precision = bounded(resolved, bound)
    return When(
        as_said=span.quote,
        span=span,
        type=resolved.type,
        value=resolved.value,
        mod=resolved.mod,
        earliest=earliest,
        latest=latest,
        precision=precision,
        relation=relation,
        anchor=_iso(resolved.anchor or frame.spoken),
        cue=resolved.cue,
        warnings=(*resolved.warnings, *_too_late(resolved, frame)),
    )


def bounded(resolved: Resolved, relation: str | None) -> tuple[str | None, str | None, Precision]:
    """Return the interval that a relation word makes of the days an expression names.

    "By" and "until" leave the start open, "since" and "from" the end; "before" ends the day before, "after" begins on
    the last of the days.
    """
    earliest, latest = resolved.moment or _iso(resolved.first), resolved.moment or _iso(resolved.last)
    if resolved.first is None or resolved.type == "DURATION" or relation not in ENDS | STARTS:
        return earliest, latest, resolved.precision
    if relation in ENDS:
        whole_days = relation == "before" and not resolved.moment and resolved.mod is None
        return None, _iso(add_days(resolved.first, -1)) if whole_days else latest, "within"
    return (latest if relation == "after" else earliest), None, "within"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _too_late(resolved: Resolved, frame: Frame) -> tuple[str, ...]:
    """Warn of a day told as past that lies after the page's own."""
    told_past = frame.direction == "past" and (frame.cue or "").startswith("tense")
    if frame.spoken is None or not told_past or resolved.first is None or resolved.first <= frame.spoken:
        return ()
    return (f"told as past, but {resolved.first.isoformat()} is later than the page's own day",)


@cache
def _relations() -> tuple[re.Pattern[str], dict[str, str]]:
    words = {word: str(value) for word, value in words_of_class("RELATION").items()}
    listed = "|".join(sorted(words, key=len, reverse=True))
    return re.compile(rf"\b({listed})(?:\s+(?:on|in|at|as soon as))?\s+(?:the\s+)?$", re.IGNORECASE), words


def relation_of(text: str, sentence: Sentence, first: int) -> str | None:
    """Return the relation word before an expression, in its plain form: "no later than" is by.

    >>> from detente.language.parsed import Token
    >>> token = Token(index=0, start=14, end=20, text="Friday", lemma="", upos="", xpos="", head=-1, rel="")
    >>> relation_of("No later than Friday", Sentence(index=0, start=0, end=20, tokens=(token,)), 0)
    'by'
    """
    pattern, words = _relations()
    start = sentence.tokens[first].start
    match = pattern.search(text, max(sentence.start, start - REACH), start)
    return words[match[1].lower()] if match else None
