"""A PDF → its text: pages parted by form feeds, lines joined into paragraphs, numbers and repeated running heads dropped."""

import re
from collections import Counter

from detente.errors import SourceError

MOST_PAGES = 2_000
SOFT_HYPHEN = re.compile(r"(?:\ufffe|\u00ad|\u0002)\s*")  # pdfium marks a hyphen that a line break made with U+FFFE
HYPHENATED = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
NUMBER = re.compile(r"^\W*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*$", re.IGNORECASE)
STARTS = re.compile(
    r"^\s*(?:(?:ARTICLE|Article|SECTION|Section|CHAPTER|Chapter|ANNEX|Annex|PART|Part)\s+[\dIVXLC]+\b|\d{1,3}(?:\.\d{1,3})*[.)]\s"
    r"|\(?[a-z]\)\s|\([ivx]+\)\s|[•●▪–-]\s|PREAMBLE|Preamble)"
)


def is_pdf(content: bytes) -> bool:
    """Tell whether bytes are a PDF."""
    return b"%PDF-" in content[:1024]


def text_of_pdf(content: bytes, where: str) -> str:
    """Return a PDF's text. Raises SourceError where it is locked, damaged, or has no text but pictures of it."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise SourceError(f"{where}: a PDF that cannot be opened ({error}); save it without a password") from error
    try:
        pages = [_page(pdf, number) for number in range(min(len(pdf), MOST_PAGES))]
    except pypdfium2.PdfiumError as error:
        raise SourceError(f"{where}: a damaged PDF ({error}); save it again") from error
    finally:
        pdf.close()
    if sum(map(len, pages)) < 40:
        raise SourceError(f"{where}: a PDF of pictures without text; run a text recognition on it first")
    return joined_pages(pages)


def _page(pdf: "object", number: int) -> str:
    page = pdf[number]  # type: ignore[index]
    text_page = page.get_textpage()
    text: str = text_page.get_text_range()
    text_page.close()
    page.close()
    return SOFT_HYPHEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def joined_pages(pages: list[str]) -> str:
    r"""Join pages: a form feed between two, running heads only on the first, lines of a paragraph on one line.

    >>> joined_pages(["Truce Accord\nThe parties shall with-\ndraw their forces.\n1", "Truce Accord\nThey agree.\n2"])
    'Truce Accord\n\nThe parties shall withdraw their forces.\n\n\x0cThey agree.'
    """
    edges = Counter(line for page in pages for line in {*_lines(page)[:1], *_lines(page)[-1:]})
    running = {line for line, count in edges.items() if count > 1 and count >= len(pages) // 2}
    texts = []
    for number, page in enumerate(pages):
        lines = [line for line in _lines(page) if not NUMBER.match(line) and (number == 0 or line not in running)]
        texts.append(_paragraphs("\n".join(lines)))
    return "\n\n\f".join(text for text in texts if text)


def _lines(page: str) -> list[str]:
    return [line.strip() for line in page.split("\n") if line.strip()]


def _paragraphs(text: str) -> str:
    """Join the lines of a paragraph; a heading, a numbered clause or a full stop before a capital begins a new one."""
    rows: list[str] = []
    lines = HYPHENATED.sub("", text).split("\n")
    width = max((len(line) for line in lines), default=0)
    for before, line in zip(["", *lines], lines, strict=False):
        ended = before.endswith((".", ":", ";", "?", "!", '"', "”")) and len(before) < 0.85 * width
        heading = bool(before) and len(before) < 0.6 * width and not before.endswith((",", "-")) and line[:1].isupper()
        if not rows or STARTS.match(line) or ended or heading:
            rows.append(line)
        else:
            rows[-1] += f" {line}"
    return "\n\n".join(rows).strip()
