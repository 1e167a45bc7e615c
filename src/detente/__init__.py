"""Detente keeps the evidence-backed record of a peace process.

>>> import detente
>>> document = detente.read_text("Envoys of Egypt and Qatar met in Cairo on Monday.", published="2025-11-25")
>>> claims = detente.understand(document)
>>> claims.talks[0].status, claims.talks[0].parties, claims.talks[0].where.name
('held', ('EGY', 'QAT'), 'Cairo')
"""

from detente.model import Claims, Document, Problem
from detente.read import read_all as read
from detente.read import read_text
from detente.record import Record
from detente.record import open_record as open  # noqa: A004  (as in sqlite or zipfile, it is the verb)
from detente.understand import understand

__all__ = ["Claims", "Document", "Problem", "Record", "open", "read", "read_text", "understand"]
