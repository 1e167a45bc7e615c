"""Words that point back: pronouns, "the official", "the two sources", "the Armenian prime minister", "the group"."""

from detente.language import Sentence
from detente.lexicon.sayings import words as listed
from detente.model import Actor
from detente.understand.grammar import children, preposition, subjects
from detente.understand.sayings.naming import name_of
from detente.understand.sayings.saying import Saying
from detente.understand.sayings.scene import PART, REACH, Scene, Subject
from detente.understand.sayings.voices import is_human, is_voice
from detente.understand.stretches import head as head_of

ONE = frozenset("he she him her his".split())
SEVERAL = frozenset("they them their".split())
DEFINITE = frozenset("the that this these those same".split())
GROUPS = frozenset("group movement organisation organization militia faction party front".split())
ROLES = frozenset(
    "envoy minister president premier chancellor leader general commander spokesman spokeswoman spokesperson ambassador "
    "commissioner secretary mayor governor adviser advisor aide chief negotiator mediator diplomat colonel king emir "
    "prince senator lawmaker politician head chairman chairwoman director coordinator representative".split()
)
Meant = tuple[Actor | None, Saying | None, tuple[int, int] | None]


def pronoun(sentence: Sentence, saying: Saying, low: str, scene: Scene, parent: Saying | None) -> Meant:
    """Return whom a pronoun means: whoever's words it stands in, the subject of what was said, or who came last.

    With it come the last thing that they told, and the sentence and head of the words that it stands for.
    """
    kinds = (
        ("person",) if low in ONE else ("several", "body") if low in SEVERAL else ("body", "outlet", "teller", "paper")
    )
    holder = scene.of(parent) if parent is not None and parent.spoken else None
    if holder is not None and holder.kind in kinds:
        return holder.actor, parent, None
    meant = scene.before(sentence.index, saying.speaker or 0, *kinds)
    if meant is None or meant.saying is None or meant.kind != "several":  # who spoke before goes on speaking
        meant = _inside(sentence, saying, kinds, scene) or meant
    if meant is not None:
        spoke = meant.saying if meant.saying is not None and meant.saying.spoken else None
        return meant.actor, spoke or _same(meant.actor, scene), (meant.sentence, meant.token)
    actors = scene.cast.actors_of(sentence, saying.speaker or 0)
    return (actors[0], None, None) if actors else (None, None, None)


def _same(actor: Actor, scene: Scene) -> Saying | None:
    """The last thing that the same actor told."""
    return next((one for one in reversed(scene.done) if one.actor == actor and one.spoken), None)


def _inside(sentence: Sentence, saying: Saying, kinds: tuple[str, ...], scene: Scene) -> Subject | None:
    """As in "The two sides agreed, they said": the subject of what stands before its cue."""
    if saying.content[0] > saying.cue or "person" in kinds:
        return None
    for one in subjects(sentence, head_of(sentence, *saying.content)):
        token = sentence.tokens[one]
        if token.upos in {"NOUN", "PROPN"} and is_voice(sentence, one):
            actors = scene.cast.actors_of(sentence, one)
            alone = len(actors) == 1 and token.xpos not in {"NNS", "NNPS"}
            actor = actors[0] if alone else Actor(description=name_of(sentence, one))
            kind = scene.kind(sentence, one, actor)
            if kind in kinds:
                return Subject(sentence.index, one, actor, kind)
    return None


def described_before(
    sentence: Sentence, head: int, actors: list[Actor], scene: Scene
) -> tuple[Actor, Saying | None] | None:
    """Return who was meant before by "the official", "the two sources", "the Armenian prime minister"; None for nobody."""
    token = sentence.tokens[head]
    dets = {sentence.tokens[one].text.lower() for one in children(sentence, head, "det", "amod")}
    if not dets & DEFINITE or token.upos != "NOUN":
        return None
    party = actors[0].party if actors else None
    before = _same_noun(sentence, head, party, scene)
    if before is not None and before.actor is not None:
        described = Actor(description=name_of(sentence, head), party=party or _party_of(before))
        return (before.actor if before.actor.person and before.cited is None else described), before
    lemma = token.lemma.lower()
    if lemma in listed("documents") - listed("public") and not children(sentence, head, "nmod", "nmod:poss"):
        paper = scene.before(sentence.index, head, "paper")  # "the text", "the document" after a draft
        return (paper.actor, paper.saying) if paper is not None else None
    if lemma in listed("public") and not children(sentence, head, "nmod", "nmod:poss"):
        author = scene.before(sentence.index, head, "body", "person")
        return (author.actor, author.saying) if author is not None and author.saying is not None else None
    if lemma in GROUPS and scene.cast.at(sentence, head) is None and (group := _last_group(sentence, head, scene)):
        return group, None
    if token.xpos != "NN":
        return None
    own = {sentence.tokens[one].text.lower() for one in children(sentence, head, "amod", "compound", "nmod:desc")}
    fitting: list[str] = []
    for person, words in scene.titles.items() if is_human(sentence, head) else ():  # "the army" is no "army chief"
        side = scene.cast.sides.get(person)
        fits = own - DEFINITE <= words or (party is not None and side == party)
        if lemma in words and fits and (not party or side in {None, party}):
            fitting.append(person)
    if fitting:
        person = _last_of(fitting, sentence, head, scene)
        return Actor(person=person, party=scene.cast.sides.get(person)), None
    return _bridged(sentence, head, party, scene) if lemma in ROLES else None


def _party_of(saying: Saying) -> str | None:
    """The side of who stands at the end of a saying; of whom a teller cites none is known."""
    return saying.actor.party if saying.actor is not None and saying.cited is None else None


def _last_of(people: list[str], sentence: Sentence, head: int, scene: Scene) -> str:
    """Of several people whose title fits, the one who was a subject last, else the one named last."""
    for index in range(sentence.index - 1, max(-1, sentence.index - REACH), -1):
        earlier = scene.parsed.sentences[index]
        for one in _outermost(earlier):
            person = next(
                (actor.person for actor in scene.cast.actors_of(earlier, one) if actor.person in people), None
            )
            if person:
                return person
    named = [m for m in scene.cast.mentions if (m.sentence, m.head) < (sentence.index, head) and m.kind == "person"]
    return next((m.actors[0].person for m in reversed(named) if m.actors[0].person in people), people[0]) or people[0]


def _outermost(sentence: Sentence) -> list[int]:
    """The subjects of a sentence's main clause."""
    return [one for token in sentence.tokens if token.head < 0 for one in subjects(sentence, token.index)]


def _same_noun(sentence: Sentence, head: int, party: str | None, scene: Scene) -> Saying | None:
    """The last speaker called by the same noun, of no other side."""
    lemma = sentence.tokens[head].lemma.lower()
    reach = len(scene.parsed.sentences) if lemma == "source" else REACH  # "the sources" are always some told of before
    for one in reversed(scene.done):
        if one.sentence < sentence.index - reach:
            return None
        if one.speaker is None or one.actor is None or (one.sentence, one.speaker) >= (sentence.index, head):
            continue
        if scene.told_by_another(one):
            continue
        where = scene.parsed.sentences[one.sentence]
        last = one.cited if one.cited is not None else one.speaker
        called = {where.tokens[at].lemma.lower() for at in (last, *_one_of(where, last))}
        own = one.actor.party if one.cited is None else None
        same_party = not party or not own or own == party
        if lemma in called and same_party:
            return one
    return None


def _one_of(sentence: Sentence, head: int) -> list[int]:
    """As in "one of the mediators": the noun of which one is meant."""
    part = sentence.tokens[head].text.lower() in PART
    return [one for one in children(sentence, head, "nmod") if part and preposition(sentence, one) == "of"]


def _last_group(sentence: Sentence, head: int, scene: Scene) -> Actor | None:
    """As in "the group", "the movement": the party that is no state and was named last, a subject before others."""
    kinds = {party.id: party.kind for party in scene.cast.parties}
    named = [
        (scene.parsed.sentences[m.sentence].tokens[m.head].rel.startswith("nsubj"), m.sentence, m.head, m.actors[0])
        for m in scene.cast.mentions
        if sentence.index - REACH <= m.sentence and (m.sentence, m.head) < (sentence.index, head) and m.kind != "person"
        and m.actors[0].party and kinds.get(m.actors[0].party) not in {None, "state"}
    ]  # fmt: skip
    last = max(named, key=lambda row: row[:3], default=None)
    return Actor(party=last[3].party) if last else None


def _told_apart(sentence: Sentence, head: int, scene: Scene) -> bool:
    """Tell whether the sentence before has somebody else called so: "Standing beside the Qatari premier, he said"."""
    lemma = sentence.tokens[head].lemma
    before = scene.parsed.sentences[sentence.index - 1] if sentence.index else None
    return before is not None and any(
        token.lemma == lemma and token.upos == "NOUN" and scene.cast.at(before, token.index) is None
        and not (token.rel in {"nmod:desc", "appos"} or children(before, token.index, "appos", "flat"))
        for token in before.tokens
    )  # fmt: skip


def _bridged(sentence: Sentence, head: int, party: str | None, scene: Scene) -> tuple[Actor, None] | None:
    """As in "the envoy" right after a sentence whose subject is one person, and nobody else was named there."""
    before = [m for m in scene.cast.mentions if m.sentence == sentence.index - 1 and m.kind == "person"]
    here = [m for m in scene.cast.mentions if m.sentence == sentence.index and m.kind == "person"]
    everybody = {m.actors[0].person for m in (*before, *here)}
    last = scene.before(sentence.index, 0, "person")
    if last is not None and last.saying is not None and sentence.tokens[head].lemma in listed("spokespeople"):
        everybody = {last.actor.person}  # who just spoke, whoever else was named
    if _told_apart(sentence, head, scene):
        return None
    owned = preposition(sentence, head) or children(sentence, head, "nmod", "nmod:poss")
    if owned or len(everybody) != 1 or last is None or last.actor.person not in everybody:
        return None
    side = scene.cast.sides.get(last.actor.person or "")
    return (Actor(person=last.actor.person, party=side), None) if not party or side in {None, party} else None
