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
        Column(QCoreApplication.translate("GroupColumns", "Group"), lambda one: one.name, width=13),
        Column(QCoreApplication.translate("GroupColumns", "Area"), lambda one: one.area, width=0),
        Column(
            QCoreApplication.translate("GroupColumns", "Known"),
            _size,
            lambda one: one.members,
            width=10,
            right=True,
        ),
        Column(
            QCoreApplication.translate("GroupColumns", "Reached"),
            lambda one: _reached(words, one),
            lambda one: one.reached_on,
            width=10,
            tone=_reached_tone,
        ),
        Column(QCoreApplication.translate("GroupColumns", "In conflict with"), _conflicts, width=12),
        Column(
            QCoreApplication.translate("GroupColumns", "Review"),
            lambda one: show_date(one.next_review_on),
            lambda one: one.next_review_on,
            width=10,
            tone=lambda one: Tone.SOON if one.review_due else None,
        ),
    )


def _size(line: GroupLine) -> str:
    waiting = f" (+{line.waiting})" if line.waiting else ""
    return f"{line.members}{waiting} / {line.size if line.size is not None else '–'}"


def _reached(words: Words, line: GroupLine) -> str:
    """The last talk with a member in 90 days; a group that rests or is closed is not looked for."""
    if line.status is not GroupStatus.ACTIVE:
        return words.value(line.status)
    return show_date(line.reached_on) or QCoreApplication.translate("GroupColumns", "Nobody")


def _reached_tone(line: GroupLine) -> Tone | None:
    if line.status is not GroupStatus.ACTIVE:
        return Tone.NEUTRAL
    return Tone.SOON if line.reached_on is None else None


def _conflicts(line: GroupLine) -> str:
    return ", ".join(line.conflicts)
