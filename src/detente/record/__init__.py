"""The record: keep what was read, ask what it says, record judgements, verify."""

from detente.record.store import Hit, Record, open_record

__all__ = ["Hit", "Record", "open_record"]
