"""Which of the acts that a narrator tells are news of the page, and not its background."""

from datetime import date

from detente.model import IncidentClaim

FRESH = 31  # days before the page's own day, beyond which what is told is background; set by hand
OLD = 366  # days before it, beyond which nobody's word makes it news; set by hand
HURT = frozenset({"killed", "wounded"})


def is_news(claim: IncidentClaim, today: date | None) -> bool:
    """Tell whether a claim has a place, and a day of late or somebody killed or wounded; wars and battles at large have not."""
    if claim.where is None or claim.kind == "incident":
        return False
    if claim.when is None or not claim.when.latest:
        return bool({count.what for count in claim.counts} & HURT)
    return today is not None and (today - date.fromisoformat(claim.when.latest[:10])).days <= FRESH


def is_background(claim: IncidentClaim, today: date | None) -> bool:
    """Tell whether somebody only recalls: what is a year old, or the dead of a war since a day long past."""
    if today is None or claim.when is None:
        return False
    first, last = (date.fromisoformat(day[:10]) if day else None for day in (claim.when.earliest, claim.when.latest))
    if last is not None:
        return (today - last).days > OLD
    toll = claim.kind in {"killing", "harm"} and claim.alleged_perpetrator is None
    return toll and first is not None and (today - first).days > FRESH
