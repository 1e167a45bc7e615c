"""`detente codebook`: what every field and code means, made of the nouns and lexicons themselves, with their version."""

from collections.abc import Iterator
from importlib.metadata import version
from inspect import cleandoc
from typing import Any, get_args, get_type_hints

from detente.lexicon.issues import issues
from detente.lexicon.moves import moves
from detente.lexicon.parties import parties
from detente.model import (
    Anonymity,
    AnyClaim,
    Attendance,
    Claim,
    Noun,
    Precision,
    Source,
    Span,
    TalkStatus,
    When,
    Where,
    fingerprint,
)
from detente.reconcile.talks import FINALITY
from detente.show.names import spoken
from detente.show.symbols import DIRECTIONS, TELLERS

SHARED: tuple[type[Noun], ...] = (Span, When, Where, Source)


def codebook() -> str:
    """Return the codebook as Markdown; its version changes with any word of it."""
    body = "\n".join(_body()).rstrip() + "\n"
    head = f"# Codebook of Detente {version('detente')}\n\nVersion of this codebook: {fingerprint(body)[:12]}.\n"
    return f"{head}\n{body}"


def _body() -> Iterator[str]:
    yield from _heading("How to code", _rules())
    yield "## What one document says\n"
    for kind in get_args(AnyClaim):
        yield from _noun(kind, kind.kind_of())
    yield "## Shared parts\n"
    for noun in SHARED:
        yield from _noun(noun, noun.__name__)
    yield "## Values\n"
    yield from _values("Status of a talk", get_args(TalkStatus))
    yield f"A history comes to the status of greatest finality: {', '.join(sorted(FINALITY, key=lambda one: FINALITY[one]))}.\n"
    yield from _values("Attendance", get_args(Attendance))
    yield from _values("Precision of a time", get_args(Precision))
    yield from _values("How a source is named", get_args(Anonymity))
    yield from _values("Who tells a position", TELLERS)
    yield from _values(
        "Direction, against the party's own earlier position", {key: one.word for key, one in DIRECTIONS.items()}
    )
    yield from _issues()
    yield from _moves()
    yield from _parties()


def _heading(title: str, lines: Iterator[str]) -> Iterator[str]:
    yield f"## {title}\n"
    yield from lines
    yield ""


def _rules() -> Iterator[str]:
    yield "- Code what the document says, never what is known otherwise. A field that no words support stays empty."
    yield "- A verb is never made stronger: discuss, float, propose, offer, pledge, agree, sign rise in this order."
    yield "- Planned is not held; expected is not attended; silence about somebody is not absence."
    yield "- Whoever speaks and whoever the page has it from are two things."
    yield "- An alleged violation is somebody's word, coded with the answers to it, without a verdict."


def _noun(noun: type[Any], title: str) -> Iterator[str]:
    yield f"### {title}\n"
    yield f"{cleandoc(noun.__doc__ or '').split(chr(10))[0]}\n"
    own = set(Claim.__struct_fields__) if issubclass(noun, Claim) else set()
    hints = get_type_hints(noun)
    for field in noun.__struct_fields__:
        if field not in own:
            yield f"- `{field}`: {_type(hints[field])}"
    yield ""


def _type(hint: Any) -> str:
    """Return a type as a reader of data would say it."""
    inner = [_type(one) for one in get_args(hint) if one not in (type(None), Ellipsis)]
    if hint in (str, int, float, bool):
        return {"str": "text", "int": "whole number", "float": "number", "bool": "yes or no"}[hint.__name__]
    if getattr(hint, "__origin__", None) is tuple:
        return f"list of {inner[0]}"
    if inner:
        return " or ".join(dict.fromkeys(inner))
    return str(getattr(hint, "__name__", hint))


def _values(title: str, values: Any) -> Iterator[str]:
    yield f"### {title}\n"
    for value in values:
        word = values[value] if isinstance(values, dict) else spoken(value)
        yield f"- `{value}`" + (f": {word}" if word != value else "")
    yield ""


def _issues() -> Iterator[str]:
    yield "## Issues\n"
    for issue in issues().entries.values():
        yield f"- `{issue.id}` {issue.label}: {issue.definition}." + (
            f" For example: “{issue.yes[0]}”" if issue.yes else ""
        )
    yield ""


def _moves() -> Iterator[str]:
    yield "## Moves\n"
    for move in moves().values():
        yield f"- `{move.id}` ({move.kind}): {move.definition}." + (
            f" For example: “{move.yes[0]}”" if move.yes else ""
        )
    yield ""


def _parties() -> Iterator[str]:
    by_kind: dict[str, int] = {}
    for party in parties().values():
        by_kind[party.kind] = by_kind.get(party.kind, 0) + 1
    yield "## Parties\n"
    yield "States have the three letters of ISO 3166; others a slug of their own. Known by name are:\n"
    yield from (
        f"- {number} of kind {kind}" for kind, number in sorted(by_kind.items(), key=lambda one: (-one[1], one[0]))
    )
