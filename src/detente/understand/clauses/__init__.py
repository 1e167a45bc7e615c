"""An agreement's own text → what its clauses oblige to."""

from detente.understand.clauses.covenants import find_covenants

__all__ = ["find_covenants"]
