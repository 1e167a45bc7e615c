"""A response's body, bounded in size and decompressed without trust."""

import zlib
from collections.abc import Callable
from typing import Any

from detente.errors import SourceError

CHUNK = 65_536
GROWTH = 200  # how many times its packed size a body may unpack to once it is large; text packs 3 to 10 times


def body_of(response: Any, where: str, largest: int, late: Callable[[], bool]) -> bytes:
    """Return a response's body. Raises SourceError where it is too large, too late, cut short or badly packed."""
    packed = (response.headers.get("Content-Encoding") or "").strip().lower()
    unpack = _unpacker(packed, where)
    found = bytearray()
    taken = 0
    while chunk := response.read1(CHUNK, decode_content=False):
        taken += len(chunk)
        found += unpack(chunk, largest + 1 - len(found))
        if len(found) > largest or (len(found) > 10 * CHUNK and len(found) > GROWTH * taken):
            raise SourceError(f"{where}: more than {largest:,} bytes, or packed beyond measure; leave it out")
        if late():
            raise SourceError(f"{where}: too slow; try again later")
    _whole(response, taken, where)
    return bytes(found)


def _whole(response: Any, taken: int, where: str) -> None:
    length = response.headers.get("Content-Length", "")
    if length.isdigit() and int(length) > taken and not response.headers.get("Transfer-Encoding"):
        raise SourceError(f"{where}: ended after {taken:,} of {int(length):,} bytes; try again later")


def _unpacker(packed: str, where: str) -> Callable[[bytes, int], bytes]:
    if packed in {"", "identity"}:
        return lambda chunk, _: chunk
    if packed not in {"gzip", "x-gzip", "deflate"}:
        raise SourceError(f"{where}: packed as '{packed}', which was not asked for; try again later")
    inflater = zlib.decompressobj(zlib.MAX_WBITS | 32)

    def inflate(chunk: bytes, room: int) -> bytes:
        try:
            return inflater.decompress(chunk, max(1, room))
        except zlib.error as error:
            raise SourceError(f"{where}: badly packed ({error}); try again later") from error

    return inflate


def unpacked(content: bytes, where: str, largest: int) -> bytes:
    """Unpack a gzip file in memory, bounded. Raises SourceError where it is damaged or grows too large.

    >>> import gzip
    >>> unpacked(gzip.compress(b"They met."), "a.gz", 100)
    b'They met.'
    """
    inflater = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        found = inflater.decompress(content, largest + 1)
    except zlib.error as error:
        raise SourceError(f"{where}: a damaged gzip file ({error}); fetch it again") from error
    if len(found) > largest:
        raise SourceError(f"{where}: unpacks to more than {largest:,} bytes; leave it out")
    return found
