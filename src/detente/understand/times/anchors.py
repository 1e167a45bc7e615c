"""What a page counts from: its own local day, its dateline, the speaker's day in a quotation, its narrative."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from detente.language.parsed import Parsed, Token
from detente.language.words import words_in
from detente.lexicon.outlets import Outlet, find_outlet
from detente.model import Document
from detente.understand.times.nouns import Day
from detente.understand.times.patterns import grammar
from detente.understand.times.resolve import Frame, resolve

SUNDAY_WEEKS = frozenset({"USA", "CAN"})
DATELINE_REACH = 14  # days by which a dateline may differ from the page's own date and still be believed


def outlet_of(document: Document) -> Outlet | None:
    """Return what the lexicon knows of a page's outlet."""
    return find_outlet(document.outlet) if document.outlet else None


def week_start(document: Document) -> int:
    """Return the weekday that a week begins on: 6 (Sunday) for outlets of the US and Canada, else 0 (Monday)."""
    outlet = outlet_of(document)
    return 6 if outlet and outlet.country in SUNDAY_WEEKS else 0


def page_day(document: Document) -> date | None:
    """Return the page's own local day: its dateline's, else its date in the zone it gives or its outlet's own.

    A moment in UTC says nothing of where the page was written, so it is put into the outlet's zone.
    """
    published = _published(document)
    dateline = _dateline(document, published)
    return dateline or published


def _published(document: Document) -> date | None:
    text = document.published
    if not text or not re.match(r"\d{4}-\d\d-\d\d", text):
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return _day(text[:10])
    outlet = outlet_of(document)
    if "T" in text and moment.tzinfo and outlet and not moment.utcoffset():
        return moment.astimezone(ZoneInfo(outlet.zone)).date()
    return moment.date()


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _dateline(document: Document, published: date | None) -> date | None:
    """The date that a dateline gives ("GENEVA, Feb. 26 (Agency) -"), where it is near the page's own."""
    for region in document.stretches("dateline"):
        tokens = plain_tokens(document.text, region.start, region.end)
        for word in grammar().reduce(tokens):
            meaning = word.values.get("TIME")
            if isinstance(meaning, Day):
                found = resolve(meaning, Frame(spoken=published)).first
                if found and (published is None or abs((found - published).days) <= DATELINE_REACH):
                    return found
    return None


def plain_tokens(text: str, start: int, end: int) -> list[Token]:
    """Cut a stretch that the reader has not read into words without tags."""
    return [
        Token(index=i, start=a, end=b, text=text[a:b], lemma=text[a:b].lower(), upos="X", xpos="", head=-1, rel="dep")
        for i, (a, b) in enumerate(words_in(text, start, end))
    ]


def paragraphs(parsed: Parsed) -> list[int]:
    """Return the number of the paragraph that each sentence stands in."""
    numbers, number, end = [], 0, 0
    for sentence in parsed.sentences:
        number += "\n" in parsed.text[end : sentence.start]
        numbers.append(number)
        end = sentence.end
    return numbers
