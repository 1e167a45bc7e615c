"""What the tree says about a word: its subject, objects, negation, modals, condition.

Universal Dependencies, as the reader gives them. All functions take a sentence and a token's index and return indices;
what the tree does not show is an empty list or None.
"""

from detente.language.parsed import Sentence

SUBJECTS = frozenset({"nsubj", "nsubj:outer", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubj:pass", "csubj:pass"})
# Verbs whose infinitive is done by their object: "urged Kyiv to withdraw".
OBJECT_CONTROL = frozenset(
    "urge press ask tell order force push persuade convince allow let permit require invite expect want "
    "call help encourage compel oblige warn instruct direct enable lead pressure".split()
)
NEGATIONS = frozenset("not n't n’t never no neither nor cannot hardly without".split())
MODALS = frozenset("will would shall should can could may might must 'll ’ll 'd ’d".split())


def children(sentence: Sentence, index: int, *relations: str) -> list[int]:
    """Return the tokens that hang on this one with one of these relations (subtypes given count exactly)."""
    return [child for child in sentence.children[index] if sentence.tokens[child].rel in relations]


def child(sentence: Sentence, index: int, *relations: str) -> int | None:
    """Return the first such token."""
    return next(iter(children(sentence, index, *relations)), None)


def conjuncts(sentence: Sentence, index: int) -> list[int]:
    """Return a token and everything coordinated with it, in order."""
    found, waiting = [], [index]
    while waiting:
        at = waiting.pop()
        found.append(at)
        waiting.extend(children(sentence, at, "conj"))
    return sorted(found)


def root(sentence: Sentence) -> int | None:
    """Return the token that hangs on no other."""
    return next((token.index for token in sentence.tokens if token.head < 0), None)


def has_to(sentence: Sentence, index: int) -> bool:
    """Tell whether "to" opens a verb: an infinitive of purpose or a complement."""
    return any(sentence.tokens[one].text.lower() == "to" for one in children(sentence, index, "mark"))


def is_passive(sentence: Sentence, index: int) -> bool:
    """Tell whether a verb is passive."""
    relations = {sentence.tokens[one].rel for one in sentence.children[index]}
    return bool(relations & {"aux:pass", "nsubj:pass", "csubj:pass"})


def subjects(sentence: Sentence, index: int, depth: int = 0) -> list[int]:
    """Return the heads of who does it: the subject, the agent of a passive, or the subject it shares.

    Coordinated subjects are all returned. A passive without an agent has none.
    """
    own = children(sentence, index, *SUBJECTS) or [i for i in _stray_names(sentence, index) if i < index]
    own = [i for i in own if i < index] or own  # of a subject on either side the one behind is another clause's
    own = [antecedent(sentence, one) for one in own]
    participle = sentence.tokens[index].rel == "acl" and sentence.tokens[index].xpos == "VBN"
    if not own and (participle or is_passive(sentence, index)):
        own = _agents(sentence, index)
        return [one for head in own for one in conjuncts(sentence, head)]
    if own:
        return [one for head in own for one in conjuncts(sentence, head)]
    return [] if depth > 6 else _shared_subject(sentence, index, depth)


def _stray_names(sentence: Sentence, verb: int) -> list[int]:
    """Names that a tree hangs on a verb as if they were a part of its name: a subject before it, an object behind it."""
    if sentence.tokens[verb].upos != "VERB":
        return []
    found = [i for i in children(sentence, verb, "flat") if sentence.tokens[i].xpos == "NNP"]
    return [i for i in found if i - 1 not in found]


def antecedent(sentence: Sentence, index: int) -> int:
    """Return the noun that a relative pronoun means, which its clause hangs on; any other word itself."""
    token = sentence.tokens[index]
    if token.xpos in {"WDT", "WP"}:
        verb = sentence.tokens[token.head]
        if verb.rel == "acl:relcl" and verb.head >= 0:
            return verb.head
    return index


def _agents(sentence: Sentence, index: int) -> list[int]:
    obliques = children(sentence, index, "obl:agent", "obl")
    return [
        one
        for one in obliques
        if sentence.tokens[one].rel == "obl:agent"
        or (preposition(sentence, one) == "by" and not _is_time(sentence, one))
    ]


def _is_time(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    return token.upos == "NUM" or token.lemma.lower() in TIME_WORDS


TIME_WORDS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december day week month year end weekend deadline today tomorrow "
    "midnight noon phone telephone video".split()
)


def _shared_subject(sentence: Sentence, index: int, depth: int) -> list[int]:
    token = sentence.tokens[index]
    if token.head < 0:
        return []
    if token.rel in {"conj", "advcl", "parataxis", "appos", "cop"}:
        return subjects(sentence, token.head, depth + 1)
    if token.rel == "xcomp":
        objects_ = children(sentence, token.head, "obj", "iobj")
        if sentence.tokens[token.head].lemma in OBJECT_CONTROL:
            passive = children(sentence, token.head, "nsubj:pass")
            if objects_ or passive:
                return [one for head in objects_ or passive for one in conjuncts(sentence, head)]
        passive = children(sentence, token.head, "nsubj:pass")
        return passive or subjects(sentence, token.head, depth + 1)
    if token.rel in {"acl", "acl:relcl"}:
        head = sentence.tokens[token.head]
        if token.xpos == "VBG" or (token.rel == "acl:relcl" and not children(sentence, index, "obj")):
            return conjuncts(sentence, head.index) if head.upos in {"NOUN", "PROPN", "PRON"} else []
        if token.xpos in {"VB", "VBN"} and head.upos == "NOUN":  # "its offer to withdraw": whose offer it is
            return possessors(sentence, head.index)
    return []


def possessors(sentence: Sentence, index: int) -> list[int]:
    """Return whose noun it is: "Russia's demands", "the demands of Russia", "Russian demands"."""
    found = [one for head in children(sentence, index, "nmod:poss") for one in conjuncts(sentence, head)]
    if found:
        return found
    of = [one for one in children(sentence, index, "nmod") if preposition(sentence, one) in {"of", "by", "from"}]
    adjectives = [
        one for one in children(sentence, index, "amod", "compound") if sentence.tokens[one].text[:1].isupper()
    ]
    return of or adjectives


def preposition(sentence: Sentence, index: int) -> str | None:
    """Return the (first word of the) preposition that marks a noun."""
    case = child(sentence, index, "case")
    return sentence.tokens[case].text.lower() if case is not None else None


def objects(sentence: Sentence, index: int, *prepositions: str) -> list[int]:
    """Return what it is done to: objects and clauses, or, where prepositions are given, only what they mark."""
    if prepositions:
        heads = [
            one
            for one in children(
                sentence, index, "obl", "nmod", "xcomp", "ccomp", "advcl", "acl", "obl:agent", "obl:unmarked"
            )
            if (preposition(sentence, one) or _mark(sentence, one)) in prepositions
        ]
    else:
        heads = children(sentence, index, "obj", "ccomp", "xcomp", "iobj")
        heads = heads or [i for i in _stray_names(sentence, index) if i > index]
        if is_passive(sentence, index):
            heads += children(sentence, index, *PASSIVE_SUBJECTS)
        token = sentence.tokens[index]
        heads = heads or [
            one for one in children(sentence, index, "advcl") if sentence.tokens[one].xpos == "VBG" and one > index
        ]
        if token.rel == "acl:relcl" and not heads and child(sentence, index, *SUBJECTS) is not None:
            heads.append(token.head)  # "the buffer zone that Moscow demands"
        if token.rel == "acl" and token.xpos == "VBN":
            heads.append(token.head)  # "a zone demanded by Moscow"
    return [one for head in heads for one in conjuncts(sentence, head)]


def _mark(sentence: Sentence, index: int) -> str | None:
    mark = child(sentence, index, "mark")
    return sentence.tokens[mark].text.lower() if mark is not None else None


def negation(sentence: Sentence, index: int) -> int | None:
    """Return the word that negates this one, looking at its own words and, for a copula or noun, at its determiner."""
    for one in sentence.children[index]:
        token = sentence.tokens[one]
        if token.rel in {"advmod", "det", "cc:preconj", "advmod:neg", "aux"} and token.text.lower() in NEGATIONS:
            return one
    return None


def no_longer(sentence: Sentence, index: int) -> bool:
    """Tell whether the word is under "no longer" or "not ... any more"."""
    low = [token.text.lower() for token in sentence.tokens]
    return any(
        low[one] == "longer" and one > 0 and low[one - 1] in {"no", "not"}
        for one in children(sentence, index, "advmod")
    ) or any(low[one] in {"anymore"} for one in children(sentence, index, "advmod"))


def modal(sentence: Sentence, index: int) -> str | None:
    """Return the modal of a verb, lower-cased and whole ("'ll" as will)."""
    spelt = {"'ll": "will", "’ll": "will", "'d": "would", "’d": "would", "wo": "will", "ca": "can", "cannot": "can"}
    for one in children(sentence, index, "aux"):
        text = sentence.tokens[one].text.lower()
        text = spelt.get(text, text)
        if text in MODALS:
            return text
    return None


def shared_modal(sentence: Sentence, index: int) -> str | None:
    """Return the modal of a verb, or the one that it shares with the verb that it is coordinated with."""
    own, token = modal(sentence, index), sentence.tokens[index]
    shares = token.rel == "conj" and token.xpos == "VB" and not children(sentence, index, *SUBJECTS, "aux", "mark")
    return own or (shared_modal(sentence, token.head) if shares else None)


PARTICLES = frozenset("out up off down back away over forward".split())


def particle(sentence: Sentence, index: int) -> str | None:
    """Return the particle of a phrasal verb ("rule out": out), also where the tree has it as an adverb."""
    for one in children(sentence, index, "compound:prt", "advmod"):
        text = sentence.tokens[one].text.lower()
        if text in PARTICLES and one > index:
            return text
    return None


def condition(sentence: Sentence, index: int) -> tuple[int, int] | None:
    """Return the stretch of tokens of the condition on a word: "if ...", "unless ...", "provided that ..."."""
    for at in (index, *sentence.ancestors(index)):
        for clause in children(sentence, at, "advcl"):
            first, last = sentence.reach(clause)
            marks = {sentence.tokens[one].text.lower() for one in children(sentence, clause, "mark", "advmod")}
            if marks & {"if", "unless", "provided", "providing"} and not first <= index < last:
                return first, last
        if sentence.tokens[at].rel in {"ccomp", "parataxis", "acl:relcl"}:
            return None
    return None
