"""What a reference tells of whom it means: its words, number, gender, person, and whether it is a name."""

import msgspec

from detente.language.parsed import Parsed, Reference, Sentence, Token

PRONOUNS: dict[str, tuple[int, bool | None, str | None]] = {
    **dict.fromkeys("i me my mine myself".split(), (1, False, None)),
    **dict.fromkeys("we us our ours ourselves".split(), (1, True, None)),
    **dict.fromkeys("you your yours yourself yourselves ya".split(), (2, None, None)),
    **dict.fromkeys("he him his himself".split(), (3, False, "male")),
    **dict.fromkeys("she her hers herself".split(), (3, False, "female")),
    **dict.fromkeys("it its itself".split(), (3, False, "thing")),
    **dict.fromkeys("they them their theirs themselves 'em".split(), (3, True, None)),
    **dict.fromkeys("this that".split(), (3, False, "thing")),
    **dict.fromkeys("these those".split(), (3, True, "thing")),
}
MALE = frozenset("mr. mr sir king prince father brother son man boy husband uncle gentleman lord spokesman".split())
FEMALE = frozenset(
    "mrs. mrs ms. ms miss lady queen princess mother sister daughter woman girl wife aunt spokeswoman".split()
)
PEOPLE = frozenset(
    "person people man woman child boy girl president minister leader official envoy spokesman spokeswoman king queen "
    "teacher student author researcher actor singer player officer soldier lawyer judge doctor friend family member "
    "chancellor premier ambassador secretary general diplomat director professor".split()
)
DEFINITE = frozenset("the this that these those my your his her its our their such both".split())
INDEFINITE = frozenset("a an some any no every each another many several few".split())


class Described(msgspec.Struct, frozen=True, kw_only=True):
    """A reference with what its words tell; `equated` is the head that a predicate or apposition is said to be."""

    reference: Reference
    kind: str
    key: str
    lemma: str
    words: tuple[str, ...]
    name: str | None
    person: int
    plural: bool | None
    gender: str | None
    definite: bool
    indefinite: bool
    subject: bool
    equated: int | None


def describe(parsed: Parsed, reference: Reference) -> Described:
    """Describe a reference of a parsed text."""
    sentence = parsed.sentences[reference.sentence]
    head = sentence.tokens[reference.head]
    low = head.text.lower()
    tokens = sentence.tokens[reference.first : reference.last]
    pronoun = PRONOUNS.get(low) if head.upos in {"PRON", "DET"} else None
    person, plural, gender = pronoun or (3, None, None)
    name = next((name.kind for name in sentence.names if name.first <= reference.head < name.last), None)
    kind = "pronoun" if head.upos in {"PRON", "DET"} else "name" if head.upos == "PROPN" or name else "noun"
    content = [t for t in tokens if t.upos in {"NOUN", "PROPN", "ADJ", "NUM", "VERB", "X"}]
    near = [t for t in content if t.index <= reference.head or t.rel == "flat"]
    together = any(t.rel == "conj" and t.head == reference.head for t in tokens)
    first = tokens[0].text.lower()
    return Described(
        reference=reference,
        kind=kind,
        key=" ".join(
            t.text.lower() for t in tokens if t.upos not in {"DET", "PUNCT"} and t.xpos not in {"POS", "PRP$"}
        ),
        lemma=head.lemma.lower(),
        words=tuple(t.lemma.lower() for t in near) or (low,),
        name=name,
        person=person,
        plural=plural if pronoun else _plural(head, name, together),
        gender=gender if pronoun else _gender([t.text.lower() for t in near], head.lemma.lower(), name),
        definite=first in DEFINITE or any(t.xpos == "POS" for t in tokens[:-1]),
        indefinite=first in INDEFINITE,
        subject=head.rel.startswith("nsubj"),
        equated=_equated(sentence, reference),
    )


def _plural(head: Token, name: str | None, together: bool) -> bool | None:
    """Several, one, or either: an organisation is "it" as well as "they"."""
    if together or head.xpos in {"NNS", "NNPS"}:
        return True
    return None if name == "ORG" else False


def _gender(words: list[str], lemma: str, name: str | None) -> str | None:
    if any(word in MALE for word in words):
        return "male"
    if any(word in FEMALE for word in words):
        return "female"
    if name == "PER" or lemma in PEOPLE:
        return "person"
    return "thing"


def _equated(sentence: Sentence, reference: Reference) -> int | None:
    head = sentence.tokens[reference.head]
    if head.rel == "appos":
        return head.head
    if any(sentence.tokens[child].rel == "cop" for child in sentence.children[head.index]):
        return next((child for child in sentence.children[head.index] if sentence.tokens[child].rel == "nsubj"), None)
    return None


def may_be_one(other: Described, one: Described) -> bool:
    """Tell whether two references can mean the same: neither holds the other, and number, gender and person agree."""
    if other.reference.sentence == one.reference.sentence and _overlap(other.reference, one.reference):
        return False
    if other.person != one.person or None is not other.plural != one.plural is not None:
        return False
    return _genders_agree(other.gender, one.gender)


def _overlap(one: Reference, other: Reference) -> bool:
    return one.first < other.last and other.first < one.last


def _genders_agree(one: str | None, other: str | None) -> bool:
    if one is None or other is None or one == other:
        return True
    people = {"male", "female", "person"}
    return one in people and other in people and "person" in {one, other}
