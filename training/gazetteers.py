"""Derive the shipped gazetteers of countries and places from ../shared/gazetteers.

python -m training.gazetteers --data ../shared/gazetteers --out src/detente/lexicon
"""

import argparse
import csv
import gzip
import io
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


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/gazetteers"))
    parser.add_argument("--out", type=Path, default=Path("src/detente/lexicon"))
    options = parser.parse_args()
    (options.out / "countries.tsv").write_text("\n".join(countries(options.data)) + "\n", encoding="utf-8")
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0) as packed:
        packed.write(("\n".join(places(options.data)) + "\n").encode())
    (options.out / "places.tsv.gz").write_bytes(buffer.getvalue())


if __name__ == "__main__":
    main()
