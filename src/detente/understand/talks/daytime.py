"""A part of a day without its day: "in the afternoon" of the day told last, "overnight" to the day of the page."""

import datetime
import re

from detente.language import Sentence
from detente.model import Span, When
from detente.understand.stretches import quote_word
from detente.understand.talks.reading import Reading
from detente.understand.times import TimeMention

PARTS = frozenset("morning afternoon evening night noon midday midnight dawn".split())
HOURS = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
CLOCK = re.compile(
    r"(?:at |by |around )?(?:\d{1,2}(?:[:.]\d\d)?|noon|midnight)(?: ?[ap]\.?m\.?| o'clock| hours)?(?: gmt| local time)?",
    re.I,
)
POINTING = frozenset("the that same at".split())
BACK = 6  # sentences in which the day told last is looked for; set by hand


def part_of_day(sentence: Sentence, own: list[int], reading: Reading) -> tuple[When, tuple[Span, ...]] | None:
    """Return the day of a talk whose words tell only a part of one, where the page has told the day before.

    A part that has a time of its own ("Monday afternoon") is no such word.
    """
    times = [time for time in reading.times_in(sentence) if not is_clock(time)]
    taken = {i for time in times for i in range(time.first, time.last)}
    for token in sentence.tokens:
        if token.index in taken or token.head not in own:
            continue
        said = quote_word(reading.document, sentence, token.index)
        if token.text.lower() == "overnight" and reading.today:
            return _overnight(said, reading.today), (said,)
        if token.lemma.lower() in PARTS | HOURS and _points(sentence, token.index):
            day = _day_before(sentence, reading)
            if day is not None:
                return _that_day(day, said), (said,)
    return None


def is_clock(time: TimeMention) -> bool:
    """Tell whether words tell an hour without its day: "at 3 pm"."""
    return CLOCK.fullmatch(time.when.as_said.strip()) is not None


def _points(sentence: Sentence, index: int) -> bool:
    below = {sentence.tokens[i].text.lower() for i in sentence.children[index]}
    if sentence.tokens[index].text.lower() in HOURS:
        return bool(below & {"at", "by", "around"})
    return bool(below & POINTING) and not below & {"every", "each", "one", "for"}


def _overnight(said: Span, today: str) -> When:
    day = datetime.date.fromisoformat(today)
    first = (day - datetime.timedelta(days=1)).isoformat()
    return When(
        as_said=said.quote, span=said, type="TIME", earliest=first, latest=today, precision="within", anchor=today, cue="overnight",
    )  # fmt: skip


def _that_day(day: TimeMention, said: Span) -> When:
    return When(
        as_said=said.quote, span=said, type="TIME", earliest=day.when.earliest, latest=day.when.latest, precision="day",
        anchor=day.when.earliest, cue="the day told last",
    )  # fmt: skip


def _day_before(sentence: Sentence, reading: Reading) -> TimeMention | None:
    """The last single day told in the sentences before."""
    near = [
        time
        for time in reading.times
        if sentence.index - BACK <= time.sentence < sentence.index and time.when.precision == "day" and time.when.latest
    ]
    return near[-1] if near else None
