"""Fields for one value of a few: pills chosen with one key, or a list to open when there are many."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from ui.kit.fields.field import Field
from ui.kit.flow import Flow
from ui.kit.theme import px
from ui.kit.words import Words

PILLS = 5  # values; more than that open as a list


class ChoiceField(Field):
    """A member of an enum (or None); with pills the keys 1-9 choose at once and Delete clears."""

    def __init__(
        self,
        name: str,
        choices: type[Enum] | Sequence[Enum],
        label: str = "",
        *,
        required: bool = False,
        hint: str = "",
        pills: bool | None = None,
    ) -> None:
        super().__init__(name, label, required=required, hint=hint)
        self.choices: tuple[Enum, ...] = tuple(choices)
        as_pills = len(self.choices) <= PILLS if pills is None else pills
        self._pills = Pills(self) if as_pills else None
        self._list = None if as_pills else QComboBox()
        if self._list is not None:
            self._list.currentIndexChanged.connect(lambda: self.changed.emit())
            self.row.addWidget(self._list)
        if self._pills is not None:
            self.row.addWidget(self._pills)

    def bind(self, words: Words, kind: str, cap: int | None) -> None:
        super().bind(words, kind, cap)
        texts = [words.value(choice) for choice in self.choices]
        if self._pills is not None:
            self._pills.offer(texts)
        if self._list is not None:
            self._list.clear()
            self._list.addItem("–")
            self._list.addItems(texts)

    def value(self) -> Enum | None:
        at = self._at()
        return self.choices[at] if at >= 0 else None

    def set_value(self, value: Any) -> None:
        self._show(next((at for at, choice in enumerate(self.choices) if choice == value), -1))

    def state(self) -> int:
        return self._at()

    def restore(self, state: Any) -> None:
        self._show(state if isinstance(state, int) and -1 <= state < len(self.choices) else -1)

    def editors(self) -> list[QWidget]:
        return list(self._pills.buttons) if self._pills is not None else [self._list or self]

    def _at(self) -> int:
        if self._pills is not None:
            return self._pills.at
        return self._list.currentIndex() - 1 if self._list is not None else -1

    def _show(self, at: int) -> None:
        if self._pills is not None:
            self._pills.choose(at)
        elif self._list is not None:
            self._list.setCurrentIndex(at + 1)


class YesNoField(Field):
    """True, False, or None when nobody knows."""

    def __init__(self, name: str, label: str = "", *, required: bool = False, hint: str = "") -> None:
        super().__init__(name, label, required=required, hint=hint)
        self._pills = Pills(self)
        self._pills.offer([self.tr("Yes"), self.tr("No"), self.tr("Not known")])
        self._pills.choose(2)
        self.row.addWidget(self._pills)

    def value(self) -> bool | None:
        return {0: True, 1: False}.get(self._pills.at)

    def set_value(self, value: Any) -> None:
        self._pills.choose({True: 0, False: 1}.get(value, 2))

    def editors(self) -> list[QWidget]:
        return list(self._pills.buttons)


class Pills(QWidget):
    """A few choices side by side; `at` is the chosen one or -1. Digits choose, arrows move, Tab leaves."""

    def __init__(self, field: Field, *, several: bool = False) -> None:
        super().__init__(field)
        self._field = field
        self._several = several
        self.buttons: list[QPushButton] = []
        self._flow = Flow(self, px(0.5))

    @property
    def at(self) -> int:
        return next((at for at, button in enumerate(self.buttons) if button.isChecked()), -1)

    def chosen(self) -> set[int]:
        return {at for at, button in enumerate(self.buttons) if button.isChecked()}

    def offer(self, texts: Sequence[str]) -> None:
        """Make a button of each text."""
        for button in self.buttons:
            button.deleteLater()
        self.buttons = []
        for at, text in enumerate(texts):
            button = QPushButton(text.replace("&", "&&"))
            button.setProperty("kind", "pill")
            button.setCheckable(True)
            button.setAutoDefault(False)
            if at < 9:
                button.setToolTip(self.tr("Key {digit}").format(digit=at + 1))
            button.clicked.connect(lambda checked, at=at: self._clicked(at, checked))
            button.installEventFilter(self)
            self._flow.addWidget(button)
            self.buttons.append(button)

    def choose(self, at: int) -> None:
        """Choose one (-1: none) and unchoose the rest."""
        for which, button in enumerate(self.buttons):
            button.setChecked(which == at)
        self._field.changed.emit()

    def tick(self, wanted: set[int]) -> None:
        """Choose exactly these."""
        for which, button in enumerate(self.buttons):
            button.setChecked(which in wanted)
        self._field.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event)
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            # Arrows move among the choices; Tab leaves them, from whichever one.
            self.buttons[-1 if event.key() == Qt.Key.Key_Tab else 0].setFocus()
            return False
        digit = event.key() - Qt.Key.Key_1.value
        if 0 <= digit < len(self.buttons) and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self.buttons[digit].setFocus()
            self._clicked(digit, not self.buttons[digit].isChecked() if self._several else True)
            return True
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self._field.required:
            self.choose(-1)
            return True
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}.get(
            Qt.Key(event.key()), 0
        )
        focused = next((at for at, button in enumerate(self.buttons) if button.hasFocus()), -1)
        if step and 0 <= focused + step < len(self.buttons):
            self.buttons[focused + step].setFocus()
            return True
        return bool(step)

    def _clicked(self, at: int, checked: bool) -> None:
        if self._several:
            self.buttons[at].setChecked(checked)
            self._field.changed.emit()
        else:
            self.choose(at if checked or self._field.required else -1)
