"""What a meeting word asks for before its sentence tells of a talk: who meets, a day or place, a paper that is signed."""

from detente.language import Sentence
from detente.lexicon.roles import titles
from detente.understand.actors import Cast
from detente.understand.grammar import subjects
from detente.understand.talks.circumstances import order_of
from detente.understand.talks.company import Company
from detente.understand.talks.named import BACK, can_meet, is_of_many, marked
from detente.understand.talks.triggers import Trigger, objects_of
from detente.understand.talks.words_told import Told

PLACED = {"gather": "planned", "await": "planned"}  # who went to one city need not have met there; who will, will
REFUSING = frozenset({"refuse", "decline", "reject", "dismiss"})  # these tell where somebody stands, not of a meeting
PAPERS = frozenset("agreement accord deal memorandum treaty declaration pact protocol document paper text truce ceasefire plan roadmap communique statement framework understanding minute".split())  # fmt: skip


def meets(sentence: Sentence, cast: Cast, trigger: Trigger, company: Company) -> bool:
    """Tell whether a telling names who its word asks for: a person called or received, another side spoken with."""
    index, meeting = trigger.index, trigger.meeting
    if meeting.id in {"call", "receive"} and not any(_is_met(sentence, cast, i) for i in objects_of(sentence, index)):
        return False
    if len({cast.side(actor) or actor.key for actor in company.actors}) < meeting.sides and company.anaphor is None:
        return False
    if not trigger.verb:
        return True
    sided = any(cast.side(actor) for actor in company.actors)
    if meeting.paper and not (sided and _signs_paper(sentence, index)):
        return False
    if meeting.id == "see" and not any(_is_somebody(sentence, cast, i) for i in objects_of(sentence, index)):
        return False
    others = marked(sentence, index, frozenset({"with", "to"}))
    if meeting.id == "speak" and others and not any(can_meet(sentence, cast, i) for i in others):
        return False
    if meeting.placed and any(_is_thing(sentence, cast, i) for i in subjects(sentence, index)):
        return False
    many = len(company.actors) > 1 or company.anaphor is not None or is_of_many(company.actors)
    again = meeting.id == "meet" and order_of(sentence, trigger) in {"again", "next"}
    return (
        many
        or (again and not any(actor.person for actor in company.actors))
        or _plural_subject(sentence, index)
        or meeting.id in {"call", "receive"}
    )


def _is_thing(sentence: Sentence, cast: Cast, index: int) -> bool:
    """Tell whether a noun is neither a name nor a word for people: "wheat from Chad"."""
    return cast.at(sentence, index) is None and sentence.tokens[index].lemma.lower() not in BACK | titles()


def _plural_subject(sentence: Sentence, index: int) -> bool:
    """Tell whether several people meet, whoever they are: "the two panels", "representatives of ..."."""
    return any(
        sentence.tokens[i].xpos in {"NNS", "NNPS"} and sentence.tokens[i].lemma.lower() in BACK
        for i in subjects(sentence, index)
    )


def _is_met(sentence: Sentence, cast: Cast, index: int) -> bool:
    """Tell whether somebody is called or received: an actor, or an office without a name ("the emir")."""
    return bool(cast.actors_of(sentence, index)) or sentence.tokens[index].lemma.lower() in titles()


def _is_somebody(sentence: Sentence, cast: Cast, index: int) -> bool:
    """Tell whether a noun phrase is people ("the prime minister", "each other"), not a country or a thing."""
    mention = cast.at(sentence, index)
    mutual = sentence.tokens[index].text.lower() in {"each", "another"}
    named = mention is not None and mention.kind in {"person", "group"}
    named = named or (mention is not None and mention.kind == "demonym" and sentence.tokens[index].xpos == "NNPS")
    return mutual or named or sentence.tokens[index].lemma.lower() in titles()


def _signs_paper(sentence: Sentence, index: int) -> bool:
    """Tell whether a paper is signed: as object, as subject of a passive, or as what a participle hangs on."""
    own = objects_of(sentence, index)
    things = [*own, *(one for i in (index, *own) for one in marked(sentence, i, frozenset({"to", "on", "under"})))]
    return any(sentence.tokens[i].lemma.lower() in PAPERS for i in things)


def says_enough(
    sentence: Sentence, trigger: Trigger, told: Told, *, circumstanced: bool, signers: bool, in_city: bool
) -> bool:
    """Whether a word that tells of a talk only with a day or place, with a partner, or surely, has what it asks for."""
    meeting = trigger.meeting
    if meeting.dated and not told.firm:
        return False
    if meeting.placed and not (in_city and told.status == PLACED.get(meeting.id, "held")):
        return False
    if circumstanced:
        return True
    if (meeting.paper or meeting.dated) and not signers:
        return False
    if meeting.id == "speak" and not marked(sentence, trigger.index, frozenset({"with", "to"})):
        return False
    return told.rule.removeprefix("verb: ") not in REFUSING


def is_somebodys(told: Told, company: Company, *, pointed: bool, settled: bool) -> bool:
    """Whether anybody is told of, or the words point to a talk already known, deny one, or settle that there is one."""
    named = company.actors or company.present or company.absent or company.host or company.anaphor is not None
    return bool(named) or pointed or told.status == "denied" or settled


def comes_alone(told: Told, company: Company, cast: Cast) -> bool:
    """Tell whether one side only is said to have come for talks: no talk by itself, whoever it is with."""
    if not told.rule.startswith(("verb: arrive", "verb: land")) or company.host or company.mediators:
        return False
    return len({cast.side(actor) for actor in company.actors} - {None}) == 1
