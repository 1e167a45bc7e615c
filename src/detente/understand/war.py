"""Whether a document speaks of a war or a truce at all."""

from detente.language import Parsed
from detente.lexicon.violence import violence
from detente.understand.actors import Cast


def is_of_war(parsed: Parsed, cast: Cast) -> bool:
    """Tell whether a document speaks of a war or a truce, by its words or by an armed group that it names."""
    words = violence().words["war"]
    return any(party.kind == "armed group" for party in cast.parties) or any(
        token.lemma.lower() in words or token.text.lower() in words
        for sentence in parsed.sentences
        for token in sentence.tokens
    )
