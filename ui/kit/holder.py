"""What holds wrapped words in a column."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


class Holder(QWidget):
    """A widget that says how wide it would like to be without asking how high all in it would be then.

    Qt keeps one height at a time: asked for the one at the liked width and the one at the real width in turns, it would
    measure every line of a long sheet anew at each step of laying it out.
    """

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()
