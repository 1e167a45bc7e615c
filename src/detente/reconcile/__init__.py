"""Claims of many documents → entries: a pure function of active claims and judgements, whatever their order."""

from collections.abc import Sequence

from detente.model import Claims, Entries, Judgement
from detente.reconcile.people import merge_parties, merge_people, position_tracks
from detente.reconcile.stories import find_stories
from detente.reconcile.talks import merge_talks

__all__ = ["reconcile"]


def reconcile(pages: Sequence[Claims], judgements: Sequence[Judgement] = ()) -> Entries:
    """Return the entries that these pages' claims and these judgements make."""
    pages = sorted(pages, key=lambda page: (page.document.published or "9999", page.document.id))
    stories = find_stories(pages)
    story_of = {document: story.id for story in stories for document in story.documents}
    talks, disputes = merge_talks(pages, judgements, story_of)
    return Entries(
        talks=tuple(talks),
        people=tuple(merge_people(pages, story_of)),
        parties=tuple(merge_parties(pages)),
        positions=tuple(position_tracks(pages, story_of)),
        stories=tuple(stories),
        disputes=tuple(disputes),
    )
