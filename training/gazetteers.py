"""Derive the shipped gazetteers of countries, places and agents from ../shared/gazetteers.

python -m training.gazetteers --data ../shared/gazetteers --out src/detente/lexicon
"""

import argparse
import csv
import gzip
import io
import re
from collections.abc import Iterator
from pathlib import Path

COLUMNS = ("geonameid", "name", "cc", "admin1", "lat", "lon", "pop", "alternates")


def countries(folder: Path) -> list[str]:
    """Rows iso3, kind, form: names, demonyms and capitals, and other names in Latin letters without marks."""
    with gzip.open(folder / "countries_aliases.tsv.gz", "rt", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    kept = {
        (row["iso3"], row["kind"], row["form"])
        for row in rows
        if row["form"] and (row["kind"] != "alt" or (row["form"].isascii() and len(row["form"]) > 4))
    }
    return ["\t".join(row) for row in sorted(kept)]


def places(folder: Path) -> list[str]:
    """Rows name, iso2, latitude, longitude, population of cities, the largest of a name first."""
    found: dict[tuple[str, str], tuple[int, str]] = {}
    for file in sorted(folder.glob("geonames_cities*.tsv.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for row in csv.DictReader(lines, COLUMNS, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row["name"] == "name":
                    continue
                people = int(row["pop"] or 0)
                line = f"{row['name']}\t{row['cc']}\t{row['lat']}\t{row['lon']}\t{people}"
                key = (row["name"], row["cc"])
                if key not in found or found[key][0] < people:
                    found[key] = (people, line)
    return [line for _, line in sorted(found.values(), key=lambda pair: (-pair[0], pair[1]))]


SECTORS = frozenset(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP REL SOC".split()
)
RENAMED = {"MED": "JRN", "HLH": "MED", "INS": "REB", "SEP": "REB"}  # CAMEO's codes that PLOVER writes otherwise
SETS = {"!PERSON!": ("MAN", "MEN", "WOMAN", "WOMEN", "PERSON"), "!MINIST!": ("MINISTER", "MINISTRY"), "MINIST": ("MINISTER", "MINISTRY")}  # fmt: skip
AGENT = re.compile(r"^([^\[#{]+?)\s*(?:\{([^}]*)\})?\s*\[~([A-Z]{3})")


def agents(folder: Path) -> list[str]:
    """Rows phrase, sector: nouns for people and bodies in lower case, with the sector that PLOVER gives them."""
    found: dict[str, str] = {}
    for line in (folder / "petrarch" / "Phoenix.agents.txt").read_text(encoding="latin-1").splitlines():
        match = AGENT.match(line.strip())
        if match is None:
            continue
        sector = RENAMED.get(match[3], match[3])
        if sector in SECTORS:
            for phrase in (match[1], match[2] or ""):
                for spelt in _spelt(phrase.strip()):
                    found.setdefault(spelt, sector)
    return ["\t".join(row) for row in sorted(found.items())]


def _spelt(phrase: str) -> Iterator[str]:
    """The phrase in words, its sets of alternatives written out."""
    for name, members in SETS.items():
        if re.search(rf"{re.escape(name)}(?![A-Z])", phrase):
            for member in members:
                yield from _spelt(re.sub(rf"{re.escape(name)}(?![A-Z])", member, phrase, count=1))
            return
    words = re.sub(r"[_\s]+", " ", phrase).strip().lower()
    if re.fullmatch(r"[a-z][a-z' -]+", words):
        yield words


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/gazetteers"))
    parser.add_argument("--out", type=Path, default=Path("src/detente/lexicon"))
    options = parser.parse_args()
    (options.out / "countries.tsv").write_text("\n".join(countries(options.data)) + "\n", encoding="utf-8")
    (options.out / "agents.tsv").write_text("\n".join(agents(options.data)) + "\n", encoding="utf-8")
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0) as packed:
        packed.write(("\n".join(places(options.data)) + "\n").encode())
    (options.out / "places.tsv.gz").write_bytes(buffer.getvalue())


if __name__ == "__main__":
    main()
