"""Who stands beside a meeting word in the plain order of the sentence, whatever the tree makes of it."""

from itertools import pairwise

from detente.language import Sentence
from detente.understand.actors import Cast, Mention

DASHES = frozenset({"-", "–", "—", "/"})
JOINTS = DASHES | {"and", ","}
MATTER = frozenset(
    "on about over regarding concerning of into".split()
)  # a "with" behind these is of what is talked about
TOGETHER = frozenset({"together", "along"})  # who comes "together with" somebody is there beside those who meet
TITLES = 8  # tokens that a title may put between "with" and the name; set by hand


def names_before(sentence: Sentence, cast: Cast, index: int) -> list[Mention]:
    """Return the parties named right before a noun: "US-Russia talks", "Israeli and Lebanese negotiations"."""
    found: list[Mention] = []
    at = index
    own = [m for m in cast.within(sentence) if m.kind in {"name", "demonym", "capital"} and m.last <= index]
    while at > 0:
        mention = next((m for m in own if m.last == at), None)
        token = sentence.tokens[at - 1]
        if mention is not None:
            found.append(mention)
            at = mention.first
        elif token.text in JOINTS if found else token.upos in {"ADJ", "NOUN"} and token.head == index:
            at -= 1
        else:
            break
    return found[::-1]


def paired_before(sentence: Sentence, cast: Cast, index: int) -> list[int]:
    """Return two parties joined by a dash among the words before a noun: "the Cambodia-Thailand border committee meeting"."""
    first = sentence.reach(index)[0]
    own = [m for m in cast.within(sentence) if first <= m.first < index and m.kind in {"name", "demonym", "capital"}]
    return next(
        (
            [one.head, other.head]
            for one, other in pairwise(own)
            if other.first == one.last + 1 and sentence.tokens[one.last].text in DASHES
        ),
        [],
    )


def between_behind(sentence: Sentence, cast: Cast, index: int) -> list[int]:
    """Return the heads of whom "between A and B" names right after the noun, where the tree loses it."""
    low = [token.text.lower() for token in sentence.tokens]
    at = next((i for i in range(index + 1, min(index + 12, len(low))) if low[i] == "between"), None)
    if at is None:
        return []
    found: list[Mention] = []
    for mention in (m for m in cast.within(sentence) if m.first > at):
        gap = low[(found[-1].last if found else at + 1) : mention.first]
        if len(found) == 2 or len(gap) > 6 or (found and "and" not in gap and "," not in gap):
            break
        found.append(mention)
    return [mention.head for mention in found] if len(found) == 2 else []


def partners_behind(sentence: Sentence, cast: Cast, index: int) -> list[int]:
    """Return whom a "with" behind a meeting word names, in its own clause, on whatever word the tree hangs it.

    As in "met for several hours behind closed doors with rebel leader Riek Machar".
    """
    case = None
    for token in sentence.tokens[index + 1 :]:
        if token.upos in {"VERB", "AUX", "SCONJ"} or token.text == ";":
            return []
        if token.text.lower() == "with" and case not in MATTER | TOGETHER:
            behind = [m for m in cast.within(sentence) if token.index < m.first <= token.index + TITLES]
            near = [m for m in behind if _is_title(sentence, token.index + 1, m.first) and not m.place]
            named = [m for m in near if m.kind == "person"] or [m for m in near if m.kind in {"group", "name"}]
            return [named[0].head] if named else []
        case = token.text.lower() if token.upos == "ADP" or token.text.lower() in TOGETHER else case
    return []


def _is_title(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether a stretch can be a title before a name: nouns, adjectives, "of", no clause."""
    words = sentence.tokens[first:last]
    return all(
        one.upos in {"NOUN", "PROPN", "ADJ", "DET", "PRON", "NUM"} or one.text in {"of", "for", "'s", "’s", "-", ","}
        for one in words
    )


def subject_before(sentence: Sentence, cast: Cast, verb: int) -> list[int]:
    """Return the people or sides that stand right before a finite verb, where the tree hangs them on another word."""
    token = sentence.tokens[verb]
    if token.xpos not in {"VBD", "VBZ", "VBP"} or any(
        sentence.tokens[i].rel.startswith("nsubj") for i in sentence.children[verb]
    ):
        return []
    ending = [
        m for m in cast.within(sentence) if m.last == verb and m.kind in {"group", "name", "person"} and not m.place
    ]
    opening = [m for m in ending if m.first == 0 or sentence.tokens[m.first - 1].text in {",", ".", "“", "”"}]
    return [max(opening, key=lambda m: m.last - m.first).head] if opening else []
