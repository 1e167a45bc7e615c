"""Sources → documents: plain text and crawl dumps, saved pages, folders, standard input."""

from detente.read.page import read_page
from detente.read.sources import document_of, read_all
from detente.read.text import read_text

__all__ = ["document_of", "read_all", "read_page", "read_text"]
