"""History tab: who did, saw, searched, printed and exported what; filtered, checked and handed out from here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent

from gvi_desktop.domain.deed import Judgement
from gvi_desktop.domain.errors import GviError
from gvi_desktop.domain.user import Right, User
from gvi_desktop.services import history, journalfile, journalview
from gvi_desktop.services.history import HistoryLine
from gvi_desktop.services.journalview import JournalQuery
from gvi_desktop.services.stopping import CANCELLED
from ui.kit.busy import run_with_progress
from ui.kit.dates import show_moment
from ui.kit.files import ask_save
from ui.kit.table import Column
from ui.kit.text import muted
from ui.kit.theme import px, tokens
from ui.kit.tokens import Tone
from ui.kit.view import Table
from ui.kit.windowed import WindowedModel
from ui.office.historyfilter import HistoryFilter
from ui.office.tab import OfficeTab

HEAD, LEAST = 22, 36
"""Room of what stands over the fields, and the least for a list that is worth its place, in steps of the grid."""
LONG = 30
"""Letters in a row that no name has: then it is a checksum."""
FEW = 10
"""Numbers of broken entries that are named at most."""


class HistoryTab(OfficeTab):
    """Every entry, however many: all numbers are known, the lines are fetched as they come into view."""

    def __init__(self, page: Any) -> None:
        self.filter: HistoryFilter | None = None
        self.model: WindowedModel[HistoryLine] | None = None
        self._table: Table | None = None
        super().__init__(page)

    def name(self) -> str:
        return self.tr("History")

    @staticmethod
    def fetch(unit: Any) -> Any:
        return journalview.people_of_journal(unit)

    def reload(self) -> None:
        """The fields stay as they are; only the entries are asked for again."""
        if self.filter is None:
            super().reload()
        else:
            self._ask()

    def draw(self, users: Sequence[User]) -> None:
        self.title(self.tr("History"))
        self._about = muted(
            self.tr("Each entry is chained to the one before it: what was written here cannot be changed unnoticed.")
        )
        self.put(self._about)
        self.action(self.tr("Check the chain"), self._check, icon="shield-check")
        if self.page.desk.user.may(Right.EXPORT):
            for text, form in ((self.tr("Save as CSV"), "csv"), (self.tr("Save as JSON"), "json")):
                self.action(text, partial(self._ask_where, form))
        self._unfold = self.action(self.tr("Filter"), self._fold, icon="funnel")
        self._unfold.setCheckable(True)
        self._said = muted("")
        self._said.hide()
        self.put(self._said)
        self.filter = HistoryFilter(self.words, self.page.tasks, users)
        self.filter.changed.connect(self._ask)
        self.put(self.filter)
        self._count = muted("")
        self.put(self._count)
        self._table = Table(self.tr("History"))
        self.model = WindowedModel[HistoryLine](self._columns(), lambda line: str(line.seq), self._fetch, self._table)
        self._table.show_model(self.model, sortable=False)
        self.put(self._table)
        self._fold()
        self._ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Where the fields would leave no room for the list, as with large text, they wait behind a button."""
        if self._table is None or self.filter is None:
            return
        fields = self.filter.heightForWidth(self.viewport().width() - px(6))
        tight = self.viewport().height() < fields + HEAD * px(1) + LEAST * px(1)
        self._unfold.setVisible(tight)
        self._about.setVisible(not tight)
        self.filter.setVisible(not tight or self._unfold.isChecked())
        QTimer.singleShot(0, self, self._fit)  # when what stands over the list has its new places

    def _fit(self) -> None:
        """As high as the room under the fields: the list scrolls, with its own heads, and the page does not."""
        body = self.body()
        if self._table is not None and body is not None and body.isAncestorOf(self._table):
            above = self._table.mapTo(body, self._table.rect().topLeft()).y()
            self._table.setFixedHeight(max(px(LEAST / 2), self.viewport().height() - above - px(3)))

    def _ask(self) -> None:
        if self.filter is not None:
            self.page.tasks.read(self, journalview.ids, self.filter.query(), then=self._listed, only="ids")

    def _listed(self, ids: Sequence[str]) -> None:
        if self.model is None or self._table is None:
            return
        self.model.show_ids(ids)
        if not ids:
            self._table.say_when_empty("search", self.tr("No entry fits."))
        narrowed = self.filter is not None and self.filter.query() != JournalQuery()
        said = self.tr("{count} entries fit the filter") if narrowed else self.tr("{count} entries")
        self._count.setText(said.format(count=f"{len(ids):,}".replace(",", "\u202f")))
        QTimer.singleShot(0, self, self._fit)

    def _fetch(self, ids: Sequence[str], give: Callable[[Sequence[HistoryLine]], None]) -> None:
        self.page.tasks.read(self, journalview.lines, ids, then=give)

    def _check(self) -> None:
        self._tell(self.tr("The chain is being checked …"), Tone.NEUTRAL)
        self.page.tasks.read(self, history.verify, then=self._checked, only="chain")

    def _checked(self, broken: Sequence[int]) -> None:
        if not broken:
            text = self.tr("The chain holds: every entry stands as it was written, and none is missing.")
            self._tell(text, Tone.GOOD)
            return
        numbers = ", ".join(str(one) for one in broken[:FEW]) + (" …" if len(broken) > FEW else "")
        text = self.tr(
            "The chain is broken at entry {numbers}: something was changed or taken out outside the program. Keep this "
            "vault as it is, do not go on working in it, and compare it with a backup."
        )
        self._tell(text.format(numbers=numbers), Tone.LATE)

    def _tell(self, text: str, tone: Tone) -> None:
        """The result under the buttons, in words and in its tone."""
        colours = tokens()
        style = "" if tone is Tone.NEUTRAL else f"color: {colours.ink(tone)}; background: {colours.paper(tone)};"
        self._said.setStyleSheet(f"QLabel {{ {style} padding: {px(1)}px; border-radius: 6px; }}")
        self._said.setText(text)
        self._said.setAccessibleName(text)
        self._said.show()
        QTimer.singleShot(0, self, self._fit)

    def _ask_where(self, form: str) -> None:
        title = self.tr("Save the history")
        ask_save(self, title, f"gvi-history.{form}", f"{form.upper()} (*.{form})", partial(self._save, form))

    def _save(self, form: str, path: Path) -> None:
        query = self.filter.query() if self.filter is not None else JournalQuery()
        run_with_progress(
            self, self.page.tasks, self.tr("Saving the history"), journalfile.save, self.page.tasks.workspace, query,
            form, path, then=self._saved, failed=self._unsaved,
        )  # fmt: skip

    def _unsaved(self, error: GviError) -> None:
        if error.code == CANCELLED:
            self.page.desk.say(self.tr("Cancelled. Nothing was written."))
        else:
            self.page.tasks.failed.emit(error)

    def _saved(self, count: int) -> None:
        said = self.tr("{count} entries saved as a file; entered in the history and in the register of disclosures.")
        self.page.desk.say(said.format(count=count))
        self._ask()

    def _columns(self) -> list[Column[HistoryLine]]:
        return [
            Column(self.tr("When"), lambda line: show_moment(line.at), width=16),
            Column(self.tr("Who"), lambda line: line.by, width=16),
            Column(self.tr("What"), lambda line: self.words.action(line.action), width=22),
            Column(self.tr("Kind"), lambda line: self.words.kind(line.kind) if line.kind else "", width=16),
            Column(self.tr("Record"), self._record, width=24),
            Column(self.tr("Fields"), self._fields, width=0),
        ]

    def _record(self, line: HistoryLine) -> str:
        """Its name; what has none is told by the beginning of its number, as on receipts."""
        if line.hidden:
            return self.tr("not for your role")
        word, _, rest = line.detail.partition(" ")
        if word == "rescue":
            when = show_moment(datetime.fromisoformat(rest.partition(" ")[0]))
            return " · ".join(filter(None, (line.title, self.tr("in a rescued copy, {moment}").format(moment=when))))
        if line.action == "search":
            return self.tr("{count} found").format(count=line.detail)
        if line.title:
            return line.title[:8] if len(line.title) > LONG and " " not in line.title else line.title
        if line.action == "sample":
            return self.tr("{month}: {count} entries").format(month=word, count=rest)
        if line.action == "review" and word == "sample":
            number, _, verdict = rest.partition(" ")
            return self.tr("Entry {number}: {verdict}").format(
                number=number, verdict=self.words.value(Judgement(verdict)).lower()
            )
        if word == "journal":
            return self.tr("History ({form})").format(form=rest.partition(" ")[0].upper())
        said = {
            "bundle": self.tr("Bundle {number}"),
            "receipt": self.tr("Receipt {number}"),
            "report": self.tr("Report ({number})"),
            "identity": self.tr("Identity"),
        }
        return said[word].format(number=rest[:8]) if word in said else line.detail

    def _fields(self, line: HistoryLine) -> str:
        """Which; and first of all where the computer's clock was astray, the other clock."""
        said = self.tr("clock astray, in order: {moment}").format(moment=show_moment(line.ordered_at))
        fields = ", ".join(self.words.label(line.kind, name) for name in line.fields) if line.kind else ""
        return " · ".join(filter(None, (said, fields))) if line.astray else fields
