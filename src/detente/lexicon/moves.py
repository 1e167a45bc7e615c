"""What parties do in a negotiation: the moves of `moves.toml`, indexed by the word that makes them."""

from functools import cache

import msgspec

from detente.errors import LexiconError
from detente.lexicon import entries_of


class Move(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One move; see the head of `moves.toml` for the fields."""

    id: str
    kind: str
    definition: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    negated: str | None = None
    direction: str | None = None
    strength: int | None = None
    plover: str = "none"
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class Cue(msgspec.Struct, frozen=True):
    """A word that makes a move: its particle and preposition, where it needs them."""

    move: str
    particle: str | None
    preposition: str | None


@cache
def moves() -> dict[str, Move]:
    """Load the lexicon. Raises LexiconError for an entry that is malformed."""
    raw = entries_of("moves")
    try:
        return {move.id: move for move in msgspec.convert(raw["move"], list[Move])}
    except msgspec.ValidationError as error:
        raise LexiconError(f"moves.toml: {error}") from error


@cache
def cues(part: str) -> dict[str, tuple[Cue, ...]]:
    """Cues by lemma; `part` is verbs, nouns or adjectives."""
    found: dict[str, list[Cue]] = {}
    for move in moves().values():
        for text in getattr(move, part):
            words = text.split()
            preposition = next((word[1:] for word in words if word.startswith("+")), None)
            plain = [word for word in words if not word.startswith("+")]
            found.setdefault(plain[0], []).append(Cue(move.id, plain[1] if len(plain) > 1 else None, preposition))
    return {lemma: tuple(rows) for lemma, rows in found.items()}
