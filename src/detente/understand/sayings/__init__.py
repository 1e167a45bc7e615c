"""Who said what: direct, indirect and mixed speech, thought and intent, with speaker, cue, addressee and content.

quotations → quoted; verbal (made, reports), nominal, according, papers, headed, relayed → continued → speakers → statements

What is said comes of clauses and content; whose it is of subject, naming, voices, behalf, venues and outlets_named.
"""

import msgspec

from detente.language import Parsed
from detente.model import Document
from detente.understand.actors import Cast
from detente.understand.sayings.according import according
from detente.understand.sayings.continued import continued
from detente.understand.sayings.headed import headed
from detente.understand.sayings.nominal import nominal
from detente.understand.sayings.papers import papers
from detente.understand.sayings.quotations import quotations
from detente.understand.sayings.quoted import quoted_in
from detente.understand.sayings.relayed import relayed
from detente.understand.sayings.saying import Saying, Stretch
from detente.understand.sayings.speakers import with_speakers
from detente.understand.sayings.statements import statements
from detente.understand.sayings.verbal import verbal
from detente.understand.stretches import in_headline

__all__ = ["Saying", "Stretch", "find_sayings", "statements"]


def find_sayings(parsed: Parsed, cast: Cast, document: Document) -> tuple[Saying, ...]:
    """Return every attribution of a document, in order of their cues."""
    paragraphs = _paragraphs(parsed)
    quotes = quoted_in(parsed.sentences, quotations(parsed.text, paragraphs))
    found: list[Saying] = []
    credits_ = [(region.start, region.end) for region in document.stretches("credit")]
    for sentence in parsed.sentences:
        if any(start <= sentence.start < end for start, end in credits_):
            continue
        own = [*verbal(sentence), *nominal(sentence), *according(sentence)]
        if not own and in_headline(document, sentence) and (whose := headed(sentence)):
            own = [whose]
        passed_on = relayed(sentence)
        if passed_on is not None:
            own = [*_without(own, passed_on), passed_on]
        found += [*own, *papers(sentence, own)]
    found = [_with_sentence_before(saying, parsed) for saying in found]
    numbers = _paragraph_of(parsed, paragraphs)
    found = continued(found, quotes, parsed.sentences, numbers)
    found.sort(key=lambda saying: (saying.sentence, saying.cue))
    return with_speakers(found, parsed, cast)


def _without(own: list[Saying], passed_on: Saying) -> list[Saying]:
    """The sayings of a sentence within what an outlet passes on; nothing of who passes it on is anybody's words."""
    first, last = passed_on.content
    inside = (saying for saying in own if first <= saying.cue < last)
    return [
        msgspec.structs.replace(
            saying,
            parts=tuple(Stretch(part.sentence, part.first, min(part.last, last)) for part in saying.parts),
            content=(saying.content[0], min(saying.content[1], last)),
            cited=saying.cited if saying.cited is not None and saying.cited < last else None,
        )
        for saying in inside
    ]


def _with_sentence_before(saying: Saying, parsed: Parsed) -> Saying:
    """What "that was confirmed by ..." points at: the sentence before."""
    if saying.frame != "confirmed":
        return saying
    before = parsed.sentences[saying.sentence - 1]
    return msgspec.structs.replace(saying, further=(Stretch(before.index, 0, len(before.tokens)),))


def _paragraphs(parsed: Parsed) -> list[tuple[int, int]]:
    """The paragraphs that sentences stand in, from the first sentence of each to its last."""
    found: list[tuple[int, int]] = []
    for sentence in parsed.sentences:
        if found and "\n" not in parsed.text[found[-1][1] : sentence.start]:
            found[-1] = (found[-1][0], sentence.end)
        else:
            found.append((sentence.start, sentence.end))
    return found


def _paragraph_of(parsed: Parsed, paragraphs: list[tuple[int, int]]) -> list[int]:
    numbers, at = [], 0
    for sentence in parsed.sentences:
        while sentence.start >= paragraphs[at][1]:
            at += 1
        numbers.append(at)
    return numbers
