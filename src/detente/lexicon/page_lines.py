"""What a line of a page is by its own words: tags, credits, captions, bylines, what is not the article's own."""

import re
from functools import cache

import msgspec

from detente.lexicon import entries_of
from detente.model import Label


class LineRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"counter": "not"}):
    """One kind of line; `longest` bounds it, `ends` marks the end of an article, `exact` minds the case."""

    label: Label
    longest: int
    pattern: str
    exact: bool = False
    ends: bool = False
    examples: tuple[str, ...] = ()
    counter: tuple[str, ...] = ()


@cache
def line_rules() -> tuple[tuple[LineRule, re.Pattern[str]], ...]:
    """Load the rules, each with its compiled pattern, in their order."""
    rules = msgspec.convert(entries_of("page_lines")["line"], list[LineRule])
    return tuple((rule, re.compile(rule.pattern, 0 if rule.exact else re.IGNORECASE)) for rule in rules)


def rule_of(line: str) -> LineRule | None:
    """Return the first rule that a line fits, or None where only its place can tell what it is.

    >>> rule_of("Leave a Reply").ends, rule_of("By Dana Perk").label, rule_of("The envoys met on Monday.")
    (True, 'byline', None)
    """
    bare = line.strip(" \t*_•·|>-–—")
    for rule, pattern in line_rules():
        if len(line) <= rule.longest and (pattern.search(line) or (bare != line and pattern.search(bare))):
            return rule
    return None
