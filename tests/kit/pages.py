"""What tests of pages do again and again: wait for a page, open its forms, read its detail, press its buttons."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot


def there(one: QWidget, root: QWidget) -> bool:
    """Whether a widget under `root` is meant to be seen; a sheet that was drawn before is hidden until it goes."""
    at: QWidget | None = one
    while at is not None and at is not root:
        if at.isHidden() and (at is one or at.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)):
            return False
        at = at.parentWidget()
    return True


def shown_texts(widget: QWidget) -> str:
    """Everything that can be read on a widget, a line each."""
    found = [*widget.findChildren(QLabel), *widget.findChildren(QAbstractButton)]
    return "\n".join(one.text() for one in found if there(one, widget))


def press(widget: QWidget, text: str) -> None:
    """Press the first button of that text."""
    found = [one for one in widget.findChildren(QAbstractButton) if one.text() == text and there(one, widget)]
    assert found, f"no button {text!r} among {[one.text() for one in widget.findChildren(QAbstractButton)]}"
    found[0].click()


def visit(qtbot: QtBot, page: Any) -> Any:
    """Show a page."""
    qtbot.addWidget(page)
    page.resize(1200, 760)
    page.show()
    qtbot.waitExposed(page)
    return page


def look_at(qtbot: QtBot, page: Any, record_id: str, text: str) -> None:
    """Bring a record into view and wait until the detail says so."""
    page.show_record(record_id)
    qtbot.waitUntil(lambda: page.current == record_id and text in shown_texts(page.detail))


def form_of(qtbot: QtBot, page: Any, act: Callable[[], Any]) -> Any:
    """The panel that an act opens."""
    before = page.panel
    act()
    qtbot.waitUntil(lambda: page.panel is not None and page.panel is not before)
    return page.panel


def saved(qtbot: QtBot, page: Any) -> None:
    """Save the open form and wait until it has closed."""
    page.panel.save()
    qtbot.waitUntil(lambda: page.panel is None)


def beside(panel: Any) -> dict[str, str]:
    """What stands beside the fields, by name."""
    return {name: block.problem.text() for name, block in panel.form._blocks.items() if block.problem.text()}


def hidden(panel: Any, name: str) -> bool:
    """Whether a field is out of sight."""
    return bool(panel.form._blocks[name].isHidden())
