"""When and where a talk is: the time and the place that hang on its words, never those of the telling of it."""

from detente.language import Sentence
from detente.lexicon.meetings import language
from detente.lexicon.parties import forms
from detente.lexicon.places import DISPUTED, find_place
from detente.model import Document, Where
from detente.understand.actors import Cast
from detente.understand.grammar import children, preposition
from detente.understand.stretches import head as head_of
from detente.understand.stretches import words
from detente.understand.talks.path import Path, verb_status
from detente.understand.times import TimeMention
from detente.understand.where import VENUES, Stretch, dateline_place, names_of_places, where_of

PLACE_CASES = frozenset("in at near outside inside".split())
GOING_TO = frozenset({"to", "into", "for"})
CAPITAL = frozenset({"capital", "city", "town", "port", "resort", "village"})


def own_words(sentence: Sentence, path: Path) -> list[int]:
    """The words whose time and place are the talk's own: the trigger, its parts, and the verbs it depends on."""
    found: list[int] = []
    for step in path:
        token = sentence.tokens[step.token]
        if step.relation in {"ccomp", "parataxis"}:
            break
        if step.relation == "conj" and token.lemma.lower() not in language().words["journey"]:
            break
        if step.relation in {"advcl"} and token.lemma.lower() not in language().words["journey"] | {"hold"}:
            break
        if step.marker in language().words["after"] | language().words["before"]:
            break
        found.append(step.token)
        if verb_status(sentence, step.token) in {"postponed", "cancelled", "suspended", "denied", "proposed"} and (
            len(found) > 1
        ):
            break
    return found


def time_of(sentence: Sentence, path: Path, times: list[TimeMention], today: str) -> TimeMention | None:
    """Return the time of the talk: the nearest on its way up that can be resolved."""
    ranked = [*own_words(sentence, path), *_settings_below(sentence, path[0].token)]
    fits: list[tuple[int, TimeMention]] = []
    for time in times:
        at = _anchor(sentence, time.first, time.last)
        if at not in ranked and (at is None or sentence.tokens[at].lemma.lower() not in language().nouns):
            at = time.event
        if at in ranked and not _of_the_telling(sentence, path, at, time, today):
            fits.append((ranked.index(at), time))
    resolved = [row for row in fits if row[1].when.earliest or row[1].when.latest]
    return min(resolved, key=lambda row: (row[0], row[1].first))[1] if resolved else None


TELLING = frozenset({"postponed", "cancelled", "proposed", "denied", "planned", "uncertain", "rumoured"})


def _of_the_telling(sentence: Sentence, path: Path, at: int, time: TimeMention, today: str) -> bool:
    """A verb of planning, proposing or putting off has a day of its own: one gone by is its own, one to come the talk's."""
    if at == path[0].token or verb_status(sentence, at) not in TELLING or at not in {step.token for step in path}:
        return False
    return bool(time.when.latest) and str(time.when.latest)[:10] <= today


def _settings_below(sentence: Sentence, trigger: int) -> list[int]:
    """Verbs on the noun that give it day and place: "talks scheduled for Thursday", "a meeting held in Cairo"."""
    below = children(sentence, trigger, "acl", "acl:relcl")
    told = {"planned", "under_way", "held"}
    return [
        i
        for i in below
        if verb_status(sentence, i) in told or sentence.tokens[i].lemma.lower() in {"hold", "take", "be"}
    ]


def _anchor(sentence: Sentence, first: int, last: int) -> int | None:
    """The nearest verb or meeting word over a stretch; a participle that describes a participant is passed over."""
    nouns = language().nouns
    for i in sentence.ancestors(head_of(sentence, first, last)):
        token = sentence.tokens[i]
        describing = token.rel == "acl" and token.xpos == "VBN" and token.lemma in language().words["lead"]
        if (token.upos in {"VERB", "AUX"} and not describing) or token.lemma.lower() in nouns or token.rel == "root":
            return i
    return None


def place_of(
    sentence: Sentence, path: Path, cast: Cast, document: Document
) -> tuple[Where | None, tuple[Stretch, ...]]:
    """Return the place of the talk and the words that tell it; a city rather than the country or the building."""
    own = [*own_words(sentence, path), *_settings_below(sentence, path[0].token)]
    found: list[tuple[int, Stretch]] = []
    for first, last in names_of_places(sentence, cast):
        rank = _rank(sentence, own, cast, first, last)
        if rank is not None:
            found.append((rank, (first, last)))
    if found:
        best = min(found, key=lambda row: (row[0] // 10, _size(words(sentence, *row[1])), row[0], row[1]))
        return where_of(words(sentence, *best[1])), (best[1],)
    return _here(sentence, own, document)


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
    naming = token.head == trigger and token.rel in {"compound", "amod", "nmod:poss", "nmod:desc"}
    if (
        naming
        and find_place(text)
        and not _is_matter(text)
        and (last == trigger or _next_is_noun(sentence, last, trigger))
    ):
        return 0
    appositive = token.rel in {"appos", "flat", "nmod", "nmod:desc", "compound"} and _is_town(sentence, token.head)
    outer = token.head if appositive else head
    case = preposition(sentence, outer)
    above = _up_through_places(sentence, cast, outer)
    if above is None:
        return None
    going = (
        sentence.tokens[above].lemma.lower() in language().words["journey"] and sentence.tokens[above].upos == "VERB"
    )
    visited = going and sentence.tokens[above].lemma.lower() in {"visit", "leave", "tour", "reach"}
    if case in PLACE_CASES or (going and case in GOING_TO) or (visited and token.rel == "obj"):
        if above in own:
            return 10 + own.index(above) if _size(text) == 2 else own.index(above)
        return None
    return None


def _is_matter(text: str) -> bool:
    """A country or a disputed land before "talks" is what they are about, not where they are ("Gaza talks")."""
    form = forms().get(text)
    return text in DISPUTED or (form is not None and form.kind == "name" and find_place(text) is None)


def _next_is_noun(sentence: Sentence, last: int, trigger: int) -> bool:
    return all(sentence.tokens[i].upos in {"NOUN", "ADJ", "PROPN", "PUNCT"} for i in range(last, trigger))


def _is_town(sentence: Sentence, index: int) -> bool:
    return index >= 0 and sentence.tokens[index].lemma.lower() in CAPITAL


def _up_through_places(sentence: Sentence, cast: Cast, index: int) -> int | None:
    """The verb or meeting word that a place hangs on, other places, days and those who meet passed over."""
    nouns = language().nouns
    for i in sentence.ancestors(index):
        token = sentence.tokens[i]
        if token.upos in {"VERB", "AUX"}:
            if token.rel == "acl" and token.lemma in language().words["lead"]:
                continue
            return i
        if token.lemma.lower() in nouns:
            return i
        mention = cast.at(sentence, i)
        if mention is None and token.upos in {"NOUN", "ADJ"} and not _passable(sentence, i):
            return i if token.rel == "root" else None
    return None


def _passable(sentence: Sentence, index: int) -> bool:
    lemma = sentence.tokens[index].lemma.lower()
    return lemma in language().words["part"] | CAPITAL | {
        "week",
        "month",
        "day",
        "counterpart",
        "delegation",
        "weekend",
    }


def _here(sentence: Sentence, own: list[int], document: Document) -> tuple[Where | None, tuple[Stretch, ...]]:
    """Let "here" be the dateline's place."""
    for token in sentence.tokens:
        if token.text.lower() == "here" and token.head in own:
            name = dateline_place(document)
            return (where_of(name), ((token.index, token.index + 1),)) if name else (None, ())
    return None, ()
