"""The two sides of the one conflict that a page is about, for words that name only one of them or neither."""

from collections import Counter
from itertools import combinations

import msgspec

from detente.language import Parsed
from detente.lexicon.parties import parties
from detente.lexicon.sayings import is_telling
from detente.model import Document, Span
from detente.understand.actors import Cast
from detente.understand.actors.home import home_state, land_of_rebels, own_state
from detente.understand.actors.mention import Mention
from detente.understand.grammar import preposition
from detente.understand.stretches import quote
from detente.understand.talks.draft import Draft
from detente.understand.talks.named import is_of_many
from detente.understand.war import is_of_war

NAMING = frozenset({"name", "demonym", "capital"})
FIRST, OPENING = 3, 3  # sentences that open a page, and how much one of them counts; set by hand
TWICE = 2  # how much more often than any other party of the page its sides are named; set by hand


class Pair(msgspec.Struct, frozen=True):
    """The two sides of the one conflict that a page is about; `group` is the armed one, if either is."""

    sides: tuple[str, str]
    group: str | None
    spans: tuple[Span, ...]


def page_pair(drafts: list[Draft], cast: Cast, parsed: Parsed, document: Document) -> Pair | None:
    """Return the two sides that a page is about, or None where it is not about one such pair.

    The two that its talks are told to be between, where these are more often the same than not; else an armed group and the page's own state, or the state named most; or two states named together far more often than any other two.
    """
    known = parties()
    met = _who_meet_most(drafts)
    if met is not None:
        group = next((side for side in met if side in known and known[side].kind == "armed group"), None)
        return _pair(met, group, cast, parsed, document)
    counts: Counter[str] = Counter()
    for mention in cast.mentions:
        for actor in mention.actors:
            if actor.party and mention.kind in NAMING and not mention.place and not _tells(mention, parsed):
                counts[actor.party] += 1
    kind = {id_: parties()[id_].kind for id_ in counts if id_ in parties()}
    groups = [id_ for id_, _ in counts.most_common() if kind.get(id_) == "armed group"]
    states = [id_ for id_, _ in counts.most_common() if kind.get(id_) == "state"]
    state = home_state(parsed, document)
    if groups and state and not counts[state] and parties()[groups[0]].country != state:
        state = None  # a paper from elsewhere
    state = state or own_state(cast, parsed, document) or land_of_rebels(cast)
    state = state or _far_ahead(states, counts, 1)
    rival = max((counts[one] for one in states if one != state), default=0)
    if groups and state and _is_first(groups, counts) and rival <= counts[groups[0]]:
        return _pair((state, groups[0]), groups[0], cast, parsed, document)
    ahead = (states[0], states[1]) if _far_ahead(states, counts, 2) else None
    told = _named_together(cast, parsed) or ahead if is_of_war(parsed, cast) and not groups else None
    return _pair(told, None, cast, parsed, document) if told else None


def _tells(mention: Mention, parsed: Parsed) -> bool:
    """As in "two Egyptian security sources said": whose people tell it is no word on who is at war."""
    sentence = parsed.sentences[mention.sentence]
    noun = sentence.tokens[mention.head]
    while noun.rel in {"amod", "compound"} and noun.head >= 0:
        noun = sentence.tokens[noun.head]
    if mention.kind != "demonym" or noun.upos != "NOUN" or noun.head < 0:
        return False
    according = preposition(sentence, noun.index) == "according"
    return according or (noun.rel.startswith("nsubj") and is_telling(sentence.tokens[noun.head].lemma))


def _who_meet_most(drafts: list[Draft]) -> tuple[str, str] | None:
    """The two sides between which most of the tellings that name just two are; no mediator is one of them."""
    pairs: Counter[tuple[str, ...]] = Counter()
    for draft in drafts:
        sides = {actor.party for actor in draft.actors if actor.party} - set(draft.mediators) - {draft.host}
        if len(sides) == 2 and not draft.weak and draft.rule != "bring together" and not is_of_many(draft.actors):
            pairs[tuple(sorted(sides))] += 1
    (best, times), *rest = [*pairs.most_common(2), ((), 0)]
    return (best[0], best[1]) if len(best) == 2 and times > rest[0][1] else None


def _named_together(cast: Cast, parsed: Parsed) -> tuple[str, str] | None:
    """The two states that the sentences name together far more often than any other two, the first sentences most."""
    pairs: Counter[tuple[str, ...]] = Counter()
    sentences: Counter[tuple[str, ...]] = Counter()
    for sentence in parsed.sentences:
        own = [m for m in cast.within(sentence) if m.kind in NAMING and not m.place]
        named = {actor.party for m in own for actor in m.actors if actor.party in parties()}
        states = sorted(one for one in named if one and parties()[one].kind == "state")
        for pair in combinations(states, 2):
            pairs[pair] += OPENING if sentence.index < FIRST else 1
            sentences[pair] += 1
    (best, times), *rest = [*pairs.most_common(2), ((), 0)]
    return (best[0], best[1]) if sentences[best] > 1 and times >= max(OPENING, TWICE * rest[0][1]) else None


def _far_ahead(states: list[str], counts: Counter[str], many: int) -> str | None:
    """The last of so many states that are named far more often than the next one, and more than once."""
    if len(states) < many or counts[states[many - 1]] < TWICE:
        return None
    alone = len(states) == many or counts[states[many - 1]] >= TWICE * counts[states[many]]
    return states[many - 1] if alone else None


def _is_first(groups: list[str], counts: Counter[str]) -> bool:
    return len(groups) == 1 or counts[groups[0]] > counts[groups[1]]


def _pair(sides: tuple[str, str], group: str | None, cast: Cast, parsed: Parsed, document: Document) -> Pair:
    spans = tuple(span for side in sides if (span := _first_words(side, cast, parsed, document)))
    return Pair(sides, group, spans)


def _first_words(side: str, cast: Cast, parsed: Parsed, document: Document) -> Span | None:
    """The first words of the page that name a party."""
    for mention in cast.mentions:
        if any(actor.party == side for actor in mention.actors) and mention.kind != "person":
            return quote(document, parsed.sentences[mention.sentence], mention.first, mention.last)
    return None
