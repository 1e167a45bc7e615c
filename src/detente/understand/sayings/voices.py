"""What can say, think or want something: people, bodies and papers, not things."""

import re

from detente.language import Sentence
from detente.lexicon.sayings import Cue
from detente.lexicon.sayings import words as listed

MEN = re.compile(
    r"(?:er|or|ist|ian|ant|ent|man|men|woman|women|person|people|eer|ee|ese|ocrat|crat|chief|head|aide|envoy|spy|king|"
    r"queen|voice|mayor|guard|minister|general|colonel|host|pilot|priest|monk|sheikh|ally|foe|enemy|expert|source|youth|"
    r"wife|husband|mother|father|son|daughter|brother|sister|friend|couple|family|child|boy|girl|nurse|witness)s?$"
)
BODIES = frozenset(
    "government ministry army military force forces police court parliament congress senate house knesset duma rada bundestag sejm majlis commission committee "
    "council party movement group union agency office administration authority authorities delegation team company bank "
    "newspaper paper outlet network channel website site magazine daily broadcaster media press state country nation world "
    "church university school hospital foundation institute organization organisation coalition alliance opposition "
    "cabinet leadership presidency embassy mission navy corps guard staff department bureau service directorate majority "
    "public crowd rebel rebels militia faction camp campaign industry city capital kingdom republic federation board panel "
    "jury faculty club association society body regime bloc command headquarters secretariat politburo household community everyone everybody someone somebody nobody "
    "one many some most few others another both all none any each half third second first former latter side critic critics "
    "populace electorate base wing sides circles insiders radio television tv service society fund intelligence "
    "junta council observatory watchdog charity ngo prosecution chancellery consulate municipality governorate legislature "
    "judiciary tribunal patriarchate diocese clan tribe battalion brigade division regiment unit chamber registry coastguard "
    "emirate monarchy caliphate airline firm station palace residence railway port refinery utility club".split()
)
# People whose noun does not show it by its ending.
PEOPLE = frozenset(
    "official analyst deputy clerk diplomat candidate delegate advocate associate magistrate relative hostage captive colleague attorney judge coach captain "
    "pundit scholar rival intellectual principal republican loyalist pair duo trio troop spokespeople clergy folk civilian expat "
    "negotiator leader source".split()
)
HEARING = frozenset("briefing conference press audience rally forum meeting gathering summit session assembly".split())
THINGS = frozenset(
    "statement letter water paper number center centre matter weather order moment event agreement document".split()
)


def is_paper(sentence: Sentence, head: int) -> bool:
    """Tell whether a noun is a document, a figure or a post: it speaks for whoever wrote it."""
    token = sentence.tokens[head]
    return bool({token.lemma.lower(), token.text.lower()} & listed("documents"))  # "minutes" are no minute


def is_voice(sentence: Sentence, head: int) -> bool:
    """Tell whether a noun names people or a body that can speak for itself."""
    token = sentence.tokens[head]
    low = token.lemma.lower()
    if token.upos in {"PROPN", "PRON"} or low in BODIES | PEOPLE or token.text.lower() in BODIES:
        return token.text.lower() not in {
            "it",
            "that",
            "this",
            "these",
            "those",
            "there",
            "what",
            "which",
        } or _means_body(sentence, head)
    return low not in THINGS and (bool(MEN.search(low)) or token.upos in {"NUM", "DET", "ADJ"})


def is_human(sentence: Sentence, head: int) -> bool:
    """Tell whether a noun names one person or people, not a body of them."""
    token = sentence.tokens[head]
    low = token.lemma.lower()
    return token.upos == "NOUN" and low not in BODIES | THINGS and (low in PEOPLE or bool(MEN.search(low)))


def _means_body(sentence: Sentence, head: int) -> bool:
    """The pronoun "it" can speak where a clause does not merely follow it ("it is clear that")."""
    return (
        sentence.tokens[head].text.lower() in {"it", "which", "those", "these"} and sentence.tokens[head].rel != "expl"
    )


def is_hearer(sentence: Sentence, head: int) -> bool:
    """Tell whether a noun names who listens for others: reporters, a briefing, a conference, the press."""
    return sentence.tokens[head].lemma.lower() in listed("hearers") | HEARING


def can_speak(sentence: Sentence, head: int, cue: Cue) -> bool:
    """Tell whether a head can be the source of a cue: papers show and say, only people and bodies think and want."""
    if is_voice(sentence, head):
        return True
    if is_paper(sentence, head):
        return cue.kind in {"say", "cite", "show"} or (cue.kind == "believe" and "clause" in cue.frames)
    return cue.kind in {"say", "cite"} and "clause" in cue.frames and sentence.tokens[head].upos == "NOUN"
