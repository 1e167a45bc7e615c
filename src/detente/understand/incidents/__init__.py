"""Incidents: alleged violations and reported attacks, who alleges what of whom, how it is answered, and no verdict.

    who alleges (accusations, sayings, records) → what was done → one claim each → whom its teller blames in the next
    words → claims of one incident joined → what others answer

The narrator's own telling makes one where it says in so many words that a truce was broken, where it gives the place and
the day or the dead of something new, or where somebody blames somebody for what it tells.
"""

from collections.abc import Iterator

import msgspec

from detente.language import Parsed, Sentence
from detente.lexicon.violence import violence
from detente.model import Actor, Document, IncidentClaim
from detente.understand.actors import Cast
from detente.understand.incidents.act import Act
from detente.understand.incidents.acts import acts_in, ranked
from detente.understand.incidents.allegation import Allegation, parts_of
from detente.understand.incidents.allegations import allegations_in
from detente.understand.incidents.answers import answers_to
from detente.understand.incidents.blame import blamed, blames_in
from detente.understand.incidents.claim import claim_of
from detente.understand.incidents.joining import REACH, Telling, joined, points_back
from detente.understand.incidents.news import is_background, is_news
from detente.understand.sayings import Saying
from detente.understand.sourcing import Sources
from detente.understand.stretches import in_headline
from detente.understand.times import TimeMention
from detente.understand.times.anchors import page_day
from detente.understand.war import is_of_war

__all__ = ["find_incidents"]


def find_incidents(
    parsed: Parsed, cast: Cast, times: tuple[TimeMention, ...], sayings: tuple[Saying, ...], sources: Sources,
    document: Document,
) -> tuple[IncidentClaim, ...]:  # fmt: skip
    """Return the incidents that a document tells of; none where it speaks of no war and no truce."""
    if not is_of_war(parsed, cast):
        return ()
    alleged: list[Telling] = []
    narrated: list[Telling] = []
    for sentence in parsed.sentences:
        if in_headline(document, sentence):
            continue
        own = [time for time in times if time.sentence == sentence.index]
        for allegation, acts in _alleged(sentence, cast, sayings):
            allegation = _by_whoever(allegation, sentence, alleged)
            claim = claim_of(sentence, allegation, acts, cast, own, sources, document)
            told = alleged if allegation.rule != NARRATOR or acts[0].kind.truce else narrated
            told.append(Telling(claim=claim, sentence=sentence.index, back=points_back(sentence, acts)))
        alleged = _with_blame(alleged, narrated, sentence, cast, document)
    alleged += [one for one in narrated if is_news(one.claim, page_day(document)) and not _is_retold(one, alleged)]
    told = [one for one in alleged if not is_background(one.claim, page_day(document))]
    whole = [one for one in joined(sorted(told, key=lambda one: one.sentence)) if not one.says_nothing]
    return tuple(_answered(one, parsed, cast, document) for one in whole)


NARRATOR = "the narrator"


def _alleged(sentence: Sentence, cast: Cast, sayings: tuple[Saying, ...]) -> Iterator[tuple[Allegation, list[Act]]]:
    """Yield each allegation of a sentence with the acts that it tells; then what the narrator tells."""
    found: list[tuple[Allegation, list[Act]]] = []
    for allegation in allegations_in(sentence, cast, sayings):
        if any(allegation.crosses(other) for other, _ in found):
            continue
        for part in parts_of(sentence, allegation):
            charged = sentence.tokens[part.cue].lemma.lower() in violence().words["charge_with"]
            acts = ranked(list(acts_in(sentence, cast, part.first, part.last, part.accused, charged=charged)))
            if acts:
                found.append((part, acts))
    yield from sorted(found, key=lambda one: one[0].first)
    taken = [(allegation.first, allegation.last) for allegation, _ in found]
    rest = [
        act for act in acts_in(sentence, cast, 0, len(sentence.tokens)) if not any(a <= act.token < b for a, b in taken)
    ]
    breaches = [act for act in rest if sentence.tokens[act.token].upos == "VERB" and act.kind.truce and act.doers]
    for act in breaches:
        yield Allegation(cue=act.token, rule=NARRATOR, first=act.token, last=act.token + 1), [act]
    if rest and not breaches:
        whole = Allegation(cue=rest[0].token, rule=NARRATOR, first=0, last=len(sentence.tokens))
        yield whole, ranked([act for act in rest if not act.kind.truce] or rest)


def _by_whoever(allegation: Allegation, sentence: Sentence, before: list[Telling]) -> Allegation:
    """An allegation of "they" or of "the statement" by whoever told the last one, where nobody is named."""
    by, head = allegation.by, allegation.teller
    near = [one.claim.alleged_by for one in before[-1:] if 0 <= sentence.index - one.sentence <= REACH]
    if by is None or by.person or by.party or head is None or not near or near[0] is None:
        return allegation
    token = sentence.tokens[head]
    back = (token.upos == "PRON" and sentence.tokens[allegation.cue].lemma in violence().words["accuse"]) or (
        token.lemma.lower() in violence().words["papers"] and _is_definite(sentence, head)
    )
    return msgspec.structs.replace(allegation, by=near[0]) if back else allegation


def _is_definite(sentence: Sentence, head: int) -> bool:
    return any(sentence.tokens[i].text.lower() in {"the", "this", "its", "their"} for i in sentence.children[head])


def _with_blame(
    alleged: list[Telling], narrated: list[Telling], sentence: Sentence, cast: Cast, document: Document
) -> list[Telling]:
    """Return what is alleged with whom this sentence blames: for what its teller alleged before, or for what was told."""
    found = list(alleged)
    for blame in blames_in(sentence, cast):
        near = [i for i, one in enumerate(found) if sentence.index - one.sentence <= REACH]
        own = [i for i in near if blame.by in {None, found[i].claim.alleged_by}]
        open_ = [i for i in own if _is_open(found[i].claim.alleged_perpetrator)]
        if open_:
            claim = blamed(found[open_[-1]].claim, blame, sentence, document, anew=False)
            found[open_[-1]] = msgspec.structs.replace(found[open_[-1]], claim=claim)
        elif not own and blame.by is not None:
            cue = sentence.tokens[blame.cue].start
            told = [one for one in (*narrated, *(found[i] for i in near)) if _before(one, sentence.index, cue)]
            if told:
                last = max(told, key=lambda one: one.sentence)
                claim = blamed(last.claim, blame, sentence, document, anew=True)
                found.append(Telling(claim=claim, sentence=sentence.index))
    return found


def _is_open(accused: Actor | None) -> bool:
    """Tell whether nobody is named as the doer: "gunmen" may still be told to be somebody's."""
    return accused is None or (accused.party is None and accused.person is None)


def _is_retold(telling: Telling, alleged: list[Telling]) -> bool:
    """Tell whether somebody alleges in blame what the narrator tells."""
    return any(one.claim.evidence["kind"] == telling.claim.evidence["kind"] for one in alleged)


def _before(telling: Telling, sentence: int, cue: int) -> bool:
    """Tell whether something was told shortly before a place in the text."""
    return sentence - telling.sentence <= REACH and telling.claim.evidence["kind"][0].end <= cue


def _answered(telling: Telling, parsed: Parsed, cast: Cast, document: Document) -> IncidentClaim:
    """A claim with what others say of it."""
    claim = telling.claim
    answers = answers_to(parsed, claim, telling.sentence, cast, document)
    if not answers:
        return claim
    evidence = dict(claim.evidence) | {"answers": tuple(span for _, span in answers)}
    return msgspec.structs.replace(claim, answers=tuple(answer for answer, _ in answers), evidence=evidence)
