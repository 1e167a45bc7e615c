"""What can be seen of each line of a text without understanding it: the traits from which its role is told.

A line has traits of its own (length, punctuation, kinds of words), of its place in the text, of the words it shares with
the text's long paragraphs, and those of its neighbours.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from detente.read.pieces import BULLET, GLUED, SENTENCE_END, Piece

Traits = NDArray[np.float32]
PARAGRAPH = 60  # characters from which a line that ends a sentence is taken for a paragraph
NEAR = (-3, -2, -1, 1, 2, 3)  # neighbours whose traits are seen too
BESIDE = 7  # how many of a line's own traits are seen of its neighbours too: the first ones
OWN = (
    "paragraph length ends function label site saying words sentences capitals shouted letters digits commas marks glued bullet"
    " small opens_list cut_short asks bracket quote quoted reader sites picture writing dated address closing copies"
).split()
PLACE = (
    "share_above lines_above lines_below lines paragraphs_above paragraphs_below paragraph_share text_above since_paragraph"
    " until_paragraph run run_share closings_above since_closing since_label until_label gap_above gap_below length_share"
).split()
SHARED = "shared shared_above shared_below shared_times".split()
NAMES = (*OWN, *PLACE, *SHARED, *(f"{name}{by:+}" for by in NEAR for name in OWN[:BESIDE]))
LABELS = ("tags", "credit", "caption", "biography", "byline", "dateline", "boilerplate")
WORD = re.compile(r"[^\W\d_][\w’'-]*")
FUNCTION = frozenset(
    "the a an and or but of to in on at for with by from as is are was were be been has have had will would could should may"
    " might that which who whom whose this these those it its they their them he his she her him not no than then there if when"
    " while after before about over under into between against during because so also more most".split()
)
SAYING = re.compile(
    r"\b(?:said|says|told|added|according|reported|announced|stressed|noted|asked|called|warned|denied|agreed)\b"
)
READER = re.compile(r"\b(?:you|your|yours|we|our|ours|us|my|i)\b", re.IGNORECASE)
SITE = re.compile(
    r"\b(?:click|share|read|subscri\w+|sign|newsletters?|comments?|follow|download|app|cookies?|privacy|terms|e-?mail|login|register\w*"
    r"|advert\w*|copyright|rights|website|sites?|page|pages|menu|search|video|watch|listen|podcast|photos?|story|stories|article|articles"
    r"|news|updates?|latest|related|more|readers?|inbox|free|premium|subscribers?|account|browser|javascript|print|reply|post|posts"
    r"|views?|tags?|home|contact|editors?|donate|support|journalism)\b",
    re.IGNORECASE,
)
PICTURE = re.compile(
    r"\b(?:photo\w*|image|picture\w*|pictured|file|handout|getty|reuters|afp|ap|epa|poses?|waves?|gestures?|arrives?|attends?|shakes?|left|right"
    r"|caption|credit|via|screenshot|video)\b|©",
    re.IGNORECASE,
)
WRITING = re.compile(
    r"\b(?:reporting|editing|writing|written|edited|compiled|translated|source|agencies|correspondent|reporter|writer|editor|author|contributed|covers)\b",
    re.IGNORECASE,
)
DATED = re.compile(
    r"\b(?:(?:19|20)\d\d|\d{1,2}:\d\d|(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d+ (?:hours?|minutes?|days?) ago)\b",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"https?://|www\.|\w@\w|(?:^|\s)@\w|\.(?:com|org|net)\b")
INNER_END = re.compile(r"[a-z0-9)”\"][.!?][\"”’)]* +[A-Z“\"]")


def traits_of(text: str, pieces: Sequence[Piece]) -> Traits:
    """Return a row of traits, in the order of `NAMES`, for each of the pieces of a text, of which there is at least one."""
    lines = [piece.of(text) for piece in pieces]
    repeated = Counter(lines)
    own = np.array([_own(line, piece, repeated[line]) for line, piece in zip(lines, pieces, strict=True)], np.float32)
    paragraph = own[:, 0] > 0
    place = _place(text, pieces, paragraph, np.array([len(line) for line in lines], np.float32))
    return np.hstack([own, place, _shared(lines, paragraph), *(_moved(own[:, :BESIDE], by) for by in NEAR)])


def _own(line: str, piece: Piece, copies: int) -> list[float]:
    """The traits of a line alone, those that neighbours are told by first."""
    words = WORD.findall(line)
    count = max(1, len(words))
    ends = bool(SENTENCE_END.search(line))
    return [
        float(piece.label is None and _is_paragraph(line, ends=ends)),
        float(np.log1p(len(line))),
        float(ends and len(words) > 2),
        sum(word.lower() in FUNCTION for word in words) / count,
        LABELS.index(piece.label) + 1 if piece.label in LABELS else 0.0,
        len(SITE.findall(line)) / count,
        float(bool(SAYING.search(line))),
        count,
        len(INNER_END.findall(line)),
        sum(word[0].isupper() for word in words) / count,
        sum(word.isupper() and len(word) > 1 for word in words) / count,
        sum(len(word) for word in words) / count,
        sum(letter.isdigit() for letter in line) / len(line),
        line.count(",") / count,
        len(re.findall(r"[|•·»>/]", line)),
        len(GLUED.findall(line)),
        float(bool(BULLET.match(line))),
        float(line[0].islower()),
        float(line.endswith((":", ",", ";"))),
        float(line.endswith(("...", "…", "]", "»"))),
        float(line.endswith(("?", "!"))),
        float(line.endswith(")")),
        float(line[0] in '“"‘\''),
        float(any(mark in line for mark in '“"”')),
        len(READER.findall(line)) / count,
        len(SITE.findall(line)),
        len(PICTURE.findall(line)),
        len(WRITING.findall(line)),
        len(DATED.findall(line)),
        float(bool(ADDRESS.search(line))),
        float(piece.ends),
        copies,
    ]  # fmt: skip


def _is_paragraph(line: str, *, ends: bool) -> bool:
    return (len(line) >= PARAGRAPH and ends) or (len(line) >= 2 * PARAGRAPH and bool(INNER_END.search(line)))


def _place(text: str, pieces: Sequence[Piece], paragraph: NDArray[np.bool_], length: Traits) -> Traits:
    """Where each line stands: in the text, beside its paragraphs, and how lines are parted there."""
    count = len(pieces)
    at = np.arange(count)
    before: NDArray[np.int64] = np.cumsum(paragraph) - paragraph
    lengths = np.where(paragraph, length, 0)
    gap = [0, *(text[one.end : two.start].count("\n") for one, two in pairwise(pieces)), 0]
    closing = np.array([piece.ends for piece in pieces])
    labelled = np.array([piece.label is not None for piece in pieces])
    run = _runs(paragraph, lengths)
    return np.column_stack([
        at / count, np.minimum(at, 40), np.minimum(count - 1 - at, 40), np.full(count, np.log1p(count)),
        before, paragraph.sum() - before - paragraph, np.full(count, paragraph.mean()),
        (np.cumsum(lengths) - lengths) / max(1, lengths.sum()),
        _since(paragraph), _since(paragraph[::-1])[::-1], run, run / max(1.0, run.max()),
        np.cumsum(closing) - closing, _since(closing), _since(labelled), _since(labelled[::-1])[::-1],
        np.minimum(gap[:-1], 3), np.minimum(gap[1:], 3), length / max(1.0, np.median(length[paragraph]) if paragraph.any() else 1.0),
    ]).astype(np.float32)  # fmt: skip


def _since(marked: NDArray[np.bool_]) -> NDArray[np.int64]:
    """How many lines ago the last marked one stood, at most 20."""
    at = np.arange(len(marked))
    last = np.maximum.accumulate(np.where(marked, at, -21))
    return np.asarray(np.minimum(np.concatenate([[21], at[1:] - last[:-1]]), 20))


def _runs(paragraph: NDArray[np.bool_], lengths: Traits) -> Traits:
    """The characters of the run of paragraphs around each line; one or two other lines do not part a run."""
    total = np.zeros(len(paragraph), np.float32)
    places = np.flatnonzero(paragraph)
    for group in np.split(places, np.flatnonzero(np.diff(places) > 3) + 1) if len(places) else ():
        total[group[0] : group[-1] + 1] = lengths[group].sum()
    return total


def _shared(lines: Sequence[str], paragraph: NDArray[np.bool_]) -> Traits:
    """The share of a line's long words that other paragraphs of the text use, and that those before and after it use."""
    stems = [{word.lower()[:6] for word in WORD.findall(line) if len(word) > 3} - FUNCTION for line in lines]
    after = Counter(stem for row, long in zip(stems, paragraph, strict=True) if long for stem in row)
    before: Counter[str] = Counter()
    rows = []
    for row, long in zip(stems, paragraph, strict=True):
        if long:
            after.subtract(row)
        size = max(1, len(row))
        above, below = (sum(held[stem] > 0 for stem in row) / size for held in (before, after))
        rows.append((max(above, below), above, below, sum(before[stem] + after[stem] for stem in row) / size))
        if long:
            before.update(row)
    return np.array(rows, np.float32)


def _moved(own: Traits, by: int) -> Traits:
    """The traits of the neighbour so many lines below each line, -1 where there is none."""
    moved = np.full_like(own, -1)
    if abs(by) < len(own):
        if by > 0:
            moved[:-by] = own[by:]
        else:
            moved[-by:] = own[:by]
    return moved
