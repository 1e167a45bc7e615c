"""Forty page templates of different makers, filled with articles of our own: what readers of pages are measured on.

Each file of `makers/` opens with a comment that holds its gold: outlet, author, instant. The text comes from the pages of
`tests/gold/articles` and the sample, so body gold is known to the character. A dump is the same page as a crawl would
store it: every visible line, with menus, captions, comments and all.
"""

import html as entities
import re
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import msgspec

HERE = Path(__file__).parent
MAKERS = HERE / "makers"
ARTICLES = HERE.parent / "gold" / "articles"
SAMPLE = HERE.parents[1] / "src" / "detente" / "sample"
USED = (
    "amm-first-phase", "banjska-tuesday", "christmas-truce-one-sided", "hotline-at-half-past-three", "lorries-at-the-border",
    "ramadan-in-sanaa", "ten-a-day",
)  # fmt: skip
ITEMS = (
    "The list of prisoners is to be exchanged before the end of the month, in two parts.",
    "Both crossings stay open from six in the morning until dusk.",
    "A joint commission of twelve officers will meet every second Tuesday",
)
HEADER = re.compile(r"<!-- outlet: (?P<outlet>.*?) \| author:(?P<author>.*?) \| iso: (?P<iso>\S+) -->\n")
BLOCKS = "p div li td th h1 h2 h3 h4 h5 h6 br tr dt dd pre blockquote figcaption section article header footer nav aside summary details address ul ol dl table button time title".split()


class MadePage(msgspec.Struct, frozen=True):
    """A page with its gold."""

    maker: str
    html: str
    outlet: str
    authors: tuple[str, ...]
    published: str
    title: str
    paragraphs: tuple[str, ...]

    def dump(self) -> str:
        """Return every visible line of the page, as a crawl would store it."""
        return dumped(self.html)


def made_pages() -> list[MadePage]:
    """Return one page of each maker, each with an article of its own."""
    articles = list(_articles())
    files = sorted(MAKERS.glob("*.html"))
    return [_filled(file, *articles[number % len(articles)], number) for number, file in enumerate(files)]


def _articles() -> Iterator[tuple[str, list[str]]]:
    for folder, names in ((ARTICLES, USED), (SAMPLE, [file.stem for file in sorted(SAMPLE.glob("*.html"))])):
        for file in (folder / f"{name}.html" for name in names):
            tree = lxml.html.fromstring(file.read_text(encoding="utf-8"))
            title = " ".join(tree.xpath("//h1")[0].text_content().split())
            paragraphs = [" ".join(one.text_content().split()) for one in tree.xpath("//p")]
            long = [one for one in paragraphs if len(one) > 80 and one.endswith((".", '"', "”"))]
            if len(long) >= 3:
                yield title, long


def articles_in(files: list[Path]) -> Iterator[tuple[str, list[str]]]:
    """Yield title and paragraphs of pages in text or HTML: what stands above the first paragraph is not looked at."""
    for file in files:
        text = file.read_text(encoding="utf-8")
        if file.suffix == ".html":
            tree = lxml.html.fromstring(text)
            rows = [" ".join(one.text_content().split()) for one in tree.xpath("//p | //li | //td")]
        else:
            rows = [" ".join(row.split()) for row in text.split("\n\n")]
        long = [row for row in rows if len(row) > 60]
        yield file.stem.replace("-", " "), long or rows


def _filled(file: Path, title: str, paragraphs: list[str], number: int) -> MadePage:
    text = file.read_text(encoding="utf-8")
    found = HEADER.match(text)
    assert found, file
    template = text[found.end() :]
    author = found["author"].strip()
    html = filled_template(template, title, paragraphs, number, found["outlet"], author, found["iso"])
    listed = ITEMS if "{{L}}" in template else ITEMS[:1] if "{{BQ}}" in template else ()
    authors = (re.sub(r" in [A-Z]\w+$", "", author),) if author else ()
    return MadePage(file.stem, html, found["outlet"], authors, found["iso"], title, (*paragraphs, *listed))


def filled_template(
    template: str, title: str, paragraphs: list[str], number: int, outlet: str = "Harbour Ledger", author: str = "Ana Luz",
    iso: str = "2025-12-20T10:00:00+00:00",
) -> str:  # fmt: skip
    """Fill a maker's template with an article."""
    own = [entities.escape(one, quote=False) for one in paragraphs]
    parts = {
        "T": entities.escape(title), "O": entities.escape(outlet), "A": entities.escape(author),
        "ISO": iso, "N": str(number), "TODAY": "Saturday 1 November 2025",
        "P": wrapped(own, "<p>{}</p>\n"), "P1": own[0], "PREST": wrapped(own[1:], "<p>{}</p>\n"),
        "BR": "<br><br>\n".join(own), "DIVP": wrapped(own, '<div class="wp-x"><p class="b">{}</p></div>\n'),
        "DIVS": wrapped(own, "<div>{}</div>\n"), "SPANP": wrapped(own, '<p id="v"><span>{}</span></p>\n'),
        "LI": wrapped(own, "<li>{}</li>\n"), "ROWS": wrapped(own, "<tr><td><p>{}</p></td></tr>\n"),
        "POSTS": wrapped(own, '<article><time>12:02</time><div><p>{}</p></div></article>\n'),
        "PRE": "\n\n".join(filled(one) for one in own), "DL": wrapped(own, "<dt>Point</dt><dd>{}</dd>\n"),
        "L": "<ul>" + wrapped(ITEMS, "<li>{}</li>") + "</ul>",
        "BQ": f"<blockquote><p>{ITEMS[0]}</p></blockquote>",
    }  # fmt: skip
    return re.sub(r"\{\{(\w+)\}\}", lambda token: parts[token[1]], template)


def wrapped(paragraphs: tuple[str, ...] | list[str], shape: str) -> str:
    """Put each paragraph into a shape."""
    return "".join(shape.format(one) for one in paragraphs)


def filled(paragraph: str, width: int = 72) -> str:
    """Wrap a paragraph hard, as mailers and old wires do."""
    import textwrap

    return textwrap.fill(paragraph, width)


def dumped(html: str) -> str:
    """Return the visible lines of a page, blocks parted by line ends; menus run together as crawls leave them."""
    tree = lxml.html.fromstring(html)
    for gone in tree.xpath("//script | //style | //head | //comment()"):
        gone.drop_tree()
    for element in tree.iter():
        if element.tag in BLOCKS:
            element.text = "\n" + (element.text or "")
            element.tail = "\n" + (element.tail or "")
    preserved = bool(tree.xpath("//pre"))
    lines = (re.sub(r"[ \t]+", " ", line).strip() for line in tree.text_content().splitlines())
    text = "\n".join(lines)
    return re.sub(r"\n{3,}", "\n\n", text).strip() if preserved else re.sub(r"\n{2,}", "\n", text).strip()


def words_f1(found: str, gold: str) -> float:
    """Return the F1 over words as multisets, the usual measure of text extraction.

    >>> words_f1("the envoys met", "the envoys met")
    1.0
    """
    from collections import Counter

    one, two = Counter(re.findall(r"\w+", found.lower())), Counter(re.findall(r"\w+", gold.lower()))
    shared = sum((one & two).values())
    return 2 * shared / max(1, sum(one.values()) + sum(two.values()))
