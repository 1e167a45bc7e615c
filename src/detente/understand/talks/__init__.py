"""Talks: who meets whom, when and where, planned, held or otherwise, in one document's words.

    meeting words → drafts (who, status, when, where, what for) → one talk's drafts joined → its scene → claims

Background ("months of diplomacy") makes none. Headlines make none either: a headline never outranks its body.
"""

from detente.language import Parsed
from detente.model import Document, TalkClaim
from detente.understand.actors import Cast
from detente.understand.actors.home import filled
from detente.understand.positions.telling import Sides
from detente.understand.sourcing import Sources
from detente.understand.stretches import in_headline
from detente.understand.talks.claims import claims_of
from detente.understand.talks.completing import completed
from detente.understand.talks.draft import Draft
from detente.understand.talks.drafts import drafts_of
from detente.understand.talks.enough import is_history
from detente.understand.talks.joining import joined
from detente.understand.talks.pairs import page_pair
from detente.understand.talks.reading import Reading
from detente.understand.talks.scene import with_scene
from detente.understand.talks.triggers import of_sport
from detente.understand.times import TimeMention
from detente.understand.war import is_a_story, is_of_war

__all__ = ["find_talks"]


def find_talks(
    parsed: Parsed, cast: Cast, sides: Sides, times: tuple[TimeMention, ...], sources: Sources, document: Document
) -> tuple[TalkClaim, ...]:
    """Return the talks that a document tells of: one claim for each account of each; `sides` are those of the page."""
    if is_a_story(parsed):
        return ()
    cast = filled(cast, parsed, document, sides, rebels=True)
    reading = Reading(parsed=parsed, cast=cast, times=times, sources=sources, document=document)
    games = any(map(of_sport, parsed.sentences))
    drafts: list[Draft] = []
    for sentence in parsed.sentences:
        if not in_headline(document, sentence) and not of_sport(sentence):
            drafts += [draft for draft in drafts_of(sentence, reading) if not games or _names_people(draft)]
    pair = page_pair(drafts, cast, parsed, document)
    groups = with_scene(joined(drafts, pair, of_war=is_of_war(parsed, cast)), reading)
    groups = [group for group in groups if not is_history(group, reading.today)]
    groups = [completed(group, pair, reading) for group in groups] if pair else groups
    return tuple(claim for group in groups for claim in claims_of(group, cast))


def _names_people(draft: Draft) -> bool:
    """On a page about games, countries that meet are teams; people and delegations are not."""
    return draft.rule != "meet" or any(actor.person or actor.description for actor in draft.actors)
