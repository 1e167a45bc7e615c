"""A person's decision into the record, and what it changes; the record verified."""

from collections.abc import Sequence
from typing import Any

import msgspec

from detente.errors import UsageError
from detente.line.settling import settle
from detente.model import Anchor, Change, Judgement, Problem, fingerprint
from detente.record import Record

# How many entries or claims each verb is said of; None is any number from the first on.
SAID_OF = {"same": (2, None), "different": (2, None), "unsure": (2, None), "split": (2, None), "set": (1, 1), "reject": (1, None), "accept": (1, None), "undo": (1, 1), "note": (1, 1)}  # fmt: skip


def judge(
    record: Record, verb: Any, on: Sequence[str], *, who: str, now: str, why: str = "", field: str | None = None, value: Any = None
) -> tuple[Judgement, list[Change]]:  # fmt: skip
    """Keep what a person decided about claims, entries or pages, settle again, and return both.

    `split` names an entry and the claims that are to leave it; `accept` is said of obligations alone. Raises UsageError
    where an id is unknown, or the verb is said of too few, too many or something else.
    """
    fewest, most = SAID_OF[verb]
    if len(on) < fewest or (most is not None and len(on) > most):
        raise UsageError(f"'{verb}' is said of {fewest}{'' if most else ' or more'}; {len(on)} given")
    if verb == "set" and not field:
        raise UsageError("'set' needs a field and a value: --field where --value Geneva")
    groups = _groups(record, verb, on)
    if verb == "accept" and any(anchor.kind != "obligation" for group in groups for anchor in group):
        raise UsageError("only obligations are accepted; `detente show obligations` lists them")
    made = Judgement(
        id=fingerprint("judgement", verb, *on, who, now, str(value))[:12], verb=verb, on=tuple(on),
        groups=groups, field=field, value=value, who=who, when=now, why=why,
    )  # fmt: skip
    record.judge(made)
    return made, settle(record, now)


def _groups(record: Record, verb: str, on: Sequence[str]) -> tuple[tuple[Anchor, ...], ...]:
    if verb == "undo":
        record.judgement(on[0])
        return ()
    if verb != "split":
        return tuple(record.anchors(id_) for id_ in on)
    leaving = tuple(anchor for id_ in on[1:] for anchor in record.anchors(id_))
    names = {anchor.claim for anchor in leaving}
    return leaving, tuple(anchor for anchor in record.anchors(on[0]) if anchor.claim not in names)


def take_over(record: Record, judgements: Sequence[Judgement], now: str) -> tuple[int, list[Change]]:
    """Take over a colleague's judgements; return how many were new, and what they changed."""
    new = sum(record.judge(one) for one in judgements)
    return new, settle(record, now)


def read_judgements(lines: Sequence[bytes], where: str) -> list[Judgement]:
    """Return the judgements of a file, one JSON object a line. Raises UsageError for a line that is none."""
    found = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                found.append(msgspec.json.decode(line, type=Judgement))
            except msgspec.DecodeError as error:
                raise UsageError(f"{where}, line {number}: no judgement ({error}); nothing was taken over") from error
    return found


def check(record: Record) -> list[Problem]:
    """Verify the record's integrity and every quote against its document."""
    return record.check()
