"""Parties named in a sentence: the longest known name at each place, and whether it reads as a place there."""

from collections.abc import Iterator

from detente.language import Name, Sentence
from detente.lexicon.outlets import find_outlet
from detente.lexicon.parties import Form, names
from detente.lexicon.roles import bodies, roles
from detente.model import Actor
from detente.understand.actors.mention import Mention
from detente.understand.actors.metonyms import is_place
from detente.understand.actors.names import names_in
from detente.understand.stretches import head as head_of
from detente.understand.stretches import words

ALSO_PEOPLE = frozenset({"Sofia", "Santiago"})
LOWER = frozenset({"al"})  # first words that names write with a small letter: "al-Qaeda"
# Words before a country's name that make another place of it: "New Jersey".
OTHER_PLACES = frozenset(
    {"New", "Little", "Port", "Fort", "Lake", "Saint", "St.", "San", "Santa", "Mount", "Gulf", "Bay"}
)

# Words that make a party's name tell of something else: "Iran-backed", "pro-Russian".
RELATED = frozenset(
    "backed led born based brokered mediated occupied aligned allied linked controlled sponsored run held supported "
    "installed appointed drafted proposed made speaking friendly wide origin educated trained funded besieged".split()
)
OWNING = frozenset({"of", "the", "'s", "’s"})
# Last words of bodies that are about a country named inside them, and are not its own: "International Syria Support Group".
OF_MANY = frozenset("group conference forum fund council network coalition friends summit platform monitor".split())
AGAINST = frozenset("pro anti non ex".split())
ANYBODYS = frozenset({"Security Council"})  # names that only "the" makes one body's: every state may have one


def party_mentions(sentence: Sentence) -> Iterator[Mention]:
    """Yield every longest name of a party in a sentence, left to right."""
    at = 0
    while at < len(sentence.tokens):
        last, known = _longest_form(sentence, at)
        if known is None or (known.kind == "adjective" and not _before_people(sentence, last)):
            at += 1
            continue
        if known.kind == "format":  # "Astana process": a name of talks, and of no party
            at = last
            continue
        head = head_of(sentence, at, last)
        place = known.kind != "demonym" and (
            is_place(sentence, head, known.kind) or (known.kind == "capital" and _of_another(sentence, at, last))
        )
        yield Mention(
            sentence=sentence.index, first=at, last=last, head=head, place=place,
            kind=known.kind.replace("adjective", "demonym"),
            actors=(Actor(party=known.party),), people=known.kind == "demonym" and _at_large(sentence, head),
        )  # fmt: skip
        at = last


def _before_people(sentence: Sentence, last: int) -> bool:
    """Tell "Arab mediators" and "Western and Gulf officials" from "the Arab world" and "Western Sahara"."""
    following = sentence.tokens[last : last + 4]
    nouns = [token for token in following if token.upos in {"NOUN", "PROPN"} and token.xpos != "NNP"]
    return bool(nouns) and nouns[0].lemma.lower() in roles().loose | bodies()


def _at_large(sentence: Sentence, head: int) -> bool:
    """Tell "Danes protested" from "the Danes proposed" and "Russians and Americans met"."""
    token = sentence.tokens[head]
    if token.xpos not in {"NNS", "NNPS"}:
        return False
    joined = token.rel == "conj" or any(sentence.tokens[i].rel == "conj" for i in sentence.children[head])
    return not joined and not any(sentence.tokens[i].text.lower() == "the" for i in sentence.children[head])


def _longest_form(sentence: Sentence, first: int) -> tuple[int, Form | None]:
    best: tuple[int, Form | None] = (first + 1, None)
    word = sentence.tokens[first].text
    if not word[:1].isupper() and word.lower() not in LOWER:
        return best
    longest = names().longest.get(word.lower(), 0)
    for last in range(first + 1, min(first + longest, len(sentence.tokens)) + 1):
        text = words(sentence, first, last)
        known = names().find(text)
        if known is not None and not _within_name(sentence, first, last) and not _is_anybodys(sentence, text, first):
            best = (last, known)
    return best


def _is_anybodys(sentence: Sentence, text: str, first: int) -> bool:
    """As in "National Security Council secretary", "Security Council Secretary Ann Lee"."""
    return text in ANYBODYS and (first == 0 or sentence.tokens[first - 1].text.lower() != "the")


def _within_name(sentence: Sentence, first: int, last: int) -> bool:
    """A party's name inside a longer name of a person ("Paris Hilton"), an outlet or another place is no party."""
    if first and sentence.tokens[first - 1].text in OTHER_PLACES and sentence.tokens[first - 1].upos == "PROPN":
        return True
    around = _around(sentence, first, last)
    if around is None:
        exact = any((name.first, name.last, name.kind) == (first, last, "PER") for name in names_in(sentence))
        return exact and sentence.tokens[first].text in ALSO_PEOPLE
    text = words(sentence, around.first, around.last)
    within = around.first < first and last < around.last and sentence.tokens[first - 1].text.lower() not in OWNING
    if around.kind == "ORG" and within and sentence.tokens[around.last - 1].lemma.lower() in OF_MANY:
        return True
    inside_a_person = around.kind == "PER" and not (around.first == first and around.last - last > 1)
    return inside_a_person or find_outlet(text) is not None


def _around(sentence: Sentence, first: int, last: int) -> Name | None:
    """The longer name that a stretch stands in, if any."""
    return next(
        (
            name
            for name in names_in(sentence)
            if name.first <= first and last <= name.last and (name.first, name.last) != (first, last)
        ),
        None,
    )


def _of_another(sentence: Sentence, first: int, last: int) -> bool:
    """A capital inside the name of another body is where that is: "Kyiv School of Economics"."""
    around = _around(sentence, first, last)
    return around is not None and around.kind == "ORG" and around.first == first and around.last - last > 0


def only_qualifies(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a name only qualifies what follows: "Iran-backed fighters", "pro-Russian officials"."""
    tokens = sentence.tokens
    after = [token.text.lower() for token in tokens[mention.last : mention.last + 2]]
    before = [token.text.lower() for token in tokens[max(0, mention.first - 2) : mention.first]]
    return (after[:1] in (["-"], ["–"]) and after[1:2] != [] and after[1] in RELATED) or (
        before[-1:] == ["-"] and before[0] in AGAINST
    )
