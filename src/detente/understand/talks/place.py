"""Where a talk is: the place that hangs on its words; a city before a building, a building before a country."""

from detente.language import Sentence
from detente.lexicon.meetings import language
from detente.lexicon.parties import forms
from detente.lexicon.places import find_place, is_disputed
from detente.model import Document, Span, Where
from detente.understand.actors import Cast
from detente.understand.grammar import preposition
from detente.understand.stretches import head as head_of
from detente.understand.stretches import noun_phrase, quote, quote_word, words
from detente.understand.talks.named import BACK
from detente.understand.talks.own_words import own_verb, own_words, settings_below
from detente.understand.talks.path import Path, verb_status
from detente.understand.talks.pointing import place_pointed_at
from detente.understand.talks.reading import Reading
from detente.understand.where import VENUES, Stretch, names_of_places, where_of

PLACE_CASES = frozenset("in at near outside inside".split())
GOING_TO = frozenset({"to", "into", "for"})
SIGNING = frozenset({"sign", "initial"})
ISLANDS = frozenset({"island", "peninsula"})
CAPITAL = ISLANDS | frozenset(
    {"capital", "city", "town", "port", "resort", "village", "province", "region", "district"}
)
BUILDINGS = frozenset("palace hotel residence embassy castle villa headquarters monastery airport chateau château estate barracks mansion base house floor hall ministry mission camp resort lodge".split())  # fmt: skip


NAMING = frozenset({"compound", "amod", "nmod:poss", "nmod:desc", "flat", "nmod"})


def place_of(sentence: Sentence, path: Path, reading: Reading) -> tuple[Where | None, tuple[Span, ...]]:
    """Return the place of the talk and the words that tell it; a city rather than the country or the building."""
    cast, document = reading.cast, reading.document
    own = [*own_words(sentence, path), *settings_below(sentence, path[0].token)]
    found: list[tuple[int, Stretch]] = []
    for first, last in names_of_places(sentence, cast):
        rank = _rank(sentence, own, cast, first, last)
        if rank is not None:
            found.append((rank, (first, last)))
    if found:
        best = min(found, key=lambda row: (row[0] // 10, _size(words(sentence, *row[1])), row[0], row[1]))
        if best[0] < 10:
            return where_of(words(sentence, *best[1])), (quote(document, sentence, *best[1]),)
    pointed = place_pointed_at(sentence, own, reading) or _building(sentence, own, document)
    if pointed:
        return pointed
    if found:
        return where_of(words(sentence, *best[1])), (quote(document, sentence, *best[1]),)
    return _only_place(sentence, path[0].token, reading)


def _only_place(sentence: Sentence, trigger: int, reading: Reading) -> tuple[Where | None, tuple[Span, ...]]:
    """The one place of a sentence that stands in the talk's own clause, on whatever word it hangs."""
    inside = [
        stretch for stretch in names_of_places(sentence, reading.cast)
        if preposition(sentence, _outer(sentence, head_of(sentence, *stretch))) in PLACE_CASES
    ]  # fmt: skip
    if len(inside) != 1 or own_verb(sentence, trigger, head_of(sentence, *inside[0])) is None:
        return None, ()
    if _size(words(sentence, *inside[0])) == 2:
        return None, ()
    return where_of(words(sentence, *inside[0])), (quote(reading.document, sentence, *inside[0]),)


def _building(sentence: Sentence, own: list[int], document: Document) -> tuple[Where, tuple[Span, ...]] | None:
    """A palace, hotel or embassy that the talk is in, where no city is told."""
    for token in sentence.tokens:
        if token.lemma.lower() in BUILDINGS and preposition(sentence, token.index) in PLACE_CASES and token.head in own:
            name = noun_phrase(sentence, token.index)
            words_of = [one for one in name.split()[1:] if one[0].isalnum()] if name[:1].islower() else name.split()
            text = " ".join(words_of) if preposition(sentence, token.index) == name.split()[0].lower() else name
            span = quote_word(document, sentence, token.index)
            return Where(name=text, as_said=text, kind="venue"), (span,)
    return None


def _size(text: str) -> int:
    """Cities first, then venues, then countries."""
    if find_place(text) is not None:
        return 0
    form = forms().get(text)
    return 2 if form is not None and form.kind == "name" and text not in VENUES else 1


def _rank(sentence: Sentence, own: list[int], cast: Cast, first: int, last: int) -> int | None:
    """How surely a name is the talk's place: it names the talk, or hangs on its words by a preposition of place."""
    head = head_of(sentence, first, last)
    token, text = sentence.tokens[head], words(sentence, first, last)
    trigger = own[0]
    naming = last <= trigger and token.rel in NAMING and trigger in sentence.ancestors(head)
    based = last + 1 < trigger and sentence.tokens[last + 1].text.lower() in {"based", "hosted"}
    if naming and (based or (find_place(text) and not _is_matter(text))) and _next_is_noun(sentence, last, trigger):
        return 0
    outer = _outer(sentence, head)
    if head in own[1:] and preposition(sentence, head) in PLACE_CASES:
        return own.index(head)
    case = preposition(sentence, outer)
    above = _up_through_places(sentence, cast, outer, own[0])
    if above is None:
        return None
    going = (
        sentence.tokens[above].lemma.lower() in language().words["journey"] and sentence.tokens[above].upos == "VERB"
    )
    visited = going and sentence.tokens[above].lemma.lower() in {"visit", "leave", "tour", "reach"}
    ashore = case == "on" and sentence.tokens[outer].lemma.lower() in ISLANDS
    set_for = case == "for" and find_place(text) is not None and verb_status(sentence, above) == "planned"
    stay = outer if case == "to" and sentence.tokens[outer].head >= 0 else None
    if stay is not None and sentence.tokens[sentence.tokens[stay].head].lemma.lower() in {"visit", "trip"}:
        return own.index(above) if above in own else None
    if case in PLACE_CASES or ashore or (going and case in GOING_TO) or (visited and token.rel == "obj") or set_for:
        if above in own:
            return 10 + own.index(above) if _size(text) == 2 else own.index(above)
        return None
    return None


def _outer(sentence: Sentence, head: int) -> int:
    """The word that carries the preposition of a place: "city" in "in the Swiss city of Geneva"."""
    token = sentence.tokens[head]
    appositive = token.rel in {"appos", "flat", "nmod", "nmod:desc", "compound"} and _is_town(sentence, token.head)
    return token.head if appositive else head


def _is_matter(text: str) -> bool:
    """A country or a disputed land before "talks" is what they are about, not where they are ("Gaza talks")."""
    form = forms().get(text)
    return is_disputed(text) or (form is not None and form.kind == "name" and find_place(text) is None)


def _next_is_noun(sentence: Sentence, last: int, trigger: int) -> bool:
    between = sentence.tokens[last:trigger]
    paired = (
        between and between[0].text in {"-", "–", "—", "/"} and between[1].text[:1].isupper()
    )  # "Belgrade-Pristina"
    return not paired and all(one.upos in {"NOUN", "ADJ", "PROPN", "PUNCT", "VERB", "NUM"} for one in between)


def _is_town(sentence: Sentence, index: int) -> bool:
    return index >= 0 and sentence.tokens[index].lemma.lower() in CAPITAL


def _up_through_places(sentence: Sentence, cast: Cast, index: int, trigger: int) -> int | None:
    """The verb or meeting word that a place hangs on, other places, days and those who meet passed over."""
    nouns = language().nouns
    for i in sentence.ancestors(index):
        token = sentence.tokens[i]
        if token.upos in {"VERB", "AUX"}:
            if token.rel == "acl" and token.lemma in language().words["lead"]:
                continue
            return i
        if token.lemma.lower() in nouns or i == trigger:
            return i
        mention = cast.at(sentence, i)
        signing = sentence.tokens[trigger].lemma.lower() in SIGNING and trigger in sentence.ancestors(i)
        if mention is None and token.upos in {"NOUN", "ADJ"} and not _passable(sentence, i) and not signing:
            return i if token.rel == "root" else None
    return None


def _passable(sentence: Sentence, index: int) -> bool:
    lemma = sentence.tokens[index].lemma.lower()
    return lemma in language().words["part"] | CAPITAL | BUILDINGS | BACK | {"week", "month", "day", "weekend"}
