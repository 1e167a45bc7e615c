"""People known by what they are and whom they act for: "Russian officials", "the Israeli delegation", "sources"."""

from collections.abc import Iterator

from detente.language import Sentence, Token
from detente.lexicon.roles import bodies, roles, titles
from detente.model import Actor
from detente.understand.actors.mention import Mention
from detente.understand.actors.parties import only_qualifies
from detente.understand.grammar import children, conjuncts, preposition
from detente.understand.stretches import bare


def group_mentions(sentence: Sentence, own: list[Mention], home: str | None = None) -> Iterator[Mention]:
    """Yield "Russian officials", "Ukrainian and European representatives", "a senior U.S. official", "sources".

    `home` is the state that the page tells of before all others, whose "the government" is.
    """
    usable = [mention for mention in own if not only_qualifies(sentence, mention)]
    for token in sentence.tokens:
        if token.upos not in {"NOUN", "PROPN"} or not _is_group(token):
            continue
        if any(m.first <= token.index < m.last for m in own):
            continue
        first, last = noun_phrase(sentence, token.index)
        sides = [m for m in usable if first <= m.first < token.index and not m.place]
        sides = sides or _owners(sentence, token, usable)
        ids: list[str | None] = [m.actors[0].party for m in _distinct(sides)]
        if home and not ids and _is_bare(sentence, token, first):
            ids = [home]
        if not ids and not _speaks(token):
            continue
        texts = [f"{bare(sentence, m.first, m.last)} {token.text}" for m in _distinct(sides)]
        phrase = bare(sentence, first, last)
        actors = tuple(
            Actor(description=phrase if len(ids) < 2 else text, party=id_)
            for id_, text in zip(ids or [None], texts or [phrase], strict=True)
        )
        yield Mention(sentence=sentence.index, first=first, last=last, head=token.index, kind="group", actors=actors)


def _is_bare(sentence: Sentence, token: Token, first: int) -> bool:
    """As in "the government", with nothing to say whose it is."""
    alone = token.index - first == 1 and sentence.tokens[first].text.lower() == "the"
    return alone and token.xpos in {"NN", "NNP"} and token.lemma.lower() in {"government", "cabinet", "parliament"}


def _is_group(token: Token) -> bool:
    """Tell whether a noun is of people or a body that can act for a party, or speak without one."""
    lemma = token.lemma.lower()
    return (
        lemma in roles().loose or lemma in titles() or {lemma, token.text.lower()} & bodies() != set() or _speaks(token)
    )


def _speaks(token: Token) -> bool:
    return bool({token.lemma.lower(), token.text.lower()} & roles().unnamed)


def _distinct(sides: list[Mention]) -> list[Mention]:
    return list({mention.actors[0].party: mention for mention in reversed(sides)}.values())[::-1]


def _owners(sentence: Sentence, token: Token, own: list[Mention]) -> list[Mention]:
    """Whose people they are: "Sudan's army", "mediators from Egypt and Qatar", "the presidents of Rwanda and Congo"."""
    heads = children(sentence, token.index, "nmod:poss")
    heads += [i for i in children(sentence, token.index, "nmod") if preposition(sentence, i) in {"of", "from"}]
    every = [one for head in heads for one in conjuncts(sentence, head)]
    return [mention for mention in own if mention.head in every or _right_behind(sentence, token, mention)]


def _right_behind(sentence: Sentence, token: Token, mention: Mention) -> bool:
    """Tell whether nothing but "of" or "of the" parts a noun and a name, wherever the tree hangs what is coordinated."""
    between = [one.text.lower() for one in sentence.tokens[token.index + 1 : mention.first]]
    return between in (["of"], ["of", "the"])


def noun_phrase(sentence: Sentence, index: int) -> tuple[int, int]:
    """The noun with what stands before it: determiner, number, adjectives, modifiers."""
    first, _ = sentence.reach(index)
    start = index
    while start > first and _stands_before(sentence, index, start - 1):
        start -= 1
    while start < index and sentence.tokens[start].upos in {"CCONJ", "PUNCT", "PART"}:
        start += 1
    return start, index + 1


def _stands_before(sentence: Sentence, index: int, at: int) -> bool:
    token = sentence.tokens[at]
    if token.text in {",", ";", "“", '"', "—", "–", "("} and token.rel == "punct":
        return token.text == "," and sentence.tokens[at + 1].rel == "amod"
    below = index in sentence.ancestors(at)
    return below and token.upos not in {"ADP", "SCONJ", "AUX"} and (token.upos != "VERB" or token.rel == "amod")
