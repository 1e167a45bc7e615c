"""What one stretch of text tells of a talk, before the tellings of one talk are joined."""

import msgspec

from detente.model import Actor, Evidence, Span, TalkStatus, When, Where


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """One telling of a talk.

    `rule` names the lexicon entry that made it, `status_rule` what gave its status; `firm` tells that a word for that
    very thing gave it ("held", "postponed"), not the mere tense of another. `actors` meet; `present` are named as being there by another sentence or clause; `anaphor` tells that the words point
    back ("the two sides"). `order` is what sets it apart from other talks of the series ("second", "next");
    `level` is that of those who meet: heads of state and government, or ministers and envoys; `officials` are those of them whose office the text tells. `back` tells that a bare pronoun means the talk told right before. `behind` are those whom the words mean by what stands before them; `apart` are words of the same sentence that tell of
    other talks. `phrases` are purpose, outcome, and the talks that it follows or prepares, in the text's words.
    """

    sentence: int
    trigger: int
    rule: str
    status: TalkStatus | None
    status_rule: str = ""
    firm: bool = False
    when: When | None = None
    where: Where | None = None
    actors: tuple[Actor, ...] = ()
    present: tuple[Actor, ...] = ()
    functions: tuple[tuple[str, str], ...] = ()
    mediators: tuple[str, ...] = ()
    host: str | None = None
    absent: tuple[Actor, ...] = ()
    format: str | None = None
    topics: tuple[str, ...] = ()
    phrases: dict[str, str] = {}
    definite: bool = False
    anaphor: str | None = None
    order: str | None = None
    weak: bool = False
    back: bool = False
    noun: bool = False
    level: str | None = None
    officials: frozenset[str] = frozenset()
    behind: tuple[Actor, ...] = ()
    behind_spans: tuple[Span, ...] = ()
    apart: frozenset[int] = frozenset()
    evidence: Evidence
    source: str
