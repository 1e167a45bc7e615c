"""The form that a monitor fills in: a plain schema, the same in JSON, in CSV and on the page for a phone."""

import re
from datetime import date, datetime
from typing import Annotated, Any, Literal

import msgspec

from detente.errors import SourceError
from detente.lexicon.violence import violence

SCHEMA: Literal["detente-reports/1"] = "detente-reports/1"
Degrees = Annotated[float, msgspec.Meta(ge=-180, le=180)]
Latitude = Annotated[float, msgspec.Meta(ge=-90, le=90)]
Kilometres = Annotated[float, msgspec.Meta(ge=0, le=1000)]
Number = Annotated[int, msgspec.Meta(ge=0)]
Words = Annotated[str, msgspec.Meta(max_length=4000)]
AGAIN = "mend it and hand it in again"
Sha256 = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]


class Reporter(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Who reports. `code` is what a mission or a phone gave out; name and contact are sealed and never leave."""

    code: str | None = None
    name: str | None = None
    contact: str | None = None


class Photo(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A photo by its hash; `data` holds it, in base64, where it comes along."""

    sha256: Sha256
    name: str = ""
    data: bytes = b""


class Answer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What another side says of the incident."""

    by: str
    answer: Literal["denies", "confirms", "could_not_verify", "access_refused"]


class Form(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One report. Times are ISO 8601, a stretch of time "START/END"; places as said, with how exact they are.

    `about`: an incident; an observation (what could be seen of an area, and why not all of it); or an obligation (that
    something owed was or was not done). `told_by`: the reporter is a monitor, speaks for a party, or is a witness.
    """

    id: str
    written: str
    about: Literal["incident", "observation", "obligation"] = "incident"
    told_by: Literal["monitor", "party", "witness"] = "witness"
    mission: str | None = None
    party: str | None = None
    when: str | None = None
    where: str | None = None
    lat: Latitude | None = None
    lon: Degrees | None = None
    within_km: Kilometres | None = None
    district: str | None = None
    what: str | None = None
    alleged_by: str | None = None
    accused: str | None = None
    finding: Literal["found", "could_not_verify", "access_refused"] | None = None
    killed: Number | None = None
    injured: Number | None = None
    rounds: Number | None = None
    answers: tuple[Answer, ...] = ()
    seen: Literal["all", "part", "nothing"] | None = None
    why: Words | None = None
    obligation: str | None = None
    owed_by: str | None = None
    clause: str | None = None
    state: Literal["reported done", "reported not done", "disputed"] | None = None
    account: Words | None = None
    note: Words | None = None
    reporter: Reporter = Reporter()
    photos: tuple[Photo, ...] = ()

    @property
    def private(self) -> bool:
        """Tell whether it holds what must be sealed: a name, a contact, a note."""
        return bool(self.reporter.name or self.reporter.contact or self.note)


def form_schema() -> dict[str, Any]:
    """Return the JSON schema of a bundle of reports."""
    schema, parts = msgspec.json.schema_components([Form], ref_template="#/$defs/{name}")
    kinds = {"enum": [kind.id for kind in violence().kinds]}
    parts["Form"]["properties"]["what"] = {"anyOf": [kinds, {"type": "null"}], "default": None}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema", "title": SCHEMA, "type": "object", "$defs": parts,
        "required": ["schema", "reports"], "additionalProperties": False,
        "properties": {"schema": {"const": SCHEMA}, "reports": {"type": "array", "items": schema[0]}},
    }  # fmt: skip


def form_of(row: Any, where: str) -> Form:
    """Return a report from plain values. Raises SourceError that says which field is wrong and what it may be.

    >>> form_of({"id": "1", "written": "2026-03-02", "what": "shelling"}, "a.json").what
    'shelling'
    """
    try:
        form = msgspec.convert(row, Form, strict=False)
    except msgspec.ValidationError as error:
        raise SourceError(f"{where}: {error}; mend the field") from error
    wrong = next((told for told in _wrong(form) if told), None)
    if wrong:
        raise SourceError(f"{where}: {wrong}")
    return form


def _wrong(form: Form) -> tuple[str | None, ...]:
    """What the schema's types cannot say."""
    kinds = {kind.id for kind in violence().kinds}
    about = {"incident": form.what, "observation": form.seen, "obligation": form.obligation and form.state}
    needed = {"incident": "what", "observation": "seen", "obligation": "obligation and state"}[form.about]
    return (
        None if form.id.strip() else "no id; give each report one of its own",
        *(None if moment is None or ends_of(moment) else f"'{moment}' is no time; write 2026-03-02T14:00+02:00, or two of them with a / between" for moment in (form.written, form.when)),
        None if about[form.about] else f"a report of an {form.about} without {needed}; fill it in",
        None if form.what is None or form.what in kinds else f"what: '{form.what}' is none of: {', '.join(sorted(kinds))}; {AGAIN}",
        None if (form.lat is None) == (form.lon is None) else "lat and lon go together; give both or none",
        None if form.told_by != "party" or form.party else f"told_by party needs party: for whom the reporter speaks; {AGAIN}",
    )  # fmt: skip


TIME = re.compile(r"\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}.*)?")


def ends_of(moment: str) -> tuple[str, str] | None:
    """Return both ends of a time or stretch of time; None where it is none.

    >>> ends_of("2026-03-02T14:00+02:00/2026-03-02T15:00+02:00")
    ('2026-03-02T14:00:00+02:00', '2026-03-02T15:00:00+02:00')
    >>> ends_of("2026-03-02"), ends_of("Monday")
    (('2026-03-02', '2026-03-02'), None)
    """
    first, _, last = moment.strip().partition("/")
    ends = [_iso(end) for end in (first, last or first)]
    if ends[0] is None or ends[1] is None or ends[0][:10] > ends[1][:10]:
        return None
    return ends[0], ends[1]


def _iso(text: str) -> str | None:
    """A day or a moment in one spelling; None where it is neither."""
    if not TIME.fullmatch(text.strip()):
        return None
    read = date.fromisoformat if len(text.strip()) == 10 else datetime.fromisoformat
    try:
        return read(text.strip()).isoformat()
    except ValueError:
        return None
