"""Document → claims: pure functions over a parsed page, each claim with the words that support it.

parse → times, actors → sayings → sources → roles, talks, positions, events, ceasefires, incidents → terms, gaps,
agreements, obligations, mechanisms

A report that was handed in as a form needs none of this: its lines are its claim. An agreement's own text is read by its
clauses (`clauses/`): what it obliges to, and itself.
"""

import sys
from types import ModuleType

from detente.language import Reader
from detente.lexicon.process import Process, in_force
from detente.model import Claims, Document, Label
from detente.understand.actors import find_actors
from detente.understand.actors.home import at_home, filled
from detente.understand.agreements import find_agreements
from detente.understand.ceasefires import find_ceasefires
from detente.understand.clauses import claims_of_agreement
from detente.understand.conflict import is_of_conflict
from detente.understand.events import find_events
from detente.understand.gaps import find_gaps
from detente.understand.incidents import find_incidents
from detente.understand.mechanisms import find_mechanisms
from detente.understand.obligations import find_obligations
from detente.understand.positions import find_positions
from detente.understand.positions.telling import find_sides
from detente.understand.reports import claims_of_report, is_report
from detente.understand.roles import find_roles
from detente.understand.sayings import find_sayings, statements
from detente.understand.signing import signed
from detente.understand.sourcing import find_sources, sourcings
from detente.understand.talks import find_talks
from detente.understand.terms import find_terms
from detente.understand.times import find_times
from detente.understand.war import is_of_war

__all__ = ["understand"]
READ: tuple[Label, ...] = ("headline", "body", "credit")


def understand(document: Document, reader: Reader | None = None, process: Process | None = None) -> Claims:
    """Return everything that one document says, with exact spans; the reader that ships is the default.

    `process` is what the user says of one peace process (`detente.lexicon.process_files.load_process`).
    """
    with in_force(process):
        return _understood(document, reader)


def _understood(document: Document, reader: Reader | None) -> Claims:
    if is_report(document):
        return claims_of_report(document)
    if reader is None:
        from detente.language import load

        reader = load()
    if document.kind == "agreement":
        return claims_of_agreement(document, reader)
    stretches = [(region.start, region.end) for region in document.stretches(*READ)]
    parsed = reader.parse(document.text, stretches)
    times = find_times(parsed, document)
    cast = at_home(find_actors(parsed, document), parsed, document)
    sayings = find_sayings(parsed, cast, document)
    sources = find_sources(parsed, cast, sayings, document)
    sides = find_sides(parsed, cast)
    whole = filled(cast, parsed, document, sides)
    heard = tuple(saying for saying in sayings if saying.told and saying.spoken and saying.stated and saying.actor)
    conflict = is_of_conflict(parsed, cast)  # ordinary plans, deals and duties count only there
    positions = find_positions(parsed, cast, sides, heard, sources, document, conflict=conflict)
    return Claims(
        document=document,
        people=cast.people,
        parties=cast.parties,
        sources=sources.sources,
        talks=signed(document, find_talks(parsed, cast, sides, times, sources, document)),
        statements=signed(document, statements(sayings, parsed, document, sources.by_saying(), whole, times)),
        positions=signed(document, positions),
        roles=signed(document, find_roles(parsed, cast, sources, document)),
        terms=signed(document, find_terms(parsed, cast, positions, sources, document)),
        gaps=signed(document, find_gaps(parsed, cast, sources, document)),
        agreements=signed(document, find_agreements(parsed, cast, times, sources, document) if conflict else ()),
        obligations=signed(document, find_obligations(parsed, cast, times, sources, document) if conflict else ()),
        mechanisms=signed(document, find_mechanisms(parsed, cast, sources, document) if conflict else ()),
        ceasefires=signed(document, find_ceasefires(parsed, cast, times, sources, document)),
        incidents=signed(document, find_incidents(parsed, whole, times, heard, sources, document)),
        sourcings=signed(document, sourcings(sources, document)),
        events=find_events(parsed, cast, times, sources, document) if is_of_war(parsed, cast) else (),
    )


class _Verb(ModuleType):
    """The module itself, callable, so that `detente.understand(document)` works whatever was imported first."""

    __call__ = staticmethod(understand)


sys.modules[__name__].__class__ = _Verb
