"""Whom and where words point back to: "the two", "both", "they"; "there", and "here" for the dateline's place."""

import msgspec

from detente.language import Sentence
from detente.model import Actor, Span, Where
from detente.understand.actors import Mention
from detente.understand.grammar import children, preposition
from detente.understand.stretches import quote, quote_word, words
from detente.understand.talks.own_words import own_verb
from detente.understand.talks.reading import Reading
from detente.understand.where import dateline_place, names_of_places, seat_of, where_of

COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
FAR = 8  # sentences back in which a row of three or more is looked for; set by hand
JUST_BEFORE = 1  # tokens that may stand between a place and its "where": a comma
BACK = 3  # sentences that words may point back over; set by hand
PEOPLE = frozenset("two both they leader president minister man pair duo negotiator envoy diplomat officer general chief commander".split())  # fmt: skip


def antecedents(sentence: Sentence, token: int, reading: Reading) -> tuple[tuple[Actor, ...], tuple[Span, ...]]:
    """Return the people, or else the parties, told last before a word that means two or more, and their words."""
    people = sentence.tokens[token].lemma.lower() in PEOPLE
    many = next((COUNTS[low] for low in _counting(sentence, token) if low in COUNTS), 2)
    for kinds in ({"person"}, {"name", "capital", "group"}) if people else ({"name", "capital", "group"},):
        found = _row_before(sentence, reading, many) if people and many > 2 else []
        found = found or (_last_two(sentence, token, reading, kinds) if many == 2 else [])
        if found:
            spans = [quote(reading.document, reading.parsed.sentences[m.sentence], m.first, m.last) for m in found]
            return tuple(m.actors[0] for m in found), tuple(spans)
    return (), ()


def _counting(sentence: Sentence, token: int) -> list[str]:
    return [sentence.tokens[i].text.lower() for i in (token, *sentence.children[token])]


def _row_before(sentence: Sentence, reading: Reading, many: int) -> list[Mention]:
    """The nearest sentence before that names just so many people."""
    for index in range(sentence.index - 1, max(-1, sentence.index - FAR - 1), -1):
        people = [m for m in reading.cast.within(reading.parsed.sentences[index]) if m.kind == "person"]
        if len({m.actors[0].person for m in people}) == many:
            return people
    return []


def _last_two(sentence: Sentence, token: int, reading: Reading, kinds: set[str]) -> list[Mention]:
    """The last two different ones of these kinds before a word, nearest sentences first; none where there are fewer."""
    found: dict[str, Mention] = {}
    for index in range(sentence.index, max(-1, sentence.index - BACK - 1), -1):
        own = reading.cast.within(reading.parsed.sentences[index])
        before = [m for m in own if m.kind in kinds and not m.place and (index < sentence.index or m.last <= token)]
        for mention in sorted(before, key=lambda m: -m.first):
            key = mention.actors[0].person or reading.cast.side(mention.actors[0])
            if key and key not in found:
                found[key] = mention
            if len(found) == 2:
                return sorted(found.values(), key=lambda m: (m.sentence, m.first))
    return []


def place_pointed_at(sentence: Sentence, own: list[int], reading: Reading) -> tuple[Where, tuple[Span, ...]] | None:
    """Return what "here" or "there" means where it hangs on a talk's words: the dateline's place, the place told last."""
    for token in sentence.tokens:
        low = token.text.lower()
        if token.rel == "expl" or (token.head not in own and not _is_seat_of(sentence, own[0], token.index)):
            continue
        if low == "here" and (name := dateline_place(reading.document)):
            return where_of(name), (quote_word(reading.document, sentence, token.index),)
        if low == "there" or _the_city(sentence, token.index):
            return _place_before(sentence, token.index, reading, {"city"}) or (
                _place_before(sentence, token.index, reading, {"country"}) if low == "there" else None
            )
        if seat := _seat(sentence, token.index, reading):
            return seat
        if low == "where" and (place := _antecedent_place(sentence, token.index, reading)):
            return place
    return None


def _is_seat_of(sentence: Sentence, trigger: int, index: int) -> bool:
    """Tell whether "in the Qatari capital" stands in the talk's own clause, on whatever word it hangs."""
    return sentence.tokens[index].lemma.lower() == "capital" and own_verb(sentence, trigger, index) is not None


def _the_city(sentence: Sentence, index: int) -> bool:
    """As in "in the city", "in the capital" with no name."""
    below = {sentence.tokens[i].text.lower() for i in sentence.children[index]}
    named = any(sentence.tokens[i].upos in {"PROPN", "ADJ"} for i in sentence.children[index])
    return sentence.tokens[index].lemma.lower() in {"city", "capital", "town"} and {"in", "the"} <= below and not named


def _seat(sentence: Sentence, index: int, reading: Reading) -> tuple[Where, tuple[Span, ...]] | None:
    """The city that "in the Jordanian capital" names."""
    if sentence.tokens[index].lemma.lower() != "capital" or preposition(sentence, index) != "in":
        return None
    owners = [
        m for i in children(sentence, index, "amod", "nmod:poss", "compound") if (m := reading.cast.at(sentence, i))
    ]
    party = owners[0].actors[0].party if owners and owners[0].actors else None
    if party is None:
        return None
    said = quote(reading.document, sentence, owners[0].first, index + 1)
    name = seat_of(party)
    if name is None:
        return Where(name=said.quote, as_said=said.quote, country=party, kind="city"), (said,)
    return msgspec.structs.replace(where_of(name), as_said=said.quote), (said,)


def _antecedent_place(sentence: Sentence, token: int, reading: Reading) -> tuple[Where, tuple[Span, ...]] | None:
    """The place told right before "where"."""
    for first, last in names_of_places(sentence, reading.cast):
        if 0 <= token - last <= JUST_BEFORE and sentence.tokens[last].text in {",", "where"}:
            return where_of(words(sentence, first, last)), (quote(reading.document, sentence, first, last),)
    return None


def _place_before(
    sentence: Sentence, token: int, reading: Reading, kinds: set[str]
) -> tuple[Where, tuple[Span, ...]] | None:
    for index in range(sentence.index, max(-1, sentence.index - BACK), -1):
        other = reading.parsed.sentences[index]
        for first, last in reversed(names_of_places(other, reading.cast)):
            where = where_of(words(other, first, last))
            if (index < sentence.index or last <= token) and where.kind in kinds:
                here = quote_word(reading.document, sentence, token)
                return where, (here, quote(reading.document, other, first, last))
    return None
