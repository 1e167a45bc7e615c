"""What is left of a move under negation, modals, conditions and the verbs above it: the text's own strength, no more."""

from detente.language import Sentence
from detente.lexicon.moves import moves, words
from detente.understand.grammar import children, conjuncts, has_to, negation, no_longer, shared_modal

POSSIBLE = frozenset({"may", "might", "could", "can"})
FUTURE = frozenset({"will", "would", "shall"})
OPEN_MARKS = frozenset({"if", "unless", "whether", "until", "once", "before"})
# Moves of assent: what is not told as done, or done by whoever speaks, is none.
ASSENTS = frozenset({"accept", "accept_in_principle", "concede", "withdraw_offer", "soften"})
GIVING = frozenset({"accept", "offer", "concede", "open", "support", "accept_in_principle", "sign", "initial"})
REFUSING = frozenset({"reject", "oppose", "condemn", "threaten", "sceptical"})
ACTS = frozenset({"comply", "sign", "initial", "suspend", "declare_ceasefire"})
SIGNING = frozenset({"sign", "initial"})
# Moves that not to be willing to make is to refuse.
WILLED = frozenset({"accept", "accept_in_principle", "offer", "propose", "discuss", "develop", "sign", "initial"})
LIKELY = 0.5  # from here on it holds an act for done; the reader's own threshold
UNLIKELY = 0.25  # below this the reader holds an assent for not told as fact; set by hand, not tuned


def mooded(
    sentence: Sentence,
    index: int,
    move: str,
    *,
    speaks: bool,
    conditional: bool,
    negated: bool = False,
    none: bool = False,
) -> str | None:
    """Return the move that the text commits to, or None where it leaves the move open.

    `speaks` tells that the holder is the one who says it: only then is a future assent the holder's own. `negated` tells
    that the move's frame has a negation of its own, `none` that the noun of the move is denied ("showed *no* interest"),
    `conditional` that a condition stands on it.
    """
    ruled = _ruling(sentence, index)
    if ruled in words("refusing") and move in {"reject", "oppose"}:
        return "open"
    if _ruled_out(ruled, move) or _left_open(sentence, index) or _excluded(sentence, index):
        return None
    will = shared_modal(sentence, index)
    denied = negation(sentence, index) is not None or no_longer(sentence, index) or _never(sentence, index)
    if _marks(sentence, index) & {"without", "instead", "rather"}:
        return None  # "softened its language *without dropping* the request" refuses nothing
    if not negated and (denied or none):
        left = _negated(sentence, index, move, will)
        return "condition" if left == "reject" and conditional else left
    if negated and will in POSSIBLE | FUTURE:
        return "condition" if move == "reject" and conditional else move
    if will in POSSIBLE and move != "discuss":
        return "open" if speaks and move in GIVING - {"support"} and not conditional else None
    if will == "would" and move == "discuss":
        return "open"
    if will in {"must", "should"}:
        return None
    bound = move in GIVING and will in FUTURE and only(sentence, index)
    if move in GIVING | {"reject"} and (conditional or bound):
        return "condition"
    if will in FUTURE and move in SIGNING:
        move = "accept"
    if (will in FUTURE and move in ASSENTS and not speaks) or (move in ASSENTS | ACTS and _wished(sentence, index)):
        return None
    if (move in ASSENTS and not speaks and _unlikely(sentence, index)) or (move in ACTS and not _done(sentence, index)):
        return None
    return move


def _negated(sentence: Sentence, index: int, move: str, will: str | None) -> str | None:
    """No longer demanding is softer; not to accept is a refusal only where it is a will, not where it is a fact."""
    if no_longer(sentence, index) and move in {"demand", "reject", "oppose"}:
        return "soften"
    if move in WILLED:
        return "reject" if will in FUTURE | {"can"} or (move == "accept" and _present(sentence, index)) else None
    if move == "demand" and sentence.tokens[index].lemma == "want" and _present(sentence, index):
        return "reject"
    if will in POSSIBLE:
        return None
    negated = moves()[move].negated
    return None if negated in {None, "none"} else negated


def _present(sentence: Sentence, index: int) -> bool:
    """As in "India *does* not accept mediation": a standing refusal, where "did not" only tells what happened."""
    return any(sentence.tokens[one].text.lower() in {"do", "does"} for one in children(sentence, index, "aux"))


def only(sentence: Sentence, index: int) -> bool:
    """Tell whether a verb stands under "only", as in "will *only* agree to a truce that ...": whatever comes after it is the condition."""
    return any(sentence.tokens[one].text.lower() == "only" for one in children(sentence, index, "advmod"))


def _never(sentence: Sentence, index: int) -> bool:
    """As in "nor will it ...", "*under no circumstances* will it ..."."""
    nor = any(sentence.tokens[one].text.lower() in {"neither", "nor"} for one in children(sentence, index, "cc"))
    hung = [one for one in children(sentence, index, "obl") if sentence.tokens[one].lemma in words("circumstances")]
    return nor or any(negation(sentence, one) is not None for one in hung)


def _done(sentence: Sentence, index: int) -> bool:
    """Whether an act is told as done: finite, in the past or the present of news, and likely by the reader."""
    predicate = sentence.predicate_at.get(index)
    begun = sentence.tokens[index].rel == "xcomp" and sentence.tokens[sentence.tokens[index].head]
    if begun and begun.lemma.lower() in words("starting"):
        return _done(sentence, begun.index)
    finite = sentence.tokens[index].xpos in {"VBD", "VBN", "VBZ", "VBP"} and shared_modal(sentence, index) is None
    return finite and (predicate is None or predicate.happened >= LIKELY)


def _wished(sentence: Sentence, index: int) -> bool:
    """Whether a verb only tells what is to be done: "fifty days *to agree*", "that Hamas *give* up its arms"."""
    token = sentence.tokens[index]
    own = children(sentence, index, "nsubj")
    single = bool(own) and all(sentence.tokens[one].xpos in {"NN", "NNP"} for one in own)
    alone = single and len(conjuncts(sentence, own[0])) == 1 and not children(sentence, index, "aux")
    above = sentence.tokens[token.head].lemma.lower() if token.rel == "xcomp" else ""
    aim = token.rel in {"acl", "advcl"} or (token.rel == "xcomp" and above not in words("starting"))
    return (aim and has_to(sentence, index)) or (alone and token.xpos in {"VB", "VBP"})


def _unlikely(sentence: Sentence, index: int) -> bool:
    """Whether the reader holds an assent for not told as fact; a plain present tells it as the news that it is."""
    predicate = sentence.predicate_at.get(index)
    plain = sentence.tokens[index].xpos in {"VBZ", "VBP"}
    return predicate is not None and predicate.happened < UNLIKELY and not plain


def _left_open(sentence: Sentence, index: int) -> bool:
    """Under if, unless, whether, until, as far up as the clause that is told."""
    for at in (index, *sentence.ancestors(index)):
        marks = {sentence.tokens[one].text.lower() for one in children(sentence, at, "mark", "advmod")}
        if marks & OPEN_MARKS or _asked(sentence, at):
            return True
        if sentence.tokens[at].rel in {"ccomp", "parataxis", "root", "acl:relcl"}:
            return False
    return False


def _asked(sentence: Sentence, index: int) -> bool:
    """As in "has not determined *when* it will stop": a question within the sentence."""
    asks = [one for one in children(sentence, index, "advmod", "mark") if sentence.tokens[one].xpos == "WRB"]
    return bool(asks) and (sentence.tokens[index].rel == "ccomp" or shared_modal(sentence, index) is not None)


def _ruling(sentence: Sentence, index: int) -> str | None:
    """The lemma of the verb or noun above that asks for, plans or refuses this one: "*refused* to rule out"."""
    token = sentence.tokens[index]
    if token.head < 0 or token.rel not in {"xcomp", "ccomp", "acl", "advcl", "csubj", "obj"}:
        return None
    above = sentence.tokens[token.head]
    if above.upos == "NOUN" and token.rel in {"acl", "ccomp"} and "that" in _marks(sentence, index):
        return above.lemma.lower()  # "its demand that Russia *return* the children"
    if above.upos == "ADJ" and token.xpos == "VBG" and "to" in _marks(sentence, index):
        return above.lemma.lower()  # "open to *negotiating* an exchange"
    if token.rel == "ccomp" and token.xpos == "VBP" and above.lemma.lower() in words("subjunctive"):
        return above.lemma.lower()  # "proposed that both *ask* the envoy to leave"
    if token.rel in {"ccomp", "advcl", "obj"} and token.xpos not in {"VB", "VBN"}:
        return None
    if token.rel != "xcomp" and not has_to(sentence, index):
        return None
    return sentence.tokens[token.head].lemma.lower()


def _ruled_out(above: str | None, move: str) -> bool:
    """Whether the word above tells the move, so that this one does not."""
    if above is None:
        return False
    if above in words("asking") or above in words("refusing"):
        return True
    return above in words("planning") and move not in REFUSING


def _excluded(sentence: Sentence, index: int) -> bool:
    """As in "ruled out that the group *would hand in* its arms": what the verb above says will not be."""
    token = sentence.tokens[index]
    above = sentence.tokens[token.head].lemma.lower() if token.rel == "ccomp" else ""
    return above in words("excluding")


def _marks(sentence: Sentence, index: int) -> set[str]:
    return {sentence.tokens[one].text.lower() for one in children(sentence, index, "mark", "case")}
