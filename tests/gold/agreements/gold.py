"""The gold of obligations and how a found one is judged against it; the rules of judging are in the README beside it."""

import csv
from pathlib import Path

import msgspec

from detente.model import Actor, Document, When
from detente.read import document_of
from detente.read.agreement import as_agreement
from detente.understand import understand
from detente.understand.clauses import Act, acts_of

HERE = Path(__file__).parent
BLIND = HERE / "blind"
KEPT_BLIND = frozenset(
    {"southsudan", "mozambique"}
)  # never opened nor scored one by one; the other three are developed on


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """How the obligations found in one agreement compare with its gold."""

    found: int
    gold: int
    right: int
    acts: int  # found and in the gold, whoever is bound and by whenever

    @property
    def f1(self) -> float:
        """F1 of obligations whose act, who and by-when are right."""
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 0.0


def agreements(folder: Path = HERE) -> dict[str, list[dict[str, str]]]:
    """Return the gold rows of each agreement."""
    rows: dict[str, list[dict[str, str]]] = {}
    with (folder / "obligations.tsv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            rows.setdefault(row["agreement"], []).append(row)
    return rows


def read(name: str, folder: Path = HERE) -> tuple[Document, list[Act]]:
    """Return an agreement of the gold and the acts that its clauses were found to oblige to."""
    document = as_agreement(document_of((folder / f"{name}.txt").read_bytes(), f"{name}.txt"))
    return document, acts_of(understand(document).obligations)


def judge(rows: list[dict[str, str]], document: Document, found: list[Act]) -> Judged:
    """Pair each gold row with at most one obligation of its clause, a right one first, and count."""
    left = list(found)
    right = acts = optional = 0
    for row in rows:
        same = [one for one in left if _same_clause(row["clause"], one) and _is_act(row["words"], one, document)]
        best = max(same, key=lambda one: _is_right(row, one), default=None)
        if best is None:
            optional += bool(row["optional"])
            continue
        left.remove(best)
        acts += 1
        good = _is_right(row, best)
        right += good
    return Judged(found=len(found), gold=len(rows) - optional, right=right, acts=acts)


def _same_clause(number: str, one: Act) -> bool:
    """The clause that a person would cite, with or without the chapter that it stands in: 2.1.3 of chapter II."""
    clause = one.claim.clause or ""
    return clause == number or clause.endswith(f".{number}")


def _is_act(words: str, one: Act, document: Document) -> bool:
    span = one.claim.evidence["what"][0]
    quoted, said = " ".join(span.quote.split()), " ".join(words.split())
    if said.lower() in quoted.lower():
        return True
    at = document.text.find(words, max(0, span.start - len(words)), span.end + len(words))
    return at >= 0 and at < span.end and span.start < at + len(words)


def _is_right(row: dict[str, str], one: Act) -> bool:
    who = any(_is_who(reading, one.who) for reading in row["who"].split("|"))
    return who and any(_is_when(reading, one.claim.by_when) for reading in row["by_when"].split("|"))


def _is_who(reading: str, actors: tuple[Actor, ...]) -> bool:
    names = [] if reading == "-" else reading.split(",")
    return len(names) == len(actors) and all(any(_means(actor, name) for actor in actors) for name in names)


def _means(actor: Actor, name: str) -> bool:
    return name in (actor.party, actor.person) or name.lower() in (actor.description or "").lower()


def _is_when(reading: str, when: When | None) -> bool:
    if reading == "-" or when is None:
        return reading == "-" and when is None
    said = " ".join((when.as_said or "").lower().split())
    return (when.latest or "")[:10] == reading or reading.lower() in said
