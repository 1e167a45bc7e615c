"""Dumps of made-up pages whose lines are known: what the classifier of line roles learns from.

A template is drawn from a seed once: which furniture (`furniture.toml`) it has, in which phrasings, in which order and in
which elements. It is filled with an article and rendered the ways dumps are made: every block a line, with or without
blank lines; menus run together; wrapped hard as by a text browser; resiliparse's and trafilatura's plain text. Templates
of an even and of an odd seed share no phrasing, so that one half can be held out whole.
"""

import html
import random
import re
import textwrap
import tomllib
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

FURNITURE = Path(__file__).with_name("furniture.toml")
SHARED = frozenset({"outlet", "writer", "place"})
Role = Literal["body", "other", "either"]
ABOVE = "control section kicker widget cookie newsletter paywall share counter section".split()
UNDER_TITLE = "date byline caption share counter kicker caption date byline control".split()
INSIDE = "inline inline inline caption caption newsletter paywall related about_box".split()
BELOW = "related tags share biography credit comment newsletter correction press paywall widget related credit about_box".split()
ANNOUNCED = (
    "The two sides agreed on the following:",
    "Here is what is known so far:",
    "The plan says that:",
    "They are:",
    "Among its points:",
)
DAYS = (
    "17 December 2025",
    "December 17, 2025",
    "Wed, 17 Dec 2025",
    "2025-12-17",
    "17.12.2025",
    "Wednesday, December 17",
    "17/12/2025",
)


class Article(msgspec.Struct, frozen=True):
    """A headline and the paragraphs below it."""

    title: str
    paragraphs: tuple[str, ...]


class Block(msgspec.Struct, frozen=True):
    """One block of a page: its words, whether they are the article's own, and the element they stand in."""

    words: str
    role: Role
    tag: str = "div"
    part: str = "main"  # the part of the page: nav, main or footer


class Dump(msgspec.Struct, frozen=True):
    """A page as text, with the words that are its article's and those that may count as either."""

    template: int
    rendering: str
    text: str
    blocks: tuple[Block, ...]


@cache
def _furniture() -> dict[str, list[str]]:
    return tomllib.loads(FURNITURE.read_text(encoding="utf-8"))


def _phrases(kind: str, half: int) -> list[str]:
    """The phrasings of a kind of furniture that templates of this half may use."""
    phrases = _furniture()[kind]
    return phrases if kind in SHARED else phrases[half::2]


class Template:
    """A page's furniture, drawn from a seed."""

    def __init__(self, seed: int) -> None:
        draw = random.Random(f"template {seed}")
        self.seed, self.half = seed, seed % 2
        heavy = draw.choice((0.0, 0.2, 0.4, 0.6, 0.8, 1.2))
        self.above = draw.choices(ABOVE, k=round(heavy * draw.randint(0, 5)))
        self.menu = draw.randint(0, 14) if draw.random() < 0.6 * heavy + 0.2 else 0
        self.under = draw.sample(UNDER_TITLE, draw.randint(0, 5))
        self.repeats_title, self.deck, self.repeats_lead = (
            draw.random() < 0.25,
            draw.random() < 0.3,
            draw.random() < 0.08,
        )
        self.inside = draw.sample(INSIDE, draw.randint(0, 2)) if draw.random() < 0.7 else []
        self.below = draw.sample(BELOW, round(min(1.6, heavy) * draw.randint(0, 6)))
        if draw.random() < 0.12:
            self.above, self.menu, self.below, self.under = [], 0, [], self.under[: draw.randint(0, 1)]
        self.comments, self.footer = draw.random() < 0.25, draw.randint(0, 8) if draw.random() < 0.6 else 0
        self.subheads, self.lists = draw.random() < 0.2, draw.random() < 0.4
        self.shape = draw.choices(("plain", "transcript", "live"), (12, 1, 1))[0]
        self.paragraphs = draw.choice(("whole", "whole", "sentences", "pairs"))
        self.tags = {kind: draw.choice(("div", "p", "li", "span", "div")) for kind in _furniture()}
        self.choices = {
            kind: draw.sample(_phrases(kind, self.half), min(len(_phrases(kind, self.half)), draw.randint(3, 9)))
            for kind in _furniture()
        }

    def filled(self, article: Article, others: Sequence[Article], draw: random.Random) -> list[Block]:
        """Return the blocks of a page with this furniture and an article."""
        page = _Page(self, article, others, draw)
        return page.blocks()


class _Page:
    """One filling of a template."""

    def __init__(self, template: Template, article: Article, others: Sequence[Article], draw: random.Random) -> None:
        self.template, self.article, self.others, self.draw = template, article, others, draw
        self.outlet = draw.choice(_furniture()["outlet"])
        self.sentences = _sentences(" ".join(article.paragraphs))

    def blocks(self) -> list[Block]:
        template = self.template
        blocks = [Block(words, "other", "li", "nav") for words in self._draws("section", template.menu)]
        for kind in template.above:
            blocks += self._box(kind, "nav" if kind in {"control", "section", "cookie"} else "main")
        if self.draw.random() < 0.93:
            blocks += [Block(self.article.title, "other", "h1")] * (2 if template.repeats_title else 1)
        if template.deck:
            blocks.append(
                Block(self._shortened(self.draw.choice((*self.sentences[:1] * 3, *self.sentences))), "either", "p")
            )
        for kind in template.under:
            blocks += self._box(kind, most=2)
        if template.repeats_lead:
            blocks.append(Block(self.article.paragraphs[0], "body", "p"))
        blocks += self._body()
        for kind in template.below:
            blocks += self._box(kind)
        if template.comments:
            blocks += self._box("comment_head", most=1) + self._box("comment", most=9) + self._box("comment_form")
        return blocks + [Block(words, "other", "p", "footer") for words in self._draws("footer", template.footer)]

    def _body(self) -> Iterator[Block]:
        paragraphs = list(self._paragraphs())
        breaks = sorted(
            self.draw.sample(range(1, max(2, len(paragraphs))), min(len(self.template.inside), len(paragraphs) - 1))
        )
        boxes = dict(zip(breaks, self.template.inside, strict=False))
        listed = (
            self.draw.choice((len(paragraphs) // 2, len(paragraphs) - 1, len(paragraphs) - 1))
            if self.template.lists
            else None
        )
        for number, words in enumerate(paragraphs):
            if number in boxes:
                yield from self._box(boxes[number], most=3)
            if self.template.subheads and number and number % 3 == 0:
                yield Block(self._subhead(), "either", "h2")
            yield from self._paragraph(words, number, listed=number == listed)

    def _paragraph(self, words: str, number: int, *, listed: bool) -> Iterator[Block]:
        """A paragraph as its template has it: a list, a speaker's turn, an entry of a live page, or plain."""
        sentences = _sentences(words)
        if listed and len(sentences) > 1:
            if self.draw.random() < 0.7:
                yield Block(self.draw.choice(ANNOUNCED), "body", "p")
            stopped = self.draw.choice((0.0, 0.5, 1.0))
            short = self.draw.random() < 0.4
            for one in sentences:
                item = self._subhead(one, 8) if short else one
                yield Block(item if self.draw.random() < stopped and not short else item.rstrip("."), "body", "li")
        elif self.template.shape == "transcript":
            yield Block(f"{('QUESTION', 'THE MINISTER')[number % 2]}: {words}", "body", "p")
        elif self.template.shape == "live":
            yield from (Block(self._spelled("{T} GMT"), "other", "span"), Block(self._subhead(), "either", "h2"))
            yield Block(words, "body", "p")
        else:
            yield Block(words.replace(". ", ".", 1) if self.draw.random() < 0.02 else words, "body", "p")

    def _paragraphs(self) -> Iterator[str]:
        kept = self.article.paragraphs[: self.draw.randint(1, 14)]
        if self.template.paragraphs == "sentences":
            yield from (one for paragraph in kept for one in _sentences(paragraph))
        elif self.template.paragraphs == "pairs":
            for paragraph in kept:
                rows = _sentences(paragraph)
                yield from (" ".join(rows[at : at + 2]) for at in range(0, len(rows), 2))
        else:
            yield from kept

    def _subhead(self, sentence: str | None = None, most: int = 6) -> str:
        """The first words of a sentence, as subheads and short items of lists are."""
        words = (sentence or self.draw.choice(self.sentences)).split()[: self.draw.randint(2, most)]
        return " ".join(words).strip(" ,.;:“”\"'")

    def _box(self, kind: str, part: str = "main", most: int = 5) -> list[Block]:
        """A box of one kind of furniture, under its own heading where it has one."""
        head = self._draws("related_head", 1) if kind == "related" else []
        rows = self._draws(kind, self.draw.randint(1, most))
        tag = self.template.tags[kind]
        return [
            Block(row, "other", "h3" if row in head else tag, part)
            for words in (*head, *rows)
            for row in words.split("\n")
        ]

    def _draws(self, kind: str, count: int) -> list[str]:
        return [self._spelled(self.draw.choice(self.template.choices[kind])) for _ in range(count)]

    def _spelled(self, phrase: str) -> str:
        """Fill the slots of a phrase."""
        slots: dict[str, Callable[[], str]] = {
            "O": lambda: self.outlet, "A": lambda: self.draw.choice(_furniture()["writer"]),
            "P": lambda: self.draw.choice(_furniture()["place"]), "D": lambda: self.draw.choice(DAYS),
            "T": lambda: f"{self.draw.randint(0, 23):02}:{self.draw.randint(0, 59):02}", "N": lambda: str(self.draw.randint(1, 99)),
            "H": self._headline, "S": lambda: self._shortened(self.draw.choice(_sentences(self.draw.choice(self.draw.choice(self.others).paragraphs)))),
            "B": lambda: self.draw.choice(self.sentences).rstrip("."),
        }  # fmt: skip
        return re.sub(r"\{([A-Z])\}", lambda slot: slots[slot[1]](), phrase)

    def _headline(self) -> str:
        own = self.draw.choice(_phrases("headline", self.template.half))
        return self.draw.choice((own, self.draw.choice(self.others).title))

    def _shortened(self, sentence: str) -> str:
        words = sentence.split()
        return (
            sentence
            if self.draw.random() < 0.6 or len(words) < 14
            else " ".join(words[: self.draw.randint(9, 14)]) + self.draw.choice(("...", "…", " [...]"))
        )


def _sentences(text: str) -> list[str]:
    """Cut a text where a sentence plainly ends."""
    return re.split(r"(?<=[a-z0-9)][.!?][”\"’]) (?=[A-Z“\"])|(?<=[a-z0-9)][.!?]) (?=[A-Z“\"])", text)


# ── renderings ──────────────────────────────────────────────────────────────────────────────────────────────────────


def as_html(blocks: Sequence[Block]) -> str:
    """Lay blocks out as a page."""
    parts = {"nav": "<nav>{}</nav>", "main": "<main><article>{}</article></main>", "footer": "<footer>{}</footer>"}
    rows = (
        shape.format(
            "".join(
                f"<{one.tag}>{html.escape(one.words, quote=False)}</{one.tag}>\n" for one in blocks if one.part == part
            )
        )
        for part, shape in parts.items()
    )
    return f"<!doctype html><html><body>{''.join(rows)}</body></html>"


def _lines(blocks: Sequence[Block], draw: random.Random) -> str:
    """Every block a line; blank lines between all, some or none of them; a menu now and then run together."""
    blank = draw.choice((0.0, 0.0, 0.5, 1.0))
    glue = draw.choice(("\n", "\n", "\n", "", " ", " | ", "  "))
    bullet = draw.choice(("", "", "• ", "  * ", "- "))
    text = ""
    for before, block in zip((None, *blocks), blocks, strict=False):
        joined = before is not None and before.part == block.part == "nav"
        blank_here = draw.random() < blank or (blank and "p" in {block.tag, before.tag if before else ""})
        text += "" if before is None else glue if joined else "\n\n" if blank_here else "\n"
        text += (bullet if block.tag == "li" and not joined else "") + block.words
    return text


def _wrapped(blocks: Sequence[Block], draw: random.Random) -> str:
    """As a text browser prints: wrapped, indented, items behind an asterisk."""
    width, indent = draw.choice((72, 76, 78)), draw.choice(("", "   "))
    rows = (
        textwrap.fill(
            ("* " if one.tag == "li" else "") + one.words, width, initial_indent=indent, subsequent_indent=indent
        )
        for one in blocks
    )
    return "\n\n".join(rows)


def _resiliparse(blocks: Sequence[Block], draw: random.Random) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    main = draw.random() < 0.5
    return str(
        extract_plain_text(as_html(blocks), main_content=main, list_bullets=draw.random() < 0.5, alt_texts=False)
    )


def _trafilatura(blocks: Sequence[Block], draw: random.Random) -> str:
    import trafilatura

    found = trafilatura.extract(
        as_html(blocks), include_comments=draw.random() < 0.5, favor_recall=draw.random() < 0.7, deduplicate=False
    )
    return found or ""


RENDERINGS: dict[str, Callable[[Sequence[Block], random.Random], str]] = {
    "lines": _lines, "wrapped": _wrapped, "resiliparse": _resiliparse, "trafilatura": _trafilatura,
}  # fmt: skip
PREFIXES = ("", "", " date 2025-12-17 ", " date 2025-12 ", " date 2025-12-17 + - 16 px\n\n", " date 2025-12-17 12\n")


def dumps(seeds: Sequence[int], articles: Sequence[Article], pages: int = 2) -> Iterator[Dump]:
    """Yield so many pages of each template, each in one of the renderings."""
    for seed in seeds:
        template, draw = Template(seed), random.Random(f"pages {seed}")
        for _ in range(pages):
            article = draw.choice(articles)
            blocks = template.filled(article, [one for one in articles if one is not article], draw)
            rendering = draw.choice(("lines", "lines", "lines", "wrapped", "resiliparse", "resiliparse", "trafilatura"))
            text = RENDERINGS[rendering](blocks, draw)
            if text.strip():
                yield Dump(seed, rendering, draw.choice(PREFIXES) + text, tuple(blocks))


# ── what is known of a line ─────────────────────────────────────────────────────────────────────────────────────────


def plain(words: str) -> str:
    """Words alone, in small letters, so that bullets and line ends do not part what is the same."""
    return " ".join(re.findall(r"\w+", words.lower()))


def roles_of(lines: Sequence[str], blocks: Sequence[Block]) -> list[Role]:
    """Tell the role of each line of a dump by the block that it came from."""
    held = {
        role: " ¶ ".join(["", *(plain(one.words) for one in blocks if one.role == role), ""])
        for role in ("body", "other", "either")
    }
    return [_role(plain(line), held) for line in lines]


def _role(words: str, held: dict[str, str]) -> Role:
    """A whole block comes first, then a part of the article; what is neither is not the article's."""
    if not words:
        return "other"
    if f"¶ {words} ¶" in held["body"]:
        return "body"
    if f"¶ {words} ¶" in held["other"]:
        return "other"
    if f" {words} " in held["body"] and len(words.split()) >= 3:
        return "body"
    return "either" if f" {words} " in held["either"] else "other"
