"""The sample as its four outlets would publish it: `python -m benchmarks.sample_site FOLDER` serves them on this machine.

FOLDER gets what the README's worked examples start from: `feeds.opml`, one feed an outlet; `archives/`, a web archive a month,
in which the sample's pages stand among pages about other things; and `detente.toml`, which allows this machine's own addresses
and asks for no pause between requests. Serves until it is stopped.
"""

import argparse
import gzip
import shutil
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.gold.gold import pages
from tests.read.made_archive import made_records, record_of

from detente.model import Document
from detente.read import document_of

OTHERS = 8  # pages about other things in each month's archive
Page = tuple[Path, Document]


class Quiet(SimpleHTTPRequestHandler):
    """A file server that says nothing of what it is asked."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def published() -> list[Page]:
    """Return the sample's pages, oldest first."""
    rows = [(file, document_of(file.read_bytes(), file.name)) for file in pages("sample")]
    return sorted(rows, key=lambda row: (row[1].published or "", row[0].name))


def feed(outlet: str, rows: Sequence[Page], address: str) -> str:
    """Return an outlet's feed of these pages: titles, links and days, and no text."""
    entries = "".join(
        f'<entry><title>{escape(page.title or "")}</title><link href="{address}/{file.name}"/><published>{page.published}</published></entry>'
        for file, page in rows
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>{escape(outlet)}</title>{entries}</feed>'


def write_feeds(folder: Path, site: Path, address: str) -> None:
    """Write the pages and a feed for each outlet into what is served, and the list of feeds beside it."""
    outlets: dict[str, list[Page]] = {}
    for file, page in published():
        shutil.copy(file, site)
        outlets.setdefault(page.outlet or "", []).append((file, page))
    rows = []
    for outlet, own in sorted(outlets.items()):
        name = f"{outlet.lower().replace(' ', '-')}.atom"
        (site / name).write_text(feed(outlet, own, address), encoding="utf-8")
        rows.append(f'<outline type="rss" text="{escape(outlet)}" xmlUrl="{address}/{name}"/>')
    opml = f'<opml version="2.0"><body>{"".join(rows)}</body></opml>\n'
    (folder / "feeds.opml").write_text(opml, encoding="utf-8")


def write_archives(folder: Path) -> None:
    """Write an archive for each month of the sample."""
    months: dict[str, list[Page]] = {}
    for file, page in published():
        months.setdefault((page.published or "")[:7], []).append((file, page))
    folder.mkdir()
    for number, (month, rows) in enumerate(sorted(months.items())):
        own = [(page.url or f"https://northcoastcourier.example/{file.stem}", file) for file, page in rows]
        records = [record_of(url, file.read_bytes(), media=media(file)) for url, file in own]
        records += [record_of(url, html) for url, html in made_records(OTHERS, 0, seed=number)]
        (folder / f"{month}.warc.gz").write_bytes(b"".join(map(gzip.compress, records)))


def media(file: Path) -> str:
    """Return the media type under which a page of the sample is served."""
    return "text/plain" if file.suffix == ".txt" else "text/html"


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Fill a folder with feeds, archives and settings, serve the pages, and give the address."""
    site = folder / "site"
    site.mkdir(parents=True)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        address = f"http://127.0.0.1:{server.server_port}"
        write_feeds(folder, site, address)
        write_archives(folder / "archives")
        (folder / "detente.toml").write_text("allow_private = true\npause = 0.0\n")
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield address
        server.shutdown()


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    with served(parser.parse_args().folder) as address:
        print(f"serving the sample at {address}; stop with Ctrl-C", flush=True)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            return


if __name__ == "__main__":
    main()
