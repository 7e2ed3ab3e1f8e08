"""What the list of calls shows: when, who, what about, and whether somebody waits to be called back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain.phonecall import Phonecall
from gvi_desktop.services.phonecalls import CallLine
from ui.kit.dates import local, show_date, show_moment, show_time
from ui.kit.table import Column
from ui.kit.tokens import Tone
from ui.kit.words import Words

HOUR = timedelta(hours=1)
DAYS_FROM = 48
"""From so many hours on a wait is told in days."""


def columns(words: Words, now: Callable[[], datetime]) -> Sequence[Column[CallLine]]:
    """The columns, in the order they are read; call-backs are told against `now`."""
    return (
        Column(QCoreApplication.translate("CallColumns", "When"), lambda one: when(one.record), width=17, sort="on"),
        Column(
            QCoreApplication.translate("CallColumns", "Call back"),
            lambda one: call_back(one, now()),
            width=13,
            tone=call_back_tone,
            sort="callback_due",
        ),
        Column(
            QCoreApplication.translate("CallColumns", "Caller"),
            lambda one: words.value(one.record.caller),
            width=13,
            sort="caller",
        ),
        Column(QCoreApplication.translate("CallColumns", "Person"), person, width=9),
        Column(QCoreApplication.translate("CallColumns", "About"), lambda one: about(words, one), width=0, sort="need"),
    )


def when(call: Phonecall) -> str:
    """Day and time, as far as they are known."""
    return f"{show_date(call.on)} {show_time(call.at)}".strip()


def person(line: CallLine) -> str:
    """Who called by code name, or that they are anonymous."""
    if line.record.anonymous:
        return QCoreApplication.translate("CallColumns", "Anonymous")
    return line.person


def about(words: Words, line: CallLine) -> str:
    """What the call was about, acute danger first."""
    need = words.value(line.record.need) if line.record.need else ""
    danger = QCoreApplication.translate("CallColumns", "Acute danger") if line.record.acute_danger else ""
    return " · ".join(part for part in (danger, need) if part)


def call_back(line: CallLine, now: datetime) -> str:
    """How the call-back stands: waits until, late by, done."""
    call = line.record
    if call.callback_due is None:
        return ""
    if call.callback_done is not None:
        return QCoreApplication.translate("CallColumns", "Called back")
    if line.late:
        return QCoreApplication.translate("CallColumns", "{time} late").format(time=lasted(now - call.callback_due))
    due = local(call.callback_due)
    today = due.date() == local(now).date()
    return show_time(due.time()) if today else show_moment(call.callback_due)[5:]


def call_back_tone(line: CallLine) -> Tone | None:
    if line.record.callback_due is None:
        return None
    return Tone.LATE if line.late else Tone.SOON if line.waits else Tone.GOOD


def lasted(time: timedelta) -> str:
    """Minutes, hours or days, whichever says it shortest."""
    if time < HOUR:
        minutes = max(1, time // timedelta(minutes=1))
        return QCoreApplication.translate("CallColumns", "{n} min").format(n=minutes)
    hours = time // HOUR
    if hours < DAYS_FROM:
        return QCoreApplication.translate("CallColumns", "{n} h").format(n=hours)
    return QCoreApplication.translate("CallColumns", "{n} days").format(n=hours // 24)
