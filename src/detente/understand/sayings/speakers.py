"""Who a speaker is: names, pronouns, "the official", "one of them", "the outlet", each tied to what came before."""

import msgspec

from detente.language import Parsed, Sentence
from detente.model import Actor
from detente.understand.actors import Cast, Mention
from detente.understand.grammar import children, preposition, subjects
from detente.understand.sayings.naming import name_of, owner
from detente.understand.sayings.outlets_named import OUTLET_NOUNS, outlet_at
from detente.understand.sayings.saying import Saying
from detente.understand.sayings.venues import outlets_through, venue_of
from detente.understand.sayings.voices import is_voice
from detente.understand.stretches import head as head_of

FIRST_AND_SECOND = frozenset("i we you me us my our your myself ourselves".split())
SOMEBODY = frozenset("he she him her his".split())
SOMETHING = frozenset("it its".split())
SEVERAL = frozenset("they them their".split())
PART = frozenset(
    "one another other others second first third both some several most all none two three each many neither".split()
)
DEFINITE = frozenset("the that this these those same".split())
ROLES = frozenset(
    "envoy minister president premier chancellor leader general commander spokesman spokeswoman spokesperson ambassador "
    "commissioner secretary mayor governor adviser advisor aide chief negotiator mediator diplomat colonel king emir "
    "prince senator lawmaker politician head chairman chairwoman director coordinator representative".split()
)
GROUPS = frozenset("group movement organisation organization militia faction party front".split())
REACH = 4  # sentences that a pronoun or "the official" looks back over; set by hand


class Scene:
    """What came before a saying: who spoke, who was named, which outlets were cited. Filled as sayings are resolved."""

    def __init__(self, parsed: Parsed, cast: Cast) -> None:
        self.parsed, self.cast = parsed, cast
        self.done: list[Saying] = []
        self.outlets: list[tuple[int, str]] = []
        self.titles = _titles(parsed, cast)


def with_speakers(found: list[Saying], parsed: Parsed, cast: Cast) -> tuple[Saying, ...]:
    """Return the sayings with who says them; within a sentence those that hold others are resolved first."""
    above = parents(found)
    scene = Scene(parsed, cast)
    resolved: dict[int, Saying] = {}
    for number in sorted(range(len(found)), key=lambda one: (found[one].sentence, _depth(one, above), found[one].cue)):
        parent = above.get(number)
        saying = _known(found[number], scene, resolved.get(parent) if parent is not None else None)
        saying = msgspec.structs.replace(saying, above=parent)
        resolved[number] = saying
        scene.done.append(saying)
    return tuple(resolved[number] for number in range(len(found)))


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
            and not found[number].covers(found[other].sentence, found[other].cue)
        ]
        if fits:
            above[number] = min(fits)[1]
    return above


def _depth(number: int, above: dict[int, int]) -> int:
    depth = 0
    while number in above and depth < 9:
        number, depth = above[number], depth + 1
    return depth


def _titles(parsed: Parsed, cast: Cast) -> dict[str, set[str]]:
    """The words of every title that the text gives a person."""
    found: dict[str, set[str]] = {}
    for title in cast.titles:
        tokens = parsed.sentences[title.sentence].tokens[title.first : title.last]
        found.setdefault(title.person, set()).update(token.text.lower() for token in tokens)
    return found


def _known(saying: Saying, scene: Scene, parent: Saying | None) -> Saying:
    sentence = scene.parsed.sentences[saying.sentence]
    through = tuple(outlets_through(sentence, saying))
    through_names = tuple(name for name, _ in through) + _outlet_referred(sentence, saying, scene)
    scene.outlets += [(saying.sentence, name) for name in through_names]
    saying = msgspec.structs.replace(
        saying, through=tuple(dict.fromkeys(through_names)), venue=venue_of(sentence, saying)
    )
    if saying.speaker is None:
        return saying
    name = _described(sentence, saying)
    outlet = _outlet_of(sentence, saying.speaker, scene)
    if outlet:
        scene.outlets.append((saying.sentence, outlet))
        return msgspec.structs.replace(saying, name=outlet, outlet=outlet, actor=Actor(description=outlet))
    actor, like = _who(sentence, saying, name, scene, parent)
    return msgspec.structs.replace(saying, name=name, actor=actor, like=like.key if like else None)


def _outlet_of(sentence: Sentence, head: int, scene: Scene) -> str | None:
    """The outlet that speaks: by name, or as "the newspaper" that was cited before."""
    mention = scene.cast.at(sentence, head)
    if mention is not None and mention.kind == "person" and not _is_outlet_name(sentence, head):
        return None
    return outlet_at(sentence, head) or (_last_outlet(scene, sentence) if _means_outlet(sentence, head) else None)


def _is_outlet_name(sentence: Sentence, head: int) -> bool:
    return outlet_at(sentence, head) is not None


def _means_outlet(sentence: Sentence, head: int) -> bool:
    """As in "the newspaper", "the Spanish daily", with nothing behind that makes it another."""
    token = sentence.tokens[head]
    dets = {sentence.tokens[one].text.lower() for one in children(sentence, head, "det")}
    return token.lemma.lower() in OUTLET_NOUNS and bool(dets & DEFINITE) and not children(sentence, head, "nmod")


def _last_outlet(scene: Scene, sentence: Sentence) -> str | None:
    near = [name for index, name in scene.outlets if sentence.index - REACH <= index <= sentence.index]
    return near[-1] if near else None


def _outlet_referred(sentence: Sentence, saying: Saying, scene: Scene) -> tuple[str, ...]:
    """As in "people who spoke with the outlet" and "told the newspaper": the outlet cited before."""
    heads = [saying.addressee] if saying.addressee is not None else []
    if saying.speaker is not None:
        heads += [
            i
            for i in range(*sentence.reach(saying.speaker))
            if i != saying.speaker and i != saying.cue and not saying.covers(sentence.index, i)
        ]
    if any(_means_outlet(sentence, head) for head in heads) and (last := _last_outlet(scene, sentence)):
        return (last,)
    return ()


def _described(sentence: Sentence, saying: Saying) -> str:
    """The speaker's own words; bare "sources" and "people" with whom they spoke to, since nothing else tells them apart."""
    assert saying.speaker is not None
    name = name_of(sentence, saying.speaker)
    if (
        sentence.tokens[saying.speaker].lemma.lower() in {"source", "people", "person"}
        and " " not in name
        and saying.through
    ):
        clauses = children(sentence, saying.speaker, "acl:relcl")
        verb = next((sentence.tokens[one] for one in clauses if sentence.tokens[one].lemma in {"speak", "talk"}), None)
        if verb is not None:
            return f"{name} who {verb.text} to {saying.through[-1]}"
    return name


def _who(
    sentence: Sentence, saying: Saying, name: str, scene: Scene, parent: Saying | None
) -> tuple[Actor | None, Saying | None]:
    """The actor that the speaker's words mean, and the earlier saying that they refer back to."""
    assert saying.speaker is not None
    token = sentence.tokens[saying.speaker]
    low = token.text.lower()
    if low in FIRST_AND_SECOND:
        return None, None
    if low in SOMEBODY | SOMETHING | SEVERAL and token.upos in {"PRON", "DET"}:
        return _pronoun(sentence, saying, low, scene, parent)
    if low in PART and token.upos in {"NUM", "DET", "PRON", "ADJ", "NOUN"}:
        return Actor(description=name), _last(scene, sentence, plural=True)
    actors = scene.cast.actors_of(sentence, saying.speaker)
    actors = _apposed(sentence, saying.speaker, scene) or actors
    if actors and actors[0].person:
        return actors[0], None
    back = _back(sentence, saying.speaker, actors, scene)
    if back is not None:
        return back
    paper_owner = owner(sentence, saying.speaker)
    if paper_owner is not None and (owners := scene.cast.actors_of(sentence, paper_owner)):
        return owners[0], None
    if actors and not (actors[0].description and not actors[0].party):
        return actors[0], None
    return Actor(description=name), None


def _apposed(sentence: Sentence, head: int, scene: Scene) -> list[Actor]:
    """The person named behind a title: "the foreign minister, Wang Yi"."""
    for one in children(sentence, head, "appos", "flat", "nmod:desc", "compound"):
        mention = scene.cast.at(sentence, one)
        if one > head and mention is not None and mention.kind == "person":
            return list(mention.actors)
    return []


def _pronoun(
    sentence: Sentence, saying: Saying, low: str, scene: Scene, parent: Saying | None
) -> tuple[Actor | None, Saying | None]:
    if parent is not None and parent.actor is not None and parent.spoken and _agrees(low, parent, scene):
        return parent.actor, parent
    if low in SOMEBODY:
        return _somebody(sentence, saying, scene)
    inside = _inside(sentence, saying, low, scene)
    if inside is not None:
        return inside, None
    before = _last(scene, sentence, plural=low in SEVERAL, body=True)
    actors = scene.cast.actors_of(sentence, saying.speaker or 0)
    if before is not None and (not actors or before.sentence == sentence.index - 1):
        return before.actor, before
    return (actors[0], None) if actors else (None, None)


def _inside(sentence: Sentence, saying: Saying, low: str, scene: Scene) -> Actor | None:
    """As in "The two sides agreed, they said": the subject of what stands before its cue."""
    if saying.content[0] > saying.cue:
        return None
    for one in subjects(sentence, head_of(sentence, *saying.content)):
        token = sentence.tokens[one]
        several = token.xpos in {"NNS", "NNPS"} or len(children(sentence, one, "conj")) > 0
        if token.upos in {"NOUN", "PROPN"} and several == (low in SEVERAL) and is_voice(sentence, one):
            actors = scene.cast.actors_of(sentence, one)
            return actors[0] if len(actors) == 1 and not several else Actor(description=name_of(sentence, one))
    return None


def _agrees(low: str, saying: Saying, scene: Scene) -> bool:
    if low in SOMEBODY:
        return _is_person(saying, scene)
    return low in SEVERAL or not _is_person(saying, scene)


def _is_person(saying: Saying, scene: Scene) -> bool:
    if saying.actor is None or saying.speaker is None or saying.outlet:
        return False
    token = scene.parsed.sentences[saying.sentence].tokens[saying.speaker]
    if saying.actor.person:
        return True
    pronoun = token.text.lower() in SOMEBODY
    return pronoun or (bool(saying.actor.description) and token.xpos == "NN" and token.lemma.lower() in HUMAN)


HUMAN = ROLES | frozenset(
    "official officer source person witness resident activist analyst expert man woman lawyer member participant delegate "
    "soldier villager journalist doctor judge scholar expert fighter insider".split()
)


def _somebody(sentence: Sentence, saying: Saying, scene: Scene) -> tuple[Actor | None, Saying | None]:
    """He or she: whoever spoke last or was last named as a subject, the later of the two."""
    here = (sentence.index, saying.speaker or 0)
    spoke = [
        ((one.sentence, one.speaker or 0), one)
        for one in scene.done
        if one.sentence >= sentence.index - REACH
        and (one.sentence, one.speaker or 0) < here
        and _is_person(one, scene)
        and one.told
    ]
    named = [
        ((m.sentence, m.head), m)
        for m in scene.cast.mentions
        if m.kind == "person"
        and sentence.index - REACH <= m.sentence
        and (m.sentence, m.head) < here
        and _is_subject(scene, m)
    ]
    last = max(spoke, key=lambda row: row[0], default=None)
    name = max(named, key=lambda row: row[0], default=None)
    if name is not None and (last is None or name[0] >= last[0]) and not _within(scene, name[1]):
        like = last[1] if last is not None and last[1].actor == name[1].actors[0] else None
        return name[1].actors[0], like
    if last is not None:
        return last[1].actor, last[1]
    actors = scene.cast.actors_of(sentence, saying.speaker or 0)
    return (actors[0], None) if actors else (None, None)


def _is_subject(scene: Scene, mention: Mention) -> bool:
    sentence = scene.parsed.sentences[mention.sentence]
    heads = [mention.head] + ([mention.titled] if mention.titled is not None else [])
    return any(sentence.tokens[head].rel.startswith("nsubj") for head in heads)


def _within(scene: Scene, mention: Mention) -> bool:
    return any(one.covers(mention.sentence, mention.head) for one in scene.done if one.sentence >= mention.sentence - 1)


def _last(scene: Scene, sentence: Sentence, *, plural: bool, body: bool = False) -> Saying | None:
    """The last speaker of a kind: several people, or a body (a party, an institution, an outlet)."""
    for one in reversed(scene.done):
        if one.sentence < sentence.index - REACH:
            return None
        if one.actor is None or one.speaker is None or not one.told:
            continue
        token = scene.parsed.sentences[one.sentence].tokens[one.speaker]
        several = token.xpos in {"NNS", "NNPS"} or token.text.lower() in {"people", "police"}
        if (plural and several) or (body and not _is_person(one, scene)):
            return one
    return None


def _back(sentence: Sentence, head: int, actors: list[Actor], scene: Scene) -> tuple[Actor, Saying | None] | None:
    """Who was meant before by "the official", "the two sources", "the Armenian prime minister"."""
    token = sentence.tokens[head]
    dets = {sentence.tokens[one].text.lower() for one in children(sentence, head, "det", "amod")}
    if not dets & DEFINITE or token.upos != "NOUN":
        return None
    lemma = token.lemma.lower()
    party = actors[0].party if actors else None
    own = {
        sentence.tokens[one].text.lower() for one in children(sentence, head, "amod", "compound", "nmod:desc")
    } - DEFINITE
    for one in reversed(scene.done):
        if one.sentence < sentence.index - REACH or one.speaker is None or one.actor is None:
            continue
        before = scene.parsed.sentences[one.sentence].tokens[one.speaker]
        same_party = not party or not one.actor.party or one.actor.party == party
        if before.lemma.lower() == lemma and same_party and (one.sentence, one.speaker) < (sentence.index, head):
            described = Actor(description=name_of(sentence, head), party=party or one.actor.party)
            return (one.actor if one.actor.person else described), one
    if lemma in GROUPS and not party and (group := _last_group(sentence, head, scene)):
        return group, None
    if token.xpos != "NN":
        return None
    for person, words in scene.titles.items():
        side = scene.cast.sides.get(person)
        if lemma in words and (not party or side in {None, party}) and (own <= words or (party and side == party)):
            return Actor(person=person, party=side), None
    return _bridged(sentence, head, party, scene) if lemma in ROLES else None


def _last_group(sentence: Sentence, head: int, scene: Scene) -> Actor | None:
    """As in "the group", "the movement": the party that is no state and was named last."""
    kinds = {party.id: party.kind for party in scene.cast.parties}
    named = [
        m.actors[0]
        for m in scene.cast.mentions
        if sentence.index - REACH <= m.sentence and (m.sentence, m.head) < (sentence.index, head) and m.kind != "person"
        and m.actors[0].party and kinds.get(m.actors[0].party) not in {None, "state"}
    ]  # fmt: skip
    return Actor(party=named[-1].party) if named else None


def _bridged(sentence: Sentence, head: int, party: str | None, scene: Scene) -> tuple[Actor, None] | None:
    """As in "the envoy" right after a sentence whose subject is one person, and nobody else was named there."""
    subjects = {
        m.actors[0].person
        for m in scene.cast.mentions
        if m.sentence == sentence.index - 1 and m.kind == "person" and _is_subject(scene, m)
    }
    everybody = {
        m.actors[0].person
        for m in scene.cast.mentions
        if m.sentence in {sentence.index - 1, sentence.index} and m.kind == "person"
    }
    if (
        len(subjects) != 1
        or everybody != subjects
        or preposition(sentence, head)
        or children(sentence, head, "nmod", "nmod:poss")
    ):
        return None
    person = next(iter(subjects))
    side = scene.cast.sides.get(person or "")
    return (Actor(person=person, party=side), None) if not party or side in {None, party} else None
