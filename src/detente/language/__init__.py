"""The trained reader: text in; sentences, tags, trees, names, the roles of words and chains of references out.

What reads is imported where it is first asked for, so that commands which do not read pages need not load numpy.
"""

from typing import TYPE_CHECKING, Any

from detente.language.parsed import Chain, Chains, Name, Parsed, Predicate, Reader, Reference, Role, Sentence, Token

if TYPE_CHECKING:
    from detente.language.coreference import find_chains
    from detente.language.reader import TrainedReader, load

__all__ = [
    "Chain", "Chains", "Name", "Parsed", "Predicate", "Reader", "Reference", "Role", "Sentence", "Token",
    "TrainedReader", "find_chains", "load",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name in {"TrainedReader", "load"}:
        from detente.language import reader

        return getattr(reader, name)
    if name == "find_chains":
        from detente.language import coreference

        return coreference.find_chains
    raise AttributeError(name)
