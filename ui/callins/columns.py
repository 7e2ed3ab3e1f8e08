"""What the list of call-ins shows."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain.callin import CallinStatus
from gvi_desktop.services.callinviews import CallinLine, Light
from ui.kit.dates import show_date, today
from ui.kit.table import Column
from ui.kit.tokens import Tone
from ui.kit.words import Words

CLOSE = timedelta(days=3)
"""So near the day what still stops a call-in is late."""
STATUS = {
    CallinStatus.GO: Tone.GOOD,
    CallinStatus.POSTPONED: Tone.SOON,
    CallinStatus.HELD: Tone.ACCENT,
    CallinStatus.FOLLOWED_UP: Tone.ACCENT,
}


def columns(words: Words) -> tuple[Column[CallinLine], ...]:
    """Number, day, venue, and how it stands: what stops it while it is ahead, its status when it is over."""
    return (
        Column(
            QCoreApplication.translate("CallinColumns", "No."), lambda line: str(line.callin.number or ""),
            lambda line: line.callin.number, width=4, right=True, sort="number",
        ),
        Column(
            words.label("callin", "on"), lambda line: show_date(line.callin.on), lambda line: line.callin.on,
            width=11, sort="on",
        ),
        Column(words.label("callin", "venue"), lambda line: line.callin.venue, width=0, sort="venue"),
        Column(
            words.label("callin", "status"), lambda line: light_text(words, line) or words.value(line.callin.status),
            width=14, tone=light_tone, sort="status",
        ),
    )  # fmt: skip


def light_text(words: Words, line: CallinLine) -> str:
    """The light in words; of a call-in that is over nothing, its status says it."""
    if line.light is Light.OVER:
        return ""
    if line.light is Light.STOPPED:
        return QCoreApplication.translate("CallinColumns", "Stops: {count}").format(count=line.stops)
    return words.value(line.light)


def light_tone(line: CallinLine) -> Tone:
    """Its colour."""
    if line.light is Light.STOPPED:
        day = line.callin.on
        return Tone.LATE if day is not None and day - today() <= CLOSE else Tone.SOON
    tones = {Light.GO: Tone.GOOD, Light.READY: Tone.ACCENT, Light.POSTPONED: Tone.SOON}
    return tones.get(line.light) or STATUS.get(line.callin.status, Tone.NEUTRAL)
