"""What the tabs of the office have in common: a sheet that asks, and is drawn with the answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from ui.kit.act import Act
from ui.kit.detail import Detail
from ui.kit.words import Words


class Office(Protocol):
    """What a tab asks of its page."""

    words: Words
    desk: Any
    tasks: Any
    may_administer: bool
    may_erase: bool
    may_write: bool
    may_export: bool

    def do(self, act: Act, said: str = "", then: Callable[[Any], object] | None = None) -> None: ...
    def open_form(self, name: str, record_id: str = "", about: str = "") -> None: ...


class OfficeTab(Detail):
    """A tab: `name()` on it, `fetch` in the vault, `draw` in the window."""

    def __init__(self, page: Office, parent: QWidget | None = None) -> None:
        self.page = page
        self.words = page.words
        super().__init__(parent)

    def name(self) -> str:
        """The word on the tab."""
        raise NotImplementedError

    @staticmethod
    def fetch(unit: Any) -> Any:
        """What the tab shows; off the window's thread."""
        raise NotImplementedError

    def draw(self, found: Any) -> None:
        """Show it."""
        raise NotImplementedError

    def reload(self) -> None:
        """Ask again."""
        self.page.tasks.read(self, self.fetch, then=self.show_found, only="tab")

    def show_found(self, found: Any) -> None:
        """Draw anew with the answer."""
        self.start()
        self.draw(found)
