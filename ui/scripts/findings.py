"""What stands beside a text: time to say it, how easily it is followed, the three messages, and words to look at."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gvi_desktop.domain.block import CORE_MESSAGES
from gvi_desktop.domain.script import Remark
from gvi_desktop.services.drafting import Findings
from ui.kit.icons import pixmap
from ui.kit.text import button, heading, label, muted
from ui.kit.theme import px, tokens
from ui.kit.tokens import Tone
from ui.kit.words import Words
from ui.scripts.wording import minutes, readability, remark

SHOWN = 20  # remarks


class FindingsView(QWidget):
    """Drawn anew for each state of the text; `pointed` tells which remark is to be shown in it."""

    pointed = Signal(object)

    def __init__(self, words: Words, *, lights: bool = True) -> None:
        super().__init__()
        self._words = words
        self._lights = lights
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(1))
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.said: list[str] = []

    def show_findings(self, found: Findings, language: str, titles: Sequence[str] = ()) -> None:
        """Show them; `titles` name the blocks that remarks stand in."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.said = []
        self._tell(self.tr("Reading time"), minutes(found.seconds))
        self._tell(self.tr("Words"), str(found.words))
        if language == "sv":
            self._tell(self.tr("Readability (LIX)"), readability(found.lix))
        if self._lights:
            self._column.addWidget(heading(self.tr("Core messages")))
            for message in CORE_MESSAGES:
                self._light(f"{message.value}. {self._words.value(message)}", message.value in found.covered)
        self._column.addWidget(heading(self.tr("To look at")))
        if not found.remarks:
            self._column.addWidget(muted(self.tr("No words to look at.")))
        for one in found.remarks[:SHOWN]:
            self._point(one, titles[one.passage] if one.passage < len(titles) else "")
        if len(found.remarks) > SHOWN:
            self._column.addWidget(muted(self.tr("and {count} more").format(count=len(found.remarks) - SHOWN)))

    def _tell(self, name: str, value: str) -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(name, role="muted"), 1)
        row.addWidget(label(value, strong=True), 1)
        self.said.append(f"{name}: {value}")
        self._column.addWidget(holder)

    def _light(self, text: str, lit: bool) -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(1))
        mark = QLabel()
        tone = Tone.GOOD if lit else Tone.SOON
        mark.setPixmap(pixmap("circle-check" if lit else "circle-alert", px(2), tokens().ink(tone)))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        state = self.tr("in the text") if lit else self.tr("not in the text")
        self.said.append(f"{text}: {state}")
        row.addWidget(label(self.said[-1], "small"), 1)
        self._column.addWidget(holder)

    def _point(self, one: Remark, title: str) -> None:
        words = button(f"”{one.word}”", partial(self.pointed.emit, one), kind="link")
        self.said.append(f"{remark(one.code)}: {one.word}")
        words.setAccessibleName(self.said[-1])
        self._column.addWidget(words, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(muted(" – ".join(part for part in (remark(one.code), title) if part)))
