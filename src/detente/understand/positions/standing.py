"""For whom a word stands on a page where no name is near it: an acronym, "the Government", a bare office, "the two sides".

All of it is learnt from the page: acronyms from where a full name gives them, the state whose institutions bare words mean
from how often the page names it beside any other, the two sides from who fights whom on it. Where the page leaves it open,
nobody is meant.
"""

import re
from collections import Counter
from collections.abc import Iterator

import msgspec

from detente.language import Parsed, Sentence
from detente.lexicon.moves import words
from detente.lexicon.parties import parties
from detente.lexicon.roles import bodies
from detente.model import Actor
from detente.understand.actors import Cast
from detente.understand.grammar import children
from detente.understand.positions.telling import Sides

ACRONYM = re.compile(r"[A-Z][A-Z0-9-]{1,7}")
THIRD = frozenset("envoy mediator diplomat ambassador adviser advisor observer facilitator".split())
VISITORS = frozenset("delegation side team mission coalition embassy group movement faction party".split())
OFFICES = frozenset("president minister premier chancellor monarch king emir secretary".split())
BOTH = frozenset("they both two side party delegation government country neighbour neighbor army".split())
OFTEN = 3  # how often a page names the state that its bare institutions and offices can mean; set by hand
TWICE = 2  # and how much more often than any other; set by hand


class Standing(msgspec.Struct, frozen=True):
    """What bare words stand for on one page."""

    acronyms: dict[str, str]
    home: str | None
    pair: tuple[str, ...]
    offices: dict[str, str]

    def of_word(self, sentence: Sentence, index: int) -> list[str]:
        """Return the parties that a word stands for which nothing near it names."""
        token = sentence.tokens[index]
        if token.text in self.acronyms:
            return [self.acronyms[token.text]]
        lemma = token.lemma.lower()
        if self.means_both(sentence, index):
            return list(self.pair)
        own = lemma in bodies() - VISITORS and token.upos in {"NOUN", "PROPN"} and not _named(sentence, index)
        return [self.home] if own and self.home else []

    def means_both(self, sentence: Sentence, index: int) -> bool:
        """Tell whether a word means the two sides of the page, and the page has two."""
        known = len(self.pair) > 1 and sentence.tokens[index].lemma.lower() in BOTH
        return known and _means_both(sentence, index)

    def of_actor(self, actor: Actor) -> str | None:
        """Return the party of somebody whose office or words of description only the page's own state can mean."""
        if actor.person:
            return self.offices.get(actor.person)
        described = (actor.description or "").lower().split()
        return self.home if described and set(described) & (bodies() - VISITORS) else None


def find_standing(parsed: Parsed, cast: Cast, sides: Sides) -> Standing:
    """Learn what bare words stand for from a whole page."""
    counts = _states(parsed, cast)
    home = _home(counts)
    return Standing(
        acronyms=dict(_acronyms(parsed, cast)),
        home=home,
        pair=_pair(sides),
        offices=dict(_offices(parsed, cast, home, {party for party, count in counts.items() if count >= OFTEN})),
    )


def _acronyms(parsed: Parsed, cast: Cast) -> Iterator[tuple[str, str]]:
    """As in "the Free Aceh Movement (GAM)": from then on GAM is the movement."""
    for mention in cast.mentions:
        tokens, party = parsed.sentences[mention.sentence].tokens, mention.actors[0].party
        opening, name, closing = ([token.text for token in tokens[mention.last : mention.last + 3]] + [""] * 3)[:3]
        bracketed = opening == "(" and closing == ")" and ACRONYM.fullmatch(name)
        state = party in parties() and parties()[party].kind == "state"  # "the Movement of X (MX)" is not X
        if party and mention.kind != "person" and bracketed and not state:
            yield name, party


def _states(parsed: Parsed, cast: Cast) -> Counter[str]:
    """How often a page names each state, its institutions counted twice, its envoys not."""
    counts: Counter[str] = Counter()
    for mention in cast.mentions:
        tokens = parsed.sentences[mention.sentence].tokens[mention.first : mention.last]
        lemmas = {token.lemma.lower() for token in tokens}
        weight = (
            (-1 if lemmas & THIRD else 2 if lemmas & (bodies() - VISITORS) else 0) if mention.kind == "group" else 1
        )
        for party in [actor.party for actor in mention.actors if actor.party and not actor.person]:
            if party in parties() and parties()[party].kind == "state":
                counts[party] += weight
    return counts


def _home(counts: Counter[str]) -> str | None:
    """The state that a page names far more often than any other."""
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < OFTEN:
        return None
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= TWICE * max(1, ranked[1][1]) else None


def _pair(sides: Sides) -> tuple[str, ...]:
    """The two sides that a page tells of: those it names together, else those of its one conflict."""
    only = next(iter(sides.adversaries)) if len(sides.adversaries) == 1 else frozenset()
    return tuple(sorted(sides.facing or only))


def _offices(parsed: Parsed, cast: Cast, home: str | None, often: set[str]) -> Iterator[tuple[str, str]]:
    """People with a bare office of state and no side: of the state in whose capital they speak, else of the page's own."""
    for title in cast.titles:
        sentence = parsed.sentences[title.sentence]
        said = {token.lemma.lower() for token in sentence.tokens[title.first : title.last]}
        if title.person in cast.sides or title.past(sentence):
            continue
        if sentence.tokens[title.head].lemma.lower() not in OFFICES and not said & (bodies() - VISITORS):
            continue
        here = {
            actor.party
            for mention in cast.within(sentence)
            if mention.place and mention.kind == "capital"
            for actor in mention.actors
            if actor.party in often
        }
        party = next(iter(here)) if len(here) == 1 else home
        if party and not _names_another(sentence, title.first, title.last, cast):
            yield title.person, party


def _names_another(sentence: Sentence, first: int, last: int, cast: Cast) -> bool:
    """Whether a title itself names whom it is of."""
    return any(first <= mention.first < last for mention in cast.within(sentence) if mention.kind != "person")


def _means_both(sentence: Sentence, index: int) -> bool:
    """Whether a word in the plural, with nothing that names it, can mean the two sides of the page."""
    token = sentence.tokens[index]
    if token.upos == "PRON" or token.lemma.lower() in {"both", "two"}:
        return True
    numbered = {sentence.tokens[one].text.lower() for one in children(sentence, index, "det", "nummod", "amod")}
    return token.xpos in {"NNS", "NNPS"} and bool(numbered & words("facing"))


def _named(sentence: Sentence, index: int) -> bool:
    """Whether something before a noun says whose it is."""
    return bool(children(sentence, index, "nmod:poss", "amod", "compound")) and any(
        sentence.tokens[one].text[:1].isupper() for one in children(sentence, index, "nmod:poss", "amod", "compound")
    )
