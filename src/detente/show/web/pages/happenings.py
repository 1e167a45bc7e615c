"""Ceasefires and incidents, agreements and obligations: each as somebody tells it, with the answers beside it."""

from detente.model import Agreement, Ceasefire, Incident, Noun, Obligation
from detente.show.web.lines import EntryLine, entry_lines
from detente.show.web.look import Look, Turned
from detente.show.web.pages.entry import OneEntry, one_entry
from detente.show.web.register import INCIDENT_FIELDS

SIZE = 20
CEASEFIRE_FIELDS = ("status", "parties", "scope", "declared_by", "start", "end", "mediators", "monitors")
AGREEMENT_FIELDS = ("name", "kind", "parties", "status", "when")
OBLIGATION_FIELDS = ("who", "what", "by_when", "under", "clause", "state")


class Ceasefires(Noun, frozen=True, kw_only=True):
    """Truces, and alleged breaches of them with the counter-claims."""

    ceasefires: tuple[EntryLine, ...]
    incidents: tuple[EntryLine, ...]
    turned: Turned
    ceasefires_total: int


def ceasefires(look: Look) -> Ceasefires:
    """Ask for the newest ceasefires, and a page of incidents."""
    chosen = look.asked.chosen()
    incidents = look.record.newest(Incident, look.asked.chosen(status=None), SIZE + 1, (look.asked.page - 1) * SIZE)
    truces = look.record.newest(Ceasefire, chosen, SIZE // 2) if look.asked.page == 1 else []
    return Ceasefires(
        ceasefires=entry_lines(look, truces, CEASEFIRE_FIELDS), incidents=entry_lines(look, incidents[:SIZE], INCIDENT_FIELDS),
        turned=look.turned(incidents, SIZE, look.record.count(Incident, look.asked.chosen(status=None))),
        ceasefires_total=look.record.count(Ceasefire, chosen),
    )  # fmt: skip


class Agreements(Noun, frozen=True, kw_only=True):
    """Agreements, and what they oblige whom to do by when."""

    agreements: tuple[EntryLine, ...]
    obligations: tuple[EntryLine, ...]
    turned: Turned


def agreements(look: Look) -> Agreements:
    """Ask for agreements and obligations, newest first."""
    chosen, start = look.asked.chosen(), (look.asked.page - 1) * SIZE
    found = look.record.newest(Agreement, chosen, SIZE + 1, start)
    owed = look.record.newest(Obligation, chosen, SIZE + 1, start)
    return Agreements(
        agreements=entry_lines(look, found[:SIZE], AGREEMENT_FIELDS), obligations=entry_lines(look, owed[:SIZE], OBLIGATION_FIELDS),
        turned=look.turned(max(found, owed, key=len), SIZE),
    )  # fmt: skip


def ceasefire(look: Look, id_: str) -> OneEntry:
    """Ask for one ceasefire."""
    return one_entry(look, look.one(id_, Ceasefire))


def incident(look: Look, id_: str) -> OneEntry:
    """Ask for one incident."""
    return one_entry(look, look.one(id_, Incident))


def agreement(look: Look, id_: str) -> OneEntry:
    """Ask for one agreement."""
    return one_entry(look, look.one(id_, Agreement))


def obligation(look: Look, id_: str) -> OneEntry:
    """Ask for one obligation."""
    return one_entry(look, look.one(id_, Obligation))
