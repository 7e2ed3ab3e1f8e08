"""Dates and times as people write them, and as the window shows them: 2026-11-22, 14:30, the office's own zone."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QLocale

from gvi_desktop.clock import now

_zone = ZoneInfo("Europe/Stockholm")
_TODAY = {"idag", "i dag", "today", "nu", "now"}
_YESTERDAY = {"igår", "i går", "yesterday"}
_TOMORROW = {"imorgon", "i morgon", "tomorrow"}
_ISO = re.compile(r"(\d{4})(?:[-./ ](\d{1,2})[-./ ](\d{1,2})|(\d{2})(\d{2}))")
_SHORT = re.compile(r"(\d{2})(\d{2})(\d{2})")
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[/.]\s*(\d{1,2})\.?(?:\s*[-/. ]\s*(\d{4}|\d{2}))?")
_OFFSET = re.compile(r"([+-])\s*(\d{1,4})")
_TIME = re.compile(r"(\d{1,2})(?:\s*[:.]\s*(\d{2}))?|(\d{2})(\d{2})")


def use_zone(name: str) -> None:
    """The office's time zone, for everything shown from now on."""
    global _zone
    _zone = ZoneInfo(name)


def today() -> date:
    """This day in the office's zone."""
    return local(now()).date()


def read_date(text: str, this_day: date) -> date | None:
    """The date somebody wrote (2026-11-22, 261122, 22/11, 22/11-26, today, +7); ValueError when it is none."""
    plain = text.strip().casefold()
    if not plain:
        return None
    for words, days in ((_TODAY, 0), (_YESTERDAY, -1), (_TOMORROW, 1)):
        if plain in words:
            return this_day + timedelta(days=days)
    if found := _OFFSET.fullmatch(plain):
        return this_day + timedelta(days=int(found[1] + found[2]))
    if found := _ISO.fullmatch(plain):
        return date(int(found[1]), int(found[2] or found[4]), int(found[3] or found[5]))
    if found := _SHORT.fullmatch(plain):
        return date(_century(int(found[1]), this_day), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.fullmatch(plain):
        year = this_day.year if found[3] is None else int(found[3])
        return date(_century(year, this_day) if year < 100 else year, int(found[2]), int(found[1]))
    raise ValueError("no date")


def read_time(text: str) -> time | None:
    """The time somebody wrote (14:30, 14.30, 1430, 14); ValueError when it is none."""
    plain = text.strip()
    if not plain:
        return None
    found = _TIME.fullmatch(plain)
    if not found:
        raise ValueError("no time")
    return time(int(found[1] or found[3]), int(found[2] or found[4] or 0))


def show_date(value: date | None) -> str:
    return value.isoformat() if value else ""


def show_time(value: time | None) -> str:
    return value.strftime("%H:%M") if value else ""


def show_moment(value: datetime | None) -> str:
    """An aware moment in the office's zone, to the minute."""
    return local(value).strftime("%Y-%m-%d %H:%M") if value else ""


def show_day(value: datetime | None) -> str:
    """The day of an aware moment in the office's zone."""
    return local(value).date().isoformat() if value else ""


def week(value: date) -> int:
    """The ISO week number."""
    return value.isocalendar().week


def short_month(number: int) -> str:
    """The month in three letters, in the window's language: jan, feb, okt."""
    return QLocale().standaloneMonthName(number, QLocale.FormatType.ShortFormat)[:3]


def local(value: datetime) -> datetime:
    """An aware moment in the office's zone."""
    return value.astimezone(_zone)


def moment(day: date, at: time) -> datetime:
    """The aware UTC moment of a day and a time in the office's zone."""
    return datetime.combine(day, at, _zone).astimezone(UTC)


def _century(year: int, this_day: date) -> int:
    return 2000 + year if year <= this_day.year % 100 + 10 else 1900 + year
