"""Which visible lines of a page are its article: trafilatura's choice, completed by the rules that read dumps.

trafilatura finds the article's main element and is rarely wrong about it; it loses lists that stand beside that
element, pages laid out as tables, and now and then a paragraph, and it keeps captions and boxes. So its lines are
anchors: what stands between them, or goes on right below them, is settled by `settling` as in a dump; what it keeps and
the rules know to be a caption, a credit or somebody else's headline is labelled so.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

import msgspec

from detente.lexicon.outlets import find_outlet
from detente.model import Label
from detente.read.markup import Facts
from detente.read.mastheads import masthead
from detente.read.pieces import BULLET, SENTENCE_END, Piece, is_date_line, pieces_of
from detente.read.settling import Settled, settle
from detente.read.visible import Line

ABOUT = frozenset({"dateline", "byline", "credit", "tags", "biography"})
ANCHOR = 25  # characters from which a line found in trafilatura's text counts as the article's own
LIKE = 0.86  # likeness of a heading to the page's title from which it is that title; set by eye on the made pages
EARLY = 250  # lines among which the title is looked for
TITLE_NEAR = 6  # lines around the title within which a byline or date in the page's frame is the article's


class Article(msgspec.Struct, frozen=True):
    """A page's visible text, its pieces with labels, and which of them is the title."""

    text: str
    pieces: tuple[tuple[Piece, Label], ...]
    title: Piece | None


def find_article(lines: Sequence[Line], facts: Facts, extracted: str) -> Article:
    """Label the visible lines of a page."""
    text = "\n\n".join(line.text for line in lines)
    starts = _starts(lines)
    blob = _plain(extracted)
    anchored = [len(line.text) >= ANCHOR and _plain(line.text) in blob for line in lines]
    title = title_line(lines, facts, next((i for i, found in enumerate(anchored) if found), None))
    anchors = [i for i, found in enumerate(anchored) if found and i != title]
    pieces, of_line = _marked(text, lines, starts, anchored, title, anchors)
    settled = settle(text, pieces)
    if title is not None:
        settled = _titled(settled, starts[title])
    labels = [
        (piece, _label(piece, label, of_line[i], lines, anchored, anchors, text))
        for i, (piece, label) in enumerate(settled.pieces)
    ]
    return Article(text, tuple(labels), settled.title)


def _starts(lines: Sequence[Line]) -> list[int]:
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line.text) + 2
    return starts


def _plain(text: str) -> str:
    """Words alone, so that bullets, quotes and spaces do not part what is the same."""
    return " ".join(re.findall(r"\w+", text))


# ── the title ───────────────────────────────────────────────────────────────────────────────────────────────────────


def title_line(lines: Sequence[Line], facts: Facts, first: int | None = None) -> int | None:
    """Return the index of the line that is the page's title: the longest that its markup's titles hold.

    Where none does it is the last heading above the article's `first` line.
    """
    heads = [_plain(title) for title in facts.titles]
    best: tuple[float, int] | None = None
    for i, line in enumerate(lines[:EARLY]):
        plain = _plain(line.text)
        if line.kind in {"frame", "caption"} or len(plain.split()) < 2 or len(line.text) > 300:
            continue
        score = max((_held(plain, head) for head in heads), default=0.0) * (1.5 if line.kind == "heading" else 1.0)
        score *= 0.3 if line.text == facts.outlet or find_outlet(line.text) or masthead(line.text) else 1.0
        if score > 0 and (best is None or score > best[0]):
            best = (score, i)
    if best:
        return best[1]
    headings = [i for i, line in enumerate(lines[:EARLY]) if line.kind == "heading" and len(line.text.split()) >= 3]
    own = [i for i in headings if not masthead(lines[i].text) and not is_date_line(lines[i].text)]
    above = [i for i in own if first is None or i < first]
    return above[-1] if above else next(iter(own or headings), None)


def _held(plain: str, head: str) -> float:
    """How much of a title of the markup a line is: its words where it holds them or is held, or is nearly the same."""
    if plain in head or (head in plain and len(head) > 0.6 * len(plain)):
        return min(len(plain), len(head)) / 10
    if abs(len(plain) - len(head)) < 0.4 * len(head) and SequenceMatcher(None, plain, head).ratio() >= LIKE:
        return len(plain) / 10
    return 0.0


def _titled(settled: Settled, start: int) -> Settled:
    """Make the piece at a place the title, and the only one."""
    pieces = tuple(
        (
            piece,
            "headline"
            if piece.start == start
            else "boilerplate"
            if label == "headline" and piece.start < start
            else label,
        )
        for piece, label in settled.pieces
    )
    title = next((piece for piece, _ in pieces if piece.start == start), settled.title)
    return Settled(pieces, title)


# ── what the markup says of a line ──────────────────────────────────────────────────────────────────────────────────


def _marked(
    text: str, lines: Sequence[Line], starts: list[int], anchored: list[bool], title: int | None, anchors: list[int]
) -> tuple[list[Piece], list[int]]:  # fmt: skip
    """Cut the visible text into pieces, those labelled whose element or place already tells."""
    pieces, of_line, at = [], [], 0
    for piece in pieces_of(text):
        while at + 1 < len(starts) and starts[at + 1] <= piece.start:
            at += 1
        pieces.append(_seen(piece, lines[at], anchored=anchored[at], at=at, title=title, anchors=anchors))
        of_line.append(at)
    return pieces, of_line


def _seen(piece: Piece, line: Line, *, anchored: bool, at: int, title: int | None, anchors: list[int]) -> Piece:
    if at == title:
        return msgspec.structs.replace(piece, label=None, ends=False)
    if anchored:
        return msgspec.structs.replace(piece, ends=False)
    if piece.label is not None:
        return piece
    before = title is not None and at < title
    after = bool(anchors) and at > anchors[-1] and line.kind == "heading"
    if line.kind == "caption":
        return msgspec.structs.replace(piece, label="caption")
    if line.kind == "frame" or before or after:
        return msgspec.structs.replace(piece, label="boilerplate", ends=after)
    return piece


def _label(
    piece: Piece, label: Label, at: int, lines: Sequence[Line], anchored: list[bool], anchors: list[int], text: str
) -> Label:  # fmt: skip
    """Settle what the two ways of reading disagree about."""
    words = piece.of(text)
    own_lines = {*range(anchors[0] - TITLE_NEAR, anchors[-1] + TITLE_NEAR)} if anchors else {at}
    if label in ABOUT and lines[at].kind == "frame" and at not in own_lines:
        return "boilerplate"
    if label == "body":
        return "body" if not anchors or anchored[at] or _near(at, lines, anchors, words) else "boilerplate"
    own = label == "boilerplate" and anchored[at] and piece.label is None
    sentence = SENTENCE_END.search(words) and len(words.split()) >= 6
    return "body" if own and (sentence or (lines[at].kind == "item" and len(words.split()) >= 5)) else label


def _near(at: int, lines: Sequence[Line], anchors: list[int], words: str) -> bool:
    """Between the article's first and last line, right above the first, or a list or paragraph that goes on below."""
    if anchors[0] - 2 <= at <= anchors[-1]:
        return True
    below = lines[anchors[-1] + 1 : at + 1]
    return (
        at > anchors[-1]
        and all(line.kind in {"item", "plain"} for line in below)
        and (lines[at].kind == "item" or bool(SENTENCE_END.search(words)) or bool(BULLET.match(words)))
    )
