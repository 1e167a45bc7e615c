"""What each piece of a text is, by its place among the others: headline, body, and what stands around them.

A line's own words come first (`lexicon/page_lines.toml`). What they leave open is settled here: where the article
begins, where it ends, which line above it is its title, and which lines inside it are somebody else's headlines.
"""

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from detente.lexicon.outlets import find_outlet
from detente.model import Label
from detente.read.outlet import masthead
from detente.read.pieces import GLUED, SENTENCE_END, Piece, is_date_line

PARAGRAPH = 60  # characters from which a line that ends a sentence is taken for a paragraph
PROMOTION = 0.3  # share of its long words below which a sentence above the date line is not the article's; set by eye
LONGEST_TITLE = 220
SHARED = (
    0.34  # share of a paragraph's long words that the article above used already, where an article goes on; set by eye
)
BULLET = re.compile(r"^(?:[•●▪■◦‣*·–—-]|\d{1,2}[.)])\s+")
WORD = re.compile(r"[A-Za-zÀ-ÿ][\w’'-]{3,}")
NAME = re.compile(r"^(?:(?:[A-ZÀ-Ý][\w.'’-]*|al-[A-Z]\w+|de|van|von|der|bin|ben|III|Jr\.?)\s*){2,5}$")
ISSUE = re.compile(
    r"\b(?:issue|number|no\.|vol(?:ume)?\.?|edition|week) \d|\d (?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December)\W*$|, (?:spring|summer|autumn|winter)\b.*\d{4}",
    re.IGNORECASE,
)
VERBAL = re.compile(
    r"\b(?:is|are|was|were|be|to|of|in|on|at|for|as|with|after|over|says?|said|will|and|the|a|an|from|by|not|no)\b"
)


class Settled(msgspec.Struct, frozen=True):
    """The pieces of a text with their labels, and which of them is the title."""

    pieces: tuple[tuple[Piece, Label], ...]
    title: Piece | None


def settle(text: str, pieces: Sequence[Piece]) -> Settled:
    """Label every piece."""
    first = next((i for i, piece in enumerate(pieces) if _opens(text, pieces, i)), None)
    if first is None:
        first = next((i for i, one in enumerate(pieces) if one.label is None and _sentence(one.of(text))), len(pieces))
    first = _past_promotion(text, pieces, first)
    last = _end(text, pieces, first)
    body = _words(" ".join(piece.of(text) for piece in pieces[first:last] if piece.label is None))
    title = _title(text, pieces, first, body)
    labels = [piece.label or _by_place(text, pieces, i, first, last, title, body) for i, piece in enumerate(pieces)]
    return Settled(tuple(zip(pieces, labels, strict=True)), None if title is None else pieces[title])


# ── where the article begins and ends ───────────────────────────────────────────────────────────────────────────────


def _sentence(line: str) -> bool:
    return bool(SENTENCE_END.search(line)) and " " in line


def _paragraph(line: str) -> bool:
    if len(line) >= PARAGRAPH and SENTENCE_END.search(line):
        return True
    return len(line) >= 2 * PARAGRAPH and bool(re.search(r"[a-z][.!?][\"”]? [A-Z“\"]", line))


def _opens(text: str, pieces: Sequence[Piece], at: int) -> bool:
    """Tell whether an article's first paragraph stands here; a headline that asks or exclaims is none."""
    line = pieces[at].of(text)
    if pieces[at].label is not None or not _paragraph(line) or _navigation(line):
        return False
    asks = line.rstrip('"”’ ').endswith(("?", "!")) and len(line) <= LONGEST_TITLE and line.count(". ") == 0
    return not (asks and any(one.label is None and _paragraph(one.of(text)) for one in pieces[at + 1 :]))


def _past_promotion(text: str, pieces: Sequence[Piece], first: int) -> int:
    """Pass over a lone sentence of the site above the article's own date or byline: it shares none of its words."""
    later = next((i for i in range(first + 1, len(pieces)) if _opens(text, pieces, i)), None)
    between = pieces[first + 1 : later]
    if later is None or not any(one.label == "byline" or is_date_line(one.of(text)) for one in between):
        return first
    rest = _words(" ".join(piece.of(text) for piece in pieces[later:] if piece.label is None))
    return later if _share(pieces[first].of(text), rest) < PROMOTION else first


def _end(text: str, pieces: Sequence[Piece], first: int) -> int:
    """Return the index after the article's last piece."""
    for at in range(first + 1, len(pieces)):
        piece = pieces[at]
        closes = piece.ends or piece.label in {"biography", "tags"} or _closes(piece, text)
        if closes and not _goes_on(text, pieces, first, at):
            return at
    return len(pieces)


def _closes(piece: Piece, text: str) -> bool:
    line = piece.of(text)
    return (
        piece.label == "credit" and not re.match(r"\W*(?:correct|clarif|editor|update|refile|eds)", line, re.I)
    ) or (piece.label == "boilerplate" and bool(re.search(r"©|copyright|all rights reserved", line, re.I)))


def _goes_on(text: str, pieces: Sequence[Piece], first: int, at: int) -> bool:
    """Tell whether the article goes on below a line that could end it: paragraphs that share its words follow."""
    before = _words(" ".join(piece.of(text) for piece in pieces[first:at] if piece.label is None))
    after = [piece.of(text) for piece in pieces[at + 1 :] if piece.label is None and _paragraph(piece.of(text))]
    shares = [_share(line, before) for line in after[:6]]
    return len(after) > 0 and sum(shares) / len(shares) >= SHARED and sum(map(len, after)) > 2 * PARAGRAPH


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(
        "that this with from have been were they their which would will about after before there said says also more than"
        " over under into when where while could should other some such only them these those being between during"
        " against because".split()
    )


def _words(text: str) -> frozenset[str]:
    """The long words of a text, cut to stems of six letters."""
    return frozenset(word.lower()[:6] for word in WORD.findall(text)) - _stop_words()


def _share(line: str, words: frozenset[str]) -> float:
    own = _words(line)
    return len(own & words) / len(own) if own else 0.0


# ── the title ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _title(text: str, pieces: Sequence[Piece], first: int, body: frozenset[str]) -> int | None:
    """Return the index of the line above the article that is most like its title, or None."""
    candidates = [i for i in range(first) if pieces[i].label is None]
    lines = [pieces[i].of(text) for i in candidates]
    scores = {
        i: _title_score(line, lines, body, distance=first - i)
        for i, line in zip(candidates, lines, strict=True)
        if len(line.split()) >= 2 and len(line) <= LONGEST_TITLE and not _navigation(line)
    }
    best = max(scores, key=lambda i: (scores[i], -i), default=None)
    return best if best is not None and scores[best] > 0 else None


def _title_score(line: str, lines: list[str], body: frozenset[str], *, distance: int) -> float:
    words = len(line.split())
    score = 2.5 * min(0.6, _share(line, body)) + (1.0 if lines.count(line) > 1 else 0.0)
    score += 0.5 if words >= 4 else -0.5
    score -= 0.5 if _sentence(line) and not line.endswith(("?", "!")) else 0.0
    score -= 0.8 if _is_name(line) and words <= 3 else 0.0
    score -= 0.3 if words > 25 else 0.0
    score -= 1.5 if find_outlet(line) or masthead(line) or ISSUE.search(line) else 0.0
    return score - 0.02 * max(0, min(distance, 24) - 4)


def _is_name(line: str) -> bool:
    return len(line) <= 60 and bool(NAME.match(line)) and not VERBAL.search(line) and len(line.split()) <= 4


def _navigation(line: str) -> bool:
    """Tell whether a line is a site's menu: words run together, or a row of titles without a sentence."""
    if len(GLUED.findall(line)) >= 3:
        return True
    words = line.split()
    separators = len(re.findall(r"\s[|•·»>]\s", line))
    return separators >= 3 or (
        len(words) >= 9
        and not SENTENCE_END.search(line)
        and not VERBAL.search(line)
        and sum(w[0].isupper() for w in words) >= 0.8 * len(words)
    )


# ── the rest ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _by_place(
    text: str, pieces: Sequence[Piece], at: int, first: int, last: int, title: int | None, body: frozenset[str]
) -> Label:  # fmt: skip
    line = pieces[at].of(text)
    if at < first:
        return _above(text, pieces, at, title, body)
    if at >= last:
        named = _is_name(line) and any(one.label == "biography" for one in pieces[at + 1 : at + 2])
        return "biography" if named else "boilerplate"
    following = [one.label for one in pieces[at + 1 : at + 2]]
    if following == ["biography"] and not _sentence(line):
        return "biography"
    return "body" if _inside(text, pieces, at, line, body) else "boilerplate"


def _above(text: str, pieces: Sequence[Piece], at: int, title: int | None, body: frozenset[str]) -> Label:
    """A line above the article: its title, a second deck right below that, a name, or what is not its own."""
    line = pieces[at].of(text)
    if at == title:
        return "headline"
    if title is not None and at > title and _is_name(line) and not find_outlet(line) and not masthead(line):
        return "byline"
    between = (
        [one for one in pieces[title + 1 : at] if one.label in {None, "headline"}] if title is not None else [None]
    )
    deck = title is not None and at > title and not between and len(line.split()) >= 6 and not _navigation(line)
    same = title is not None and line == pieces[title].of(text)
    if deck and not same and _share(line, body) >= SHARED:
        return "body" if _sentence(line) else "headline"
    return "boilerplate"


def _inside(text: str, pieces: Sequence[Piece], at: int, line: str, body: frozenset[str]) -> bool:
    """Tell whether a line within the article is its own: a sentence, an item of a list, or a line cut short."""
    if _navigation(line):
        return False
    if SENTENCE_END.search(line) or line.endswith((":", ",", ";")):
        return " " in line.strip()
    if BULLET.match(line):
        return _listed(text, pieces, at, body)
    return len(line.split()) >= 15 or bool(re.search(r"[a-z][.!?][\"”]? [A-Z“\"]", line)) or line[0] in '“"'


def _listed(text: str, pieces: Sequence[Piece], at: int, body: frozenset[str]) -> bool:
    """An item without a full stop is the article's own where its list was announced or shares the article's words."""
    above = at
    while above >= 0 and BULLET.match(pieces[above].of(text)):
        above -= 1
    announced = above >= 0 and pieces[above].of(text).rstrip().endswith(":")
    return announced or (len(pieces[at].of(text).split()) >= 5 and _share(pieces[at].of(text), body) >= 2 * SHARED)
