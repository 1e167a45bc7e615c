"""Pictures of the pages for the README, made from the bundled sample: `python -m benchmarks.pictures [FOLDER] [--all]`.

Needs Playwright and a Chromium (on Debian: `apt-get install chromium`). Without `--all` the README's pictures are drawn; with
it every page, whole, wide and 380 pixels wide, light and dark, to look at.
"""

import argparse
import json
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import urlopen

from PIL import Image
from playwright.sync_api import Browser, sync_playwright
from tests.show.browsing import chromium, served

from detente.config import Config
from detente.show.reading import read_pages
from detente.show.web.app import Serving
from detente.show.web.pages import PAGES

WHEN = "2026-01-05"
LARGEST = 150_000  # bytes of a picture in the README
# Pages that show an item: the list that names the items, and the field of their addresses.
ITEMS = {
    "talk": ("/talks", "talks"), "track": ("/positions", "rows"), "incident": ("/ceasefires", "incidents"),
    "ceasefire": ("/ceasefires", "ceasefires"), "person": ("/people", "people"), "party": ("/parties", "parties"),
    "story": ("/stories", "stories"), "agreement": ("/agreements", "agreements"),
}  # fmt: skip
LOOKS = {
    "wide-light": (1280, "light"),
    "wide-dark": (1280, "dark"),
    "narrow-light": (380, "light"),
    "narrow-dark": (380, "dark"),
}


@contextmanager
def sample() -> Iterator[str]:
    """Yield the path of a record of the sample."""
    with TemporaryDirectory() as folder, as_file(files("detente") / "sample") as pages:
        record = str(Path(folder) / "record.sqlite")
        read_pages([str(pages)], Config(record=record), "2025-12-22T08:00:00+00:00")
        yield record


def addresses(base: str) -> dict[str, str]:
    """Return the address of every page that the sample fills, by name: of lists their path, of items the newest one's."""
    found = {page.name: page.path for page in PAGES if "{id}" not in page.path}
    for name, (path, field) in ITEMS.items():
        rows = _asked(f"{base}{path}.json").get(field, [])
        if rows:
            found[name] = rows[0]["address"]
    words = _asked(f"{base}{found['talk']}.json")["words"]
    found["document"] = f"/documents/{words['document']}?claim={words['claim']}"
    return {**found, "search": "/search?q=guarantees"}


def _asked(address: str) -> dict:  # type: ignore[type-arg]
    with urlopen(address) as answer:
        return dict(json.load(answer))


def draw_readme(browser: Browser, base: str, folder: Path) -> None:
    """Draw the README's pictures: a screen each, none larger than LARGEST."""
    where = addresses(base)
    shown = {"today": (where["today"], 1280, "light"), "talk": (where["talk"], 1280, "light"),
             "document": (where["document"], 1280, "light"), "positions": (where["positions"], 1280, "dark"),
             "phone": (where["talks"], 380, "light")}  # fmt: skip
    for name, (address, width, scheme) in shown.items():
        page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        page.goto(base + address)
        path = folder / f"{name}.webp"
        Image.open(BytesIO(page.screenshot())).save(path, quality=80, method=6)
        page.close()
        assert path.stat().st_size <= LARGEST, (name, path.stat().st_size)


def draw_all(browser: Browser, base: str, folder: Path) -> None:
    """Draw every page, whole, in every look."""
    for look, (width, scheme) in LOOKS.items():
        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        for name, address in addresses(base).items():
            page.goto(base + address)
            page.screenshot(path=folder / f"{name}-{look}.png", full_page=True)
        page.close()


def _serving(record: str) -> Serving:
    return Serving(record=record, who="analyst", today=lambda: WHEN)


def main(folder: Path, every: bool) -> None:
    """Make the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    with sample() as record, served(_serving(record)) as base, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        (draw_all if every else draw_readme)(browser, base, folder)
        browser.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("docs/pictures"))
    parser.add_argument("--all", action="store_true", dest="every")
    given = parser.parse_args()
    main(given.folder, given.every)
