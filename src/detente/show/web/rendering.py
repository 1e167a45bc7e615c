"""Pages as HTML: one environment of templates, and what they can call."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import jinja2

from detente.model import Noun
from detente.show import symbols
from detente.show.cited import Cited, Words
from detente.show.names import (
    age_words,
    counted,
    day_words,
    interval_words,
    issue_name,
    party_name,
    root_words,
    sources,
    spoken,
)
from detente.show.titles import address_of
from detente.show.web.asked import SAID
from detente.show.web.page import Page
from detente.show.web.pages import PAGES

STATIC = ("detente.css", "detente.js", "world.svg", "icon.svg")


class Addresses:
    """How pages refer to one another: by path and query, as a server answers them."""

    live = True

    def to(self, path: str, **query: object) -> str:
        """Return the address of a page; what is None or empty is left out of the query.

        >>> Addresses().to("/talks", party="USA", page=None)
        '/talks?party=USA'
        """
        given = {name: value for name, value in query.items() if value not in (None, "")}
        return quote(path) + (f"?{urlencode(given)}" if given else "")

    def evidence(self, document: str, claim: str | None) -> str:
        """Return the address of a claim's words in its document."""
        return self.to(f"/documents/{document}", claim=claim) + (f"#c-{claim}" if claim else "")

    def twin(self, path: str, suffix: str, **query: object) -> str:
        """Return the address of a page in another form."""
        return self.to(f"{path}.{suffix}", **query)


def outward(url: str | None) -> str | None:
    """Return an address on the web as it may be linked; anything but http and https is not.

    >>> outward("https://example.org/a"), outward("javascript:alert(1)")
    ('https://example.org/a', None)
    """
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


def lit(words: Words) -> list[tuple[str, str | None]]:
    """Return a quoted sentence in pieces, each with the field that it carries."""
    found: list[tuple[str, str | None]] = []
    at = 0
    for mark in words.marks:
        found += [(words.sentence[at : mark.start], None), (words.sentence[mark.start : mark.end], mark.field)]
        at = mark.end
    return [piece for piece in [*found, (words.sentence[at:], None)] if piece[0]]


def by_sentence(facts: Sequence[Cited]) -> list[tuple[Words | None, list[Cited]]]:
    """Return facts grouped by the sentence that they stand in, in order."""
    groups: dict[tuple[str, str] | None, list[Cited]] = {}
    for fact in facts:
        key = (fact.words.document, fact.words.sentence) if fact.words else None
        groups.setdefault(key, []).append(fact)
    return [(group[0].words, group) for group in groups.values()]


@cache
def environment() -> jinja2.Environment:
    """Return the templates with what they can call; everything that they show is escaped."""
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("detente.show.web"), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )  # fmt: skip
    made.globals.update(
        status_symbol=symbols.status_symbol, directions=symbols.DIRECTIONS, signs=symbols.SIGNS, answers=symbols.ANSWERS, steps=symbols.STEPS,
        followed=symbols.FOLLOWED, drift_symbols=symbols.DRIFTS, tellers=symbols.TELLERS, party_name=party_name, issue_name=issue_name,
        said_of=SAID,
    )  # fmt: skip
    made.globals["address_of"] = address_of
    made.filters.update(
        day=day_words, interval=interval_words, age=age_words, counted=counted, spoken=spoken, lit=lit, outward=outward, sources=sources, by_sentence=by_sentence,
        root=root_words,
    )  # fmt: skip
    return made


GROUPS = tuple(dict.fromkeys(page.group for page in PAGES if page.group))


def render(page: Page, content: Noun, addresses: Addresses, around: Mapping[str, Any]) -> str:
    """Return a page as HTML; `around` is what stands around its content: filters, day, profile, form token."""
    template = environment().get_template(page.template or f"{page.name}.html")
    return template.render(
        page=page, it=content, to=addresses.to, evidence=addresses.evidence, twin=addresses.twin, live=addresses.live, pages=PAGES,
        groups=GROUPS, **around,
    )  # fmt: skip


def render_error(what: str, do: str, status: int, addresses: Addresses) -> str:
    """Return an error as a page."""
    template = environment().get_template("error.html")
    page = Page(name="error", path="/", title="Not shown", noun=Noun, ask=Noun)
    return template.render(
        page=page, what=what, do=do, status=status, to=addresses.to, evidence=addresses.evidence, twin=addresses.twin, live=addresses.live,
        pages=PAGES, groups=GROUPS, asked={}, path="/", query={}, profile="full", csrf="", who="", static=static_version(),
    )  # fmt: skip


@cache
def static_files() -> Mapping[str, bytes]:
    """Return the files that pages refer to, by name."""
    folder = files("detente.show.web") / "static"
    return {name: (folder / name).read_bytes() for name in STATIC}


@cache
def static_version() -> str:
    """Return a key that changes with any of these files."""
    from detente.model import fingerprint

    return fingerprint(*(f"{name} {len(body)} {hash_of(body)}" for name, body in static_files().items()))[:8]


def hash_of(body: bytes) -> str:
    """Return a short hash of a file."""
    import hashlib

    return hashlib.sha256(body).hexdigest()[:16]
