"""The real name of a person: hidden until asked for, shown while the button is held or for a short while, journaled."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from gvi_desktop.services import people
from gvi_desktop.services.people import Identity
from ui.kit.flow import Flow
from ui.kit.reason import ask_reason
from ui.kit.tasks import Tasks
from ui.kit.text import button, label
from ui.kit.theme import px
from ui.kit.words import Words

HELD = 400  # ms; a shorter press is a click, which shows for STAYS
STAYS = 20_000  # ms


class Reveal(QWidget):
    """Protected identity asks for a reason first; every showing is an entry in the journal."""

    def __init__(self, tasks: Tasks, words: Words, person_id: str, *, protected: bool) -> None:
        super().__init__()
        self._tasks = tasks
        self._words = words
        self._person = person_id
        self._protected = protected
        self._pressed = QElapsedTimer()
        self._wanted = False
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(STAYS)
        self._end.timeout.connect(self.hide_name)
        self.name = label("", strong=True)
        self.rest = label("")
        self.show_button: QPushButton = button(self.tr("Show name"), lambda: None, kind="link", icon_name="eye")
        self.show_button.setAccessibleDescription(self.tr("Noted in the log each time."))
        self.show_button.setToolTip(self.tr("Hold to show the name, or click to show it for a while. It is noted."))
        if protected:
            self.show_button.clicked.connect(lambda: ask_reason(self, self._reveal))
        else:
            self.show_button.pressed.connect(self._press)
            self.show_button.released.connect(self._release)
        self.hide_button = button(self.tr("Hide"), self.hide_name, kind="link", icon_name="eye-off")
        buttons = QWidget()
        flow = Flow(buttons, px(2))
        flow.addWidget(self.show_button)
        flow.addWidget(self.hide_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(0.5))
        for widget in (self.name, self.rest, buttons):
            column.addWidget(widget)
        self.hide_name()

    def hide_name(self) -> None:
        """Take the name off the screen."""
        self._wanted = False
        self._end.stop()
        self.name.setText("")
        self.rest.setText("")
        self.name.hide()
        self.rest.hide()
        self.hide_button.hide()

    def _press(self) -> None:
        self._pressed.start()
        self._reveal("")

    def _release(self) -> None:
        if self._pressed.elapsed() >= HELD:
            self.hide_name()

    def _reveal(self, reason: str) -> None:
        self._wanted = True
        self._tasks.write(self, people.reveal, self._person, reason, then=self._show)

    def _show(self, found: Identity) -> None:
        if not self._wanted:  # let go before the answer came
            return
        self.name.setText(found.name)
        facts = [
            (self._words.label("person", "personal_number"), found.personal_number),
            (self._words.label("person", "birth_date"), found.born),
            (self._words.label("person", "address"), found.address),
            (self._words.label("person", "contact_ways"), ", ".join(found.contact_ways)),
            *((self._words.kind("guardian").capitalize(), guardian) for guardian in found.guardians),
        ]
        self.rest.setText("\n".join(f"{name}: {value}" for name, value in facts if value))
        self.name.show()
        self.rest.setVisible(bool(self.rest.text()))
        self.hide_button.show()
        self._end.start()
