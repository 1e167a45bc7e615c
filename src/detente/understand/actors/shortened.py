"""Short names that a page makes for a party: "the Free Aceh Movement (GAM)", and "the Tigers" after "the Tamil Tigers"."""

import re
from collections.abc import Iterable, Iterator, Mapping

from detente.language import Sentence
from detente.lexicon.parties import names, parties
from detente.model import Actor
from detente.understand.actors.mention import Mention

ACRONYM = re.compile(r"[A-Z][A-Za-z0-9-]{1,7}")


def shortened(sentences: Iterable[Sentence], named: Mapping[int, list[Mention]]) -> dict[str, str]:
    """Return the party of each short name that the page introduces; one that could be two parties' is none's."""
    found: dict[str, set[str]] = {}
    for sentence in sentences:
        for mention in named[sentence.index]:
            party = mention.actors[0].party or ""
            for short in _short_names(sentence, mention, parties()[party].kind):
                found.setdefault(short, set()).add(party)
    return {short: next(iter(own)) for short, own in found.items() if len(own) == 1 and names().find(short) is None}


def _short_names(sentence: Sentence, mention: Mention, kind: str) -> Iterator[str]:
    after = [token.text for token in sentence.tokens[mention.last : mention.last + 3]]
    bracketed = len(after) == 3 and (after[0], after[2]) == ("(", ")")
    if bracketed and ACRONYM.fullmatch(after[1]) and after[1] != after[1].lower():
        yield after[1]
    last = sentence.tokens[mention.last - 1].text
    several = mention.last - mention.first > 1
    if kind != "state" and several and last[:1].isupper() and len(last) > 3 and last.isalpha():
        yield f"the {last}"


def short_mentions(sentence: Sentence, shorts: Mapping[str, str], own: list[Mention]) -> Iterator[Mention]:
    """Yield the short names in a sentence that no mention covers yet."""
    covered = {i for mention in own for i in range(mention.first, mention.last)}
    for token in sentence.tokens:
        before = sentence.tokens[token.index - 1].text.lower() if token.index else ""
        party = shorts.get(token.text) or shorts.get(f"{before} {token.text}")
        if party and token.index not in covered:
            yield Mention(
                sentence=sentence.index, first=token.index, last=token.index + 1, head=token.index, kind="name",
                actors=(Actor(party=party),),
            )  # fmt: skip
