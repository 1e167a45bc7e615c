"""The side that the text puts a person on; a name alone never has one."""

from detente.language import Sentence
from detente.understand.actors.cast import Mention
from detente.understand.actors.people import Person
from detente.understand.actors.titles import apposition, title_start


def sides_of(people: list[Person], named: list[list[Mention]]) -> dict[str, str]:
    """The side that the text puts each person on: title, apposition, owner, or "on the ... side"."""
    sides: dict[str, str] = {}
    for sentence, first, last, id_ in people:
        if id_ not in sides:
            own = named[sentence.index]
            side = _side_in_title(sentence, first, own) or _side_after(sentence, first, last, own)
            side = side or _side_phrase(sentence, last, own)
            side = side or _side_of_plural(sentence, first, people, sides)
            if side:
                sides[id_] = side
    return sides


def _side_of_plural(sentence: Sentence, first: int, people: list[Person], sides: dict[str, str]) -> str | None:
    """A plural title governs every name after it: "U.S. envoys Steve Witkoff and Jared Kushner"."""
    if first < 2 or sentence.tokens[first - 1].text not in {"and", ","}:
        return None
    before = [row for row in people if row[0] is sentence and row[2] == first - 1]
    for _, start, _, id_ in before:
        title = sentence.tokens[title_start(sentence, start) : start]
        if any(token.xpos == "NNS" for token in title):
            return sides.get(id_)
    return None


def _side_in_title(sentence: Sentence, first: int, own: list[Mention]) -> str | None:
    start = title_start(sentence, first)
    found = [m for m in own if start <= m.first < first and m.last <= first]
    return found[0].actors[0].party if found else None


def _side_after(sentence: Sentence, first: int, last: int, own: list[Mention]) -> str | None:
    stretch = apposition(sentence, first, last)
    found = [m for m in own if stretch and stretch[0] <= m.first < stretch[1] and not m.place]
    return found[0].actors[0].party if found else None


def _side_phrase(sentence: Sentence, last: int, own: list[Mention]) -> str | None:
    """Let "on the U.S. side" govern every name before it that has no side of its own."""
    for mention in own:
        following = sentence.tokens[mention.last].text if mention.last < len(sentence.tokens) else ""
        before = [token.text.lower() for token in sentence.tokens[max(0, mention.first - 2) : mention.first]]
        if (
            mention.first >= last
            and following in {"side", "delegation", "team"}
            and before in (["on", "the"], ["from", "the"], ["for", "the"])
        ):
            return mention.actors[0].party
    return None
