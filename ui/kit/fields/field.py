"""What every field of a form can do."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.kit.words import Words


class Field(QWidget):
    """A named value on a form; label and hint may be left to the words of the record's kind."""

    changed = Signal()

    def __init__(self, name: str, label: str = "", *, required: bool = False, hint: str = "") -> None:
        super().__init__()
        self.name = name
        self.label = label
        self.required = required
        self.hint = hint
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)

    def bind(self, words: Words, kind: str, cap: int | None) -> None:
        """Told by the form, before anything is shown, in which words to speak and how long a text may be."""
        if not self.label:
            self.label = words.label(kind, self.name)
        if not self.hint:
            self.hint = words.hint(kind, self.name)

    def value(self) -> Any:
        """The value as the record wants it; None or empty when there is none."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        raise NotImplementedError

    def state(self) -> Any:
        """What stands in the field right now, also when it is no valid value, as JSON knows it."""
        return self.value()

    def restore(self, state: Any) -> None:
        self.set_value(state)

    def trouble(self) -> str:
        """What is wrong with what was typed, in words; empty when it can be read."""
        return ""

    def editors(self) -> list[QWidget]:
        """The widgets that take the keys, the first of which takes the label's shortcut."""
        raise NotImplementedError

    def show_wrong(self, wrong: bool) -> None:
        """Mark the editors; the sentence beside the field says what the mark means."""
        for editor in self.editors():
            if editor.property("wrong") != wrong:
                editor.setProperty("wrong", wrong)
                editor.style().unpolish(editor)
                editor.style().polish(editor)
