"""The words behind what one telling says of a talk, field by field."""

from detente.language import Sentence
from detente.model import Document, Evidence, Span
from detente.understand.actors import Cast
from detente.understand.stretches import quote, quote_word
from detente.understand.talks.company import Company
from detente.understand.talks.named import mention_stretches
from detente.understand.talks.words_told import Told


def spans_told(**fields: tuple[Span, ...]) -> Evidence:
    """The words of the fields that are told."""
    return {field: spans for field, spans in fields.items() if spans}


def spans_of(
    sentence: Sentence, trigger: int, told: Told, company: Company, cast: Cast, document: Document
) -> Evidence:
    """The words behind the status and behind everybody named."""
    cues = sorted({trigger, *told.cues})
    spans: Evidence = {"status": tuple(quote_word(document, sentence, i) for i in cues)}
    host = (company.host,) if company.host else ()
    named = (*company.actors, *company.present)
    for field, actors in (
        ("parties", named), ("participants", named), ("mediators", company.mediators), ("host", host),
        ("absent", company.absent),
    ):  # fmt: skip
        found = [quote(document, sentence, *stretch) for stretch in mention_stretches(sentence, cast, actors)]
        if field in {"parties", "participants"}:
            pointing = [i for i in company.words if cast.at(sentence, i) is None]
            pointing += [company.anaphor] if company.anaphor is not None else []
            found += [quote_word(document, sentence, i) for i in pointing]
        if found:
            spans[field] = tuple(dict.fromkeys(found))
    return spans
