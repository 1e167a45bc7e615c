"""A mail message (.eml) → the page that it carries: its subject, sender, date and its text or HTML."""

import email.policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime

from detente.errors import SourceError
from detente.read.found import Found

MOST_PARTS = 200


def is_mail(content: bytes) -> bool:
    r"""Tell whether bytes begin like a message: header lines, among them a sender or a subject.

    >>> is_mail(b"From: a@b.example\nSubject: Talks\n\nThey met.")
    True
    """
    head = content[:4000].split(b"\n\n")[0].split(b"\r\n\r\n")[0]
    names = {line.split(b":")[0].strip().lower() for line in head.splitlines() if b":" in line[:40]}
    return len(names & {b"from", b"subject", b"date", b"to", b"message-id", b"received", b"mime-version"}) >= 2


def message_of(content: bytes, where: str) -> Found:
    """Return the page that a message carries. Raises SourceError where it carries no text."""
    message = BytesParser(policy=email.policy.default).parsebytes(content)
    kind, text = _text(message, where)
    name, address = parseaddr(_header(message, "From"))
    return Found(
        where=where,
        read=lambda: text.encode("utf-8", "surrogatepass"),
        kind=kind,
        title=_header(message, "Subject") or None,
        outlet=name or address.partition("@")[2] or None,
        published=_date(message),
    )


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message.get(name, "")).split())
    except (ValueError, IndexError, AttributeError, TypeError, LookupError):  # malformed headers of many kinds
        return ""


def _date(message: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(_header(message, "Date")).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _text(message: EmailMessage, where: str) -> tuple[str, str]:
    """The plain text of a message where it has a real one, else its HTML."""
    found: dict[str, str] = {}
    for number, part in enumerate(message.walk()):
        if number >= MOST_PARTS:
            break
        kind = {"text/plain": "text", "text/html": "html"}.get(part.get_content_type())
        if kind and not part.is_attachment() and kind not in found and (words := _content(part)).strip():
            found[kind] = words
    if not found:
        raise SourceError(f"{where}: a message without text; save what is attached to it")
    plain = found.get("text", "")
    return ("text", plain) if len(plain) > 200 or "html" not in found else ("html", found["html"])


def _content(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    try:
        return raw.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError, ValueError):
        return raw.decode("cp1252", errors="replace")
