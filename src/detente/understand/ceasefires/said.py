"""What a sentence says of a truce: agreed, in force, broken, by the words over it or on it, where they tell it as done."""

from collections.abc import Iterator

import msgspec

from detente.language import Sentence
from detente.lexicon.ceasefires import CeasefireWords, ceasefire_language
from detente.understand.grammar import children, condition, negation, particle, preposition, subjects
from detente.understand.talks.path import form_of

NOT_YET = frozenset({"may", "should", "infinitive"})
# Verbs over a status word that leave it unsaid: nobody agreed who only wants to.
WISHES = frozenset("want seek urge call demand propose hope try push press ask consider discuss need expect refuse fail threaten invite insist support".split())  # fmt: skip


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """One saying about a truce: its noun, the word that says something of it, and what that is."""

    noun: int
    cue: int
    words: CeasefireWords
    status: str
    doers: tuple[int, ...] = ()
    clause: int


def said_of_truces(sentence: Sentence) -> Iterator[Said]:
    """Yield what a sentence says of each truce that it names."""
    for token in sentence.tokens:
        noun = _names_truce(sentence, token.index)
        if noun is not None:
            yield from _said(sentence, noun)


def _names_truce(sentence: Sentence, index: int) -> int | None:
    """The head of the words that name a truce: "ceasefire", "cease-fire", "ceasefire deal", "cessation of hostilities"."""
    token, lexicon = sentence.tokens[index], ceasefire_language()
    low = token.text.lower()
    spelt = (
        low == "fire" and index > 1 and [t.text.lower() for t in sentence.tokens[index - 2 : index]] == ["cease", "-"]
    )
    if token.lemma.lower() in lexicon.pauses and token.upos == "NOUN":
        return index if _of_fighting(sentence, index) else None
    if token.lemma.lower() not in lexicon.nouns and low.replace("-", "") not in lexicon.nouns and not spelt:
        return None
    if token.rel == "compound" and token.head >= 0:
        return token.head if sentence.tokens[token.head].lemma.lower() in lexicon.agreements else None
    before = {sentence.tokens[i].lemma.lower() for i in children(sentence, index, "compound", "amod")}
    if before & lexicon.unless:
        return None
    return index


def _of_fighting(sentence: Sentence, index: int) -> bool:
    """As in "a pause in strikes on energy sites", "a halt to hostilities": it is fighting that stops."""
    below = (
        i for i in children(sentence, index, "nmod", "obl") if preposition(sentence, i) in {"of", "in", "to", "on"}
    )
    return any(sentence.tokens[i].lemma.lower() in ceasefire_language().fighting for i in below)


def _said(sentence: Sentence, noun: int) -> Iterator[Said]:
    """What the nearest word over a truce says of it as done, and what the clauses on it say; else what an adjective says."""
    found = [said for said in (_over(sentence, noun), *_on(sentence, noun)) if said is not None]
    adjective = None if found else _by_adjective(sentence, noun)
    yield from {said.status: said for said in reversed([*found, *([adjective] if adjective else [])])}.values()


def _over(sentence: Sentence, noun: int) -> Said | None:
    lexicon = ceasefire_language()
    at = noun
    while (above := sentence.tokens[at].head) >= 0:
        token = sentence.tokens[above]
        if token.upos in {"VERB", "AUX"}:
            return _by_verb(sentence, noun, at, above)
        words = lexicon.of("nouns", token.lemma.lower())
        if words and preposition(sentence, at) == "of":
            return Said(noun=noun, cue=above, words=words, status=words.id, clause=above)
        if token.lemma.lower() not in lexicon.parts:
            break
        at = above
    return None


def _by_verb(sentence: Sentence, noun: int, below: int, verb: int) -> Said | None:
    token, marker = sentence.tokens[below], preposition(sentence, below)
    named = token.rel == "xcomp" and token.upos == "NOUN" and below > verb  # an object to all but the tree
    relation = "obj" if named else token.rel
    for words in ceasefire_language().all_of("verbs", *phrases_of(sentence, verb)):
        if _bears_on(words, relation, marker) and (status := _settled(sentence, verb, words)):
            doers = () if words.starts and relation.startswith("nsubj") else _doers(sentence, verb, below, status)
            return Said(noun=noun, cue=verb, words=words, status=status, doers=doers, clause=verb)
    return None


def _doers(sentence: Sentence, verb: int, below: int, status: str) -> tuple[int, ...]:
    """Who does it; of what is denied, whoever denies it. A title before the verb may hold its subject in the tree."""
    above = sentence.tokens[verb].head
    own = [i for i in subjects(sentence, verb) if i != below]
    denies = status == "denied" and sentence.tokens[above].lemma.lower() == "deny"
    titled = [i for i in children(sentence, verb, "nmod:desc") if i < verb]
    return tuple((subjects(sentence, above) if denies else own) or titled)


def phrases_of(sentence: Sentence, verb: int) -> list[str]:
    """A verb with what stands to it: "take effect", "come into force", "rule out", "hold"."""
    lemma = sentence.tokens[verb].lemma.lower()
    after = [token.text.lower() for token in sentence.tokens[verb + 1 : verb + 4]]
    part = particle(sentence, verb)
    phrases = [" ".join([lemma, *after[:n]]) for n in (2, 1) if len(after) >= n]
    return [*phrases, *([f"{lemma} {part}"] if part else []), lemma]


def _bears_on(words: CeasefireWords, relation: str, marker: str | None) -> bool:
    """The truce must be what is agreed or broken, or what holds or expires; not when or where something happens."""
    if words.starts or words.id in {"expired", "broken"}:
        return relation in {"nsubj", "nsubj:outer", "nsubj:pass", "obj"}
    if words.id in {"declared", "proposed", "suspended", "ended"}:
        return relation in {"obj", "nsubj:pass"}
    return relation in {"obj", "nsubj:pass", "xcomp"} or (relation == "obl" and marker in {"to", "on", "with", "for"})


def _settled(sentence: Sentence, verb: int, words: CeasefireWords) -> str | None:
    """The status where it is told as done; None where it is wished for, conditional or denied."""
    form = form_of(sentence, verb)
    marks = {sentence.tokens[i].text.lower() for i in children(sentence, verb, "mark")}
    if form in NOT_YET - {"infinitive"} or condition(sentence, verb) is not None or marks & {"if", "unless", "whether"}:
        return None
    if (
        words.id in {"expired", "in force"}
        and sentence.tokens[verb].lemma.lower() not in words.pledges
        and children(sentence, verb, "obj")
        and not _with_object(words, sentence, verb)
    ):
        return None
    above = sentence.tokens[verb].head
    over = sentence.tokens[above] if above >= 0 else None
    if over is not None and sentence.tokens[verb].rel in {"xcomp", "ccomp", "advcl", "acl", "csubj"}:
        if over.lemma.lower() == "deny":
            return "denied" if negation(sentence, above) is None else None
        if over.lemma.lower() in WISHES | {"accuse", "accuses", "blame"} or (
            form in {"infinitive", "open"} and over.upos in {"NOUN", "ADJ"}
        ):
            return None
    if negation(sentence, verb) is not None:
        return None
    if form == "infinitive":
        return words.id if over is not None and over.lemma.lower() in {"agree", "decide", "accept"} else None
    if form in {"will", "would"}:
        pledged = sentence.tokens[verb].lemma.lower() in words.pledges and bool(children(sentence, verb, "nsubj"))
        if pledged:
            return "declared" if form == "will" or sentence.tokens[verb].rel == "ccomp" else None
        return "agreed" if words.starts and form == "will" else None
    return words.id


def _with_object(words: CeasefireWords, sentence: Sentence, verb: int) -> bool:
    """Tell whether the object belongs to the words ("took effect"): a truce that ended a war has not expired."""
    return any(" " in phrase and phrase in words.verbs for phrase in phrases_of(sentence, verb))


def _on(sentence: Sentence, noun: int) -> Iterator[Said]:
    """As in "a truce that took effect on Monday", "a ceasefire signed in Minsk"; what starts in the present is only a day."""
    for i in children(sentence, noun, "acl:relcl", "acl"):
        words = ceasefire_language().of("verbs", *phrases_of(sentence, i))
        token = sentence.tokens[i]
        if words is None or token.xpos in {"VB", "VBG"} or (words.starts and token.xpos in {"VBZ", "VBP"}):
            continue
        status = _settled(sentence, i, words) or (words.id if token.rel == "acl" else None)
        if status is not None:
            doers = tuple(one for one in subjects(sentence, i) if one != noun)
            yield Said(noun=noun, cue=i, words=words, status=status, doers=doers, clause=i)


def _by_adjective(sentence: Sentence, noun: int) -> Said | None:
    """As in "the agreed ceasefire", "a fragile truce"."""
    for i in children(sentence, noun, "amod"):
        token = sentence.tokens[i]
        words = ceasefire_language().of("adjectives", token.text.lower(), token.lemma.lower())
        if words is not None and words.id != "declared":
            return Said(noun=noun, cue=i, words=words, status=words.id, clause=i)
    return None
