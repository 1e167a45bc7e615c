"""Which language a page is in; decided here, so that the reader is never asked to read what it was not taught."""

from collections.abc import Sequence

from detente.model import Region

ENOUGH = 60  # letters of body below which no guess is worth making


def language_of(text: str, regions: Sequence[Region]) -> str | None:
    """Return the ISO 639-1 code of the body's language, or None where there is too little of it to tell."""
    body = " ".join(text[region.start : region.end] for region in regions if region.label == "body")[:4000]
    if sum(map(str.isalpha, body)) < ENOUGH:
        return None
    from py3langid import classify

    return str(classify(body)[0])
