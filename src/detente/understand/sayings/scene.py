"""What came before a saying: who spoke, who was the subject of something, which outlets were cited."""

from collections.abc import Iterator
from typing import NamedTuple

from detente.language import Parsed, Sentence
from detente.model import Actor
from detente.understand.actors import Cast
from detente.understand.grammar import children, subjects
from detente.understand.sayings.naming import name_of
from detente.understand.sayings.outlets_named import outlet_at
from detente.understand.sayings.saying import Saying
from detente.understand.sayings.venues import SEEN
from detente.understand.sayings.voices import is_human, is_paper, is_voice

REACH = 4  # sentences that a pronoun or "the official" looks back over; set by hand
PART = frozenset(
    "one another other others second first third both some several most all none two three four five each many neither"
    " former latter".split()
)


class Subject(NamedTuple):
    """A subject that a later pronoun may mean: where it stands, whom it means, and of which kind it is."""

    sentence: int
    token: int
    actor: Actor
    kind: str  # person, body, several, outlet, teller (an outlet that only a "by" brings), paper
    saying: Saying | None = None


class Scene:
    """What came before, filled as sayings are resolved in their order."""

    def __init__(self, parsed: Parsed, cast: Cast, found: list[Saying]) -> None:
        self.parsed, self.cast = parsed, cast
        self.done: list[Saying] = []
        self.outlets: list[tuple[int, str]] = []
        self.titles = _titles(parsed, cast)
        self.papers = dict(papers_of_outlets(parsed))
        self._found = found
        self._subjects: dict[int, list[Subject]] = {}

    def before(self, sentence: int, token: int, *kinds: str) -> Subject | None:
        """Return the last subject or speaker of one of these kinds before a token, at most four sentences back."""
        spoke = [
            row
            for one in self.done
            if one.sentence >= sentence - REACH and one.told and (row := self.of(one))
            and (one.above is None or row.actor.person)
        ]  # fmt: skip
        named = [row for index in range(max(0, sentence - REACH), sentence + 1) for row in self._named(index)]
        here = (sentence, token)
        rows = [row for row in (*named, *spoke) if row.kind in kinds and (row.sentence, row.token) < here]
        return max(rows, key=lambda row: (row.sentence, row.token, row.saying is not None), default=None)

    def told_by_another(self, saying: Saying) -> bool:
        """Tell whether a saying stands in the words of somebody who is no outlet: what he does later he does himself."""
        above = self._found[saying.above].key if saying.above is not None else None
        return any(one.key == above and one.outlet is None for one in self.done)

    def last_of(self, actor: Actor | None, sentence: int) -> Saying | None:
        """Return the last thing that a person told, at most two sentences back."""
        if actor is None or not actor.person:
            return None
        near = (one for one in reversed(self.done) if one.sentence >= sentence - 2)
        return next((one for one in near if one.spoken and one.actor and one.actor.person == actor.person), None)

    def of(self, saying: Saying) -> Subject | None:
        """Return a saying's speaker as what a later word may mean."""
        if saying.actor is None or saying.speaker is None:
            return None
        sentence = self.parsed.sentences[saying.sentence]
        kind = "outlet" if saying.outlet else self.kind(sentence, saying.speaker, saying.actor)
        kind = "paper" if kind is None and saying.paper else kind
        return Subject(saying.sentence, saying.speaker, saying.actor, kind, saying) if kind else None

    def kind(self, sentence: Sentence, head: int, actor: Actor) -> str | None:
        """Tell whether a noun phrase means one person, a body or several people."""
        token = sentence.tokens[head]
        low = token.text.lower()
        if any(sentence.tokens[one].rel == "conj" for one in sentence.children[head]):
            return "several"
        if actor.person or low in {"he", "she"}:
            return "person"
        if token.xpos in {"NNS", "NNPS"} or low in {"people", "they"}:
            return "several"
        if low in PART:
            return "person"
        if actor.party and not actor.description:
            return "body"
        if is_human(sentence, head):
            return "person"
        return "body" if is_voice(sentence, head) else None

    def _named(self, index: int) -> list[Subject]:
        """The subjects of a sentence that are nobody's words."""
        if index not in self._subjects:
            sentence = self.parsed.sentences[index]
            self._subjects[index] = [row for token in sentence.tokens if (row := self._subject(sentence, token.index))]
        return self._subjects[index]

    def _subject(self, sentence: Sentence, index: int) -> Subject | None:
        token = sentence.tokens[index]
        if _tells(sentence, index):
            return Subject(sentence.index, index, Actor(description=name_of(sentence, index)), "teller")
        above = sentence.tokens[token.head] if token.head >= 0 else token
        apposed = token.rel == "appos" and above.rel.startswith("nsubj")
        if not (token.rel.startswith("nsubj") or apposed) or token.upos not in {"NOUN", "PROPN", "NUM", "ADJ", "DET"}:
            return None
        if any(one.covers(sentence.index, index) for one in self._found if abs(one.sentence - sentence.index) <= REACH):
            return None
        mention = self.cast.at(sentence, index)
        if mention is not None and mention.place and not token.rel.startswith("nsubj"):
            return None
        actor = mention.actors[0] if mention is not None and mention.actors else None
        if apposed and not (actor and actor.person):
            return None
        if actor is None and not is_voice(sentence, index) and token.text.lower() not in PART:
            return None
        actor = actor or Actor(description=name_of(sentence, index))
        kind = self.kind(sentence, index, actor)
        return Subject(sentence.index, index, actor, kind) if kind else None


def papers_of_outlets(parsed: Parsed) -> Iterator[tuple[str, tuple[int, str]]]:
    """Yield the papers that an outlet obtained, saw or published, with the sentence that tells so and the outlet."""
    for sentence in parsed.sentences:
        for token in sentence.tokens:
            if token.upos != "VERB" or token.lemma not in SEEN:
                continue
            outlet = next((name for one in subjects(sentence, token.index) if (name := outlet_at(sentence, one))), None)
            objects = children(sentence, token.index, "obj") if outlet else []
            for at in (at for one in objects for at in range(*sentence.reach(one))):
                if outlet and is_paper(sentence, at):
                    yield sentence.tokens[at].lemma.lower(), (sentence.index, outlet)


def _tells(sentence: Sentence, index: int) -> bool:
    """As in "The news was carried by Asharq": the outlet behind "by", where the sentence is about nobody else."""
    token = sentence.tokens[index]
    if token.rel != "obl:agent" or sentence.tokens[token.head].rel != "root":
        return False
    about = children(sentence, token.head, "nsubj:pass")
    return not any(is_voice(sentence, one) for one in about) and outlet_at(sentence, index) is not None


def _titles(parsed: Parsed, cast: Cast) -> dict[str, set[str]]:
    """The words of every title that the text gives a person."""
    found: dict[str, set[str]] = {}
    for title in cast.titles:
        tokens = parsed.sentences[title.sentence].tokens[title.first : title.last]
        found.setdefault(title.person, set()).update(token.text.lower() for token in tokens)
    return found


def parents(found: list[Saying]) -> dict[int, int]:
    """Return for each saying the number of the smallest other one whose content holds its cue."""
    rows: dict[int, list[tuple[int, int, int, int]]] = {}
    for number, saying in enumerate(found):
        size = sum(part.last - part.first for part in saying.parts)
        for part in (*saying.parts, *saying.further):
            rows.setdefault(part.sentence, []).append((size, part.first, part.last, number))
    above: dict[int, int] = {}
    for number, saying in enumerate(found):
        fits = [
            (size, other)
            for size, first, last, other in rows.get(saying.sentence, ())
            if other != number
            and first <= saying.cue < last
            and not saying.covers(found[other].sentence, found[other].cue)
        ]
        if fits:
            above[number] = min(fits)[1]
    return above


def depth(number: int, above: dict[int, int]) -> int:
    """Return how many sayings hold a saying."""
    deep = 0
    while number in above and deep < len(above):
        number, deep = above[number], deep + 1
    return deep
