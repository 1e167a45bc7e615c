"""Who passes a sentence on, told at its end: "..., Interfax-Ukraine reports, citing the ministry" (agencies close so).

The verb is as often a noun to the tree, and other sayings stand in the sentence: the words alone are asked.
"""

from detente.language import Sentence
from detente.lexicon.outlets import find_outlet
from detente.lexicon.parties import forms
from detente.lexicon.places import find_place
from detente.lexicon.sayings import words as listed
from detente.understand.grammar import TIME_WORDS
from detente.understand.sayings.content import Place, trimmed
from detente.understand.sayings.outlets_named import OUTLET_NOUNS
from detente.understand.sayings.saying import Saying, Stretch
from detente.understand.stretches import words

REPORTS = frozenset("reports reported writes wrote informs informed learned learnt understands".split())
JOINTS = frozenset({".", "-", "’", "'"})  # marks inside a name: "Censor.NET", "Interfax-Ukraine"
LONGEST = 5  # tokens of a name


def relayed(sentence: Sentence) -> Saying | None:
    """Return the saying of the outlet that closes a sentence, with whom it cites; None where none does.

    >>> from detente.language import load
    >>> sentence = (
    ...     load().parse("The corridor will open, the governor said, Kazinform reports citing TASS.").sentences[0]
    ... )
    >>> found = relayed(sentence)
    >>> found.outlet, found.content, sentence.tokens[found.cited].text
    ('Kazinform', (0, 8), 'TASS')
    """
    commas = [token.index for token in sentence.tokens if token.text == ","]
    for comma in reversed(commas):
        cue = next((at for at in range(comma + 2, comma + 2 + LONGEST) if _reports(sentence, at)), None)
        place = _name(sentence, comma + 1, cue) if cue is not None else None
        content = trimmed(sentence, 0, comma)
        if cue is None or place is None or content is None:
            continue
        cited = _cited(sentence, cue + 1)
        if cited is None and not _closes(sentence, cue + 1):
            return None
        name = words(sentence, *place)
        known = find_outlet(name)
        return Saying(
            sentence=sentence.index, cue=cue, cue_class="say", speaker=place[1] - 1, content=content,
            parts=(Stretch(sentence.index, *content),), said_by=(Stretch(sentence.index, *place),), cited=cited,
            outlet=known.name if known else name,
        )  # fmt: skip
    return None


def _reports(sentence: Sentence, at: int) -> bool:
    return at < len(sentence.tokens) and sentence.tokens[at].text in REPORTS


def _name(sentence: Sentence, first: int, last: int) -> Place | None:
    """The name between a comma and the cue; one that no list knows only before a verb in the present tense, as agencies do."""
    if sentence.tokens[last - 1].text in {"has", "have"}:  # "Reuters has learned"
        last -= 1
    while first < last and (sentence.tokens[first].text.lower() in {"the", "as"} or _is_noun(sentence, first)):
        first += 1
    name = words(sentence, first, last) if first < last else ""
    capitals = all(one.text[:1].isupper() or one.text in JOINTS for one in sentence.tokens[first:last])
    if not name or not capitals:
        return None
    person = any(one.kind == "PER" and one.first < last and first < one.last for one in sentence.names)
    unknown = name not in forms() and find_place(name) is None and not person
    present = sentence.tokens[last].text in {"reports", "writes", "informs"}
    return (first, last) if find_outlet(name) or (unknown and present) else None


def _is_noun(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    return token.text.islower() and (token.lemma.lower() in OUTLET_NOUNS or token.upos == "ADJ")


def _cited(sentence: Sentence, first: int) -> int | None:
    """The head of whom the outlet cites, right behind the cue."""
    for token in sentence.tokens[first : first + 2]:
        if token.xpos == "VBG" and token.lemma in listed("leaning"):
            below = [one for one in sentence.children[token.index] if sentence.tokens[one].rel in {"obj", "ccomp"}]
            return below[0] if below else None
        if token.text == "from" and token.head > token.index:  # "learned from its own sources"
            return token.head
    return None


def _closes(sentence: Sentence, first: int) -> bool:
    """Behind the cue stands nothing but when it was reported."""
    rest = [one for one in sentence.tokens[first:] if one.upos not in {"PUNCT", "ADP"}]
    return all(one.text.lower() in TIME_WORDS or one.text.isdigit() for one in rest)
