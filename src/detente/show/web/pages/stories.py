"""Stories: one report and its reprints, what a rewrite made of it, and which outlet cites which."""

from collections.abc import Sequence

from detente.model import Claims, Derivation, Drift, Noun, Story
from detente.reconcile import drifts, passages, told_of
from detente.record import Listed
from detente.show.names import day_words
from detente.show.web.drawing import Curve, Spot, graph
from detente.show.web.look import Look, Turned

SIZE = 20
CITED = 24  # pairs of outlets drawn
PAGES = 12  # pages of a story whose drift is told
PASSAGES = 3  # shared passages shown of a pair of pages


class StoryLine(Noun, frozen=True, kw_only=True):
    """A report in a list: how many pages, the first of them, and when."""

    id: str
    address: str
    pages: int
    first: Listed | None = None
    outlets: tuple[str, ...] = ()


class CiteLine(Noun, frozen=True, kw_only=True):
    """That one outlet cites another on so many pages."""

    outlet: str
    cites: str
    pages: int
    document: str | None = None
    claim: str


class Stories(Noun, frozen=True, kw_only=True):
    """A page of the list of stories, and the graph of who cites whom."""

    stories: tuple[StoryLine, ...]
    turned: Turned
    cites: tuple[CiteLine, ...]
    spots: tuple[Spot, ...] = ()
    curves: tuple[Curve, ...] = ()


def stories(look: Look) -> Stories:
    """Ask for reports that stand on several pages, and for who cites whom."""
    rows = look.record.newest(Story, None, SIZE + 1, (look.asked.page - 1) * SIZE)
    pages = look.record.documents_of(id_ for story in rows[:SIZE] for id_ in story.documents[:8])
    cites = look.record.cites()[:CITED] if look.asked.page == 1 else []
    quoted = look.record.quoted(one.claim for one in cites)
    spots, curves = graph([(one.outlet, one.cites, one.pages) for one in cites])
    return Stories(
        stories=tuple(_line(story, pages) for story in rows[:SIZE]), turned=look.turned(rows, SIZE),
        cites=tuple(
            CiteLine(
                outlet=one.outlet, cites=one.cites, pages=one.pages, claim=one.claim,
                document=quoted[one.claim].told.document if one.claim in quoted else None,
            )
            for one in cites
        ),
        spots=spots, curves=curves,
    )  # fmt: skip


def _line(story: Story, pages: dict[str, Listed]) -> StoryLine:
    outlets = dict.fromkeys(pages[id_].outlet or "outlet unknown" for id_ in story.documents[:8] if id_ in pages)
    return StoryLine(
        id=story.id, address=f"/stories/{story.id.partition(':')[2]}", pages=len(story.documents), first=pages.get(story.documents[0]),
        outlets=tuple(outlets),
    )  # fmt: skip


class Shared(Noun, frozen=True, kw_only=True):
    """A passage that two pages share word for word."""

    words: str
    start: int
    origin_start: int


class Derived(Noun, frozen=True, kw_only=True):
    """How one page stands to an earlier one: how much is shared, what was strengthened, weakened or left out."""

    page: Listed
    origin: Listed
    kind: str
    share: float
    unquoted: float
    drift: tuple[Drift, ...] = ()
    shared: tuple[Shared, ...] = ()


class OneStory(Noun, frozen=True, kw_only=True):
    """A report, its pages from the earliest, and how each derives from another."""

    id: str
    title: str
    pages: tuple[Listed, ...]
    derived: tuple[Derived, ...]


def story(look: Look, id_: str) -> OneStory:
    """Ask for one report."""
    found = look.one(f"story:{id_}", Story)
    pages = look.record.documents_of([*found.documents, *(one.origin for one in found.derivations)])
    ordered = [pages[one] for one in found.documents if one in pages]
    title = ordered[0].title if ordered else None
    known: dict[str, Claims | None] = {}
    derived = [
        _derived(look, one, pages, known, found.id)
        for one in found.derivations[:PAGES]
        if one.document in pages and one.origin in pages
    ]
    day = f", {day_words(ordered[0].published)}" if ordered and ordered[0].published else ""
    return OneStory(id=found.id, title=f"{title or 'A report'}{day}", pages=tuple(ordered), derived=tuple(derived))


def _derived(
    look: Look, one: Derivation, pages: dict[str, Listed], known: dict[str, Claims | None], story: str
) -> Derived:
    for id_ in (one.document, one.origin):
        if id_ not in known:
            known[id_] = look.record.page(id_)
    later, origin = known[one.document], known[one.origin]
    drift: Sequence[Drift] = ()
    shared: Sequence[Shared] = ()
    if later and origin:
        drift = list(drifts(told_of(origin, story), told_of(later, story)))[:8]
        found = sorted(
            passages(later.document.text[:20_000], origin.document.text[:20_000]), key=lambda pair: -len(pair[0].quote)
        )
        shared = [Shared(words=own.quote, start=own.start, origin_start=other.start) for own, other in found[:PASSAGES]]
    return Derived(
        page=pages[one.document], origin=pages[one.origin], kind=one.kind, share=one.share, unquoted=one.unquoted, drift=tuple(drift),
        shared=tuple(shared),
    )  # fmt: skip
