"""A meaning and what it is counted from → TIMEX3 type, value and mod, the days it names, and how sure they are.

Each module registers how one family of meanings resolves; `resolve` is the one function that knows them all.
"""

from detente.understand.times.resolve import clocks, composed, dates, lengths, relative
from detente.understand.times.resolve.frame import Direction, Frame, Resolved, resolve

__all__ = ["Direction", "Frame", "Resolved", "clocks", "composed", "dates", "lengths", "relative", "resolve"]
