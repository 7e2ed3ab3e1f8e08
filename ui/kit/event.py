"""One line of a time line: when, what, and what more there is to say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.badge import Badge
from ui.kit.link import Link
from ui.kit.text import label, muted
from ui.kit.theme import px
from ui.kit.tokens import Tone


@dataclass(frozen=True)
class Event:
    """One line of a time line; `act` makes it a link."""

    when: str
    what: str
    note: str = ""
    tone: Tone | None = None
    badge: str = ""
    act: Callable[[], object] | None = None


def event_line(event: Event) -> QWidget:
    """The line as it is drawn."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(2))
    when = label(event.when, role="muted", wrap=False)
    when.setFixedWidth(max(px(11), when.sizeHint().width()))
    row.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(px(0.25))
    what: QWidget = Link(event.what, event.act) if event.act is not None else label(event.what)
    column.addWidget(what, 0, Qt.AlignmentFlag.AlignLeft if event.act is not None else Qt.AlignmentFlag(0))
    if event.note:
        column.addWidget(muted(event.note))
    row.addLayout(column, 1)
    if event.badge:
        row.addWidget(Badge(event.badge, event.tone or Tone.NEUTRAL), 0, Qt.AlignmentFlag.AlignTop)
    return holder
