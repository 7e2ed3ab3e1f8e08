"""The help page of a place, in a window beside the work."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from gvi_desktop.paths import resource
from ui.kit.theme import font, px, tokens


class HelpWindow(QDialog):
    """Shows `resources/help/<language>/<page>.md`; links lead to other pages and nowhere else."""

    def __init__(self, parent: QWidget, language: str) -> None:
        super().__init__(parent)
        self._language = language
        self.setWindowTitle(self.tr("Help"))
        self.setWindowFlag(Qt.WindowType.Tool)
        self.resize(px(64), px(80))
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setFont(font())
        self.text.setFrameStyle(0)
        self.text.setAccessibleName(self.tr("Help"))
        self.text.document().setDocumentMargin(px(2))
        self.text.document().setDefaultStyleSheet(f"a {{ color: {tokens().accent_text}; }}")
        self.text.anchorClicked.connect(lambda link: self.turn_to(link.fileName().removesuffix(".md")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)
        QShortcut(QKeySequence("F1"), self, self.close)

    def turn_to(self, page: str) -> None:
        """Show a page; one that is not written yet falls back to the first."""
        file = resource("help", self._language, f"{page}.md")
        if not file.is_file():
            file = resource("help", self._language, "start.md")
        self.text.setMarkdown(file.read_text(encoding="utf-8"))
        self.show()
        self.raise_()
