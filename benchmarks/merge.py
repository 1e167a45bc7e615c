"""Talks merged from the accounts of many pages: `python -m benchmarks.merge`; the last line is JSON.

The gold is tests/gold/talks/accounts.tsv: 205 accounts of 47 public talks, six of them in or near one city within four
months. B-cubed F over accounts; which look-alikes (talks of one place and pair of parties) were merged; how often the
range of independent sources is right; whether shuffled orders give the same entries. The peer is one key of parties and
week.
"""

import hashlib
import json
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec

from detente.lexicon.places import find_place
from detente.model import (
    Claims,
    Document,
    Link,
    Participant,
    Region,
    Source,
    Span,
    Talk,
    TalkClaim,
    When,
    Where,
    fingerprint,
)
from detente.reconcile import reconcile

GOLD = Path(__file__).parents[1] / "tests" / "gold" / "talks" / "accounts.tsv"
COUNTRIES = {
    "Switzerland": "CHE", "United Arab Emirates": "ARE", "Turkey": "TUR", "Saudi Arabia": "SAU", "Egypt": "EGY", "Qatar": "QAT",
    "Malaysia": "MYS", "Oman": "OMN", "Italy": "ITA", "France": "FRA", "United States": "USA",
}  # fmt: skip
REGIONS = {"Florida": "USA", "Alaska": "USA"}


class Account(msgspec.Struct, frozen=True):
    """One page's account of one talk."""

    talk: str
    page: Claims


@cache
def accounts() -> tuple[list[Account], dict[str, tuple[str, int, int]]]:
    """Return the accounts, and for each talk the status and range of independent sources that are right."""
    rows, ranges = [], {}
    for number, line in enumerate(GOLD.read_text(encoding="utf-8").splitlines()):
        if line.startswith("@"):
            talk, status, span = (part.strip() for part in line[1:].split("|"))
            least, most = span.split("-")
            ranges[talk] = (status, int(least), int(most))
        elif line and not line.startswith("#"):
            rows.append(_account(line.split("|"), number))
    return rows, ranges


def _account(row: list[str], number: int) -> Account:
    talk, outlet, published, status, days, place, parties, people, source, story = row
    body = f"{story or number} " + " ".join(f"word{fingerprint(story or str(number), str(i))[:6]}" for i in range(80))
    document = Document(
        id=fingerprint("document", str(number)), version=fingerprint("version", body), text=body, outlet=outlet, published=published,
        regions=(Region(start=0, end=len(body), label="body"),), language="en",
    )  # fmt: skip
    first, _, last = days.partition("/")
    when = (
        None
        if days == "?"
        else When(
            as_said=days, earliest=first or None, latest=last or None, precision="day" if first == last else "days"
        )
    )
    word = (Span(start=0, end=1, quote=body[0]),)
    claim = TalkClaim(
        id=fingerprint("claim", str(number)), status=status, when=when, where=_where(place), parties=tuple(parties.split()),  # type: ignore[arg-type]
        participants=tuple(Participant(person=person, party=side) for person, _, side in (one.partition("=") for one in people.split())),
        format="phone" if place == "phone" else None, source="s", evidence={"status": word},
    )  # fmt: skip
    return Account(talk, Claims(document=document, sources=(_source(source, outlet),), talks=(claim,)))


def _where(name: str) -> Where | None:
    if not name or name == "phone":
        return None
    if name in COUNTRIES:
        return Where(name=name, country=COUNTRIES[name], kind="country")
    if name in REGIONS:
        return Where(name=name, country=REGIONS[name], kind="region")
    place = find_place(name)
    return (
        Where(name=name, country=place.country, lat=place.lat, lon=place.lon, kind="city")
        if place
        else Where(name=name)
    )


def _source(told: str, outlet: str) -> Source:
    kind, _, who = told.partition(":")
    chain = (Link(name=outlet), *((Link(name=who, kind="people"),) if who else ()))
    roots = {
        "n": None,
        "p": f"person:{who}",
        "i": f"party:{who.lower()}",
        "u": f"unnamed:@:{who}",
        "a": f"anonymous:{who}",
        "o": f"outlet:{who}",
    }
    kinds = {"n": "narrator", "p": "named", "i": "institution", "u": "unnamed", "a": "anonymous", "o": "institution"}
    return Source(id="s", chain=chain, root=roots[kind], anonymity=kinds[kind])  # type: ignore[arg-type]


def b_cubed(found: dict[str, str], gold: dict[str, str]) -> float:
    """Return the B-cubed F of a grouping of accounts."""
    rates = []
    for item in gold:
        own = {other for other in found if found[other] == found[item]}
        right = {other for other in gold if gold[other] == gold[item]}
        both = len(own & right)
        rates.append((both / len(own), both / len(right)))
    precision, recall = (sum(rate[side] for rate in rates) / len(rates) for side in (0, 1))
    return round(2 * precision * recall / (precision + recall), 4)


def lookalikes(found: dict[str, str], rows: list[Account]) -> int:
    """Count the groups that hold accounts of different talks."""
    talks: dict[str, set[str]] = {}
    for row in rows:
        talks.setdefault(found[row.page.talks[0].id], set()).add(row.talk)
    return sum(len(one) > 1 for one in talks.values())


def by_key(rows: list[Account]) -> dict[str, str]:
    """Group by one key of parties and week, as the peer does."""
    found = {}
    for row in rows:
        claim = row.page.talks[0]
        day = (claim.when and (claim.when.earliest or claim.when.latest)) or row.page.document.published or ""
        week = fingerprint(*sorted(claim.parties), str(_week(day)))
        found[claim.id] = week
    return found


def _week(day: str) -> int:
    from datetime import date

    return (date.fromisoformat(day[:10]).toordinal() - 1) // 7


def grouped(talks: list[Talk]) -> dict[str, str]:
    """Return the talk of each claim."""
    return {claim: talk.id for talk in talks for claim in talk.claims}


def independence(talks: list[Talk], rows: list[Account], ranges: dict[str, tuple[str, int, int]]) -> Iterator[bool]:
    """Yield, for each gold talk, whether the entry that holds most of its accounts has the right range."""
    for name, (status, least, most) in ranges.items():
        own = {row.page.talks[0].id for row in rows if row.talk == name}
        talk = max(talks, key=lambda one: (len(own & set(one.claims)), one.id))
        fact = next((one for one in talk.fields["status"] if one.value == status), None)
        yield fact is not None and (fact.at_least, fact.at_most) == (least, most)


def main() -> None:
    """Run the command."""
    rows, ranges = accounts()
    pages = [row.page for row in rows]
    gold = {row.page.talks[0].id: row.talk for row in rows}
    talks = [entry for entry in reconcile(pages) if isinstance(entry, Talk)]
    found = grouped(talks)
    expected = msgspec.json.encode(talks)
    identical = 0
    for seed in range(20):
        shuffled = list(pages)
        random.Random(seed).shuffle(shuffled)
        identical += (
            msgspec.json.encode([entry for entry in reconcile(shuffled) if isinstance(entry, Talk)]) == expected
        )
    right = list(independence(talks, rows, ranges))
    figures = {
        "talks.b3_f1": b_cubed(found, gold), "lookalikes_merged": lookalikes(found, rows),
        "independence_acc": round(sum(right) / len(right), 4), "orders_identical": identical,
        "accounts": len(rows), "talks": len(ranges),
    }  # fmt: skip
    peer = by_key(rows)
    peers = {"parties and week": {"talks.b3_f1": b_cubed(peer, gold), "lookalikes_merged": lookalikes(peer, rows)}}
    data = {"accounts": hashlib.sha256(GOLD.read_bytes()).hexdigest()}
    print(json.dumps({"benchmark": "merge", "figures": figures, "peers": peers, "data": data}))


if __name__ == "__main__":
    main()
