"""When a talk is: the time that hangs on its words; a verb of planning or putting off has a day of its own."""

import datetime
import re

import msgspec

from detente.language import Sentence
from detente.lexicon.meetings import language
from detente.model import Span, When
from detente.understand.stretches import head as head_of
from detente.understand.stretches import quote
from detente.understand.talks.daytime import is_clock, part_of_day
from detente.understand.talks.own_words import is_purpose, own_verb, own_words, settings_below
from detente.understand.talks.path import Path, verb_status
from detente.understand.talks.reading import Reading
from detente.understand.times import TimeMention

MONTH = re.compile(
    r"^(?:in |since )?(?:january|february|march|april|may|june|july|august|september|october|november|december)$", re.I
)
AGREEING = frozenset({"agree", "sign", "issue", "reach", "commit", "pledge"})
LENGTH = re.compile(r"P(\d+)([DW])")
WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.I)


def when_of(sentence: Sentence, path: Path, reading: Reading, *, held: bool) -> tuple[When | None, tuple[Span, ...]]:
    """Return the time of a talk and the words that tell it: the nearest on its way up that can be resolved.

    A beginning and an end told together are one stretch; what was held "until late on Saturday" was held on that day.
    """
    fits = _fitting(sentence, path, reading.times_in(sentence), reading.today)
    if not fits:
        own = [*own_words(sentence, path), *settings_below(sentence, path[0].token)]
        agreed = _agreed_after(sentence, path, reading)
        if held and agreed is not None:
            return _gone_by(agreed.when, reading.today), (quote(reading.document, sentence, agreed.first, agreed.last),)
        return part_of_day(sentence, own, reading) or (None, ())
    rank, time = fits[0]
    document = reading.document
    when, first, last = time.when, time.first, time.last
    open_start = next((t for r, t in fits if r == rank and t.when.earliest and not t.when.latest), None)
    open_end = next((t for r, t in fits if r == rank and t.when.latest and not t.when.earliest), None)
    if open_start and not open_end:
        open_end = next(
            (t for _, t in fits if t.first >= open_start.last and _until(sentence, open_start.last, t)), None
        )
    if open_start and open_end and str(open_start.when.earliest) <= str(open_end.when.latest):
        first, last = min(open_start.first, open_end.first), max(open_start.last, open_end.last)
        said = quote(document, sentence, first, last)
        when = msgspec.structs.replace(
            open_start.when, as_said=said.quote, span=None, latest=open_end.when.latest, precision="days", relation=None
        )
    elif held and when.latest and not when.earliest and time.days[0] is not None:
        when = msgspec.structs.replace(when, earliest=time.days[0].isoformat(), precision="within")
    if held:
        when = _gone_by(when, reading.today)
    return when, (quote(document, sentence, first, last),)


def _agreed_after(sentence: Sentence, path: Path, reading: Reading) -> TimeMention | None:
    """The day on which something was agreed or signed right after a talk that has no day of its own."""
    after = next((i for i, step in enumerate(path) if step.marker in language().words["after"]), None)
    if after is None:
        return None
    top = path[after].token
    verbs = [top, *([sentence.tokens[top].head] if sentence.tokens[top].rel == "xcomp" else [])]
    verbs += [i for i in sentence.children[top] if sentence.tokens[i].rel in {"ccomp", "parataxis"}]
    verbs = [i for i in verbs if sentence.tokens[i].lemma.lower() in AGREEING]
    times = [t for t in reading.times_in(sentence) if t.when.precision == "day" and t.when.latest]
    return next((t for t in times if _anchor(sentence, t.first, t.last, path[0].token) in verbs), None)


def _gone_by(when: When, today: str) -> When:
    """What was held was held before the page was written: a weekday read as one to come is the one before it."""
    if not (today and when.earliest and when.latest and WEEKDAY.search(when.as_said)) or when.earliest[:10] <= today:
        return when
    ahead = (datetime.date.fromisoformat(when.earliest[:10]) - datetime.date.fromisoformat(today)).days
    back = datetime.timedelta(days=7 * ((ahead + 6) // 7))
    earliest, latest = (_moved(day, back) for day in (when.earliest, when.latest))
    return msgspec.structs.replace(when, earliest=earliest, latest=latest, value=None, cue="held")


def still_to_come(when: When | None, today: str, *, will: bool) -> When | None:
    """What is planned lies ahead: a bare weekday gone by is the next one, an end that has passed tells nothing.

    `will` tells that the verb speaks of what is to come, not of a plan of the past ("were due to begin on Monday").
    """
    if when is None or not today or not when.latest or when.latest[:10] >= today:
        return when
    if when.earliest is None:
        return None
    if not will or not WEEKDAY.fullmatch(when.as_said.removeprefix("on ").strip()):
        return when
    gone = (datetime.date.fromisoformat(today) - datetime.date.fromisoformat(when.latest[:10])).days
    ahead = datetime.timedelta(days=-7 * ((gone + 6) // 7))
    earliest, latest = (_moved(day, ahead) for day in (when.earliest, when.latest))
    return msgspec.structs.replace(when, earliest=earliest, latest=latest, value=None, cue="planned")


def month_without_year(when: When | None, today: str, *, past: bool) -> When | None:
    """A bare month is the last one begun for what has been, the next one that is not over for what is to come."""
    said = MONTH.search(when.as_said) if when is not None else None
    if when is None or said is None or not today or when.precision != "month" or not when.earliest:
        return when
    month, now = int(when.earliest[5:7]), datetime.date.fromisoformat(today)
    year = now.year - (month > now.month) if past else now.year + (month < now.month)
    first = datetime.date(year, month, 1)
    last = (first + datetime.timedelta(days=31)).replace(day=1) - datetime.timedelta(days=1)
    return msgspec.structs.replace(
        when, value=f"{first:%Y-%m}", earliest=first.isoformat(), latest=last.isoformat(),
        cue="held" if past else "planned",
    )  # fmt: skip


def _moved(day: str, back: datetime.timedelta) -> str:
    return (datetime.date.fromisoformat(day[:10]) - back).isoformat() + day[10:]


def _until(sentence: Sentence, first: int, time: TimeMention) -> bool:
    """Tell whether a time is the end of a stretch that began before it: "until past noon on Thursday"."""
    between = {token.text.lower() for token in sentence.tokens[first : time.first]}
    return bool(between & {"until", "till", "to", "through"}) and time.when.latest is not None


def _fitting(sentence: Sentence, path: Path, times: list[TimeMention], today: str) -> list[tuple[int, TimeMention]]:
    """The times that hang on a talk's own words, the nearest first."""
    ranked = [*own_words(sentence, path), *settings_below(sentence, path[0].token)]
    times = [_from_today(time, today) for time in times]
    fits: list[tuple[int, TimeMention]] = []
    for time in times:
        at = _anchor(sentence, time.first, time.last, path[0].token)
        if at not in ranked and (at is None or sentence.tokens[at].lemma.lower() not in language().nouns):
            at = time.event
        if at in ranked and not _of_the_telling(sentence, path, at, time, today):
            fits.append((ranked.index(at), time))
    fits = fits or [(0, time) for time in times if _is_alone(sentence, path, time, times, today)]
    resolved = [row for row in fits if (row[1].when.earliest or row[1].when.latest) and not is_clock(row[1])]
    days = [row for row in resolved if row[1].when.relation != "since"]
    return sorted(days or resolved, key=lambda row: (row[0], row[1].first))


def _from_today(time: TimeMention, today: str) -> TimeMention:
    """A length that something is to happen within is counted from the day of the page: "within two weeks"."""
    when, length = time.when, LENGTH.fullmatch(time.when.value or "")
    if when.relation != "within" or when.latest or not today or length is None:
        return time
    days = int(length[1]) * {"D": 1, "W": 7}[length[2]]
    latest = (datetime.date.fromisoformat(today) + datetime.timedelta(days=days)).isoformat()
    counted = msgspec.structs.replace(
        when, type="DATE", value=None, earliest=today, latest=latest, precision="within", anchor=today, cue="within"
    )
    return msgspec.structs.replace(time, when=counted)


def _is_alone(sentence: Sentence, path: Path, time: TimeMention, times: list[TimeMention], today: str) -> bool:
    """Tell whether a time is the only one of its sentence, in the talk's own clause, on whatever word it hangs."""
    at = own_verb(sentence, path[0].token, head_of(sentence, time.first, time.last))
    if at is None or len(times) > 1:
        return False
    return not _of_the_telling(sentence, path, at, time, today)


ARRIVING = frozenset({"arrive", "land"})
TELLING = frozenset({"postponed", "cancelled", "proposed", "denied", "planned", "uncertain", "rumoured"})


def _of_the_telling(sentence: Sentence, path: Path, at: int, time: TimeMention, today: str) -> bool:
    """A verb of planning, proposing or putting off has a day of its own: one gone by is its own, one to come the talk's."""
    lemma = sentence.tokens[at].lemma.lower()
    if at != path[0].token and lemma in ARRIVING and time.when.latest:  # who arrived on Sunday for talks talks later
        return str(time.when.latest)[:10] < today
    journey = lemma in language().words["journey"]
    if (
        at == path[0].token
        or journey
        or verb_status(sentence, at) not in TELLING
        or at not in {step.token for step in path}
    ):
        return False
    return bool(time.when.latest) and str(time.when.latest)[:10] <= today


def _anchor(sentence: Sentence, first: int, last: int, trigger: int) -> int | None:
    """The nearest verb or meeting word over a stretch; a participle that describes a participant is passed over."""
    nouns = language().nouns
    for i in sentence.ancestors(head_of(sentence, first, last)):
        token = sentence.tokens[i]
        if i == trigger:
            return i
        if is_purpose(sentence, i) and trigger not in sentence.ancestors(i)[2:]:
            continue
        describing = token.rel == "acl" and token.xpos == "VBN" and token.lemma in language().words["lead"]
        if (token.upos in {"VERB", "AUX"} and not describing) or token.lemma.lower() in nouns or token.rel == "root":
            return i
    return None
