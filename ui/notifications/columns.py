"""What the list of visits shows, people by code name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain.notification import Notification, Outcome, Reaction
from gvi_desktop.services.notifications import NotificationLine
from ui.kit.dates import show_date, show_time
from ui.kit.table import Column
from ui.kit.tokens import Tone
from ui.kit.words import Words


def columns(words: Words) -> Sequence[Column[NotificationLine]]:
    """The columns, in the order they are read."""
    return (
        Column(QCoreApplication.translate("VisitColumns", "When"), lambda one: when(one.record), width=15, sort="on"),
        Column(QCoreApplication.translate("VisitColumns", "Person"), lambda one: one.person, width=8),
        Column(
            QCoreApplication.translate("VisitColumns", "Age"),
            lambda one: QCoreApplication.translate("VisitColumns", "Under 18") if one.minor else "",
            width=9,
            tone=lambda one: Tone.SOON if one.minor else None,
        ),
        Column(QCoreApplication.translate("VisitColumns", "Group"), lambda one: one.group, width=10),
        Column(
            QCoreApplication.translate("VisitColumns", "Outcome"),
            lambda one: outcome(words, one.record),
            width=16,
            tone=lambda one: outcome_tone(one.record),
        ),
        Column(QCoreApplication.translate("VisitColumns", "Messages"), lambda one: messages(one.record), width=8),
        Column(
            QCoreApplication.translate("VisitColumns", "Reaction"),
            lambda one: words.value(one.record.reaction) if one.record.reaction else "",
            width=12,
            tone=lambda one: reaction_tone(one.record),
        ),
        Column(
            QCoreApplication.translate("VisitColumns", "Place"), lambda one: words.value(one.record.place), width=14
        ),
        Column(QCoreApplication.translate("VisitColumns", "Team"), lambda one: team(one.record), width=22),
    )


def when(record: Notification) -> str:
    """Day and time of the visit, or the day it is planned for."""
    if record.on is None:
        return show_date(record.planned_on)
    return f"{show_date(record.on)} {show_time(record.at)}".strip()


def outcome(words: Words, record: Notification) -> str:
    """How it ended, that it is planned, or that a later entry has taken its place."""
    if record.corrected:
        return QCoreApplication.translate("VisitColumns", "Corrected")
    if record.outcome is None:
        return QCoreApplication.translate("VisitColumns", "Planned")
    return words.value(record.outcome)


def outcome_tone(record: Notification) -> Tone:
    """Its colour: talks are good, planned visits stand out."""
    if record.corrected:
        return Tone.NEUTRAL
    if record.outcome is None:
        return Tone.ACCENT
    return Tone.GOOD if record.outcome is Outcome.REACHED else Tone.NEUTRAL


def reaction_tone(record: Notification) -> Tone | None:
    """What one should see at once: a threat, and somebody who wants help."""
    return {Reaction.THREATENING: Tone.LATE, Reaction.ASKED_FOR_HELP: Tone.GOOD}.get(record.reaction or Reaction.TALKED)


def messages(record: Notification) -> str:
    """The three messages by number, a dot for one that was not delivered; nothing where nobody was reached."""
    if record.outcome is not Outcome.REACHED:
        return ""
    told = (record.message_1, record.message_2, record.message_3)
    return " ".join(str(at) if one else "·" for at, one in enumerate(told, 1))


def team(record: Notification) -> str:
    """The agencies that went, each once."""
    return ", ".join(dict.fromkeys(member.agency for member in record.team if member.agency))
