"""What time it is in the Netherlands, wherever the dashboard runs: a server in UTC has yesterday until one or two a.m.

Moments are naive, as everywhere in the product, and those of the Dutch clock. Leaf module.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Amsterdam")


def today() -> date:
    """The day it is."""
    return now().date()


def now() -> datetime:
    """This moment."""
    return _dutch(_utc())


def at(timestamp: float) -> datetime:
    """The moment of a *timestamp* (seconds since 1970), such as that of a file."""
    return _dutch(datetime.fromtimestamp(timestamp, UTC))


def _utc() -> datetime:
    """The one reading of the clock; tests set it."""
    return datetime.now(UTC)


def _dutch(moment: datetime) -> datetime:
    return moment.astimezone(ZONE).replace(tzinfo=None)
