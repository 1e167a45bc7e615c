"""`detente brief`: one dated page on what happened since a day, every sentence footnoted, ending with what is not known."""

from collections.abc import Iterable, Iterator
from datetime import date

from detente.model import Agreement, Ceasefire, Incident, Obligation, Talk
from detente.record import Filter
from detente.show.cited import Words
from detente.show.names import counted, day_words, sources, spoken
from detente.show.paper import Paper, Said, Section, counted_fact
from detente.show.symbols import DIRECTIONS, TELLERS
from detente.show.web.lines import EntryLine, StepLine, dispute_lines, entry_lines, stand_lines
from detente.show.web.look import Coverings, Look

MOST = 60  # entries of a section
HAPPENED = frozenset({"held", "under_way", "collapsed", "suspended", "cancelled", "postponed", "denied"})
FIELDS = (
    "status", "when", "where", "parties", "participants", "scope", "declared_by", "start", "kind", "alleged_by", "alleged_perpetrator",
    "counts", "answers", "name", "who", "what", "by_when", "state",
)  # fmt: skip


def brief(look: Look, since: str) -> Paper:
    """Return the brief of a look's day, telling of what concerns the days since then."""
    chosen = look.asked.chosen(since=since, on=None)
    talks = entry_lines(look, look.record.newest(Talk, chosen, MOST), FIELDS)
    past = Filter(status="planned", until=_before(look.on), party=look.asked.party)
    unreported = [
        one
        for one in entry_lines(look, look.record.newest(Talk, past, MOST), FIELDS)
        if one.follow == "due, unreported"
    ]
    happened = [one for one in talks if one.standing in HAPPENED]
    ahead = [one for one in talks if one.follow == "ahead" or (one.standing not in HAPPENED and one.follow is None)]
    sections = (
        Section(
            title="What is ahead",
            said=tuple(map(_talk, reversed(ahead))),
            empty="No page tells of a talk still to come.",
        ),
        Section(
            title="What took place, or did not",
            said=tuple(map(_talk, happened)),
            empty="No page tells of a talk in these days.",
        ),
        Section(title="What moved", said=tuple(_moves(look, since)), empty="No position was told in these days."),
        Section(
            title="Agreements, truces and what is owed",
            said=tuple(_agreed(look, chosen)),
            empty="No page tells of any.",
        ),
        Section(title="What is alleged", said=tuple(_alleged(look, chosen)), empty="No incident is alleged."),
        Section(
            title="What is disputed", said=tuple(_disputed(look, chosen)), empty="No accounts contradict one another."
        ),
        Section(
            title="What could not be established",
            said=tuple(_unknown([*ahead, *happened], unreported)),
            empty="Nothing is known to be missing.",
        ),
    )
    return Paper(
        title=f"Brief of {day_words(look.on)}", subtitle=f"What pages tell since {day_words(since)}. Every sentence is somebody's word; figures are independent sources, at least and at most.",
        sections=(*sections, _unread(look.coverage()), _left(look)) if look.profile.public else (*sections, _unread(look.coverage())),
    )  # fmt: skip


def _before(day: str) -> str:
    return date.fromordinal(max(1, date.fromisoformat(day).toordinal() - 1)).isoformat()


def _words(line: EntryLine, *fields: str) -> tuple[Words, ...]:
    """The sentences behind the leading value of these fields, each once, that of the status first."""
    found = [line.words, *(facts[0].words for name in fields if (facts := line.fields.get(name)))]
    return tuple({(one.document, one.sentence): one for one in found if one}.values())


def _facts(line: EntryLine, field: str) -> str:
    return ", ".join(counted_fact(fact) for fact in line.fields.get(field, ()))


def _talk(line: EntryLine) -> Said:
    status = next((fact for fact in line.fields.get("status", ()) if fact.value == line.standing), None)
    parts = [
        " and ".join(counted_fact(fact) for fact in line.fields.get("parties", ())) or "Parties not told",
        f"{counted_fact(status) if status else spoken(line.standing or 'uncertain')}",
        f"when: {_facts(line, 'when') or 'not told'}",
        f"where: {_facts(line, 'where') or 'not told'}",
        *([f"with {_facts(line, 'participants')}"] if line.fields.get("participants") else ()),
    ]
    return Said(text="; ".join(parts) + ".", words=_words(line, "when", "where", "parties", "participants"))


def _moves(look: Look, since: str) -> Iterator[Said]:
    stands = look.record.stands(look.on, Filter(since=since, party=look.asked.party, issue=look.asked.issue))
    lines = stand_lines(look, stands)
    fresh = [one for one in lines if (one.said or "") >= since]
    for line in sorted(
        fresh, key=lambda one: (one.issue.startswith("process"), one.direction is None, one.party, one.issue)
    )[:MOST]:
        yield Said(text=_step(line), words=(line.words,) if line.words else ())


def _step(line: StepLine) -> str:
    arrow = f", which {DIRECTIONS[line.direction].word}" if line.direction else ""
    said = f" (“{line.as_said}”)" if line.as_said else ""
    behind = f"{TELLERS[line.told_by]}, {sources(line.at_least, line.at_most)}"
    return f"{line.party_name} on {line.issue_name.lower()}: {line.stance}{said}{arrow}; {behind}."


def _agreed(look: Look, chosen: Filter) -> Iterator[Said]:
    for noun in (Agreement, Ceasefire, Obligation):
        for line in entry_lines(look, look.record.newest(noun, chosen, MOST), FIELDS):
            status = next(iter(line.fields.get("status") or line.fields.get("state") or ()), None)
            scope = f"; scope: {_facts(line, 'scope')}" if line.fields.get("scope") else ""
            yield Said(
                text=f"{line.title}: {counted_fact(status) if status else 'status not told'}{scope}.",
                words=_words(line, "scope"),
            )


def _alleged(look: Look, chosen: Filter) -> Iterator[Said]:
    for line in entry_lines(look, look.record.newest(Incident, chosen, MOST), FIELDS):
        by, counts, answers = (_facts(line, field) for field in ("alleged_by", "counts", "answers"))
        text = f"{line.title}; alleged by {by or 'somebody not told'}{f'; {counts}' if counts else ''}; answers: {answers or 'none told'}."
        yield Said(text=text, words=_words(line, "alleged_by", "counts", "answers"))


def _disputed(look: Look, chosen: Filter) -> Iterator[Said]:
    for line in dispute_lines(look, look.record.disputed(chosen, MOST)):
        accounts = " against ".join(counted_fact(fact) for fact in line.accounts)
        words = {(one.document, one.sentence): one for fact in line.accounts if (one := fact.words)}
        yield Said(text=f"{line.title}, {spoken(line.field)}: {accounts}.", words=tuple(words.values()))


def _unknown(lines: Iterable[EntryLine], unreported: Iterable[EntryLine]) -> Iterator[Said]:
    for line in unreported:
        yield Said(text=f"{line.title} was announced, and no page reports whether it took place.", words=_words(line))
    for line in lines:
        missing = [
            name
            for name, field in (("when", "when"), ("where", "where"), ("who met", "participants"))
            if not line.fields.get(field)
        ]
        if missing:
            yield Said(text=f"{line.title}: no page tells {', '.join(missing)}.", words=_words(line))
        if line.at_most == 1:
            yield Said(
                text=f"{line.title}: that it is {spoken(line.standing or 'uncertain')} rests on one source.",
                words=_words(line),
            )


def _unread(coverage: Coverings) -> Section:
    read = f"Read were {counted(coverage.read, 'page')} of {counted(coverage.outlets, 'outlet')} in {', '.join(coverage.languages) or 'no language told'}"
    days = (
        f", from {day_words(coverage.first)} to {day_words(coverage.last)}" if coverage.first and coverage.last else ""
    )
    return Section(
        title="What was not read",
        said=(
            Said(text=f"{read}{days}. Whatever other outlets or languages tell is not in this brief.", bare=True),
            Said(text=f"{counted(coverage.gated, 'page')} passed over as about something else; {counted(coverage.refused, 'source')} could not be read.", bare=True),
        ),
    )  # fmt: skip


def _left(look: Look) -> Section:
    left = [Said(text=f"{number} {what}.", bare=True) for what, number in look.profile.left().items()]
    return Section(title="What was left out so as to do no harm", said=tuple(left), empty="Nothing had to be left out.")
