"""A DOCX → its text, in document order: paragraphs and tables, page breaks as form feeds."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from detente.errors import SourceError

LARGEST_UNPACKED = 60_000_000  # bytes that a document may unpack to; a zip bomb stops here
MOST_FILES = 5_000
# What the library and what it stands on raise of a document whose parts or elements are other than they should be.
DAMAGED = (
    KeyError,
    ValueError,
    AttributeError,
    IndexError,
    TypeError,
    EOFError,
    zipfile.BadZipFile,
    SyntaxError,
    zlib.error,
)


def is_docx(content: bytes) -> bool:
    """Tell whether bytes are a Word document: a zip that holds one."""
    return content.startswith(b"PK\x03\x04") and b"word/" in content


def text_of_docx(content: bytes, where: str) -> str:
    """Return a document's text. Raises SourceError where it is damaged, too large, or empty."""
    _guard(content, where)
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    try:
        text = "\n\n".join(row for row in _rows(Document(io.BytesIO(content))) if row.strip())
    except (PackageNotFoundError, *DAMAGED) as error:
        raise SourceError(f"{where}: a damaged DOCX ({error}); save it again") from error
    if not text.strip():
        raise SourceError(f"{where}: a document without text; leave it out")
    return text


def _guard(content: bytes, where: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            files = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise SourceError(f"{where}: a damaged DOCX ({error}); save it again") from error
    if len(files) > MOST_FILES or sum(file.file_size for file in files) > LARGEST_UNPACKED:
        raise SourceError(f"{where}: unpacks to more than {LARGEST_UNPACKED:,} bytes; leave it out")


def _rows(document: Any) -> Iterator[str]:
    from docx.table import Table

    turned = ""
    for block in document.iter_inner_content():
        table = isinstance(block, Table)
        rows = [" | ".join(_cells(row)) for row in block.rows] if table else [block.text.strip()]
        turned = turned or ("\f" if not table and _breaks(block) else "")
        for row in rows:
            if row:
                yield turned + row
                turned = ""


def _cells(row: Any) -> list[str]:
    """The texts of a row's cells; a merged cell counts once."""
    texts = [" ".join(cell.text.split()) for cell in row.cells]
    return [text for i, text in enumerate(texts) if text and (i == 0 or text != texts[i - 1])]


def _breaks(paragraph: Any) -> bool:
    return paragraph.paragraph_format.page_break_before is True or bool(
        paragraph._p.xpath(".//w:br[@w:type='page'] | .//w:lastRenderedPageBreak")
    )
