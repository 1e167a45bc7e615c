"""The key that independence is counted by, and whether a party tells of its own doing.

person:ID and party:ID are somebody named; people:NAME a body without an id; document:NAME a paper; outlet:NAME an outlet
that gives no source; anonymous:TELLER and unnamed:TELLER:NAME people known only through their teller, "@" being the page's
own story, so that reprints share it. The narrator's own voice has none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.language import Parsed
from detente.model import Link
from detente.understand.actors import Cast
from detente.understand.grammar import children, subjects
from detente.understand.sayings import Saying
from detente.understand.stretches import head as head_of

if TYPE_CHECKING:
    from detente.understand.sourcing.chains import Way

OWN = "@"
ITSELF = frozenset("we it they i he she its their our his her my".split())


def root_of(way: Way, page: Link) -> str | None:
    """Return the root of a chain: who stands at its end, or their teller where nobody can tell them apart."""
    end = way.links[-1]
    if end.kind == "outlet":
        return f"outlet:{end.name}" if end is not page else None
    tellers = [link for link in way.links[1:] if link.kind == "outlet"]
    teller = tellers[-1].name if tellers else OWN
    if end.kind == "document":
        return f"document:{end.name.lower()}"
    if way.anonymity == "anonymous":
        return f"anonymous:{teller}"
    if way.anonymity == "unnamed":
        return f"unnamed:{teller}:{end.name.lower()}"
    return f"{end.kind}:{(end.id or end.name).lower()}"


def tells_of_itself(saying: Saying, parsed: Parsed, cast: Cast) -> bool:
    """Tell whether whoever speaks is, or stands for, the party that the content is about."""
    side = cast.side(saying.actor) if saying.actor is not None else None
    sentence = parsed.sentences[saying.sentence]
    first, last = saying.content
    verb = head_of(sentence, first, last)
    for subject in subjects(sentence, verb):
        word = sentence.tokens[subject].text.lower()
        if word in ITSELF and first <= subject < last:
            return side is not None or saying.outlet is None
        owners = children(sentence, subject, "nmod:poss")
        if any(sentence.tokens[one].text.lower() in ITSELF for one in owners):
            return side is not None or saying.outlet is None
        if side is not None and side in [p for one in (subject, *owners) for p in cast.parties_of(sentence, one)]:
            return True
    return False
