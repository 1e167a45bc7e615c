"""Sources → documents: plain text and crawl dumps, saved pages, folders, standard input."""

import sys
from collections.abc import Iterator
from types import ModuleType

from detente.model import Document, Problem
from detente.read.kinds import document_of
from detente.read.page import read_page
from detente.read.sources import count_pages, read_all
from detente.read.text import read_text

__all__ = ["count_pages", "document_of", "read_all", "read_page", "read_text"]


class _Verb(ModuleType):
    """The module itself, callable, so that `detente.read(source)` works whatever was imported first."""

    def __call__(self, *sources: str) -> Iterator[Document | Problem]:
        """Yield a document, or the problem that stood in its way, for every page of these files and folders."""
        return read_all(sources)


sys.modules[__name__].__class__ = _Verb
