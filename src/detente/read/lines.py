"""What each line of a plain-text page is: headline, date line, byline, body, credit, tags, biography, boilerplate."""

import re

from detente.model import Label
from detente.read.dates import find_date

TAGS = re.compile(r"^\s*(?:tags?|topics?|filed under|keywords|related topics|categories)\s*:", re.IGNORECASE)
COPYRIGHT = re.compile(r"(?:©|\(c\)|\bcopyright\b|all rights reserved)", re.IGNORECASE)
BYLINE = re.compile(
    r"^\s*(?:(?:written |reported )?by\s+(?:[A-Z][\w.'’-]+(?:,? (?:and )?)?){1,8}(?:[,|].*)?|by\s+[A-Z ]+staff.*)$"
)
CREDIT = re.compile(
    r"^\s*\(?(?:(?:additional )?reporting by|writing by|edit(?:ed|ing) by|with inputs? from|compiled by|distributed by"
    r"|this (?:story|article|report) (?:was|has been|is)|source\s*:|-{2,}\s*[A-Z]{2,}|[A-Z]{2,6}[-/][A-Z]{2,6}\s*$)",
    re.IGNORECASE,
)
CORRECTION = re.compile(
    r"^\s*\(?(?:corrects?|correction|clarification|updates?|refiles?|editor['’]s note)\b[: ]", re.IGNORECASE
)
CAPTION = re.compile(r"^\s*(?:(?:file )?photo|image|picture|caption|video|credit|pictured|a handout)\s*[:(/-]|\((?:photo|file|reuters|ap|afp)[^)]*\)\s*$", re.IGNORECASE)  # fmt: skip
BOILERPLATE = re.compile(
    r"^\s*(?:skip to|watch (?:tv )?live|subscribe|sign (?:in|up)|log ?in|share(?: this)?\b.{0,40}$|read more|advertisement"
    r"|related (?:articles|stories|news)|most read|trending|menu|home\b.{0,60}$|search$|follow us|click here|newsletter"
    r"|\d+ min(?:ute)?s? read|leave a (?:comment|reply)|comments?\s*(?:\(\d+\))?$|join the conversation|cookie|terms of"
    r"|privacy policy|download the app|print$|email$|facebook|twitter|whatsapp|to continue reading|you have reached"
    r"|already a subscriber|next article|previous article|error \d{3}|loading)",
    re.IGNORECASE,
)
BIOGRAPHY = re.compile(
    r"^\s*(?:[A-Z][\w.'’-]+ ){1,5}(?:III |Jr\.? )?(?:is|was) (?:an?|the|our)\b.{0,80}\b(?:writer|reporter|journalist"
    r"|correspondent|editor|columnist|contributor|author|analyst at)\b|\b(?:covers|has covered|writes about)\b.{0,60}\bfor\b"
)
SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\s*$")
DATELINE = re.compile(
    r"^\s*(?P<place>[A-Z][A-Z .'’/-]{2,40}(?:, [A-Z][\w. ]{1,20})?)(?:, (?P<date>[A-Z][a-z]{2,8}\.? \d{1,2}))?\.?\s*"
    r"(?:\((?P<agency>[A-Z][\w .-]{1,30})\)|/(?P<slashed>[A-Z]{2,8})/\.?)?\s*(?:[-–—:]+|(?<=/)\.?|(?<=/\.))\s+(?=[\"“A-Z])"
    r"|^\s*(?P<place2>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:, (?P<date2>[A-Z][a-z]{2,8}\.? \d{1,2}))? \((?P<agency2>[A-Z]{2,6})\)\s*[-–—:]+\s+"
)
SHORT = 130  # characters; a headline or a date line is shorter, most paragraphs longer


def label_of(line: str) -> Label | None:
    """Return what a line is by its own words, or None where only its place can tell."""
    rules: tuple[tuple[re.Pattern[str], Label], ...] = (
        (TAGS, "tags"), (COPYRIGHT, "boilerplate"), (BOILERPLATE, "boilerplate"), (CORRECTION, "credit"),
        (CREDIT, "credit"), (CAPTION, "caption"), (BIOGRAPHY, "biography"), (BYLINE, "byline"),
    )  # fmt: skip
    short = len(line) <= 2 * SHORT
    for pattern, label in rules:
        if (short or label in {"biography", "tags", "credit"}) and pattern.search(line):
            return label
    return "dateline" if is_date_line(line) else None


def is_date_line(line: str) -> bool:
    """Tell whether a line is little more than a date."""
    if len(line) > SHORT or (SENTENCE_END.search(line) and len(line) > 60):
        return False
    found = find_date(line)
    rest = line[: found.start] + line[found.end :] if found else line
    return bool(found) and len(re.findall(r"[A-Za-z]{3,}", rest)) <= 6
