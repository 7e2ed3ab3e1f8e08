"""The exchange folder: which it is, and what lies there for whom; a bundle is opened in the tab that receives."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QStackedWidget, QVBoxLayout, QWidget

from gvi_desktop.domain.errors import GviError
from gvi_desktop.services import exchangefolder, foldertidy
from gvi_desktop.services.exchangeviews import ExchangeView
from gvi_desktop.services.folderlines import FolderLine, Lies, copied_by
from gvi_desktop.services.folderwatching import FolderView
from ui.exchange.sides import Doing, SideTab, breakable, when
from ui.exchange.tones import LYING
from ui.kit.dates import show_date, show_moment
from ui.kit.empty import Empty
from ui.kit.files import ask_folder
from ui.kit.table import Column
from ui.kit.text import label
from ui.kit.theme import px
from ui.kit.tokens import Tone
from ui.kit.words import Words

OPENED = (Lies.NEW, Lies.UNKNOWN, Lies.REFUSED, Lies.DAMAGED)


def _columns(words: Words) -> tuple[Column[FolderLine], ...]:
    return (
        Column(
            QCoreApplication.translate("FolderTab", "State"),
            lambda one: words.value(one.state),
            width=15,
            tone=lambda one: LYING.get(one.state, Tone.NEUTRAL),
        ),
        Column(QCoreApplication.translate("FolderTab", "Bundle"), lambda one: who(one), width=0),
        Column(
            QCoreApplication.translate("FolderTab", "When"),
            lambda one: when(one.created or one.modified),
            lambda one: one.created or one.modified,
            width=16,
        ),
    )


def who(line: FolderLine) -> str:
    """From or to whom, else the file's name."""
    if line.sender:
        return QCoreApplication.translate("FolderTab", "From {name}").format(name=line.sender)
    if line.to:
        return QCoreApplication.translate("FolderTab", "To {names}").format(names=", ".join(line.to))
    return line.names[0]


class FolderList(SideTab):
    """What lies there, and the bundle that is chosen."""

    def __init__(self, page: Doing) -> None:
        super().__init__(page, self.tr("Bundles in the exchange folder"), _columns(page.words))
        self.table.say_when_empty("inbox", self.tr("No bundle lies here. What is put here is listed by itself."))

    @property
    def folder(self) -> Path | None:
        """The chosen folder."""
        folder: Path | None = self.page.desk.folder.folder
        return folder

    def show_lines(self, lines: Sequence[FolderLine]) -> None:
        """Show what was found; the chosen line stays chosen."""
        kept = self.table.current_id()
        self.model.show(lines)
        if kept:
            self.table.choose(kept)
        self._draw()

    def draw_none(self) -> None:
        if self.model.rowCount():
            super().draw_none()

    def draw(self, line: FolderLine) -> None:
        words, detail = self.words, self.detail
        created = show_moment(line.created) if line.created else ""
        detail.title(who(line), created)
        detail.badge(words.value(line.state), LYING.get(line.state, Tone.NEUTRAL))
        if line.state is Lies.NEW:
            detail.badge(
                self.tr("Verified") if line.verified else self.tr("Not verified"),
                Tone.GOOD if line.verified else Tone.SOON,
            )
        for sentence in self._sentences(line):
            detail.text(sentence)
        if line.error is not None and line.state is not Lies.DAMAGED:  # that has been said
            detail.notice(words.error(line.error))
        self._actions(line)
        if line.records:
            detail.row(self.tr("Records"), str(line.records))
        detail.row(self.tr("Written by"), line.user)
        detail.section(self.tr("File") if len(line.names) == 1 else self.tr("Files"))
        for name in line.names:
            copied = copied_by(name)
            note = f" ({words.text('exchange', f'copied_{copied}')})" if copied else ""
            detail.text(breakable(name) + note, quiet=True)

    def open(self, line: FolderLine) -> None:
        """Lead to the tab that shows what taking it in would do."""
        if self.folder is not None:
            self.page.open_bundle(self.folder / line.names[0])

    def receipt(self, line: FolderLine) -> None:
        """Put a receipt beside the bundle it is for."""
        self.page.put_receipt(line.bundle_id)

    def clear(self, line: FolderLine) -> None:
        """Delete our own bundle, which the others have said they have."""
        if self.folder is not None:
            done = self.tr("Deleted from the exchange folder")
            work = lambda folder, lines, _progress: foldertidy.clear(folder, lines)  # noqa: E731
            self.page.tasks.run_apart(self, work, self.folder, [line], then=lambda _count: self._done(done))

    def _sentences(self, line: FolderLine) -> list[str]:
        said = {
            Lies.COMING: self.tr("It is still being written or carried here. It is read once it has been still."),
            Lies.DAMAGED: self.tr("It is damaged or not all here yet. If it stays so, ask for it to be sent again."),
            Lies.OTHERS: self.tr("Let it lie: whoever it is for may not have read it yet."),
        }
        found = [said[line.state]] if line.state in said else []
        if line.taken is not None:
            found.append(self.tr("Taken in on {date}.").format(date=show_date(line.taken)))
        if line.state is Lies.OWN and line.kind != "receipt":
            gone = self.tr("Everybody it is for has said that it was taken in. It is no longer needed here.")
            found.append(gone if line.settled else self.tr("No receipt from everybody it is for yet. Let it lie."))
        if len(line.names) > 1:
            found.append(self.tr("It lies here in {count} files; it is one bundle.").format(count=len(line.names)))
        return found

    def _actions(self, line: FolderLine) -> None:
        detail = self.detail
        if line.state in OPENED:
            kind = "primary" if line.waits else ""
            detail.action(self.tr("Open"), lambda: self.open(line), icon="folder-open", kind=kind)
        if not self.page.may_export:
            return
        if line.state is Lies.UNKNOWN:
            detail.action(self.tr("Add a card…"), self.page.add_card, icon="user-plus")
        if line.state is Lies.READ and line.kind != "receipt":
            detail.action(self.tr("Put a receipt into the folder"), lambda: self.receipt(line), icon="clipboard-check")
        if line.state is Lies.OWN and line.settled:
            detail.action(self.tr("Delete from the folder"), lambda: self.clear(line), icon="trash-2")

    def _done(self, sentence: str) -> None:
        self.page.desk.say(sentence)
        self.page.reload()  # which has the folder looked at too


class FolderTab(QWidget):
    """Without a folder: what it is for and how to choose one."""

    def __init__(self, page: Doing) -> None:
        super().__init__()
        self.page = page
        self.words = page.words
        self.watch = page.desk.folder
        self.list = FolderList(page)
        self.where = label("", "small")
        self.fault = label("", role="problem")
        tidy = self.tr("Put what has been read into the subfolder {name}")
        self.tidy = QCheckBox(tidy.format(name=exchangefolder.READ))
        self.tidy.clicked.connect(self._set_tidy)
        self.stack = QStackedWidget()
        sentence = self.tr(
            "A folder that Syncthing, Nextcloud or a file share carries between offices. Bundles are put there "
            "encrypted, and those of colleagues are offered to you when they come. The program itself sends nothing."
        )
        step = self.tr("Choose the folder…") if page.may_export else ""
        self.stack.addWidget(Empty("folder-open", sentence, step, self.choose))
        self.stack.addWidget(self._whole())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.watch.looked.connect(self._draw)
        self.watch.start()
        self._draw()

    def show_view(self, view: ExchangeView) -> None:
        """Nothing of the reading is shown here."""

    def choose(self) -> None:
        """Ask for the folder."""
        ask_folder(self, self.tr("Choose the exchange folder"), self.take)

    def take(self, folder: Path) -> None:
        """Watch this folder from now on, once it has been shown that bundles can be written there."""
        self.page.tasks.run_apart(
            self, lambda vault, _progress: exchangefolder.prove(folder, vault), self.page.tasks.workspace.folder,
            then=lambda proven: self._write(exchangefolder.take, proven), failed=self._refused,
        )  # fmt: skip

    def leave(self) -> None:
        """Watch no folder any more."""
        self._write(exchangefolder.leave)

    def _whole(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QWidget()
        around = QVBoxLayout(head)
        around.setContentsMargins(px(1.5), px(1), px(1.5), 0)
        around.setSpacing(px(0.75))
        for one in (self.where, self.fault, self.tidy):
            around.addWidget(one)
        column.addWidget(head)
        self.list.split.turned.connect(head.setHidden)  # there is room for one thing at a time
        column.addWidget(self.list, 1)
        self.list.add_button(self.tr("Look now"), self.watch.look, "refresh-cw")
        if self.page.may_export:
            self.list.add_button(self.tr("Another folder…"), self.choose, "folder-open")
            self.list.add_button(self.tr("Stop watching"), self.leave, "x")
        self.tidy.setVisible(self.page.may_export)
        return whole

    def _set_tidy(self, wanted: bool) -> None:
        self._write(exchangefolder.set_tidy, wanted)

    def _write(self, work: Any, *args: Any) -> None:
        """One change of the choice, then a look."""
        self.page.tasks.write(self, work, *args, then=lambda _setting: self.watch.look(), failed=self._refused)

    def _refused(self, error: GviError) -> None:
        self._draw()
        self.page.tasks.failed.emit(error)

    def _draw(self) -> None:
        view: FolderView | None = self.watch.view
        if view is None or view.setting.path is None:
            self.stack.setCurrentIndex(0)
            return
        self.stack.setCurrentIndex(1)
        self.where.setText(self.tr("Watched: {path}").format(path=view.setting.path))
        self.fault.setText(self.words.text("exchange", f"folder_fault_{view.fault}") if view.fault else "")
        self.fault.setVisible(bool(view.fault))
        self.tidy.setChecked(view.setting.tidy)
        self.list.show_lines(view.lines)
