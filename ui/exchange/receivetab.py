"""Receive: who a bundle is from and what it would do, before anything is written; then one step with one undo."""

from __future__ import annotations

from pathlib import Path
from typing import Any, BinaryIO

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gvi_desktop.domain.errors import BundleError, GviError
from gvi_desktop.domain.ground import Ground
from gvi_desktop.services import fetching, receiving
from gvi_desktop.services.exchangeviews import ExchangeView
from gvi_desktop.services.incoming import Preview
from gvi_desktop.services.stopping import CANCELLED
from gvi_desktop.services.workspace import Workspace
from ui.exchange.listing import BundleSheet, incoming_columns, scrolled, tense
from ui.exchange.sides import Doing
from ui.kit.ask import ask
from ui.kit.busy import run_apart_with_bar, run_with_progress
from ui.kit.dates import show_date, show_moment
from ui.kit.empty import Empty
from ui.kit.files import ask_open
from ui.kit.tasks import Progress
from ui.kit.tokens import Tone

AHEAD = {"N_ERASED": "ahead_erased", "N_GAP": "ahead_gap", "N_CLOCK": "ahead_clock"}
"""Notices that say what has been done, as they are said before anything is."""
ORDER = {"changed": 1, "new": 2, "same": 3}


def _look(workspace: Workspace, path: Path, fetched: BinaryIO, progress: Progress) -> tuple[Any, Preview]:
    """The verified bundle and what it would do; beside the vault's readers, since a large one takes its time."""
    opened = workspace.read(receiving.read, path, fetched)
    return opened, workspace.read(receiving.preview, opened, progress)


def _take(workspace: Workspace, opened: Any, accept: bool, progress: Progress) -> Preview:
    return workspace.write(receiving.take_in, opened, progress, accept_unverified=accept, accept_invalid=accept)


class ReceiveTab(QWidget):
    """Nothing of a bundle is used before every byte of it has been verified."""

    def __init__(self, page: Doing) -> None:
        super().__init__()
        self.page = page
        self.words = page.words
        self.opened: Any = None
        self.found: Preview | None = None
        self.taken = False
        self.refusal, self._unknown = "", False
        self._grounds: tuple[Ground, ...] = ()
        self.sheet = BundleSheet(
            self.tr("Records of the bundle"), incoming_columns(page.words), page.words, lambda one: str(one.verdict),
            self.tr("All records"),
        )  # fmt: skip
        self.stack = QStackedWidget()
        sentence = self.tr("Choose a bundle you were given. First you see who it is from and what it would change.")
        self.stack.addWidget(Empty("inbox", sentence, self.tr("Choose a bundle…"), self.choose))
        self.stack.addWidget(scrolled(self.sheet))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)

    def show_view(self, view: ExchangeView) -> None:
        """Only what the grounds are called is needed here."""
        self._grounds = view.grounds

    def choose(self) -> None:
        """Ask for the file."""
        ask_open(self, self.tr("Choose a bundle"), self.tr("Encrypted bundles (*.age)"), self.look)

    def look(self, path: Path) -> None:
        """Open, verify and show; nothing is written."""
        self.opened, self.found, self.taken, self.refusal = None, None, False, ""
        silent = self.tr("The folder {folder} does not answer. Everything else goes on; you can cancel and try again.")
        run_apart_with_bar(
            self, self.page.tasks, self.tr("Reading the file"), fetching.fetch, path,
            silent=silent.format(folder=path.parent), then=lambda file: self._open(path, file), failed=self._refused,
        )  # fmt: skip

    def _open(self, path: Path, fetched: BinaryIO) -> None:
        run_with_progress(
            self, self.page.tasks, self.tr("Opening the bundle"), _look, self.page.tasks.workspace, path, fetched,
            then=self._show, failed=self._refused,
        )  # fmt: skip

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
        run_with_progress(
            self, self.page.tasks, self.tr("Taking in the bundle"), _take, self.page.tasks.workspace, self.opened,
            accept, then=self._taken, failed=self._refused,
        )  # fmt: skip

    def _show(self, answer: tuple[Any, Preview]) -> None:
        self.opened, self.found = answer
        self._draw()

    def _taken(self, found: Preview) -> None:
        self.found, self.taken = found, True
        self.page.desk.say(self.tr("Taken in"), undo=found.changes)
        self._draw()
        self.page.reload()

    def _refused(self, error: GviError) -> None:
        if error.code == CANCELLED:
            self.page.desk.say(self.tr("Cancelled. Nothing was changed."))
            if self.found is None:
                self.stack.setCurrentIndex(0)
            return
        self.refusal, self._unknown = self.words.error(error), error.code == "E_UNKNOWN_SENDER"
        self._draw()
        # What a colleague really signed is named in the list, and the next receipt tells them why.
        if isinstance(error, BundleError) and error.refused is not None:
            self.page.tasks.write(self, receiving.note_refusal, error, then=lambda _answer: self.page.reload())

    def _draw(self) -> None:
        detail, found = self.sheet.detail, self.found
        self.stack.setCurrentIndex(1)
        detail.start()
        if self.refusal or found is None:
            detail.title(self.tr("The bundle was not taken in"))
            detail.notice(self.refusal, Tone.LATE)
            if self._unknown and self.page.may_export:
                detail.action(self.tr("Add a card…"), self.page.add_card, icon="user-plus")
            detail.action(self.tr("Choose another…"), self.choose, icon="folder-open")
            self.sheet.show_records([])
            return
        written = self.tr("written {time} by {user}").format(time=show_moment(found.created), user=found.user)
        receipt = found.kind == "receipt"
        title = self.tr("Receipt from {name}") if receipt else self.tr("From {name}")
        detail.title(title.format(name=found.sender), written)
        detail.badge(self._verified(found), Tone.GOOD if found.verified else Tone.SOON)
        if self.taken:
            detail.badge(self.tr("Taken in"), Tone.GOOD)
        self._buttons(found)
        if receipt:
            text = self.tr("It holds no records. Bundles of yours it speaks of: {count}.")
            detail.text(text.format(count=found.receipts))
        else:
            detail.section(self.tr("What it has done") if self.taken else self.tr("What it would do"))
            self._counts(found)
        for code in found.notices:
            ahead = "" if self.taken else AHEAD.get(code, "")
            section, name = ("exchange", ahead) if ahead else ("errors", code)
            detail.notice(self.words.sentence(section, name, found.notice(code)))
        self._terms(found)
        self.sheet.head(tense(taken=self.taken))
        # What is to be looked at comes first, what changes nothing last.
        self.sheet.show_records(sorted(found.records, key=lambda one: ORDER.get(one.verdict, 0)))

    def _verified(self, found: Preview) -> str:
        """How and when the sender's keys were compared."""
        if not found.verified or found.verified_how is None:
            return self.tr("Verified") if found.verified else self.tr("Not verified")
        how = self.words.value(found.verified_how)
        return self.tr("Verified: {how}, {date}").format(how=how, date=show_date(found.verified_on))

    def _terms(self, found: Preview) -> None:
        """On which ground and conditions it was disclosed: read before it is taken in."""
        told = found.disclosure
        if not told:
            return
        code = told.get("ground", "")
        known = next((one.title for one in self._grounds if one.code == code), "")
        detail = self.sheet.detail
        detail.section(self.tr("Disclosed to you"))
        detail.row(self.words.label("disclosure", "ground"), told.get("title") or known or code)
        for name in ("weighing", "conditions"):
            detail.row(self.words.label("disclosure", name), told.get(name, ""))
        if told.get("conditions"):
            detail.notice(self.tr("Taking it in binds you to the conditions. They stay with every record it brings."))

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
            (self.tr("With fields withheld: {count}"), found.incomplete, Tone.NEUTRAL),
        ):
            if number:
                self.sheet.detail.badge(text.format(count=number), tone)
        if not found.changes and not found.quarantined and not found.withheld:
            self.sheet.detail.text(self.tr("Everything in it is here already."), quiet=True)
        if found.quarantined:
            self.sheet.detail.text(
                self.tr("What a later version wrote is kept whole until this program can read it."), quiet=True
            )
        if found.incomplete:
            text = self.tr("Withheld is not empty: choose a record to read which of its fields were not handed out.")
            self.sheet.detail.text(text, quiet=True)
        if found.withheld:
            self.sheet.detail.text(self.tr("What the sender may not write here is left as it is."), quiet=True)
