"""The groups in view of a call-in: how many are called from each, and which have nobody to carry the message."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from gvi_desktop.services.messengers import GroupGap
from ui.kit.flow import Flow
from ui.kit.icons import icon
from ui.kit.text import button
from ui.kit.theme import px, tokens
from ui.kit.tokens import Tone


class GroupStrip(QWidget):
    """One button a group, those without a messenger first; `choose(group_id)` opens its members."""

    def __init__(self, choose: Callable[[str], object], *, enabled: bool) -> None:
        super().__init__()
        self._choose = choose
        self._enabled = enabled
        self.setAccessibleName(QCoreApplication.translate("GroupStrip", "Messengers by group"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        row.addWidget(holder)
        self._flow = Flow(holder, px(0.75))

    def show_gaps(self, gaps: Sequence[GroupGap]) -> None:
        """Draw the groups; without any the strip is not there."""
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.setObjectName("")  # on its way out: nobody should find it any more
                old.deleteLater()
        for gap in sorted(gaps, key=lambda one: not one.missing):
            self._flow.addWidget(self._chip(gap) if self._enabled else self._word(gap))
        self.setVisible(bool(gaps))

    def _chip(self, gap: GroupGap) -> QPushButton:
        made = button(told(gap), lambda: self._choose(gap.group_id))
        made.setProperty("kind", "pill")
        made.setObjectName(f"group-{gap.group_id}")
        made.setToolTip(QCoreApplication.translate("GroupStrip", "Choose messengers of {group}").format(group=gap.name))
        if gap.missing:
            ink, paper = tokens().ink(Tone.SOON), tokens().paper(Tone.SOON)
            made.setIcon(icon("triangle-alert", ink, gap=True))
            made.setIconSize(QSize(px(2.5), px(2)))
            why = QCoreApplication.translate(
                "GroupStrip", "{group} has no messenger: nobody carries the message home to that group."
            ).format(group=gap.name)
            made.setAccessibleDescription(why)
            made.setToolTip(f"{why}\n{made.toolTip()}")
            made.setStyleSheet(f"QPushButton {{ color: {ink}; background: {paper}; border-color: {ink}; }}")
        return made

    def _word(self, gap: GroupGap) -> QLabel:
        made = QLabel(told(gap))
        if gap.missing:
            made.setStyleSheet(f"color: {tokens().ink(Tone.SOON)};")
        return made


def told(gap: GroupGap) -> str:
    """The group and its people in a few words."""
    if not gap.called:
        return QCoreApplication.translate("GroupStrip", "{group}: nobody").format(group=gap.name)
    if gap.missing:
        return QCoreApplication.translate("GroupStrip", "{group}: nobody who can come").format(group=gap.name)
    text = QCoreApplication.translate("GroupStrip", "{group}: {count} called").format(group=gap.name, count=gap.called)
    if gap.coming:
        text += " · " + QCoreApplication.translate("GroupStrip", "{count} coming").format(count=gap.coming)
    return text
