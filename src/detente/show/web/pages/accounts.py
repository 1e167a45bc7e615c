"""Every account of an entry: what one page says of it, by which chain, in which sentence."""

from collections.abc import Mapping

import msgspec

from detente.model import Actor, Answer, Count, Entry, Noun, Participant, Told, When, Where
from detente.record import Quoted
from detente.show.cited import Cited, Words, chain_words, words_of
from detente.show.names import actor_words, count_words, interval_words, names_of, spoken, value_words
from detente.show.public import LEFT
from detente.show.web.look import Look

ACCOUNTS = 40  # accounts of an entry that its page shows


class Account(Noun, frozen=True, kw_only=True):
    """One page's account of an entry: what it says of each field, by which chain, in which sentence."""

    claim: str
    document: str
    outlet: str | None
    published: str | None
    status: str | None
    chain: str
    says: Mapping[str, str]
    words: Words | None
    copy_of: str | None = None


def accounts(look: Look, entry: Entry) -> tuple[Account, ...]:
    """Return the accounts of an entry as far as they may be shown, the newest page first."""
    quoted = look.record.quoted(entry.claims[: 4 * ACCOUNTS])
    rows = sorted(quoted.values(), key=lambda row: (row.told.published or "", row.told.order), reverse=True)
    rows = rows[:ACCOUNTS]
    allowed = look.profile.entry(entry)
    earliest: dict[str, str] = {}
    for row in reversed(rows):
        earliest.setdefault(row.told.story, row.told.document)
    return tuple(_account(look, row, allowed, earliest[row.told.story]) for row in rows)


def _account(look: Look, row: Quoted, entry: Entry, earliest: str) -> Account:
    told = row.told
    bare = Cited(field="status", value=None, shown="", at_least=0, at_most=0, accounts=1, words=words_of(row, "status"))
    words = look.profile.cited(entry, {"status": (bare,)})["status"][0].words
    return Account(
        claim=told.claim.id, document=told.document, outlet=told.outlet, published=told.published,
        status=getattr(told.claim, "status", None), chain=words.chain if words else chain_words(told.source("status"), told),
        says=_says(look, told, entry), words=words, copy_of=earliest if told.story and earliest != told.document else None,
    )  # fmt: skip


def _says(look: Look, told: Told, entry: Entry) -> dict[str, str]:
    """What one claim says of each field of the entry that may be shown, in words."""
    place = entry.value("where")
    left = {"where"} if isinstance(place, dict) and place.get("name") == LEFT else set()
    says = {}
    for field in entry.fields:
        value = getattr(told.claim, field, None)
        if field == "participants" and value and look.profile.public and len(entry.stories) > 1:
            value = tuple(one for one in value if one.person)
        if value and field not in left | {"status", "attendance"}:
            says[field] = _words(field, value, look)
    return says


def _words(field: str, value: object, look: Look) -> str:
    """A value of a claim in words."""
    if isinstance(value, tuple):
        return ", ".join(_words(field, one, look) for one in value)
    if isinstance(value, When):
        return f"{interval_words(value.earliest, value.latest, value.precision)} (“{value.as_said}”)"
    if isinstance(value, Where):
        return value.name
    if isinstance(value, Count):
        return count_words(msgspec.structs.asdict(value))
    if isinstance(value, Answer):
        return f"{_words(field, value.by, look)} {spoken(value.answer)}"
    if isinstance(value, Participant | Actor):
        value = value.person or value.description or value.party or "not told"
        return actor_words(value, names_of(look.record, [value]) if "-" in value else {})
    return value_words(field, value, {})
