"""The trained reader: text in; sentences, tags, trees, names and the roles of words out.

The reader itself is imported where it is first asked for, so that commands which do not read pages need not load numpy.
"""

from typing import TYPE_CHECKING, Any

from detente.language.parsed import Name, Parsed, Predicate, Reader, Role, Sentence, Token

if TYPE_CHECKING:
    from detente.language.reader import TrainedReader, load

__all__ = ["Name", "Parsed", "Predicate", "Reader", "Role", "Sentence", "Token", "TrainedReader", "load"]


def __getattr__(name: str) -> Any:
    if name in {"TrainedReader", "load"}:
        from detente.language import reader

        return getattr(reader, name)
    raise AttributeError(name)
