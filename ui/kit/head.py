"""The head of a page: its name, the filter, its buttons; where room is short, buttons go into the menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from ui.kit.icons import icon
from ui.kit.leadsign import LeadSign
from ui.kit.text import button, title, tool
from ui.kit.theme import px

NARROW, WIDE = 12, 30  # grid steps of the filter


class Head(QWidget):
    """Words are never cut: first the filter gives way, then the second buttons are found in the menu instead."""

    def __init__(self, name: str, menu_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("placeHead")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(px(7))  # the same with and without buttons, so that no title jumps
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(px(3), px(1.5), px(2), px(1.5))
        self._row.setSpacing(px(1))
        self.title = title(name)
        self.title.setWordWrap(False)
        self._row.addWidget(self.title)
        self._row.addStretch(1)
        self.filter = QLineEdit()
        self.filter.setObjectName("quiet")
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumWidth(px(4))
        self.filter.setMaximumWidth(px(WIDE))
        LeadSign(self.filter, "funnel")
        self.filter.hide()
        self._row.addWidget(self.filter, 40)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(px(1))
        self._row.addLayout(self._buttons)
        self._menu = QMenu(self)
        self._more = tool("ellipsis", menu_name)
        self._more.setPopupMode(self._more.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(self._menu)
        self._more.hide()
        self._row.addWidget(self._more)
        self._lead: QWidget | None = None
        self._first: list[QPushButton] = []
        self._second: list[tuple[QPushButton, QAction]] = []

    def lead(self, widget: QWidget) -> None:
        """Something before the name, such as the way back to a list."""
        self._row.insertWidget(0, widget)
        self._lead = widget

    def primary(self, text: str, act: Callable[[], object], icon_name: str, tip: str) -> QPushButton:
        """The main button, which always stays."""
        made = _whole(button(text, act, kind="primary", icon_name=icon_name, tip=tip))
        self._first.append(made)
        self._buttons.addWidget(made)
        self._later()
        return made

    def secondary(self, text: str, act: Callable[[], object], icon_name: str) -> None:
        """Another button; in a narrow page an entry of the menu."""
        made = _whole(button(text, act, icon_name=icon_name))
        self._buttons.addWidget(made)
        entry = self.entry(text, act, icon_name)
        entry.setVisible(False)
        self._second.append((made, entry))
        self._later()

    def entry(self, text: str, act: Callable[[], object], icon_name: str) -> QAction:
        """An entry of the menu."""
        made = self._menu.addAction(text)
        if icon_name:
            made.setIcon(icon(icon_name))
        made.triggered.connect(lambda: act())
        self._later()
        return made

    def minimumSizeHint(self) -> QSize:
        return QSize(px(24), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._settle()
        return super().event(event)

    def _later(self) -> None:
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def _settle(self) -> None:
        """Give each second button its place in the row or in the menu, the last ones leave first."""
        shown: list[QWidget] = [made for made in self._first if not made.isHidden()]
        shown += [self._lead] if self._lead is not None and not self._lead.isHidden() else []
        room = self.width() - px(6) - self.title.sizeHint().width() - sum(_wide(made) for made in shown)
        room -= px(NARROW + 1) if not self.filter.isHidden() else 0
        asides = [action for action in self._menu.actions() if action not in [entry for _, entry in self._second]]
        fits = room - (_wide(self._more) if asides else 0) >= sum(_wide(made) for made, _ in self._second)
        if not fits:
            room -= _wide(self._more)
        for made, entry in self._second:
            room -= _wide(made)
            beside = fits or room >= 0
            if made.isHidden() == beside:
                made.setVisible(beside)
                entry.setVisible(not beside)
        self._more.setVisible(any(action.isVisible() for action in self._menu.actions()))


def _wide(widget: QWidget) -> int:
    return max(widget.sizeHint().width(), widget.minimumWidth()) + px(1)


def _whole(made: QPushButton) -> QPushButton:
    """A button whose words are never cut."""
    made.setMinimumWidth(made.sizeHint().width())
    return made
