"""What part of the journal is shown: who, what kind of deed, which kind of record, from when to when, which person."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from gvi_desktop.domain.deed import Deed
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.domain.user import User
from gvi_desktop.services import pickers
from gvi_desktop.services.journalview import JournalQuery
from ui.kit.fields.ref import RefField
from ui.kit.fields.when import DateField
from ui.kit.flow import Flow
from ui.kit.sorting import swedish
from ui.kit.tasks import Tasks
from ui.kit.text import button, labelled
from ui.kit.theme import px
from ui.kit.words import Words


class HistoryFilter(QWidget):
    """A row of fields; `changed` whenever another part is wanted."""

    changed = Signal()

    def __init__(self, words: Words, tasks: Tasks, users: Sequence[User]) -> None:
        super().__init__()
        row = Flow(self, px(2))
        self._user, self._deed, self._kind = QComboBox(), QComboBox(), QComboBox()
        for one in (self._user, self._deed, self._kind):
            one.addItem(self.tr("All"), "")
        for user in users:
            self._user.addItem(user.name, user.id)
        for deed in Deed:
            self._deed.addItem(words.value(deed), deed.value)
        for name, kind in sorted(((_big(words.kind(kind)), kind) for kind in BY_KIND), key=lambda one: swedish(one[0])):
            self._kind.addItem(name, kind)
        self._first, self._last = DateField("first"), DateField("last")
        self._person = RefField("person", tasks, pickers.person_options, pickers.resolve_people)
        self._person.setMinimumWidth(px(28))
        fields = (
            (self.tr("Who"), self._user), (self.tr("Deed"), self._deed), (self.tr("Kind of record"), self._kind),
            (self.tr("From"), self._first), (self.tr("To"), self._last), (self.tr("About a person"), self._person),
        )  # fmt: skip
        for text, field in fields:
            row.addWidget(labelled(text, field))
        self._clear = button(self.tr("Show everything"), self.clear, kind="quiet")
        row.addWidget(self._clear)
        self._quiet = False
        self._asked = self.query()
        for box in (self._user, self._deed, self._kind):
            box.currentIndexChanged.connect(self._wanted)
        for edit in (self._first, self._last, self._person):
            edit.changed.connect(self._wanted)

    def query(self) -> JournalQuery:
        """What is wanted, as the fields stand."""
        deed = str(self._deed.currentData() or "")
        return JournalQuery(
            user=str(self._user.currentData() or ""),
            deed=Deed(deed) if deed else None,
            kind=str(self._kind.currentData() or ""),
            first=self._first.value(),
            last=self._last.value(),
            person=self._person.value() or "",
        )

    def choose(self, *, user: str = "", deed: Deed | None = None, kind: str = "") -> None:
        """Choose as by hand."""
        for box, data in ((self._user, user), (self._deed, deed.value if deed else ""), (self._kind, kind)):
            box.setCurrentIndex(max(0, box.findData(data)))

    def clear(self) -> None:
        """Show everything again."""
        self._quiet = True
        self.choose()
        for field in (self._first, self._last, self._person):
            field.set_value(None)
        self._quiet = False
        self._wanted()

    def _wanted(self) -> None:
        if not self._quiet and (query := self.query()) != self._asked:
            self._asked = query
            self.changed.emit()


def _big(text: str) -> str:
    return text[:1].upper() + text[1:]
