"""A page: its path, what it holds as a noun, the function that asks the record for it, and its template.

The same noun is the JSON twin of the page, so that what people see and what programs get can never differ.
"""

from collections.abc import Callable
from typing import Any

import msgspec

from detente.model import Noun
from detente.show.web.look import Look


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A page of the record.

    `ask` takes a look at the record and, where the path has one, an id; it returns the noun that the page shows.
    `filters` are what its address may ask for; `rows` the field that a CSV file is made of; `also` further suffixes.
    """

    name: str
    path: str
    title: str
    noun: type[Noun]
    ask: Callable[..., Any]
    filters: tuple[str, ...] = ()
    group: str | None = None
    rows: str | None = None
    also: tuple[str, ...] = ()
    about: str = ""
    template: str = ""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The forms that it has beside HTML."""
        return ("json", *(("csv",) if self.rows else ()), *self.also)

    def content(self, look: Look, id_: str | None = None) -> Noun:
        """Return what the page shows."""
        found: Noun = self.ask(look, id_) if id_ is not None else self.ask(look)
        return found
