"""Do no harm: what leaves the machine, and what is left out of it.

The public profile has no private note, no analyst's name, no description of an unnamed person beside that of another
story, no venue finer than a city for a talk still to come, and no point for a place told no finer than its country or
region; of what monitors, offices and witnesses handed in neither reporters nor free text nor any place finer than its
district (`held_back`). It counts what it left out. The full profile leaves out nothing.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Literal, TypeVar

import msgspec

from detente.model import Entry, Fact, Incident, StatusReport, Talk
from detente.show.cited import Cited, Words

E = TypeVar("E", bound=Entry)
ProfileName = Literal["public", "full"]

VENUES = "venues of talks still to come"
DESCRIPTIONS = "descriptions of unnamed people, where accounts of several stories stand together"
NOTES = "private notes"
ANALYSTS = "names of those who judged"
POINTS = "points on the map for places told no finer than a country or region"
REPORTS = "reports handed in, of which neither the reporter nor free text nor a place finer than the district is shown"
TEXTS = "full texts of pages, of which only the passages behind a claim are shown"
OVER = frozenset({"held", "collapsed", "cancelled", "denied"})
HIDDEN = "[place left out]"
LEFT = "place left out"
UNNAMED = "people not named"


class Profile:
    """What may be shown: everything (`full`) or what may leave the machine (`public`), with a count of the rest."""

    def __init__(self, name: ProfileName, today: str) -> None:
        self.name, self.today = name, today[:10]
        self._left: dict[str, set[str]] = defaultdict(set)

    @property
    def public(self) -> bool:
        """Whether anything is left out."""
        return self.name == "public"

    def leave(self, what: str, which: str) -> None:
        """Count one thing that is left out."""
        self._left[what].add(which)

    def left(self) -> dict[str, int]:
        """Return how many of each kind of thing were left out so far."""
        return {what: len(which) for what, which in sorted(self._left.items())}

    # ── entries ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def entry(self, entry: E) -> E:
        """Return an entry as far as it may be shown.

        >>> from detente.model import Fact, Talk
        >>> hotel = {"name": "Hotel Adlon", "country": "DEU", "lat": 52.5, "lon": 13.4, "kind": "venue"}
        >>> talk = Talk(id="t1", standing="planned", fields={"where": (Fact(value=hotel),)})
        >>> Profile("public", "2026-01-01").entry(talk).value("where")["name"]
        'place left out'
        >>> Profile("full", "2026-01-01").entry(talk).value("where")["name"]
        'Hotel Adlon'
        """
        if not self.public:
            return entry
        fields = {name: kept for name, facts in entry.fields.items() if (kept := self._facts(entry, name, facts))}
        history = tuple(self._report(entry, one) for one in entry.history)
        return msgspec.structs.replace(entry, fields=fields, history=history)

    def _facts(self, entry: Entry, field: str, facts: Sequence[Fact]) -> tuple[Fact, ...]:
        kept = []
        for fact in facts:
            judged = fact.judged and "by judgement"
            if len(entry.stories) > 1 and describes(fact.value):
                self.leave(DESCRIPTIONS, f"{entry.id} {fact.value}")
                continue
            roots = fact.roots if len(entry.stories) < 2 else ()
            value = self._place(entry, field, fact.value)
            kept.append(msgspec.structs.replace(fact, value=value, judged=judged, roots=roots))
        return tuple(kept)

    def _place(self, entry: Entry, field: str, value: object) -> object:
        if field != "where" or not isinstance(value, dict):
            return value
        if isinstance(entry, Talk) and value.get("kind") == "venue" and self.to_come(entry):
            self.leave(VENUES, entry.id)
            return {"name": LEFT, "country": value.get("country"), "lat": None, "lon": None, "kind": None}
        if isinstance(entry, Incident | Talk) and value.get("kind") in {"country", "region", None} and value.get("lat"):
            self.leave(POINTS, f"{entry.id} {value['name']}")
            return {**value, "lat": None, "lon": None}
        return value

    def _report(self, entry: Entry, report: StatusReport) -> StatusReport:
        """Whoever is told of by a description stays within the story: the chain ends at the outlet."""
        if len(entry.stories) < 2:
            return report
        head, arrow, tail = report.claimant.rpartition(" ← ")
        if not (arrow and describes(tail)):
            return report
        self.leave(DESCRIPTIONS, f"{entry.id} {tail}")
        return msgspec.structs.replace(report, claimant=f"{head} ← {UNNAMED}")

    def to_come(self, talk: Talk) -> bool:
        """Tell whether a talk is still to come by the record: not over, and not past its last day."""
        if talk.standing in OVER:
            return False
        days = [one["latest"] or one["earliest"] for one in talk.values("when") if one]
        return not days or max(days)[:10] >= self.today

    # ── words ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def cited(self, entry: Entry, fields: Mapping[str, tuple[Cited, ...]]) -> Mapping[str, tuple[Cited, ...]]:
        """Return facts whose quoted words say no more than the entry may, and no unnamed source beside another's."""
        if not self.public:
            return fields
        hide = isinstance(entry, Talk) and VENUES in self._left and entry.id in self._left[VENUES]
        several = len(entry.stories) > 1
        return {
            name: tuple(
                msgspec.structs.replace(one, roots=(), words=self._words(one.words, hide=hide, several=several)) for one in facts
            )
            for name, facts in fields.items()
        }  # fmt: skip

    def _words(self, words: Words | None, *, hide: bool, several: bool) -> Words | None:
        if words is None:
            return None
        if several and words.anonymity in {"anonymous", "unnamed"}:
            words = msgspec.structs.replace(words, chain=" ← ".join([*words.chain.split(" ← ")[:-1], UNNAMED]))
        if not hide or all(mark.field != "where" for mark in words.marks):
            return words
        return masked(words)


def masked(words: Words) -> Words:
    """Return a quoted sentence without the place that it names."""
    pieces, marks, at, length = [], [], 0, 0
    for mark in words.marks:
        before = words.sentence[at : mark.start]
        said = HIDDEN if mark.field == "where" else words.sentence[mark.start : mark.end]
        length += len(before)
        marks.append(msgspec.structs.replace(mark, start=length, end=length + len(said)))
        length += len(said)
        pieces += [before, said]
        at = mark.end
    pieces.append(words.sentence[at:])
    return msgspec.structs.replace(words, sentence="".join(pieces), marks=tuple(marks))


def describes(value: object) -> bool:
    """Tell whether a value is a description of somebody rather than a name or an identifier.

    >>> describes({"person": None, "description": "a senior official"}), describes("yuri-ushakov"), describes("USA")
    (True, False, False)
    """
    if isinstance(value, dict):
        if "description" in value:
            return bool(value["description"]) and not value.get("person")
        return any(describes(value[key]) for key in ("who", "by") if key in value)
    return isinstance(value, str) and bool(
        re.search(r"\b(?:people|officials?|sources?|persons?|diplomats?|aides?|advis[eo]rs?)\b", value)
    )
