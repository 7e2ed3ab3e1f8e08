"""Lights and a bar: the three messages a call-in must cover, and its minutes against the hour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gvi_desktop.domain.block import CORE_MESSAGES
from gvi_desktop.services.speakers import Programme
from ui.kit.icons import pixmap
from ui.kit.text import label
from ui.kit.theme import px, tokens
from ui.kit.tokens import Tone
from ui.kit.words import Words


class Lights(QWidget):
    """One line for each core message: covered by an approved script, or not."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(0.5))
        self._marks: list[tuple[QLabel, QLabel]] = []
        for _message in CORE_MESSAGES:
            row = QHBoxLayout()
            row.setSpacing(px(1))
            mark, text = QLabel(), label("")
            mark.setFixedSize(px(2.25), px(2.25))
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(text, 1)
            self._column.addLayout(row)
            self._marks.append((mark, text))

    def show_programme(self, programme: Programme) -> None:
        """Light what is covered; the words say it too."""
        for (mark, text), message in zip(self._marks, CORE_MESSAGES, strict=True):
            lit = message.value in programme.covered
            tone = Tone.GOOD if lit else Tone.LATE
            mark.setPixmap(pixmap("circle-check" if lit else "circle-x", px(2), tokens().ink(tone)))
            state = self.tr("covered") if lit else self.tr("not covered by an approved script")
            text.setText(f"{message.value}. {self._words.value(message)}: {state}")


class MinutesBar(QWidget):
    """Speech and changes of speaker as a bar against the call-in's length."""

    def __init__(self) -> None:
        super().__init__()
        self._minutes, self._limit = 0, 60
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(px(16))

    def show_programme(self, programme: Programme) -> None:
        """Take the sum."""
        self._minutes, self._limit = programme.minutes, programme.limit
        self.setAccessibleName(
            self.tr("{minutes} of {limit} minutes").format(minutes=self._minutes, limit=self._limit)
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(40), px(1.5))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        high = self.height() / 2
        top = (self.height() - high) / 2
        painter.setBrush(QColor(tokens().neutral_soft))
        painter.drawRoundedRect(QRectF(0, top, self.width(), high), high / 2, high / 2)
        share = min(1.0, self._minutes / self._limit) if self._limit else 0.0
        if share:
            over = self._minutes > self._limit
            painter.setBrush(QColor(tokens().late if over else tokens().accent))
            painter.drawRoundedRect(QRectF(0, top, max(high, self.width() * share), high), high / 2, high / 2)
        painter.end()
