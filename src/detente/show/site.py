"""`detente site OUT/`: the pages as a folder that opens from disk, in the public profile unless asked otherwise.

Pages are made as links ask for them, from Today and the lists on, each with its JSON twin, lists with their tables. The same
record makes the same files, byte by byte.
"""

import posixpath
import re
from collections import deque
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from detente.errors import MissingError, UsageError
from detente.geography import Geography
from detente.model import Noun
from detente.record import Record
from detente.show.public import Profile
from detente.show.web.asked import read_address
from detente.show.web.forms import made
from detente.show.web.look import Look
from detente.show.web.page import Page
from detente.show.web.pages import PAGES
from detente.show.web.rendering import Addresses, render_error, static_files, static_version

LIVE_ONLY = frozenset({"search", "review"})
LAST = "about"  # the page that tells what was left out is made when all others are
MARK = ".detente-site"  # a file by which a folder is known to be a site of ours


class Wanted(Noun, frozen=True, kw_only=True):
    """A page that a link asks for."""

    path: str
    query: tuple[tuple[str, str], ...] = ()


class SiteAddresses(Addresses):
    """How pages of a folder refer to one another: by relative path. Keeps what was asked for."""

    live = False

    def __init__(self, here: str) -> None:
        self.here = posixpath.dirname(here)
        self.wanted: list[Wanted] = []

    def to(self, path: str, **query: object) -> str:
        """Return the file of a page, seen from this one."""
        if path.startswith("/static/"):
            return self._relative(path[1:])
        given = tuple(sorted((name, str(value)) for name, value in query.items() if value not in (None, "", 1)))
        self.wanted.append(Wanted(path=path, query=given))
        return self._relative(file_of(path, given, "html"))

    def evidence(self, document: str, claim: str | None) -> str:
        """Return the place of a claim's words in its document."""
        return self.to(f"/documents/{document}") + (f"#c-{claim}" if claim else "")

    def twin(self, path: str, suffix: str, **query: object) -> str:
        """Return the file of a page in another form."""
        given = tuple(sorted((name, str(value)) for name, value in query.items()))
        return self._relative(file_of(path, given, suffix))

    def _relative(self, file: str) -> str:
        return quote(posixpath.relpath(file, self.here or "."), safe="/~=")


def file_of(path: str, query: tuple[tuple[str, str], ...], suffix: str) -> str:
    """Return the file of a page; a query stands in its name, and no name leads out of the folder.

    >>> file_of("/positions/RUS:territory", (), "html"), file_of("/talks", (("page", "2"),), "json")
    ('positions/RUS~3a.territory.html', 'talks~page=2.json')
    """
    folder, _, name = path.strip("/").partition("/")
    asked = "".join(f"~{_plain(key)}={_plain(value)}" for key, value in query)
    return f"{folder}/{_plain(name)}{asked}.{suffix}" if name else f"{folder}{asked}.{suffix}"


def _plain(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9._-]", lambda found: f"~{ord(found[0]):x}.", text).replace("..", "~2e.~2e.")


def write_site(record: Record, folder: Path, profile: Profile, geography: Geography | None = None) -> int:
    """Write every page into a folder; return how many. Raises UsageError where it holds something that is no site."""
    _prepare(folder)
    first = [
        Wanted(path=page.path) for page in PAGES if "{id}" not in page.path and page.name not in {*LIVE_ONLY, LAST}
    ]
    seen = {*first, Wanted(path=f"/{LAST}")}
    waiting = deque(first)
    with record.reading():
        while waiting:
            for found in _write(record, waiting.popleft(), folder, profile, geography):
                if found not in seen:
                    seen.add(found)
                    waiting.append(found)
        _write(record, Wanted(path=f"/{LAST}"), folder, profile, geography)
    (folder / "index.html").write_bytes((folder / "today.html").read_bytes())
    return len(seen)


def _write(record: Record, wanted: Wanted, folder: Path, profile: Profile, geography: Geography | None) -> list[Wanted]:
    """Write the files of a page; return the pages that it refers to."""
    referred: list[Wanted] = []
    for file, body, found in _files(record, wanted, profile, geography):
        target = folder / file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(body)
        referred += found
    return referred


def _prepare(folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).exists():
        raise UsageError(f"{folder}: holds something that is no site of ours; name a new folder")
    (folder / "static").mkdir(parents=True, exist_ok=True)
    (folder / MARK).write_text("Written by detente site; it may be written over.\n", encoding="utf-8")
    for name, body in static_files().items():
        (folder / "static" / name).write_bytes(body)


def _files(
    record: Record, wanted: Wanted, profile: Profile, geography: Geography | None
) -> Iterator[tuple[str, bytes, list[Wanted]]]:
    """Yield the files of a page, each with the pages that it refers to."""
    page, id_ = page_of(wanted.path)
    file = file_of(wanted.path, wanted.query, "html")
    addresses = SiteAddresses(file)
    try:
        if page is None:
            raise MissingError(f"no page {wanted.path}")
        asked = read_address(dict(wanted.query), page.filters)
        look = Look(record, asked, profile, profile.today, live=False, geography=geography)
        around = _around(look, addresses, wanted)
        yield file, made(page, look, "html", id_, around).body, addresses.wanted
        for suffix in page.suffixes:
            yield file_of(wanted.path, wanted.query, suffix), made(page, look, suffix, id_, around).body, []
    except MissingError:
        yield file, render_error("this stands in the record no more", "go to Today", 404, addresses).encode(), []


def page_of(path: str) -> tuple[Page | None, str | None]:
    """Return the page of a path, and the id in it."""
    folder, _, id_ = path.strip("/").partition("/")
    wanted = f"/{folder}/{{id}}" if id_ else f"/{folder}"
    page = next((page for page in PAGES if page.path == wanted and page.name not in LIVE_ONLY), None)
    return page, id_ or None


def _around(look: Look, addresses: Addresses, wanted: Wanted) -> Mapping[str, Any]:
    return {
        "asked": look.asked.given(), "path": wanted.path, "query": dict(wanted.query), "profile": look.profile.name,
        "csrf": "", "who": "", "static": static_version(), "base": "", "on": look.on, "today": look.today, "addresses": addresses,
    }  # fmt: skip
