"""Pictures of the pages for the README, made from the bundled sample: `python -m benchmarks.pictures [FOLDER] [NAME...]`.

Needs Playwright and a Chromium (on Debian: `apt-get install chromium`). Each page is drawn wide and 380 pixels wide, light
and dark; the README shows some of them.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright
from tests.show.browsing import chromium, served

from detente.config import Config
from detente.show.reading import read_pages
from detente.show.web.app import Serving

WHEN = "2026-01-05"
PAGES = {
    "today": "/today", "talks": "/talks", "talk": "/talks/t14", "calendar": "/calendar?month=2025-12", "timeline": "/timeline",
    "positions": "/positions", "track": "/positions/USA:security.guarantees", "ceasefires": "/ceasefires", "statements": "/statements",
    "terms": "/terms", "people": "/people", "person": "/people/steve-witkoff", "party": "/parties/UKR", "disputes": "/disputes",
    "stories": "/stories", "story": "/stories/8accbe1a", "documents": "/documents", "search": "/search?q=guarantees", "changes": "/changes",
    "map": "/map", "review": "/review", "sources": "/sources", "about": "/about", "document": "/documents/63a61566d6bbd485",
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


def draw(browser: Browser, base: str, folder: Path, names: list[str]) -> None:
    """Draw pages in every look."""
    for look, (width, scheme) in LOOKS.items():
        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        for name in names:
            page.goto(base + PAGES[name])
            page.screenshot(path=folder / f"{name}-{look}.png", full_page=True)
        page.close()


def main(folder: Path, names: list[str]) -> None:
    """Make the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    with (
        sample() as record,
        served(Serving(record=record, who="analyst", today=lambda: WHEN)) as base,
        sync_playwright() as driver,
    ):
        browser = driver.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        draw(browser, base, folder, names or list(PAGES))
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else Path("docs/pictures"), sys.argv[2:])
