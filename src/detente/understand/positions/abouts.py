"""What a stance is about: the issues of its object, of what it points back to, of what is on the table without a word on it."""

from collections.abc import Iterator

import msgspec

from detente.language import Parsed, Sentence
from detente.lexicon.issues import issues
from detente.lexicon.moves import words
from detente.model import Document, Span
from detente.understand.actors import Cast
from detente.understand.grammar import children
from detente.understand.issues import Named
from detente.understand.positions.earlier import Earlier, points_back
from detente.understand.positions.reach import antecedent, bare_issues, head_of, issues_reached
from detente.understand.positions.stance import Stance
from detente.understand.positions.standing import Standing
from detente.understand.positions.telling import Sides
from detente.understand.sayings import Saying
from detente.understand.sourcing import Sources
from detente.understand.stretches import beside, quote, quote_word

# To draft, sign or initial a plan, to open talks, is told of the plan or the talks, and is no stance on what they are about.
ON_PAPER = frozenset({"develop", "sign", "initial", "comply"})
# Moves that put something on the table: to put "a proposal" there tells nothing of what it is.
PUTTING = frozenset({"propose", "develop", "discuss"})
ARGUMENTS = ("obj", "obl", "nsubj:pass", "xcomp")
# As in "most of the plan".
PARTS = frozenset(
    "most much some all part element point majority bulk version change amendment revision adjustment clarification "
    "provision clause aspect".split()
)


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """Where a stance is told: the sentence, who speaks in it, and the document around it."""

    sentence: Sentence
    parsed: Parsed
    document: Document
    cast: Cast
    standing: Standing
    said: list[Saying]
    sources: Sources
    sides: Sides
    conflict: bool = True


class About(msgspec.Struct, frozen=True):
    """An issue of a stance, the words that name it, and those in which the object puts it; `bare` where one word must do."""

    issue: str
    named: tuple[Span, ...]
    as_said: Span
    bare: bool = False


def abouts_of(stance: Stance, telling: Telling, named: list[Named], earlier: Earlier) -> list[About]:
    """Return what a stance is about and can be about on this page; of talks made to wait, what is asked first."""
    found = [about for about in _abouts(stance, telling, named, earlier) if _fits(stance, about, telling)]
    return _asked_first(stance, telling, named, found) or found


def _asked_first(stance: Stance, telling: Telling, named: list[Named], abouts: list[About]) -> list[About]:
    """What talks, or peace, are made to wait for: in "no peace without guarantees" the guarantees are the matter."""
    if stance.move != "condition" or any(not about.issue.startswith("process") for about in abouts):
        return []
    asked = [one for one in named if _conditional(stance, one) and not one.id.startswith(("process", "unspecified"))]
    found = [About(one.id, (words_,), words_) for one in asked for words_ in [_quoted(telling, one)]]
    return [about for about in found if _fits(stance, about, telling)]


def _fits(stance: Stance, about: About, telling: Telling) -> bool:
    """Whether a move can be about an issue on this page."""
    if not telling.conflict and (issues().entries[about.issue].ordinary or stance.move in words("held")):
        return False
    acted = stance.move in ON_PAPER or (stance.move == "offer" and stance.frame is not None and stance.frame.future)
    if acted and about.issue.startswith("process") and about.issue != "process.implementation":
        return False
    if stance.move == "condemn" and about.bare:
        return False
    if stance.move == "comply" and about.bare and not children(telling.sentence, stance.cue, *ARGUMENTS):
        return False  # hosts who withdrew once the talks had opened
    if stance.move == "accept" and about.bare and about.as_said.quote.lower() == "meet":
        return False  # to agree to meet is told of the meeting
    if stance.move in {"support", "concede"} and about.issue == "security.proxy_support":
        return False  # to back rebels is no stance on whether others may
    if stance.move == "declare_ceasefire":
        nominal = all(telling.sentence.tokens[one].upos in {"NOUN", "VERB"} for one in stance.about)
        clause = any(telling.sentence.tokens[one].rel == "ccomp" for one in stance.about)  # declared *that* it held
        return about.issue.startswith("ceasefire") and nominal and not clause
    if stance.move == "suspend":
        return about.issue.startswith("process")
    return stance.move != "deny" or about.issue not in ("ceasefire.violation", "humanitarian.civilians", "unspecified")


def _abouts(stance: Stance, telling: Telling, named: list[Named], earlier: Earlier) -> Iterator[About]:
    sentence, document = telling.sentence, telling.document
    outside = [one for one in named if not _conditional(stance, one)]
    seen: set[str] = set()
    for head in stance.about:
        reached = [one for one in issues_reached(sentence, head, stance.cue, outside) if not _names_itself(stance, one)]
        things = [one for one in children(sentence, head, *ARGUMENTS) if one not in stance.holders]
        pointing = [one for one in (head, *things) if points_back(sentence, one)]
        put = None
        if stance.move == "deny" and pointing and sentence.tokens[pointing[0]].lemma not in words("blame"):
            continue  # what a denied claim was about is told elsewhere
        acted = [one for one in bare_issues(sentence, head, stance.cue) if not one.id.startswith("process")]
        if pointing and pointing[0] != head and acted:
            reached = reached or acted  # "will *free* them"
        elif pointing and all(one.id.startswith("process") for one in reached):
            put = earlier.meant(sentence, pointing[0], _owners(telling, pointing[0]))
        if put is not None:
            word = quote_word(document, sentence, pointing[0])
            found = [About(put.issue, (put.words, word), word)]
        else:
            bare = not reached
            reached = reached or (bare_issues(sentence, head, stance.cue) if telling.conflict else [])
            reached = reached or (_further_down(stance, sentence, head, outside) if telling.conflict else [])
            found = [About(one.id, (words_,), words_, bare) for one in reached for words_ in [_quoted(telling, one)]]
        if not found and sentence.tokens[stance.cue].rel == "acl:relcl":
            noun = antecedent(sentence, stance.cue)  # "..., which Kyiv accepts"
            thing = sentence.tokens[noun].upos in {"NOUN", "PROPN"}
            said_before = earlier.named_at(sentence, noun) if thing else earlier.in_sentence(sentence, noun + 1)
            found = [About(said_before.issue, (said_before.words,), said_before.words)] if said_before else []
        if not found and stance.move == "unchanged":
            found = [_stand(telling, head, stance)]
        if not found and stance.move not in PUTTING and telling.conflict:
            found = list(_untold(telling, head))
        if not found and stance.move == "threaten":
            demanded = [one for one in named if _conditional(stance, one) and one.id != "unspecified"]
            found = [About(one.id, (words_,), words_) for one in demanded for words_ in [_quoted(telling, one)]]
        yield from (about for about in found if about.issue not in seen)
        seen.update(about.issue for about in found)


def _further_down(stance: Stance, sentence: Sentence, head: int, named: list[Named]) -> list[Named]:
    """What the object is told to do or be for, where nothing nearer says what it is: "a consortium that would *enrich uranium*"."""
    first, last = sentence.reach(head)
    inside = [one for one in named if first <= one.first < last and not _names_itself(stance, one)]
    hung = [one for one in inside if not _only_beside(sentence, head_of(sentence, one), head)]
    substance = [one for one in hung if not one.id.startswith(("process", "unspecified"))]
    return substance[:1] if stance.cue < first or stance.cue >= last else []


def _only_beside(sentence: Sentence, index: int, head: int) -> bool:
    """Whether a word hangs on the object only through another name or a clause beside it."""
    path = [index, *sentence.ancestors(index)]
    below = path[: path.index(head)] if head in path else path[:1]
    return any(sentence.tokens[one].rel in {"appos", "parataxis", "advcl"} for one in below)


def _owners(telling: Telling, head: int) -> list[str]:
    """The parties whose proposal or idea a noun says it is."""
    owners = children(telling.sentence, head, "nmod:poss")
    return [side for one in owners for side in telling.cast.parties_of(telling.sentence, one)]


def _conditional(stance: Stance, named: Named) -> bool:
    return stance.condition is not None and stance.condition[0] <= named.first < stance.condition[1]


def _untold(telling: Telling, head: int) -> Iterator[About]:
    """What is on the table without a word on what it is about: a plan, a deal, demands."""
    sentence = telling.sentence
    part_of = [one for one in children(sentence, head, "nmod") if sentence.tokens[head].lemma.lower() in PARTS]
    for one in (head, *children(sentence, head, "obj"), *part_of):
        lemma, span = sentence.tokens[one].lemma.lower(), quote_word(telling.document, sentence, one)
        for kind, issue in (("texts", "process.plan"), ("deals", "process"), ("terms", "unspecified")):
            if lemma in words(kind) and sentence.tokens[one].upos == "NOUN":
                yield About(issue, (span,), span)
                return


def _names_itself(stance: Stance, named: Named) -> bool:
    """Whether an issue is only the word that makes the move: a "*proposal*" proposes no plan."""
    return named.id.startswith("process") and named.first <= stance.cue < named.last


def _quoted(telling: Telling, named: Named) -> Span:
    return quote(telling.document, telling.sentence, named.first, named.last)


def _stand(telling: Telling, head: int, stance: Stance) -> About:
    span = quote(telling.document, telling.sentence, *beside(telling.sentence, head, stance.cue))
    return About("unspecified", (span,), span)
