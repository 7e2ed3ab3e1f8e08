"""What the list of groups shows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain.group import GroupStatus
from gvi_desktop.services.groups import GroupLine
from ui.kit.dates import show_date
from ui.kit.table import Column
from ui.kit.tokens import Tone
from ui.kit.words import Words


def columns(words: Words) -> Sequence[Column[GroupLine]]:
    """The columns, in the order they are read."""
    return (
        Column(QCoreApplication.translate("GroupColumns", "Group"), lambda one: one.name, width=20),
        Column(QCoreApplication.translate("GroupColumns", "Area"), lambda one: one.area, width=0),
        Column(
            QCoreApplication.translate("GroupColumns", "Known / size"),
            _size,
            lambda one: one.members,
            width=11,
            right=True,
        ),
        Column(
            QCoreApplication.translate("GroupColumns", "Reached in 90 days"),
            _reached,
            lambda one: one.reached_on,
            width=18,
            tone=_reached_tone,
        ),
        Column(QCoreApplication.translate("GroupColumns", "In conflict with"), _conflicts, width=20),
        Column(
            QCoreApplication.translate("GroupColumns", "Status"),
            lambda one: words.value(one.status),
            width=12,
            tone=lambda one: None if one.status is GroupStatus.ACTIVE else Tone.NEUTRAL,
        ),
        Column(
            QCoreApplication.translate("GroupColumns", "Review"),
            lambda one: show_date(one.next_review_on),
            lambda one: one.next_review_on,
            width=13,
            tone=lambda one: Tone.SOON if one.review_due else None,
        ),
    )


def _size(line: GroupLine) -> str:
    return f"{line.members} / {line.size if line.size is not None else '–'}"


def _reached(line: GroupLine) -> str:
    if line.reached_on is not None:
        return show_date(line.reached_on)
    return QCoreApplication.translate("GroupColumns", "Nobody") if line.status is GroupStatus.ACTIVE else ""


def _reached_tone(line: GroupLine) -> Tone | None:
    return Tone.SOON if line.reached_on is None and line.status is GroupStatus.ACTIVE else None


def _conflicts(line: GroupLine) -> str:
    return ", ".join(line.conflicts)
