"""Talks as a calendar and changes as a feed: what leaves the machine, so by default in the public profile."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from xml.etree import ElementTree

import icalendar

from detente.model import Talk
from detente.show.names import party_name, spoken
from detente.show.public import LEFT
from detente.show.titles import title_of
from detente.show.web.lines import ChangeLine

ATOM = "http://www.w3.org/2005/Atom"
# What a calendar can say of a status; the status itself stands in the text.
STATUS = {
    "held": "CONFIRMED",
    "under_way": "CONFIRMED",
    "planned": "TENTATIVE",
    "cancelled": "CANCELLED",
    "collapsed": "CANCELLED",
}
STAMP = datetime(2000, 1, 1, tzinfo=UTC)


def calendar_of(talks: Iterable[Talk], words: dict[str, str]) -> bytes:
    """Return talks that have days as an iCalendar file; `words` are the sentence and sources of each, by its id.

    A talk told to be within some days takes them all and says so. Nothing in it depends on when it is made.
    """
    made = icalendar.Calendar()
    made.add("prodid", "-//Detente//Talks//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", "Talks")
    for talk in talks:
        value = talk.value("when")
        if isinstance(value, dict) and (value["earliest"] or value["latest"]):
            made.add_component(_event(talk, value, words.get(talk.id, "")))
    return bytes(made.to_ical())


def _event(talk: Talk, when: dict[str, Any], words: str) -> icalendar.Event:
    first = date.fromisoformat((when["earliest"] or when["latest"])[:10])
    last = date.fromisoformat((when["latest"] or when["earliest"])[:10])
    event = icalendar.Event()
    event.add("uid", f"{talk.id}@detente")
    event.add("dtstamp", STAMP)
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))
    event.add("summary", f"{title_of(talk)} ({spoken(talk.standing or 'uncertain')})")
    place = talk.value("where")
    if isinstance(place, dict) and place["name"] != LEFT:
        event.add(
            "location",
            ", ".join(
                str(one) for one in (place["name"], place.get("country") and party_name(place["country"])) if one
            ),
        )
    within = "some time within these days\n" if when.get("precision") == "within" else ""
    event.add("description", f"{within}as said: {when['as_said']}\n{words}".strip())
    event.add("status", STATUS.get(talk.standing or "", "TENTATIVE"))
    event.add("transp", "TRANSPARENT")
    return event


def feed_of(changes: Iterable[ChangeLine], base: str) -> bytes:
    """Return changes as an Atom feed; `base` is the address under which the pages stand."""
    rows = list(changes)
    ElementTree.register_namespace("", ATOM)
    feed = ElementTree.Element(f"{{{ATOM}}}feed")
    _put(feed, "title", "Detente: changes")
    _put(feed, "id", f"{base}/changes")
    _put(feed, "updated", _moment(rows[0].when if rows else ""))
    ElementTree.SubElement(feed, f"{{{ATOM}}}link", rel="self", href=f"{base}/changes.atom")
    _put(ElementTree.SubElement(feed, f"{{{ATOM}}}author"), "name", "Detente")
    for row in rows:
        entry = ElementTree.SubElement(feed, f"{{{ATOM}}}entry")
        _put(entry, "title", f"{row.sign} {row.title}: {row.what}")
        _put(entry, "id", f"{base}/changes#{row.number}")
        _put(entry, "updated", _moment(row.when))
        ElementTree.SubElement(entry, f"{{{ATOM}}}link", href=f"{base}{row.address or '/changes'}")
        _put(entry, "summary", row.what)
    return bytes(ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True))


def _put(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, f"{{{ATOM}}}{name}").text = text


def _moment(when: str) -> str:
    """A moment with its zone, as Atom wants it."""
    try:
        found = datetime.fromisoformat(when)
    except ValueError:
        return STAMP.isoformat()
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).isoformat()
