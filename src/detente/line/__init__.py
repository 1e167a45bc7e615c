"""The line: sources → documents → claims → entries → the record. The only folder that knows every stage.

    read ─▶ gate ─▶ understand ─▶ record.add ─▶ reconcile ─▶ record.replace

Pages are kept one by one, so that an interrupted run keeps its work; what they change is settled when the last page is
in, touching only what is linked with it.
"""

from detente.line.gate import relevant
from detente.line.judging import check, judge, read_judgements, take_over
from detente.line.reading import Outcome, keep
from detente.line.settling import settle

__all__ = ["Outcome", "check", "judge", "keep", "read_judgements", "relevant", "settle", "take_over"]
