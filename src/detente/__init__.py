"""Detente keeps the evidence-backed record of a peace process.

>>> import detente
>>> document = detente.read_text("Envoys of Egypt and Qatar met in Cairo on Monday.", published="2025-11-25")
>>> claims = detente.understand(document)
>>> claims.talks[0].status, claims.talks[0].parties, claims.talks[0].where.name
('held', ('EGY', 'QAT'), 'Cairo')

Nothing is imported before it is asked for; docs/decisions/lazy-package.md says why and how.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from detente.model import Claims, Document, Problem
    from detente.read import read_all as read
    from detente.read import read_text
    from detente.record import Record
    from detente.record import open_record as open  # noqa: A004  (as in zipfile, it is the verb)
    from detente.understand import understand

__all__ = ["Claims", "Document", "Problem", "Record", "open", "read", "read_text", "understand"]

_HOMES = {
    "Claims": "model", "Document": "model", "Problem": "model", "Record": "record", "open": "record:open_record",
    "read_text": "read",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    if name in {"read", "understand"}:
        return import_module(f"detente.{name}")
    if name not in _HOMES:
        raise AttributeError(f"module 'detente' has no attribute '{name}'")
    home, _, inner = _HOMES[name].partition(":")
    return getattr(import_module(f"detente.{home}"), inner or name)
