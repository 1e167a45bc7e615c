"""The ceasefire file: `python -m benchmarks.ceasefire [--reports 20000] [--days 30] [--kills 50]`; the last line is JSON.

obligations_f1       act, who and by-when right, over all five agreements of tests/gold/agreements
obligations_acts_f1  F1 of the acts alone, whoever is bound and by whenever
obligations_blind_f1 the first of them over the two agreements of tests/gold/agreements/blind that nobody opens, _acts_f1 the second;
                     obligations_open_f1 over the three beside them, which rules were developed on after a first score of all five
incidents_b3_f1      B-cubed F over the reports of a made-up month (benchmarks/monitored_month.py), taken in as bundles of forms
zones_acc            its places inside, outside or uncertain of zones, buffer and districts, as sampling the disk tells
symmetric            share of outputs (register, places, daily report) in which only the names change when two sides are exchanged
kills_lost           of what was acknowledged before a process that takes reports in is killed, what is missing afterwards
phones_lost          what is lost or differs once two copies of an intake, apart for a day, were merged both ways
tamper_found         alterations of a custody log, of seven kinds, found at their line
daily_report_s       CPU seconds of a day's report in a record of a hundred thousand incidents; _all_s over all of them at once;
                     daily_growth_ratio against a record of a tenth of the days
reports_per_s        reports taken in, entered and settled in a second of one core
growth_ratio         CPU time per report of the last tenth of the month over that of the second

The gold of the first five agreements was written before the rules, by the hand that wrote them, and they were developed with its
errors in view; the other five were scored once before anything was developed on three of them: F1 .05, acts .21. The peer of incidents is one key of the day and a tenth of a degree; with the kind of incident in the key it is told too.
"""

import argparse
import hashlib
import json
import math
import random
import tempfile
import time
from collections import defaultdict
from collections.abc import Hashable, Mapping
from itertools import pairwise
from pathlib import Path

import msgspec
from tests.gold.agreements.gold import BLIND, HERE, KEPT_BLIND, agreements, judge, read

from benchmarks.ceasefire_custody import figures as custody_figures
from benchmarks.monitored_month import BEGAN, DAYS, Reported, month, strayed, theatre
from detente.geography import Feature, Geography
from detente.line import settle
from detente.line.intake import Hand, enter, receive
from detente.model import IncidentClaim
from detente.read.reports import document_of_form
from detente.record import Custody, Record, open_record

NOW = "2026-04-15T00:00:00+00:00"
PORTION = 500  # reports of one bundle
DISK = 400  # points of a disk that a zone's answer is compared with


def obligations() -> dict[str, float]:
    """Return what the rules find in the five agreements."""
    figures: dict[str, float] = {}
    found = gold = right = acts = 0
    for name, rows in agreements().items():
        one = judge(rows, *read(name))
        figures[f"{name}.obligations_f1"] = round(one.f1, 4)
        found, gold, right, acts = found + one.found, gold + one.gold, right + one.right, acts + one.acts
        print(f"{name}: {one.found} found, {one.gold} in the gold, {one.acts} acts, {one.right} right")
    figures["obligations_f1"] = round(2 * right / (found + gold), 4)
    figures["obligations_acts_f1"] = round(2 * acts / (found + gold), 4)
    return figures


def of_the_blind() -> dict[str, float]:
    """Return what the rules find in the agreements written before them: of those that nobody opens no more than the totals."""
    figures = {}
    for name, wanted in (("blind", KEPT_BLIND), ("open", set(agreements(BLIND)) - KEPT_BLIND)):
        rows = [judge(agreements(BLIND)[one], *read(one, BLIND)) for one in sorted(wanted)]
        both = sum(one.found + one.gold for one in rows)
        figures[f"obligations_{name}_f1"] = round(2 * sum(one.right for one in rows) / both, 4)
        figures[f"obligations_{name}_acts_f1"] = round(2 * sum(one.acts for one in rows) / both, 4)
    return figures


def b_cubed(made: Mapping[str, Hashable], gold: Mapping[str, Hashable]) -> float:
    """Return the B-cubed F of a clustering."""
    clusters: dict[Hashable, set[str]] = defaultdict(set)
    right: dict[Hashable, set[str]] = defaultdict(set)
    for one in gold:
        clusters[made[one]].add(one)
        right[gold[one]].add(one)
    shares = [
        (
            len(both := clusters[made[one]] & right[gold[one]]) / len(clusters[made[one]]),
            len(both) / len(right[gold[one]]),
        )
        for one in gold
    ]
    precision, recall = (sum(share[side] for share in shares) / len(shares) for side in (0, 1))
    return 2 * precision * recall / (precision + recall)


def taken_in(folder: Path, reports: list[Reported], geography: Geography) -> tuple[Record, list[float]]:
    """Take the reports in as bundles, in the order of their writing; return the record and each bundle's CPU seconds."""
    custody, hand = Custody(folder / "intake"), Hand(who="clerk", now=NOW, geography=geography)
    record = open_record(folder / "record.sqlite", create=True)
    seconds = []
    for start in range(0, len(reports), PORTION):
        began = time.process_time()
        rows = [one.form for one in reports[start : start + PORTION]]
        bundle = msgspec.json.encode({"schema": "detente-reports/1", "reports": rows})
        receive(custody, bundle, f"{start}.json", hand)
        enter(record, custody, lambda: None)  # type: ignore[arg-type, return-value]
        settle(record, NOW)
        seconds.append(time.process_time() - began)
    return record, seconds


def incidents(reports: int, days: int = DAYS) -> tuple[dict[str, float], dict[str, float]]:
    """Return the figures of the first days of the made-up month, and those of the peer."""
    geography = Geography(theatre())
    known, every = month(reports, reports * 3 // 20)
    told = [one for one in every if (known[one.event].at - BEGAN).days < days]
    gold = {document_of_form(one.form, geography).id: one.event for one in told}
    made: dict[str, Hashable] = {}
    keys: dict[str, tuple[Hashable, ...]] = {}
    with tempfile.TemporaryDirectory() as folder:
        record, seconds = taken_in(Path(folder), told, geography)
        with record:
            for claims in record.told_of_kind("incident"):
                claim = claims.claim
                assert isinstance(claim, IncidentClaim)
                (made[claims.document],) = (entry for entry in record.of_claim(claim.id) if entry.startswith("i"))
                keys[claims.document] = _key(claim)
    tenth = max(1, len(seconds) // 10)
    figures = {
        "incidents_b3_f1": round(b_cubed(made, gold), 4), "reports_per_s": round(len(told) / sum(seconds), 1),
        "growth_ratio": round(sum(seconds[-tenth:]) / sum(seconds[tenth : 2 * tenth] or seconds[:1]), 2),
    }  # fmt: skip
    peer = {
        "day_cell.incidents_b3_f1": round(b_cubed({one: key[:3] for one, key in keys.items()}, gold), 4),
        "day_cell_kind.incidents_b3_f1": round(b_cubed(keys, gold), 4),
    }
    return figures, peer


def _key(claim: IncidentClaim) -> tuple[Hashable, ...]:
    """The peer's key: the day, a cell of a tenth of a degree, the kind."""
    assert claim.where is not None
    assert claim.when is not None
    cell = (round((claim.where.lat or 0) * 10), round((claim.where.lon or 0) * 10))
    return (claim.when.earliest or "")[:10], *cell, claim.kind


# ── zones ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def zones(count: int = 4_000, seed: int = 0) -> float:
    """Return how often a place's standing to an area is what its disk, sampled point by point, tells."""
    draw = random.Random(f"zones {seed}")
    features = [one for one in theatre() if one.kind != "place"]
    geography = Geography(features)
    right = 0
    for _ in range(count):
        feature = draw.choice(features)
        lat, lon = strayed(draw, 48.3, 37.8, 95)
        within = draw.choice((0.3, 1, 2, 5, 15))
        inside = {_inside(feature, *strayed(draw, lat, lon, within)) for _ in range(DISK)}
        inside |= {_inside(feature, *_rim(lat, lon, within, turn / 72)) for turn in range(72)}
        truth = "uncertain" if len(inside) > 1 else "inside" if inside.pop() else "outside"
        right += geography.standing(feature.id, lat, lon, within) == truth
    return right / count


def _rim(lat: float, lon: float, within: float, turn: float) -> tuple[float, float]:
    """A point on the edge of a disk on the globe."""
    angle, far = turn * 2 * math.pi, within / 6371.0
    a, b = math.radians(lat), math.radians(lon)
    north = math.asin(math.sin(a) * math.cos(far) + math.cos(a) * math.sin(far) * math.cos(angle))
    east = b + math.atan2(math.sin(angle) * math.sin(far) * math.cos(a), math.cos(far) - math.sin(a) * math.sin(north))
    return math.degrees(north), math.degrees(east)


def _inside(feature: Feature, lat: float, lon: float) -> bool:
    """Tell whether a point is in an area: by the rings that a line to the east crosses, or by its distance to a line."""
    shape = feature.geometry["coordinates"]
    if feature.kind != "buffer":
        return sum(_crossed(ring, lat, lon) for ring in shape) % 2 == 1
    return any(_far(a, b, lat, lon) <= (feature.within_km or 0) for a, b in pairwise(shape))


def _crossed(ring: list[list[float]], lat: float, lon: float) -> int:
    pairs = pairwise(ring)
    return sum(
        (a[1] > lat) != (b[1] > lat) and lon < a[0] + (lat - a[1]) * (b[0] - a[0]) / (b[1] - a[1]) for a, b in pairs
    )


def _far(a: list[float], b: list[float], lat: float, lon: float) -> float:
    """Kilometres from a point to a stretch of a line, by the nearest of many points on it."""
    wide = math.cos(math.radians(lat))
    ax, ay, bx, by = ((a[0] - lon) * wide, a[1] - lat, (b[0] - lon) * wide, b[1] - lat)  # type: ignore[misc]
    length = (bx - ax) ** 2 + (by - ay) ** 2
    along = min(1.0, max(0.0, -(ax * (bx - ax) + ay * (by - ay)) / length))
    return math.hypot(ax + along * (bx - ax), ay + along * (by - ay)) * 111.195


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=20_000)
    parser.add_argument("--days", type=int, default=DAYS, help="Only reports of the first so many days of the month.")
    parser.add_argument("--kills", type=int, default=50)
    options = parser.parse_args()
    figures = obligations() | of_the_blind()
    own, peer = incidents(options.reports, options.days)
    figures |= own | {"zones_acc": round(zones(), 4)} | custody_figures(options.kills)
    data = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted([*HERE.glob("*.t*"), *BLIND.glob("*.t*")])
        if path.is_file()
    }
    print(json.dumps({"benchmark": "ceasefire", "figures": figures, "peers": {"keys": peer}, "data": data}))


if __name__ == "__main__":
    main()
