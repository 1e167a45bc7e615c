"""What parties negotiate about: the 89 issues of `issues.toml`, and where a sentence names them."""

from functools import cache

import msgspec

from detente.errors import LexiconError
from detente.lexicon import shaped
from detente.lexicon.phrases import Found, Matcher, Word, outermost


class Issue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One issue; see the head of `issues.toml` for the fields."""

    id: str
    label: str
    definition: str
    phrases: tuple[str, ...]
    unless: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    ordinary: bool = False
    pax: tuple[str, ...] = ()
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()

    @property
    def family(self) -> str:
        """The issue at the top of its branch."""
        return self.id.partition(".")[0]


class Issues(msgspec.Struct, frozen=True, kw_only=True):
    """The lexicon of issues: entries by id, a matcher of their phrases, and the words that mean one on the table."""

    entries: dict[str, Issue]
    matcher: Matcher
    exceptions: Matcher
    heads: dict[str, str]

    def find(self, words: list[Word]) -> list[Found]:
        """Return the issues that a sentence's words name: the longest phrase of each stretch, exceptions left out.

        >>> from detente.lexicon.phrases import words_of
        >>> [found.id for found in issues().find(words_of("A buffer zone and security guarantees."))]
        ['security.dmz', 'security.guarantees']
        """
        barred = self.exceptions.find(words)
        allowed = (
            one
            for one in self.matcher.find(words)
            if not any(bar.id == one.id and bar.first < one.last and one.first < bar.last for bar in barred)
        )
        return outermost(allowed)


@cache
def issues() -> Issues:
    """Load the lexicon. Raises LexiconError for an entry that is malformed or stands twice."""
    rows = shaped("issues", list[Issue], "issue")
    entries = {row.id: row for row in rows}
    if len(entries) != len(rows):
        raise LexiconError("issues.toml: an id stands twice")
    return Issues(
        entries=entries,
        matcher=Matcher({row.id: row.phrases for row in rows}),
        exceptions=Matcher({row.id: row.unless for row in rows}),
        heads={lemma: row.id for row in reversed(rows) for lemma in row.heads},
    )
