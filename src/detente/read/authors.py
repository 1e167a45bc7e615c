"""Who wrote a page, from its own lines: its byline, the name above a biography, its credit."""

import re

from detente.lexicon.outlets import find_outlet
from detente.lexicon.places import find_place
from detente.model import Evidence
from detente.read.dates import find_date
from detente.read.mastheads import author_and_outlet, masthead
from detente.read.outlet import Page
from detente.read.pieces import SENTENCE_END

BY = re.compile(
    r"^\s*(?:(?:written|reported|posted|story|published|author|reporter|writer|correspondent)s?\s*:?\s*)?(?:(?:by|por|par|von|door|di|oleh)\b)?\s*:?\s*",
    re.IGNORECASE,
)
REPORTED = re.compile(
    r"\b(?:reporting|written|reported|writing)(?: and \w+)? by\s+(?P<names>[A-Z][^;()]{2,120}?)"
    r"(?=\s+(?:in|for|from)\s|;|\)|\.|,? (?:editing|writing)|$)",
    re.IGNORECASE,
)
PERSON = re.compile(r"^(?:(?:[A-ZÀ-Ý][\w.'’-]*|al-[A-Z]\w+|de|van|von|der|bin|ben|el|III|Jr\.?)\s*){1,5}$")
SIGNED = re.compile(
    r"\b(?:[Bb]y|BY|[Aa]uthor\s*:|[Ww]ritten by\s*:?)\s+(?P<names>[A-ZÀ-Ý][\w.'’-]+(?: [A-ZÀ-Ý][\w.'’-]+){1,4})(?=\s+(?:on|at|in)\b|\s*[,|•·–—-]|\s*$)"
)
DESCRIBED = re.compile(r"\b(?:paper|newspaper|magazine|newsletter|weekly|daily|e-?mail|journal)\b")
DESK = re.compile(
    r"\b(?:staff|desk|correspondent|editor|writer|reporter|agenc(?:y|ies)|team|bureau|newsroom|wire|admin)\b",
    re.IGNORECASE,
)


def authors_of(page: Page, evidence: Evidence) -> tuple[str, ...]:
    """Return the authors that a page names, and give the words their place in the evidence."""
    for label, names_in in (
        ("byline", _in_byline),
        ("dateline", _before_date),
        ("biography", _in_biography),
        ("boilerplate", _glued),
        ("credit", _in_credit),
    ):
        for piece, line in page.lines(label):  # type: ignore[arg-type]
            if names := names_in(line):
                evidence["authors"] = (page.quote(piece.start, piece.end),)
                return names
    return ()


def _in_byline(line: str) -> tuple[str, ...]:
    return people(BY.sub("", re.split(r"\s[|·•–—-]\s|\s{3,}", line)[0]))


def _before_date(line: str) -> tuple[str, ...]:
    """A date line's own writer: "By Ana Luz on 3 May 2024", "Ana Luz — 3 May 2024"."""
    if found := SIGNED.search(line):
        return people(found["names"])
    dated = find_date(line)
    lead = re.split(r"\s*[|·•–—]\s*|\s{3,}", line[: dated.start].rstrip(" ,-"))[0] if dated else ""
    named = PERSON.match(lead) and 2 <= len(lead.split()) <= 3 and not DESCRIBED.search(line)
    return people(lead) if named and re.search(r"[|·•–—]", line) else ()


def _in_credit(line: str) -> tuple[str, ...]:
    found = REPORTED.search(line)
    return people(found["names"]) if found else ()


def _in_biography(line: str) -> tuple[str, ...]:
    return (line,) if len(line.split()) <= 6 and not SENTENCE_END.search(line) else ()


def _glued(line: str) -> tuple[str, ...]:
    author, outlet = author_and_outlet(line)
    return (author,) if author and PERSON.match(author) and masthead(outlet) else ()


def people(words: str) -> tuple[str, ...]:
    """Cut a byline into the people that it names; desks, agencies and places are none.

    >>> people("Ana Luz and Bo Reed in Geneva, Reuters")
    ('Ana Luz', 'Bo Reed')
    """
    words = re.split(r"\s+(?:in|from|for|with|at)\s+", words)[0]
    parts = [part.strip(" .,;:|") for part in re.split(r",|;|\band\b|\bAND\b|&|/", words)]
    return tuple(alone(part) for part in parts if part and PERSON.match(part) and not _nobody(part))


def alone(name: str) -> str:
    """A person without the paper glued behind: "Sam Carver Continental Press"."""
    words = name.split()
    return " ".join(words[:2]) if len(words) >= 4 and masthead(" ".join(words[2:])) else name


def _nobody(name: str) -> bool:
    outlet = find_outlet(name) is not None or (masthead(name) and alone(name) == name)
    return outlet or bool(DESK.search(name)) or (len(name.split()) == 1 and find_place(name) is not None)


def tags_of(page: Page) -> tuple[str, ...]:
    """Return the tags of a page's tag lines."""
    lines = [re.split(r"[:|]", line, maxsplit=1)[-1] for _, line in page.lines("tags")]
    return tuple(tag.strip() for line in lines for tag in re.split(r"[|,;•#]", line) if tag.strip())
