"""Names as people say them: parties, people, issues, moves, days and ages."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

from detente.lexicon import entries_of
from detente.lexicon.issues import issues
from detente.lexicon.parties import names as lexicon
from detente.record import Record

FORMAL = re.compile(r"\b(?:Republic|Kingdom|Confederation|State|Duchy|Commonwealth|Union|Federation)\b")
ALIKE = 3  # letters that a state's short name shares with its formal one, where the formal one does not hold it
MONTHS = "January February March April May June July August September October November December".split()


@cache
def party_name(party: str) -> str | None:
    """Return what a party of the lexicon is called; a state's short name where the lexicon has a formal one.

    >>> party_name("EGY"), party_name("CHE"), party_name("COD"), party_name("RSF")
    ('Egypt', 'Switzerland', 'Democratic Republic of the Congo', 'Rapid Support Forces')
    """
    known = lexicon().parties.get(party)
    if known is None or not known.name:
        return None
    if party in _written() or not FORMAL.search(known.name):
        return known.name
    short = [form for form in _country_names().get(party, ()) if not FORMAL.search(form)]
    held = [form for form in short if form in known.name]
    alike = [form for form in short if form[:ALIKE] == known.name[:ALIKE]]
    return max(held, key=len, default=None) or min(alike, key=len, default=known.name)


@cache
def _written() -> frozenset[str]:
    """Parties whose name was written by hand."""
    return frozenset(one["id"] for one in entries_of("parties")["party"] if one.get("name"))


@cache
def _country_names() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for text, form in lexicon().forms.items():
        if form.kind == "name":
            found.setdefault(form.party, []).append(text)
    return found


def issue_name(issue: str) -> str:
    """Return the label of an issue.

    >>> issue_name("territory"), issue_name("of_another_lexicon")
    ('Territory and borders', 'of another lexicon')
    """
    known = issues().entries.get(issue)
    return known.label if known else spoken(issue)


def spoken(word: str) -> str:
    """Return an identifier as words.

    >>> spoken("accept_in_principle"), spoken("steve-witkoff")
    ('accept in principle', 'Steve Witkoff')
    """
    if re.fullmatch(r"[a-z0-9'’]+(?:-[a-z0-9'’]+)+", word):
        return " ".join(part.capitalize() for part in word.split("-"))
    return word.replace("_", " ")


def names_of(record: Record, people: Iterable[str]) -> dict[str, str]:
    """Return the names of people by their ids, as pages tell them in full, else made of the id."""
    wanted = sorted(set(people))
    found = record.names(f"p:{one}" for one in wanted)
    return {one: found.get(f"p:{one}") or _known_name(record, one) for one in wanted}


def _known_name(record: Record, person: str) -> str:
    known = record.known_as(person)
    return known.name if known else spoken(person)


def day_words(day: str) -> str:
    """Return a day in words; the hour is left out.

    >>> day_words("2025-12-20"), day_words("2025-12-20T10:00:00+01:00")
    ('20 December 2025', '20 December 2025')
    """
    year, month, number = day[:10].split("-")
    return f"{int(number)} {MONTHS[int(month) - 1]} {year}"


def interval_words(earliest: str | None, latest: str | None, precision: str | None = None) -> str:
    """Return an interval in words: one day, a stretch, or a time within it.

    >>> interval_words("2025-12-20", "2025-12-21", "within")
    'within 20–21 December 2025'
    >>> interval_words("2025-11-28", "2025-12-01"), interval_words(None, "2025-12-01")
    ('28 November – 1 December 2025', 'by 1 December 2025')
    """
    if earliest is None and latest is None:
        return "date not told"
    if earliest is None or latest is None:
        return f"by {day_words(latest)}" if latest else f"since {day_words(earliest or '')}"
    first, last = earliest[:10], latest[:10]
    if first == last:
        return day_words(first)
    lead = "within " if precision == "within" else ""
    if first[:7] == last[:7]:
        return f"{lead}{int(first[8:])}–{day_words(last)}"
    shown = day_words(first)
    return f"{lead}{shown.rpartition(' ')[0] if first[:4] == last[:4] else shown} – {day_words(last)}"


def age_words(said: str | None, on: str) -> str:
    """Return how old something said is on a day.

    >>> age_words("2025-12-01", "2025-12-22"), age_words("2025-12-22", "2025-12-22"), age_words(None, "2025-12-22")
    ('3 weeks', 'that day', 'undated')
    """
    if not said:
        return "undated"
    days = (date.fromisoformat(on[:10]) - date.fromisoformat(said[:10])).days
    if days <= 0:
        return "that day" if days == 0 else "later"
    for size, word in ((365, "year"), (30, "month"), (7, "week"), (1, "day")):
        if days >= 2 * size or (size == 1):
            number = days // size
            return f"{number} {word}{'' if number == 1 else 's'}"
    return ""


def counted(number: int, word: str, many: str | None = None) -> str:
    """Return a number with its noun.

    >>> counted(1, "talk"), counted(2, "story", "stories"), counted(1204, "page")
    ('1 talk', '2 stories', '1,204 pages')
    """
    return f"{number:,} {word if number == 1 else many or word + 's'}"


def ranged(least: int, most: int, dash: str = "–") -> str:
    """Return a range, or the one number that it is.

    >>> ranged(1, 1), ranged(1, 3), ranged(1, 3, "-")
    ('1', '1–3', '1-3')
    """
    return str(least) if least == most else f"{least}{dash}{most}"


def sources(least: int, most: int, what: str = "source") -> str:
    """Say how many sources: at least and at most so many.

    >>> sources(1, 1), sources(1, 3), sources(2, 2, "independent source")
    ('1 source', '1–3 sources', '2 independent sources')
    """
    span = ranged(least, most)
    return f"{span} {what}{'' if span == '1' else 's'}"


def value_words(field: str, value: Any, people: dict[str, str]) -> str:
    """Return one value of a field of an entry in words; `people` are names by id."""
    if value is None:
        return "not told"
    if isinstance(value, dict):
        if "earliest" in value:
            return interval_words(value["earliest"], value["latest"], value.get("precision"))
        if "attendance" in value:
            return f"{actor_words(value['who'], people)}: {spoken(value['attendance'])}"
        if "step" in value:
            return spoken(value["step"]) + (f" by {actor_words(value['by'], people)}" if value["by"] else "")
        if "answer" in value:
            return f"{actor_words(value['by'], people)} {spoken(value['answer'])}"
        if "number" in value or "at_least" in value:
            return count_words(value)
        return _place_or_person(value, people)
    if field in {"topics", "issue"}:
        return issue_name(str(value))
    if field in {"status", "format", "state", "kind", "scope"}:
        return spoken(str(value))
    return actor_words(str(value), people)


def _place_or_person(value: dict[str, Any], people: dict[str, str]) -> str:
    if value.get("person"):
        return actor_words(value["person"], people)
    return str(value.get("name") or value.get("description") or value.get("party") or "not told")


def actor_words(actor: str, people: dict[str, str]) -> str:
    """Return who acts: a person by name, a party by its name, a description as it stands."""
    return people.get(actor) or party_name(actor) or actor


ROOTS = {
    "person": "{}", "party": "{}", "institution": "{}", "organisation": "{}", "outlet": "{}", "document": "the document {}",
    "anonymous": "people whose names {} withheld", "unnamed": "people not named by {}", "narrator": "a page's own voice",
}  # fmt: skip


def root_words(root: str) -> str:
    """Return the key under which a source is counted in words.

    >>> root_words("person:yuri-ushakov"), root_words("anonymous:Politico"), root_words("narrator:08ff12cd")
    ('Yuri Ushakov', 'people whose names Politico withheld', "a page's own voice")
    """
    kind, _, who = root.partition(":")
    who, _, said = who.partition(":")
    name = "one report" if re.fullmatch(r"[0-9a-f]{8}|@?", who) else party_name(who.upper()) or spoken(who)
    return ROOTS.get(kind, "{}").format(name) + (f" (“{said}”)" if said else "")


def count_words(count: dict[str, Any]) -> str:
    """Return a number as said, with its floor or cap.

    >>> count_words({"what": "killed", "number": None, "at_least": 9.0, "at_most": None})
    'at least 9 killed'
    """
    for key, lead in (("number", ""), ("at_least", "at least "), ("at_most", "at most ")):
        if count.get(key) is not None:
            what = spoken(str(count.get("what") or ""))
            return f"{lead}{count[key]:,g} {f'{what}s' if what == 'time' and count[key] != 1 else what}".strip()
    return spoken(str(count.get("what") or "a number not told"))
