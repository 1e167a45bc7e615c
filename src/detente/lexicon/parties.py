"""Parties by name: states, organisations, armed groups, coalitions, loose groups."""

from functools import cache
from importlib.resources import files

import msgspec

from detente.lexicon import entries_of


class Party(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A party of the lexicon."""

    id: str
    name: str
    kind: str
    forms: tuple[str, ...] = ()


class Form(msgspec.Struct, frozen=True):
    """One way to name a party. `kind`: name, demonym, capital or place."""

    party: str
    kind: str


@cache
def parties() -> dict[str, Party]:
    """Parties by id: the hand-written ones, and every country."""
    found = {party.id: party for party in msgspec.convert(entries_of("parties")["party"], list[Party])}
    for iso3, kind, form in _country_rows():
        if kind == "name":
            found.setdefault(iso3, Party(id=iso3, name=form, kind="state"))
    return found


@cache
def _country_rows() -> tuple[tuple[str, str, str], ...]:
    lines = (files("detente.lexicon") / "countries.tsv").read_text(encoding="utf-8").splitlines()
    return tuple((iso3, kind, form) for iso3, kind, form in (line.split("\t") for line in lines))


@cache
def forms() -> dict[str, Form]:
    """Every name of every party; capitals are marked, since they are places too."""
    found: dict[str, Form] = {}
    capitals = {form for _, kind, form in _country_rows() if kind == "capital"}
    for iso3, kind, form in _country_rows():
        shape = {"capital": "capital", "demonym": "demonym"}.get(kind, "name")
        if form not in found or shape != "capital":
            found[form] = Form(iso3, shape)
        if kind == "demonym":
            found.setdefault(f"{form}s", Form(iso3, "demonym"))
    for party in parties().values():
        for form in party.forms:
            known = found.get(form)
            adjective = form in DEMONYMS or (known is not None and known.kind == "demonym")
            found[form] = Form(
                party.id, "capital" if form in capitals or form in SEATS else "demonym" if adjective else "name"
            )
    return found


DEMONYMS = frozenset(
    {"American", "Americans", "Russian", "Russians", "Ukrainian", "Ukrainians", "British", "Turkish", "Israeli", "Israelis",
     "Palestinian", "Palestinians", "Congolese", "Emirati", "Saudi", "Iranian", "Iranians", "South Korean", "North Korean",
     "European", "Europeans", "Houthi"}
)  # fmt: skip
SEATS = frozenset({"Moscow", "Kyiv", "Kiev", "London", "Ankara", "Kinshasa", "Riyadh", "Tehran", "Seoul", "Pyongyang", "Washington", "Ramallah"})  # fmt: skip


LONGEST_FORM = 5  # tokens
