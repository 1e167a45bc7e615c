"""From the words that a pattern matched to what they mean, one function for each `meaning` of `times.toml`.

A function returns None where the words, although they fit the pattern, are no expression of time.
"""

from collections.abc import Callable
from typing import Any

from detente.understand.times.patterns import Parts
from detente.understand.times.said import clocks, composed, dates, lengths, numbers, relative

MEANINGS: dict[str, Callable[[Parts], Any]] = {
    one.__name__: one
    for one in (
        numbers.number, numbers.vague_number, numbers.ordinal,
        dates.calendar_day, dates.slashed_date, dates.days_of_month, dates.calendar_month, dates.year, dates.decade,
        dates.century, dates.season, dates.quarter, dates.holiday,
        relative.today, relative.tonight, relative.weekday, relative.named_weekday, relative.weekend,
        relative.which_month, relative.which_unit, relative.the_unit, relative.which_part, relative.day_of_told_month,
        relative.some_night, relative.overnight, relative.that_time, relative.vague,
        lengths.length, lengths.length_between, lengths.bare_units, lengths.framed_length, lengths.every, lengths.offset,
        lengths.offset_from,
        clocks.clock, clocks.clock_of, clocks.day_part,
        composed.half, composed.unit_of, composed.weekday_of, composed.part, composed.edge_of_unit, composed.inside, composed.range_of,
    )
}  # fmt: skip
