"""Who is named first and described after: "Boulos had two appointments. The US senior adviser stood between the envoys"."""

from collections.abc import Iterator, Sequence

from detente.language import Parsed, Sentence
from detente.lexicon.roles import titles
from detente.understand.actors.mention import Mention, Person
from detente.understand.actors.sides import Tie
from detente.understand.grammar import children


def described(parsed: Parsed, people: Sequence[Person], groups: Sequence[Mention], tied: set[str]) -> Iterator[Tie]:
    """Yield the side of people whom nothing else puts on one, by the definite office that the next sentence begins with.

    The sentence before must name one person only, as its subject.
    """
    named: dict[int, list[Person]] = {}
    for person in people:
        named.setdefault(person.sentence, []).append(person)
    for group in groups:
        before = named.get(group.sentence - 1, [])
        one = before[0] if len({person.id for person in before}) == 1 else None
        if one is None or one.id in tied or not _is_office(parsed.sentences[group.sentence], group):
            continue
        earlier = any(person.first < group.first for person in named.get(group.sentence, []))
        if not earlier and _is_subject(parsed.sentences[one.sentence], before):
            yield Tie(
                person=one.id, party=group.actors[0].party, sentence=group.sentence, first=group.first, last=group.last
            )


def _is_office(sentence: Sentence, group: Mention) -> bool:
    """Tell whether a group is one holder of an office that the reader must know: "the US senior adviser"."""
    token = sentence.tokens[group.head]
    definite = any(sentence.tokens[i].text.lower() == "the" for i in children(sentence, group.head, "det"))
    single = token.xpos in {"NN", "NNP"} and len(group.actors) == 1 and group.actors[0].party is not None
    return single and definite and token.lemma.lower() in titles() and token.rel == "nsubj"


def _is_subject(sentence: Sentence, people: Sequence[Person]) -> bool:
    tokens = sentence.tokens
    return any(tokens[i].rel in {"nsubj", "nsubj:pass"} for one in people for i in range(one.first, one.last))
