"""Fields and conditions of a letter text stand out while it is written, and so do headings and bold words."""

from __future__ import annotations

import re

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from ui.kit.theme import tokens
from ui.kit.tokens import Tone

TAG = re.compile(r"\{\{([#^/]?)[^{}]*\}\}")
BOLD = re.compile(r"\*\*(.+?)\*\*")


class TextHighlighter(QSyntaxHighlighter):
    """A chip a field, another colour for conditions; lines that begin with a sign are strong or quiet."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        colours = tokens()
        self._field = _format(colours.ink(Tone.ACCENT), colours.paper(Tone.ACCENT))
        self._condition = _format(colours.ink(Tone.SOON), colours.paper(Tone.SOON))
        self._strong = QTextCharFormat()
        self._strong.setFontWeight(QFont.Weight.DemiBold)
        self._quiet = QTextCharFormat()
        self._quiet.setForeground(QColor(colours.muted))

    def highlightBlock(self, text: str) -> None:
        if text.startswith("# "):
            self.setFormat(0, len(text), self._strong)
        elif text == "---" or text.startswith(("title:", "heading:")):
            self.setFormat(0, len(text), self._quiet)
        for found in BOLD.finditer(text):
            self.setFormat(found.start(), len(found[0]), self._strong)
        for found in TAG.finditer(text):
            self.setFormat(found.start(), len(found[0]), self._condition if found[1] else self._field)


def _format(ink: str, paper: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(ink))
    made.setBackground(QColor(paper))
    return made
