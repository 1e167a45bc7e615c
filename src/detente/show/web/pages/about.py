"""About: what this record holds, how it counts, what it leaves out, and the keys."""

from collections.abc import Mapping
from importlib.metadata import version

from detente.model import Noun
from detente.show.public import ANALYSTS, DESCRIPTIONS, NOTES, POINTS, REPORTS, TEXTS, VENUES
from detente.show.web.look import Coverings, Look

KEYS = (
    ("/", "search"), ("j", "next row"), ("k", "previous row"), ("]", "next mark"), ("[", "previous mark"), ("g t", "talks"),
    ("g p", "positions"), ("g h", "today"), ("g d", "disputes"), ("x", "in review: the same"), ("n", "in review: not the same"),
    ("u", "in review: unsure"), ("space", "in review: later"), ("z", "in review: undo the last"), ("?", "these keys"),
)  # fmt: skip
# What the public profile leaves out, always.
LEFT_OUT = (NOTES, ANALYSTS, DESCRIPTIONS, VENUES, POINTS, REPORTS, TEXTS)


class About(Noun, frozen=True, kw_only=True):
    """What stands in the record, and how to read it."""

    version: str
    kinds: dict[str, int]
    coverage: Coverings
    keys: tuple[tuple[str, str], ...] = KEYS
    left_out: tuple[str, ...] = LEFT_OUT
    profile: str
    left: Mapping[str, int] = {}


def about(look: Look) -> About:
    """Ask what the record holds."""
    return About(
        version=version("detente"),
        kinds=look.record.kinds(),
        coverage=look.coverage(),
        profile=look.profile.name,
        left=look.profile.left(),
    )
