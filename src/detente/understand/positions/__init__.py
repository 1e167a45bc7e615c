"""Positions: which party makes which move on which issue, never stronger than the text's own verb.

`matching` finds the frames of the lexicon in a sentence's tree (`verbs`, `nouns`, `said`) and `plain` what only the mood of
a verb tells; `mood` says what negation, modals and `conditions` leave of a move, `reach` and `abouts` which issues its object
is about, `holders` whose it is, `telling` who tells it, and `claims` puts it down with the words that support it.
"""

from detente.language import Parsed
from detente.model import Document, PositionClaim
from detente.understand.actors import Cast
from detente.understand.issues import issues_in
from detente.understand.positions.abouts import Telling
from detente.understand.positions.claims import claims_of
from detente.understand.positions.earlier import Earlier
from detente.understand.positions.stances import stances_of
from detente.understand.positions.standing import find_standing
from detente.understand.positions.telling import Sides
from detente.understand.sayings import Saying
from detente.understand.sourcing import Sources
from detente.understand.stretches import telling

__all__ = ["find_positions"]


def find_positions(
    parsed: Parsed, cast: Cast, sides: Sides, sayings: tuple[Saying, ...], sources: Sources, document: Document, *,
    conflict: bool,
) -> tuple[PositionClaim, ...]:  # fmt: skip
    """Return the positions that a document tells of, the first telling of each (party, issue, stance).

    `sides` are those of the page, `conflict` tells that the document is about one: ordinary issues count only there.
    """
    found: dict[tuple[str, str, str], PositionClaim] = {}
    named_in = {sentence.index: issues_in(sentence, parsed.text) for sentence in parsed.sentences}
    earlier = Earlier(parsed, document, cast.told.chains, named_in)
    standing = find_standing(parsed, cast, sides)
    for sentence in telling(parsed, document):
        named = named_in[sentence.index]
        said = [one for one in sayings if any(part.sentence == sentence.index for part in (*one.parts, *one.further))]
        teller = Telling(
            sentence=sentence, parsed=parsed, document=document, cast=cast, standing=standing, said=said, sources=sources, sides=sides,
            conflict=conflict,
        )  # fmt: skip
        read: set[int] = set()  # words whose move is found
        for stance in stances_of(sentence, cast, standing, said):
            claims = [] if stance.frame and stance.cue in read else list(claims_of(stance, teller, named, earlier))
            read |= {stance.cue} if stance.frame and (claims or stance.move == "deny") else set()
            for claim in claims:
                found.setdefault((claim.party, claim.issue, claim.stance), claim)
    return tuple(found.values())
