"""People named in a document, each under the id of the fullest form of the name."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from detente.language import Name, Parsed, Sentence, Token
from detente.lexicon.outlets import find_outlet
from detente.lexicon.parties import names
from detente.lexicon.places import find_place
from detente.lexicon.roles import bodies, roles, titles
from detente.lexicon.spelling import skeleton, sound
from detente.understand.actors.mention import Person
from detente.understand.actors.names import names_in
from detente.understand.actors.particles import PARTICLES
from detente.understand.actors.titles import title_start
from detente.understand.stretches import words

AFTER_NAMES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})
FARTHEST = 14  # tokens between an office and the comma before who holds it; set by hand
ALIAS = ("known as", "nicknamed", "called")


def slug(name: str) -> str:
    """Return the stable id of a name.

    >>> slug("Steve Witkoff"), slug("Khalil al-Hayya")
    ('steve-witkoff', 'khalil-al-hayya')
    """
    return re.sub(r"[\W_]+", "-", name.lower()).strip("-")


def people_in(parsed: Parsed, spoken: Sequence[Sentence], taken: set[tuple[int, int]]) -> list[Person]:
    """Return every naming of a person in these sentences; `taken` are the tokens that name a party."""
    raw = [
        Person(sentence=sentence.index, first=first, last=last, id="", name=words(sentence, first, last))
        for sentence in spoken
        for name in _whole(sentence)
        if (place := _bounds(sentence, name, taken) if name.kind == "PER" else _mistaken(sentence, name))
        for first, last in [place]
    ]
    raw += [one for sentence in spoken for one in _behind_offices(sentence)]
    raw += _missed(spoken, raw)
    aliases = {alias: one.name for one in raw if (alias := _alias(parsed.sentences[one.sentence], one))}
    full = list(dict.fromkeys(one.name for one in raw if _parts(one.name)[1:]))
    return [msgspec.structs.replace(one, id=slug(_fullest(aliases.get(one.name, one.name), full))) for one in raw]


def _whole(sentence: Sentence) -> Iterator[Name]:
    """The names of a sentence; two of people side by side are one person's: "Phumzile" and "Mlambo-Ngcuka"."""
    before: Name | None = None
    for name in names_in(sentence):
        beside = before is not None and name.kind == before.kind == "PER" and before.last == name.first
        if before is not None and beside and not _after_a_name(sentence.tokens[before.last - 1]):
            before = msgspec.structs.replace(before, last=name.last, end=name.end)
            continue
        if before is not None:
            yield before
        before = name
    if before is not None:
        yield before


def _bounds(sentence: Sentence, name: Name, taken: set[tuple[int, int]]) -> tuple[int, int] | None:
    """The tokens of the name itself: without titles, countries and possessive before and after it; None for no person."""
    first, last = name.first, name.last
    while first < last and (_before_a_name(sentence, first, last) or _is_of_office(sentence, name.first, first)):
        first += 1
    while last > first and _after_a_name(sentence.tokens[last - 1]):
        last -= 1
    if first >= last or (sentence.index, first) in taken:
        return None
    text = words(sentence, first, last)
    named = any(token.text[:1].isupper() for token in sentence.tokens[first:last])
    return (first, last) if named and len(text) > 1 and not find_outlet(text) and not text.isdigit() else None


def _is_of_office(sentence: Sentence, start: int, at: int) -> bool:
    """As "State" in "Secretary of State Blinken", which hangs on the office that the reader took into the name."""
    token = sentence.tokens[at]
    return token.rel == "nmod" and start <= token.head < at


def _after_a_name(token: Token) -> bool:
    """A possessive, a mark or a preposition that the reader took into a name ("Francois Hollande of")."""
    return token.text in {"'s", "’s", "'", "’", ",", "-"} or token.text in {"of", "in", "and", "to", "for", "with"}


def _mistaken(sentence: Sentence, name: Name) -> tuple[int, int] | None:
    """A person whom the reader took for a body, or into one's name, where a title stands before: "... Council Ann Lee"."""
    tokens = sentence.tokens
    known = [i for i in range(name.first, name.last) if _is_body(tokens[i]) or names().find(tokens[i].text)]
    first = max(known, default=name.first - 1) + 1
    if (
        name.kind != "ORG"
        or not 2 <= name.last - first <= 3
        or any(token.xpos != "NNP" for token in tokens[first : name.last])
    ):
        return None
    head = title_start(sentence, first)[1]
    return (first, name.last) if head is not None and tokens[head].xpos in {"NN", "NNP"} else None


def _behind_offices(sentence: Sentence) -> Iterator[Person]:
    """People whom the reader took for places or bodies, named in a row behind an office: "the presidents of A and B, C and D"."""
    for token in sentence.tokens:
        if token.xpos not in {"NNS", "NNPS"} or token.lemma.lower() not in titles():
            continue
        comma = next((t.index for t in sentence.tokens[token.index : token.index + FARTHEST] if t.text == ","), None)
        row = _row_from(sentence, comma + 1) if comma is not None else []
        if len(row) > 1 and all(_may_be_a_name(sentence, name) for name in row):
            for name in row:
                if name.kind != "PER":
                    text = words(sentence, name.first, name.last)
                    yield Person(sentence=sentence.index, first=name.first, last=name.last, id="", name=text)


def _row_from(sentence: Sentence, start: int) -> list[Name]:
    """The names from a token on that only commas and "and" part."""
    row: list[Name] = []
    for name in (one for one in names_in(sentence) if one.first >= start):
        if {token.text.lower() for token in sentence.tokens[start : name.first]} - {",", "and"}:
            break
        row.append(name)
        start = name.last
    return row


def _may_be_a_name(sentence: Sentence, name: Name) -> bool:
    """Tell whether a name has the shape of a person's and is no party's and no known place's."""
    text = words(sentence, name.first, name.last)
    several = name.last - name.first > 1 and all(t.xpos != "DT" for t in sentence.tokens[name.first : name.last])
    return name.kind == "PER" or (several and names().find(text) is None and find_place(text) is None)


def _missed(spoken: Sequence[Sentence], known: list[Person]) -> list[Person]:
    """People whom the reader did not mark: a name of two words or more beside a title, and that name's last word later."""
    marked = {(one.sentence, i) for one in known for i in range(one.first, one.last)}
    longer = [(s.index, n) for s in spoken for n in s.names if n.kind != "PER" and n.last - n.first > 1]
    full = [
        Person(sentence=sentence.index, first=first, last=last, id="", name=words(sentence, first, last))
        for sentence in spoken
        for first, last in _beside_titles(sentence)
        if not any((sentence.index, i) in marked for i in range(first, last))
    ]
    inside = {(index, i) for index, name in longer for i in range(name.first, name.last)}
    inside -= {(one.sentence, i) for one in full for i in range(one.first, one.last)}
    several = [one for one in (*known, *full) if " " in one.name]
    surnames = {one.name.split()[-1]: one.sentence for one in sorted(several, key=lambda one: -one.sentence)}
    return full + [
        Person(sentence=sentence.index, first=token.index, last=token.index + 1, id="", name=token.text)
        for sentence in spoken
        for token in sentence.tokens
        if surnames.get(token.text, sentence.index) < sentence.index
        and token.xpos == "NNP"
        and not names().find(token.text)
        and (sentence.index, token.index) not in marked | inside
    ]


def _beside_titles(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """As in "the foreign minister of Sudan, Mohieddin Salem,": a noun for an office, and a proper name in apposition."""
    for token in sentence.tokens:
        if token.rel not in {"appos", "flat"} or token.xpos != "NNP" or not _under_title(sentence, token.index):
            continue
        last = token.index + 1
        while last < len(sentence.tokens) and sentence.tokens[last].xpos == "NNP":
            last += 1
        if last - token.index > 1 and not names().find(words(sentence, token.index, last)):
            yield token.index, last


def _under_title(sentence: Sentence, index: int) -> bool:
    """Tell whether the first noun over an apposition that is no part of another is an office."""
    for i in sentence.ancestors(index):
        if sentence.tokens[i].rel != "nmod":
            return sentence.tokens[i].xpos == "NN" and sentence.tokens[i].lemma.lower() in titles()
    return False


def _is_body(token: Token) -> bool:
    return token.lemma.lower() in bodies() | roles().bodies


def _before_a_name(sentence: Sentence, first: int, last: int) -> bool:
    low = sentence.tokens[first].text.lower()
    if not any(mark.isalnum() for mark in low):
        return True
    if low in roles().honorifics or low in roles().past or low in {"the", "'s", "’s", "-", "of"}:
        return True
    if low in titles() or low in {"prime", "foreign", "crown", "vice", "deputy", "special"}:
        return last - first > 1 or low in titles()
    known = names().find(sentence.tokens[first].text)
    return known is not None and last - first > 2 and known.kind == "demonym"


def _parts(name: str) -> list[str]:
    """The words of a name that tell it apart, lower-cased: Khalil al-Hayya → khalil, hayya."""
    found = [part for part in re.split(r"[\W_]+", name.lower()) if part]
    kept = [part for part in found if part not in PARTICLES and f"{part.title()}" not in AFTER_NAMES]
    return kept or found


def _fullest(name: str, full: list[str]) -> str:
    """The one fuller name that a name is the beginning or the end of, however spelt; itself where there is none, or several."""
    own = _sounds(name)
    fits = [one for one in full if _is_part(own, _sounds(one))]
    longest = max((len(_parts(one)) for one in fits), default=0)
    fits = [one for one in fits if len(_parts(one)) == longest]
    distinct = {_spelt_first(one, full) for one in fits}
    return next(iter(distinct)) if len(distinct) == 1 else _spelt_first(name, full)


def _spelt_first(name: str, full: list[str]) -> str:
    """The first full name of the page that sounds like this one: "Volodymyr Zelenskyy" after "Volodymyr Zelensky"."""
    own = _parts(name)
    return next((one for one in full if _sound_alike(own, _parts(one))), name)


def _sound_alike(own: list[str], other: list[str]) -> bool:
    same = len(own) == len(other) > 1 and skeleton(own[0]) == skeleton(other[0])
    return same and [sound(part) for part in own[1:]] == [sound(part) for part in other[1:]]


def _sounds(name: str) -> list[str]:
    return [sound(part) for part in _parts(name)]


def _is_part(short: list[str], long: list[str]) -> bool:
    return len(short) < len(long) and (long[-len(short) :] == short or long[: len(short)] == short)


def _alias(sentence: Sentence, person: Person) -> str | None:
    """The other name of a person: "Mohamed Hamdan Dagalo, known as Hemedti" gives Hemedti."""
    following = sentence.tokens[person.last : person.last + 8]
    text = " ".join(token.text.lower() for token in following)
    if not any(mark in text for mark in ALIAS):
        return None
    return next((other for other in _names_after(sentence, person)), None)


def _names_after(sentence: Sentence, person: Person) -> Iterator[str]:
    at = next(
        (i for i in range(person.last, len(sentence.tokens)) if sentence.tokens[i].text.lower() in {"as", "nicknamed", "called"}),
        None,
    )  # fmt: skip
    if at is None or at - person.last > 6:
        return
    for name in sentence.names:
        if at < name.first <= at + 3:
            yield words(sentence, name.first, name.last)
