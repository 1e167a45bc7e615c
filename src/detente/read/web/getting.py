"""An address → its page as found: fetched now, with its media type settled by its bytes."""

from collections.abc import Callable

from detente.read.found import Found
from detente.read.web.fetcher import Fetcher, Manners


def getter(
    manners: Manners | None = None, now: Callable[[], str | None] = lambda: None, fetcher: Fetcher | None = None
) -> Callable[[str], Found]:
    """Return what fetches an address with these manners, or by this fetcher; `now` tells the moment of fetching."""
    fetcher = fetcher or Fetcher(manners)

    def get(url: str) -> Found:
        page = fetcher.fetch(url)
        content = page.content
        if content.startswith(b"\x1f\x8b"):
            from detente.read.web.body import unpacked

            content = unpacked(content, url, fetcher.manners.largest)
        text = page.charset and page.charset.lower() not in {"utf-8", "utf8"}
        if text and page.media.startswith(("text/", "application/xhtml")):
            content = _recoded(content, page.charset or "utf-8")
        return Found(where=url, read=lambda: content, url=page.url, fetched=now())

    return get


def _recoded(content: bytes, charset: str) -> bytes:
    """Return text in UTF-8 where its server named another encoding and it is none of UTF-8 already."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return content.decode(charset).encode("utf-8", "surrogatepass")
        except (UnicodeDecodeError, LookupError):
            return content
    return content
