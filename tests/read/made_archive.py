"""Web archives made of our own pages: the made pages' templates around relevant articles and around pages about other things."""

import gzip
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.gold.gold import Folder, pages
from tests.read.made_pages import HEADER, MAKERS, articles_in, filled_template

FURNITURE = 60_000  # characters around an article; the median page of the web has about as many, news sites more
RELEVANT: tuple[Folder, ...] = ("sample", "articles")


def record_of(url: str, page: bytes, media: str = "text/html") -> bytes:
    """Return one WARC record of a response."""
    http = f"HTTP/1.1 200 OK\r\nContent-Type: {media}; charset=utf-8\r\n\r\n".encode() + page
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-12-20T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{abs(hash(url)):032x}>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def made_records(count: int, share: float, seed: int = 0, furniture: int = FURNITURE) -> Iterator[tuple[str, bytes]]:
    """Yield so many pages, a share of them relevant, each in some maker's template with as much furniture as real pages have.

    `furniture` is about how many characters of scripts, styles and menus stand around an article.
    """
    order = random.Random(seed)
    templates = [HEADER.sub("", file.read_text(encoding="utf-8"), count=1) for file in sorted(MAKERS.glob("*.html"))]
    relevant = [one for folder in RELEVANT for one in articles_in(pages(folder))]
    other = list(articles_in(pages("offtopic")))
    every = max(1, round(1 / share)) if share else 0
    for number in range(count):
        matters = bool(every) and number % every == every // 2
        title, paragraphs = order.choice(relevant if matters else other)
        html = filled_template(order.choice(templates), f"{title} ({number})", paragraphs, number)
        kind = "peace" if matters else "other"
        yield f"https://harbour.example/{kind}/{seed}-{number}", _furnished(html, furniture, number % 50).encode()


@cache
def _furniture(size: int, seed: int) -> tuple[str, str]:
    """What a page carries beside its text, before and behind it: style sheets, scripts, data, menus, a footer."""
    order = random.Random(seed)
    style = "".join(f".c{order.randrange(10**4)}{{margin:{n}px;color:#{n:03x}}}" for n in range(size // 120))
    data = ",".join(f'{{"id":{order.randrange(10**9)},"u":"/s/{n}"}}' for n in range(size // 90))
    cards = "".join(f'<li><a class="card" href="/s/{n}"><span>Section {n}</span></a></li>' for n in range(size // 240))
    head = f"<style>{style}</style><script>window.state=[{data}]</script>"
    return head, f"<nav><ul>{cards}</ul></nav><footer><p>About us</p></footer>"


def _furnished(html: str, size: int, seed: int) -> str:
    head, tail = _furniture(size, seed)
    return html.replace("</head>", f"{head}</head>", 1).replace("</body>", f"{tail}</body>", 1)


def write_archive(file: Path, count: int, share: float, seed: int = 0) -> int:
    """Write a WARC.gz of made pages; returns its uncompressed bytes of HTML."""
    size = 0
    with file.open("wb") as out:
        for url, html in made_records(count, share, seed):
            size += len(html)
            out.write(gzip.compress(record_of(url, html), compresslevel=1))
    return size
