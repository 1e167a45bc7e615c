"""The headings of monitors' tables, and their words for what was seen (`report_columns.toml`)."""

import re
from functools import cache

import msgspec

from detente.lexicon import shaped


class ReportColumns(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The lexicon as it stands in its file: headings by field, words by kind of incident, words of a finding."""

    headings: dict[str, tuple[str, ...]]
    kinds: dict[str, tuple[str, ...]]
    findings: dict[str, tuple[str, ...]]

    def field(self, heading: str) -> str | None:
        """Return the field of the form that a heading stands for.

        >>> report_columns().field("Event location"), report_columns().field("No.")
        ('where', 'rounds')
        """
        words = " ".join(heading.lower().replace("_", " ").split())
        return next((field for field, known in self.headings.items() if words in known), None)

    def kind(self, words: str) -> str | None:
        """Return the kind of incident that the words of a cell tell of, the most telling first.

        >>> report_columns().kind("Undetermined explosion (outgoing mortar round)")
        'shelling'
        """
        return _first(self.kinds, words)

    def finding(self, words: str) -> str | None:
        """Return what a monitor's words say of its own looking."""
        return _first(self.findings, words)


def _first(known: dict[str, tuple[str, ...]], words: str) -> str | None:
    starts = (rf"\b{re.escape(part)}" for parts in known.values() for part in parts)
    found = {
        match.lower() for match in re.findall("|".join(sorted(starts, key=len, reverse=True)), words, re.IGNORECASE)
    }
    return next((id_ for id_, parts in known.items() if found.intersection(parts)), None)


@cache
def report_columns() -> ReportColumns:
    """Load the lexicon. Raises LexiconError for an entry that is malformed."""
    return shaped("report_columns", ReportColumns)
