"""Terms on the table, gaps between sides, and mechanisms to watch or enforce, in the words used."""

from detente.language import Parsed
from detente.model import Actor, Document, GapClaim, MechanismClaim, PositionClaim, TermClaim
from detente.understand.grammar import children, preposition
from detente.understand.issues import issues_in
from detente.understand.sourcing import Sources
from detente.understand.stretches import quote

STATES = {
    "discuss": "discussed", "develop": "discussed", "propose": "tabled", "offer": "tabled", "accept": "accepted",
    "reject": "rejected", "open": "discussed",
}  # fmt: skip
DIFFERING = frozenset("difference gap disagreement divide rift divergence".split())
NARROWING = {"narrow": "narrowed", "bridge": "narrowed", "close": "closed", "resolve": "closed"}
WATCHING = frozenset("ceasefire.monitoring ceasefire.enforcement".split())


def terms_of(positions: tuple[PositionClaim, ...]) -> tuple[TermClaim, ...]:
    """Return the terms that positions put on the table, with the state that the verb gives them."""
    return tuple(
        TermClaim(
            as_said=position.as_said or "",
            issue=position.issue,
            proposed_by=Actor(party=position.party) if position.stance in {"propose", "offer", "develop"} else None,
            state=STATES[position.stance],
            by=(Actor(party=position.party),),
            evidence={
                "as_said": position.evidence["as_said"],
                "issue": position.evidence["issue"],
                "state": position.evidence["stance"],
                "by": position.evidence["party"],
                **(
                    {"proposed_by": position.evidence["party"]}
                    if position.stance in {"propose", "offer", "develop"}
                    else {}
                ),
            },
            source=position.source,
            because=(f"terms: {position.stance}",),
        )
        for position in positions
        if position.stance in STATES and not position.issue.startswith(("process", "unspecified"))
    )


def mechanisms_of(positions: tuple[PositionClaim, ...]) -> tuple[MechanismClaim, ...]:
    """Return what is to watch or enforce a ceasefire, where a position names it."""
    return tuple(
        MechanismClaim(
            watches=position.as_said or "",
            state=STATES[position.stance],
            evidence={"watches": position.evidence["as_said"], "state": position.evidence["stance"]},
            source=position.source,
            because=(f"mechanisms: {position.issue}",),
        )
        for position in positions
        if position.issue in WATCHING and position.stance in STATES
    )


def find_gaps(parsed: Parsed, sources: Sources, document: Document) -> tuple[GapClaim, ...]:
    """Return where sides are said to differ: "differences over X", and whether they narrowed or closed."""
    found: list[GapClaim] = []
    for sentence in parsed.sentences:
        for token in sentence.tokens:
            if token.lemma.lower() not in DIFFERING or token.upos != "NOUN":
                continue
            objects = [
                i
                for i in children(sentence, token.index, "nmod")
                if preposition(sentence, i) in {"over", "on", "about"}
            ]
            if not objects:
                continue
            first, last = sentence.reach(objects[0])
            governor = sentence.tokens[token.head] if token.head >= 0 else token
            done = governor.xpos in {"VBD", "VBN"} and governor.lemma in NARROWING
            word = document.span(token.start, token.end)
            for named in issues_in(sentence, parsed.text):
                if first <= named.first < last:
                    issue = quote(document, sentence, named.first, named.last)
                    found.append(
                        GapClaim(
                            issue=named.id,
                            state=NARROWING[governor.lemma] if done else "open",
                            evidence={"issue": (issue,), "state": (word,)},
                            source=sources.at(sentence, token.index),
                            because=(f"gaps: {token.lemma}",),
                        )
                    )
    return tuple(found)
