"""A quotation in its sentences, and the words beside it that tell whose it is."""

import msgspec

from detente.language import Sentence
from detente.lexicon.sayings import verbs
from detente.understand.grammar import subjects
from detente.understand.sayings.content import trimmed
from detente.understand.sayings.made import made
from detente.understand.sayings.quotations import tokens_in
from detente.understand.sayings.saying import Saying, Stretch
from detente.understand.sayings.subject import speaker_of
from detente.understand.sayings.voices import is_voice

Place = tuple[int, int]
SENTENCE_LIKE = 4  # words; a shorter quotation is part of somebody's sentence, not a sentence of its own


class Quoted(msgspec.Struct, frozen=True, kw_only=True):
    """A quotation: its place in the text, and the stretches of sentences that it covers."""

    place: Place
    parts: tuple[Stretch, ...]


def quoted_in(sentences: tuple[Sentence, ...], places: list[Place]) -> list[Quoted]:
    """Return each quotation with the stretches of sentences that it covers."""
    found: list[Quoted] = []
    at = 0
    for place in places:
        while at < len(sentences) and sentences[at].end <= place[0]:
            at += 1
        parts = []
        for sentence in sentences[at:]:
            if sentence.start >= place[1]:
                break
            stretch = tokens_in(sentence, place)
            if stretch:
                parts.append(Stretch(sentence.index, *stretch))
        if parts:
            found.append(Quoted(place=place, parts=tuple(parts)))
    return found


def fresh_saying(quote: Quoted, sentences: tuple[Sentence, ...]) -> Saying | None:
    """A saying whose verb the quotation stands beside, or that a colon opens."""
    for part in (quote.parts[-1], quote.parts[0]):
        sentence = sentences[part.sentence]
        cut = trimmed(sentence, part.first, part.last)
        if cut is None:
            continue
        for token in sentence.tokens:
            if token.upos != "VERB" or part.first <= token.index < part.last or token.rel == "amod":
                continue
            cues = [
                c
                for c in verbs().get(token.lemma.lower(), ())
                if c.frames & {"clause", "quotation"} and c.kind in {"say", "believe"}
            ]
            whose = speaker_of(sentence, token.index, [cut], spoken=True) if cues else None
            if whose and not part.first <= whose[0] < part.last and _near(sentence, token.index, part, whose[0]):
                return made(sentence, token.index, cues[0].kind, whose[0], [cut], frame="quotation")
        opened = _before(sentence, part.first)
        if opened is not None and sentence.tokens[opened].text in {":", "—", "–", "-"}:
            speaker = _subject_before(sentence, opened or 0)
            if speaker is not None and opened is not None and is_voice(sentence, speaker):
                return made(sentence, opened, "say", speaker, [cut], frame="colon")
    return None


def _near(sentence: Sentence, cue: int, part: Stretch, speaker: int) -> bool:
    """A cue brings a quotation that it stands next to, with no other verb of its own between, its speaker aside."""
    low, high = (cue + 1, part.first) if cue < part.first else (part.last, cue)
    own = range(*sentence.reach(speaker))
    between = [t for t in sentence.tokens[low:high] if t.upos not in {"PUNCT", "AUX"} and t.index not in own]
    sentence_like = part.last - part.first > SENTENCE_LIKE + 2
    far = 12 if sentence_like else 2 if part.first > cue else 0
    return len(between) <= far and not any(t.upos == "VERB" for t in between)


def _before(sentence: Sentence, first: int) -> int | None:
    at = first - 1
    while at >= 0 and sentence.tokens[at].text in {'"', "“", "‘", "'"}:
        at -= 1
    return at if at >= 0 else None


def _subject_before(sentence: Sentence, colon: int) -> int | None:
    """The subject of the clause before a colon, or the name that stands alone before it."""
    root = next((t for t in sentence.tokens[:colon] if t.rel == "root" or not 0 <= t.head < colon), None)
    if root is None:
        return None
    if root.upos in {"VERB", "ADJ", "AUX"}:
        return next((one for one in subjects(sentence, root.index) if one < colon), None)
    own = [one for one in sentence.children[root.index] if sentence.tokens[one].rel.startswith("nsubj") and one < colon]
    return own[0] if own else root.index if root.upos in {"PROPN", "NOUN"} else None
