"""Who is meant: people, parties, groups and descriptions, each mention resolved to an Actor.

A name alone never gets a side or a role from world knowledge: a person's party is what the text says next to the name.
"""

import re
from collections.abc import Iterator
from functools import cached_property

import msgspec

from detente.language import Parsed, Sentence, Token
from detente.lexicon.outlets import find_outlet
from detente.lexicon.parties import forms, parties
from detente.model import Actor, Document, NamedParty, NamedPerson, Span
from detente.understand.grammar import children, conjuncts, preposition
from detente.understand.stretches import bare, quote, words
from detente.understand.stretches import head as head_of

# Nouns for people who act for a party: "Russian officials", "the Israeli delegation".
GROUPS = frozenset(
    "official officials leader leaders representative representatives delegation delegations envoy envoys negotiator "
    "negotiators diplomat diplomats minister ministers side sides government governments authorities team teams "
    "counterpart counterparts mediator mediators spokesman spokeswoman spokesperson aide aides adviser advisers army "
    "military forces troops commander commanders administration ministry president presidents premier premiers lawmaker lawmakers capital "
    "capitals ally allies states nations countries group movement rebels fighters delegate delegates".split()
)
UNNAMED = re.compile(
    r"\b(?:source|sources|people|person|official|officials|diplomat|diplomats|spokes\w+|aide|aides|mediator|mediators)\b"
)
PLACE_PREPOSITIONS = frozenset("in at near inside outside around across throughout to".split())
LONGEST_FORM = 5  # tokens
HONORIFICS = frozenset(
    "Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Sir Lord President Prime Minister Foreign General Gen. Sen. Rep.".split()
)


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a sentence that names or describes actors; a coordinated modifier gives several of one head.

    `kind`: person, party, capital, demonym or group. `place` tells that the stretch reads as a place where it stands.
    `titled` is the head of a person's title, where the tree hangs the name on it ("special envoy Steve Witkoff").
    """

    sentence: int
    first: int
    last: int
    head: int
    actors: tuple[Actor, ...]
    kind: str
    place: bool = False
    titled: int | None = None


class Cast(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """Everybody a document speaks of, and where."""

    mentions: tuple[Mention, ...]
    people: tuple[NamedPerson, ...]
    parties: tuple[NamedParty, ...]

    @cached_property
    def _by_head(self) -> dict[tuple[int, int], Mention]:
        order = {"group": 0, "person": 1}
        ranked = sorted(self.mentions, key=lambda mention: (order.get(mention.kind, 2), mention.first))
        found: dict[tuple[int, int], Mention] = {}
        for mention in ranked:
            found.setdefault((mention.sentence, mention.head), mention)
            if mention.titled is not None:
                found[mention.sentence, mention.titled] = mention
        return found

    @cached_property
    def _by_sentence(self) -> dict[int, list[Mention]]:
        found: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            found.setdefault(mention.sentence, []).append(mention)
        return found

    def within(self, sentence: Sentence) -> list[Mention]:
        """Return the mentions of a sentence, in order."""
        return self._by_sentence.get(sentence.index, [])

    def side(self, actor: Actor) -> str | None:
        """Return the party that an actor is or stands for, as the text tells it."""
        return actor.party or self.sides.get(actor.person or "")

    @cached_property
    def sides(self) -> dict[str, str]:
        """The party of each person whom the text puts on a side."""
        return {person.id: person.party for person in self.people if person.party}

    def at(self, sentence: Sentence, token: int) -> Mention | None:
        """Return the mention headed by a token, or the one that covers it."""
        found = self._by_head.get((sentence.index, token))
        if found:
            return found
        return next((m for m in self.within(sentence) if m.first <= token < m.last), None)

    def actors_of(self, sentence: Sentence, token: int) -> list[Actor]:
        """Return the actors that a noun phrase names, coordination expanded."""
        found: list[Actor] = []
        for head in conjuncts(sentence, token):
            mention = self.at(sentence, head) or self._pronoun(sentence, head)
            found += [actor for actor in (mention.actors if mention else ()) if actor not in found]
        return found

    def parties_of(self, sentence: Sentence, token: int) -> list[str]:
        """Return the parties that a noun phrase names or stands for."""
        sides = map(self.side, self.actors_of(sentence, token))
        return list(dict.fromkeys(side for side in sides if side))

    def _pronoun(self, sentence: Sentence, token: int) -> Mention | None:
        """He and she are the last person named; it and they, and its and their, the last party of their own sentence."""
        word = sentence.tokens[token]
        low = word.text.lower()
        if low in {"he", "she", "him", "his", "her"}:
            return self._last_person(sentence, token)
        if low in {"it", "its", "they", "their", "them"}:
            same = [m for m in self.within(sentence) if m.first < token and not m.place]
            subjects = [m for m in same if sentence.tokens[m.head].rel.startswith("nsubj")]
            found = subjects or same
            return found[-1] if found else None
        return None

    def _last_person(self, sentence: Sentence, token: int) -> Mention | None:
        """The person named last before a token, in its sentence or the three before it."""
        for index in range(sentence.index, sentence.index - 4, -1):
            own = self._by_sentence.get(index, [])
            people = [m for m in own if m.kind == "person" and (index < sentence.index or m.first < token)]
            if people:
                return max(people, key=lambda m: m.first)
        return None


def find_actors(parsed: Parsed, document: Document) -> Cast:
    """Find every mention of people and parties in a parsed document, and whom it means."""
    named = [list(_party_mentions(sentence)) for sentence in parsed.sentences]
    people = _people(parsed, {(m.sentence, i) for own in named for m in own for i in range(m.first, m.last)})
    sides = _sides(people, named)
    persons = [
        Mention(
            sentence=sentence.index, first=first, last=last, head=head_of(sentence, first, last), kind="person",
            actors=(Actor(person=id_, party=sides.get(id_)),), titled=_titled(sentence, first, last),
        )
        for sentence, first, last, id_ in people
    ]  # fmt: skip
    groups = [mention for sentence in parsed.sentences for mention in _groups(sentence, named[sentence.index])]
    groups = [group for group in groups if not _holds_person(group, persons)]
    mentions = (*(mention for own in named for mention in own), *persons, *groups)
    ordered = tuple(sorted(mentions, key=lambda m: (m.sentence, m.first, m.last, m.kind)))
    return Cast(
        mentions=ordered,
        people=tuple(_named_people(document, people, sides)),
        parties=tuple(_named_parties(parsed, document, ordered)),
    )


def _holds_person(group: Mention, persons: list[Mention]) -> bool:
    """A group that is a person's title, or has the person in it, is that person."""
    return any(
        p.sentence == group.sentence and (group.first <= p.first < group.last or group.last == p.first) for p in persons
    )


def _titled(sentence: Sentence, first: int, last: int) -> int | None:
    """The head of the title before a name, where the name hangs on it."""
    start = title_start(sentence, first)
    head = head_of(sentence, start, last)
    return head if start <= head < first else None


# ── parties ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _party_mentions(sentence: Sentence) -> Iterator[Mention]:
    """Yield every longest name of a party in a sentence, left to right."""
    at = 0
    while at < len(sentence.tokens):
        last, form = _longest_form(sentence, at)
        if form is None:
            at += 1
            continue
        head = head_of(sentence, at, last)
        known = forms()[form]
        place = known.kind != "demonym" and _is_place(sentence, head, known.kind)
        yield Mention(
            sentence=sentence.index, first=at, last=last, head=head, kind=known.kind, place=place,
            actors=(Actor(party=known.party),),
        )  # fmt: skip
        at = last


def _longest_form(sentence: Sentence, first: int) -> tuple[int, str | None]:
    best: tuple[int, str | None] = (first + 1, None)
    if not sentence.tokens[first].text[:1].isupper():
        return best
    for last in range(first + 1, min(first + LONGEST_FORM, len(sentence.tokens)) + 1):
        text = words(sentence, first, last)
        if text in forms() and not _within_name(sentence, first, last):
            best = (last, text)
    return best


def _within_name(sentence: Sentence, first: int, last: int) -> bool:
    """A party's name inside a longer name of a person ("Paris Hilton") is no party."""
    return any(
        name.kind == "PER" and name.first <= first and last <= name.last and (name.first, name.last) != (first, last)
        for name in sentence.names
    )


def _is_place(sentence: Sentence, head: int, kind: str) -> bool:
    """A name after a preposition of place is the place; a capital that neither acts nor owns is one too."""
    token = sentence.tokens[head]
    case = preposition(sentence, head)
    if case in PLACE_PREPOSITIONS:
        return not (case == "to" and kind != "capital")
    acts = token.rel.startswith(("nsubj", "nmod:poss", "obj", "iobj", "conj", "appos"))
    return kind == "capital" and not acts and case is None


def _groups(sentence: Sentence, own: list[Mention]) -> Iterator[Mention]:
    """Yield "Russian officials", "Ukrainian and European representatives", "a senior U.S. official", "sources"."""
    for token in sentence.tokens:
        low = token.text.lower()
        if token.upos not in {"NOUN", "PROPN"} or not (low in GROUPS or UNNAMED.fullmatch(low)):
            continue
        if any(m.first <= token.index < m.last for m in own):
            continue
        first, last = _noun_phrase(sentence, token)
        sides = [m for m in own if first <= m.first < token.index and not m.place]
        sides = sides or _owners(sentence, token, own)
        ids: list[str | None] = [m.actors[0].party for m in _distinct(sides)]
        if not ids and not UNNAMED.fullmatch(low):
            continue
        texts = [f"{bare(sentence, m.first, m.last)} {token.text}" for m in _distinct(sides)]
        phrase = bare(sentence, first, last)
        actors = tuple(
            Actor(description=phrase if len(ids) < 2 else text, party=id_)
            for id_, text in zip(ids or [None], texts or [phrase], strict=True)
        )
        yield Mention(sentence=sentence.index, first=first, last=last, head=token.index, kind="group", actors=actors)


def _distinct(sides: list[Mention]) -> list[Mention]:
    return list({mention.actors[0].party: mention for mention in reversed(sides)}.values())[::-1]


def _owners(sentence: Sentence, token: Token, own: list[Mention]) -> list[Mention]:
    """Whose people they are: "Sudan's army", "mediators from Egypt and Qatar", "the presidents of Rwanda and Congo"."""
    heads = children(sentence, token.index, "nmod:poss")
    heads += [i for i in children(sentence, token.index, "nmod") if preposition(sentence, i) in {"of", "from"}]
    every = [one for head in heads for one in conjuncts(sentence, head)]
    return [mention for mention in own if mention.head in every]


def _noun_phrase(sentence: Sentence, token: Token) -> tuple[int, int]:
    """The noun with what stands before it: determiner, number, adjectives, modifiers."""
    first, _ = sentence.reach(token.index)
    before = [i for i in range(first, token.index) if sentence.tokens[i].upos not in {"ADP", "VERB", "SCONJ"}]
    start = token.index
    for i in reversed(before):
        if i == start - 1 and sentence.tokens[i].text not in {",", ";", "“", '"'}:
            start = i
    return start, token.index + 1


# ── people ──────────────────────────────────────────────────────────────────────────────────────────────────────────

Person = tuple[Sentence, int, int, str]


INSTITUTIONS = frozenset(
    "government army military forces ministry administration authorities police presidency".split()
)


def as_speaker(actor: Actor) -> Actor:
    """Return who speaks: a state's institution speaks for its party; people known only by description for themselves."""
    words = (actor.description or "").lower().split()
    if actor.person or not words:
        return actor
    return (
        Actor(party=actor.party) if actor.party and words[-1] in INSTITUTIONS else Actor(description=actor.description)
    )


def slug(name: str) -> str:
    """Return the stable id of a name: "Steve Witkoff" → steve-witkoff."""
    return re.sub(r"[\W_]+", "-", name.lower()).strip("-")


def _people(parsed: Parsed, taken: set[tuple[int, int]]) -> list[Person]:
    """Every person's name, under the id of its fullest form in the document."""
    raw: list[tuple[Sentence, int, int, str]] = []
    for sentence in parsed.sentences:
        for name in sentence.names:
            first, last = name.first, name.last
            while first < last - 1 and sentence.tokens[first].text in HONORIFICS:
                first += 1
            text = bare(sentence, first, last).removesuffix("'s").removesuffix("’s")
            if (
                name.kind == "PER"
                and (sentence.index, first) not in taken
                and not find_outlet(text)
                and text[:1].isupper()
            ):
                raw.append((sentence, first, last, text))
    full = [text for *_, text in raw if " " in text]
    return [(sentence, first, last, slug(_fullest(text, full))) for sentence, first, last, text in raw]


def _fullest(text: str, full: list[str]) -> str:
    """The one full name that a surname belongs to; itself where there is none, or more than one."""
    if " " in text:
        return text
    fits = list(dict.fromkeys(name for name in full if name.split()[-1] == text or name.split()[0] == text))
    return fits[0] if len(fits) == 1 else text


def _sides(people: list[Person], named: list[list[Mention]]) -> dict[str, str]:
    """The side that the text puts each person on: title, apposition, owner, or "on the ... side"."""
    sides: dict[str, str] = {}
    for sentence, first, last, id_ in people:
        if id_ not in sides:
            own = named[sentence.index]
            side = _side_in_title(sentence, first, own) or _side_after(sentence, first, last, own)
            side = side or _side_phrase(sentence, last, own)
            side = side or _side_of_plural(sentence, first, people, sides)
            if side:
                sides[id_] = side
    return sides


def _side_of_plural(sentence: Sentence, first: int, people: list[Person], sides: dict[str, str]) -> str | None:
    """A plural title governs every name after it: "U.S. envoys Steve Witkoff and Jared Kushner"."""
    if first < 2 or sentence.tokens[first - 1].text not in {"and", ","}:
        return None
    before = [row for row in people if row[0] is sentence and row[2] == first - 1]
    for _, start, _, id_ in before:
        title = sentence.tokens[title_start(sentence, start) : start]
        if any(token.xpos == "NNS" for token in title):
            return sides.get(id_)
    return None


def _side_in_title(sentence: Sentence, first: int, own: list[Mention]) -> str | None:
    start = title_start(sentence, first)
    found = [m for m in own if start <= m.first < first and m.last <= first]
    return found[0].actors[0].party if found else None


def title_start(sentence: Sentence, first: int) -> int:
    """Where the run of title words before a name begins: nouns, adjectives, names and possessives without a break."""
    start = first
    while start > 0:
        token = sentence.tokens[start - 1]
        fits = token.upos in {"NOUN", "ADJ", "PROPN"} or token.text in {"'s", "’s", "-", "of"}
        if not fits or (
            token.upos == "PROPN" and any(n.kind == "PER" and n.first <= token.index < n.last for n in sentence.names)
        ):
            break
        start -= 1
    while start < first and sentence.tokens[start].text in {"of", "'s", "’s", "-"}:
        start += 1
    return start


def apposition(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """The stretch after a name that says what the person is: "Kirill Dmitriev, head of ...,"."""
    if last + 1 >= len(sentence.tokens) or sentence.tokens[last].text != ",":
        return None
    heads = [t.index for t in sentence.tokens[last + 1 :] if t.rel == "appos" and first <= t.head < last]
    if not heads:
        return None
    begin, end = sentence.reach(heads[0])
    begin = max(begin, last + 1)
    for i in range(begin, end):
        if sentence.tokens[i].text in {",", ";", "—", "–", "(", ")"} or (
            i > heads[0] and sentence.tokens[i].text == "and" and _names_follow(sentence, i)
        ):
            end = i
            break
    return (begin, end) if begin < end else None


def _names_follow(sentence: Sentence, index: int) -> bool:
    return any(name.kind == "PER" and name.first <= index + 4 and name.first > index for name in sentence.names)


def _side_after(sentence: Sentence, first: int, last: int, own: list[Mention]) -> str | None:
    stretch = apposition(sentence, first, last)
    found = [m for m in own if stretch and stretch[0] <= m.first < stretch[1] and not m.place]
    return found[0].actors[0].party if found else None


def _side_phrase(sentence: Sentence, last: int, own: list[Mention]) -> str | None:
    """Let "on the U.S. side" govern every name before it that has no side of its own."""
    for mention in own:
        following = sentence.tokens[mention.last].text if mention.last < len(sentence.tokens) else ""
        before = [token.text.lower() for token in sentence.tokens[max(0, mention.first - 2) : mention.first]]
        if (
            mention.first >= last
            and following in {"side", "delegation", "team"}
            and before in (["on", "the"], ["from", "the"], ["for", "the"])
        ):
            return mention.actors[0].party
    return None


# ── lists ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _named_people(document: Document, people: list[Person], sides: dict[str, str]) -> Iterator[NamedPerson]:
    spans: dict[str, list[Span]] = {}
    for sentence, first, last, id_ in people:
        spans.setdefault(id_, []).append(quote(document, sentence, first, last))
    for id_, found in spans.items():
        name = max((span.quote for span in found), key=len)
        name = re.sub(r"['’]s$", "", re.sub(r"\s+", " ", name))
        yield NamedPerson(id=id_, name=name, party=sides.get(id_), mentions=tuple(found))


def _named_parties(parsed: Parsed, document: Document, mentions: tuple[Mention, ...]) -> Iterator[NamedParty]:
    spans: dict[str, list[Span]] = {}
    for mention in mentions:
        sentence = parsed.sentences[mention.sentence]
        for actor in mention.actors:
            if actor.party and mention.kind != "person" and not (mention.place and mention.kind == "capital"):
                span = quote(document, sentence, mention.first, mention.last)
                spans.setdefault(actor.party, []).append(span)
    for id_, found in spans.items():
        party = parties()[id_]
        yield NamedParty(id=id_, name=party.name, kind=party.kind, mentions=tuple(found))
