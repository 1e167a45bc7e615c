"""What a reference tells of whom it means: its words, its number and gender, and the traits that its words and place have.

A trait is a short name with a value ("form=they", "rel=nsubj", "lemma=plan"); which of them matter is learnt, see
`likeness`.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

import msgspec

from detente.language.parsed import Parsed, Reference, Sentence, Token
from detente.language.references import is_predicate

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
DETERMINERS = {
    **dict.fromkeys("this that these those such".split(), "this"),
    **dict.fromkeys("my your his her its our their".split(), "whose"),
    **dict.fromkeys("a an".split(), "a"),
    **dict.fromkeys("some any no every each many several few all both one".split(), "amount"),
    **dict.fromkeys("another other".split(), "other"),
    "the": "the",
}
CONTENT = frozenset("NOUN PROPN ADJ NUM VERB X".split())
PARTS = frozenset("acl acl:relcl nmod conj amod compound nummod appos".split())
QUOTES = frozenset("\"“”``''")


NAMED = {"PER": "person", "ORG": "organization", "LOC": "place"}


class Described(msgspec.Struct, frozen=True, kw_only=True):
    """A reference with what its words tell.

    `kind` is speaker (I, we, you), pointer (this, those), pronoun, name or noun; `key` its words without determiner and
    possessive; `words` those with content, the head's lemma first, none for a pronoun; `near` those up to the head; `thing`
    what a name or noun means (person, place, event, abstract...), where known; `indefinite` tells that it begins with "a";
    `equated` is the head that it is said to be; `governor` the word it hangs on.
    """

    reference: Reference
    kind: str
    key: str
    text: str
    lemma: str
    words: tuple[str, ...]
    near: tuple[str, ...]
    form: str
    relation: str
    name: str | None
    thing: str | None
    plural: bool | None
    gender: str | None
    indefinite: bool
    subject: bool
    quoted: bool
    equated: int | None
    governor: int
    traits: tuple[str, ...]


def describe_all(parsed: Parsed, references: Sequence[Reference]) -> list[Described]:
    """Describe the references of a parsed text, given in its order."""
    quoted, names = _quoted(parsed), _names(parsed)
    bare = [
        _describe(
            parsed.sentences[one.sentence], one, names.get((one.sentence, one.head)), (one.sentence, one.head) in quoted
        )
        for one in references
    ]
    every = Counter(one.lemma for one in bare if one.words)
    seen: Counter[str] = Counter()
    found = []
    for one in bare:
        told = (f"before={_bucket(seen[one.lemma])}", f"in_all={_bucket(every[one.lemma])}")
        found.append(msgspec.structs.replace(one, traits=one.traits + told))
        seen.update([one.lemma] if one.words else [])
    return found


def _names(parsed: Parsed) -> dict[tuple[int, int], str]:
    """The kind of name that tokens belong to: a word alone that ends a person's name elsewhere is that person's."""
    every = [(sentence, name) for sentence in parsed.sentences for name in sentence.names]
    long = [(sentence, name) for sentence, name in every if name.kind == "PER" and name.last - name.first > 1]
    surnames = {sentence.tokens[name.last - 1].text for sentence, name in long}
    found = {
        (s.index, t.index): "PER" for s in parsed.sentences for t in s.tokens if t.xpos == "NNP" and t.text in surnames
    }
    for sentence, name in every:
        if name.last - name.first > 1 or sentence.tokens[name.first].text not in surnames:
            found |= {(sentence.index, at): name.kind for at in range(name.first, name.last)}
    return found


def _describe(sentence: Sentence, reference: Reference, name: str | None, quoted: bool) -> Described:
    head = sentence.tokens[reference.head]
    tokens = sentence.tokens[reference.first : reference.last]
    kind = _kind(head, name)
    content = [t.lemma.lower() for t in tokens if t.upos in CONTENT]
    near = [t.text.lower() for t in tokens if t.upos in CONTENT and (t.index <= head.index or t.rel == "flat")]
    together = any(t.rel == "conj" and t.head == reference.head for t in tokens)
    _, plural, gender = PRONOUNS.get(head.text.lower(), (3, None, None))
    one = Described(
        reference=reference,
        kind=kind,
        key=" ".join(
            t.text.lower() for t in tokens if t.upos not in {"DET", "PUNCT"} and t.xpos not in {"POS", "PRP$"}
        ),
        text=" ".join(t.text.lower() for t in tokens),
        lemma=head.lemma.lower(),
        words=tuple(dict.fromkeys([head.lemma.lower(), *content])) if kind in {"name", "noun"} else (),
        near=tuple(near),
        form=head.text.lower(),
        relation=head.rel,
        name=name,
        thing=NAMED[name] if name else nouns().get(head.lemma.lower()) if head.upos == "NOUN" else None,
        plural=plural if kind not in {"name", "noun"} else _plural(head, name, together),
        gender=gender if kind not in {"name", "noun"} else _gender(near, head.lemma.lower(), name),
        indefinite=kind == "noun" and _determiner(sentence, reference) == "a",
        subject=head.rel.startswith("nsubj"),
        quoted=quoted,
        equated=_equated(sentence, reference),
        governor=head.head,
        traits=(),
    )
    return msgspec.structs.replace(one, traits=tuple(_traits(sentence, one)))


def _kind(head: Token, name: str | None) -> str:
    word = head.text.lower()
    if head.upos in {"PRON", "DET", "ADV"}:
        told = PRONOUNS.get(word)
        return "pronoun" if told is None or word in {"here", "there"} else _pronoun(word, told[0])
    return "name" if head.upos == "PROPN" or name else "noun"


def _pronoun(word: str, person: int) -> str:
    if person < 3:
        return "speaker"
    return "pointer" if word in {"this", "that", "these", "those"} else "pronoun"


def _plural(head: Token, name: str | None, together: bool) -> bool | None:
    """Several, one, or either: an organisation is "it" as well as "they"."""
    if together or head.xpos in {"NNS", "NNPS"}:
        return True
    return None if name == "ORG" else False


def _gender(words: Sequence[str], lemma: str, name: str | None) -> str | None:
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
    if is_predicate(sentence, head.index):
        return next((child for child in sentence.children[head.index] if sentence.tokens[child].rel == "nsubj"), None)
    return None


@cache
def nouns() -> dict[str, str]:
    """What kind of thing each noun means, learnt by `training.nouns`.

    >>> nouns()["minister"], nouns()["negotiation"]
    ('person', 'event')
    """
    lines = (files("detente.language") / "weights" / "nouns.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines)


def _quoted(parsed: Parsed) -> set[tuple[int, int]]:
    """The tokens between quotation marks."""
    found, inside = set(), False
    for sentence in parsed.sentences:
        for token in sentence.tokens:
            if token.text in QUOTES:
                inside = not inside if token.text == '"' else token.text in {"“", "``"}
            elif inside:
                found.add((sentence.index, token.index))
    return found


def _traits(sentence: Sentence, one: Described) -> Iterator[str]:
    head = sentence.tokens[one.reference.head]
    inside = range(one.reference.first, one.reference.last)
    children = [sentence.tokens[child] for child in sentence.children[head.index]]
    yield f"kind={one.kind}"
    yield f"{'lemma' if one.words else 'form'}={one.lemma if one.words else head.text.lower()}"
    yield f"tag={head.xpos}"
    yield f"gender={one.gender}"
    yield f"plural={one.plural}"
    yield f"name={one.name}"
    yield f"thing={one.thing}"
    yield f"determiner={_determiner(sentence, one.reference)}"
    yield f"rel={head.rel}"
    yield f"length={_bucket(len(inside))}"
    yield from (f"has={child.rel}" for child in children if child.rel in PARTS and child.index in inside)
    yield from (f"beside={child.rel}" for child in children if child.rel in PARTS and child.index not in inside)
    yield from (f"case={child.lemma.lower()}" for child in children if child.rel == "case" and child.index < head.index)
    yield f"said_to_be={one.equated is not None}"
    yield f"below={sentence.tokens[head.head].upos if head.head >= 0 else None}"
    yield f"depth={_bucket(len(sentence.ancestors(head.index)))}"
    yield f"quoted={one.quoted}"
    yield f"sentence={_bucket(one.reference.sentence)}"
    yield f"empty={_may_be_empty(sentence, head)}"


def _determiner(sentence: Sentence, reference: Reference) -> str | None:
    first, *more = sentence.tokens[reference.first : reference.last]
    if any(token.xpos == "POS" for token in more):
        return "whose"
    return DETERMINERS.get(first.text.lower()) if more else None


def _may_be_empty(sentence: Sentence, head: Token) -> bool:
    """The "it" of "it is clear that ..." means a clause, or nothing."""
    below = sentence.children[head.head] if head.head >= 0 else ()
    return head.text.lower() == "it" and any(
        sentence.tokens[child].rel in {"ccomp", "csubj", "xcomp", "advcl", "csubj:pass", "acl"} for child in below
    )


def _bucket(count: int) -> int:
    """0, 1, 2, 3 for 3 and 4, 4 for 5 to 8, 5 for 9 to 16, 6 for more."""
    return count if count < 3 else min(6, (count - 1).bit_length() + 1)
