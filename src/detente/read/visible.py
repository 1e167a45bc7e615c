"""A page's tree → its visible lines, in reading order, each knowing what kind of element it stood in."""

import re
from typing import Any, Literal

import msgspec

Kind = Literal["heading", "item", "caption", "frame", "plain"]
HIDDEN = frozenset("script style head template noscript svg iframe object canvas select option".split())
BLOCKS = frozenset(
    "p div li td th h1 h2 h3 h4 h5 h6 br tr dt dd pre blockquote figure figcaption section article header footer nav"
    " aside summary details address ul ol dl table tbody main form center hr title body button caption".split()
)
FRAMES = frozenset("nav aside footer form button menu".split())
FRAME_NAMES = re.compile(
    r"(?:^|[\s_-])(?:comments?|respond|related|sidebar|widget|promo|newsletter|cookies?|consent|share|sharing|social|breadcrumbs?"
    r"|crumbs|menu|nav|navbar|navigation|footer|signup|subscribe|recommend\w*|trending|most-?read|popular|sign-?in|advert\w*|ads?"
    r"|paywall|teaser|toc|pager|pagination|rail|outbrain|taboola|gdpr|banner)(?:$|[\s_-])"
    r"|[a-z](?:Comments|Related|Sidebar|Newsletter|Footer)\b",
    re.IGNORECASE,
)
CAPTION_NAMES = re.compile(r"caption|photo-credit|image-credit|img-desc", re.IGNORECASE)
GLUE = re.compile(r"[a-zà-ÿ)][A-ZÀ-Ý0-9]|\d[A-ZÀ-Ý]")
FRAME_SHARE = 0.5  # share of a page's words above which an element is the page, whatever its class is called
DEEPEST = 400  # levels below which nesting is no page of ours; guards the stack


class Line(msgspec.Struct, frozen=True):
    """One visible line."""

    text: str
    kind: Kind = "plain"


def lines_of(tree: Any) -> list[Line]:
    """Return the visible lines of a page.

    >>> import lxml.html
    >>> lines_of(lxml.html.fromstring("<body><nav>Home</nav><h1>Talks</h1><p>They <b>met</b>.<br>Again.</p></body>"))
    [Line(text='Home', kind='frame'), Line(text='Talks', kind='heading'), Line(text='They met.', kind='plain'), Line(text='Again.', kind='plain')]
    """
    body = tree.find(".//body")
    root = body if body is not None else tree
    return _Lines(max(1, len(root.text_content()))).read(root)


class _Lines:
    """Collects lines while walking a tree."""

    def __init__(self, whole: int) -> None:
        self._whole = whole
        self._lines: list[Line] = []
        self._open: list[str] = []

    def read(self, root: Any) -> list[Line]:
        self._walk(root, "plain", 0, keep=False)
        self._close("plain", keep=False)
        return self._lines

    def _walk(self, element: Any, kind: Kind, depth: int, *, keep: bool) -> None:
        if not isinstance(element.tag, str) or element.tag in HIDDEN or depth > DEEPEST or _unseen(element):
            return
        block = element.tag in BLOCKS
        own = self._kind(element, kind)
        keep = keep or element.tag == "pre"
        if block:
            self._close(kind, keep=keep)
        self._add(element.text)
        for child in element:
            self._walk(child, own, depth + 1, keep=keep)
            self._add(child.tail)
        if block:
            self._close(own, keep=keep)

    def _add(self, text: str | None) -> None:
        """Append words, parted by a space where two elements would run together: "Agency" and "2019-10-01"."""
        if text and self._open and self._open[-1] and GLUE.fullmatch(self._open[-1][-1] + text[0]):
            self._open.append(" ")
        if text:
            self._open.append(text)

    def _close(self, kind: Kind, *, keep: bool) -> None:
        text, self._open = "".join(self._open), []
        rows = _reflowed(text) if keep else [text]
        self._lines += [Line(clean, kind) for row in rows if (clean := " ".join(row.split()))]

    def _kind(self, element: Any, kind: Kind) -> Kind:
        if kind in {"frame", "caption"}:
            return kind
        names = f"{element.get('class', '')} {element.get('id', '')}"
        if element.tag == "figcaption" or CAPTION_NAMES.search(names):
            return "caption"
        if element.tag in FRAMES or element.get("role") in {"navigation", "complementary", "contentinfo", "search"}:
            return "frame" if self._small(element) else kind
        if FRAME_NAMES.search(names) and self._small(element):
            return "frame"
        if element.tag in {"h1", "h2", "h3", "h4"}:
            return "heading"
        return "item" if element.tag == "li" else kind

    def _small(self, element: Any) -> bool:
        return len(element.text_content()) < FRAME_SHARE * self._whole


def _unseen(element: Any) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style or element.get("hidden") is not None


def _reflowed(text: str) -> list[str]:
    """Paragraphs of preformatted text: a blank line parts them."""
    return re.split(r"\n\s*\n", text)
