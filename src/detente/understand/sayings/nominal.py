"""Attributions by a noun or an adjective: "Kigali's claim that ...", "expressed hope that ...", "is confident that ..."."""

from collections.abc import Iterator

from detente.language import Sentence, Token
from detente.lexicon.sayings import adjectives, nouns
from detente.lexicon.sayings import words as listed
from detente.understand.grammar import children, preposition, subjects
from detente.understand.sayings.content import Place, mark_of, trimmed
from detente.understand.sayings.made import made
from detente.understand.sayings.naming import stretch_of
from detente.understand.sayings.saying import Saying
from detente.understand.sayings.voices import is_voice

# What may follow a noun of a class, by preposition, where no clause does.
AFTER = {
    "say": frozenset({"for", "of"}),
    "believe": frozenset({"about", "over", "of", "for"}),
    "intend": frozenset({"for"}),
    "support": frozenset({"for", "to"}),
}
COMING = frozenset({"come", "originate", "emanate", "stem", "emerge"})  # "the claim that ... came from Kyiv"
OF_WHAT = frozenset("accusation allegation warning threat promise fear hope denial criticism prediction".split())


def nominal(sentence: Sentence) -> Iterator[Saying]:
    """Yield the attributions that the nouns and adjectives of a sentence make."""
    for token in sentence.tokens:
        low = token.lemma.lower()
        if token.upos == "NOUN" and low in nouns():
            found = _noun(sentence, token, nouns()[low])
        elif token.upos in {"ADJ", "VERB"} and token.text.lower() in adjectives():
            found = _adjective(sentence, token, adjectives()[token.text.lower()])
        else:
            continue
        if found is not None:
            yield found


def _noun(sentence: Sentence, token: Token, kind: str) -> Saying | None:
    clause = _clause_of(sentence, token)
    content = clause or _phrase_of(sentence, token, kind)
    source = _whose(sentence, token.index)
    if not content or source is None or content[0] <= source < content[1] or not is_voice(sentence, source):
        return None
    return made(
        sentence,
        token.index,
        kind,
        source,
        [content],
        frame="that" if clause else "noun",
        said_by=[_words(sentence, source, token, content)],
    )


def _words(sentence: Sentence, source: int, token: Token, content: Place) -> Place:
    return stretch_of(sentence, source, token.index, [content])


def _clause_of(sentence: Sentence, token: Token) -> Place | None:
    """The clause after a noun: "that ..." or "to ...'."""
    for child in children(sentence, token.index, "acl", "ccomp", "acl:relcl", "xcomp"):
        mark = mark_of(sentence, child)
        if child > token.index and mark in {"that", "to"} and (mark == "that" or sentence.tokens[child].xpos == "VB"):
            return trimmed(sentence, *sentence.reach(child))
    return None


def _phrase_of(sentence: Sentence, token: Token, kind: str) -> Place | None:
    for child in children(sentence, token.index, "nmod", "acl"):
        mark = mark_of(sentence, child)
        allowed = mark in AFTER[kind] and (mark != "of" or token.lemma.lower() in OF_WHAT)
        if (
            child > token.index
            and allowed
            and token.lemma.lower() not in {"statement", "report", "plan", "message", "view"}
        ):
            return trimmed(sentence, *sentence.reach(child))
    return None


def _whose(sentence: Sentence, index: int) -> int | None:
    """Whose noun it is: its owner, its maker ("by Kigali"), or the subject of the verb that lends it one."""
    owners = children(sentence, index, "nmod:poss")
    owners += [
        one
        for one in children(sentence, index, "nmod", "obl")
        if preposition(sentence, one) in {"by", "from", "of", "among"}
    ]
    if owners:
        return owners[0]
    token = sentence.tokens[index]
    above = sentence.tokens[token.head] if token.head >= 0 else token
    lends = above.upos == "VERB" and above.lemma.lower() in listed("lending")
    if lends and above.lemma.lower() == "raise" and token.lemma.lower() in {"hope", "fear", "expectation", "doubt"}:
        return None  # what raises hopes does not hope
    if token.rel == "nsubj" and above.lemma.lower() in COMING:
        return next(
            (one for one in children(sentence, above.index, "obl") if preposition(sentence, one) in {"from", "with"}),
            None,
        )
    if token.rel in {"obj", "conj", "obl"} and lends:
        return next(iter(subjects(sentence, above.index)), None)
    return next(
        (one for one in children(sentence, index, "amod", "compound") if sentence.tokens[one].text[:1].isupper()), None
    )


def _adjective(sentence: Sentence, token: Token, kind: str) -> Saying | None:
    below = {sentence.tokens[one].rel for one in sentence.children[token.index]}
    if not below & {"cop", "aux:pass", "nsubj", "nsubj:pass"}:
        return None
    heads = children(sentence, token.index, "nsubj", "nsubj:pass") or subjects(sentence, token.index)
    content, frame = None, "that"
    for child in children(sentence, token.index, "ccomp", "xcomp", "advcl", "acl"):
        mark = mark_of(sentence, child)
        finite = sentence.tokens[child].rel == "ccomp" or mark == "that"
        if child > token.index and (finite or (mark == "to" and kind == "intend")):
            content = trimmed(sentence, *sentence.reach(child))
            break
    if content is None and kind != "intend":
        for child in children(sentence, token.index, "obl", "advcl"):
            if child > token.index and mark_of(sentence, child) in {"about", "of", "to"}:
                content, frame = trimmed(sentence, *sentence.reach(child)), "noun"
                break
    if not content or not heads or not is_voice(sentence, heads[0]):
        return None
    return made(sentence, token.index, kind, heads[0], [content], frame=frame)
