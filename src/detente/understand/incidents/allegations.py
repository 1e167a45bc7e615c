"""Who alleges something, and the stretch of words that says what."""

from collections.abc import Iterator

from detente.language import Sentence
from detente.lexicon.violence import violence
from detente.understand.actors import Cast
from detente.understand.grammar import (
    children,
    objects,
    preposition,
    subjects,
)
from detente.understand.incidents.accusations import accusations, traded
from detente.understand.incidents.allegation import Allegation, unsaid
from detente.understand.incidents.claimants import claimant, institution, of_a_part, of_the_land
from detente.understand.sayings import Saying
from detente.understand.stretches import beside

ABOUT = ("of", "over", "about", "against")


def allegations_in(sentence: Sentence, cast: Cast, sayings: tuple[Saying, ...]) -> Iterator[Allegation]:
    """Yield what is alleged in a sentence and by whom; of two that share words the first is the closer reading."""
    own = [saying for saying in sayings if saying.sentence == sentence.index]
    yield from accusations(sentence, cast)
    yield from traded(sentence, cast)
    yield from _said(sentence, cast, own)
    yield from _told(sentence, cast)
    yield from _recorded(sentence, cast)
    yield from _accounts(sentence, cast)


def _accounts(sentence: Sentence, cast: Cast) -> Iterator[Allegation]:
    """As in "by the army's count eleven shells fell on ...", "Moscow's tally of violations stands at 40"."""
    for token in sentence.tokens:
        marker = preposition(sentence, token.index)
        heads = token.rel in {"nsubj", "nsubj:pass"} and marker is None
        if token.lemma.lower() not in violence().words["account"] or not (heads or marker in {"by", "in", "on"}):
            continue
        owners = children(sentence, token.index, "nmod:poss")
        by = claimant(sentence, cast, owners[0]) if owners else None
        ends = (t.index for t in sentence.tokens[token.index :] if t.text in {";", ":"})
        first, last = token.index + 1, next(ends, len(sentence.tokens))
        if by is not None and first < last:
            yield Allegation(cue=token.index, rule=token.lemma, by=by, teller=owners[0], first=first, last=last)


def _said(sentence: Sentence, cast: Cast, sayings: list[Saying]) -> Iterator[Allegation]:
    """What somebody says, in the stretch of the saying."""
    for saying in sayings:
        denied = sentence.tokens[saying.cue].lemma.lower() in violence().words["deny"]
        if saying.cue_class == "believe" or saying.actor is None or denied or saying.frame == "object":
            continue
        teller, by = saying.speaker, of_the_land(sentence, cast, institution(saying.actor))
        back = teller is not None and sentence.tokens[teller].upos == "PRON"
        if (
            teller is not None
            and (told := claimant(sentence, cast, teller)) is not None
            and not (back and told.description)
            and not (told.description and (by.person or by.party) and not of_a_part(sentence, teller))
        ):
            by = told
        cited = _cited(sentence, saying.cue)
        if cited is not None and (told := claimant(sentence, cast, cited)) is not None:
            teller, by = cited, told
        yield Allegation(
            cue=saying.cue, rule=sentence.tokens[saying.cue].lemma, by=by, teller=teller,
            first=_from_the_start(sentence, saying), last=saying.content[1],
        )  # fmt: skip


def _from_the_start(sentence: Sentence, saying: Saying) -> int:
    """Where what somebody says begins; set off at the end, "according to" covers its whole sentence, whatever it hangs on."""
    first, last = saying.content
    according = sentence.tokens[saying.cue].text.lower() == "according" and last <= saying.cue
    if not according or sentence.tokens[saying.cue - 1].text != ",":
        return first
    ends = [token.index + 1 for token in sentence.tokens[:first] if token.text in {";", ":"}]
    return max(ends, default=0)


def _cited(sentence: Sentence, cue: int) -> int | None:
    """Whom an outlet cites: "the agency, citing a military source, said"."""
    near = [cue, *children(sentence, cue, "nsubj")]
    for at in near:
        for i in children(sentence, at, "advcl", "acl"):
            if sentence.tokens[i].lemma.lower() in {"cite", "quote"}:
                return next(iter(children(sentence, i, "obj")), None)
    return None


def _told(sentence: Sentence, cast: Cast) -> Iterator[Allegation]:
    """What a verb of telling brings that is no cue of sayings: "charged that patrols entered ..."."""
    for token in sentence.tokens:
        if token.upos != "VERB" or token.lemma.lower() not in violence().words["tell"] or unsaid(sentence, token.index):
            continue
        clauses = children(sentence, token.index, "ccomp")
        if not clauses and token.rel == "parataxis" and token.head < token.index:
            clauses = [token.head]  # "the rebels shot him dead, the mission ruled"
        tellers = [
            i for i in children(sentence, token.index, "nsubj") or subjects(sentence, token.index) if i not in clauses
        ]
        by = claimant(sentence, cast, tellers[0]) if tellers and clauses else None
        if by is not None:
            first, last = beside(sentence, clauses[0], token.index)
            yield Allegation(cue=token.index, rule=token.lemma, by=by, teller=tellers[0], first=first, last=last)


def _recorded(sentence: Sentence, cast: Cast) -> Iterator[Allegation]:
    """What is counted or recorded: "registered two violations", "put the number of breaches at 27", "citing strikes"."""
    for token in sentence.tokens:
        lemma = token.lemma.lower()
        if token.upos != "VERB" or unsaid(sentence, token.index):
            continue
        things = objects(sentence, token.index)
        counted = lemma == "put" and any(sentence.tokens[i].lemma.lower() in violence().words["tolls"] for i in things)
        spoken = [i for i in objects(sentence, token.index, *ABOUT) if lemma in violence().words["of"]]
        if spoken or not things or not (counted or lemma in violence().words["record"]):
            things = spoken
        if not things:
            continue
        tellers = [i for i in subjects(sentence, token.index) if i not in things]
        by = claimant(sentence, cast, tellers[0]) if tellers else None
        if by is not None and sentence.tokens[tellers[0]].lemma.lower() not in violence().words["account"]:
            first, last = min(things), max(sentence.reach(i)[1] for i in things)
            end = max([last, *(sentence.reach(i)[1] for i in children(sentence, token.index, "obl"))])
            yield Allegation(
                cue=token.index, rule=token.lemma, by=by, teller=tellers[0],
                first=min(sentence.reach(i)[0] for i in things if i >= first), last=end,
            )  # fmt: skip
