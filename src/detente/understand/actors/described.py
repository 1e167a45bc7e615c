"""Who is named first and described after: "Boulos had two appointments. The US senior adviser stood between the envoys"."""

from collections.abc import Iterator, Sequence

from detente.language import Parsed, Sentence
from detente.lexicon.roles import titles
from detente.understand.actors.mention import Mention, Person
from detente.understand.actors.sides import Tie
from detente.understand.grammar import children


def described(parsed: Parsed, people: Sequence[Person], groups: Sequence[Mention], tied: set[str]) -> Iterator[Tie]:
    """Yield the side of people whom nothing else puts on one, by a definite office told right after them.

    Of those named in the sentence before, and before it in its own, one only must be without a side.
    """
    named: dict[int, list[Person]] = {}
    for person in people:
        named.setdefault(person.sentence, []).append(person)
    for group in groups:
        here = [person for person in named.get(group.sentence, []) if person.last <= group.first]
        free = {person.id for person in (*named.get(group.sentence - 1, []), *here)} - tied
        if len(free) == 1 and _is_office(parsed.sentences[group.sentence], group):
            yield Tie(
                person=next(iter(free)), party=group.actors[0].party, weak=True, sentence=group.sentence,
                first=group.first, last=group.last,
            )  # fmt: skip


def _is_office(sentence: Sentence, group: Mention) -> bool:
    """Tell whether a group is one holder of an office that the reader must know: "the US senior adviser"."""
    token = sentence.tokens[group.head]
    definite = any(sentence.tokens[i].text.lower() == "the" for i in children(sentence, group.head, "det"))
    single = token.xpos in {"NN", "NNP"} and len(group.actors) == 1 and group.actors[0].party is not None
    return single and definite and token.lemma.lower() in titles() and token.rel == "nsubj"
