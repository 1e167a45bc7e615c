"""Whom an agreement binds: its parties, the short names it gives them, and who a clause's words mean."""

import re
from collections.abc import Iterator, Mapping

import msgspec

from detente.language import Parsed, Sentence
from detente.language.structure import articles_of
from detente.lexicon.covenants import covenants
from detente.model import Actor, Document, Span
from detente.understand.actors import Cast
from detente.understand.actors.mention import Mention
from detente.understand.grammar import children, conjuncts, preposition, root, subjects
from detente.understand.stretches import noun_phrase, words

BETWEEN = re.compile(r"\b(?:between|by and between|agreed between|concluded between|among)\s+", re.IGNORECASE)
# Where the list of those who agree ends: at who helps them, at what they are called together, at the sentence's end.
CUT = re.compile(
    r"\s*(?:,?\s*(?:\(?together,?\s|\(?(?:hereinafter|hereafter|henceforth)(?:\s+(?:called|referred to as))?,?\s+[\"“'‘]?the (?:two )?(?:Parties|parties|sides)"
    r"|with the (?:mediation|facilitation|support|help|participation)|under the (?:auspices|mediation)|in the presence|mediated by|facilitated by"
    r"|have agreed|hereby agree|agree\b|meeting in|on the one|\bfor the\s(?=(?-i:[a-z])))|[;.:]\s|\n\n|$)",
    re.IGNORECASE,
)
SHORT = re.compile(
    r"(?P<long>[^()\n]{3,120}?)\s*[,(]\s*(?:hereinafter|hereafter|henceforth)[^\"“'‘\n()]{0,30}[\"“'‘](?P<short>[^\"”'’\n]{2,40})[\"”'’]"
    r"|(?<!\w)(?P<name>(?:[A-Z][\w’'.-]+|of|the|for|and|de|la|al)(?:\s+(?:[A-Z][\w’'.-]+|of|the|for|and|de|la|al)){1,9})\s+\((?:[\"“'‘]?(?:the\s+)?)(?P<letters>[A-Z][A-Za-z/&-]{1,14}|[A-Z][a-z]+ [A-Z][a-z]+)[\"”'’]?\)"
)
# What the parties are called together, or that they agree: the list of them stands before it in its sentence.
TOGETHER = re.compile(
    r"\s*[,(]?\s*(?:(?:hereinafter|hereafter|henceforth|together|collectively)[^.\n()]{0,40}[\"“'‘]?(?:the\s+)?(?:[\"“'‘])?(?:Parties|Sides|parties|sides)\b"
    r"|have (?:hereby |reached |now )?(?:agreed|the following agreement|reached))",
)
GOVERNMENT = frozenset(
    "government governments the of republic federal democratic transitional kingdom state islamic people's socialist union national unity".split()
)
ITEM = re.compile(r",\s+(?:and\s+)?|\s+and\s+(?=the\b|[A-Z])")
DEPTH = 2_500  # characters at the head in which the parties are named


class Bound(msgspec.Struct, frozen=True, kw_only=True):
    """The parties of an agreement with the words that name them, and actors by the short names that it gives."""

    parties: tuple[Actor, ...] = ()
    spans: tuple[Span, ...] = ()
    shorts: dict[str, tuple[Actor, ...]] = {}

    def of(self, sentence: Sentence, head: int, cast: Cast) -> tuple[Actor, ...]:
        """Return whom a noun phrase of a clause means; nothing where it is a thing or cannot be told."""
        found: list[Actor] = []
        for one in conjuncts(sentence, head):
            found += [actor for actor in self._one(sentence, one, cast) if actor not in found]
        return tuple(found)

    def _one(self, sentence: Sentence, head: int, cast: Cast) -> tuple[Actor, ...]:
        token = sentence.tokens[head]
        if token.upos == "PRON" and token.lemma.lower() in {"they", "it", "he", "she"}:
            before = _subject_before(sentence, head, cast)
            return self.of(*before, cast) if before else ()
        phrase = _without_preposition(noun_phrase(sentence, head))
        said = words(sentence, *_own(sentence, head)).lower()
        if _is_somebody(sentence, head):
            return (Actor(description=words(sentence, *sentence.reach(head)).strip(" ,")),)
        if said in covenants().everybody or (token.lemma.lower() in {"we"}):
            return self._everybody(said, phrase)
        short = self.shorts.get(said.removeprefix("the "))
        if short is not None:
            return short
        mention = cast.at(sentence, head)
        if token.lemma.lower() in covenants().offices and (mention is None or mention.kind != "person"):
            own = children(sentence, head, "nmod", "compound")
            whose = next((side for one in own for side in cast.parties_of(sentence, one)), None)
            return (Actor(description=words(sentence, *_titled(sentence, head)), party=whose),)
        if _is_body(sentence, head):
            party = cast.parties_of(sentence, head)
            return (Actor(description=phrase, party=party[0] if len(party) == 1 else None),)
        sides = cast.parties_of(sentence, head)
        if sides:
            return tuple(Actor(party=side) for side in sides)
        if mention is not None and mention.kind == "person":
            return mention.actors
        owners = [side for one in children(sentence, head, "nmod") for side in self._owner(sentence, one, cast)]
        if token.lemma.lower() in covenants().agents:
            return tuple(owners) or (Actor(description=phrase),)
        return ()

    def _owner(self, sentence: Sentence, head: int, cast: Cast) -> tuple[Actor, ...]:
        """Whose they are: "the forces of the TPLF"."""
        case = next((sentence.tokens[i].text.lower() for i in children(sentence, head, "case")), "")
        return tuple(one for one in self.of(sentence, head, cast) if one.party) if case == "of" else ()

    def _everybody(self, said: str, phrase: str) -> tuple[Actor, ...]:
        two = bool({"both", "two", "either", "neither"} & set(said.split()))
        if len(self.parties) > 1 and (not two or len(self.parties) == 2):
            return self.parties
        return (Actor(description=phrase),)


def _without_preposition(phrase: str) -> str:
    return re.sub(r"^(?:(?:by|of|to|with|for|and)\s+)+(?:(?:the|a|an)\s+)?", "", phrase, flags=re.IGNORECASE)


def _titled(sentence: Sentence, head: int) -> tuple[int, int]:
    """An office with whose it is, without its article: "Head of AMM", "IFOR Commander"."""
    before = children(sentence, head, "amod", "compound")
    after = [i for i in children(sentence, head, "nmod") if i > head and preposition(sentence, i) == "of"]
    return min([head, *(i for i in before if i < head)]), max([head + 1, *(sentence.reach(i)[1] for i in after[:1])])


def _own(sentence: Sentence, head: int) -> tuple[int, int]:
    """A noun with the words before it, without what follows."""
    before = children(sentence, head, "det", "amod", "compound", "nummod", "det:predet")
    return min([head, *before]), head + 1


def _is_somebody(sentence: Sentence, head: int) -> bool:
    """A party that only the case tells: "the Party concerned", "the other side", "any Party that complains"."""
    if sentence.tokens[head].lemma.lower() not in {"party", "side", "signatory"}:
        return False
    below = [i for i in sentence.children[head] if sentence.tokens[i].rel in {"acl", "acl:relcl", "amod", "det"}]
    return any(
        sentence.tokens[i].lemma.lower() in covenants().somebody or sentence.tokens[i].rel in {"acl", "acl:relcl"}
        for i in below
    )


def _is_body(sentence: Sentence, head: int) -> bool:
    token = sentence.tokens[head]
    return token.lemma.lower() in covenants().bodies and token.lemma.lower() not in {
        "force",
        "unit",
        "group",
        "contingent",
    }


def _subject_before(sentence: Sentence, head: int, cast: Cast) -> tuple[Sentence, int] | None:
    """What a pronoun stands for: the subject of the clause, else of the sentence, before it."""
    before = [
        i
        for i in range(head)
        if sentence.tokens[i].rel in {"nsubj", "nsubj:pass"} and sentence.tokens[i].upos != "PRON"
    ]
    if before:
        return sentence, before[-1]
    sentences = cast.told.parsed.sentences
    if sentence.index == 0:
        return None
    above = sentences[sentence.index - 1]
    top = root(above) or 0
    heads = subjects(above, top) or children(above, top, "nsubj:pass")
    return (above, heads[0]) if heads and above.tokens[heads[0]].upos != "PRON" else None


# ── from the head of the agreement ──────────────────────────────────────────────────────────────────────────────────


def bound_by(parsed: Parsed, cast: Cast, document: Document) -> Bound:
    """Return the parties that an agreement's head names, and the short names that its text gives."""
    text = document.text
    end = min((one.start for one in articles_of(text)), default=len(text))
    told = TOGETHER.search(text, 0, DEPTH)
    end = max(end, told.end()) if told else end
    parties: dict[Actor, Span] = {}
    for start, stop in _lists(text, parsed, min(end, DEPTH)):
        listed: dict[Actor, Span] = {}
        for first, last in _items(text, start, stop, cast):
            for actor in _who(cast, document, first, last):
                listed.setdefault(_another(actor, listed, text[first:last]), document.span(first, last))
        parties = max(parties, listed, key=len)
        if len(parties) > 1:
            break
    shorts = dict(_shorts(text, cast, document))
    return Bound(parties=tuple(parties), spans=tuple(parties.values()), shorts=shorts)


def _another(actor: Actor, listed: Mapping[Actor, Span], name: str) -> Actor:
    """Two items of a list are two parties: of "the Republic of X and the Federation of X" the second is so called."""
    return Actor(description=re.sub(r"^the\s+", "", name.strip(), flags=re.IGNORECASE)) if actor in listed else actor


def _lists(text: str, parsed: Parsed, end: int) -> Iterator[tuple[int, int]]:
    """Where the head lists who agrees: after "between"; before "(the Parties) have agreed"; after "We, the ... of"; who is the first to do it."""
    for match in BETWEEN.finditer(text, 0, end):
        cut = CUT.search(text, match.end(), end)
        yield match.end(), cut.start() if cut else end
    for sentence in parsed.sentences:
        if sentence.start >= end:
            break
        for token in sentence.tokens:
            if token.rel in {"nsubj", "root"} and (
                token.lemma.lower() in {"we", "representative", "undersigned", "party"}
            ):
                first = sentence.tokens[sentence.reach(token.index)[0]].start
                cut = CUT.search(text, token.end, end)
                yield first, cut.start() if cut else sentence.end
    for match in TOGETHER.finditer(text, 0, end):
        first = text.rfind("\n", 0, match.start()) + 1
        cut = CUT.search(text, first, match.start())
        yield first, cut.start() if cut else match.start()
    for sentence in parsed.sentences:
        top = root(sentence)
        for head in subjects(sentence, top)[:1] if top is not None and sentence.start < end else ():
            first, last = sentence.reach(head)
            yield sentence.tokens[first].start, sentence.tokens[last - 1].end


def _items(text: str, start: int, stop: int, cast: Cast) -> Iterator[tuple[int, int]]:
    """The items of a list: parted by commas and "and" outside brackets and names."""
    names = [at for _, at in _named(cast, start, stop)]
    masked = re.sub(r"\([^)]*\)", lambda match: "x" * len(match.group()), text[start:stop])
    at = 0
    parting = (one for one in ITEM.finditer(masked) if not any(a < start + one.start() < b for a, b in names))
    for match in [*parting, None]:
        last = match.start() if match else len(masked)
        if masked[at:last].strip():
            yield start + at, start + last
        at = match.end() if match else last


def _who(cast: Cast, document: Document, first: int, last: int) -> list[Actor]:
    """The party that an item names; one that no list knows by the letters that the agreement gives it."""
    sides = [actor.party for mention, _ in _named(cast, first, last) for actor in mention.actors if actor.party]
    letters = re.search(r"\(([A-Z][A-Za-z/&-]{1,14})\)", document.text[first:last])
    if letters and not any(side == letters[1] for side in sides) and not _whole(cast, document, first, last):
        return [Actor(party=letters[1])]
    governs = (
        "government" in document.text[first:last].lower()
    )  # "the Government of National Unity of ..." is of the last
    return [Actor(party=side) for side in (sides[-1:] if governs else sides[:1])]


def _whole(cast: Cast, document: Document, first: int, last: int) -> bool:
    """Whether the lexicon knows the name itself, not only a country inside it."""
    name = _telling(re.sub(r"\([^)]*\)", " ", document.text[first:last]))
    said = (_telling(document.text[start:end]) for _, (start, end) in _named(cast, first, last))
    return any(len(words) >= len(name) for words in said)


def _telling(name: str) -> list[str]:
    """The words of a name without those of a government: of "the Transitional Government of South Sudan" the country."""
    return [word for word in name.split() if word.lower() not in GOVERNMENT]


def _named(cast: Cast, first: int, last: int) -> Iterator[tuple[Mention, tuple[int, int]]]:
    """The parties that are named within a stretch of the text, each with where its name stands."""
    for mention in cast.mentions:
        sentence = cast.told.parsed.sentences[mention.sentence]
        start, end = sentence.tokens[mention.first].start, sentence.tokens[mention.last - 1].end
        if first <= start and end <= last and mention.kind in {"name", "party"}:
            yield mention, (start, end)


def _shorts(text: str, cast: Cast, document: Document) -> Iterator[tuple[str, tuple[Actor, ...]]]:
    """The short names that the text gives in brackets, each with whom the words before them name."""
    for match in SHORT.finditer(text):
        short = (match["short"] or match["letters"]).strip()
        if short.lower().removeprefix("the ") in {"parties", "sides", "agreement", "two parties"}:
            continue
        start = match.start("long" if match["short"] else "name")
        stop = match.end("long" if match["short"] else "name")
        long = text[start:stop]
        start += max((m.end() for m in re.finditer(r"[,;]\s+|\band (?=the\b)|\bbetween\s+", long)), default=0)
        actors = tuple(_who(cast, document, start, match.end()))
        if not actors or any(word in long.lower().split() for word in covenants().bodies):
            name = re.sub(r"^(?:(?:the|a|an|of|for|and)\s+)+", "", text[start:stop].strip(" ,"), flags=re.IGNORECASE)
            actors = (Actor(description=name.split(", ")[-1]),)
        yield short.lower().removeprefix("the "), actors
