"""Which of the acts that a narrator tells are news of the page, and not its background."""

from datetime import date

from detente.model import IncidentClaim

FRESH = 31  # days before the page's own day, beyond which what is told is background; set by hand
HURT = frozenset({"killed", "wounded"})


def is_news(claim: IncidentClaim, today: date | None) -> bool:
    """Tell whether a claim has a place, and a day of late or somebody killed or wounded; wars and battles at large have not."""
    if claim.where is None or claim.kind == "incident":
        return False
    if claim.when is None or not claim.when.latest:
        return bool({count.what for count in claim.counts} & HURT)
    return today is not None and (today - date.fromisoformat(claim.when.latest[:10])).days <= FRESH
