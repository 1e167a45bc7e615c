"""Whom a word refers back to: pronouns, "the minister", "the two sides", "both men"."""

from collections.abc import Iterable, Sequence

import msgspec

from detente.language import Chains, Parsed, Sentence
from detente.lexicon.parties import parties
from detente.lexicon.roles import roles, titles
from detente.model import Actor
from detente.understand.actors.mention import Mention
from detente.understand.actors.titles import Title
from detente.understand.grammar import children, conjuncts

ONE = frozenset("he she him his her".split())
ANY = frozenset("it its they their them".split())
MANY = frozenset("they their them".split())
NUMBERS = {"two": 2, "both": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4}
PARTIES = frozenset(
    "side country nation party government state delegation army neighbour neighbor rival foe enemy capital belligerent "
    "power adversary antagonist people team ally".split()
)
BODIES = frozenset(
    "group movement militia organisation organization faction force bloc alliance coalition paramilitary union".split()
)
PEOPLE = frozenset("man woman pair duo trio counterpart".split())
HEADS = frozenset("president premier minister king emir chancellor ruler prince".split())  # whom "the leader" may mean
BACK = 3  # sentences that a reference may look back over; set by hand


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What a document has told of its actors: mentions by sentence, titles, sides, chains."""

    parsed: Parsed
    by_sentence: dict[int, list[Mention]]
    titles: tuple[Title, ...]
    sides: dict[str, str]
    chains: Chains


def by_sentence(mentions: Iterable[Mention]) -> dict[int, list[Mention]]:
    """Return the mentions of each sentence, in order."""
    found: dict[int, list[Mention]] = {}
    for mention in mentions:
        found.setdefault(mention.sentence, []).append(mention)
    return found


def referents(told: Told, sentence: Sentence, token: int, mention: Mention | None) -> tuple[Actor, ...]:
    """Return whom a word refers back to; nobody where it names somebody itself, or where the text leaves it open."""
    word = sentence.tokens[token]
    low = word.text.lower()
    if mention is not None and mention.kind != "group":
        return ()
    if low in ONE:
        return _person(told, sentence, token)
    if low in ANY:
        return _party(told, sentence, token)
    if word.upos not in {"NOUN", "NUM", "DET", "PRON"}:
        return ()
    count = _count(sentence, token)
    if count:
        return _several(told, sentence, token, count)
    return _body(told, sentence, token, mention) or _office(told, sentence, token, mention)


# ── pronouns ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _person(told: Told, sentence: Sentence, token: int) -> tuple[Actor, ...]:
    """He and she: the person of the chain, else the person named last, in this sentence or the three before it."""
    barred = _barred(told, sentence, token)
    chained = [m for m in _chained(told, sentence, token) if m.kind == "person" or m.actors[0].description]
    chained = [m for m in chained if m.actors[0] not in barred]
    if chained:
        return chained[-1].actors
    for index in range(sentence.index, sentence.index - BACK - 1, -1):
        own = [m for m in told.by_sentence.get(index, []) if m.actors[0] not in barred]
        people = [m for m in own if m.kind == "person" and (index < sentence.index or m.first < token)]
        if people:
            return max(people, key=lambda m: m.first).actors
    return ()


def _barred(told: Told, sentence: Sentence, token: int) -> set[Actor]:
    """Whom an object cannot mean: the subject of its own verb ("Lourenco received him")."""
    word = sentence.tokens[token]
    if word.text.lower() not in {"him", "her"} or word.rel not in {"obj", "iobj", "obl"} or word.head < 0:
        return set()
    doers = {i for head in children(sentence, word.head, "nsubj") for i in range(*sentence.reach(head))}
    return {actor for m in told.by_sentence.get(sentence.index, []) if m.head in doers for actor in m.actors}


def _party(told: Told, sentence: Sentence, token: int) -> tuple[Actor, ...]:
    """It and they: the party or group of the chain, else the last subject of their own sentence."""
    chained = [m for m in _chained(told, sentence, token) if m.kind != "person" and not m.place]
    if chained:
        they = sentence.tokens[token].text.lower() in MANY
        return _coordinated(told, chained[-1]) if they else chained[-1].actors
    same = [m for m in told.by_sentence.get(sentence.index, []) if m.first < token and not m.place]
    subjects = [m for m in same if sentence.tokens[m.head].rel.startswith("nsubj")]
    found = subjects or same
    if not any(actor.party for m in found for actor in m.actors) and sentence.tokens[token].text.lower() == "its":
        return _subject_before(told, sentence) or (found[-1].actors if found else ())
    return found[-1].actors if found else ()


def _subject_before(told: Told, sentence: Sentence) -> tuple[Actor, ...]:
    """The party that the sentence before is about: "Pakistan wants assurances. The head of intelligence led its team"."""
    if not sentence.index:
        return ()
    before = told.parsed.sentences[sentence.index - 1]
    own = [m for m in told.by_sentence.get(before.index, []) if m.kind != "person" and not m.place]
    main = [
        m for m in own if before.tokens[m.head].rel == "nsubj" and before.tokens[before.tokens[m.head].head].head < 0
    ]
    return main[0].actors if len(main) == 1 and len(main[0].actors) == 1 else ()


def _coordinated(told: Told, mention: Mention) -> tuple[Actor, ...]:
    """They are all that one "and" joins: "the government and the Tigers closed their talks. They had sat down ..."."""
    sentence = told.parsed.sentences[mention.sentence]
    token = sentence.tokens[mention.head]
    top = token.head if token.rel == "conj" else mention.head
    heads = {top, *conjuncts(sentence, top)}
    row = [m for m in told.by_sentence.get(mention.sentence, []) if m.head in heads and m.kind != "person"]
    return tuple(dict.fromkeys(actor for m in row for actor in m.actors)) or mention.actors


def _chained(told: Told, sentence: Sentence, token: int) -> list[Mention]:
    """The mentions that the chain of a word has before it, in order."""
    chain = told.chains.at(sentence.index, token)
    if chain is None:
        return []
    heads = {
        (one.sentence, one.head) for one in chain.references if (one.sentence, one.first) < (sentence.index, token)
    }
    near = range(sentence.index - BACK, sentence.index + 1)
    return [m for index in near for m in told.by_sentence.get(index, []) if (index, m.head) in heads]


# ── several ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _count(sentence: Sentence, token: int) -> int | None:
    """How many are meant: "the two sides", "both men", "the pair"; None where nothing counts those told before."""
    word = sentence.tokens[token]
    before = [sentence.tokens[i].text.lower() for i in sentence.children[token] if i < token]
    if word.lemma.lower() in {"pair", "duo", "trio"} and "the" in before:
        return NUMBERS[word.lemma.lower()]
    if word.xpos != "NNS" and word.text.lower() != "both":
        return None
    known = {"the", "both", "these", "those"} & set(before) or word.text.lower() == "both"
    number = next((NUMBERS[one] for one in before if one in NUMBERS), None) or NUMBERS.get(word.text.lower())
    return number if known else None


def _several(told: Told, sentence: Sentence, token: int, count: int) -> tuple[Actor, ...]:
    lemma = sentence.tokens[token].lemma.lower()
    people = lemma in PEOPLE or lemma in titles()
    if not people and lemma not in PARTIES:
        return ()
    found: list[Actor] = []
    for index in range(sentence.index, sentence.index - BACK - 1, -1):
        own = [m for m in told.by_sentence.get(index, []) if index < sentence.index or m.last <= token]
        found += [actor for actor in _named(own, people) if actor not in found]
        if len(found) == count:
            return tuple(found)
        if len(found) > count:
            row = _row(told.parsed.sentences[index], own, people)
            return tuple(row) if len(row) == count else ()
    return ()


def _named(own: Sequence[Mention], people: bool) -> list[Actor]:
    if people:
        return list(dict.fromkeys(m.actors[0] for m in own if m.kind == "person"))
    named = [actor for m in own if not m.place and m.kind != "person" for actor in m.actors if actor.party]
    return list(dict.fromkeys(Actor(party=actor.party) for actor in named))


def _row(sentence: Sentence, own: Sequence[Mention], people: bool) -> list[Actor]:
    """Those coordinated with one another, where a sentence names more."""
    for mention in own:
        heads = {mention.head, *children(sentence, mention.head, "conj")}
        joined = [m for m in own if m.head in heads]
        if len(joined) > 1:
            return _named(joined, people)
    return []


# ── bodies and offices ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _body(told: Told, sentence: Sentence, token: int, mention: Mention | None) -> tuple[Actor, ...]:
    """The group or organisation named last: "the group said", where no state's name stands with it."""
    word = sentence.tokens[token]
    if word.lemma.lower() not in BODIES or word.xpos != "NN" or not _definite(sentence, token):
        return ()
    if mention is not None and mention.actors[0].party:
        return ()
    for index in range(sentence.index, sentence.index - BACK - 1, -1):
        own = [m for m in told.by_sentence.get(index, []) if index < sentence.index or m.last <= token]
        named = [m for m in own if m.kind == "name" and parties()[m.actors[0].party or ""].kind != "state"]
        if named:
            return named[-1].actors
    return ()


def _definite(sentence: Sentence, token: int) -> bool:
    return any(sentence.tokens[i].text.lower() == "the" for i in children(sentence, token, "det"))


def _office(told: Told, sentence: Sentence, token: int, mention: Mention | None) -> tuple[Actor, ...]:
    """The person titled before with the same noun: "the minister", "the Russian president", "the leader"."""
    word = sentence.tokens[token]
    lemma = word.lemma.lower()
    if (
        not _definite(sentence, token)
        or word.xpos not in {"NN", "NNP"}
        or lemma not in titles()
        or lemma in roles().unnamed
        or children(sentence, token, "nmod", "nmod:poss")
    ):
        return ()
    party = mention.actors[0].party if mention else None
    if mention is not None and (len(mention.actors) > 1 or party is None):
        return ()
    earlier = [title for title in told.titles if (title.sentence, title.first) < (sentence.index, token)]
    nouns = {lemma} | (HEADS if lemma == "leader" else set())
    fits = [title.person for title in earlier if _noun(told, title) in nouns]
    if party is not None:
        fits = [person for person in fits if told.sides.get(person) == party]
    elif sentence.index - BACK > max((title.sentence for title in earlier), default=-99):
        return ()
    return (Actor(person=fits[-1], party=told.sides.get(fits[-1])),) if fits else ()


def _noun(told: Told, title: Title) -> str:
    return told.parsed.sentences[title.sentence].tokens[title.head].lemma.lower()
