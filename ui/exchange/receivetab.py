"""Receive: who a bundle is from and what it would do, before anything is written; then one step with one undo."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gvi_desktop.domain.errors import BundleError, GviError
from gvi_desktop.services import receiving
from gvi_desktop.services.exchangeviews import ExchangeView
from gvi_desktop.services.incoming import Preview
from gvi_desktop.services.stopping import Progress
from ui.exchange.listing import BundleSheet, incoming_columns
from ui.exchange.sides import Doing
from ui.kit.ask import ask
from ui.kit.busy import run_with_progress
from ui.kit.dates import show_moment
from ui.kit.empty import Empty
from ui.kit.files import ask_open
from ui.kit.theme import px
from ui.kit.tokens import Tone


def _look(workspace: Any, path: Path) -> tuple[Any, Preview]:
    """The verified bundle and what it would do; beside the vault's readers, since a large one takes its time."""
    opened = workspace.read(receiving.read, path)
    return opened, workspace.read(receiving.preview, opened)


def _take(workspace: Any, opened: Any, accept: bool, progress: Progress) -> Preview:
    found: Preview = workspace.write(
        receiving.take_in, opened, progress, accept_unverified=accept, accept_invalid=accept
    )
    return found


class ReceiveTab(QWidget):
    """Nothing of a bundle is used before every byte of it has been verified."""

    def __init__(self, page: Doing) -> None:
        super().__init__()
        self.page = page
        self.words = page.words
        self.opened: Any = None
        self.found: Preview | None = None
        self.taken = False
        self.refusal = ""
        self.sheet = BundleSheet(self.tr("Records of the bundle"), incoming_columns(page.words), page.words)
        self.stack = QStackedWidget()
        sentence = self.tr("Choose a bundle you were given. First you see who it is from and what it would change.")
        self.stack.addWidget(Empty("inbox", sentence, self.tr("Choose a bundle…"), self.choose))
        self.stack.addWidget(self.sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)

    def show_view(self, view: ExchangeView) -> None:
        """Nothing of the reading is shown here."""

    def choose(self) -> None:
        """Ask for the file."""
        ask_open(self, self.tr("Choose a bundle"), self.tr("Encrypted bundles (*.age)"), self.look)

    def look(self, path: Path) -> None:
        """Open, verify and show; nothing is written."""
        self.opened, self.found, self.taken, self.refusal = None, None, False, ""
        self.page.tasks.run(
            self, _look, self.page.tasks.workspace, path, then=self._show, failed=lambda error: self._refused(error)
        )

    def take_in(self) -> None:
        """One step; from an unverified contact only after somebody has said so, each time."""
        if self.opened is None or self.found is None:
            return
        invalid = self.found.invalid_since is not None
        if self.found.verified and not invalid:
            self.take(False)
            return
        text = self.tr(
            "The keys of {name} have not been compared. The bundle is signed with them, but it may come from "
            "somebody else. Compare the twelve words first if you can."
        )
        if invalid:
            text = self.tr(
                "{name} has declared the key that signed it invalid. Somebody else may have made the bundle and "
                "written an earlier day in it. Ask {name} first, by phone to a number you already had."
            )
        ask(
            self,
            self.tr("Take in although its key does not count?")
            if invalid
            else self.tr("Take in from an unverified contact?"),
            text.format(name=self.found.sender),
            self.tr("Take in this time"),
            lambda: self.take(True),
            danger=True,
        )

    def take(self, accept: bool) -> None:
        """Merge the bundle that is shown."""
        tasks, title = self.page.tasks, self.tr("Taking in the bundle …")
        work = (_take, tasks.workspace, self.opened, accept)
        run_with_progress(self, tasks, title, *work, then=self._taken, failed=self._stopped)

    def _show(self, answer: tuple[Any, Preview]) -> None:
        self.opened, self.found = answer
        self._draw()

    def _taken(self, found: Preview) -> None:
        self.found, self.taken = found, True
        self.page.desk.say(self.tr("Taken in"), undo=found.changes)
        self._draw()
        self.page.reload()

    def _stopped(self, error: GviError) -> None:
        """Cancelled: the preview stays, since nothing has changed."""
        if error.code == "E_CANCELLED":
            self.page.desk.say(self.words.error(error))
        else:
            self._refused(error)

    def _refused(self, error: GviError) -> None:
        self.refusal = self.words.error(error)
        self._draw()
        # What a colleague really signed is named in the list, and the next receipt tells them why.
        if isinstance(error, BundleError) and error.refused is not None:
            self.page.tasks.write(self, receiving.note_refusal, error, then=lambda _answer: self.page.reload())

    def _draw(self) -> None:
        detail, found = self.sheet.detail, self.found
        self.stack.setCurrentWidget(self.sheet)
        detail.start()
        if self.refusal or found is None:
            detail.title(self.tr("The bundle was not taken in"))
            detail.notice(self.refusal, Tone.LATE)
            detail.action(self.tr("Choose another…"), self.choose, icon="folder-open")
            self.sheet.show_records([])
            return
        written = self.tr("written {time} by {user}").format(time=show_moment(found.created), user=found.user)
        receipt = found.kind == "receipt"
        title = self.tr("Receipt from {name}") if receipt else self.tr("From {name}")
        detail.title(title.format(name=found.sender), written)
        detail.badge(
            self.tr("Verified") if found.verified else self.tr("Not verified"),
            Tone.GOOD if found.verified else Tone.SOON,
        )
        if self.taken:
            detail.badge(self.tr("Taken in"), Tone.GOOD)
        self._buttons(found)
        for code in found.notices:
            detail.notice(self.words.sentence("errors", code, found.notice(code)))
        if receipt:
            text = self.tr("It holds no records. Bundles of yours it speaks of: {count}.")
            detail.text(text.format(count=found.receipts))
        else:
            detail.section(self.tr("What it has done") if self.taken else self.tr("What it would do"))
            self._counts(found)
        if found.disclosure:
            detail.section(self.tr("Disclosed to you"))
            for name in ("ground", "weighing", "conditions"):
                detail.row(self.words.label("disclosure", name), found.disclosure.get(name, ""))
        self.sheet.show_records(found.records)
        self.sheet.setSizes([px(40), px(40)])

    def _buttons(self, found: Preview) -> None:
        detail = self.sheet.detail
        if not self.taken:
            if self.page.may_export:
                detail.action(self.tr("Take in"), self.take_in, icon="check", kind="primary")
        else:
            if found.clashing:
                detail.action(
                    self.tr("Settle the conflicts"), lambda: self.page.turn_to("conflicts"), icon="git-merge",
                    kind="primary",
                )  # fmt: skip
            if found.kind != "receipt":
                detail.action(
                    self.tr("Write a receipt…"), lambda: self.page.receipt_for(found.bundle_id), icon="clipboard-check"
                )
        detail.action(self.tr("Choose another…"), self.choose, icon="folder-open")

    def _counts(self, found: Preview) -> None:
        counts = found.counts
        for text, number, tone in (
            (self.tr("New: {count}"), counts.get("new", 0), Tone.GOOD),
            (self.tr("Changed: {count}"), counts.get("changed", 0), Tone.ACCENT),
            (self.tr("Unchanged: {count}"), counts.get("same", 0), Tone.NEUTRAL),
            (self.tr("In conflict: {count}"), counts.get("conflict", 0), Tone.SOON),
            (self.tr("Not allowed: {count}"), found.withheld, Tone.NEUTRAL),
            (self.tr("Erased: {count}"), found.erased, Tone.LATE),
            (self.tr("Kept aside: {count}"), found.quarantined, Tone.SOON),
        ):
            if number:
                self.sheet.detail.badge(text.format(count=number), tone)
        if not found.records and not found.quarantined:
            self.sheet.detail.text(self.tr("Everything in it is here already."), quiet=True)
        if found.quarantined:
            self.sheet.detail.text(
                self.tr("What a later version wrote is kept whole until this program can read it."), quiet=True
            )
        if found.withheld:
            self.sheet.detail.text(self.tr("What the sender may not write here is left as it is."), quiet=True)
