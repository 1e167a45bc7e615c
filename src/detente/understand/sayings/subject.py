"""Whose saying it is: the subject of the cue, also where the tree hangs it on what was said."""

from detente.language import Sentence
from detente.lexicon.outlets import find_outlet
from detente.understand.grammar import children, subjects
from detente.understand.sayings.content import trimmed
from detente.understand.stretches import words

Place = tuple[int, int]
LONGEST_NAME = 4  # tokens of an outlet's name
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
CLOSING = frozenset({",", "”", '"', "''", "’", "'"})
WITHIN = frozenset("det amod compound nummod nmod:desc nmod:poss flat case advmod punct".split())
JOINING = frozenset({"then", "but", "and", "yet", "later", "also"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})


def speaker_of(sentence: Sentence, cue: int, content: list[Place], *, spoken: bool) -> tuple[int, list[Place]] | None:
    """Return the head of who says it, with what was said cut where the words for the speaker begin; None for nobody."""
    passive = children(sentence, cue, "aux:pass")
    own = children(sentence, cue, "nsubj") or ([] if passive else children(sentence, cue, "nsubj:pass"))
    if not own:  # a subject before the cue that the tree gives to what was said behind it
        own = [
            one
            for below in children(sentence, cue, "ccomp")
            for one in children(sentence, below, "nsubj")
            if one < cue < below
        ]
    if sentence.tokens[cue].lemma == "tell":  # nobody tells after "told"
        own = [one for one in own if one < cue] or own
    if own and own[0] > cue and sentence.tokens[cue].lemma == "tell":
        before = _behind_quotation(sentence, cue)
        if before is not None:
            return before, _cut(sentence, content, (before, cue))
    if own and sentence.tokens[own[0]].xpos not in {"WP", "WDT"}:
        return _named(sentence, own), _cut(sentence, content, _reach(sentence, own[0], cue))
    heads = [one for one in subjects(sentence, cue) if not any(a <= one < b for a, b in content)]
    token = sentence.tokens[cue]
    finite = token.xpos in FINITE or (token.xpos == "VBN" and token.rel == "root")
    inverted = _inverted(sentence, cue, content) if spoken and not own else None
    if inverted is not None:
        return inverted, _cut(sentence, content, _reach(sentence, inverted, cue))
    if spoken and finite and not own and sentence.tokens[cue].rel != "conj":
        near = _adjacent(sentence, cue, content)
        if near is not None:
            return near, _cut(sentence, content, _reach(sentence, near, cue))
    if not heads and token.rel in {"advcl", "conj"} and sentence.tokens[token.head].upos == "VERB":
        near = _adjacent(sentence, token.head, [])
        return (near, content) if near is not None else None
    if not heads and finite and cue and sentence.tokens[cue - 1].text.lower() in JOINING:
        heads = _subject_before(sentence, cue)
    return (heads[0], content) if heads else None


def _subject_before(sentence: Sentence, cue: int) -> list[int]:
    """As in "The general called it a lie, then said ...", where the tree makes two clauses: the subject of the first."""
    before = (token.index for token in reversed(sentence.tokens[:cue]) if token.upos == "VERB")
    return next((found for verb in before if (found := [one for one in subjects(sentence, verb) if one < verb])), [])


def _behind_quotation(sentence: Sentence, cue: int) -> int | None:
    """The head of the noun phrase between what a mark closes, a quotation's or a comma, and the cue."""
    marks = [one for one in range(cue) if sentence.tokens[one].text in CLOSING]
    first = marks[-1] + 1 if marks else cue
    outside = (
        token.index
        for token in sentence.tokens[first:cue]
        if token.upos in NOMINAL and not first <= token.head < cue and token.rel != "obl"
    )
    return next(outside, None)


def _inverted(sentence: Sentence, cue: int, content: list[Place]) -> int | None:
    """As in "..., quipped one of the monitors": a noun phrase right behind a cue that closes what was said."""
    before = sentence.tokens[cue - 1].text if cue else ""
    if before not in CLOSING or any(first > cue for first, _ in content) or cue + 1 >= len(sentence.tokens):
        return None
    at = cue + 1
    while at < sentence.tokens[at].head and sentence.tokens[at].rel in WITHIN:
        at = sentence.tokens[at].head
    token = sentence.tokens[at]
    named = token.upos in NOMINAL and not children(sentence, at, "case") and sentence.reach(at)[0] == cue + 1
    return at if named and not token.rel.startswith("obl:unmarked") else None


def _named(sentence: Sentence, own: list[int]) -> int:
    """Of two subjects that a tree gives ("the secretary general, Mark Rutte,"), the one that a name stands beside."""
    if len(own) == 2 and sentence.tokens[own[1]].upos == "NUM" and own[1] == own[0] + 1:
        return own[0]  # "Channel 12"
    return next((one for one in own if children(sentence, one, "appos", "flat")), own[-1])


def _cut(sentence: Sentence, content: list[Place], barrier: Place) -> list[Place]:
    """What was said without the words for the speaker."""
    rest = [part for place in content if (part := _beside(place, barrier))]
    return [place for part in rest if (place := trimmed(sentence, *part))]


def _reach(sentence: Sentence, head: int, cue: int) -> Place:
    """The words of a head on its own side of the cue."""
    first, last = sentence.reach(head)
    return (first, min(last, cue)) if head < cue else (max(first, cue + 1), last)


def _beside(place: Place, barrier: Place) -> Place | None:
    """The longer part of a stretch that a barrier cuts."""
    if place[1] <= barrier[0] or barrier[1] <= place[0]:
        return place
    before, after = (place[0], min(place[1], barrier[0])), (max(place[0], barrier[1]), place[1])
    best = max(before, after, key=lambda part: part[1] - part[0])
    return best if best[1] > best[0] else None


def _adjacent(sentence: Sentence, cue: int, content: list[Place]) -> int | None:
    """The noun phrase right before or right behind a cue that has no subject of its own in the tree."""
    found: list[tuple[int, int]] = []
    for token in sentence.tokens:
        if token.upos not in NOMINAL or token.index == cue or token.rel in {"nmod", "obl:unmarked", "iobj"}:
            continue
        if children(sentence, token.index, "case"):
            continue
        first, last = _reach(sentence, token.index, cue)
        between = sentence.tokens[last:cue] if token.index < cue else sentence.tokens[cue + 1 : first]
        if all(one.upos == "PUNCT" for one in between) and _set_off(sentence, first, last, cue, content):
            found.append((last - first, token.index))
    return max(found)[1] if found else None


def _set_off(sentence: Sentence, first: int, last: int, cue: int, content: list[Place]) -> bool:
    """A phrase before the cue begins behind a mark or at the start; one behind it is no part of what was said."""
    if last <= cue:
        return first == 0 or "PUNCT" in {sentence.tokens[first - 1].upos, sentence.tokens[first].upos}
    return not any(a <= first < b for a, b in content if a > cue)


def _clause_begins(sentence: Sentence, at: int) -> bool:
    """Tell whether a token can open a clause of its own: a determiner, a name, a pronoun, a noun in the plural."""
    token = sentence.tokens[at]
    return token.upos in {"DET", "PRON", "PROPN", "NUM", "SCONJ"} or token.xpos in {"NNS", "PRP$", "JJ"}


def hearer_before(sentence: Sentence, cue: int, content: list[Place]) -> int | None:
    """Return the hearer that the tree makes part of what was said: "told Axios the plan had ..."."""
    if children(sentence, cue, "iobj", "obj") or not content or content[0][0] != cue + 1:
        return None
    first, last = content[0]
    for end in range(min(first + LONGEST_NAME, last - 1), first, -1):
        name = words(sentence, first, end)
        if sentence.tokens[first].text[:1].isupper() and find_outlet(name) and _clause_begins(sentence, end):
            return end - 1
    inside = [token for token in sentence.tokens[first:last] if token.rel == "iobj" and token.head > token.index]
    return inside[0].index if inside and sentence.reach(inside[0].index)[0] == first else None


def outlet_behind(sentence: Sentence, cue: int) -> int | None:
    """The outlet that stands right behind "told" or "confirmed to", wherever the tree hangs it."""
    if cue + 2 >= len(sentence.tokens):
        return None
    to = sentence.tokens[cue + 1].text.lower() in {"to", "with"}
    if not to and sentence.tokens[cue].lemma != "tell":
        return None
    first = cue + 1 + to
    ends = range(min(first + LONGEST_NAME, len(sentence.tokens)), first, -1)
    return next((end - 1 for end in ends if find_outlet(words(sentence, first, end))), None)
