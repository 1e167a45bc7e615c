"""Derive the shipped gazetteers of countries, places and agents from ../shared/gazetteers.

python -m training.gazetteers --data ../shared/gazetteers --out src/detente/lexicon
"""

import argparse
import csv
import difflib
import gzip
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

COLUMNS = ("geonameid", "name", "cc", "admin1", "lat", "lon", "pop", "alternates")


# Capitals that are other words or other places as often, or that two parties claim: as names of a party they would mislead.
NOT_CAPITALS = frozenset("Jerusalem|Brussels|Sana'a|Kingston|Victoria|Georgetown|Nassau|Malé".split("|"))


# Territories of other states: their capitals name no party, nor do adjectives that they share with a state.
TERRITORIES = frozenset(
    "ABW AIA ALA ASM ATA ATF BES BLM BMU BVT CCK CUW CXR CYM FLK FRO GGY GIB GLP GRL GUF GUM HKG HMD IMN IOT JEY MAC MAF "
    "MNP MSR MTQ MYT NCL NFK NIU PCN PRI PYF REU SGS SHN SJM SPM SXM TCA TKL UMI VGB VIR WLF".split()
)


def countries(folder: Path) -> list[str]:
    """Rows iso3, kind, form: names, demonyms and capitals, and other names in Latin letters without marks."""
    with gzip.open(folder / "countries_aliases.tsv.gz", "rt", encoding="utf-8") as lines:
        rows = [row | {"iso3": row["iso3"].replace("UNK", "XKX")} for row in csv.DictReader(lines, delimiter="\t")]
    states = {(row["kind"], row["form"]) for row in rows if row["iso3"] not in TERRITORIES}
    rows = [
        row
        for row in rows
        if row["iso3"] not in TERRITORIES or not (row["kind"] == "capital" or (row["kind"], row["form"]) in states)
    ]
    kept = {
        (row["iso3"], row["kind"], form)
        for row in rows
        for form in (row["form"], _unmarked(row["form"]))
        if form
        and not (row["kind"] == "capital" and form in NOT_CAPITALS)
        and (row["kind"] != "alt" or (form.isascii() and len(form) > 4 and row["form"].isascii()))
        and (form == row["form"] or len(form) > 4)
    }
    return ["\t".join(row) for row in sorted(kept)]


def _unmarked(text: str) -> str:
    """The same letters without accents: Bogotá → Bogota."""
    return "".join(mark for mark in unicodedata.normalize("NFD", text) if not unicodedata.combining(mark))


def places(folder: Path) -> list[str]:
    """Rows name, iso2, latitude, longitude, population of cities, the largest of a name first.

    A name with marks also stands without them; a city of 50,000 also under near spellings in plain letters.
    """
    found: dict[tuple[str, str], tuple[int, str]] = {}
    for file in sorted(folder.glob("geonames_cities*.tsv.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for row in csv.DictReader(lines, COLUMNS, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row["name"] == "name":
                    continue
                people = int(row["pop"] or 0)
                for name in _spellings(row["name"], row["alternates"] or "", people):
                    line = f"{name}\t{row['cc']}\t{row['lat']}\t{row['lon']}\t{people}"
                    key = (name, row["cc"])
                    if key not in found or found[key][0] < people:
                        found[key] = (people, line)
    return [line for _, line in sorted(found.values(), key=lambda pair: (-pair[0], pair[1]))]


def _spellings(name: str, alternates: str, people: int) -> Iterator[str]:
    yield name
    plain = re.sub(r"[^A-Za-z -]", "", _unmarked(name))
    if plain != name and len(plain) > 3 and not plain.isspace():
        yield plain.strip()
    if people < 50_000 or (name.isascii() and not re.match(r"A[a-z] ", name)):
        return
    for other in alternates.split("|"):
        near = difflib.SequenceMatcher(None, plain.lower(), other.lower()).ratio() >= 0.75
        if near and re.fullmatch(r"[A-Z][a-z]+(?:[ -][A-Z]?[a-z]+)*", other) and len(other) > 3:
            yield other


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


# Words without which a name of the actors' dictionaries may be a person's and is left out.
BODIES = re.compile(
    r"\b(?:agency|alliance|army|armies|association|authority|bank|battalions?|board|brigades?|bureau|cartel|cells?|centre|"
    r"center|command|commando|commandos|commission|committee|community|conference|confederation|congress|convention|"
    r"cooperation|corps|council|court|crescent|cross|directorate|empire|faction|federation|fighters|force|forces|forum|"
    r"front|fund|government|group|guards?|guerrillas?|initiative|institute|intelligence|international|jihad|lashkar|league|"
    r"liberation|mahdi|martyrs|militia|militant|mission|movement|mujahideen|mujahidin|network|nuclei|office|organi[sz]ation|"
    r"parliament|partnership|party|police|programme|program|rebels|resistance|secretariat|senate|service|society|squad|"
    r"state|taliban|tigers|tribunal|union|unit|united nations|watch|wing|world)\b"
)
# Words of which a name of two or three says too little: "National Front", "Popular Revolutionary Army".
GENERIC = frozenset(
    "action army armed battalion brigade brigades command commandos committee community council defense defence faction "
    "force forces front group guard guards international islamic islamist jihad liberation militia movement "
    "mujahideen national network of organization party patriotic people's peoples popular proletarian red resistance "
    "revolutionary social socialist society the unified union united unit universal central pacific solidarity state rebels "
    "democratic communist workers and for free green black new".split()
)
KINDS = {"IGO": "organisation", "NGO": "organisation", "REB": "armed group", "IMG": "armed group"}
INSTITUTIONS = frozenset("MIL SPY COP JUD LEG REB".split())
NAME_LINE = re.compile(r"^\+?([^\[#\t]+)")
CODE = re.compile(r"\[([A-Z]{3})([A-Z]{3})?[A-Z]*\]")


def organisations(folder: Path) -> list[str]:
    """Rows code, sector, kind, names: organisations and armed groups, never a person; names in lower case.

    `code` is an alpha-3 country, or IGO, NGO, IMG for what is of none; the first name stands for the party.
    """
    known = {row.split("\t")[0] for row in countries(folder)}
    found: dict[str, str] = {}
    for file, opened in (
        ("Phoenix.International.actors.txt.gz", gzip.open),
        ("Phoenix.MilNonState.actors.txt", open),
        ("Phoenix.Countries.actors.txt.gz", gzip.open),
    ):
        with opened(folder / "petrarch" / file, "rt", encoding="latin-1") as lines:  # type: ignore[operator]
            for names, codes in _entries(lines):
                row = _organisation(names, codes, known)
                if row and row[3].split("|")[0] not in found:
                    found[row[3].split("|")[0]] = "\t".join(row)
    return sorted(found.values())


def toponyms(folder: Path) -> list[str]:
    """Rows form, alpha-3: other spellings of countries and their people, and places in them, in lower case.

    Only what the dictionary of countries has under a country itself: never what it has under an institution or a person.
    """
    known = {row.split("\t")[0] for row in countries(folder)}
    found: dict[str, set[str]] = {}
    with gzip.open(folder / "petrarch" / "Phoenix.Countries.actors.txt.gz", "rt", encoding="latin-1") as lines:
        for spelt, codes in _entries(lines):
            match = re.fullmatch(r"\[([A-Z]{3})(?:GZA)?\]", codes[0].strip()) if len(codes) == 1 else None
            if match and match[1] in known:
                for name in filter(None, map(_plain, spelt)):
                    found.setdefault(name, set()).add(match[1])
    return [f"{name}\t{min(isos)}" for name, isos in sorted(found.items()) if len(isos) == 1 and len(name) > 3]


def _entries(lines: Iterable[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the names of each entry of a dictionary with its codes, dated ones included."""
    names: list[str] = []
    codes: list[str] = []
    for line in lines:
        line = line.partition("#")[0].rstrip()
        if not line:
            continue
        named = NAME_LINE.match(line)
        if named and not line.startswith("+") and names:
            yield names, codes
            names, codes = [], []
        if named:
            names.append(named[1])
        codes += re.findall(r"\[[^\]]*\]", line)
    if names:
        yield names, codes


def _organisation(names: list[str], codes: list[str], known: set[str]) -> tuple[str, str, str, str] | None:
    code = CODE.fullmatch(codes[0].strip()) if len(codes) == 1 else None
    if code is None:
        return None
    country, sector = code[1], code[2] or ""
    if country in {"IGO", "NGO", "IMG"}:
        kind, sector = KINDS[country], ""
    elif sector in INSTITUTIONS:
        kind = KINDS.get(sector, "institution")
    else:
        return None
    spelt = [name for name in map(_plain, names) if name and " " in name and BODIES.search(name)]
    spelt = [name for name in spelt if not set(name.split()) <= GENERIC]
    country = country if country in known | set(KINDS) else ""
    return (country, sector, kind, "|".join(dict.fromkeys(spelt))) if spelt else None


def _plain(name: str) -> str:
    words = re.sub(r"\([^)]*\)?", " ", name).replace("_", " ").strip().lower()
    words = re.sub(r"\s+", " ", words).removeprefix("the ")
    office = words.endswith((" chief", " president", " chairman", " leader", " secretary general", " monitor"))
    return words if re.fullmatch(r"[a-z][a-z0-9'./ -]+", words) and not office else ""


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/gazetteers"))
    parser.add_argument("--out", type=Path, default=Path("src/detente/lexicon"))
    options = parser.parse_args()
    (options.out / "countries.tsv").write_text("\n".join(countries(options.data)) + "\n", encoding="utf-8")
    (options.out / "agents.tsv").write_text("\n".join(agents(options.data)) + "\n", encoding="utf-8")
    (options.out / "toponyms.tsv").write_text("\n".join(toponyms(options.data)) + "\n", encoding="utf-8")
    listed = "\n".join(organisations(options.data)) + "\n"
    (options.out / "organisations.tsv").write_text(listed, encoding="utf-8")
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0) as packed:
        packed.write(("\n".join(places(options.data)) + "\n").encode())
    (options.out / "places.tsv.gz").write_bytes(buffer.getvalue())


if __name__ == "__main__":
    main()
