"""The question after every job: which letters came out of the printer, and what is to be done about the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from ui.kit.choosing import ShortBox
from ui.kit.dialog import FittingDialog
from ui.kit.flow import Flow
from ui.kit.text import button, heading, label, labelled
from ui.kit.theme import px


class CameOut(FittingDialog):
    """Answers with how many letters of the job came out, and whether the others are printed again; it wants an answer.

    `names` are the letters of the job as the register calls them, `why` what is known to have gone wrong (or nothing);
    without `printable` the pages are gone, so nothing can be printed again.
    """

    def __init__(
        self, parent: QWidget, names: Sequence[str], why: str, again: Callable[[int], object],
        stop: Callable[[int, str], object], *, more: bool, printable: bool = True,
    ) -> None:  # fmt: skip
        super().__init__(parent, 60)
        self._count, self._again, self._stop, self._more = len(names), again, stop, more
        self._printable = printable
        self.setWindowTitle(self.tr("Which letters came out?"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        column = self.column
        column.addWidget(heading(self.tr("Which letters came out?")))
        if why:
            column.addWidget(label(why, role="problem"))
        many = self.tr("Look at the paper before you answer. To the printer went {count} letters: {first} to {last}.")
        one = self.tr("Look at the paper before you answer. One letter went to the printer: {first}.")
        told = many if len(names) > 1 else one
        column.addWidget(label(told.format(count=len(names), first=names[0], last=names[-1])))
        self.all = QRadioButton(self.tr("All came out"))
        self.some = QRadioButton(self.tr("They are missing from this letter on:"))
        self._group = QButtonGroup(self)
        for choice in (self.all, self.some):
            self._group.addButton(choice)
            column.addWidget(choice)
        self.first = ShortBox()
        self.first.addItems(list(names))
        self.first.setAccessibleName(self.some.text())
        self.reason = QLineEdit(self.tr("Did not come out of the printer"))
        self.reason.setMaxLength(200)
        self._lost = QWidget()
        inner = QVBoxLayout(self._lost)
        inner.setContentsMargins(px(3), 0, 0, 0)
        inner.setSpacing(px(1))
        inner.addWidget(self.first)
        inner.addWidget(labelled(self.tr("Why, for the register"), self.reason))
        inner.addWidget(
            label(
                self.tr(
                    "If you stop, they are noted as destroyed with this reason, and nobody counts as having got them. "
                    "Their numbers are not used again."
                ),
                "small",
                role="muted",
            )
        )
        column.addWidget(self._lost)
        holder = QWidget()
        flow = Flow(holder, px(1))
        onward = self.tr("Print the next ones") if more else self.tr("Done")
        self.on_button = button(onward, self._all, kind="primary")
        self.again_button = button(self.tr("Print again from there"), self._go_again, kind="primary")
        self.stop_button = button(self.tr("Stop here"), self._end)
        for made in (self.on_button, self.again_button, self.stop_button):
            flow.addWidget(made)
        self.foot.addWidget(holder)
        self._group.buttonToggled.connect(lambda *_: self._tell())
        (self.some if why else self.all).setChecked(True)
        self._tell()

    def reject(self) -> None:
        """Not closed unanswered: the register would say of paper that it exists."""

    def _tell(self) -> None:
        lost = self.some.isChecked()
        self._lost.setVisible(lost)
        self.on_button.setVisible(not lost)
        self.again_button.setVisible(lost and self._printable)
        self.stop_button.setVisible(lost or self._more)

    def _all(self) -> None:
        self.accept()
        self._again(self._count)

    def _go_again(self) -> None:
        self.accept()
        self._again(self.first.currentIndex())

    def _end(self) -> None:
        out = self.first.currentIndex() if self.some.isChecked() else self._count
        self.accept()
        self._stop(out, self.reason.text().strip())
