"""Symbols, each with its word: never a symbol or a colour alone."""

from detente.model import Noun


class Symbol(Noun, frozen=True, kw_only=True):
    """A sign, the word that goes with it, and the tone it is drawn in: ahead, done, off, torn or unsure."""

    sign: str
    word: str
    tone: str


STATUSES = {
    word: Symbol(sign=sign, word=word.replace("_", " "), tone=tone)
    for word, sign, tone in (
        ("rumoured", "◌", "unsure"), ("proposed", "◇", "ahead"), ("planned", "○", "ahead"), ("under_way", "◐", "done"),
        ("held", "●", "done"), ("postponed", "↷", "off"), ("cancelled", "✕", "off"), ("suspended", "‖", "off"),
        ("collapsed", "✖", "off"), ("denied", "⊘", "torn"), ("uncertain", "?", "unsure"),
        ("declared", "◇", "ahead"), ("agreed", "◆", "done"), ("in_force", "●", "done"), ("extended", "↦", "done"),
        ("broken", "✖", "off"), ("rejected", "⊘", "off"), ("expired", "◑", "off"), ("ended", "◑", "off"),
        ("floated", "◌", "unsure"), ("tabled", "◇", "ahead"), ("initialled", "◇", "ahead"), ("signed", "◆", "done"),
        ("ratified", "◆", "done"), ("due", "○", "ahead"), ("reported done", "●", "done"), ("disputed", "⊘", "torn"),
        ("reported not done", "✕", "off"), ("accepted", "◆", "done"), ("discussed", "◌", "unsure"),
        ("open", "○", "unsure"), ("narrowed", "◐", "ahead"), ("closed", "●", "done"),
    )
}  # fmt: skip
DIRECTIONS = {
    "softer": Symbol(sign="↓", word="asks for less than before", tone="done"),
    "harder": Symbol(sign="↑", word="asks for more than before", tone="off"),
    "same": Symbol(sign="=", word="as before", tone="unsure"),
}
SIGNS = {
    "+": Symbol(sign="+", word="entered", tone="done"), "~": Symbol(sign="~", word="changed", tone="ahead"),
    "-": Symbol(sign="−", word="withdrawn or merged", tone="off"),
}  # fmt: skip
ANSWERS = {
    "denies": Symbol(sign="⊘", word="denies", tone="torn"), "confirms": Symbol(sign="●", word="confirms", tone="done"),
    "could_not_verify": Symbol(sign="?", word="could not verify", tone="unsure"),
    "access_refused": Symbol(sign="‖", word="access refused", tone="unsure"),
}  # fmt: skip
STEPS = {
    word: Symbol(sign=sign, word=word.replace("_", " "), tone=tone)
    for word, sign, tone in (
        ("alleged", "◇", "unsure"), ("denied", "⊘", "torn"), ("confirmed", "●", "done"), ("found", "◆", "done"),
        ("corroborated independently", "◈", "done"), ("could_not_verify", "?", "unsure"), ("access_refused", "‖", "unsure"),
    )
}  # fmt: skip
FOLLOWED = {
    "met": Symbol(sign="●", word="as announced", tone="done"), "not met": Symbol(sign="✕", word="not as announced", tone="off"),
    "disputed": Symbol(sign="⊘", word="disputed", tone="torn"),
    "ahead": Symbol(sign="○", word="still ahead", tone="ahead"),
    "not observable": Symbol(sign="◌", word="nobody could see", tone="unsure"),
    "no report": Symbol(sign="◌", word="no report, and no day told", tone="unsure"),
    "due, unreported": Symbol(sign="◔", word="due, and no page reports it", tone="torn"),
}  # fmt: skip
DRIFTS = {
    "strengthened": Symbol(sign="▲", word="strengthened", tone="off"), "weakened": Symbol(sign="▽", word="weakened", tone="ahead"),
    "dropped": Symbol(sign="−", word="left out", tone="torn"), "changed": Symbol(sign="~", word="changed", tone="unsure"),
}  # fmt: skip
TELLERS = {
    "self": "told by itself", "adversary": "told by an adversary", "mediator": "told by a mediator",
    "third": "told by a third party", "narrator": "told by the page",
}  # fmt: skip
UNKNOWN = Symbol(sign="·", word="not told", tone="unsure")


def status_symbol(status: str | None) -> Symbol:
    """Return the symbol of a status; an unknown one keeps its word.

    >>> status_symbol("held").sign, status_symbol("adjourned").word
    ('●', 'adjourned')
    """
    if not status:
        return UNKNOWN
    return (
        STATUSES.get(status)
        or STATUSES.get(status.replace(" ", "_"))
        or Symbol(sign="·", word=status.replace("_", " "), tone="unsure")
    )
