"""What sets an act of a clause going: "in the event of a violation", "if the team finds one", "where it is not rectified"."""

from detente.language import Sentence
from detente.lexicon.covenants import covenants
from detente.understand.grammar import children

Stretch = tuple[int, int]


def trigger_of(sentence: Sentence, act: int) -> Stretch | None:
    """Return the words of the case that an act is for, None where it is owed in any case.

    >>> from detente.language import load
    >>> sentence = load().parse("In the event of a violation, the Commission shall begin an inquiry.").sentences[0]
    >>> [token.text for token in sentence.tokens[slice(*trigger_of(sentence, 10))]]
    ['In', 'the', 'event', 'of', 'a', 'violation']
    """
    above = [act, *(one for one in sentence.ancestors(act) if sentence.tokens[act].rel in {"conj", "xcomp", "ccomp"})]
    for verb in above:
        for one in children(sentence, verb, "advcl", "obl"):
            first, last = sentence.reach(one)
            if _is_case(sentence, one, first, last):
                return first, _end(sentence, one, last)
    return None


def _end(sentence: Sentence, at: int, last: int) -> int:
    """Where the case ends: at the first comma behind its own word."""
    return next((i for i in range(at + 1, last) if sentence.tokens[i].text in {",", ";", ":"}), last)


def _is_case(sentence: Sentence, at: int, first: int, last: int) -> bool:
    if sentence.tokens[at].rel == "advcl":
        marks = (*children(sentence, at, "mark", "advmod", "aux"),)
        return any(sentence.tokens[i].lemma.lower() in covenants().cases for i in marks if i < at)
    opening = [token.text.lower() for token in sentence.tokens[first : min(first + 4, last)]]
    return opening[:1] == ["in"] and bool({"event", "case"} & set(opening))
