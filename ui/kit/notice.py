"""A sentence that must be read: what did not work, and what to do."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.kit.text import button, heading, label
from ui.kit.theme import px


def tell(parent: QWidget, title: str, text: str) -> QDialog:
    """Open it over the window without stopping the event loop."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setWindowTitle(title)
    dialog.setMinimumWidth(px(50))
    column = QVBoxLayout(dialog)
    column.setContentsMargins(px(3), px(3), px(3), px(2))
    column.setSpacing(px(1.5))
    column.addWidget(heading(title))
    column.addWidget(label(text))
    agreed = button(QCoreApplication.translate("Notice", "OK"), dialog.accept, kind="primary")
    column.addWidget(agreed, 0, Qt.AlignmentFlag.AlignRight)
    dialog.open()
    return dialog
