"""What tests of the office's tabs and of erasing do again and again: read a page, press its buttons, turn to a tab."""

from PySide6.QtWidgets import QLabel, QPushButton, QTabWidget, QWidget

from ui.office.page import OfficePage


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def press(widget: QWidget, text: str) -> None:
    """The first button of that text, also before its page is shown; `kit.pages.press` wants it seen."""
    found = next(one for one in widget.findChildren(QPushButton) if one.text() == text)
    found.click()


def tab(page: OfficePage, name: str) -> QWidget:
    tabs = page.findChild(QTabWidget)
    assert isinstance(tabs, QTabWidget)
    page.show_record(name)
    return tabs.currentWidget()
