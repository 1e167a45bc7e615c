"""Scores of the gold pages, kind by kind: `python -m benchmarks.gold`; the last line is JSON.

The pages of `unseen` and `wire_unseen` are blind: totals leave this command, single items never do. `articles` and `wire` are
the pages that rules are developed on, and `offtopic` those about something else, of which every claim is invented.
"""

import json

from tests.gold.gold import SCORER, Folder, digest, figures, invented, pages

SCORED: tuple[Folder, ...] = ("unseen", "articles", "wire", "wire_unseen")


def main() -> None:
    """Run the command."""
    if not SCORER.exists():
        raise SystemExit(f"The scorer is not there: {SCORER}")
    found: dict[str, float] = {}
    for folder in filter(pages, SCORED):
        found[f"{folder}.pages"] = len(pages(folder))
        found |= {f"{folder}.{kind}": value for kind, value in figures(folder).items()}
    found["offtopic.pages"] = len(pages("offtopic"))
    found |= {f"offtopic.{kind}": value for kind, value in invented().items()}
    data = {folder: digest(folder) for folder in (*SCORED, "offtopic") if pages(folder)}
    print(json.dumps({"benchmark": "gold", "figures": found, "peers": {}, "data": data}))


if __name__ == "__main__":
    main()
