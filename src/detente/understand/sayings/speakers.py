"""Who a speaker is: a name, an outlet, or words that point back, each tied to what came before."""

import msgspec

from detente.language import Parsed, Sentence
from detente.lexicon.sayings import words as listed
from detente.model import Actor
from detente.understand.actors import Cast
from detente.understand.grammar import children, preposition
from detente.understand.sayings.back import described_before, pronoun
from detente.understand.sayings.behalf import is_voice_of_party, through_whom
from detente.understand.sayings.naming import name_of, owner
from detente.understand.sayings.outlets_named import is_outlet_noun, outlet_at
from detente.understand.sayings.saying import Saying
from detente.understand.sayings.scene import PART, REACH, Scene, depth, parents
from detente.understand.sayings.venues import outlets_through, venue_of
from detente.understand.sayings.voices import is_paper

FIRST_AND_SECOND = frozenset("i we you me us my our your myself ourselves".split())
POINTING = frozenset("he she him her his it its they them their".split())
DEFINITE = frozenset("the that this these those its his".split())
GOING_ON = frozenset({"add", "continue", "conclude"})  # who adds tells it where he told what went before
BARE = frozenset("source people person".split())  # nouns that only a clause on them tells apart


def with_speakers(found: list[Saying], parsed: Parsed, cast: Cast) -> tuple[Saying, ...]:
    """Return the sayings with who says them; within a sentence those that hold others are resolved first."""
    above = parents(found)
    scene = Scene(parsed, cast, found)
    resolved: dict[int, Saying] = {}
    for number in sorted(range(len(found)), key=lambda one: (found[one].sentence, depth(one, above), found[one].cue)):
        parent = above.get(number)
        saying = _known(found[number], scene, resolved.get(parent) if parent is not None else None)
        resolved[number] = msgspec.structs.replace(saying, above=parent)
        scene.done.append(resolved[number])
    return tuple(resolved[number] for number in range(len(found)))


def _known(saying: Saying, scene: Scene, parent: Saying | None) -> Saying:
    sentence = scene.parsed.sentences[saying.sentence]
    meant = _outlets_meant(sentence, saying, scene)
    through = [name for name, _ in outlets_through(sentence, saying)] + meant
    scene.outlets += [(saying.sentence, name) for name in through]
    saying = msgspec.structs.replace(
        saying, through=tuple(dict.fromkeys(through)), meant=bool(meant), venue=venue_of(sentence, saying)
    )
    head = saying.speaker
    if head is None:
        return saying
    if parent is not None and parent.sentence == saying.sentence and parent.cited == saying.cited:
        saying = msgspec.structs.replace(saying, cited=None)  # whom an outlet cites, nobody whom it quotes cites
    if not saying.through:  # "confirmed to Reuters that ..., but said ..."
        told = [one for one in scene.done if one.sentence == saying.sentence and one.speaker == head]
        saying = msgspec.structs.replace(saying, through=told[-1].through if told else ())
    held = scene.papers.get(sentence.tokens[head].lemma.lower()) if saying.paper and not saying.through else None
    if held is not None and held[0] < sentence.index and _is_definite(sentence, head):
        saying = msgspec.structs.replace(saying, through=(held[1],))
    outlet = saying.outlet or _outlet_of(sentence, head, scene)
    if outlet:
        scene.outlets.append((saying.sentence, outlet))
        return msgspec.structs.replace(saying, name=outlet, outlet=outlet, actor=Actor(description=outlet))
    name = _described(sentence, saying)
    word = sentence.tokens[head]
    if word.text.lower() in POINTING and word.upos in {"PRON", "DET"}:
        actor, like, means = pronoun(sentence, saying, word.text.lower(), scene, parent)
        outlet = like.outlet if like is not None else None
        if outlet is None and means is not None:
            outlet = outlet_at(scene.parsed.sentences[means[0]], means[1])
    else:
        (actor, like), means = _who(sentence, saying, name, scene), None
        if like is None and parent is None and not saying.through and sentence.tokens[saying.cue].lemma in GOING_ON:
            like = scene.last_of(actor, saying.sentence)
    return msgspec.structs.replace(
        saying, name=name, actor=actor, like=like.key if like else None, means=means, outlet=outlet
    )


# ── outlets ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _outlet_of(sentence: Sentence, head: int, scene: Scene) -> str | None:
    """The outlet that speaks: by name, by a paper of its own, or as "the newspaper" that was cited before."""
    printed = [one for one in children(sentence, head, "nmod") if preposition(sentence, one) in {"in", "on"}]
    makers = [*printed, *children(sentence, head, "compound")] if is_paper(sentence, head) else []
    for maker in (owner(sentence, head), *makers):
        if maker is not None and (made := outlet_at(sentence, maker)):
            return made
    if sentence.tokens[head].lemma.lower() in listed(
        "hearers"
    ):  # "a Reuters correspondent", "the reporter of the daily Bild"
        near = children(sentence, head, "compound", "amod", "nmod:poss", "nmod")
        return next((made for one in near if (made := outlet_at(sentence, one))), None)
    return outlet_at(sentence, head) or (_last_outlet(scene, sentence) if _means_outlet(sentence, head) else None)


def _is_definite(sentence: Sentence, head: int) -> bool:
    """Tell whether an article or a pronoun points at a paper that was told of before."""
    return any(sentence.tokens[one].text.lower() in DEFINITE for one in children(sentence, head, "det"))


def _means_outlet(sentence: Sentence, head: int) -> bool:
    """As in "the newspaper", "the Spanish daily", "the report", with nothing behind that makes it another."""
    token = sentence.tokens[head]
    dets = {sentence.tokens[one].text.lower() for one in children(sentence, head, "det")}
    noun = is_outlet_noun(sentence, head) or token.lemma.lower() == "report"
    return noun and bool(dets & DEFINITE) and not children(sentence, head, "nmod") and outlet_at(sentence, head) is None


def _last_outlet(scene: Scene, sentence: Sentence) -> str | None:
    near = [name for index, name in scene.outlets if sentence.index - REACH <= index <= sentence.index]
    if near:
        return near[-1]
    before = scene.parsed.sentences[sentence.index - 1] if sentence.index else None
    named = (outlet_at(before, token.index) for token in before.tokens if token.upos == "PROPN") if before else ()
    return next(filter(None, named), None)


def _outlets_meant(sentence: Sentence, saying: Saying, scene: Scene) -> list[str]:
    """As in "people who spoke with the outlet" and "told the newspaper": the outlet cited before."""
    heads = [saying.addressee] if saying.addressee is not None else []
    if saying.speaker is not None:
        inside = range(*sentence.reach(saying.speaker))
        heads += [i for i in inside if i not in {saying.speaker, saying.cue} and not saying.covers(sentence.index, i)]
    meant = any(_means_outlet(sentence, head) for head in heads)
    last = _last_outlet(scene, sentence) if meant else None
    return [last] if last else []


# ── people and bodies ───────────────────────────────────────────────────────────────────────────────────────────────


def _described(sentence: Sentence, saying: Saying) -> str:
    """The speaker's own words; with whom bare "sources" spoke to, since nothing else tells them apart."""
    assert saying.speaker is not None
    name = name_of(sentence, saying.speaker, saying.cue)
    first = name.split(" who ")[0]
    if sentence.tokens[saying.speaker].lemma.lower() in BARE and " " not in first and saying.through:
        clauses = children(sentence, saying.speaker, "acl:relcl")
        verb = next((sentence.tokens[one] for one in clauses if sentence.tokens[one].lemma in {"speak", "talk"}), None)
        if verb is not None:
            return f"{first} who {verb.text} to {saying.through[-1]}"
    return name


def _who(sentence: Sentence, saying: Saying, name: str, scene: Scene) -> tuple[Actor | None, Saying | None]:
    """The actor that the speaker's words mean, and the earlier saying that they refer back to."""
    assert saying.speaker is not None
    token = sentence.tokens[saying.speaker]
    low = token.text.lower()
    if low in FIRST_AND_SECOND and token.upos == "PRON":  # the US is none of us
        return None, None
    if low in PART and token.upos in {"NUM", "DET", "PRON", "ADJ", "NOUN"}:
        kinds = ("several", "person") if low in {"another", "second", "other"} else ("several",)
        before = scene.before(sentence.index, saying.speaker, *kinds)
        unnamed = before is not None and not before.actor.person
        return Actor(description=name), before.saying if before and unnamed else None
    actors = _apposed(sentence, saying, scene) or scene.cast.actors_of(sentence, saying.speaker)
    actors = actors or (_by_surname(token.text, scene) if saying.frame == "colon" else [])
    by_name = scene.cast.at(sentence, saying.speaker) is not None or token.upos != "NOUN"
    if actors and actors[0].person and (by_name or described_before(sentence, saying.speaker, [], scene) is None):
        return actors[0], None
    back = described_before(sentence, saying.speaker, actors, scene)
    if back is not None:
        return back
    paper_owner = owner(sentence, saying.speaker)
    if paper_owner is not None and (owners := scene.cast.actors_of(sentence, paper_owner)):
        return owners[0], None
    if actors and actors[0].party:
        own = actors[0].description is None or is_voice_of_party(sentence, saying.speaker)
        return Actor(party=actors[0].party, description=None if own else name), None
    return Actor(description=name), None


def _by_surname(text: str, scene: Scene) -> list[Actor]:
    """The person whose last name a headline gives: "Kallas: ..."."""
    people = [person.id for person in scene.cast.people if person.name.split()[-1] == text]
    return [Actor(person=one, party=scene.cast.sides.get(one)) for one in people[:1]]


def _apposed(sentence: Sentence, saying: Saying, scene: Scene) -> list[Actor]:
    """The person named behind a title, or through whom a body speaks: "Turkey, through its minister Hakan Fidan"."""
    head = saying.speaker or 0
    through = through_whom(sentence, saying)
    titled = [head, *children(sentence, head, "conj")]  # "the head of the delegation and aide Vladimir Medinsky"
    near = [
        *(one for at in titled for one in children(sentence, at, "appos", "flat", "nmod:desc", "compound")),
        *through,
    ]
    for one in near:
        mention = scene.cast.at(sentence, one)
        if one > head and mention is not None and mention.kind == "person":
            return list(mention.actors)
    return []
