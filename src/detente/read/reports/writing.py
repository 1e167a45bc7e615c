"""A report as a document: a line for each field, so that every claim made of it quotes its words.

Names, contacts, private notes and photos stay out; of the reporter's code a token remains, under which one reporter's
reports count as one source.
"""

from collections.abc import Iterator

from detente.geography import Gazetteer
from detente.model import Document, Region, fingerprint
from detente.read.reports.form import Form, ends_of

HEADS = {"incident": "Report of an incident", "observation": "Report of an observation", "obligation": "Report on an obligation"}  # fmt: skip


def document_of_form(form: Form, gazetteer: Gazetteer | None = None) -> Document:
    """Return a report as a document; places are looked up in the gazetteer where it tells no coordinates.

    >>> print(document_of_form(Form(id="1", written="2026-03-02", what="shelling", where="Orlivka", within_km=2)).text)
    Report of an incident
    written: 2026-03-02
    told by: witness
    what: shelling
    where: Orlivka
    within: 2 km
    """
    text = "\n".join((HEADS[form.about], *(f"{label}: {value}" for label, value in _lines(form, gazetteer) if value)))
    who = form.reporter.code or form.mission or form.party or ""
    return Document(
        id=fingerprint("report", who, form.id),
        version=fingerprint("version", text),
        text=text,
        kind="monitor's report" if form.told_by == "monitor" else "form",
        title=HEADS[form.about],
        published=(ends_of(form.written) or (form.written,))[0],
        regions=(Region(start=0, end=len(text), label="body"),),
    )


def _lines(form: Form, gazetteer: Gazetteer | None) -> Iterator[tuple[str, object]]:
    yield "written", form.written
    yield "told by", form.told_by
    yield "mission", form.mission
    yield "party", form.party
    yield "reporter", form.reporter.code and fingerprint("reporter", form.reporter.code)[:12]
    yield "what", form.what
    yield "when", form.when
    yield from _place(form, gazetteer)
    yield "alleged by", form.alleged_by
    yield "accused", form.accused
    yield "finding", form.finding
    for what in ("killed", "injured", "rounds"):
        number = getattr(form, what)
        yield what, None if number is None else str(number)
    for answer in form.answers:
        yield "answer", f"{answer.by} {answer.answer}"
    yield "seen", form.seen
    yield "why", _line(form.why)
    yield "obligation", form.obligation
    yield "state", form.state
    yield "account", _line(form.account)
    for photo in form.photos:
        yield "photo", photo.sha256


def _place(form: Form, gazetteer: Gazetteer | None) -> Iterator[tuple[str, object]]:
    """The place as said, then as the gazetteer knows it; what the report tells itself comes first."""
    known = gazetteer.place(form.where) if gazetteer and form.where else None
    lat, lon, within = form.lat, form.lon, form.within_km
    if lat is None and known:
        lat, lon = known.lat, known.lon
        within = known.within_km if within is None else within
    yield "where", form.where
    yield "known as", known and known.name
    yield "at", None if lat is None else f"{lat:g}, {lon:g}"
    yield "within", None if within is None else f"{within:g} km"
    yield "district", form.district or (known and known.district)


def _line(words: str | None) -> str | None:
    return " ".join(words.split()) if words else None
