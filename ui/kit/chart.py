"""What every chart can do: be drawn, be read aloud, be seen as a table, and have its numbers copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ui.kit.theme import font, px, tokens


class Chart(QWidget):
    """A drawing whose figures are also its accessible description, and a tip under the pointer. T (or its menu) shows
    them as a table in its place, Ctrl+C copies them."""

    def __init__(self, name: str, rows: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFont(font("small", tabular=True))
        self._rows = rows
        self._numbers: QTableWidget | None = None

    def table(self) -> list[tuple[str, ...]]:
        """The figures as rows of text, to be said."""
        raise NotImplementedError

    def figures(self) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
        """Heads of the columns, and the rows: the same figures, to be seen and copied."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        return QSize(px(50), px(self._rows))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(24), px(self._rows))

    def describe(self) -> None:
        """Say the figures to those who do not see them."""
        text = "\n".join(": ".join((row[0], ", ".join(row[1:]))) for row in self.table())
        self.setAccessibleDescription(text)
        self.setToolTip(text)

    # ------------------------------------------------------------------ table and copy

    @property
    def as_table(self) -> bool:
        """Whether the table stands in the drawing's place."""
        return self._numbers is not None

    def turn(self) -> None:
        """From the drawing to the table, or back."""
        if self._numbers is not None:
            self._numbers.deleteLater()
            self._numbers = None
            self.setFocus()
        else:
            self._numbers = self._made()
            self._numbers.setGeometry(self.rect())
            self._numbers.show()
            self._numbers.setFocus()
        self.update()

    def copy(self) -> None:
        """The figures onto the clipboard, as a spreadsheet takes them."""
        heads, rows = self.figures()
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in (heads, *rows)) + "\n")

    def menu(self) -> QMenu:
        """What the right button offers."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        turn = self.tr("Show as a drawing") if self.as_table else self.tr("Show as a table")
        menu.addAction(turn, self.turn).setShortcut(QKeySequence("T"))
        menu.addAction(self.tr("Copy the numbers"), self.copy).setShortcut(QKeySequence.StandardKey.Copy)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._taken(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._taken(event)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._numbers is not None:
            self._numbers.setGeometry(self.rect())

    def _taken(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif plain and (event.key() == Qt.Key.Key_T or (event.key() == Qt.Key.Key_Escape and self.as_table)):
            self.turn()
        else:
            return False
        return True

    def _made(self) -> QTableWidget:
        heads, rows = self.figures()
        made = QTableWidget(len(rows), len(heads), self)
        made.setAccessibleName(self.accessibleName())
        made.setHorizontalHeaderLabels(list(heads))
        made.verticalHeader().hide()
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        made.setFont(self.font())
        for at, row in enumerate(rows):
            for place, text in enumerate(row):
                cell = QTableWidgetItem(text)
                if place and text.isdigit():
                    cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                made.setItem(at, place, cell)
        made.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        made.installEventFilter(self)
        return made

    # ------------------------------------------------------------------ drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        self.draw(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1))
        if self.hasFocus():
            painter.setPen(QColor(tokens().accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def draw(self, painter: QPainter, area: QRectF) -> None:
        raise NotImplementedError
