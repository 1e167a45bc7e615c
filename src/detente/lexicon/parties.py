"""Parties by name: states, organisations, armed groups, coalitions, loose groups."""

from functools import cache
from importlib.resources import files

import msgspec

from detente.lexicon import shaped
from detente.lexicon.process import Process, process_in_force


class Party(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A party of the lexicon; see the head of `parties.toml` for the fields."""

    id: str
    name: str = ""
    kind: str
    forms: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    country: str | None = None
    sector: str | None = None


class Form(msgspec.Struct, frozen=True):
    """One way to name a party. `kind`: name, demonym, adjective or capital, which is a place too; format names no party."""

    party: str
    kind: str


KINDS = (("name", "forms"), ("demonym", "people"), ("adjective", "adjectives"), ("capital", "seats"))


class Names(msgspec.Struct, frozen=True):
    """Parties by id, their forms as texts spell them, and for each first word how many words its longest form has."""

    parties: dict[str, Party]
    forms: dict[str, Form]
    listed: dict[str, Form]
    longest: dict[str, int]

    def find(self, text: str) -> Form | None:
        """Return the form of this spelling; of listed bodies every word but the small ones has a capital."""
        found = self.forms.get(text)
        if found is not None or text.lower() not in self.listed:
            return found
        return self.listed[text.lower()] if all(w[:1].isupper() for w in text.split() if w not in SMALL) else None


SMALL = frozenset("of the and for in on to de la des du et al el ul wa".split())


def names() -> Names:
    """Return the names of all parties: those that ship, and those of the process in force."""
    process = process_in_force()
    return _of_process(process) if process is not None else _shipped()


@cache
def _shipped() -> Names:
    """Load the lexicon: the parties written by hand, every country, and the listed organisations and armed groups."""
    return compiled(_by_hand())


@cache
def _by_hand() -> list[Party]:
    return shaped("parties", list[Party], "party")


def _of_process(process: Process) -> Names:
    """The names under a process, compiled once for each of its versions."""
    key = process.version
    if key not in _compiled:
        found = compiled(list(_extended(process).values()))
        formats = {name: Form("", "format") for one in process.format for name in (one.name, *one.also)}
        longest = dict(found.longest)
        for text in formats:
            longest[_first_word(text)] = max(longest.get(_first_word(text), 0), _tokens(text))
        _compiled[key] = Names(found.parties, {**found.forms, **formats}, found.listed, longest)
    return _compiled[key]


_compiled: dict[str, Names] = {}


def _extended(process: Process) -> dict[str, Party]:
    """The parties written by hand, with what a process says of them, and those that it adds."""
    found = {party.id: party for party in _by_hand()}
    for one in process.party:
        known = found.get(one.id) or _shipped().parties.get(one.id) or Party(id=one.id, kind=one.kind)
        lists = {field: (*getattr(known, field), *getattr(one, field)) for _, field in KINDS}
        found[one.id] = Party(
            id=one.id, name=one.name or known.name, kind=one.kind or known.kind, country=one.country or known.country,
            sector=one.sector or known.sector, **lists,
        )  # fmt: skip
    return found


def parties_of(process: Process) -> dict[str, Party]:
    """Return every party that is known under a process."""
    return _of_process(process).parties


def compiled(by_hand: list[Party]) -> Names:
    """Join parties written by hand with the listed ones; what is written by hand comes first."""
    found = {party.id: party for party in by_hand}
    forms = _country_forms(found)
    for party in by_hand:
        for kind, field in KINDS:
            forms |= {text: Form(party.id, kind) for text in getattr(party, field)}
    listed = _listed(found, {text.lower() for text in forms})
    longest: dict[str, int] = {}
    for text in (*forms, *listed):
        longest[_first_word(text)] = max(longest.get(_first_word(text), 0), _tokens(text))
    return Names(found, forms, listed, longest)


def _first_word(text: str) -> str:
    return text.split()[0].lower().removesuffix("'s").removesuffix("’s")


def _tokens(text: str) -> int:
    """No fewer tokens than the reader makes of a name: hyphens, slashes, dots and apostrophes may stand alone."""
    return len(text.split()) + 2 * sum(text.count(mark) for mark in "-/'’.&,")


def _country_forms(found: dict[str, Party]) -> dict[str, Form]:
    """Forms of every country, which gets a party where none is written; a name outranks a capital."""
    forms: dict[str, Form] = {}
    for iso3, kind, form in _rows("countries"):
        if kind == "name":
            known = found.setdefault(iso3, Party(id=iso3, name=form, kind="state"))
            if not known.name:
                found[iso3] = msgspec.structs.replace(known, name=form)
        shape = kind if kind in {"capital", "demonym"} else "name"
        if form not in forms or shape != "capital":
            forms[form] = Form(iso3, shape)
        if kind == "demonym":
            forms.setdefault(f"{form}s", Form(iso3, "demonym"))
    return forms


def _listed(found: dict[str, Party], known: set[str]) -> dict[str, Form]:
    """Forms, in lower case, of the organisations and armed groups of `organisations.tsv`; a state's bodies are the state."""
    forms: dict[str, Form] = {}
    for country, sector, kind, spelt in _rows("organisations"):
        own = [text for text in spelt.split("|") if text not in known]
        if not own:
            continue
        id_ = country if kind == "institution" else own[0].upper().replace(" ", "-").replace("'", "")
        if kind != "institution":
            found.setdefault(
                id_,
                Party(id=id_, name=_titled(own[0]), kind=kind, country=country or None, sector=sector or None),
            )
        if id_ in found:
            for text in own:
                forms.setdefault(text, Form(id_, "name"))
    return forms


def _titled(text: str) -> str:
    return " ".join(word if word in SMALL else word[:1].upper() + word[1:] for word in text.split())


def _rows(name: str) -> list[tuple[str, ...]]:
    lines = (files("detente.lexicon") / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines]


def parties() -> dict[str, Party]:
    """Return every party by its id."""
    return names().parties


def forms() -> dict[str, Form]:
    """Return every form written by hand or of a country."""
    return names().forms
