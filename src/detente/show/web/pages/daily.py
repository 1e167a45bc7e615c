"""Daily: what is alleged of a period beside the one before it, and what could not be seen."""

from detente.model import Noun
from detente.show.daily import Daily, daily, days_of_report
from detente.show.sheet import Sheet, sheet_of
from detente.show.web.look import Look


class DailyPage(Noun, frozen=True, kw_only=True):
    """The daily report as figures, and as the tables in which people read it."""

    report: Daily
    sheet: Sheet


def daily_page(look: Look) -> DailyPage:
    """Ask for the report on the days that are asked for."""
    report = daily(look, *days_of_report(look))
    return DailyPage(report=report, sheet=sheet_of(report))
