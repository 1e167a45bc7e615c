"""The trained reader: text in; sentences, tags, trees, names and the roles of words out."""

from detente.language.parsed import Name, Parsed, Predicate, Role, Sentence, Token
from detente.language.reader import Reader, TrainedReader, load

__all__ = ["Name", "Parsed", "Predicate", "Reader", "Role", "Sentence", "Token", "TrainedReader", "load"]
