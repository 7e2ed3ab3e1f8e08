"""Tabs whose pages are made when they are first turned to, so that a place with many of them opens at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QWidget

T = TypeVar("T", bound=QWidget)


class LateTabs(QTabWidget, Generic[T]):
    """`add` names a tab and says how it is made; `began` is called once for each, when it has been made."""

    def __init__(self, name: str, began: Callable[[T], object]) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self.setUsesScrollButtons(True)
        self.tabBar().setExpanding(False)
        self.tabBar().setElideMode(Qt.TextElideMode.ElideNone)
        self.setAccessibleName(name)
        self.keys: list[str] = []
        self.made: dict[str, T] = {}
        self._makers: dict[str, Callable[[], T]] = {}
        self._began = began
        self.currentChanged.connect(self._turned)

    def add(self, key: str, text: str, make: Callable[[], T]) -> None:
        """One more tab at the end."""
        self.keys.append(key)
        self._makers[key] = make
        self.addTab(QWidget(), text)

    def part(self, key: str) -> T:
        """The page of a tab, made now if nobody has seen it yet."""
        if key not in self.made:
            at, made = self.keys.index(key), self._makers[key]()
            stands_in, current, text = self.widget(at), self.currentIndex(), self.tabText(at)
            self.blockSignals(True)
            self.removeTab(at)
            self.insertTab(at, made, text)
            self.setCurrentIndex(current)
            self.blockSignals(False)
            if stands_in is not None:
                stands_in.deleteLater()
            self.made[key] = made
            self._began(made)
        return self.made[key]

    def turn_to(self, key: str) -> None:
        """Bring a tab into view."""
        self.setCurrentWidget(self.part(key))

    def _turned(self, at: int) -> None:
        if 0 <= at < len(self.keys) and self.keys[at] in self._makers:
            self.part(self.keys[at])
