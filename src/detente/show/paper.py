"""A paper: sections of statements, each footnoted to quoted words; what briefs are before they are Markdown, HTML, DOCX or PDF."""

from detente.model import Noun
from detente.show.cited import Cited, Words
from detente.show.names import day_words, sources

Notes = dict[tuple[str, str], tuple[int, Words]]


class Said(Noun, frozen=True, kw_only=True):
    """One sentence of a paper and the words that it rests on; `bare` is one that says what is not known, and rests on none."""

    text: str
    words: tuple[Words, ...] = ()
    bare: bool = False


class Section(Noun, frozen=True, kw_only=True):
    """A heading and its sentences; `empty` is what is said where there are none."""

    title: str
    said: tuple[Said, ...] = ()
    empty: str = "Nothing."


class Paper(Noun, frozen=True, kw_only=True):
    """A dated paper. Footnotes are numbered in order; one sentence quoted twice is one footnote."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]

    @property
    def count(self) -> int:
        """How many sentences it has."""
        return sum(len(section.said) for section in self.sections)

    def notes(self) -> Notes:
        """Return the footnotes by what they quote, each with its number."""
        found: Notes = {}
        for section in self.sections:
            for said in section.said:
                for words in said.words:
                    found.setdefault(key_of(words), (len(found) + 1, words))
        return found


def key_of(words: Words) -> tuple[str, str]:
    """Return what makes two quotations the same footnote."""
    return words.document, words.sentence


def note_text(words: Words) -> str:
    """Return a footnote: the words, the chain, the day.

    >>> note_text(
    ...     Words(
    ...         sentence="They met.", marks=(), claim="c", document="d", start=0, chain="Ledger", published="2025-12-01"
    ...     )
    ... )
    '“They met.” Ledger, 1 December 2025'
    """
    day = f", {day_words(words.published)}" if words.published else ", undated"
    return f"“{words.sentence}” {words.chain or words.outlet or 'outlet unknown'}{day}"


def counted_fact(fact: Cited) -> str:
    """Return a fact with its independent sources.

    >>> counted_fact(Cited(field="where", value="x", shown="Miami", at_least=1, at_most=2, accounts=2))
    'Miami (1–2 sources)'
    """
    if fact.judged:
        return f"{fact.shown} (set by a judgement)"
    return f"{fact.shown} ({sources(fact.at_least, fact.at_most)})"
