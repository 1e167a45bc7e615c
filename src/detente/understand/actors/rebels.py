"""The one armed group that a page tells of, where words name only what it is: "the rebel leader", "the Palestinian militant group"."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from detente.language import Parsed, Sentence
from detente.lexicon.parties import parties
from detente.lexicon.roles import roles
from detente.model import Actor
from detente.understand.actors.mention import Mention
from detente.understand.actors.reference import BODIES
from detente.understand.actors.sides import Tie, tie_to
from detente.understand.actors.ties.titles import owner_in
from detente.understand.actors.titles import Title


def armed_groups(named: Iterable[Mention]) -> list[Mention]:
    """Return the first mention of each armed group, or coalition of them, that a page names."""
    first: dict[str, Mention] = {}
    for mention in named:
        party = parties().get(mention.actors[0].party or "")
        if party is not None and party.sector == "REB" and mention.kind != "person" and not mention.place:
            first.setdefault(party.id, mention)
    return list(first.values())


def of_rebels(
    parsed: Parsed, titles: Sequence[Title], named: Sequence[Mention], groups: Sequence[Mention]
) -> Iterator[Tie]:
    """Yield weak ties for "rebel leader", "guerrilla commander": to the one group that a page has, or calls rebels."""
    armed = armed_groups(named)
    for title in titles if armed else ():
        sentence = parsed.sentences[title.sentence]
        own = [one for one in named if one.sentence == title.sentence]
        nouns = _rebel_nouns(sentence, range(title.first, title.last))
        if not nouns or title.past(sentence) or owner_in(sentence, title, own) is not None:
            continue
        called = {
            actor.party
            for group in groups
            for actor in group.actors
            if nouns & _rebel_nouns(parsed.sentences[group.sentence], range(group.first, group.last))
        }
        meant = [mention for mention in armed if mention.actors[0].party in called] or armed
        if len(meant) == 1:
            yield tie_to(title.person, meant[0], weak=True)


def named_by_nation(parsed: Parsed, groups: Sequence[Mention], named: Sequence[Mention]) -> list[Mention]:
    """Return group mentions with "the Palestinian militant group" as the one armed group of that country on the page."""
    armed = [parties()[mention.actors[0].party or ""] for mention in armed_groups(named)]
    found: list[Mention] = []
    for group in groups:
        own = [party.id for party in armed if len(group.actors) == 1 and party.country == group.actors[0].party]
        sentence = parsed.sentences[group.sentence]
        nation = any(
            m.kind == "demonym" and group.first <= m.first < group.head for m in named if m.sentence == group.sentence
        )
        if len(own) == 1 and nation and _is_group(sentence, group):
            group = msgspec.structs.replace(group, actors=(Actor(party=own[0]),))
        found.append(group)
    return found


def _is_group(sentence: Sentence, group: Mention) -> bool:
    token = sentence.tokens[group.head]
    several = token.xpos in {"NNS", "NNPS"} and _rebel_nouns(sentence, range(group.head, group.head + 1))
    return bool(several) or (token.lemma.lower() in BODIES and token.xpos == "NN")


def _rebel_nouns(sentence: Sentence, at: range) -> set[str]:
    """The nouns for rebels in a stretch."""
    return {sentence.tokens[i].lemma.lower() for i in at} & (roles().people["REB"] | roles().others["REB"])
