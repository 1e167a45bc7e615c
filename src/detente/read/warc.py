"""Web archives → their pages: WARC and WARC.gz, from a file or a pipe, one record in memory at a time."""

import io
from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from detente.errors import SourceError

LARGEST_RECORD = 8_000_000  # bytes of one page's payload; above it a record is passed over as a problem


class Archived(msgspec.Struct, frozen=True):
    """One archived page: its address, when it was fetched, its bytes and the media type that its server gave."""

    url: str
    fetched: str | None
    content: bytes
    media: str


class Skipped(msgspec.Struct, frozen=True):
    """A record that could not be read, and why."""

    url: str
    what: str


def is_warc(head: bytes) -> bool:
    """Tell whether a file's first bytes are a WARC's, or a gzip's that may hold one."""
    return head.startswith(b"WARC/")


class _Forward(io.RawIOBase):
    """A stream that is only read forward, with the place that the library asks for, so that a pipe serves as a file."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._at = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        chunk = self._stream.read(size)
        self._at += len(chunk)
        return chunk

    def tell(self) -> int:
        return self._at

    def seekable(self) -> bool:
        return False

    def seek(self, offset: int, whence: int = 0) -> int:
        """Only where it is already."""
        if (whence == 1 and offset == 0) or (whence == 0 and offset == self._at):
            return self._at
        raise io.UnsupportedOperation("read forward only")


def _is_file(stream: BinaryIO) -> bool:
    return isinstance(stream, io.BufferedReader | io.BytesIO) and stream.seekable()


def records_of(stream: BinaryIO, where: str) -> Iterator[Archived | Skipped]:
    """Yield the pages of an archive: responses of 2xx whose media type is HTML, text or PDF, and conversion records.

    Raises SourceError where the stream is no archive at all. A damaged record is skipped with its reason.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    count = 0
    try:
        for record in ArchiveIterator(
            stream if _is_file(stream) else _Forward(stream), record_types=wanted, parse_http=True, verify_digests=False
        ):
            count += 1
            if page := _page(record):
                yield page
    except BaseException as error:  # the library raises what its decoders raise, its panics among them
        if isinstance(error, (KeyboardInterrupt, SystemExit, GeneratorExit)):
            raise
        if count == 0:
            raise SourceError(f"{where}: not readable as a web archive ({error}); check the file") from error
        yield Skipped(where, f"damaged after {count} records ({type(error).__name__}); what came before is read")
        return
    if count == 0:
        raise SourceError(f"{where}: no archived page in it; check the file")


def _page(record: Any) -> Archived | Skipped | None:
    url = record.headers.get("WARC-Target-URI", "").strip("<>")
    http = record.http_headers
    if http is not None and not 200 <= (http.status_code or 0) < 300:
        return None
    media = (record.http_content_type or record.headers.get("Content-Type", "") or "").lower()
    if not any(kind in media for kind in ("html", "text/plain", "pdf")):
        return None
    if record.content_length > LARGEST_RECORD:
        return Skipped(url, f"{record.content_length:,} bytes, too large for one page")
    content = record.reader.read(LARGEST_RECORD + 1)
    return Archived(url, record.headers.get("WARC-Date"), content, media)
