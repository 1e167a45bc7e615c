"""How the page knows: chains from its outlet to whoever said it, anonymity and its reason, and the root of each.

A source holds only where the text shows it: inside the content of an attribution. Everything else is the narrator's.
"""

import re
from collections.abc import Iterator

import msgspec

from detente.language import Parsed, Sentence
from detente.lexicon.outlets import find_outlet
from detente.model import Actor, Anonymity, Document, Link, Source, SourcingClaim, Span
from detente.understand.actors import Cast
from detente.understand.sayings import Saying
from detente.understand.stretches import quote

ANONYMOUS_NOUN = re.compile(r"\b(?:sources?|people|persons?|individuals?|insiders?)\b", re.IGNORECASE)
WITHHELD = re.compile(
    r"\b(?:anonymity|anonymous(?:ly)?|not (?:be )?(?:named|identified)|unnamed|familiar with|briefed on|with knowledge of"
    r"|(?:not|un)authori[sz]ed to speak|close to|privy to)\b",
    re.IGNORECASE,
)
REASON = re.compile(
    r"(?:anonymity|anonymous(?:ly)?)[^.;]{0,40}?\b((?:because|since|as|due to|to)\b[^.;]{5,120})|(not authori[sz]ed to speak[^.;,]{0,60})"
    r"|considered (sensitive)",
    re.IGNORECASE,
)
ROLE_ONLY = re.compile(r"\b(?:spokes\w+|officials?|diplomats?|aides?|advisers?|mediators?|negotiators?|ministers?|commanders?|representatives?)\b", re.IGNORECASE)  # fmt: skip
COUNT = re.compile(r"\b(\d+|one|two|three|four|five|six|seven|eight|nine|ten|a|an)\b", re.IGNORECASE)
NUMBER = {word: n for n, word in enumerate("zero one two three four five six seven eight nine ten".split())} | {
    "a": 1,
    "an": 1,
}
BACK = re.compile(r"^(?:the |that |this )?(?:outlet|newspaper|paper|website|site|agency|magazine|broadcaster|news (?:agency|outlet|site))$", re.IGNORECASE)  # fmt: skip


OWN = "@"  # stands in a root for the page's own story, so that reprints share it


class Sources(msgspec.Struct, frozen=True, kw_only=True):
    """The sources of a document, and which of them stands behind each place of its text."""

    sources: tuple[Source, ...]
    of_saying: dict[int, str]
    stretches: tuple[tuple[int, int, int, str], ...]
    narrator: str

    def by_saying(self) -> dict[int, Source]:
        """Return the source of each saying, by its number."""
        known = {source.id: source for source in self.sources}
        return {number: known[id_] for number, id_ in self.of_saying.items()}

    def at(self, sentence: Sentence, token: int) -> str:
        """Return the id of the innermost source that covers a token, the narrator's where none does."""
        covering = [row for row in self.stretches if row[0] == sentence.index and row[1] <= token < row[2]]
        return min(covering, key=lambda row: row[2] - row[1])[3] if covering else self.narrator


def find_sources(parsed: Parsed, cast: Cast, sayings: tuple[Saying, ...], document: Document) -> Sources:
    """Return the document's sources: the narrator's first, then one for each distinct chain."""
    outlet = Link(name=document.outlet or "unknown outlet")
    narrator = Source(id="s0", chain=(outlet,), anonymity="narrator", evidence=document.evidence.get("outlet", ()))
    found: dict[tuple[str, ...], Source] = {}
    of_saying: dict[int, str] = {}
    stretches: list[tuple[int, int, int, str]] = []
    cited = dict(_citations(parsed, sayings))
    last_outlet: Link | None = None
    names = {person.id: person.name for person in cast.people}
    for number, saying in enumerate(sayings):
        sentence = parsed.sentences[saying.sentence]
        link = Link(name=saying.outlet) if saying.outlet else cited.get(number)
        if link is None and saying.speaker is not None and last_outlet:
            link = last_outlet if _refers_back(sentence, saying.speaker) else None
        last_outlet = link or last_outlet
        people = None if saying.outlet or (saying.actor and _is_outlet(saying.actor)) else _people_link(saying, names)
        chain = tuple(step for step in (outlet, link, people) if step)
        key = tuple(step.name.lower() for step in chain)
        if key not in found:
            found[key] = _source(f"s{len(found) + 1}", chain, saying, sentence, document, people)
        of_saying[number] = found[key].id
        stretches.append((saying.sentence, *saying.content, found[key].id))
    sources, merged = _joined([narrator, *found.values()], document)
    return Sources(
        sources=tuple(sources),
        of_saying={number: merged[id_] for number, id_ in of_saying.items()},
        stretches=tuple((s, a, b, merged[id_]) for s, a, b, id_ in stretches),
        narrator="s0",
    )


def _is_outlet(actor: Actor) -> bool:
    return bool(actor.description and BACK.match(actor.description))


def _refers_back(sentence: Sentence, speaker: int) -> bool:
    """As in "Sources who spoke with the outlet": the outlet named before."""
    first, last = sentence.reach(speaker)
    return any(BACK.match(sentence.tokens[i].text) for i in range(first, last) if sentence.tokens[i].upos == "NOUN")


def _citations(parsed: Parsed, sayings: tuple[Saying, ...]) -> Iterator[tuple[int, Link]]:
    """An outlet told of by the one who speaks ("told Reuters"), or citing them ("Politico reported, citing two officials")."""
    for number, saying in enumerate(sayings):
        sentence = parsed.sentences[saying.sentence]
        stretch = range(*sentence.reach(saying.speaker)) if saying.speaker is not None else range(0)
        near = list(stretch) + ([saying.addressee] if saying.addressee is not None else [])
        for name in sentence.names:
            if any(name.first <= i < name.last for i in near):
                outlet = find_outlet(" ".join(t.text for t in sentence.tokens[name.first : name.last]))
                if outlet and not outlet.ambiguous:
                    yield number, Link(name=outlet.name)
                    break


def _people_link(saying: Saying, names: dict[str, str]) -> Link | None:
    actor = saying.actor
    if actor is None:
        return None
    if actor.person:
        return Link(name=names.get(actor.person, actor.person), kind="person", id=actor.person)
    if actor.description:
        return Link(name=actor.description, kind="people")
    return Link(name=actor.party or "", kind="party", id=actor.party)


def _source(
    id_: str, chain: tuple[Link, ...], saying: Saying, sentence: Sentence, document: Document, people: Link | None
) -> Source:
    first, last = sentence.reach(saying.speaker) if saying.speaker is not None else (saying.cue, saying.cue + 1)
    last = min(last, saying.content[0]) if first < saying.content[0] else last
    phrase = " ".join(token.text for token in sentence.tokens[first:last])
    anonymity = _anonymity(people, phrase)
    count = COUNT.match(phrase) if anonymity in {"anonymous", "unnamed"} else None
    number = NUMBER.get(count[1].lower()) if count and not count[1].isdigit() else int(count[1]) if count else None
    outlet = next((step for step in chain[1:] if step.kind == "outlet"), None)
    token = sentence.tokens[saying.cue]
    spans = [Span(start=token.start, end=token.end, quote=token.text)]
    if first < last:
        spans.insert(0, quote(document, sentence, first, last))
    return Source(
        id=id_, chain=chain, root=_root(people, anonymity, outlet), anonymity=anonymity, count=number,
        evidence=tuple(sorted(spans, key=lambda span: span.start)),
    )  # fmt: skip


def _anonymity(people: Link | None, phrase: str) -> Anonymity:
    if people is None:
        return "institution"
    if people.kind == "person":
        return "named"
    if people.kind == "party":
        return "institution"
    if WITHHELD.search(phrase) or ANONYMOUS_NOUN.search(people.name):
        return "anonymous"
    return "unnamed" if ROLE_ONLY.search(people.name) else "institution"


def _root(people: Link | None, anonymity: Anonymity, outlet: Link | None) -> str | None:
    """The key that independence is counted by; anonymous people count as their outlet's."""
    if people is None:
        return f"outlet:{outlet.name}" if outlet else None
    if people.kind == "person" or anonymity == "institution":
        return f"{people.kind}:{(people.id or people.name).lower()}"
    teller = outlet.name if outlet else OWN
    return f"anonymous:{teller}" if anonymity == "anonymous" else f"unnamed:{teller}:{people.name.lower()}"


def _joined(sources: list[Source], document: Document) -> tuple[list[Source], dict[str, str]]:
    """Apply a clause on anonymity in another sentence back to the sources it speaks of, and join what it shows to be one.

    An outlet's report and the anonymous people that the same outlet is said to have spoken with are one source.
    """
    text = document.text
    reason = next((match for match in REASON.finditer(text)), None)
    granted = re.search(
        r"\b(?:granted|on condition of|given|speaking on|requested)[^.]{0,30}anonymity|anonymously", text
    )
    merged = {source.id: source.id for source in sources}
    people = {s.chain[1].name: s for s in sources if len(s.chain) == 3 and s.anonymity == "anonymous"}
    kept: list[Source] = []
    for source in sources:
        if (
            len(source.chain) == 2
            and source.chain[1].kind == "outlet"
            and source.chain[1].name in people
            and source.anonymity == "institution"
        ):
            merged[source.id] = people[source.chain[1].name].id
            continue
        if source.anonymity == "anonymous" and granted:
            sentence = document.span(granted.start(), granted.end())
            said = next((group for group in reason.groups() if group), None) if reason else None
            source = msgspec.structs.replace(source, reason=said, evidence=(*source.evidence, sentence))
        kept.append(source)
    return kept, merged


def sourcings(sources: Sources, document: Document) -> tuple[SourcingClaim, ...]:
    """One claim for every outlet that the page cites; the page's own outlet where its text names it."""
    cited = {link.name: source for source in sources.sources for link in source.chain[1:] if link.kind == "outlet"}
    own = document.evidence.get("outlet", ())
    return tuple(
        SourcingClaim(
            outlet=document.outlet if own else None,
            cites=name,
            source=source.id,
            evidence={"cites": source.evidence, **({"outlet": own} if own else {})},
            because=("sourcing: cited outlet",),
        )
        for name, source in cited.items()
    )
