"""What the two lists show: focus rounds with days and review, incidents with group and decision."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain.record import Certainty
from gvi_desktop.services.focusing import FocusLine
from gvi_desktop.services.incidents import IncidentLine
from ui.kit.dates import show_date, today
from ui.kit.table import Column
from ui.kit.tokens import Tone
from ui.kit.words import Words

SOON = timedelta(days=2)
"""So long before a review it is told in amber."""


def round_columns(words: Words) -> Sequence[Column[FocusLine]]:
    """The columns of the rounds, in the order they are read."""
    return (
        Column(QCoreApplication.translate("FocusColumns", "Group"), lambda one: one.group, width=14),
        Column(
            QCoreApplication.translate("FocusColumns", "Began"),
            lambda one: show_date(one.record.start_on),
            lambda one: one.record.start_on,
            width=11,
        ),
        Column(QCoreApplication.translate("FocusColumns", "Lasted"), days, lambda one: one.days, width=9),
        Column(
            QCoreApplication.translate("FocusColumns", "Measures"),
            lambda one: str(one.measures),
            lambda one: one.measures,
            width=8,
            right=True,
        ),
        Column(
            QCoreApplication.translate("FocusColumns", "Review"),
            lambda one: review(words, one),
            lambda one: one.record.review_on,
            width=0,
            tone=review_tone,
        ),
    )


def incident_columns(words: Words) -> Sequence[Column[IncidentLine]]:
    """The columns of the incidents, in the order they are read."""
    return (
        Column(
            QCoreApplication.translate("FocusColumns", "Date"),
            lambda one: show_date(one.record.on),
            width=11,
            sort="on",
        ),
        Column(
            QCoreApplication.translate("FocusColumns", "Incident"),
            lambda one: words.value(one.record.incident_type),
            width=11,
            sort="incident_type",
        ),
        Column(QCoreApplication.translate("FocusColumns", "Area"), lambda one: one.record.area, width=12, sort="area"),
        Column(QCoreApplication.translate("FocusColumns", "Group"), lambda one: attributed(words, one), width=17),
        Column(
            QCoreApplication.translate("FocusColumns", "Decision"),
            lambda one: decision(words, one),
            width=0,
            tone=lambda one: Tone.SOON if one.record.decision is None else Tone.NEUTRAL,
            sort="decision",
        ),
    )


def days(line: FocusLine) -> str:
    """How long the round has lasted, or lasted in the end."""
    if line.days is None:
        return ""
    if line.days == 1:
        return QCoreApplication.translate("FocusColumns", "1 day")
    return QCoreApplication.translate("FocusColumns", "{n} days").format(n=line.days)


def review(words: Words, line: FocusLine) -> str:
    """When the round is to be reviewed, and how late that is; of an ended one why it ended."""
    record = line.record
    if record.end_on is not None:
        return QCoreApplication.translate("FocusColumns", "Ended {date}").format(date=show_date(record.end_on))
    if record.attribution_reopened:
        return QCoreApplication.translate("FocusColumns", "Attribution in question")
    if record.review_on is None:
        return QCoreApplication.translate("FocusColumns", "No date")
    if line.late:
        late = (today() - record.review_on).days
        if late == 1:
            return QCoreApplication.translate("FocusColumns", "1 day late")
        return QCoreApplication.translate("FocusColumns", "{n} days late").format(n=late)
    if record.review_on == today():
        return QCoreApplication.translate("FocusColumns", "Today")
    return show_date(record.review_on)


def review_tone(line: FocusLine) -> Tone | None:
    record = line.record
    if record.end_on is not None:
        return Tone.NEUTRAL
    if line.late:
        return Tone.LATE
    return Tone.SOON if soon(record.review_on) else Tone.GOOD


def soon(review_on: date | None) -> bool:
    """Whether a review is close."""
    return review_on is not None and review_on <= today() + SOON


def attributed(words: Words, line: IncidentLine) -> str:
    """The group an incident is attributed to, and how surely."""
    if not line.group:
        return QCoreApplication.translate("FocusColumns", "No group")
    certainty = line.record.certainty
    sure = words.value(certainty).casefold() if certainty is not Certainty.CONFIRMED else ""
    return f"{line.group} ({sure})" if sure else line.group


def decision(words: Words, line: IncidentLine) -> str:
    """What was decided, or that it waits."""
    if line.record.decision is None:
        return QCoreApplication.translate("FocusColumns", "To decide")
    return words.value(line.record.decision)
