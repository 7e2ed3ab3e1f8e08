"""Labels in the few sizes the window has, and the buttons that go with them."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui.kit.icons import icon
from ui.kit.theme import font, px, tokens


def label(text: str, size: str = "body", *, strong: bool = False, role: str = "", wrap: bool = True) -> QLabel:
    """A line or paragraph; `role` is muted, problem, good or link."""
    made = QLabel(text)
    made.setFont(font(size, strong=strong, tabular=True))
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if size in ("title", "heading", "display"):
        made.setContentsMargins(0, px(0.5), 0, 0)  # the ring of an Å reaches above the line
    if role:
        made.setProperty("role", role)
    return made


def title(text: str) -> QLabel:
    return label(text, "title", strong=True)


def heading(text: str) -> QLabel:
    return label(text, "heading", strong=True)


def muted(text: str) -> QLabel:
    return label(text, "small", role="muted")


def button(text: str, act: Callable[[], object], *, kind: str = "", icon_name: str = "", tip: str = "") -> QPushButton:
    """A button; `kind` is primary, quiet, danger, big or empty."""
    made = QPushButton(text)
    if kind:
        made.setProperty("kind", kind)
    if icon_name:
        inks = {"primary": tokens().on_accent, "quiet": tokens().accent_text, "danger": tokens().late}
        made.setIcon(icon(icon_name, inks.get(kind), gap=True))
        made.setIconSize(QSize(px(2.5), px(2)))
    if tip:
        made.setToolTip(tip)
    made.setAutoDefault(False)
    made.clicked.connect(lambda: act())
    return made


def tool(icon_name: str, name: str, act: Callable[[], object] | None = None) -> QToolButton:
    """A button that is only an icon; its name is read aloud and shown as a tip."""
    made = QToolButton()
    made.setIcon(icon(icon_name))
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setMinimumSize(px(4), px(4))
    made.setIconSize(QSize(px(2.25), px(2.25)))
    made.setAutoRaise(True)
    if act is not None:
        made.clicked.connect(lambda: act())
    return made


def line() -> QFrame:
    """A thin line between things."""
    made = QFrame()
    made.setObjectName("line")
    return made


def labelled(text: str, field: QWidget) -> QWidget:
    """A field with its label close above it."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(0.5))
    words = label(text, strong=True)
    words.setBuddy(field)
    column.addWidget(words)
    column.addWidget(field)
    if not field.accessibleName():
        field.setAccessibleName(text)
    return holder
