"""How lines of a letter text look while they are written: titles large, headings strong, bullets and frames beside."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QSyntaxHighlighter, QTextCharFormat

from ui.kit.theme import px, tokens
from ui.letters.textlines import CHIP, HEAD_ROOM, Look, look_of

LARGER = {Look.TITLE: 1.35, Look.HEADING: 1.1}


class TextLooks(QSyntaxHighlighter):
    """Sizes and colours by line; they are no part of what is written."""

    def highlightBlock(self, text: str) -> None:
        """One line."""
        look = look_of(self.currentBlock())
        made = QTextCharFormat()
        if look in LARGER:
            made.setFontPointSize(self.document().defaultFont().pointSizeF() * LARGER[look])
            made.setFontWeight(QFont.Weight.Bold)
        if look is Look.HEADING:
            made.setForeground(QColor(tokens().accent_text))
        elif look in (Look.FILE, Look.SIGNED):
            made.setForeground(QColor(tokens().muted))
        if look in (*LARGER, Look.FILE, Look.SIGNED):
            self._words(text, made)

    def _words(self, text: str, made: QTextCharFormat) -> None:
        at = self.currentBlock().begin()
        start = self.currentBlock().position()
        while not at.atEnd():
            fragment = at.fragment()
            if fragment.charFormat().objectType() != CHIP:
                self.setFormat(fragment.position() - start, fragment.length(), made)
            at += 1


def margins(painter: QPainter, place: QRectF, look: Look, font: QFont) -> None:
    """What stands beside a line: its name in the head, a bullet, the bar of a frame, a pen stroke, the rule."""
    colours = tokens()
    left, middle = place.left(), place.top() + QFontMetricsF(font).height() / 2 + 1
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if look in (Look.FILE, Look.TITLE):
        named = {
            Look.FILE: QCoreApplication.translate("LetterTexts", "File name"),
            Look.TITLE: QCoreApplication.translate("LetterTexts", "Title"),
        }[look]
        painter.setFont(font)
        painter.setPen(QColor(colours.muted))
        box = QRectF(left, place.top(), px(HEAD_ROOM - 0.5), place.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, named)
    elif look is Look.LIST:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent_text))
        painter.drawEllipse(QPointF(left + px(1), middle), px(0.35), px(0.35))
    elif look is Look.FRAMED:
        painter.fillRect(QRectF(left, place.top(), px(0.4), place.height()), QColor(colours.accent_text))
    elif look is Look.SIGNED:
        painter.fillRect(QRectF(left, place.bottom() - 1, px(1.5), 1), QColor(colours.muted))
    elif look is Look.RULE:
        painter.fillRect(QRectF(left, place.center().y(), place.width(), 1), QColor(colours.border))
