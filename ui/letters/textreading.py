"""A letter text to be read: as it is written in its bench, and as high as its lines need."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtWidgets import QFrame

from gvi_desktop.services import lettertexts
from ui.kit.words import Words
from ui.letters.textarea import LetterArea
from ui.letters.textchips import Chips


class LetterReading(LetterArea):
    """Nothing can be written here; the sheet it stands in scrolls."""

    def __init__(self, line_id: str, text: str, words: Words) -> None:
        offer = lettertexts.offer(line_id, words.language)
        conditions = {one.value: words.text("conditions", one.value) for one in offer.conditions}
        super().__init__(Chips(dict(offer.names), conditions))
        self.setObjectName("reading")
        self.setAccessibleName(words.label("lettertext", "text"))
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.set_text(text)

    def _fit(self, size: QSizeF) -> None:
        self.setFixedHeight(ceil(size.height()) + 2)
