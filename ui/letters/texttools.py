"""What a line is and whether words are bold: a list to choose from and a button, with the keys for them."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from ui.kit.text import button
from ui.kit.theme import px
from ui.letters.textarea import KEYS, LetterArea
from ui.letters.textlines import BOLD, HEAD, Look


class TextTools(QWidget):
    """The tools follow the cursor."""

    def __init__(self, area: LetterArea) -> None:
        super().__init__()
        self._area = area
        self._keys = {look: f"Ctrl+Alt+{key.value - 48}" for key, look in KEYS.items()}
        self.looks = QComboBox()
        self.looks.setAccessibleName(self.tr("What the line is"))
        for look, text in self._names().items():
            self.looks.addItem(text, look)
        self.looks.activated.connect(self._chosen)
        self.bold = button(self.tr("Bold"), area.turn_bold, kind="quiet", tip="Ctrl+B")
        self.bold.setCheckable(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(0.5))
        row.addWidget(self.looks)
        row.addWidget(self.bold)
        area.stood.connect(self._follow)
        area.currentCharFormatChanged.connect(lambda _look: self._follow())

    def _names(self) -> dict[Look, str]:
        return {
            Look.BODY: self.tr("Body"),
            Look.HEADING: self.tr("Heading"),
            Look.LIST: self.tr("List"),
            Look.FRAMED: self.tr("Framed"),
            Look.SIGNED: self.tr("Signature"),
            Look.TITLE: self.tr("Title"),
            Look.FILE: self.tr("File name"),
        }

    def _chosen(self, at: int) -> None:
        wanted = self.looks.itemData(at)
        if wanted is not self._area.look() and wanted not in HEAD:
            self._area.make(wanted)
        self._area.setFocus()
        self._follow()

    def _follow(self) -> None:
        look = self._area.look()
        self.looks.setCurrentIndex(self.looks.findData(look))
        self.looks.setEnabled(look not in HEAD)
        self.looks.setToolTip(self._keys.get(look, ""))
        self.bold.setChecked(bool(self._area.currentCharFormat().property(BOLD)))
