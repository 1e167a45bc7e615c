"""When: time expressions, as said and as resolved to an interval.

A list of rules, each a pattern and a function from the match to an interval; the first that fits a stretch wins. What
no rule resolves is left out. Direction of bare weekdays comes from the tense and modals of the verb they hang on.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import msgspec

from detente.language import Parsed, Sentence
from detente.lexicon.outlets import find_outlet
from detente.model import Document, Precision, When
from detente.understand.grammar import modal
from detente.understand.stretches import head

DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
MONTHS = "january february march april may june july august september october november december".split()
NUMBERS = {
    word: n for n, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
}
NUMBERS |= {"a": 1, "an": 1, "couple": 2}
SUNDAY_WEEKS = frozenset({"USA", "CAN"})
PLANS = frozenset("schedule plan expect set due hope intend prepare agree aim want propose invite slate".split())

_DAY = rf"(?P<weekday>{'|'.join(DAYS)})"
_MONTH = (
    rf"(?P<month>{'|'.join(MONTHS)}|jan\.?|feb\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?)"
)
_COUNT = rf"(?P<count>\d+|{'|'.join(NUMBERS)})"
_UNIT = r"(?P<unit>day|week|month|year|weekend)s?"
BOUNDS = {
    "by": "by",
    "before": "before",
    "until": "until",
    "till": "until",
    "no later than": "by",
    "since": "since",
    "after": "after",
    "from": "since",
    "within": "within",
}
RELATION = re.compile(r"\b(no later than|by|before|until|till|since|after|from|within)\s+(?:the\s+)?$", re.IGNORECASE)


class TimeMention(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression: the When, its sentence and tokens (half-open), and the event it hangs on."""

    when: When
    sentence: int
    first: int
    last: int
    event: int | None = None


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """What an expression is counted from: the page's own local day, the first day of its week, the verb's direction."""

    day: date
    week_start: int
    future: bool | None = None
    cue: str | None = None


Interval = tuple[date | None, date | None, Precision, str]
Rule = tuple[re.Pattern[str], Callable[[re.Match[str], Anchor], Interval | None]]


def _week(anchor: Anchor, day: date) -> date:
    """The first day of the week that a day lies in."""
    return day - timedelta(days=(day.weekday() - anchor.week_start) % 7)


def _weekday(match: re.Match[str], anchor: Anchor) -> Interval:
    """A bare weekday: the page's own day where equal, else the nearest in the direction of its verb (past by default)."""
    number = DAYS.index(match["weekday"].lower())
    which = (match.groupdict().get("which") or "").lower()
    ahead, behind = (number - anchor.day.weekday()) % 7, (anchor.day.weekday() - number) % 7
    future = anchor.future if not which else which in {"next", "this", "coming"}
    if which == "last":
        future, behind = False, behind or 7
    if which == "next":
        ahead = ahead or 7
    day = anchor.day + timedelta(days=ahead) if future else anchor.day - timedelta(days=behind)
    return day, day, "day", f"{which or anchor.cue or 'past by default'}"


def _range_of_days(match: re.Match[str], anchor: Anchor) -> Interval:
    first = _weekday(match, anchor)[0]
    assert first is not None
    last = first + timedelta(days=(DAYS.index(match["second"].lower()) - first.weekday()) % 7)
    return first, last, "days", "range"


def _weekend(match: re.Match[str], anchor: Anchor) -> Interval:
    """Take "this weekend" on a weekday for the coming one, on its Sunday for the one under way."""
    which = match["which"].lower()
    saturday = anchor.day + timedelta(days=(5 - anchor.day.weekday()) % 7 if anchor.day.weekday() < 6 else -1)
    if which in {"last", "past"}:
        saturday -= timedelta(days=7)
    elif which in {"next", "following"} and anchor.day.weekday() < 5:
        saturday += timedelta(days=7)
    elif which in {"the", "over the"} and anchor.future is False:
        saturday -= timedelta(days=7)
    return saturday, saturday + timedelta(days=1), "within", which


def _deictic(match: re.Match[str], anchor: Anchor) -> Interval:
    shift = {"today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1}[match["day"].lower()]
    day = anchor.day + timedelta(days=shift)
    return day, day, "day", match["day"].lower()


def _part_of_week(match: re.Match[str], anchor: Anchor) -> Interval:
    first = _week(anchor, anchor.day)
    part = match["part"].lower()
    if part == "earlier":
        return first, anchor.day, "within", f"earlier; week begins on {DAYS[anchor.week_start].title()}"
    return anchor.day, first + timedelta(days=6), "within", f"later; week begins on {DAYS[anchor.week_start].title()}"


def _period(match: re.Match[str], anchor: Anchor) -> Interval:
    """Resolve this, last and next week, month and year."""
    which, unit = match["which"].lower(), match["unit"].lower()
    step = {"this": 0, "last": -1, "past": -1, "next": 1, "coming": 1}[which]
    if unit == "week":
        first = _week(anchor, anchor.day) + timedelta(days=7 * step)
        return first, first + timedelta(days=6), "within", which
    if unit == "month":
        months = anchor.day.year * 12 + anchor.day.month - 1 + step
        return *_month(months // 12, months % 12 + 1), "month", which
    year = anchor.day.year + step
    return date(year, 1, 1), date(year, 12, 31), "year", which


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _month_number(text: str) -> int:
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(text.lower().rstrip(".")[:3]))


def _nearest(month: int, day: int, anchor: Anchor) -> date | None:
    """The date of this month and day nearest to the anchor, whatever the year."""
    years = [_date(anchor.day.year + step, month, day) for step in (-1, 0, 1)]
    return min((found for found in years if found), key=lambda found: abs(found - anchor.day), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def _month_day(match: re.Match[str], anchor: Anchor) -> Interval | None:
    month, day = _month_number(match["month"]), int(match["day"])
    year, until = match.groupdict().get("year"), match.groupdict().get("until")
    first = _date(int(year), month, day) if year else _nearest(month, day, anchor)
    if first is None:
        return None
    last = _date(first.year, month, int(until)) if until else first
    if last is None or last < first:
        return None
    return first, last, "days" if until else "day", "year given" if year else "nearest year"


def _bare_month(match: re.Match[str], anchor: Anchor) -> Interval | None:
    month, year = _month_number(match["month"]), match.groupdict().get("year")
    if year:
        return *_month(int(year), month), "month", "year given"
    middle = _nearest(month, 15, anchor)
    return (*_month(middle.year, month), "month", "nearest year") if middle else None


def _ago(match: re.Match[str], anchor: Anchor) -> Interval:
    count = int(match["count"]) if match["count"].isdigit() else NUMBERS[match["count"].lower()]
    days = count * {"day": 1, "week": 7, "month": 30, "year": 365, "weekend": 7}[match["unit"].lower()]
    way = (match.groupdict().get("way") or "").lower()
    day = anchor.day + timedelta(days=days if way in {"from now", "in"} else -days)
    precision: Precision = "day" if match["unit"].lower() == "day" else "within"
    slack = timedelta(days=0 if precision == "day" else 3 if days <= 31 else 15)
    return day - slack, day + slack, precision, way


def _recent(match: re.Match[str], anchor: Anchor) -> Interval:
    return None, anchor.day, "within", match.group().lower()


def _year(match: re.Match[str], anchor: Anchor) -> Interval:  # noqa: ARG001  (every rule has both)
    year = int(match["year"])
    return date(year, 1, 1), date(year, 12, 31), "year", "year given"


def _rule(pattern: str, resolve: Callable[[re.Match[str], Anchor], Interval | None]) -> Rule:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), resolve


RULES: tuple[Rule, ...] = (
    _rule(
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*(?:[-–—]|to|and)\s*(?P<until>\d{{1,2}}))?(?:,?\s+(?P<year>(?:19|20)\d\d))?",
        _month_day,
    ),
    _rule(
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*(?:[-–—]|to|and)\s*(?P<until>\d{{1,2}}))?\s+(?:of\s+)?{_MONTH}(?:,?\s+(?P<year>(?:19|20)\d\d))?",
        _month_day,
    ),
    _rule(rf"{_DAY}\s+(?:and|to|through|or)\s+(?P<second>{'|'.join(DAYS)})", _range_of_days),
    _rule(rf"(?:(?P<which>last|next|this|coming)\s+)?{_DAY}", _weekday),
    _rule(r"(?P<which>this|next|last|past|following|(?:over )?the)\s+(?:coming\s+)?weekend", _weekend),
    _rule(r"(?P<day>today|tonight|tomorrow|yesterday)", _deictic),
    _rule(r"(?P<part>earlier|later)\s+(?:in\s+)?(?:this|the)\s+week", _part_of_week),
    _rule(r"(?P<which>this|last|past|next|coming)\s+(?P<unit>week|month|year)", _period),
    _rule(rf"{_COUNT}\s+{_UNIT}\s+(?P<way>ago|earlier|from now)", _ago),
    _rule(
        r"in recent (?:days|weeks|months)|(?:over|in) the (?:past|last) (?:few )?(?:days|weeks|months)|recently",
        _recent,
    ),
    _rule(rf"(?:early|mid|late)[-\s]?(?:in\s+)?{_MONTH}(?:,?\s+(?P<year>(?:19|20)\d\d))?", _bare_month),
    _rule(
        r"(?:(?<=in )|(?<=of )|(?<=since )|(?<=by )|(?<=until ))(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)(?:,?\s+(?P<year>(?:19|20)\d\d))?",
        _bare_month,
    ),
    _rule(r"(?:(?<=in )|(?<=since )|(?<=by ))(?P<year>(?:19|20)\d\d)", _year),
)


def find_times(parsed: Parsed, document: Document) -> tuple[TimeMention, ...]:
    """Return the time expressions of a parsed document in order; none where the page has no date."""
    if not document.published:
        return ()
    outlet = find_outlet(document.outlet) if document.outlet else None
    week_start = 6 if outlet and outlet.country in SUNDAY_WEEKS else 0
    day = date.fromisoformat(document.published[:10])
    return tuple(
        mention
        for sentence in parsed.sentences
        for mention in _in_sentence(parsed.text, sentence, Anchor(day=day, week_start=week_start))
    )


def _in_sentence(text: str, sentence: Sentence, anchor: Anchor) -> Iterator[TimeMention]:
    taken: list[tuple[int, int]] = []
    found: list[tuple[int, int, TimeMention]] = []
    for pattern, resolve in RULES:
        for match in pattern.finditer(text, sentence.start, sentence.end):
            start, end = match.span()
            if any(start < b and a < end for a, b in taken):
                continue
            tokens = [t.index for t in sentence.tokens if t.start < end and start < t.end]
            if not tokens:
                continue
            event = _event(sentence, tokens[0], tokens[-1] + 1)
            directed = _directed(sentence, event, anchor)
            interval = resolve(match, directed)
            if interval is not None:
                taken.append((start, end))
                when = _when(text, start, end, interval, anchor, match)
                mention = TimeMention(
                    when=when, sentence=sentence.index, first=tokens[0], last=tokens[-1] + 1, event=event
                )
                found.append((start, end, mention))
    yield from (mention for *_, mention in sorted(found, key=lambda row: row[0]))


def _when(text: str, start: int, end: int, interval: Interval, anchor: Anchor, match: re.Match[str]) -> When:
    earliest, latest, precision, cue = interval
    relation = RELATION.search(text, max(0, start - 16), start)
    word = BOUNDS.get(relation[1].lower()) if relation else None
    if word in {"by", "until", "before"}:
        earliest, precision = None, "within"
        latest = latest - timedelta(days=1) if word == "before" and latest else latest
    elif word in {"since", "after"}:
        latest, precision = None, "within"
    warnings: tuple[str, ...] = ()
    if (weekday := match.groupdict().get("weekday")) and (day := match.groupdict().get("day")) and not day:
        warnings = (f"{weekday} disagrees with the date",)
    return When(
        as_said=text[start:end],
        type="DATE",
        value=_value(interval),
        earliest=earliest.isoformat() if earliest else None,
        latest=latest.isoformat() if latest else None,
        precision=precision,
        relation=word,
        anchor=anchor.day.isoformat(),
        cue=cue,
        warnings=warnings,
    )


def _value(interval: Interval) -> str | None:
    earliest, latest, precision, _ = interval
    if earliest and earliest == latest:
        return earliest.isoformat()
    if earliest and precision == "month":
        return earliest.isoformat()[:7]
    return earliest.isoformat()[:4] if earliest and precision == "year" else None


def _event(sentence: Sentence, first: int, last: int) -> int | None:
    """The nearest predicate that the expression hangs on, else the root."""
    above = sentence.ancestors(head(sentence, first, last))
    return next((i for i in above if i in sentence.predicate_at), above[0] if above else None)


def _directed(sentence: Sentence, event: int | None, anchor: Anchor) -> Anchor:
    """Past or future, and the word that says so: modal, plan, infinitive, tense."""
    if event is None:
        return anchor
    for at in (event, *sentence.ancestors(event)[:2]):
        token = sentence.tokens[at]
        word = modal(sentence, at)
        if word in {"will", "would", "shall", "may", "could", "should", "must", "can", "might"}:
            return msgspec.structs.replace(anchor, future=True, cue=word)
        if token.lemma in PLANS and at != event:
            return msgspec.structs.replace(anchor, future=True, cue=token.text)
        if token.xpos in {"VBD", "VBN"} and at == event and token.lemma not in PLANS:
            return msgspec.structs.replace(anchor, future=False, cue=f"tense of {token.text}")
        if token.xpos in {"VBZ", "VBP"} and at == event:
            return msgspec.structs.replace(anchor, future=True, cue=f"tense of {token.text}")
        if token.lemma in PLANS:
            return msgspec.structs.replace(anchor, future=True, cue=token.text)
        if token.xpos in {"VBD", "VBN"} and at != event:
            return msgspec.structs.replace(anchor, future=False, cue=f"tense of {token.text}")
    return anchor
