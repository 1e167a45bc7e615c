"""Who acts and who is acted on in an event, with the codes of both."""

from collections.abc import Iterable

from detente.language import Sentence
from detente.lexicon.events import event_words
from detente.lexicon.parties import parties
from detente.understand.actors import Cast
from detente.understand.actors.groups import noun_phrase
from detente.understand.events.codes import Codes, codes_of
from detente.understand.events.matching import Found
from detente.understand.grammar import children, preposition, subjects

RECIPROCAL = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE"})
Side = tuple[int, int, int, Codes]  # head, first, last, codes


def sides_of_event(sentence: Sentence, found: Found, cast: Cast) -> tuple[list[Side], list[Side]]:
    """Return who acts and who is acted on; where the frame names nobody, whoever stands below its word."""
    actors = _coded(sentence, cast, found.actors) or _coded(sentence, cast, _speakers(sentence, found.cue))
    used = [(side[1], side[2]) for side in actors]
    recipients = [side for side in _coded(sentence, cast, found.recipients) if (side[1], side[2]) not in used]
    if not any(side[3].country for side in recipients):
        recipients = _below(sentence, found, cast, actors) or recipients
    if not any(side[3].country for side in actors) and found.type in RECIPROCAL and recipients:
        actors, recipients = recipients, []
    return actors, recipients


def _speakers(sentence: Sentence, cue: int) -> list[int]:
    """Who says it, where the event has no one of its own."""
    verb = next((i for i in sentence.ancestors(cue) if sentence.tokens[i].lemma.lower() in event_words("saying")), None)
    return subjects(sentence, verb) if verb is not None else []


def _coded(sentence: Sentence, cast: Cast, heads: Iterable[int]) -> list[Side]:
    """The actors that heads of noun phrases name, with their codes."""
    found: list[Side] = []
    for head in heads:
        first, last = _stretch(sentence, cast, head)
        codes = codes_of(cast, sentence, first, last)
        if codes.country is None and sentence.tokens[head].upos in {"PRON", "DET"}:
            codes = _referred(sentence, cast, head)
        found.append((head, first, last, codes))
    return found


def _referred(sentence: Sentence, cast: Cast, head: int) -> Codes:
    """The codes of whom a pronoun means: only a party's, which the text told before."""
    for actor in cast.actors_of(sentence, head):
        side = cast.side(actor)
        if side:
            party = parties()[side]
            return Codes(country=side if party.kind == "state" else party.country, sector=party.sector)
    return Codes()


def _stretch(sentence: Sentence, cast: Cast, head: int) -> tuple[int, int]:
    """The words that name an actor: a mention with its title, or the noun phrase of the head without its clauses."""
    mention = cast.at(sentence, head)
    first, last = _noun_phrase(sentence, head)
    if mention is not None:
        titles = [t for t in cast.titles if t.sentence == sentence.index and t.last == mention.first]
        starts = [mention.first, *(title.first for title in titles)]
        return min(first, *starts), max(last if mention.kind != "person" else mention.last, mention.last)
    return first, last


def _noun_phrase(sentence: Sentence, head: int) -> tuple[int, int]:
    """The noun with what stands before it and what it is of, in or from, without its clauses, conjuncts and appositions."""
    first, last = noun_phrase(sentence, head)
    for one in children(sentence, head, "nmod", "acl"):
        if one > head and preposition(sentence, one) in {"of", "in", "from", None}:
            last = max(last, sentence.reach(one)[1])
    cut = [
        sentence.reach(i)[0] for i in children(sentence, head, "acl:relcl", "conj", "appos", "punct", "cc") if i > head
    ]
    return first, max(head + 1, min([last, *cut]))


def _below(sentence: Sentence, found: Found, cast: Cast, actors: list[Side]) -> list[Side]:
    """Where the frame names no one acted on: the first actor below its word that is not on the side that acts."""
    own = {side[3].country for side in actors}
    first, last = sentence.reach(found.cue)
    taken = {i for side in actors for i in range(side[1], side[2])}
    at_home: list[Side] = []
    for mention in cast.within(sentence):
        before = mention.first <= found.cue and bool(found.actors)
        if before or not first <= mention.first < last or mention.first in taken:
            continue
        sides = [side for side in _coded(sentence, cast, [_lifted(sentence, mention.head)]) if side[3].country]
        if sides and sides[0][3].country not in own:
            return sides
        at_home = at_home or (sides if mention.kind in {"person", "group"} else [])
    return at_home


def _lifted(sentence: Sentence, head: int) -> int:
    """The noun that a country's name qualifies: of "Chadian soldiers" the soldiers."""
    for _ in range(2):
        token = sentence.tokens[head]
        if token.rel not in {"amod", "compound", "nmod:poss", "nmod:desc"} or token.head < 0:
            break
        head = token.head
    return head
