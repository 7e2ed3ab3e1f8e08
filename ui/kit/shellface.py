"""What the menus need of the shell above them."""

from typing import Any, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QMenuBar

from ui.kit.desk import Desk
from ui.kit.place import Place
from ui.kit.searchbox import SearchBox
from ui.kit.spec import PlaceSpec


class ShellFace(Protocol):
    """The shell as seen from its menus."""

    desk: Desk
    specs: dict[str, PlaceSpec]
    search: SearchBox

    @property
    def lock_wanted(self) -> SignalInstance: ...
    @property
    def quit_wanted(self) -> SignalInstance: ...
    def menuBar(self) -> QMenuBar: ...
    def page(self) -> Place: ...
    def visit(self, key: str) -> Place: ...
    def undo(self) -> None: ...
    def redo(self) -> None: ...
    def help(self, page: str = "") -> None: ...
    def restyle(self, setting: str, value: Any) -> None: ...
