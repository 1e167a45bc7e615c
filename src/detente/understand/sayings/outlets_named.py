"""Which outlet a noun phrase names: known ones by the lexicon, others by what the page calls them."""

import re
from collections.abc import Iterator

from detente.language import Sentence
from detente.lexicon.outlets import find_outlet
from detente.lexicon.parties import forms
from detente.lexicon.places import find_place
from detente.lexicon.sayings import is_telling
from detente.understand.grammar import TIME_WORDS, children, preposition
from detente.understand.sayings.voices import BODIES
from detente.understand.stretches import bare, words

OUTLET_NOUNS = frozenset(
    "newspaper paper outlet website site agency magazine broadcaster channel network daily weekly tabloid television tv "
    "radio news service portal publication wire programme program show podcast newswire station".split()
)
# A name that ends in, or holds, one of these is an outlet's even where the lexicon does not know it.
OUTLET_NAME = re.compile(
    r"\b(?:Times|Post|News|Herald|Tribune|Gazette|Chronicle|Journal|Guardian|Telegraph|Observer|Courier|Ledger|Dispatch"
    r"|Wire|Press|Daily|Weekly|Radio|TV|Television|Channel|Broadcasting|Standard|Independent|Mirror|Star|Globe|Mail"
    r"|Monitor|Review|Bulletin|Signpost|Newswire|Today)\b|\b(?:News|Press) (?:Agency|Service)\b"
)
NOT_OUTLET = re.compile(
    r"\b(?:Press Secretary|Press Office|Press Service|Chief|Minister|Conference|Committee|Council)\b"
)
# Where anybody posts: a channel or page there is no outlet.
PLATFORMS = frozenset(
    "telegram twitter facebook whatsapp instagram youtube tiktok weibo vk viber signal truth x social".split()
)
APART = ("acl", "acl:relcl", "appos", "parataxis", "conj", "cc", "advcl", "obl", "ccomp")
MARKS = frozenset({'"', "“", "”", "«", "»", "``", "''"})
LONGEST = 6  # tokens of a name


def outlet_at(sentence: Sentence, head: int) -> str | None:
    """Return the outlet that a noun phrase names, or None.

    >>> from detente.language import load
    >>> sentence = load().parse("He told the Bild newspaper, and a Reuters reporter wrote it down.").sentences[0]
    >>> outlet_at(sentence, 4), outlet_at(sentence, 9)
    ('Bild', None)
    """
    token = sentence.tokens[head]
    first, last = _core(sentence, head)
    if marked := _in_marks(sentence, first, last):
        return known.name if (known := find_outlet(marked)) else marked
    generic = is_outlet_noun(sentence, head) or _noun_beside(sentence, head)
    spans: list[tuple[int, int]] = []
    for appos in children(sentence, head, "appos", *(() if token.upos == "PROPN" else ("flat",))):
        generic = generic or is_outlet_noun(sentence, appos)
        spans += [*_names(sentence, *_core(sentence, appos)), (appos, appos + 1)] if generic else []
    spans += _names(sentence, first, last)
    for begin, end in spans:
        known = find_outlet(words(sentence, begin, end).rstrip("."))
        if known and (generic or (_holds(sentence, begin, end, head) and not _person_beside(sentence, begin, end))):
            return known.name if generic or not known.ambiguous or _alone(sentence, begin, end, head) else None
    return next((name for span in spans if (name := _unlisted(sentence, span, head, generic=generic))), None)


def _in_marks(sentence: Sentence, first: int, last: int) -> str | None:
    """The name that stands in quotation marks right behind an outlet's noun: "the daily "Večernji list"."""
    for at in range(first + 1, last - 1):
        if sentence.tokens[at].text in MARKS and sentence.tokens[at - 1].lemma.lower() in OUTLET_NOUNS:
            ends = (one for one in range(at + 2, last) if sentence.tokens[one].text in MARKS)
            return words(sentence, at + 1, next(ends, last)).rstrip(".,")
    return None


def _holds(sentence: Sentence, begin: int, end: int, head: int) -> bool:
    """Tell whether a name holds a head, "News" behind it aside."""
    return begin <= head < end or (head == end and sentence.tokens[head].text == "News")


def _unlisted(sentence: Sentence, span: tuple[int, int], head: int, *, generic: bool) -> str | None:
    """The name of an outlet that no list holds: one that sounds like an outlet's, or any beside an outlet's noun."""
    capital = sentence.tokens[span[0]].text[:1].isupper()
    if not capital or not (generic or span[0] <= head < span[1]) or _is_place(sentence, *span):
        return None
    text = bare(sentence, *span).rstrip(".")
    named = OUTLET_NAME.search(text) and not NOT_OUTLET.search(text) and (generic or " " in text)
    return text if named or (generic and not _of_somebody(sentence, span)) else None


def is_outlet_noun(sentence: Sentence, index: int) -> bool:
    """Tell whether a word is a common noun for an outlet; "Agency" in a name is as often no outlet's."""
    token = sentence.tokens[index]
    near = {sentence.tokens[one].text.lower() for one in children(sentence, index, "compound", "amod", "flat", "appos")}
    noun = token.lemma.lower() in OUTLET_NOUNS and (token.text.islower() or token.upos == "NOUN")
    return noun and not near & PLATFORMS


def _noun_beside(sentence: Sentence, head: int) -> bool:
    """As in "Turkish daily Sabah reported", where the tree hangs the noun on the name or makes two subjects of them."""
    before, token = sentence.tokens[head - 1], sentence.tokens[head]
    twice = head > 0 and before.head == token.head and before.rel == token.rel and is_outlet_noun(sentence, head - 1)
    return twice or any(
        is_outlet_noun(sentence, one)
        for one in children(sentence, head, "nmod:desc", *(("compound",) if token.upos == "PROPN" else ()))
    )


def unknown_outlet(sentence: Sentence, head: int) -> str | None:
    """Return the name of what quotes somebody or has seen a paper, where it is no person's, party's, body's or place's."""
    first, last = _core(sentence, head)
    spans = [(a, b) for a, b in _names(sentence, first, last) if a <= head < b]
    if not spans:
        return None
    text = bare(sentence, *spans[0])
    known = text in forms() or find_place(text) is not None
    person = any(name.kind == "PER" and name.first <= head < name.last for name in sentence.names)
    body = text.split()[-1].lower() in BODIES or NOT_OUTLET.search(text)
    return None if known or person or body else text


def _is_place(sentence: Sentence, first: int, last: int) -> bool:
    """A place that a noun belongs to is not what it is called: "a Caracas broadcaster"."""
    text = words(sentence, first, last)
    return not OUTLET_NAME.search(text) and (
        find_place(text) is not None
        or any(name.kind == "LOC" and name.first <= first and last <= name.last for name in sentence.names)
    )


def _core(sentence: Sentence, head: int) -> tuple[int, int]:
    """The phrase around a head without clauses and appositions."""
    first, last = sentence.reach(head)
    if last < len(sentence.tokens) and sentence.tokens[last].text.isdigit() and last == head + 1:
        last += 1  # "Channel 12", where the tree parts them
    cut = [sentence.reach(one)[0] for one in children(sentence, head, *APART) if one > head]
    return first, min([last, *cut])


def _names(sentence: Sentence, first: int, last: int) -> list[tuple[int, int]]:
    """Runs of names in a stretch, longest first, each with and without the words at its ends."""
    runs: list[tuple[int, int]] = []
    at = first
    while at < last:
        end = at
        while (
            end < last
            and end - at < LONGEST
            and (
                _is_name(sentence, end)
                or (end > at and sentence.tokens[end].text.isdigit())
                or (end > at and sentence.tokens[end].text in {"'", "’", "-", "/", "and", "of", "el", "de"})
            )
        ):
            end += 1
        while end > at and not (_is_name(sentence, end - 1) or sentence.tokens[end - 1].text.isdigit()):
            end -= 1
        if end > at:
            runs.append((at, end))
        at = max(end, at + 1)
    trimmed = [(a, b) for first_, last_ in runs for a, b in _without_edges(sentence, first_, last_)]
    return [*runs, *trimmed]


def _without_edges(sentence: Sentence, first: int, last: int) -> Iterator[tuple[int, int]]:
    """A run of names without the demonyms before it ("Lebanese Al Mayadeen") and what follows it ("TASS Thursday", "Kan News")."""
    begin, end = first, last
    while begin < end - 1 and (sentence.tokens[begin].upos == "ADJ" or sentence.tokens[begin].text in forms()):
        begin += 1
        if end - begin > 1 or not OUTLET_NAME.fullmatch(sentence.tokens[begin].text):  # "the Moscow Times" is no Times
            yield begin, last
    while end > begin + 1 and sentence.tokens[end - 1].text.lower() in TIME_WORDS | {"news"}:
        end -= 1
        yield begin, end


def _is_name(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    following = [one.text for one in sentence.tokens[index + 1 : index + 3]]
    if len(following) == 2 and following[0] == "-" and following[1].islower():
        return False  # "the Houthi-run agency"
    if index == 0 and token.upos in {"NOUN", "ADJ"} and find_outlet(token.text) is None:
        return len(following) > 0 and following[0][:1].isupper()  # "State television"
    return token.text[:1].isupper() and token.upos in {"PROPN", "NOUN", "ADJ", "X", "NUM"} and token.rel != "case"


def _person_beside(sentence: Sentence, first: int, last: int) -> bool:
    return any(
        name.kind == "PER" and name.first <= first and last <= name.last and name.last - name.first > last - first
        for name in sentence.names
    )


def _alone(sentence: Sentence, first: int, last: int, head: int) -> bool:
    """An ambiguous name is an outlet's where it stands alone as a name, and tells, or is told."""
    begin, end = _core(sentence, head)
    token = sentence.tokens[head]
    tells = token.head >= 0 and is_telling(sentence.tokens[token.head].lemma)
    return begin >= first - 1 and end <= last + 1 and token.upos == "PROPN" and tells


def _of_somebody(sentence: Sentence, proper: tuple[int, int]) -> bool:
    """As in "Pyongyang's news agency", "the press service of Akorda": the name is whose it is, not what it is called."""
    return any(
        sentence.tokens[i].upos == "ADJ" or preposition(sentence, i) == "of" or _is_owner(sentence, i)
        for i in range(*proper)
    )


def _is_owner(sentence: Sentence, index: int) -> bool:
    return any(sentence.tokens[one].rel == "nmod:poss" for one in (index, sentence.tokens[index].head) if one >= 0)
