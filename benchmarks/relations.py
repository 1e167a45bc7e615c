"""re3d: who met whom, and who leads or belongs to what, as pairs of stretches of text; the part of `benchmarks.events`.

A pair found is right where each of its stretches overlaps one of a gold pair's, in either order.
"""

import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from detente.language import load
from detente.model import Claims, Span
from detente.read import read_text
from detente.understand import understand

Stretch = tuple[int, int]
Pair = tuple[Stretch, Stretch]
MEETING = frozenset({"CommWith"})
LEADING = frozenset({"BelongsTo", "InChargeOf"})


def documents(folder: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield each document's text with its relations."""
    for file in sorted(folder.glob("*/documents.json")):
        relations: dict[str, list[dict[str, Any]]] = {}
        for line in (file.parent / "relations.json").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            relations.setdefault(row["documentId"], []).append(row)
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield row["text"], relations.get(row["_id"], [])


def gold_pairs(relations: list[dict[str, Any]], kinds: frozenset[str]) -> set[Pair]:
    """Return the pairs of these kinds, each once whatever its direction."""
    rows = [row for row in relations if row["type"] in kinds]
    return {_pair((row["sourceBegin"], row["sourceEnd"]), (row["targetBegin"], row["targetEnd"])) for row in rows}


def _pair(one: Stretch, other: Stretch) -> Pair:
    return (one, other) if one <= other else (other, one)


def meetings(claims: Claims) -> set[Pair]:
    """Return who met whom: those whom one sentence of a talk names, two by two, and both sides of a consultation."""
    found: set[Pair] = set()
    for talk in claims.talks:
        spans = {*talk.evidence.get("participants", ()), *talk.evidence.get("parties", ())}
        pairs = combinations(sorted(spans, key=lambda span: span.start), 2)
        near = [(a, b) for a, b in pairs if not a.overlaps(b) and "\n" not in claims.document.text[a.end : b.start]]
        found |= {_pair(_place(a), _place(b)) for a, b in near if "." not in claims.document.text[a.end : b.start]}
    for event in claims.events:
        if event.type == "CONSULT":
            found |= {_pair(_place(a.span), _place(b.span)) for a in event.actors for b in event.recipients}
    return found


def memberships(claims: Claims) -> set[Pair]:
    """Return who leads or belongs to what: a person and the organisation, or party, of each of their titles."""
    found: set[Pair] = set()
    for role in claims.roles:
        whose = role.evidence.get("organisation") or role.evidence.get("party")
        if whose:
            found.add(_pair(_place(role.evidence["person"][0]), _place(whose[0])))
    return found


def _place(span: Span) -> Stretch:
    return span.start, span.end


def _same(one: Pair, other: Pair) -> bool:
    straight = _overlap(one[0], other[0]) and _overlap(one[1], other[1])
    return straight or (_overlap(one[0], other[1]) and _overlap(one[1], other[0]))


def _overlap(one: Stretch, other: Stretch) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def relation_figures(folder: Path, show: bool) -> dict[str, float]:
    """Return F1 of meetings and of memberships over all documents."""
    counts = {"commwith": [0, 0, 0], "roles": [0, 0, 0]}
    for text, relations in documents(folder):
        claims = understand(read_text(text), load())
        for name, kinds, found in (("commwith", MEETING, meetings(claims)), ("roles", LEADING, memberships(claims))):
            gold = gold_pairs(relations, kinds)
            right = [pair for pair in found if any(_same(pair, other) for other in gold)]
            reached = [pair for pair in gold if any(_same(pair, other) for other in found)]
            counts[name][0] += len(right)
            counts[name][1] += len(found) - len(right)
            counts[name][2] += len(gold) - len(reached)
            if show:
                _print(name, text, [p for p in found if p not in right], [p for p in gold if p not in reached])
    return {f"re3d.{name}_f1": _f1(*count) for name, count in counts.items()}


def _print(name: str, text: str, extra: list[Pair], missed: list[Pair]) -> None:
    for label, pairs in (("extra", extra), ("missed", missed)):
        for (a, b), (c, d) in sorted(pairs):
            print(label, name, repr(text[a:b]), repr(text[c:d]), "|", text[max(0, a - 20) : d + 20].replace("\n", " "))


def _f1(right: int, extra: int, missed: int) -> float:
    return round(2 * right / max(1, 2 * right + extra + missed), 4)
