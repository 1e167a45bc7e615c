"""Who said what: direct, indirect and mixed speech, with speaker, cue, addressee and the stretch that carries it."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from detente.language import Parsed, Sentence
from detente.lexicon import entries_of
from detente.lexicon.outlets import find_outlet
from detente.model import Actor, Document, Source, Span, StatementClaim
from detente.understand.actors import Cast, as_speaker
from detente.understand.grammar import children, modal, negation, preposition, subjects
from detente.understand.stretches import bare, beside, quote, quote_word

QUOTED = re.compile(r"[“\"]([^“”\"\n]{1,600})[”\"]")
# Cues whose object is itself what was said, where no clause follows: "derided them as "pigs"", "pledged to "liberate"".
NAMING = frozenset(
    "describe call deride label brand dub pledge vow promise threaten condemn denounce welcome reject".split()
)
SPEECH = frozenset("to with".split())


class Saying(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution. Token stretches are half-open; `sentences` are the further ones that a quotation goes on over."""

    sentence: int
    cue: int
    cue_class: str
    speaker: int | None
    actor: Actor | None
    outlet: str | None
    content: tuple[int, int]
    span: tuple[int, int]
    quotes: tuple[tuple[int, int], ...] = ()
    addressee: int | None = None


@cache
def cues() -> dict[str, str]:
    """Cue verbs by lemma → their class."""
    raw = entries_of("sayings")
    return {verb: kind for kind in ("believe", "cite", "say") for verb in raw[kind]["verbs"]}


def find_sayings(parsed: Parsed, cast: Cast, document: Document) -> tuple[Saying, ...]:
    """Return every attribution of a document, in order."""
    quotes = [match.span() for match in QUOTED.finditer(document.text)]
    found: list[Saying] = []
    for sentence in parsed.sentences:
        found += _verbal(sentence, cast, quotes)
        found += _according(sentence, cast, quotes)
    return tuple(saying for saying in found if not any(_within(saying, other) for other in found))


def _within(saying: Saying, other: Saying) -> bool:
    """A speaker's own words inside the speaker's own words ("what he described as ...") are one saying."""
    same = saying.sentence == other.sentence and saying.actor == other.actor and saying.cue != other.cue
    return same and other.content[0] <= saying.cue < other.content[1]


def _verbal(sentence: Sentence, cast: Cast, quotes: list[tuple[int, int]]) -> Iterator[Saying]:
    for token in sentence.tokens:
        kind = cues().get(token.lemma.lower())
        if (
            kind is None
            or token.upos not in {"VERB", "AUX"}
            or (token.xpos == "VB" and not modal(sentence, token.index))
        ):
            continue
        if negation(sentence, token.index) is not None:
            continue
        content = _content(sentence, token.index, quotes)
        speakers = [head for head in subjects(sentence, token.index) if not _inside(head, content)]
        if content is None or not speakers or _unresolved(sentence, cast, speakers[0]):
            continue
        yield _saying(sentence, cast, token.index, kind, speakers[0], content, quotes)


def _unresolved(sentence: Sentence, cast: Cast, speaker: int) -> bool:
    """A pronoun that nobody in the text can be tied to gives no speaker."""
    return sentence.tokens[speaker].upos == "PRON" and not cast.actors_of(sentence, speaker)


def _inside(token: int, content: tuple[int, int] | None) -> bool:
    return content is not None and content[0] <= token < content[1]


def _saying(
    sentence: Sentence, cast: Cast, cue: int, kind: str, speaker: int, content: tuple[int, int],
    quotes: list[tuple[int, int]],
) -> Saying:  # fmt: skip
    start, end = sentence.tokens[content[0]].start, sentence.tokens[content[1] - 1].end
    name = _phrase(sentence, speaker)
    outlet = find_outlet(name)
    actors = cast.actors_of(sentence, speaker)
    described = bool(actors and actors[0].description and not actors[0].party)
    several = len(actors) > 1 and cast.at(sentence, speaker) is None  # "they said": no one of them alone
    actor = (
        actors[0] if actors and not described and not several else Actor(description=outlet.name if outlet else name)
    )
    told = next(iter(children(sentence, cue, "iobj", "obj")), None)
    to = next((i for i in children(sentence, cue, "obl") if preposition(sentence, i) in SPEECH), None)
    addressee = told if told is not None and not _inside(told, content) else to
    return Saying(
        sentence=sentence.index,
        cue=cue,
        cue_class=kind,
        speaker=speaker,
        actor=actor,
        outlet=outlet.name if outlet and not outlet.ambiguous else None,
        content=content,
        span=(start, end),
        quotes=tuple(
            (a, b) for a, b in quotes if sentence.start <= a and b <= sentence.end + 1 and a < end and start < b
        ),
        addressee=addressee,
    )


def _content(sentence: Sentence, cue: int, quotes: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The clause that the cue governs, or that governs the cue ("..., Politico reported"), or a quoted object."""
    clauses = children(sentence, cue, "ccomp")
    token = sentence.tokens[cue]
    if clauses:
        return _trimmed(sentence, *beside(sentence, clauses[0], cue))
    if token.rel in {"parataxis", "ccomp"} and token.head >= 0:
        first, last = sentence.reach(token.head)
        own_first, own_last = sentence.reach(cue)
        if own_first > first:
            return _trimmed(sentence, first, own_first)
        if own_last < last:
            return _trimmed(sentence, own_last, last)
    for clause in children(sentence, cue, "parataxis"):
        return _trimmed(sentence, *beside(sentence, clause, cue))
    if token.lemma in NAMING:
        for clause in children(sentence, cue, "xcomp", "obj", "obl"):
            first, last = sentence.reach(clause)
            if token.lemma in {"pledge", "vow", "promise", "threaten"} or _quoted(sentence, first, last, quotes):
                return _trimmed(sentence, first, last)
    return None


def _quoted(sentence: Sentence, first: int, last: int, quotes: list[tuple[int, int]]) -> bool:
    start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
    return any(a < end and start < b for a, b in quotes)


def _trimmed(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    while first < last and sentence.tokens[first].text in {",", ":", ";", "—", "–", "-", "that"}:
        first += 1
    while last > first and sentence.tokens[last - 1].text in {",", ";", ".", ":", "—"}:
        last -= 1
    return (first, last) if last > first else None


def _phrase(sentence: Sentence, head: int) -> str:
    """The noun phrase of a head without relative clauses, as text."""
    first, last = sentence.reach(head)
    cut = [sentence.reach(i)[0] for i in children(sentence, head, "acl:relcl", "acl", "appos", "advcl", "parataxis")]
    last = min([last, *(i for i in cut if i > head)])
    while last > first and sentence.tokens[last - 1].text in {",", "(", "—"}:
        last -= 1
    return bare(sentence, first, last)


def _according(sentence: Sentence, cast: Cast, quotes: list[tuple[int, int]]) -> Iterator[Saying]:
    """As in "..., according to two officials": the rest of the sentence is theirs."""
    tokens = sentence.tokens
    for token in tokens[:-1]:
        if token.text.lower() != "according" or tokens[token.index + 1].text.lower() != "to":
            continue
        above = token.head
        head = (
            above
            if above >= 0 and tokens[above].rel.startswith("obl")
            else next((i for i in children(sentence, token.index, "obl", "nmod", "pobj")), None)
        )
        if head is None:
            continue
        first, last = sentence.reach(head)
        first = min(first, token.index)
        content = _trimmed(sentence, 0, first) if first > len(tokens) - last else _trimmed(sentence, last, len(tokens))
        if content:
            yield _saying(sentence, cast, token.index, "say", head, content, quotes)


def statements(
    sayings: tuple[Saying, ...], parsed: Parsed, document: Document, sources: dict[int, Source]
) -> tuple[StatementClaim, ...]:
    """Turn attributions to people and parties into claims; `sources` gives the source of each saying's number."""
    return tuple(
        _statement(saying, parsed.sentences[saying.sentence], document, sources[number])
        for number, saying in enumerate(sayings)
        if saying.actor is not None and saying.cue_class != "believe"
    )


def _speaker(saying: Saying, source: Source) -> Actor | None:
    """Whoever is known only by a description is told apart by the outlet that cites them."""
    cited = next((link.name for link in source.chain[1:-1] if link.kind == "outlet"), None)
    if saying.actor and cited and source.anonymity == "anonymous" and saying.actor.description not in {None, cited}:
        return Actor(description=f"{saying.actor.description} cited by {cited}")
    return as_speaker(saying.actor) if saying.actor else None


def _statement(saying: Saying, sentence: Sentence, document: Document, source: Source) -> StatementClaim:
    tokens = sentence.tokens
    cue, word, content = tokens[saying.cue], quote_word(document, sentence, saying.cue), document.span(*saying.span)
    quotes = tuple(document.span(a, b) for a, b in saying.quotes)
    whole = sum(b - a for a, b in saying.quotes) >= 0.8 * (saying.span[1] - saying.span[0])
    evidence: dict[str, tuple[Span, ...]] = {
        "cue": (word,),
        "cue_class": (word,),
        "content": (content,),
        "verbatim": quotes or (content,),
    }
    if quotes:
        evidence["quotes"] = quotes
    if saying.speaker is not None:
        first, last = sentence.reach(saying.speaker)
        last = last if last <= saying.content[0] or first >= saying.content[1] else saying.speaker + 1
        evidence["speaker"] = (quote(document, sentence, first, last),)
    addressee = None
    if saying.addressee is not None:
        name = _phrase(sentence, saying.addressee)
        addressee = Actor(description=name) if name else None
        first, last = sentence.reach(saying.addressee)
        evidence["addressee"] = (quote(document, sentence, first, last),)
    return StatementClaim(
        speaker=_speaker(saying, source),
        addressee=addressee,
        verbatim="full" if quotes and whole else "partial" if quotes else "no",
        quotes=quotes,
        content=(content,),
        cue=cue.lemma.lower(),
        cue_class=saying.cue_class,
        evidence=evidence,
        source=source.id,
        because=(f"sayings: {cue.lemma.lower()}",),
    )
