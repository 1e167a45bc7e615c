"""What parties do in a negotiation: the moves of `moves.toml`, and the frames that make them.

A frame is a small sentence of lemmas and slots. `A` is the party that holds the position, `B` the one it is held
towards, `X` what it is about. The form of the sentence tells where its head stands in a tree: `A demand X`, `A call on B
to X` (a verb), `A's demand for X` (a noun), `A is open to X`, `X is unacceptable to A` (what is said of something). A
word before a slot marks it, if it is a preposition, `to` or `that`; the other words must hang on the head. `a|b` are
alternatives. `will` asks for a future, `not` for a negation.

>>> frame_of("reject", "A rule out X")
Frame(move='reject', form='verb', head='rule', holder='', target=None, about='', particle='out')
"""

import itertools
from collections.abc import Iterable
from functools import cache
from typing import Literal

import msgspec

from detente.errors import LexiconError
from detente.lexicon import entries_of, shaped

Form = Literal["verb", "noun", "said"]
SLOTS = frozenset({"A", "B", "X"})
PARTICLES = frozenset("out up off down back away over forward aside ahead through".split())
MARKS = frozenset(
    "for on to of that about with against from over at into behind by as upon toward towards in until".split()
)
FLAGS = frozenset({"will", "not"})
ARTICLES = frozenset({"the", "a", "an"})


class Move(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One move; see the head of `moves.toml` for the fields."""

    id: str
    kind: str
    definition: str
    frames: tuple[str, ...] = ()
    negated: str | None = None
    direction: str | None = None
    strength: int | None = None
    plover: str = "none"
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class Frame(msgspec.Struct, frozen=True, omit_defaults=True):
    """One construction that makes a move.

    `holder`, `target` and `about` are the words that mark the three slots: "" where nothing marks them (the subject,
    the object), "subject" where X is one, None where the frame has no such slot. `fixed` are words that must hang on
    the head, alternatives joined by a bar.
    """

    move: str
    form: Form
    head: str
    holder: str | None = None
    target: str | None = None
    about: str | None = None
    particle: str | None = None
    fixed: tuple[str, ...] = ()
    future: bool = False
    negative: bool = False

    def __repr__(self) -> str:
        shown = [f"{name}={getattr(self, name)!r}" for name in ("move", "form", "head", "holder", "target", "about")]
        rest = [name for name in ("particle", "fixed", "future", "negative") if getattr(self, name)]
        return f"Frame({', '.join(shown + [f'{name}={getattr(self, name)!r}' for name in rest])})"

    @property
    def demands(self) -> int:
        """How much a frame asks of a sentence: the one that asks most is tried first."""
        return (
            4 * len(self.fixed) + 4 * (self.particle is not None) + 2 * (self.target is not None)
            + bool(self.about) + bool(self.holder) + self.future + self.negative
        )  # fmt: skip


def frame_of(move: str, text: str) -> Frame:
    """Read one frame. Raises LexiconError where it has no head.

    >>> frame_of("reject", "X is out of the question for A").fixed
    ('out', 'of')
    >>> frame_of("demand", "A call on B to X")
    Frame(move='demand', form='verb', head='call', holder='', target='on', about='to')
    """
    words = text.split()
    bare = words[0] not in SLOTS | {"A's"}  # a noun that needs no owner: "difference over X"
    form: Form = "noun" if bare or words[0] == "A's" else "said" if "is" in words else "verb"
    future, negative = "will" in words, "not" in words
    words = [word for word in words if word not in ARTICLES | FLAGS]
    slots: dict[str, str | None] = {"A": None, "B": None, "X": None}
    first = "" if bare else words.pop(0).removesuffix("'s")
    if first in SLOTS:
        slots[first] = "subject" if first == "X" else ""
    if form == "said":
        words.remove("is")
    waiting: list[str] = [] if form == "said" else [words.pop(0)]
    for word in words:
        if word in SLOTS:
            slots[word] = waiting.pop() if len(waiting) > 1 and waiting[-1] in MARKS else ""
        else:
            waiting.append(word)
    if not waiting:
        raise LexiconError(f"moves.toml: frame '{text}' of {move} has no head")
    head = waiting.pop(0) if form != "said" else waiting.pop()
    particle = waiting.pop(0) if form == "verb" and waiting and waiting[0] in PARTICLES else None
    return Frame(
        move, form, head, slots["A"], slots["B"], slots["X"], particle, tuple(waiting), future, negative
    )  # fmt: skip


def spelt_out(text: str) -> list[str]:
    """Spell out the alternatives of a frame's head, particle and marks; those of its fixed words stay together."""
    words = text.split()
    head = next((number for number, word in enumerate(words) if word not in SLOTS | FLAGS | {"A's"}), 0)
    choices = [
        word.split("|") if "is" in words or number == head or set(word.split("|")) <= MARKS | PARTICLES else [word]
        for number, word in enumerate(words)
    ]
    return [" ".join(row) for row in itertools.product(*choices)]


@cache
def moves() -> dict[str, Move]:
    """Load the lexicon. Raises LexiconError for an entry that is malformed."""
    return {move.id: move for move in shaped("moves", list[Move], "move")}


Index = dict[Form, dict[str, tuple[Frame, ...]]]


def index_of(rows: Iterable[tuple[str, str]]) -> Index:
    """Index the frames of a lexicon, given as pairs of what they make and their text, by form and lemma of the head.

    Of one head, the most demanding frame comes first.
    """
    found: dict[Form, dict[str, dict[Frame, None]]] = {"verb": {}, "noun": {}, "said": {}}
    for made, text in rows:
        for frame in (frame_of(made, row) for row in spelt_out(text)):
            found[frame.form].setdefault(frame.head, {})[frame] = None
    return {
        form: {head: tuple(sorted(rows, key=lambda frame: -frame.demands)) for head, rows in heads.items()}
        for form, heads in found.items()
    }


@cache
def move_frames() -> Index:
    """The frames of all moves."""
    return index_of((move.id, text) for move in moves().values() for text in move.frames)


def frames_of(index: Index, form: Form, lemma: str) -> tuple[Frame, ...]:
    """Return the frames of a head; a lemma that lost or gained its silent e, or kept its ending, is found too ("endors", "vetoe")."""
    known = index[form]
    near = (lemma, lemma + "e", lemma.removesuffix("e"), lemma.removesuffix("s"), lemma.removesuffix("ed"))
    return next((known[one] for one in near if one in known), ())


@cache
def words(name: str) -> frozenset[str]:
    """One of the plain lists of words that the frames lean on: see the end of `moves.toml`."""
    return frozenset(entries_of("moves")["words"][name])
