"""A report's document → its claim: the lines "label: value" that `read.reports` wrote, each value its field's evidence.

Whoever alleges is a party of the report's own words; a monitor's own finding stays apart from what it was told.
"""

import re
from collections.abc import Callable, Mapping

import msgspec

from detente.model import (
    Actor,
    Answer,
    Claim,
    Claims,
    Count,
    Document,
    Evidence,
    IncidentClaim,
    Link,
    ObligationClaim,
    ObservationClaim,
    Source,
    Span,
    When,
    Where,
)
from detente.understand.signing import signed

HEAD = re.compile(r"Report (?:of an|on an) (incident|observation|obligation)\n")
LINE = re.compile(r"^([a-z ]+): (.+)$", re.MULTILINE)
Told = Mapping[str, tuple[Span, ...]]


def is_report(document: Document) -> bool:
    """Tell whether a document is a report as `read.reports` writes it."""
    return document.kind in {"form", "monitor's report"} and HEAD.match(document.text) is not None


def claims_of_report(document: Document) -> Claims:
    """Return the one claim that a report makes, and its source."""
    told: dict[str, tuple[Span, ...]] = {}
    for line in LINE.finditer(document.text):
        told[line[1]] = (*told.get(line[1], ()), document.span(line.start(2), line.end(2)))
    head = HEAD.match(document.text)
    make = MAKERS[head[1] if head else "incident"]
    list_, claim = make(told)
    source = _source(told)
    made = signed(document, (msgspec.structs.replace(claim, source=source.id),))
    return msgspec.structs.replace(Claims(document=document, sources=(source,)), **{list_: made})


def _incident(told: Told) -> tuple[str, Claim]:
    counts = [(Count(what=what, number=float(told[what][0].quote)), told[what]) for what in ("killed", "injured", "rounds") if what in told]  # fmt: skip
    answers = tuple(_answer(span.quote) for span in told.get("answer", ()))
    evidence = {"counts": tuple(span for _, spans in counts for span in spans), "answers": told.get("answer", ()), "kind": told["what"]}  # fmt: skip
    by = "alleged by" if "alleged by" in told else "party"
    claim = IncidentClaim(
        kind=told["what"][0].quote, alleged_by=_actor(told, by), alleged_perpetrator=_actor(told, "accused"),
        where=_where(told), when=_when(told), counts=tuple(count for count, _ in counts), answers=answers,
        finding=_word(told, "finding") if _monitor(told) else None,  # type: ignore[arg-type]
        because=("reports: a form",), evidence=_evidence(told, evidence, alleged_by=by, alleged_perpetrator="accused", finding="finding"),
    )  # fmt: skip
    return "incidents", claim


def _observation(told: Told) -> tuple[str, Claim]:
    by = "mission" if "mission" in told else "party"
    claim = ObservationClaim(
        seen=told["seen"][0].quote, by=_actor(told, by), where=_where(told), when=_when(told), why=_word(told, "why"),  # type: ignore[arg-type]
        because=("reports: a form",), evidence=_evidence(told, {}, seen="seen", by=by, why="why"),
    )  # fmt: skip
    return "observations", claim


def _obligation(told: Told) -> tuple[str, Claim]:
    """What is reported of an obligation, which the report names; who owes it stands in the agreement."""
    who = "owed by" if "owed by" in told else "party" if "party" in told else "obligation"
    actor = _actor(told, who) if who != "obligation" else None
    claim = ObligationClaim(
        who=actor or Actor(description=told["obligation"][0].quote), what=told["obligation"][0].quote, clause=_word(told, "clause"),
        state=told["state"][0].quote, because=("reports: a form",),
        evidence=_evidence(told, {}, who=who, what="obligation", clause="clause", state="state"),
    )  # fmt: skip
    return "obligations", claim


MAKERS: dict[str, Callable[[Told], tuple[str, Claim]]] = {"incident": _incident, "observation": _observation, "obligation": _obligation}  # fmt: skip


def _evidence(told: Told, made: Mapping[str, tuple[Span, ...]], **labels: str) -> Evidence:
    """The spans of each field that is told, by the label of its line."""
    place = tuple(span for label in ("where", "known as", "at", "within", "district") for span in told.get(label, ()))
    found = {
        **made,
        **{field: told.get(label, ()) for field, label in labels.items()},
        "where": place,
        "when": told.get("when", ()),
    }
    if "what" in labels:
        del found["where"], found["when"]
    return {field: spans for field, spans in found.items() if spans}


def _word(told: Told, label: str) -> str | None:
    return told[label][0].quote if label in told else None


def _monitor(told: Told) -> bool:
    return _word(told, "told by") == "monitor"


def _actor(told: Told, label: str) -> Actor | None:
    """Parties are told by their code (ISO-3166 or slug) or by any other words that the mission uses for them."""
    word = _word(told, label)
    return Actor(party=word) if word else None


def _answer(line: str) -> Answer:
    by, _, answer = line.rpartition(" ")
    return Answer(by=Actor(party=by), answer=answer)  # type: ignore[arg-type]


def _when(told: Told) -> When | None:
    if "when" not in told:
        return None
    span = told["when"][0]
    first, _, last = span.quote.partition("/")
    last = last or first
    precision = "within" if last != first else "instant" if "T" in first else "day"
    return When(as_said=span.quote, span=span, type="TIME" if "T" in first else "DATE", earliest=first, latest=last, precision=precision)  # type: ignore[arg-type]  # fmt: skip


def _where(told: Told) -> Where | None:
    said, point = _word(told, "where"), _word(told, "at")
    if not said and not point:
        return None
    lat, lon = (float(part) for part in point.split(",")) if point else (None, None)
    within = _word(told, "within")
    return Where(
        name=_word(told, "known as") or said or point or "", as_said=said, lat=lat, lon=lon,
        within_km=float(within.removesuffix(" km")) if within else None, district=_word(told, "district"),
    )  # fmt: skip


def _source(told: Told) -> Source:
    """Who the report comes from: one root a mission, a party, a reporter; witnesses are never proven different."""
    by, mission, party = _word(told, "told by"), _word(told, "mission"), _word(told, "party")
    token = _word(told, "reporter") or "unknown"
    if by == "monitor":
        name, root = (f"a monitor of {mission}", f"mission:{mission.lower()}") if mission else ("a monitor", f"monitor:{token}")  # fmt: skip
    elif by == "party":
        name, root = f"a report of {party}", f"party:{party}"
    else:
        name, root = "a witness", f"anonymous:{token}"
    label = "mission" if mission and by == "monitor" else "party" if by == "party" else "told by"
    return Source(
        id="s1", chain=(Link(name=name, kind="people"),), root=root,
        anonymity="institution" if by in {"monitor", "party"} else "anonymous", evidence=told.get(label, ()),
    )  # fmt: skip
