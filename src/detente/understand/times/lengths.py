"""Lengths that hang on a day: "two days after talks ended on Monday", "from 6 February, for 180 days"."""

from collections.abc import Sequence
from datetime import date

import msgspec

from detente.language.parsed import Sentence
from detente.understand.times.mentions import Expression, TimeMention
from detente.understand.times.nouns import Length, Meaning
from detente.understand.times.outlook import outlook
from detente.understand.times.periods import OF_THE_CLOCK, UNITS, add_days, added, containing, last_day

AFTER = {"after": 1, "following": 1, "from": 1, "before": -1}
STARTING = frozenset({"begin", "start", "commence"})


def hung(
    sentence: Sentence, expressions: Sequence[Expression], mentions: Sequence[TimeMention]
) -> tuple[TimeMention, ...]:
    """Return a sentence's mentions, the lengths among them resolved by the day that they hang on, where there is one."""
    return tuple(
        _settled(sentence, one.meaning, mention, mentions) for one, mention in zip(expressions, mentions, strict=True)
    )


def _settled(
    sentence: Sentence, meaning: Meaning, mention: TimeMention, mentions: Sequence[TimeMention]
) -> TimeMention:
    if not isinstance(meaning, Length) or not _countable(meaning) or mention.days != (None, None):
        return mention
    found = (rule(sentence, meaning, mention, mentions) for rule in RULES)
    return next((one for one in found if one is not None), mention)


def _countable(length: Length) -> bool:
    return length.number is not None and length.unit not in OF_THE_CLOCK and not length.age and length.mod is None


def _offset(
    sentence: Sentence, length: Length, mention: TimeMention, mentions: Sequence[TimeMention]
) -> TimeMention | None:
    """A length before or after an event whose own day the sentence tells."""
    tokens = sentence.tokens
    if mention.last >= len(tokens) or tokens[mention.last].text.lower() not in AFTER:
        return None
    way, mark = AFTER[tokens[mention.last].text.lower()], tokens[mention.last]
    within = [m for m in mentions if m.event == mark.head > mark.index and m.first > mention.last and _one_day(m)]
    if len(within) != 1 or within[0].days[0] is None or length.number is None:
        return None
    day = added(within[0].days[0], way * length.number, length.unit)
    when = msgspec.structs.replace(
        mention.when,
        earliest=day.isoformat(),
        latest=day.isoformat(),
        precision="day",
        anchor=within[0].days[0].isoformat(),
        cue=f"{mark.text.lower()} {within[0].when.as_said}",
    )
    return msgspec.structs.replace(mention, when=when, days=(day, day))


def _one_day(mention: TimeMention) -> bool:
    return mention.days[0] is not None and mention.days[0] == mention.days[1] and mention.when.type in {"DATE", "TIME"}


def _lasting(
    sentence: Sentence, length: Length, mention: TimeMention, mentions: Sequence[TimeMention]
) -> TimeMention | None:
    """A length with its start: both days counted, so that 180 days from 6 February end on 3 August."""
    starts = [m for m in mentions if _one_day(m) and _starts(sentence, m)]
    first = starts[0].days[0] if len(starts) == 1 else None
    if mention.when.relation != "for" or first is None or length.number is None:
        return None
    last = add_days(added(first, length.number, length.unit), -1)
    when = msgspec.structs.replace(
        mention.when,
        earliest=first.isoformat(),
        latest=last.isoformat(),
        precision="days",
        anchor=first.isoformat(),
        cue=f"from {starts[0].when.as_said}",
    )
    return msgspec.structs.replace(mention, when=when, days=(first, last))


def _starts(sentence: Sentence, mention: TimeMention) -> bool:
    if mention.when.relation == "from":
        return True
    return mention.event is not None and sentence.tokens[mention.event].lemma.lower() in STARTING


def _ahead(
    sentence: Sentence,
    length: Length,
    mention: TimeMention,
    mentions: Sequence[TimeMention],  # noqa: ARG001
) -> TimeMention | None:
    """A length behind "in" and a verb of the future: "will meet in two weeks" is within the week that lies so far ahead."""
    following = sentence.tokens[mention.last].text.lower() if mention.last < len(sentence.tokens) else ""
    if mention.when.relation != "in" or following == "of" or mention.event is None or length.number is None:
        return None
    told = outlook(sentence, mention.event)
    spoken = date.fromisoformat(mention.when.anchor) if mention.when.anchor else None
    present = told.kind == "tense" and sentence.tokens[told.at].xpos in {"VBZ", "VBP"}
    if spoken is None or not (told.planned or present):
        return None
    period = containing(length.unit if length.unit in UNITS else "day", added(spoken, length.number, length.unit))
    when = msgspec.structs.replace(
        mention.when,
        earliest=period.first.isoformat(),
        latest=last_day(period).isoformat(),
        precision="day" if period.unit == "day" else "within",
        cue=f"in, {told.cue}",
    )
    return msgspec.structs.replace(mention, when=when, days=(period.first, last_day(period)))


RULES = (_offset, _lasting, _ahead)
