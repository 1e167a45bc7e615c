"""Attributions → statement claims: speaker, cue, content, quotations, addressee, venue, each with its words."""

from typing import Literal

from detente.language import Parsed, Sentence
from detente.model import Actor, Document, Evidence, Source, Span, StatementClaim
from detente.understand.actors import as_speaker
from detente.understand.sayings.naming import name_of
from detente.understand.sayings.saying import Saying, Stretch
from detente.understand.stretches import in_headline, quote, quote_word

UNSAID = frozenset({"leaning", "speaking", "noun"})  # frames that give no words of what was said
OF_ITS_OWN = frozenset({"clause", "quotation", "colon", "phrase"})  # frames that make a statement inside another
WHOLE = 0.8  # the share of what was said that must stand in quotation marks for it to be told word for word


def statements(
    sayings: tuple[Saying, ...], parsed: Parsed, document: Document, sources: dict[int, Source]
) -> tuple[StatementClaim, ...]:
    """Turn attributions to people and parties into claims; `sources` gives the source of each saying's number.

    A headline repeats what its page says: its sayings count only where the body has none.
    """
    told = [number for number, saying in enumerate(sayings) if _is_statement(saying, sayings)]
    body = [number for number in told if not in_headline(document, parsed.sentences[sayings[number].sentence])]
    return tuple(_statement(sayings[number], parsed, document, sources[number]) for number in body or told)


def _is_statement(saying: Saying, sayings: tuple[Saying, ...]) -> bool:
    """What is told to have been said or thought by somebody other than whoever's words it stands in."""
    if not saying.told or saying.actor is None or saying.frame in UNSAID:
        return False
    above = sayings[saying.above] if saying.above is not None else None
    return above is None or (saying.spoken and saying.frame in OF_ITS_OWN and above.actor != saying.actor)


def _statement(saying: Saying, parsed: Parsed, document: Document, source: Source) -> StatementClaim:
    sentence = parsed.sentences[saying.sentence]
    word = quote_word(document, sentence, saying.cue)
    content = tuple(_span(document, parsed, part) for part in (*saying.parts, *saying.further))
    quotes = tuple(document.span(*place) for place in saying.quotes)
    evidence: Evidence = {"cue": (word,), "cue_class": (word,), "content": content, "verbatim": quotes or content}
    if quotes:
        evidence["quotes"] = quotes
    if saying.said_by:
        evidence["speaker"] = tuple(_span(document, parsed, part) for part in saying.said_by)
        if saying.cited is not None:
            evidence["speaker"] += (quote_word(document, sentence, saying.cited),)
    addressee = _addressee(sentence, saying)
    if addressee is not None and saying.addressee is not None:
        evidence["addressee"] = (quote(document, sentence, *sentence.reach(saying.addressee)),)
    return StatementClaim(
        speaker=_speaker(saying, source),
        addressee=addressee,
        verbatim=_verbatim(quotes, content),
        quotes=quotes,
        content=content,
        cue=sentence.tokens[saying.cue].lemma.lower(),
        cue_class=saying.cue_class,
        evidence=evidence,
        source=source.id,
        because=(f"sayings: {sentence.tokens[saying.cue].lemma.lower()}",),
    )


def _speaker(saying: Saying, source: Source) -> Actor | None:
    """Who said it: where an outlet or somebody cites others, those whom they cite."""
    cited = source.chain[-1]
    if saying.cited is not None and cited.kind in {"person", "party", "people"}:
        party = cited.id if cited.kind == "party" else None
        return Actor(
            person=cited.id if cited.kind == "person" else None,
            party=party,
            description=None if cited.id else cited.name,
        )
    return as_speaker(saying.actor) if saying.actor else None


def _span(document: Document, parsed: Parsed, part: Stretch) -> Span:
    return quote(document, parsed.sentences[part.sentence], part.first, part.last)


def _verbatim(quotes: tuple[Span, ...], content: tuple[Span, ...]) -> Literal["full", "partial", "no"]:
    quoted = sum(span.end - span.start for span in quotes)
    said = sum(span.end - span.start for span in content)
    return "no" if not quotes else "full" if quoted >= WHOLE * said else "partial"


def _addressee(sentence: Sentence, saying: Saying) -> Actor | None:
    name = name_of(sentence, saying.addressee) if saying.addressee is not None else ""
    return Actor(description=name) if name else None
