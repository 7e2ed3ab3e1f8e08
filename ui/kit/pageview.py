"""The pages of a PDF, one at a time, as large as one likes."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QKeySequence, QPixmap, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.kit.empty import Empty
from ui.kit.flow import Flow
from ui.kit.raster import page_image
from ui.kit.tasks import Tasks
from ui.kit.text import button, label, tool
from ui.kit.theme import px, tokens

ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
A4_POINTS = 595.3
PAUSE = 120  # ms after the last change of size


class PageView(QWidget):
    """Shows `show_pdf(pdf, pages)`; fits the width until one zooms."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._pdf = b""
        self._pages = 0
        self.page = 0
        self._zoom = 0.0  # 0: as wide as there is room
        self.sheet = QLabel()
        self.sheet.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.area = QScrollArea()
        self.area.setWidget(self.sheet)
        self.area.setWidgetResizable(True)
        self.area.setAccessibleName(self.tr("The page as it will be printed"))
        self.area.setStyleSheet(f"QScrollArea, QScrollArea > QWidget > QWidget {{ background: {tokens().window}; }}")
        self._blank: Empty | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._draw)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._bar())
        self._column.addWidget(self.area, 1)
        turning = (("PgDown", self.forward), ("PgUp", self.back), ("Ctrl++", self.larger), ("Ctrl+-", self.smaller))
        for keys, act in turning:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        self.say("")

    def show_pdf(self, pdf: bytes, pages: int) -> None:
        """Show another PDF; stays on the page one was on, where there is such a page."""
        self._pdf, self._pages = pdf, pages
        self.page = min(self.page, pages - 1)
        self._say_nothing()
        self._draw()

    def say(self, sentence: str) -> None:
        """Show a sentence instead of a page."""
        self._pdf, self._pages = b"", 0
        self.sheet.clear()
        self.area.hide()
        self._say_nothing()
        self._blank = Empty("file-text", sentence)
        self._column.addWidget(self._blank, 1)
        self._tell()

    def turn_to(self, page: int) -> None:
        """A page, from 0."""
        if 0 <= page < self._pages and page != self.page:
            self.page = page
            self._draw()
            self.area.verticalScrollBar().setValue(0)

    def back(self) -> None:
        self.turn_to(self.page - 1)

    def forward(self) -> None:
        self.turn_to(self.page + 1)

    def larger(self) -> None:
        self._set_zoom(next((zoom for zoom in ZOOMS if zoom > self._scale() + 0.01), ZOOMS[-1]))

    def smaller(self) -> None:
        self._set_zoom(next((zoom for zoom in reversed(ZOOMS) if zoom < self._scale() - 0.01), ZOOMS[0]))

    def fit(self) -> None:
        """As wide as there is room."""
        self._set_zoom(0.0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._zoom:
            self._timer.start()

    def _set_zoom(self, zoom: float) -> None:
        self._zoom = zoom
        self._draw()

    def _scale(self) -> float:
        if self._zoom:
            return self._zoom
        room = self.width() - px(7)
        return max(0.4, min(2.0, room / A4_POINTS))

    def _draw(self) -> None:
        self._tell()
        if self._pdf:
            dense = self.devicePixelRatioF()
            self._tasks.run(self, page_image, self._pdf, self.page, self._scale() * dense, then=self._drawn)

    def _drawn(self, image: QImage) -> None:
        if not self._pdf:
            return
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self.sheet.setPixmap(QPixmap.fromImage(image))
        self.sheet.setContentsMargins(px(2), px(2), px(2), px(2))
        self.area.show()

    def _say_nothing(self) -> None:
        if self._blank is not None:
            self._blank.hide()
            self._column.removeWidget(self._blank)
            self._blank.deleteLater()
            self._blank = None

    def _tell(self) -> None:
        self._which.setText(self.tr("Page {page} of {pages}").format(page=self.page + 1, pages=self._pages))
        self._which.setVisible(self._pages > 0)
        self._size.setText(f"{round(self._scale() * 100)} %")
        for one, possible in (
            (self._back, self.page > 0),
            (self._forward, self.page + 1 < self._pages),
            (self._smaller, self._pages > 0 and self._scale() > ZOOMS[0]),
            (self._larger, self._pages > 0 and self._scale() < ZOOMS[-1]),
            (self._fit, self._pages > 0 and self._zoom > 0),
        ):
            one.setEnabled(possible)

    def _bar(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("placeHead")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(bar)
        row.setContentsMargins(px(1), px(0.5), px(1), px(0.5))
        holder = QWidget()
        flow = Flow(holder, px(0.5))
        row.addWidget(holder)
        self._back = tool("chevron-left", self.tr("Previous page"), self.back)
        self._forward = tool("chevron-right", self.tr("Next page"), self.forward)
        self._which = label("", wrap=False)
        self._smaller = tool("minus", self.tr("Smaller"), self.smaller)
        self._larger = tool("plus", self.tr("Larger"), self.larger)
        self._fit = button(self.tr("Fit"), self.fit, kind="quiet", tip=self.tr("As wide as there is room"))
        self._size = label("", role="muted", wrap=False)
        self._size.setMinimumSize(px(6), px(4))
        self._which.setMinimumHeight(px(4))
        for widget in self._turning():
            flow.addWidget(widget)
        return bar

    def _turning(self) -> tuple[QWidget, ...]:
        return (self._back, self._which, self._forward, self._smaller, self._size, self._larger, self._fit)
