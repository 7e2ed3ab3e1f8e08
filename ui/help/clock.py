"""The clock from the request to the first contact, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain.help import GOAL_HOURS, PROMISED_HOURS
from gvi_desktop.services.helping import HelpLine
from ui.kit.tokens import Tone

DAYS_FROM = 96
"""From so many hours on they are told in days."""


def lasted(hours: float) -> str:
    """So many hours, or days when there are many."""
    if hours >= DAYS_FROM:
        return QCoreApplication.translate("HelpClock", "{n} days").format(n=int(hours // 24))
    if hours < 1:
        return QCoreApplication.translate("HelpClock", "under 1 h")
    return QCoreApplication.translate("HelpClock", "{n} h").format(n=int(hours))


def clock(line: HelpLine) -> str:
    """How long somebody has waited, or waited in the end."""
    if line.hours is None:
        return ""
    if not line.waits:
        return lasted(line.hours)
    return QCoreApplication.translate("HelpClock", "waited {time}").format(time=lasted(line.hours))


def tone(line: HelpLine) -> Tone | None:
    """Red after 72 hours without a contact, amber after 24; a contact that came in time is good."""
    if line.hours is None:
        return None
    if line.waits:
        return Tone.LATE if line.late else Tone.SOON if line.soon else Tone.ACCENT
    return Tone.GOOD if line.hours <= GOAL_HOURS else Tone.NEUTRAL


def promise(line: HelpLine) -> str:
    """What the clock means, in a sentence."""
    if line.hours is None:
        return ""
    time = lasted(line.hours)
    if line.waits:
        if line.late:
            text = QCoreApplication.translate(
                "HelpClock", "Nobody has been in contact for {time}. 72 hours were promised."
            )
        elif line.soon:
            text = QCoreApplication.translate(
                "HelpClock", "{time} have passed. The first contact is due within 72 hours."
            )
        else:
            text = QCoreApplication.translate("HelpClock", "{time} have passed. The goal is a contact within 24 hours.")
        return text.format(time=time)
    if line.hours <= GOAL_HOURS:
        text = QCoreApplication.translate("HelpClock", "{time}, within 24 hours")
    elif line.hours <= PROMISED_HOURS:
        text = QCoreApplication.translate("HelpClock", "{time}, within 72 hours")
    else:
        text = QCoreApplication.translate("HelpClock", "{time}, later than 72 hours")
    return text.format(time=time)
