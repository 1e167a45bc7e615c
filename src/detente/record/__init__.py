"""The record: keep what was read, ask what it says, record judgements, verify."""

from detente.record.answers import Filter, Hit
from detente.record.custody import Custody, Kept
from detente.record.lists import Cites, Listed, Quoted, Stand
from detente.record.periods import Happened
from detente.record.store import Record, open_record
from detente.record.telling import shown

__all__ = [
    "Cites",
    "Custody",
    "Filter",
    "Happened",
    "Hit",
    "Kept",
    "Listed",
    "Quoted",
    "Record",
    "Stand",
    "open_record",
    "shown",
]
