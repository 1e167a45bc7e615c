"""Where the frames of the lexicon of moves stand in a sentence's tree."""

from collections.abc import Iterator

from detente.language import Sentence
from detente.lexicon.moves import Index
from detente.understand.positions.fitting import Match
from detente.understand.positions.nouns import noun_readings
from detente.understand.positions.said import said_readings
from detente.understand.positions.verbs import verb_readings

__all__ = ["Match", "matches", "readings"]


def readings(sentence: Sentence, frames: Index) -> Iterator[tuple[Match, ...]]:
    """Yield, for every word of a sentence that heads a frame, the frames whose slots are filled, the most demanding first."""
    for token in sentence.tokens:
        for read in (said_readings, verb_readings, noun_readings):
            found = {
                (one.frame.move, one.about, one.holders): one
                for one in reversed(list(read(sentence, token.index, frames)))
            }
            if found:
                yield tuple(reversed(found.values()))
                break


def matches(sentence: Sentence, frames: Index) -> Iterator[Match]:
    """Yield, for every word of a sentence, the most demanding frame that it heads and whose slots are filled."""
    yield from (found[0] for found in readings(sentence, frames))
