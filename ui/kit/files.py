"""Choosing files to open and to write, without stopping the event loop."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from gvi_desktop.paths import documents_folder

Then = Callable[[Path], object]


def ask_open(parent: QWidget, title: str, pattern: str, then: Then) -> QFileDialog:
    """An existing file; `pattern` as in "Workbooks (*.xlsx *.ods)"."""
    dialog = _dialog(parent, title, then)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(pattern)
    dialog.open()
    return dialog


def ask_save(parent: QWidget, title: str, name: str, pattern: str, then: Then) -> QFileDialog:
    """Where to write; asks before an existing file is replaced."""
    dialog = _dialog(parent, title, then)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilter(pattern)
    dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
    dialog.selectFile(name)
    dialog.open()
    return dialog


def ask_folder(parent: QWidget, title: str, then: Then) -> QFileDialog:
    """An existing folder."""
    dialog = _dialog(parent, title, then)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.open()
    return dialog


def _dialog(parent: QWidget, title: str, then: Then) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(documents_folder()))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    # The desktop's own dialog keeps a list of recent files; ours keeps none.
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    return dialog
