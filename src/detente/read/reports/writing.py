"""A report as a document: a line for each field, so that every claim made of it quotes its words.

Names, contacts, private notes and photos stay out, also where the reporter's own words name the reporter; of the reporter's
code a token remains, under which one reporter's reports count as one source.
"""

import re
from collections.abc import Iterator

from detente.geography import Geography
from detente.model import Document, Region, fingerprint
from detente.read.reports.form import Form, Reporter, ends_of

WITHHELD = "[reporter]"
# Lines in the reporter's own words.
FREE = frozenset({"where", "why", "account", "obligation", "alleged by", "accused", "answer"})
SHORTEST = 3  # letters of a part of a name that is looked for by itself
HEADS = {"incident": "Report of an incident", "observation": "Report of an observation", "obligation": "Report on an obligation"}  # fmt: skip


def document_of_form(form: Form, geography: Geography | None = None) -> Document:
    """Return a report as a document; places are looked up in the geography where it tells no coordinates.

    >>> print(document_of_form(Form(id="1", written="2026-03-02", what="shelling", where="Orlivka", within_km=2)).text)
    Report of an incident
    written: 2026-03-02
    told by: witness
    what: shelling
    where: Orlivka
    within: 2 km
    """
    told = ((label, _line(value)) for label, value in _lines(form, geography) if value)
    nobody = _reporters(form.reporter)
    lines = (f"{label}: {nobody.sub(WITHHELD, value) if nobody and label in FREE else value}" for label, value in told)
    text = "\n".join((HEADS[form.about], *lines))
    who = form.reporter.code or form.mission or form.party or ""
    return Document(
        id=fingerprint("report", who, form.id),
        version=fingerprint("version", text),
        text=text,
        kind="monitor's report" if form.told_by == "monitor" else "form",
        title=HEADS[form.about],
        published=(ends_of(form.written) or (form.written,))[0],
        regions=(Region(start=0, end=len(text), label="form"),),
    )


def _reporters(reporter: Reporter) -> re.Pattern[str] | None:
    """What finds the reporter in free text: the name, its parts, the contact and the code."""
    name = (reporter.name or "").split()
    parts = [reporter.name, reporter.contact, reporter.code, *(part for part in name if len(part) >= SHORTEST)]
    known = sorted({re.escape(part.strip()) for part in parts if part and part.strip()}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(known)})(?!\w)", re.IGNORECASE) if known else None


def _lines(form: Form, geography: Geography | None) -> Iterator[tuple[str, str | None]]:
    yield "written", form.written
    yield "told by", form.told_by
    yield "mission", form.mission
    yield "party", form.party
    yield "reporter", form.reporter.code and fingerprint("reporter", form.reporter.code)[:12]
    yield "what", form.what
    yield "when", form.when
    yield from _place(form, geography)
    yield "alleged by", form.alleged_by
    yield "accused", form.accused
    yield "finding", form.finding
    for what in ("killed", "injured", "rounds"):
        number = getattr(form, what)
        yield what, None if number is None else str(number)
    for answer in form.answers:
        yield "answer", f"{answer.by} {answer.answer}"
    yield "seen", form.seen
    yield "why", form.why
    yield "obligation", form.obligation
    yield "owed by", form.owed_by
    yield "clause", form.clause
    yield "state", form.state
    yield "account", form.account
    for photo in form.photos:
        yield "photo", photo.sha256


def _place(form: Form, geography: Geography | None) -> Iterator[tuple[str, str | None]]:
    """The place as said, then as the gazetteer knows it; what the report tells itself comes first."""
    known = geography.gazetteer.place(form.where, form.district) if geography and form.where else None
    lat, lon, within = form.lat, form.lon, form.within_km
    if lat is None and known:
        lat, lon = known.lat, known.lon
        within = known.within_km if within is None else within
    yield "where", form.where
    yield "known as", known.name if known else None
    yield "at", None if lat is None else f"{lat:g}, {lon:g}"
    yield "within", None if within is None else f"{within:g} km"
    yield (
        "district",
        form.district or (known and known.district) or (geography.district(lat, lon, within) if geography else None),
    )


def _line(words: str) -> str:
    """Words on one line, so that none of them stands for a line of its own."""
    return " ".join(words.split())
