"""Moments told before a vault is entered: in the office's zone if known, else by the computer's, and said."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from gvi_desktop.domain.office import Office
from gvi_desktop.services.unit import Unit
from gvi_desktop.wording import Words

FORM = "%Y-%m-%d %H:%M"


def zone_of_office(unit: Unit) -> str:
    """The office's time zone; empty where the vault cannot say it (any more)."""
    found = unit.store.find(Office, limit=1)
    return found[0].time_zone if found else ""


def told(moment: datetime, words: Words, zone: str) -> str:
    """The moment to the minute; `zone` is the office's, or empty."""
    try:
        return moment.astimezone(ZoneInfo(zone)).strftime(FORM)
    except (ZoneInfoNotFoundError, ValueError):
        return words.text("safety", "computers_clock", moment=moment.astimezone().strftime(FORM))
