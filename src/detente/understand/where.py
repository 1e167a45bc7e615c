"""Places as said: by a name of a sentence, by the dateline; a disputed place has no country."""

import re
from functools import cache

from detente.language import Sentence
from detente.lexicon.parties import forms
from detente.lexicon.places import find_place, is_disputed
from detente.model import Document, Span, Where
from detente.understand.actors import Cast
from detente.understand.grammar import preposition
from detente.understand.stretches import head as head_of
from detente.understand.stretches import words

Stretch = tuple[int, int]
VENUES = frozenset({"White House", "Kremlin", "Oval Office", "Downing Street", "Elysee", "Élysée"})
OPENING = 400  # characters in which a release without a dateline gives its place and day on a line of their own
RELEASED = re.compile(r"^[A-Z][\w' -]{2,30}, (?:\w+day,? )?\d{1,2} [A-Z][a-z]+ \d{4}\b", re.M)
AT = frozenset("in at near outside inside around on along across over from".split())


def where_of(text: str) -> Where:
    """Return a place by its name: a city with its country and coordinates, a country, or only the name."""
    place = find_place(text)
    if place is not None:
        country = None if is_disputed(text) else place.country
        return Where(name=text, as_said=text, country=country, lat=place.lat, lon=place.lon, kind=place.kind)
    form = forms().get(text)
    if form is not None and form.kind == "name" and text not in VENUES:
        country = form.party if len(form.party) == 3 and not is_disputed(text) else None
        return Where(name=text, as_said=text, country=country, kind="country")
    return Where(name=text, as_said=text, kind="venue" if text in VENUES else None)


@cache
def _capitals(party: str) -> tuple[str, ...]:
    return tuple(name for name, form in forms().items() if form.kind == "capital" and form.party == party)


def seat_of(party: str) -> str | None:
    """Return the city that is the one seat of a state's government; None where the lexicon has none or several.

    >>> seat_of("QAT"), seat_of("Nowhere")
    ('Doha', None)
    """
    told = [name for name in _capitals(party) if not is_disputed(name)]
    cities = [name for name in told if (place := find_place(name)) and place.country == party]
    return cities[0] if len(cities) == 1 else None


def dateline_place(document: Document) -> str | None:
    """Return the place of a page's dateline: "KUALA LUMPUR, Oct 26 (AP) —" gives Kuala Lumpur."""
    found = dateline_of(document)
    return found[0] if found else None


def dateline_of(document: Document) -> tuple[str, Span] | None:
    """Return the place of a page's dateline, and the words of the dateline that name it."""
    opened = RELEASED.search(document.text[:OPENING])
    pieces = [(region.start, region.end) for region in document.stretches("dateline")]
    for start, end in [*pieces, *([opened.span()] if opened else [])]:
        found = re.match(r"[^\d,(–—:-]+", document.text[start:end])
        said = found.group() if found else ""
        name = " ".join(said.split())
        if name and (find_place(name.title()) or find_place(name) or _is_written_so(name)):
            first = start + len(said) - len(said.lstrip())
            return name.title() if name.isupper() else name, document.span(first, start + len(said.rstrip()))
    return None


def _is_written_so(name: str) -> bool:
    """Tell whether a dateline's first words are written as a place that no gazetteer need know: "CELIGNY", "COTABATO CITY"."""
    return len(name) > 3 and name.replace(" ", "").isalpha() and name.isupper() and forms().get(name) is None


def names_of_places(sentence: Sentence, cast: Cast) -> list[Stretch]:
    """Return every name of a sentence that can be a place: those the reader marks, and party names that read as places."""
    mentions = cast.within(sentence)
    people = [m for m in mentions if m.kind in {"demonym", "person"}]
    named = [
        (name.first, name.last)
        for name in sentence.names
        if name.kind in {"LOC", "ORG"} and not any(m.first == name.first and m.last == name.last for m in people)
    ]
    named += [
        (m.first, m.last)
        for m in mentions
        if m.kind in {"capital", "name"} and not any(a < m.last and m.first < b for a, b in named)
    ]
    return sorted(named)


def place_in(
    sentence: Sentence, cast: Cast, first: int, last: int, skip: list[int]
) -> tuple[Where | None, Stretch | None]:
    """Return the narrowest place that a stretch names after a preposition of place; `skip` are heads of who acts."""
    found: list[tuple[bool, int, Stretch]] = []
    for start, end in names_of_places(sentence, cast):
        head = head_of(sentence, start, end)
        if first <= start < last and preposition(sentence, head) in AT and head not in skip:
            country = forms().get(words(sentence, start, end))
            found.append((country is not None, start, (start, end)))
    if not found:
        return None, None
    stretch = min(found)[2]
    return where_of(words(sentence, *stretch)), stretch
