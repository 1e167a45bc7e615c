"""The way from the page back to whoever knew: outlets that carry it, the one that reports it, whom that one cites."""

import msgspec

from detente.language import Parsed, Sentence
from detente.lexicon.sayings import phrases
from detente.lexicon.sayings import words as listed
from detente.model import Actor, Anonymity, Document, Link, Span
from detente.understand.actors import Cast
from detente.understand.sayings import Saying
from detente.understand.sayings.behalf import is_voice_of_party
from detente.understand.sayings.leaning import leant_on
from detente.understand.sayings.naming import name_of, owner, stretch_of
from detente.understand.sayings.outlets_named import outlet_at
from detente.understand.sayings.voices import is_paper
from detente.understand.sourcing.anonymity import count_of, kind_of, reason_in
from detente.understand.stretches import quote, quote_word

NEAR = 3  # sentences over which a later one may tell whom an outlet leant on


class Way(msgspec.Struct, frozen=True, kw_only=True):
    """A chain of links with what is known of whoever stands at its end."""

    links: tuple[Link, ...]
    anonymity: Anonymity
    count: int | None = None
    reason: str | None = None
    evidence: tuple[Span, ...] = ()


def ways_of(
    parsed: Parsed, cast: Cast, sayings: tuple[Saying, ...], document: Document, start: tuple[Link, ...]
) -> dict[int, Way]:
    """Return the way of every saying that somebody tells or believes, by its number."""
    walk = _Walk(parsed, cast, sayings, document, start)
    told = (number for number, saying in enumerate(sayings) if saying.frame != "speaking")
    return {number: way for number in told if (way := walk.way(number)) is not None}


class _Walk:
    def __init__(
        self, parsed: Parsed, cast: Cast, sayings: tuple[Saying, ...], document: Document, start: tuple[Link, ...]
    ) -> None:
        self.parsed, self.cast, self.sayings, self.document, self.start = parsed, cast, sayings, document, start
        self.names = {person.id: person.name for person in cast.people}
        self.numbers = {saying.key: number for number, saying in enumerate(sayings)}
        self.leant = _leant(sayings)
        self.known: dict[int, Way | None] = {}

    def way(self, number: int) -> Way | None:
        if number not in self.known:
            self.known[number] = None  # a ring of sayings ends here
            self.known[number] = self._way(number)
        return self.known[number]

    def _way(self, number: int) -> Way | None:
        saying = self.sayings[number]
        believed = saying.cue_class == "believe" and saying.above is None
        if not saying.told or saying.actor is None or saying.frame == "leaning" or not (saying.spoken or believed):
            return None
        above = self.way(saying.above) if saying.above is not None else None
        parent = self.sayings[saying.above] if saying.above is not None else None
        if above is not None and parent is not None and parent.actor == saying.actor and not saying.through:
            return above
        base = above.links if above is not None else self.start
        like = self._like(self.numbers[saying.like]) if saying.like in self.numbers else None
        if like is not None and above is None and not saying.through:
            again = self._again(saying, like)
            return self._cited(again, saying.sentence, saying.cited) if saying.cited is not None else again
        return self._ended(number, saying, base, like)

    def _like(self, number: int) -> Way | None:
        """The way of an earlier saying; of a sentence that tells only whom an outlet leant on, the way to them."""
        saying = self.sayings[number]
        if saying.frame != "leaning" or saying.cited is None or not saying.outlet:
            return self.way(number)
        outlet = Way(links=(*self.start, Link(name=saying.outlet)), anonymity="institution")
        return self._cited(outlet, saying.sentence, saying.cited)

    def _again(self, saying: Saying, like: Way) -> Way:
        """The same people as before, or one of them."""
        sentence = self.parsed.sentences[saying.sentence]
        words = _words(sentence, saying)
        before = like.links[-1]
        if saying.actor is not None and before.kind == "people" and saying.actor.description and _is_part(saying.name):
            link = Link(name=saying.name, kind="people")
            return msgspec.structs.replace(
                like, links=(*like.links[:-1], link), count=count_of(words), evidence=self._evidence(saying)
            )
        return msgspec.structs.replace(like, evidence=(*like.evidence, *self._evidence(saying)))

    def _ended(self, number: int, saying: Saying, base: tuple[Link, ...], like: Way | None) -> Way:
        sentence = self.parsed.sentences[saying.sentence]
        links = list(base)
        for name in (*saying.through, *((saying.outlet,) if saying.outlet else ())):
            if name.lower() not in {link.name.lower() for link in links}:
                links.append(Link(name=name))
        evidence = self._evidence(saying)
        if not saying.outlet and saying.speaker is not None and saying.actor is not None:
            where, head, phrase, name = self._stands(saying, sentence)
            links.append(self._link(where, head, saying.actor, name))
            way = self._told(tuple(links), phrase, where, head, evidence)
            if like is not None and way.anonymity == "unnamed":
                way = msgspec.structs.replace(way, anonymity=like.anonymity, reason=way.reason or like.reason)
        else:
            way = Way(links=tuple(links), anonymity="institution", evidence=evidence)
        cited = (saying.sentence, saying.cited) if saying.cited is not None else self.leant.get(number)
        return self._cited(way, *cited) if cited is not None else way

    def _stands(self, saying: Saying, sentence: Sentence) -> tuple[Sentence, int, str, str]:
        """Where the speaker is named: the sentence and head, the words and the name; for a pronoun what it stands for."""
        if saying.means is not None:
            where = self.parsed.sentences[saying.means[0]]
            first, last = where.reach(saying.means[1])
            phrase = " ".join(token.text for token in where.tokens[first:last])
            return where, saying.means[1], phrase, name_of(where, saying.means[1])
        return sentence, saying.speaker or 0, _words(sentence, saying), saying.name

    def _cited(self, way: Way, index: int, head: int) -> Way:
        """The same with whom the last teller cites behind it."""
        sentence = self.parsed.sentences[index]
        words = quote_word(self.document, sentence, head)
        maker = owner(sentence, head)
        outlet = outlet_at(sentence, head) or (outlet_at(sentence, maker) if maker is not None else None)
        if outlet:
            told = msgspec.structs.replace(
                way, links=(*way.links, Link(name=outlet)), anonymity="institution", evidence=(*way.evidence, words)
            )
            further = [one for below in range(*sentence.reach(head)) for one in leant_on(sentence, below)]
            return self._cited(told, index, further[0]) if further else told
        if sentence.tokens[head].upos not in {"NOUN", "PROPN", "NUM", "DET", "PRON"}:
            return way
        actors = self.cast.actors_of(sentence, head)
        name = name_of(sentence, head)
        actor = actors[0] if actors else Actor(description=name)
        first, last = sentence.reach(head)
        phrase = " ".join(token.text for token in sentence.tokens[first:last])
        links = (*way.links, self._link(sentence, head, actor, name))
        return self._told(links, phrase, sentence, head, (*way.evidence, words))

    def _told(
        self, links: tuple[Link, ...], phrase: str, sentence: Sentence, head: int, evidence: tuple[Span, ...]
    ) -> Way:
        anonymity = kind_of(links[-1], phrase, sentence, head, owned=owner(sentence, head) is not None)
        owned = sentence.tokens[head].lemma.lower() in phrases("owned")  # one account is not one person
        people = links[-1].kind == "people" and not owned
        near = " ".join(token.text for token in sentence.tokens)
        return Way(
            links=links, anonymity=anonymity, count=count_of(phrase) if people and anonymity in {"anonymous", "unnamed"} else None,
            reason=reason_in(near) if anonymity == "anonymous" else None, evidence=evidence,
        )  # fmt: skip

    def _link(self, sentence: Sentence, head: int, actor: Actor, name: str) -> Link:
        if actor.person:
            return Link(name=self.names.get(actor.person, actor.person), kind="person", id=actor.person)
        token = sentence.tokens[head]
        paper = is_paper(sentence, head) and token.text.lower() != "reports"
        if paper and token.lemma.lower() not in listed("public"):
            return Link(name=name, kind="document")
        if actor.party and (not actor.description or is_voice_of_party(sentence, head)):
            return Link(name=name, kind="party", id=actor.party)
        return Link(name=name or actor.description or "", kind="document" if paper else "people")

    def _evidence(self, saying: Saying) -> tuple[Span, ...]:
        spans = [quote(self.document, self.parsed.sentences[p.sentence], p.first, p.last) for p in saying.said_by]
        return (*spans, quote_word(self.document, self.parsed.sentences[saying.sentence], saying.cue))


def _words(sentence: Sentence, saying: Saying) -> str:
    """The words that name the speaker, with the clauses on them that do not hold the cue."""
    if saying.speaker is None:
        return ""
    first, last = stretch_of(sentence, saying.speaker, saying.cue, [saying.content])
    return " ".join(token.text for token in sentence.tokens[first:last])


def _is_part(name: str) -> bool:
    return name.lower().split()[0] in {
        "one",
        "another",
        "others",
        "second",
        "first",
        "third",
        "other",
        "some",
        "several",
        "two",
        "most",
    }


def _leant(sayings: tuple[Saying, ...]) -> dict[int, tuple[int, int]]:
    """Later sentences that tell whom an outlet leant on ("The network cited two diplomats"), by the saying they explain."""
    found: dict[int, tuple[int, int]] = {}
    for saying in sayings:
        if saying.frame != "leaning" or saying.cited is None or not saying.outlet:
            continue
        before = [
            number
            for number, one in enumerate(sayings)
            if one.outlet == saying.outlet and one.frame != "leaning" and one.cited is None
            and saying.sentence - NEAR <= one.sentence <= saying.sentence
        ]  # fmt: skip
        if before:
            found[before[-1]] = (saying.sentence, saying.cited)
    return found
