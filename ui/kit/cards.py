"""A framed piece of a page: a name with badges, lines of text, and the buttons that belong to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.badge import Badge
from ui.kit.flow import Flow
from ui.kit.text import button, label, muted
from ui.kit.theme import px
from ui.kit.tokens import Tone

LONG = 50
"""Letters of a name from which on it may take several lines."""


@dataclass(frozen=True)
class Button:
    """A quiet button of a card."""

    text: str
    act: Callable[[], object]
    icon: str = ""


def card(
    name: str,
    *,
    act: Callable[[], object] | None = None,
    badges: Sequence[tuple[str, Tone]] = (),
    lines: Sequence[str] = (),
    buttons: Sequence[Button] = (),
) -> QFrame:
    """`act` makes the name a link; `lines` are read from top to bottom, empty ones are left out."""
    made = QFrame()
    made.setObjectName("card")
    made.setAccessibleName(name)
    column = QVBoxLayout(made)
    column.setContentsMargins(px(1), px(1.25), px(1), px(1.25))
    column.setSpacing(px(0.75))
    column.addLayout(_inset(_head(name, act, badges)))
    for text in lines:
        if text:
            line = muted(text)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addLayout(_inset(line))
    column.addStretch(1)  # beside a taller card the lines keep together, and the buttons stand in a row
    if buttons:
        holder = QWidget()
        flow = Flow(holder, px(0.5))
        for one in buttons:
            quiet = button(one.text, one.act, kind="quiet", icon_name=one.icon)
            quiet.setAccessibleName(f"{one.text}: {name}")
            flow.addWidget(quiet)
        column.addWidget(holder)
    return made


def _inset(widget: QWidget) -> QHBoxLayout:
    """Text stands under the text of the quiet buttons, not under their invisible edge."""
    row = QHBoxLayout()
    row.setContentsMargins(px(1), 0, px(1), 0)
    row.addWidget(widget)
    return row


def _head(name: str, act: Callable[[], object] | None, badges: Sequence[tuple[str, Tone]]) -> QWidget:
    holder = QWidget()
    flow = Flow(holder, px(1))
    long = len(name) > LONG
    title: QWidget = button(name, act, kind="link") if act is not None else label(name, strong=True, wrap=long)
    if long:
        title.setMinimumWidth(px(36))
    title.setMinimumHeight(px(2.75))  # as high as a badge, so that they stand on one line
    flow.addWidget(title)
    for text, tone in badges:
        flow.addWidget(Badge(text, tone))
    return holder
