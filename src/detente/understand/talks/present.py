"""Who is told to have been there by a sentence that tells of no talk itself: "also present was X", "Y joined the call"."""

from collections.abc import Iterator

from detente.language import Sentence
from detente.lexicon.meetings import language
from detente.lexicon.roles import titles
from detente.understand.actors import Cast, Mention
from detente.understand.actors.ties.bodies import BRINGING, is_brought_together
from detente.understand.grammar import children, conjuncts, negation, preposition, subjects
from detente.understand.talks.company import CHAIRING, Company
from detente.understand.talks.listing import list_from
from detente.understand.talks.named import actors_in, marked
from detente.understand.talks.path import form_of

HELPED = frozenset({"help", "assist", "support", "join", "second", "aid"})
GOING = frozenset({"travel", "fly", "come", "arrive", "go"})
TOLD = frozenset({"past", "perfect", "will"})
BE = frozenset("was were be been is are sat stood".split())
LEADING_IN = frozenset("will to due expected set scheduled would had have has".split())
WEAK_THERE = "there"  # which needs an "also" beside it
LINKS = frozenset(", and & the a an his her their of 's ’s".split())
TALKS_TOO = frozenset("ceremony signing launch opening event proceeding handshake call conversation".split())
ALSO_TOLD = frozenset({"part", "observer", *TALKS_TOO})
GOING_BETWEEN = frozenset({"go", "walk", "move", "run", "commute"})
ENDS = frozenset({"room", "delegation", "side", "team", "hotel", "party", "camp"})
TO_AND_FRO = ("to and fro between", "back and forth between")
THEM = frozenset("two both pair man leader president minister side delegation team".split())


def attendances(sentence: Sentence, cast: Cast) -> Iterator[tuple[int, Company]]:
    """Yield the word and whom it tells to have been there: attending, hosting, mediating, sitting at the table."""
    yield from _by_phrase(sentence, cast)
    yield from _in_town(sentence, cast)
    yield from _hosts(sentence, cast)
    for token in sentence.tokens:
        if token.upos == "VERB":
            found = (rule(sentence, cast, token.index) for rule in VERBAL)
            yield from ((token.index, one) for one in (next(filter(None, found), None),) if one is not None)


# ── by a phrase: "in attendance", "at the table" ────────────────────────────────────────────────────────────────────


def _by_phrase(sentence: Sentence, cast: Cast) -> Iterator[tuple[int, Company]]:
    """As in "X was also present", "also at the table were X and Y", "with X in attendance"."""
    low = [token.text.lower() for token in sentence.tokens]
    for first, last in _phrases(low):
        heads = _behind(sentence, cast, low, first, last) or _before(sentence, cast, low, first, last)
        chairs = "chair" if low[last - 1] == "chair" else None
        named = heads and not _names_another(sentence, last - 1)
        company = there(sentence, cast, heads, function=chairs) if named else None
        if company is not None:
            yield last - 1, company


def _phrases(low: list[str]) -> Iterator[tuple[int, int]]:
    """The stretches that say where somebody is who is at a talk."""
    for phrase in sorted(language().words["there"]):
        words = phrase.split()
        yield from ((i, i + len(words)) for i in range(len(low)) if low[i : i + len(words)] == words)


def _behind(sentence: Sentence, cast: Cast, low: list[str], first: int, last: int) -> list[int]:
    """The people behind the verb of an inverted sentence: "also at the table were A and B"."""
    opening = low[first:last] != [WEAK_THERE] and all(
        sentence.tokens[i].upos in {"ADV", "CCONJ", "PUNCT"} for i in range(first)
    )
    at = last + (low[last : last + 1] == ["will"])
    return list_from(sentence, cast, at + 1) if opening and low[at : at + 1] and low[at] in BE else []


def _before(sentence: Sentence, cast: Cast, low: list[str], first: int, last: int) -> list[int]:
    """The people before it: behind "with", or as those of whom a "was" tells it."""
    at = first
    while at > 0 and sentence.tokens[at - 1].upos == "ADV" and low[at - 1] not in {"not", "never", "n't"}:
        at -= 1
    verb = at > 0 and low[at - 1] in BE
    end = at - 1 if verb else at
    while verb and end > 0 and (low[end - 1] in LEADING_IN or sentence.tokens[end - 1].upos == "ADV"):
        end -= 1
    also = {"also", "too"} & {*low[end:first], *low[last : last + 1]}
    if low[first:last] == [WEAK_THERE] and not (also and verb):
        return []
    mention = _ending_at(sentence, cast, end)
    present = verb and low[at - 1] in {"is", "are"}
    if mention is None or present or not (verb or _opens(sentence, cast, low, mention) == "with"):
        return []
    return [mention.head]


def _ending_at(sentence: Sentence, cast: Cast, end: int) -> Mention | None:
    """The person last named before a word, with nothing but titles and commas between."""
    people = [m for m in cast.within(sentence) if m.kind == "person" and m.last <= end]
    last = max(people, key=lambda m: m.last, default=None)
    between = set(range(last.last, end)) - _covered(sentence, cast) if last else set()
    return last if all(sentence.tokens[i].text.lower() in LINKS for i in between) else None


def _opens(sentence: Sentence, cast: Cast, low: list[str], mention: Mention) -> str:
    """The word before the row of people that somebody stands in."""
    covered, at = _covered(sentence, cast), mention.first
    while at > 0 and (at - 1 in covered or low[at - 1] in LINKS):
        at -= 1
    return low[at - 1] if at else ""


def _covered(sentence: Sentence, cast: Cast) -> set[int]:
    """The tokens of names and titles."""
    titled = {i for one in cast.titles if one.sentence == sentence.index for i in range(one.first, one.last)}
    return titled | {i for mention in cast.within(sentence) for i in range(mention.first, mention.last)}


def _in_town(sentence: Sentence, cast: Cast) -> Iterator[tuple[int, Company]]:
    """As in "X is in Vienna for the talks"."""
    for token in sentence.tokens:
        for_talk = any(
            preposition(sentence, i) == "for" and sentence.tokens[i].lemma.lower() in language().nouns
            for i in children(sentence, token.index, "nmod", "obl")
        )
        be = token.upos == "PROPN" and for_talk and children(sentence, token.index, "cop")
        if be and preposition(sentence, token.index) == "in" and negation(sentence, token.index) is None:
            company = there(sentence, cast, subjects(sentence, token.index))
            if company is not None:
                yield token.index, company


def _hosts(sentence: Sentence, cast: Cast) -> Iterator[tuple[int, Company]]:
    """As in "their host, Sheikh Tamim, ...", "their hosts, A and B"."""
    for token in sentence.tokens[1:-2]:
        own = sentence.tokens[token.index - 1].text.lower() in {"their", "his", "her"}
        if (
            token.lemma.lower() == "host"
            and token.upos == "NOUN"
            and own
            and sentence.tokens[token.index + 1].text == ","
        ):
            heads = list_from(sentence, cast, token.index + 2)
            company = there(sentence, cast, heads if token.xpos == "NNS" else heads[:1], function="host")
            if company is not None:
                yield token.index, company


# ── by a verb ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _mediating(sentence: Sentence, cast: Cast, index: int) -> Company | None:
    """Who is told to mediate, by a verb without an object: "Obasanjo is facilitating"."""
    token = sentence.tokens[index]
    if token.lemma.lower() not in language().words["mediate"] or children(sentence, index, "obj", "nsubj:pass"):
        return None
    return there(sentence, cast, [*subjects(sentence, index), *_helpers(sentence, index)], function="mediator")


def _helpers(sentence: Sentence, verb: int) -> list[int]:
    """Who helps the one who mediates: "Obasanjo is facilitating, helped by Kenyatta and by Mlambo-Ngcuka"."""
    helped = [i for i in children(sentence, verb, "advcl", "acl") if sentence.tokens[i].lemma.lower() in HELPED]
    return [
        one for i in helped for agent in marked(sentence, i, frozenset({"by"})) for one in conjuncts(sentence, agent)
    ]


def _carrying(sentence: Sentence, cast: Cast, index: int) -> Company | None:
    """Who goes between those who do not meet: "carried messages between them", "shuttled between the delegations"."""
    words, lemma = language().words, sentence.tokens[index].lemma.lower()
    carried = [sentence.tokens[i].lemma.lower() in words["message"] for i in children(sentence, index, "obj")]
    first, last = sentence.reach(index)
    told = " ".join(token.text.lower() for token in sentence.tokens[index:last])
    between = [i for i in range(max(first, index), last) if preposition(sentence, i) == "between"]
    moving = lemma in GOING_BETWEEN and any(sentence.tokens[i].lemma.lower() in ENDS for i in between)
    if moving or any(phrase in told for phrase in TO_AND_FRO):
        lemma, carried = "shuttle", [True]
    people = [i for i in between if not any(m.place for m in cast.within(sentence) if m.head == i)]
    if not people or not ((lemma in words["messenger"] and any(carried)) or lemma == "shuttle"):
        return None
    return there(sentence, cast, subjects(sentence, index), function="mediator")


def _attending(sentence: Sentence, cast: Cast, index: int) -> Company | None:
    """Who is told to be there, where the verb names no talk itself: "the US envoy, Morgan Ortagus, also attended"."""
    token = sentence.tokens[index]
    lemma = token.lemma.lower()
    part = any(sentence.tokens[i].lemma.lower() == "part" for i in children(sentence, index, "obj"))
    sits = lemma == "sit" and any(sentence.tokens[i].text.lower() == "in" for i in sentence.children[index])
    if not (lemma in {"attend", "participate", "preside"} or (lemma == "take" and part) or sits):
        return None
    if negation(sentence, index) is not None or _names_a_talk(sentence, index):
        return None
    if form_of(sentence, index) not in TOLD and not (sits and form_of(sentence, index) == "present"):
        return None
    return there(sentence, cast, subjects(sentence, index), function="chair" if lemma == "preside" else None)


def _helping(sentence: Sentence, cast: Cast, index: int) -> Company | None:
    """Who joins, hosts, chairs or mediates a talk told before: "X joined the call", "Y hosted the two men"."""
    lemma = sentence.tokens[index].lemma.lower()
    function = next((does for nouns, does in FUNCTIONS if lemma in nouns()), None)
    if lemma == "play" and any(sentence.tokens[i].lemma.lower() == "host" for i in children(sentence, index, "obj")):
        return there(sentence, cast, subjects(sentence, index), function="host")
    if (function is None and lemma not in {"join", "witness"}) or form_of(sentence, index) not in TOLD:
        return None
    helped = children(sentence, index, "obj")
    relative = sentence.tokens[index].rel == "acl:relcl" and any(
        sentence.tokens[i].xpos == "WDT" for i in sentence.children[index]
    )
    helped += [sentence.tokens[index].head] if relative and not helped else []
    if negation(sentence, index) is not None or not any(_is_talk_or_they(sentence, i) for i in helped):
        return None
    return there(sentence, cast, [i for i in subjects(sentence, index) if i not in helped], function=function)


FUNCTIONS = (
    (lambda: language().words["mediate"], "mediator"),
    (lambda: {"host", "convene", "receive"}, "host"),
    (lambda: CHAIRING, "chair"),
)


def _is_talk_or_they(sentence: Sentence, index: int) -> bool:
    """Tell whether words mean a talk known already, or those who meet there: "the session", "them", "the two men"."""
    token = sentence.tokens[index]
    marks = {sentence.tokens[i].text.lower() for i in sentence.children[index]}
    lemma = token.lemma.lower()
    if lemma in language().nouns or lemma in TALKS_TOO:
        return bool(marks & {"the", "this", "that", "their", "which", "a"}) or token.rel == "nsubj"
    return token.text.lower() in {"them", "both"} or (lemma in THEM and bool(marks & {"two", "both"}))


def _coming_with(sentence: Sentence, cast: Cast, index: int) -> Company | None:
    """Who comes along: "Kushner accompanied Witkoff", "two aides, A and B, travelled with him"."""
    token = sentence.tokens[index]
    if form_of(sentence, index) not in TOLD or negation(sentence, index) is not None:
        return None
    lemma = token.lemma.lower()
    if lemma in BRINGING and not is_brought_together(sentence, index):
        heads = list_from(sentence, cast, index + 1)
        return (
            there(sentence, cast, heads)
            if any(a.person for a in actors_in(sentence, cast, subjects(sentence, index)))
            else None
        )
    if lemma == "accompany":
        led = children(sentence, index, "obj")
    else:
        led = marked(sentence, index, frozenset({"with"})) if lemma in GOING else []
    if not any(actor.person for actor in actors_in(sentence, cast, led)):
        return None
    return there(sentence, cast, [i for i in subjects(sentence, index) if i not in led])


VERBAL = (_mediating, _carrying, _attending, _helping, _coming_with)


def there(sentence: Sentence, cast: Cast, heads: list[int], *, function: str | None = None) -> Company | None:
    """Return the company of the people named there, who were at the talk told before; None where nobody is named."""
    persons = tuple(dict.fromkeys(a for a in actors_in(sentence, cast, heads) if a.person))
    functions = tuple((a.person, function) for a in persons if function and a.person)
    return Company(present=persons, functions=functions, words=tuple(heads), also=True) if persons else None


def _names_another(sentence: Sentence, index: int) -> bool:
    """Tell whether somebody is present at something that is no talk: "at the funeral"."""
    things = children(sentence, index, "obl", "nmod")
    return _names_a_talk(sentence, index) and not any(
        sentence.tokens[i].lemma.lower() in language().nouns for i in things
    )


def _names_a_talk(sentence: Sentence, verb: int) -> bool:
    """Tell whether what is attended is a talk that has a telling of its own, or something that is none."""
    things = [i for i in sentence.children[verb] if i > verb and sentence.tokens[i].rel in {"obj", "obl"}]
    things += [i for thing in things for i in sentence.children[thing] if sentence.tokens[i].rel == "nmod"]
    return any(
        sentence.tokens[i].upos == "NOUN" and sentence.tokens[i].lemma.lower() not in ALSO_TOLD | titles()
        for i in things
    )
