"""The gold of sourcing: short passages, and the source that stands behind a stretch of each.

A stretch is judged by the source that stands behind its first word, and a speaker by the innermost statement whose
content covers it. `chain` is right when the outlets after the page's own are the same in the same order and whoever
stands at the end is named by the same words; `root` when its kind and teller, or its person, are the same.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from detente.language import load
from detente.model import Claims, Link, Source, StatementClaim
from detente.read import read_text
from detente.understand import understand
from detente.understand.actors import find_actors
from detente.understand.sayings import find_sayings
from detente.understand.sourcing import find_sources

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


class Reading(NamedTuple):
    """A passage read: its claims, and the source behind each of its words by where the word begins."""

    claims: Claims
    behind: dict[int, Source]


def read(passage: dict[str, Any]) -> Reading:
    """Read one passage as a page of its outlet."""
    document = msgspec.structs.replace(read_text(passage["text"], published="2025-11-26"), outlet=passage["outlet"])
    parsed = load().parse(document.text, [(r.start, r.end) for r in document.stretches("headline", "body", "credit")])
    cast = find_actors(parsed, document)
    sources = find_sources(parsed, cast, find_sayings(parsed, cast, document), document)
    known = {source.id: source for source in sources.sources}
    behind = {
        token.start: known[sources.at(sentence, token.index)]
        for sentence in parsed.sentences
        for token in sentence.tokens
    }
    return Reading(understand(document, load()), behind)


def marks(passage: dict[str, Any], reading: Reading) -> Iterator[tuple[dict[str, Any], Mark]]:
    """Yield each expected source with what was right of it."""
    for wanted in passage["sources"]:
        at = passage["text"].index(wanted["near"])
        yield wanted, _judged(wanted, _source(reading, at), _over(reading.claims, at))


def _over(claims: Claims, at: int) -> StatementClaim | None:
    covering = [one for one in claims.statements if any(span.start <= at < span.end for span in one.content)]
    return min(covering, key=lambda one: sum(span.end - span.start for span in one.content), default=None)


def _source(reading: Reading, at: int) -> Source:
    return reading.behind[max(start for start in reading.behind if start <= at)]


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
    links = source.chain[1:]
    return len(links) == len(wanted) and all(map(_same_link, wanted, links))


def _same_link(wanted: str, link: Link) -> bool:
    if link.kind == "outlet":
        return _words(link.name) == _words(wanted)
    return _words(wanted) <= _words(link.name) or _words(link.name) <= _words(wanted)


def _same_root(wanted: str, root: str | None) -> bool:
    kind, _, teller = wanted.partition(":")
    own, _, rest = (root or "none").partition(":")
    if kind == "institution":
        return own in INSTITUTIONS
    if kind in {"anonymous", "unnamed", "outlet"}:
        return own == kind and _words(rest.split(":")[0]) == _words(teller)
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


def judged(half: str) -> list[Mark]:
    """Return what was right of each source that a half expects."""
    return [mark for passage in passages(half) for _, mark in marks(passage, read(passage))]


def share_right(rows: list[Mark]) -> dict[str, float]:
    """Return the share right of each part: chain, anonymity, root, count, reason, speaker."""
    parts = ("chain", "anonymity", "root", "count", "reason", "speaker")
    found = {part: [row[part] for row in rows if part in row] for part in parts}
    return {part: round(sum(right) / len(right), 4) for part, right in found.items()}


def figures(half: str) -> dict[str, float]:
    """Return the share right of each part over a half, under the names of its floors."""
    return {f"{part}_acc": right for part, right in share_right(judged(half)).items()}


def misses(half: str) -> Iterator[str]:
    """Yield what is wrong in a half, for developing; never to be asked of the blind one."""
    if half == "blind":
        raise ValueError("the blind half is scored as a whole only; see its first lines")
    for passage in passages(half):
        reading = read(passage)
        for wanted, mark in marks(passage, reading):
            wrong = [part for part, right in mark.items() if not right]
            if wrong:
                at = passage["text"].index(wanted["near"])
                statement, source = _over(reading.claims, at), _source(reading, at)
                chain = " < ".join(f"{link.name}({link.kind})" for link in source.chain[1:])
                speaker = statement.speaker.key if statement and statement.speaker else None
                yield (
                    f"{passage['id']} {','.join(wrong)}: wanted {wanted}\n     got {chain} · {source.anonymity} · "
                    f"{source.count} · {source.reason} · {source.root} · {speaker}"
                )


if __name__ == "__main__":
    print("\n".join(misses("developed")))
    print(figures("developed"))
