"""The gold of sourcing: short passages, and the source that stands behind a stretch of each.

A stretch is judged by the statement whose content covers it, the innermost where several do; where none does, by the
narrator's source. `chain` is right when the outlets after the page's own are the same in the same order and whoever
stands at the end is named by the same words; `root` when its kind and teller, or its person, are the same.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from detente.language import load
from detente.model import Claims, Source, StatementClaim
from detente.read import read_text
from detente.understand import understand

HERE = Path(__file__).parent
HALVES = ("developed", "blind")
SMALL = frozenset(
    "the a an of in at to for with and one two three four five six several some his her its their".split()
)
INSTITUTIONS = frozenset({"party", "people", "institution", "organisation"})
Mark = dict[str, bool]


def passages(half: str) -> list[dict[str, Any]]:
    """Return the passages of a half."""
    found: list[dict[str, Any]] = tomllib.loads((HERE / f"{half}.toml").read_text(encoding="utf-8"))["passage"]
    return found


def read(passage: dict[str, Any]) -> Claims:
    """Read one passage as a page of its outlet."""
    document = msgspec.structs.replace(read_text(passage["text"], published="2025-11-26"), outlet=passage["outlet"])
    return understand(document, load())


def marks(passage: dict[str, Any], claims: Claims) -> Iterator[tuple[dict[str, Any], Mark]]:
    """Yield each expected source with what was right of it."""
    for wanted in passage["sources"]:
        at = passage["text"].index(wanted["near"])
        statement = _over(claims, at)
        source = _source(claims, statement)
        yield wanted, _judged(wanted, source, statement)


def _over(claims: Claims, at: int) -> StatementClaim | None:
    covering = [one for one in claims.statements if any(span.start <= at < span.end for span in one.content)]
    return min(covering, key=lambda one: sum(span.end - span.start for span in one.content), default=None)


def _source(claims: Claims, statement: StatementClaim | None) -> Source:
    id_ = statement.source if statement else claims.sources[0].id
    return next(source for source in claims.sources if source.id == id_)


def _judged(wanted: dict[str, Any], source: Source, statement: StatementClaim | None) -> Mark:
    found = {
        "chain": _same_chain(wanted["chain"], source),
        "anonymity": wanted["anonymity"] == source.anonymity,
        "root": _same_root(wanted["root"], source.root),
        "count": wanted.get("count") == source.count,
        "reason": _words(wanted.get("reason", "")) <= _words(source.reason or "") if "reason" in wanted else True,
    }
    if "speaker" in wanted:
        found["speaker"] = statement is not None and _same_speaker(wanted["speaker"], statement)
    return found


def _words(name: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", name.lower())) - SMALL


def _same_chain(wanted: list[str], source: Source) -> bool:
    ends_with_outlet = not source.chain[1:] or source.chain[-1].kind == "outlet"
    outlets = [link.name for link in source.chain[1:] if link.kind == "outlet"]
    told = [link.name for link in source.chain[1:] if link.kind != "outlet"]
    end = wanted[len(wanted) - len(told) :] if told else []
    if ends_with_outlet:
        return outlets == wanted
    return outlets == wanted[: len(wanted) - len(told)] and all(
        _words(a) <= _words(b) or _words(b) <= _words(a) for a, b in zip(end, told, strict=True)
    )


def _same_root(wanted: str, root: str | None) -> bool:
    kind, _, teller = wanted.partition(":")
    own, _, rest = (root or "none").partition(":")
    if kind == "institution":
        return own in INSTITUTIONS
    if kind in {"anonymous", "unnamed", "outlet"}:
        return own == kind and rest.split(":")[0] == teller
    return own == kind and (not teller or bool(_words(teller.replace("-", " ")) & _words(rest.replace("-", " "))))


def _same_speaker(wanted: str, statement: StatementClaim) -> bool:
    speaker = statement.speaker
    if speaker is None:
        return False
    keys = speaker.key.replace("-", " ").lower().split()
    if speaker.party and not speaker.person:
        keys += [speaker.party.lower()]
        keys += [word.lower() for span in statement.evidence.get("speaker", ()) for word in span.quote.split()]
    return bool(set(wanted.replace("-", " ").lower().split()) & set(keys))


def figures(half: str) -> dict[str, float]:
    """Return the share right of each part over a half."""
    rows = [mark for passage in passages(half) for _, mark in marks(passage, read(passage))]
    parts = ("chain", "anonymity", "root", "count", "reason", "speaker")
    judged = {part: [row[part] for row in rows if part in row] for part in parts}
    return {f"{part}_acc": round(sum(found) / len(found), 4) for part, found in judged.items()}


def misses(half: str) -> Iterator[str]:
    """Yield what is wrong in a half, for developing; never to be asked of the blind one."""
    if half == "blind":
        raise ValueError("the blind half is scored as a whole only; see its first lines")
    for passage in passages(half):
        claims = read(passage)
        for wanted, mark in marks(passage, claims):
            wrong = [part for part, right in mark.items() if not right]
            if wrong:
                statement = _over(claims, passage["text"].index(wanted["near"]))
                source = _source(claims, statement)
                chain = " < ".join(f"{link.name}({link.kind})" for link in source.chain[1:])
                speaker = statement.speaker.key if statement and statement.speaker else None
                yield (
                    f"{passage['id']} {','.join(wrong)}: wanted {wanted}\n     got {chain} · {source.anonymity} · "
                    f"{source.count} · {source.reason} · {source.root} · {speaker}"
                )


if __name__ == "__main__":
    print("\n".join(misses("developed")))
    print(figures("developed"))
