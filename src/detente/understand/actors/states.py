"""The state that a page tells of before all others: whose "the government" is."""

from collections import Counter
from collections.abc import Iterable

from detente.lexicon.parties import parties
from detente.understand.actors.mention import Mention

OFTEN = 3  # mentions, and times as many as of any other state; set by hand


def page_state(mentions: Iterable[Mention]) -> str | None:
    """Return the state that a page names far more often than any other: whose "the government" is, or None."""
    named = [m for m in mentions if m.kind in {"name", "demonym", "capital"}]
    told = Counter(actor.party for mention in named for actor in mention.actors if actor.party)
    states = [(party, count) for party, count in told.most_common() if parties()[party].kind == "state"]
    if not states or states[0][1] < OFTEN:
        return None
    return states[0][0] if len(states) == 1 or states[0][1] >= OFTEN * states[1][1] else None
