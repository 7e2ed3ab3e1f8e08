"""Fields and conditions of a letter text as chips: one thing to the cursor, drawn as a pill with a readable name."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from ui.kit.theme import px, tokens
from ui.kit.tokens import Tone
from ui.letters.textlines import BOLD, CODE

NAME = QTextFormat.Property.UserProperty.value + 4
TONE = QTextFormat.Property.UserProperty.value + 5


class ChipDrawer(QPyTextObject):
    """Draws every chip of a document; the document does not own it, so whoever has the document holds it."""

    def intrinsicSize(self, document: QTextDocument, _position: int, look: QTextFormat) -> QSizeF:
        """Room for the name, and a little air beside it."""
        font = _font(document, look)
        measure = QFontMetricsF(font)
        return QSizeF(measure.horizontalAdvance(str(look.property(NAME))) + 2 * _air() + 2, measure.height())

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, document: QTextDocument, _position: int, look: QTextFormat
    ) -> None:
        """The pill and the name on it."""
        colours, place = tokens(), QRectF(rect)
        tone = Tone(str(look.property(TONE)))
        font = _font(document, look)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colours.ink(tone)))
        painter.setBrush(QColor(colours.paper(tone)))
        pill = place.adjusted(1.5, 0.5, -1.5, -0.5)
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setFont(font)
        down = place.bottom() - QFontMetricsF(font).descent()
        painter.drawText(QPointF(place.left() + 1 + _air(), down), str(look.property(NAME)))
        painter.restore()


class Chips:
    """The chips of one text; `names` are those of fields, conditions and lists."""

    def __init__(self, names: Mapping[str, str], conditions: Mapping[str, str]) -> None:
        self._names, self._conditions = names, conditions

    def name(self, code: str) -> str:
        """What stands on the chip of a tag such as {{phone}} or {{#minor}}."""
        inner = code.strip("{}").strip()
        sign, key = (inner[0], inner[1:].strip()) if inner[:1] in ("#", "^", "/") else ("", inner)
        if not sign:
            return self._names.get(key, inner)
        if sign == "/":
            return QCoreApplication.translate("LetterTexts", "end")
        rows = {
            "absent": QCoreApplication.translate("LetterTexts", "for each who was absent:"),
            "services": QCoreApplication.translate("LetterTexts", "for each who helps:"),
        }
        if sign == "#" and key in rows:
            return rows[key]
        if holds := self._conditions.get(key, "").lower():
            said = {
                "#": QCoreApplication.translate("LetterTexts", "if {what}:"),
                "^": QCoreApplication.translate("LetterTexts", "if not {what}:"),
            }[sign]
            return said.format(what=holds)
        said = {
            "#": QCoreApplication.translate("LetterTexts", "if filled in, {what}:"),
            "^": QCoreApplication.translate("LetterTexts", "if empty, {what}:"),
        }[sign]
        return said.format(what=self._names.get(key, key))

    def known(self, code: str) -> bool:
        """Whether a tag is one that letters have."""
        inner = code.strip("{}").lstrip("#^/").strip()
        return inner in self._names or inner in self._conditions

    def look(self, code: str) -> QTextCharFormat:
        """The chip of a tag: a field, a condition, or (in the colour of what is wrong) one that does not exist."""
        tone = Tone.LATE if not self.known(code) else Tone.SOON if code[2:3] in ("#", "^", "/") else Tone.ACCENT
        made = QTextCharFormat()
        made.setProperty(NAME, self.name(code))
        made.setProperty(TONE, tone.value)
        made.setToolTip(f"{self.name(code)}  {code}")
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
        return made


def told(look: QTextCharFormat) -> str:
    """The name on a chip, for those who hear it."""
    return str(look.property(NAME) or look.property(CODE) or "")


def _font(document: QTextDocument, look: QTextFormat) -> QFont:
    font = QFont(document.defaultFont())
    font.setBold(bool(look.property(BOLD)))
    return font


def _air() -> float:
    return float(px(0.75))
