"""Quotations that go on: over further sentences and paragraphs, after the cue, or without a cue of their own."""

from collections.abc import Iterator

import msgspec

from detente.language import Sentence
from detente.understand.sayings.content import trimmed
from detente.understand.sayings.quoted import SENTENCE_LIKE, Quoted, fresh_saying
from detente.understand.sayings.saying import Saying, Stretch


def continued(
    sayings: list[Saying], quotes: list[Quoted], sentences: tuple[Sentence, ...], paragraph: list[int]
) -> list[Saying]:
    """Give every quotation to the saying that brings it; `paragraph` is the paragraph of each sentence."""
    by_sentence: dict[int, list[int]] = {}
    for number, saying in enumerate(sayings):
        by_sentence.setdefault(saying.sentence, []).append(number)
    found = list(sayings)
    last: int | None = None
    for quote in quotes:
        if _names_somebody(quote, found, by_sentence):
            continue
        owner = _owner(quote, found, by_sentence)
        if owner is None:
            fresh = fresh_saying(quote, sentences)
            owner = next((n for n, one in enumerate(found) if fresh and one.key == fresh.key), None)
            if fresh is not None and owner is None:
                found.append(fresh)
                owner = len(found) - 1
                by_sentence.setdefault(fresh.sentence, []).append(owner)
        if owner is None:
            owner = _beside_it(quote, found, by_sentence)
            owner = owner if owner is not None else _carried_on(quote, found, by_sentence, paragraph, last)
            if owner is not None:
                found[owner] = _gone_on(found[owner], quote, sentences)
                last = owner
                continue
        if owner is not None:
            found[owner] = _with(found[owner], quote, sentences)
            last = owner if found[owner].spoken else last
    return found


def _names_somebody(quote: Quoted, found: list[Saying], by_sentence: dict[int, list[int]]) -> bool:
    """Marks within the words for a speaker quote nothing: "a "senior official" saying that", "the daily "Večernji list"."""
    part = quote.parts[0]
    named = [words for number in by_sentence.get(part.sentence, ()) for words in found[number].said_by]
    return len(quote.parts) == 1 and any(words.first <= part.first and part.last <= words.last + 1 for words in named)


def _owner(quote: Quoted, found: list[Saying], by_sentence: dict[int, list[int]]) -> int | None:
    """The saying whose content the quotation is part of, the innermost; or one that it stands beside."""
    fits: list[tuple[int, int, int]] = []
    for part in quote.parts:
        for number in by_sentence.get(part.sentence, ()):
            saying = found[number]
            if part.first <= saying.cue < part.last and part.sentence == saying.sentence:
                continue
            size = [
                p.last - p.first
                for p in saying.parts
                if p.sentence == part.sentence and p.first < part.last and part.first < p.last
            ]
            if size:
                fits.append((0 if saying.spoken else 1, sum(size), number))
    return min(fits)[2] if fits else None


def _beside_it(quote: Quoted, found: list[Saying], by_sentence: dict[int, list[int]]) -> int | None:
    """The saying whose quotation another one in its sentence goes on with: "A," he said, rising, "and B."."""
    numbers = by_sentence.get(quote.parts[0].sentence, ())
    direct = [number for number in numbers if found[number].spoken and found[number].told and found[number].quotes]
    return direct[-1] if direct and quote.parts[0].first > found[direct[-1]].cue else None


def _carried_on(
    quote: Quoted, found: list[Saying], by_sentence: dict[int, list[int]],
    paragraph: list[int], last: int | None,
) -> int | None:  # fmt: skip
    """Whole sentences in quotation marks go on with what the sentence before them, or the paragraph before, quoted."""
    first = quote.parts[0]
    words = sum(part.last - part.first for part in quote.parts)
    if first.first > 1 or words < SENTENCE_LIKE or first.sentence == 0:
        return None
    before = first.sentence - 1
    same = paragraph[before] == paragraph[first.sentence]
    spoken = [number for number in by_sentence.get(before, ()) if found[number].spoken and found[number].told]
    direct = [number for number in spoken if found[number].quotes]
    if same and spoken:
        return (direct or spoken)[-1]
    reaches = last is not None and any(part.sentence == before for part in (*found[last].parts, *found[last].further))
    if (
        last is not None
        and (reaches or found[last].sentence == before)
        and (same or paragraph[before] + 1 == paragraph[first.sentence])
    ):
        return last
    return None


def _with(saying: Saying, quote: Quoted, sentences: tuple[Sentence, ...]) -> Saying:
    """Return a saying that the quotation is part of, its own words for cue and speaker left out."""
    parts = list(saying.parts)
    for part in quote.parts:
        if part.sentence == saying.sentence and part.first <= saying.cue < part.last:
            continue
        cut = trimmed(sentences[part.sentence], part.first, part.last)
        if cut:
            parts = list(_merged([*parts, Stretch(part.sentence, *cut)]))
    own = [p for p in parts if p.sentence == saying.sentence]
    main = next((p for p in own if p.first <= saying.content[0] < p.last), None)
    content = (main.first, main.last) if main else saying.content
    return msgspec.structs.replace(saying, parts=tuple(parts), content=content, quotes=(*saying.quotes, quote.place))


def _gone_on(saying: Saying, quote: Quoted, sentences: tuple[Sentence, ...]) -> Saying:
    """Return a saying that goes on with a quotation that has no cue of its own."""
    cut = [
        Stretch(part.sentence, *place)
        for part in quote.parts
        if (place := trimmed(sentences[part.sentence], part.first, part.last))
    ]
    return msgspec.structs.replace(saying, further=(*saying.further, *cut), quotes=(*saying.quotes, quote.place))


def _merged(parts: list[Stretch]) -> Iterator[Stretch]:
    """Stretches in order, overlapping and touching ones as one."""
    current: Stretch | None = None
    for part in sorted(parts):
        if current is not None and part.sentence == current.sentence and part.first <= current.last + 1:
            current = Stretch(current.sentence, current.first, max(current.last, part.last))
            continue
        if current is not None:
            yield current
        current = part
    if current is not None:
        yield current
