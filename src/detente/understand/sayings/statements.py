"""Attributions → statement claims: speaker, for whom, to whom, where, when, in which words, each with its spans."""

import re
from typing import Literal

from detente.language import Parsed, Sentence
from detente.lexicon.roles import titles
from detente.model import Actor, Document, Evidence, Source, Span, StatementClaim
from detente.understand.actors import Cast, as_speaker
from detente.understand.sayings.behalf import behalf_of
from detente.understand.sayings.naming import name_of
from detente.understand.sayings.saying import Saying, Stretch
from detente.understand.stretches import in_headline, quote, quote_word
from detente.understand.times import TimeMention

UNSAID = frozenset({"leaning", "speaking", "noun"})  # frames that give no words of what was said
OF_ITS_OWN = frozenset({"clause", "quotation", "colon", "phrase"})  # frames that make a statement inside another
TRANSLATED = re.compile(
    r"\b(?:through|via) (?:an? |his |her )?(?:interpreter|translator)\b|\bin translated (?:remarks|comments)\b"
    r"|\b(?:said|speaking|spoke|wrote) in (?:Russian|Ukrainian|Arabic|Hebrew|French|Persian|Farsi|Turkish|Spanish|Chinese"
    r"|Mandarin|German|Korean|Thai|Khmer|Urdu|Pashto|Dari|Amharic|Kinyarwanda|Swahili)\b",
    re.IGNORECASE,
)
BARE = frozenset("the armed".split())  # what may stand before a body that the page as a whole explains
WHOLE = 0.8  # the share of what was said that must stand in quotation marks for it to be told word for word


def statements(
    sayings: tuple[Saying, ...], parsed: Parsed, document: Document, sources: dict[int, Source], cast: Cast,
    times: tuple[TimeMention, ...] = (),
) -> tuple[StatementClaim, ...]:  # fmt: skip
    """Turn attributions to people and parties into claims; `sources` gives the source of each saying's number.

    A headline repeats what its page says: its sayings count only where the body has none.
    """
    told = [number for number, saying in enumerate(sayings) if _is_statement(saying, sayings)]
    body = [number for number in told if not in_headline(document, parsed.sentences[sayings[number].sentence])]
    said = {(time.sentence, time.event): time for time in times if time.event is not None}
    return tuple(
        _statement(sayings[number], parsed, document, sources[number], cast, said.get(sayings[number].key))
        for number in body or told
    )


def _is_statement(saying: Saying, sayings: tuple[Saying, ...]) -> bool:
    """What is told to have been said or thought by somebody other than whoever's words it stands in."""
    if not saying.told or saying.actor is None or saying.frame in UNSAID:
        return False
    above = sayings[saying.above] if saying.above is not None else None
    own = saying.spoken and (saying.frame in OF_ITS_OWN or bool(saying.quotes)) and not saying.paper
    return above is None or (own and above.actor != saying.actor)


def _statement(
    saying: Saying, parsed: Parsed, document: Document, source: Source, cast: Cast, time: TimeMention | None
) -> StatementClaim:
    sentence = parsed.sentences[saying.sentence]
    word = quote_word(document, sentence, saying.cue)
    content = tuple(_span(document, parsed, part) for part in (*saying.parts, *saying.further))
    quotes = tuple(document.span(*place) for place in saying.quotes)
    behalf = behalf_of(sentence, saying, cast)
    translated = _translated(document, sentence)
    stretches = {
        "addressee": sentence.reach(saying.addressee) if saying.addressee is not None else None,
        "venue": saying.venue,
        "on_behalf_of": behalf[1] if behalf else None,
        "when": (time.first, time.last) if time else None,
    }
    evidence: Evidence = {"cue": (word,), "cue_class": (word,), "content": content, "verbatim": quotes or content}
    evidence |= {field: (quote(document, sentence, *place),) for field, place in stretches.items() if place}
    evidence |= {"quotes": quotes} if quotes else {}
    evidence |= {"translated": (translated,)} if translated else {}
    evidence |= {"speaker": _speaker_spans(saying, parsed, document)} if saying.said_by else {}
    return StatementClaim(
        speaker=_speaker(saying, source, sentence, cast),
        on_behalf_of=behalf[0] if behalf else None,
        addressee=Actor(description=name_of(sentence, saying.addressee)) if saying.addressee is not None else None,
        venue=quote(document, sentence, *saying.venue).quote if saying.venue else None,
        when=time.when if time else None,
        verbatim=_verbatim(quotes, content),
        quotes=quotes,
        translated=translated is not None,
        content=content,
        cue=sentence.tokens[saying.cue].lemma.lower(),
        cue_class=saying.cue_class,
        evidence=evidence,
        source=source.id,
        because=(f"sayings: {saying.cue_class} by '{word.quote}', {saying.frame}",),
    )


def _speaker_spans(saying: Saying, parsed: Parsed, document: Document) -> tuple[Span, ...]:
    """The words for whoever says it, and for whom they cite."""
    spans = tuple(_span(document, parsed, part) for part in saying.said_by)
    cited = saying.cited
    return spans if cited is None else (*spans, quote_word(document, parsed.sentences[saying.sentence], cited))


def _translated(document: Document, sentence: Sentence) -> Span | None:
    """The words that tell that what was said is translated."""
    match = TRANSLATED.search(document.text, sentence.start, sentence.end)
    return document.span(*match.span()) if match else None


def _speaker(saying: Saying, source: Source, sentence: Sentence, cast: Cast) -> Actor | None:
    """Who said it: where an outlet or somebody cites others, those whom they cite; a bare "army" by its party."""
    cited = source.chain[-1]
    if saying.cited is not None and cited.kind in {"person", "party", "people"}:
        party = cited.id if cited.kind == "party" else None
        return Actor(
            person=cited.id if cited.kind == "person" else None,
            party=party,
            description=None if cited.id else cited.name,
        )
    actor = saying.actor
    if actor is None or set((actor.description or "").lower().split()) & titles():
        return actor and Actor(
            person=actor.person, party=actor.party if not actor.description else None, description=actor.description
        )
    return _of_the_page(saying, sentence, cast) or as_speaker(actor)


def _of_the_page(saying: Saying, sentence: Sentence, cast: Cast) -> Actor | None:
    """The one party that a bare "the army" or "the government" is of, as the page as a whole tells."""
    if saying.speaker is None or saying.actor is None or saying.actor.person or saying.actor.party or saying.outlet:
        return None
    first, last = sentence.reach(saying.speaker)
    words = {token.text.lower() for token in sentence.tokens[first:last] if token.index != saying.speaker}
    actors = cast.actors_of(sentence, saying.speaker) if words <= BARE else []
    return Actor(party=actors[0].party) if len(actors) == 1 and actors[0].party and not actors[0].person else None


def _span(document: Document, parsed: Parsed, part: Stretch) -> Span:
    return quote(document, parsed.sentences[part.sentence], part.first, part.last)


def _verbatim(quotes: tuple[Span, ...], content: tuple[Span, ...]) -> Literal["full", "partial", "no"]:
    quoted = sum(span.end - span.start for span in quotes)
    said = sum(span.end - span.start for span in content)
    return "no" if not quotes else "full" if quoted >= WHOLE * said else "partial"
