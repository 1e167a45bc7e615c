"""Obligations in five agreements: `python -m benchmarks.ceasefire`; the last line is JSON.

obligations_f1       act, who and by-when right, over all five agreements of tests/gold/agreements
obligations_acts_f1  F1 of the acts alone, whoever is bound and by whenever

The gold was written before the rules, by the hand that wrote them, and they were developed with its errors in view.
"""

import hashlib
import json

from tests.gold.agreements.gold import HERE, agreements, judge, read


def main() -> None:
    """Run the command."""
    figures: dict[str, float] = {}
    found = gold = right = acts = 0
    for name, rows in agreements().items():
        one = judge(rows, *read(name))
        figures[f"{name}.obligations_f1"] = round(one.f1, 4)
        found, gold, right, acts = found + one.found, gold + one.gold, right + one.right, acts + one.acts
        print(f"{name}: {one.found} found, {one.gold} in the gold, {one.acts} acts, {one.right} right")
    figures["obligations_f1"] = round(2 * right / (found + gold), 4)
    figures["obligations_acts_f1"] = round(2 * acts / (found + gold), 4)
    data = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(HERE.glob("*.t*")) if path.is_file()
    }
    print(json.dumps({"benchmark": "ceasefire", "figures": figures, "peers": {}, "data": data}))


if __name__ == "__main__":
    main()
