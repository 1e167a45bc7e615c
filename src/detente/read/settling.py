"""What each piece of a text is, by its place among the others: headline, body, and what stands around them.

A line's own words come first (`lexicon/page_lines.toml`). Of what they leave open, learnt trees tell which lines are the
article's own prose (`line_roles`); which line above it is its title, and whose names stand around it, is settled here.
"""

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from detente.lexicon.outlets import find_outlet
from detente.model import Label
from detente.read.line_roles import own_lines
from detente.read.mastheads import masthead
from detente.read.pieces import GLUED, SENTENCE_END, Piece

LONGEST_TITLE = 220
SHARED = 0.34  # share of its long words that the article uses too from which a line right below the title is a deck; set by eye
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
    own = _own(text, pieces)
    article = [at for at, is_own in enumerate(own) if is_own]
    first, last = (article[0], article[-1]) if article else (len(pieces), len(pieces))
    body = _words(" ".join(pieces[at].of(text) for at in article))
    title = _title(text, pieces, first, body)
    labels: list[Label] = [
        piece.label or ("body" if own[at] else _around(text, pieces, at, first, last, title, body))
        for at, piece in enumerate(pieces)
    ]
    return Settled(tuple(zip(pieces, labels, strict=True)), None if title is None else pieces[title])


def _own(text: str, pieces: Sequence[Piece]) -> list[bool]:
    """Tell which pieces are the article's prose: from its first sentence on, those that the trees take for it.

    Where they see none, and in a text of nothing but sentences, every sentence that is nothing else is.
    """
    sentences = [piece.label is None and _sentence(piece.of(text)) for piece in pieces]
    told = [is_own and piece.label is None for is_own, piece in zip(own_lines(text, pieces), pieces, strict=True)]
    first = next((at for at in range(len(pieces)) if told[at] and sentences[at]), None)
    bare = all(sentence or piece.label for sentence, piece in zip(sentences, pieces, strict=True))
    return sentences if bare or first is None else [is_own and at >= first for at, is_own in enumerate(told)]


def _sentence(line: str) -> bool:
    return bool(SENTENCE_END.search(line)) and " " in line


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


def _around(
    text: str, pieces: Sequence[Piece], at: int, first: int, last: int, title: int | None, body: frozenset[str]
) -> Label:  # fmt: skip
    """A line that is not the article's prose: its title, a deck right below that, a name, or what is not its own."""
    line = pieces[at].of(text)
    if at == title:
        return "headline"
    if at > first:
        writes = pieces[at + 1 : at + 2] and pieces[at + 1].label == "biography"
        return "biography" if writes and (_is_name(line) if at > last else not _sentence(line)) else "boilerplate"
    if title is not None and at > title:
        if _is_name(line) and not find_outlet(line) and not masthead(line):
            return "byline"
        between = [one for one in pieces[title + 1 : at] if one.label in {None, "headline"}]
        deck = not between and len(line.split()) >= 6 and not _sentence(line) and not _navigation(line)
        if deck and line != pieces[title].of(text) and _share(line, body) >= SHARED:
            return "headline"
    return "boilerplate"
