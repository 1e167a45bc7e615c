"""Rows of people: "Marco Rubio, special envoy Steve Witkoff and Jared Kushner", whatever their titles do to the tree."""

from collections.abc import Sequence

from detente.language import Sentence
from detente.understand.actors.mention import Mention
from detente.understand.actors.titles import Title

JOINTS = frozenset({",", "and", "&", ";"})
BETWEEN = JOINTS | {"the", "a", "an", "his", "her", "their", "’s", "'s", "(", ")"}


def rows_of(
    sentence: Sentence, people: Sequence[Mention], titles: Sequence[Title], others: Sequence[Mention]
) -> list[list[Mention]]:
    """Return the rows of two people or more that only titles, their sides, commas and "and" part, each with an "and" in it.

    `others` are the parties that the sentence names: "Iran's Ali Rad", "Ann Lee of Oman".
    """
    titled = {i for title in titles for i in range(title.first, title.last)}
    titled |= {i for other in others for i in _beside(sentence, other, people)}
    people = [one for one in people if one.first not in titled]
    rows: list[list[Mention]] = []
    joined = False
    for one in people:
        last = rows[-1][-1] if rows else None
        link = _link(sentence, last, one, titled) if last else None
        if link is None or joined:
            rows.append([one])
            joined = False
        else:
            rows[-1].append(one)
            joined = link == "and"
    return [row for row in rows if len(row) > 1 and _link(sentence, row[-2], row[-1], titled) == "and"]


def _beside(sentence: Sentence, party: Mention, people: Sequence[Mention]) -> range:
    """The words that put somebody on a side right beside the name: "Iran's", "of Oman", "of the UAE"."""
    tokens = sentence.tokens
    behind = party.last + (party.last < len(tokens) and tokens[party.last].xpos == "POS")
    if any(one.first == behind for one in people):
        return range(party.first, behind)
    start = party.first - (party.first > 0 and tokens[party.first - 1].text.lower() == "the")
    if start > 0 and tokens[start - 1].text.lower() == "of" and any(one.last == start - 1 for one in people):
        return range(start - 1, party.last)
    return range(0)


def _link(sentence: Sentence, one: Mention, other: Mention, titled: set[int]) -> str | None:
    """How the second goes on with the first: "and", a comma, or not at all."""
    between = [sentence.tokens[i].text.lower() for i in range(one.last, other.first) if i not in titled]
    if (
        not between
        or not set(between) <= BETWEEN
        or not set(between) & JOINTS
        or _starts_a_clause(sentence, one, other)
    ):
        return None
    return "and" if {"and", "&"} & set(between) else ","


def _starts_a_clause(sentence: Sentence, one: Mention, other: Mention) -> bool:
    """As in "Trump met Putin and Zelensky said no": the second is the subject of a verb of its own."""
    token = sentence.tokens[other.head]
    return token.rel.startswith("nsubj") and sentence.tokens[one.head].head != token.head
