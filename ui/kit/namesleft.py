"""Names in our texts of people who were erased elsewhere: whoever may erase says of each whether it means them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from gvi_desktop.domain.errors import GviError
from gvi_desktop.services import erasedelsewhere
from gvi_desktop.services.mentions import Mention
from ui.kit.desk import Desk
from ui.kit.dialog import FittingDialog
from ui.kit.erasenames import fitting_table, names_model
from ui.kit.text import button, heading, label, muted
from ui.kit.theme import px


class NamesLeft(FittingDialog):
    """A line for each place; where there is a tick, a neutral word takes the place of the name."""

    def __init__(self, parent: QWidget, desk: Desk, found: Sequence[Mention]) -> None:
        super().__init__(parent, 84)
        self.desk = desk
        self.setWindowTitle(self.tr("Names to decide on"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.column.addWidget(heading(self.tr("Names to decide on")))
        told = self.tr(
            "Somebody was erased elsewhere: by a colleague, or in a newer copy of the vault. These texts may name "
            "them, or somebody else who is called the same. "
            "Where there is a tick, a neutral word takes the place of the name, and what the history said there goes. "
            "This cannot be undone."
        )
        self.column.addWidget(muted(told))
        rewritten = self.tr("(rewritten meanwhile; it stays as it is now, and a tick empties what the history said)")
        self.model = names_model(desk.words, found, rewritten)
        self.column.addWidget(fitting_table(self.tr("Names to decide on"), self.model))
        seen = QCheckBox(self.tr("I have decided on each of them."))
        self.column.addWidget(seen)
        self._problem = label("", role="problem")
        self._problem.hide()
        self.foot.addWidget(self._problem)
        bar = QHBoxLayout()
        bar.addStretch()
        later = button(self.tr("Cancel"), self.reject)
        self.go = button(self.tr("Save decisions"), lambda: self._decide(found), kind="danger")
        self.go.setEnabled(False)
        seen.toggled.connect(self.go.setEnabled)
        bar.setSpacing(px(1))
        bar.addWidget(later)
        bar.addWidget(self.go)
        later.setDefault(True)
        self.foot.addLayout(bar)

    def _decide(self, found: Sequence[Mention]) -> None:
        ticked = self.model.ticked
        decided = {one.place: one.place in ticked for one in found}
        self.go.setEnabled(False)

        def done(_: Any) -> None:
            self.desk.say(self.tr("Decided"))
            self.accept()

        def refused(error: GviError) -> None:
            self._problem.setText(self.desk.words.error(error))
            self._problem.show()

        self.desk.tasks.write(self, erasedelsewhere.decide, decided, then=done, failed=refused)
