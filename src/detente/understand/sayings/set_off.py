"""What a cue brings that commas set it off from, whatever the tree makes of it.

At the end ("..., two sources in Doha said on Monday"), turned round ("..., predicted a deputy") and in between ("The map, an
official told Walla, is thirty years old").
"""

from collections.abc import Iterator
from typing import NamedTuple

from detente.language import Sentence
from detente.lexicon.sayings import SPOKEN, verbs
from detente.lexicon.sayings import words as listed
from detente.understand.grammar import children
from detente.understand.sayings.content import Place, is_time, opens_quotation, trimmed
from detente.understand.sayings.outlets_named import outlet_at
from detente.understand.sayings.voices import is_hearer, is_paper, is_voice
from detente.understand.stretches import head as head_of

FINITE = frozenset({"VBD", "VBZ", "VBP"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
MARKS = frozenset({",", "”", '"', "''", "’", "'"})
QUOTES = MARKS - {",", "'", "’"}
ENDS = frozenset({";", "—", "–"})
SHORTEST = 3  # words of what was said; less than that is no clause


class SetOff(NamedTuple):
    """The words for the speaker and the cue, who speaks, and what was said on both sides of them."""

    place: Place
    speaker: int
    content: list[Place]


def set_off(sentence: Sentence, cue: int) -> SetOff | None:
    """Return what a cue brings that commas set it off from; None where its clause is no parenthesis.

    >>> from detente.language import load
    >>> found = set_off(load().parse("The ministers have settled the last article, two sources said.").sentences[0], 10)
    >>> found.speaker, found.content
    (9, [(0, 7)])
    """
    if not _says(sentence, cue):
        return None
    first, last = _clause(sentence, cue)
    ways = (_at_the_end, _turned_round, _in_between)
    return next((found for way in ways if (found := way(sentence, cue, first, last))), None)


def _says(sentence: Sentence, cue: int) -> bool:
    token = sentence.tokens[cue]
    spoken = any(one.kind in SPOKEN and "clause" in one.frames for one in verbs().get(token.lemma.lower(), ()))
    return spoken and token.xpos in FINITE


def _clause(sentence: Sentence, cue: int) -> Place:
    """The stretch around a cue up to a semicolon or a dash."""
    ends = [one.index for one in sentence.tokens if one.text in ENDS or opens_quotation(sentence, one.index)]
    first = max([0, *(at + 1 for at in ends if at < cue)])
    return first, min([len(sentence.tokens), *(at for at in ends if at > cue)])


def _at_the_end(sentence: Sentence, cue: int, first: int, last: int) -> SetOff | None:
    """As in "..., two sources in Doha said on Monday"."""
    behind = [one for one in children(sentence, cue, "nsubj") if one > cue and sentence.tokens[cue].lemma != "tell"]
    found = _phrase_before(sentence, first, cue) if not behind and _only_framed(sentence, cue, last) else None
    content = trimmed(sentence, first, found[0]) if found is not None else None
    if found is None or content is None or not _tells(sentence, *content):
        return None
    return SetOff((found[0] + 1, cue), found[1], [content])


def _turned_round(sentence: Sentence, cue: int, first: int, last: int) -> SetOff | None:
    """As in "..., predicted an opposition deputy": who speaks stands behind the cue as if it were said."""
    before = sentence.tokens[cue - 1].text if cue else ""
    objects = [one for one in children(sentence, cue, "obj", "nsubj") if one > cue]
    hearing = any(one.frames & {"hearer", "hearer_acts"} for one in verbs()[sentence.tokens[cue].lemma.lower()])
    if before not in MARKS or not objects or hearing or sentence.tokens[cue].xpos not in FINITE:
        return None
    behind = sentence.reach(objects[0])
    content = trimmed(sentence, first, cue)
    alone = behind[0] == cue + 1 and (behind[1] >= last or sentence.tokens[behind[1]].upos == "PUNCT")
    if not alone or content is None or not _tells(sentence, *content) or not is_voice(sentence, objects[0]):
        return None
    return SetOff((cue + 1, min(behind[1], last)), objects[0], [content])


def _in_between(sentence: Sentence, cue: int, first: int, last: int) -> SetOff | None:
    """As in "The map, an official told Walla, is thirty years old": the verb behind goes on with the subject before."""
    left = next((at for at in range(cue - 1, first, -1) if sentence.tokens[at].text in MARKS), None)
    right = next((at for at in range(cue + 1, last - 1) if sentence.tokens[at].text == ","), None)
    if left is None or right is None:
        return None
    behind = left + 1 == cue
    alone = (
        not behind and cue == right - 1 and _tells(sentence, first, left)
    )  # "It was told to go, the channel said, after ..."
    if not (alone or _goes_on(sentence, right, last)):
        return None
    speaker = _phrase(sentence, cue + 1, right) if behind else _phrase(sentence, left + 1, cue)
    if speaker is None or not _speaks(sentence, speaker) or not (behind or _only_framed(sentence, cue, right)):
        return None
    begin = max([first, *(at + 1 for at in range(first, left) if sentence.tokens[at].text == ",")])
    content = [place for side in ((begin, left), (right, last)) if (place := trimmed(sentence, *side))]
    return SetOff((left + 1, right), speaker, content) if len(content) == 2 else None


def _goes_on(sentence: Sentence, comma: int, last: int) -> bool:
    """A verb in a finite form stands right behind the comma, or behind a quotation mark after it."""
    behind = [one for one in sentence.tokens[comma + 1 : min(comma + 4, last)] if one.upos not in {"PUNCT", "ADV"}]
    return bool(behind) and behind[0].xpos in FINITE | {"MD"}


def _only_framed(sentence: Sentence, cue: int, last: int) -> bool:
    """Behind the cue stands only whom it was told, when, where and in what."""
    rest = [one for one in sentence.tokens[cue + 1 : last] if one.upos != "PUNCT" or one.text == ":"]
    if any(one.upos in {"VERB", "AUX", "SCONJ"} or one.text == ":" for one in rest):
        return False
    return all(_frames(sentence, cue, one.index) for one in rest if not cue < one.head)


def _frames(sentence: Sentence, cue: int, index: int) -> bool:
    token = sentence.tokens[index]
    return bool(
        is_time(sentence, index)
        or token.upos in {"ADV", "ADP"}
        or is_hearer(sentence, index)
        or outlet_at(sentence, index)
        or children(sentence, index, "case")
        or token.lemma.lower() in listed("venues")
        or (index == cue + 1 and token.upos == "PROPN")
    )


def _phrase_before(sentence: Sentence, first: int, cue: int) -> tuple[int, int] | None:
    """Where the longest noun phrase between a comma and the cue begins, and its head."""
    found = None
    for at in _marks_before(sentence, first, cue):
        if any(one.text in QUOTES for one in sentence.tokens[at + 1 : cue]):
            break  # what stands before a closing quotation mark is quoted
        head = _phrase(sentence, at + 1, cue)
        if head is None and any(_stands_out(sentence, one, at + 1, cue) for one in range(at + 1, cue)):
            break
        if head is not None:
            found = (at, head) if found or _speaks(sentence, head) else found
    return found


def _marks_before(sentence: Sentence, first: int, cue: int) -> Iterator[int]:
    return (at for at in range(cue - 1, first, -1) if sentence.tokens[at].text in MARKS)


def _phrase(sentence: Sentence, first: int, last: int) -> int | None:
    """The head of a stretch that is one noun phrase with what describes it."""
    outer = [one for one in range(first, last) if _stands_out(sentence, one, first, last)]
    finite = any(one.xpos in FINITE and one.rel != "acl:relcl" for one in sentence.tokens[first:last])
    if len(outer) == 2 and sentence.tokens[outer[1]].text.isdigit() and outer[1] == outer[0] + 1:
        outer = outer[:1]  # "Channel 12"
    if len(outer) != 1 or finite or sentence.tokens[outer[0]].upos not in NOMINAL:
        return None
    return None if children(sentence, outer[0], "case", "cc", "mark") else outer[0]


def _stands_out(sentence: Sentence, index: int, first: int, last: int) -> bool:
    """Tell whether a word hangs on none of a stretch, a clause that describes somebody aside."""
    token = sentence.tokens[index]
    return token.upos != "PUNCT" and token.rel != "acl:relcl" and not first <= token.head < last


def _speaks(sentence: Sentence, head: int) -> bool:
    return is_voice(sentence, head) or is_paper(sentence, head)


def _tells(sentence: Sentence, first: int, last: int) -> bool:
    """What was said is a clause of its own, no "when asked" beside the cue: some words with a finite verb among them."""
    words = [one for one in sentence.tokens[first:last] if one.upos != "PUNCT"]
    top = sentence.tokens[head_of(sentence, first, last)]
    finite = any(one.xpos in FINITE | {"MD"} and one.rel != "acl:relcl" for one in words)
    return len(words) >= SHORTEST and finite and top.rel not in {"advcl", "obl"}
