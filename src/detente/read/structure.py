"""The structure of an agreement's text: its pages, and its articles with number and title."""

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

ARTICLE = re.compile(
    r"^[ \f\t]*(?:(?P<word>ARTICLE|Article|SECTION|Section|CHAPTER|Chapter|ANNEX|Annex|PART|Part|PRINCIPLE|Principle|POINT|Point)\s+"
    r"(?P<number>\d{1,3}(?:\.\d+)*|[IVXLC]+|[A-Z])\b[.:)–—-]*[ \t]*(?P<title>[^\n]{0,120})$"
    r"|(?P<plain>\d{1,3}(?:\.\d{1,2})*)[.)][ \t]+(?P<clause>[^\n]*))",
    re.MULTILINE,
)
AGREEMENT = re.compile(
    r"\b(?:agreement|accord|protocol|memorandum of understanding|declaration|treaty|ceasefire arrangements?|terms of reference"
    r"|framework|roadmap|peace plan)\b",
    re.IGNORECASE,
)


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A page or an article of a text: its number as written, its title, and the stretch that it takes up."""

    kind: Literal["page", "article", "clause"]
    number: str
    title: str | None = None
    start: int
    end: int


def pages_of(text: str) -> list[Section]:
    r"""Return the pages of a text, parted by form feeds.

    >>> [(page.number, page.start, page.end) for page in pages_of("one\fsecond")]
    [('1', 0, 3), ('2', 4, 10)]
    """
    pages, start = [], 0
    for number, page in enumerate(text.split("\f"), 1):
        pages.append(Section(kind="page", number=str(number), start=start, end=start + len(page)))
        start += len(page) + 1
    return pages


def articles_of(text: str) -> list[Section]:
    r"""Return the articles and numbered clauses of a text, each up to the next of its kind.

    >>> [(one.number, one.title) for one in articles_of("Article 1. Truce\nThey stop.\nArticle 2\nThey watch.")]
    [('1', 'Truce'), ('2', None)]
    """
    found = list(_heads(text))
    sections = []
    for i, (kind, number, title, start) in enumerate(found):
        closing = ("article",) if kind == "article" else ("article", "clause")
        end = next((at for other, _, _, at in found[i + 1 :] if other in closing), len(text))
        sections.append(Section(kind=kind, number=number, title=title, start=start, end=end))
    return sections


def _heads(text: str) -> Iterator[tuple[Literal["article", "clause"], str, str | None, int]]:
    for match in ARTICLE.finditer(text):
        if match["word"]:
            yield "article", match["number"], match["title"].strip(" .:–—-") or None, match.start()
        else:
            yield "clause", match["plain"], None, match.start()


def is_agreement(text: str) -> bool:
    """Tell whether a text is laid out as an agreement: it calls itself one near its head and has numbered articles."""
    return bool(AGREEMENT.search(text[:1500])) and len(articles_of(text)) >= 3
