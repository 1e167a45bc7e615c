"""Words counted from now or from the time told of: "yesterday", "last week", "that same day"."""

from detente.understand.times.nouns import (
    Day,
    Holiday,
    Inside,
    Meaning,
    Month,
    Near,
    Overnight,
    PartOfDay,
    Season,
    Vague,
    Weekday,
)
from detente.understand.times.patterns import Parts


def today(parts: Parts) -> Meaning:
    """Read today, yesterday, tomorrow, "the day after tomorrow"."""
    step = int(parts.get("TODAY"))
    step += -1 if parts.has("before") else 1 if parts.has("after") else 0
    return Near(unit="day", step=step)


def tonight(parts: Parts) -> Meaning:  # noqa: ARG001
    """Read tonight."""
    return PartOfDay(part="NI", of=Near(unit="day", step=0))


def weekday(parts: Parts) -> Meaning | None:
    """Read a weekday, alone or with last, this, next, or the week it lies in."""
    number = int(parts.get("WEEKDAY"))
    if parts.has("week"):
        return Weekday(weekday=number, week=int(parts.get("WHICH")) if "WHICH" in parts else 1)
    step = parts.get("WHICH")
    if step is None and parts.has("last", "next"):
        step = -1 if parts.has("last") else 1
    return Weekday(weekday=number, step=int(step) if step is not None else None)


def weekend(parts: Parts) -> Meaning:
    """Read "this weekend", "the weekend"."""
    if "WHICH" not in parts:
        return Near(unit="weekend", step=0, mod="bare")
    step = int(parts.get("WHICH"))
    if parts.has("this") and parts.has("past"):
        step = -1
    if parts.has("this") and parts.has("coming"):
        return Near(unit="weekend", step=0)
    told = parts.has("previous", "following", "that", "same")
    return Near(unit="weekend", step=step, told=told, mod="coming" if parts.has("coming", "upcoming") else None)


def named_weekday(parts: Parts) -> Meaning | None:
    """Read "Bloody Sunday": a day of its own name, which no calendar gives."""
    own = parts.tokens[parts.first].text
    return Holiday(name="own") if own[:1].isupper() else None


def day_of_told_month(parts: Parts) -> Meaning | None:
    """Read "on the 20th": of the month told of."""
    digits = parts.tokens[parts.last - 1].text[:1].isdigit()
    return (
        Inside(
            inner=Day(month=1, day=int(parts.get("ORDDAY"))), outer=Near(unit="month", step=0, told=True, mod="bare")
        )
        if digits
        else None
    )


def some_night(parts: Parts) -> Meaning:  # noqa: ARG001
    """Read "at night"."""
    return PartOfDay(part="NI")


def overnight(parts: Parts) -> Meaning:  # noqa: ARG001
    """Read "overnight": the night to the day of speaking."""
    return Overnight()


def that_time(parts: Parts) -> Meaning:
    """Read "by that time", "at this point"."""
    return Vague(value="PRESENT_REF" if parts.has("this") else "PAST_REF", told=True)


def which_month(parts: Parts) -> Meaning:
    """Read "last March", "next summer", "this May"."""
    step = int(parts.get("WHICH"))
    if "MONTH" in parts:
        return Month(month=int(parts.get("MONTH")), step=step)
    return Season(season=str(parts.get("SEASON")), step=step)


def which_unit(parts: Parts) -> Meaning | None:
    """Read "last week", "the previous year", "that same day", "the day before"."""
    if "SPEECH" in parts or "TOLD" in parts:
        told = "TOLD" in parts or (parts.has("the") and parts.has("next"))
        step = int(parts.get("TOLD") if "TOLD" in parts else parts.get("SPEECH"))
        if parts.has("past") and parts.has("this"):
            step = -1
    else:
        told, step = True, -1 if parts.has("previous", "before", "earlier") else 1
        if parts.after is not None and parts.has("before", "after") and not parts.after.classes & {",", "."}:
            return None
    unit = str(parts.get("UNIT"))
    if unit in {"second", "minute", "hour", "fortnight", "weekend"} or (parts.has("the") and parts.has("past")):
        return None
    if unit == "night":
        return PartOfDay(part="NI", of=Near(unit="day", step=step, told=told))
    return Near(unit=unit, step=step, told=told)


def the_unit(parts: Parts) -> Meaning | None:
    """Read "the day", "the week", "the year" as the one under way; not where something tells which."""
    unit = next(name for name in ("day", "week", "month", "year") if parts.has(name))
    if parts.after is not None and parts.after.classes & {"of", "that", "when", "before", "after", "HYPHEN", "in"}:
        return None
    return Near(unit=unit, step=0, told=True, mod="bare")


def which_part(parts: Parts) -> Meaning:
    """Read "this morning", "last night", "the following evening"."""
    told = "TOLD" in parts or (parts.has("the") and parts.has("next"))
    step = int(parts.get("TOLD") if "TOLD" in parts else parts.get("SPEECH"))
    return PartOfDay(part=str(parts.get("DAYPART")), of=Near(unit="day", step=step, told=told))


def vague(parts: Parts) -> Meaning | None:
    """Read "now", "recently", "the near future"."""
    if "NOW" in parts:
        value = str(parts.get("NOW"))
        return (
            None
            if parts.has("shortly") and parts.after is not None and parts.after.classes & {"before", "after"}
            else Vague(value=value)
        )
    if parts.has("future", "term", "soon"):
        return Vague(value="FUTURE_REF")
    if parts.has("past", "history", "times", "memory"):
        return Vague(value="PAST_REF")
    return Vague(value="PRESENT_REF")
