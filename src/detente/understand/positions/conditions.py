"""The condition on a move: "if ...", "until ...", "on condition that ...", "no talks before ..."."""

from detente.language import Sentence
from detente.understand.grammar import children, negation, preposition

CONDITION_MARKS = frozenset({"if", "unless", "until", "once", "provided", "providing"})


def conditions(
    sentence: Sentence, index: int, *, negated: bool = False, one_day: bool = False
) -> tuple[int, int] | None:
    """Return the stretch of tokens of the condition on a word: "if ...", "until ...", "on condition that ...".

    The clause may hang on the word or on what is above it in the same clause. What is `negated`, or not done, before or
    while something else is, waits for it: "no talks *before* they leave"; what could be done `one_day`, once it is.
    """
    negated = negated or negation(sentence, index) is not None
    for at in (index, *sentence.ancestors(index)):
        for one in sentence.children[at]:
            first, last = sentence.reach(one)
            if not first <= index < last and (
                _is_condition(sentence, one)
                or (negated and (_marked(sentence, one, "before", "while") or _without(sentence, one)))
                or (one_day and _marked(sentence, one, "once", "when", "after"))
            ):
                return first, last
        if sentence.tokens[at].rel in {"ccomp", "parataxis", "acl:relcl", "root", "conj"}:
            break
    return _set_off(sentence, index)


def _set_off(sentence: Sentence, index: int) -> tuple[int, int] | None:
    """A condition set off by a comma, or told as one, is the whole sentence's, wherever below the word the tree hangs it."""
    for one in range(index + 1, sentence.reach(index)[1]):
        first, last = sentence.reach(one)
        before = sentence.tokens[first - 1].text if first else ""
        apart = "," in {before, sentence.tokens[first].text} or sentence.tokens[one].lemma == "condition"
        if apart and _is_condition(sentence, one):
            return first, last
    return None


def _without(sentence: Sentence, index: int) -> bool:
    """As in "no rebuilding *without* disarmament"."""
    return sentence.tokens[index].rel in {"obl", "nmod", "advcl"} and "without" in {
        sentence.tokens[one].text.lower() for one in children(sentence, index, "case", "mark")
    }


def _marked(sentence: Sentence, index: int, *marks: str) -> bool:
    """Whether a clause, or an event told by a noun, stands under one of these words."""
    token = sentence.tokens[index]
    own = {sentence.tokens[one].text.lower() for one in children(sentence, index, "mark", "case", "advmod")}
    event = index in sentence.predicate_at or any(one in sentence.predicate_at for one in sentence.children[index])
    clause = token.rel == "advcl" or (token.rel == "obl" and event)
    return clause and bool(own & set(marks))


def _is_condition(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    marks = [sentence.tokens[one].text.lower() for one in children(sentence, index, "mark", "case", "advmod")]
    if "even" in marks:
        return False
    first = sentence.reach(index)[0]
    only = "only" in {token.text.lower() for token in sentence.tokens[max(0, first - 1) : first + 2]}
    if only and token.rel in {"advcl", "obl"} and {"once", "when", "after"} & set(marks):
        return True
    if token.rel == "advcl":
        as_long = marks[:1] == ["as"] and any(
            sentence.tokens[one].text.lower() == "long" for one in sentence.children[index]
        )
        granted = token.text.lower() in {"provided", "providing", "assuming"} and bool(
            children(sentence, index, "ccomp", "advcl")
        )
        return bool(CONDITION_MARKS & set(marks)) or as_long or granted
    if token.text.lower() == "long" and token.rel == "advmod":  # "as long as", the clause hung on "long"
        return marks[:1] in (["as"], ["so"]) and bool(children(sentence, index, "advcl"))
    if token.rel == "obl" and marks[:1] == ["until"] and index in sentence.predicate_at:
        return True
    return token.rel in {"obl", "nmod"} and token.lemma.lower() == "condition" and preposition(sentence, index) in {
        "on", "under",
    }  # fmt: skip
