"""Where and to whom it was said: "told reporters in the Oval Office", "in an interview with Fox News", "wrote on X"."""

from collections.abc import Iterator

from detente.language import Sentence
from detente.lexicon.outlets import find_outlet
from detente.lexicon.sayings import words as listed
from detente.understand.grammar import children, preposition
from detente.understand.sayings.naming import name_of
from detente.understand.sayings.outlets_named import is_outlet_noun, outlet_at, unknown_outlet
from detente.understand.sayings.saying import Saying
from detente.understand.sayings.voices import is_hearer
from detente.understand.stretches import words

MARKS = frozenset("in on at during via through by from".split())
SPEAKING = frozenset({"speak", "talk", "interview", "ask"})
SEEN = frozenset("see obtain review view examine read publish get acquire share carry leak release".split())


def venue_of(sentence: Sentence, saying: Saying) -> tuple[int, int] | None:
    """Return the phrase that tells where it was said, without its preposition, or None."""
    told = saying.addressee
    hearers = told is not None and sentence.tokens[told].lemma.lower() in listed("hearers")
    near = [
        one
        for at in (saying.cue, told, saying.speaker)
        if at is not None
        for one in children(sentence, at, "obl", "nmod")
    ]
    for one in near:
        token = sentence.tokens[one]
        fits = token.lemma.lower() in listed("venues") or (hearers and token.upos == "PROPN")
        if preposition(sentence, one) in MARKS and fits and not _said(saying, one) and not _is_day(token.lemma):
            first, last = sentence.reach(one)
            while first < one and sentence.tokens[first].rel == "case":
                first += 1
            return first, last
    return None


def _is_day(lemma: str) -> bool:
    return lemma.lower() in {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}


def _said(saying: Saying, index: int) -> bool:
    return saying.content[0] <= index < saying.content[1]


def outlets_through(sentence: Sentence, saying: Saying) -> Iterator[tuple[str, int]]:
    """Yield the outlets that what was said came through, the nearest to the page first, with the word that names each."""
    heads: list[int] = []
    if saying.carrier is not None:
        heads.append(saying.carrier)
    if saying.addressee is not None:
        heads.append(saying.addressee)
        if sentence.tokens[saying.addressee].lemma.lower() in listed("hearers"):  # "told a Reuters reporter"
            heads += children(sentence, saying.addressee, "compound", "nmod:poss", "amod")
        heads += [
            one
            for one in children(sentence, saying.addressee, "nmod")
            if preposition(sentence, one) in {"of", "from", "at"}
        ]
    heads += _interviews(sentence, saying)
    if saying.speaker is not None:
        heads += [*_in_clauses(sentence, saying), *_employed_by(sentence, saying.speaker)]
    seen: set[str] = set()
    for head in heads:
        name = outlet_at(sentence, head) or _programme(sentence, head) or _broadcast(sentence, head)
        name = name or (_behind_cue(sentence, saying, head) if head == saying.addressee else None)
        as_saying = head == saying.carrier and sentence.tokens[saying.cue].xpos == "VBG"
        told = head == saying.addressee and _is_organisation(sentence, head)
        if not name and (as_saying or told or _reads(sentence, head)):
            name = unknown_outlet(sentence, head)
        if name and name not in seen:
            seen.add(name)
            yield name, head


def _behind_cue(sentence: Sentence, saying: Saying, head: int) -> str | None:
    """The outlet whose name runs from the cue to its last word, however the tree parts it: "told L'Orient-Le Jour"."""
    firsts = range(saying.cue + 1, min(saying.cue + 3, head))
    known = next((known for first in firsts if (known := find_outlet(words(sentence, first, head + 1)))), None)
    return known.name if known else None


def _is_organisation(sentence: Sentence, head: int) -> bool:
    """As in "told Walla": a name without an article that is an organisation's; parliaments mostly have one."""
    named = any(name.kind == "ORG" and name.first <= head < name.last for name in sentence.names)
    return named and not children(sentence, head, "det")


def _reads(sentence: Sentence, head: int) -> bool:
    """Tell whether somebody does what outlets do, as in "a draft seen by it", "quoted by it"."""
    token = sentence.tokens[head]
    reading = SEEN - {"share", "carry", "leak", "release", "publish", "get", "acquire"} | {"quote", "cite"}
    return token.rel in {"nsubj", "obl:agent", "obl", "nmod:desc"} and sentence.tokens[token.head].lemma in reading


def _programme(sentence: Sentence, head: int) -> str | None:
    """The outlet whose programme or service is named: "CBS's Face the Nation"."""
    owners = children(sentence, head, "nmod:poss") if sentence.tokens[head].text[:1].isupper() else []
    return next((name for one in owners if (name := outlet_at(sentence, one))), None)


def _broadcast(sentence: Sentence, head: int) -> str | None:
    """An outlet without a name that is still no other: "state television", "a Greek radio station"."""
    token = sentence.tokens[head]
    if not is_outlet_noun(sentence, head) and sentence.tokens[head].text.lower() not in {"media", "press"}:
        return None
    described = children(sentence, head, "amod", "compound", "nmod:poss")
    if any(sentence.tokens[one].upos == "PRON" for one in described):  # "on its website" is where, not who
        return None
    if not described or token.lemma.lower() in {"service", "site", "show"}:
        return None
    return name_of(sentence, head)


def _interviews(sentence: Sentence, saying: Saying) -> list[int]:
    """As in "in an interview with Fox News", "on CNN", "speaking to the Kyiv Independent"."""
    found: list[int] = []
    verbs = [
        saying.cue,
        *(one for one in sentence.children[saying.cue] if sentence.tokens[one].lemma in SPEAKING),
    ]
    for verb in verbs:
        for one in children(sentence, verb, "obl", "nmod", "obl:agent"):
            if _said(saying, one):
                continue
            if sentence.tokens[one].lemma.lower() in listed("venues") | listed("documents"):
                found += [
                    below
                    for below in children(sentence, one, "nmod")
                    if preposition(sentence, below) in {"with", "to", "by", "on", "carried", "for"}
                ]
                found += _leaked_to(sentence, one)
            asked = sentence.tokens[verb].lemma in {"interview", "ask"} and preposition(sentence, one) == "by"
            if asked or preposition(sentence, one) in {"on", "to", "with", "through", "via"}:
                found.append(one)
    return found


def _leaked_to(sentence: Sentence, venue: int) -> list[int]:
    """As in "in a memo leaked to Axios", "in remarks carried by KCNA": who passes on where it was said."""
    return [
        below
        for one in range(venue + 1, sentence.reach(venue)[1])
        if sentence.tokens[one].lemma in SEEN | listed("carrying")
        and sentence.tokens[one].rel in {"acl", "acl:relcl", "nmod"}
        for below in sentence.children[one]
        if preposition(sentence, below) in {"to", "by", "in", "on", "over"}
    ]


def _employed_by(sentence: Sentence, head: int) -> list[int]:
    """Whose reporter or source a person is: "Axios's Barak Ravid", "Barak Ravid of Axios", "Axios sources"."""
    if sentence.tokens[head].lemma.lower() == "source":
        return children(sentence, head, "compound", "nmod:poss")
    if sentence.tokens[head].upos != "PROPN":
        return []
    of = [one for one in children(sentence, head, "nmod") if preposition(sentence, one) in {"of", "from"}]
    titles = [one for one in children(sentence, head, "nmod:desc", "appos") if is_hearer(sentence, one)]
    return [*children(sentence, head, "nmod:poss"), *of, *(one for at in titles for one in sentence.children[at])]


def _in_clauses(sentence: Sentence, saying: Saying) -> list[int]:
    """Words in what describes the speaker that may name an outlet: "a draft seen by Axios", "people who spoke with it"."""
    assert saying.speaker is not None
    return [
        one
        for one in range(*sentence.reach(saying.speaker))
        if one not in {saying.cue, saying.speaker}
        and not _said(saying, one)
        and sentence.tokens[one].rel in {"obl", "obl:agent", "nsubj"}
        and sentence.tokens[one].upos in {"PROPN", "NOUN"}
    ]
