"""The patterns of `times.toml` compiled, and a sentence reduced by them, stage by stage, to its time expressions."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import msgspec

from detente.errors import LexiconError
from detente.language import Token
from detente.lexicon.times import Expression, times
from detente.understand.times.words import Alphabet, TimeWord, class_sets, time_words

PIECE = re.compile(
    r"\s*(?:(?P<mark>[()|?*])|<(?P<behind>[^>]+)>|\{(?P<ahead>[^}]+)\}|\$(?P<macro>\w+)"
    r"|(?:(?P<label>[A-Z]+)=)?(?:(?P<klass>[A-Z0-9]*[A-Z][A-Z0-9]+)(?![a-z])|(?P<word>[^\s()|?*<>{}]+)))"
)


# Classes of expressions that others are made of.
LEVELS = ("DAYLEVEL", "PARTLEVEL", "MONTHLEVEL", "YEARLEVEL", "SEASONLEVEL", "UNITLEVEL", "WEEKLEVEL")


class Parts:
    """What a pattern matched: the words by label."""

    def __init__(self, words: Sequence[TimeWord], match: re.Match[str], tokens: Sequence[Token]) -> None:
        self.words = words[match.start() : match.end()]
        self.before = words[match.start() - 1] if match.start() else None
        self.after = words[match.end()] if match.end() < len(words) else None
        self.tokens = tokens
        self._plain = {tokens[word.first].text.lower() for word in self.words if word.last == word.first + 1}
        self._at: dict[str, tuple[TimeWord, str]] = {}
        for group, (start, _) in ((name, match.span(name)) for name in match.groupdict()):
            label, class_ = group.split("__")[0], group.split("__")[1]
            if start >= 0:
                self._at.setdefault(label, (words[start], class_))

    def __contains__(self, label: str) -> bool:
        return label in self._at

    def get(self, label: str) -> Any:
        """Return the value of the first word with this label, or None."""
        found = self._at.get(label)
        return found[0].values.get(found[1], found[0].values.get("TIME")) if found else None

    def word(self, *labels: str) -> str | None:
        """Return the first word with one of these labels, in small letters, or None."""
        found = next((self._at[label][0] for label in labels if label in self._at), None)
        return self.tokens[found.first].text.lower() if found else None

    def reduced(self) -> Any:
        """Return the meaning of the period that the stretch contains, reduced before, or None."""
        return next((self.get(level) for level in LEVELS if level in self), None)

    def at(self, label: str) -> TimeWord:
        """Return the first word with this label."""
        return self._at[label][0]

    def has(self, *texts: str) -> bool:
        """Tell whether one of these words stands in the stretch, outside what was reduced before."""
        return any(text in self._plain for text in texts)

    @property
    def first(self) -> int:
        """The first token of the stretch."""
        return self.words[0].first

    @property
    def last(self) -> int:
        """The token behind the stretch."""
        return self.words[-1].last

    def text(self) -> str:
        """The words of the stretch in small letters, a space between them."""
        return " ".join(token.text.lower() for token in self.tokens[self.first : self.last])


Meaning = Callable[[Parts], Any]


class Rule(msgspec.Struct, frozen=True):
    """One pattern, ready to be matched, and what it gives."""

    expression: Expression
    pattern: re.Pattern[str]
    meaning: Meaning
    order: int


class Grammar:
    """All patterns of the lexicon, by stage, over one alphabet."""

    def __init__(self, meanings: dict[str, Meaning]) -> None:
        self.alphabet = Alphabet()
        for classes in class_sets(one.gives for one in times().expression):
            self.alphabet.letter(classes)
        self.stages: dict[int, list[Rule]] = {}
        for order, expression in enumerate(times().expression):
            if expression.meaning not in meanings:
                raise LexiconError(f"times.toml: '{expression.id}' has no meaning '{expression.meaning}'")
            for pattern in expression.patterns:
                compiled = self._compile(pattern, expression.id)
                rule = Rule(expression, compiled, meanings[expression.meaning], order)
                self.stages.setdefault(expression.stage, []).append(rule)
        self.triggers = re.compile(f"[{''.join(map(self.alphabet.having, TRIGGERS))}]")

    def _compile(self, pattern: str, id_: str) -> re.Pattern[str]:
        try:
            return re.compile(self._translate(pattern, [0]))
        except re.error as error:
            raise LexiconError(f"times.toml: pattern '{pattern}' of '{id_}': {error}") from error

    def _translate(self, pattern: str, count: list[int]) -> str:
        return "".join(self._piece(piece, count) for piece in PIECE.finditer(pattern))

    def _piece(self, piece: re.Match[str], count: list[int]) -> str:
        if piece["mark"]:
            return "(?:" if piece["mark"] == "(" else piece["mark"]
        if piece["macro"]:
            return f"(?:{self._translate(times().macro[piece['macro']], count)})"
        if piece["behind"]:
            return f"(?<={self._set(*piece['behind'].split('|'))})"
        if piece["ahead"]:
            return f"(?={self._translate(piece['ahead'], count)})"
        name = piece["klass"] or piece["word"].lower()
        count[0] += 1
        label = piece["label"] or (name if name.isidentifier() else "mark")
        class_ = name if name.isidentifier() else "mark"
        return f"(?P<{label}__{class_}__{count[0]}>{self._set(name)})"

    def _set(self, *names: str) -> str:
        letters = "".join(self.alphabet.having(name if name.isupper() else name.lower()) for name in names)
        return f"[{letters}]" if letters else "(?!)"

    def reduce(self, tokens: Sequence[Token]) -> list[TimeWord]:
        """Return the words of a sentence, its time expressions each reduced to one word of class TIME."""
        words = time_words(tokens)
        letters = "".join(self.alphabet.letters.get(word.classes, OTHER_LETTER) for word in words)
        if not self.triggers.search(letters):
            return []
        for stage in sorted(self.stages):
            for _ in range(1 + any(rule.expression.repeat for rule in self.stages[stage])):
                words, letters = self._reduce(words, letters, self.stages[stage], tokens)
        return words

    def _reduce(
        self, words: list[TimeWord], letters: str, rules: list[Rule], tokens: Sequence[Token]
    ) -> tuple[list[TimeWord], str]:
        found = [(m.start(), -m.end(), rule.order, rule, m) for rule in rules for m in rule.pattern.finditer(letters)]
        if not found:
            return words, letters
        kept: list[TimeWord] = []
        reached = 0
        for start, end, _, rule, match in sorted(found, key=lambda row: row[:3]):
            if start < reached or start == -end:
                continue
            value = rule.meaning(Parts(words, match, tokens))
            if value is None:
                continue
            kept += words[reached:start]
            kept.append(_reduced(rule.expression, words[start:-end], value))
            reached = -end
        kept += words[reached:]
        return kept, "".join(self.alphabet.letter(word.classes) for word in kept)


OTHER_LETTER = chr(0xE000)
TRIGGERS = (
    "MONTH SHORTMONTH WEEKDAY WEEKDAYS UNIT UNITS YEAR SEASON DAYPART NOON TODAY TONIGHT NOW FREQUENCY CLOCKNUM HALFDAY "
    "DECADE NUMDATE QUARTER HOLIDAY BC AD ZONE SPELTDECADE future past present term being moment time period eve eid new soon / SHORTYEAR ORDDAY"
).split()


def _reduced(expression: Expression, words: Sequence[TimeWord], value: Any) -> TimeWord:
    values = dict.fromkeys(expression.gives, value)
    return TimeWord(frozenset(expression.gives), values, words[0].first, words[-1].last)


@cache
def grammar() -> Grammar:
    """Compile the grammar once."""
    from detente.understand.times.said import MEANINGS

    return Grammar(MEANINGS)
