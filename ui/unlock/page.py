"""Everything before a vault is open, one card at a time; the slow work runs beside, and the window stays alive."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from gvi_desktop.domain.errors import GviError
from gvi_desktop.settings import Settings
from ui.kit.errands import Errands
from ui.kit.language import LANGUAGES
from ui.kit.text import button, label
from ui.kit.theme import px
from ui.unlock.card import Card
from ui.unlock.doors import Doors
from ui.unlock.sign_in import SignIn

if TYPE_CHECKING:
    from gvi_desktop.services.vaultfolder import SlotInfo
    from ui.unlock.create import OfficeStep, UserStep
    from ui.unlock.rescuing import Rescuing


class UnlockPage(QWidget):
    """`opened(workspace, folder, start)`: start is "", or "import" when a new vault should begin with a workbook."""

    opened = Signal(object, object, str)
    language_wanted = Signal(str)

    def __init__(
        self,
        settings: Settings,
        errands: Errands,
        folder: Path | None = None,
        doors: Doors | None = None,
        user: str = "",
    ) -> None:
        super().__init__()
        self.setObjectName("cover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._settings = settings
        self._errands = errands
        self._doors = doors or Doors()
        self._user = user
        self.folder = folder
        self._rescuing: Rescuing | None = None
        self.cards = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._languages: list[QPushButton] = []
        column.addLayout(self._top())
        column.addWidget(self.cards, 1)
        self._slots: Sequence[SlotInfo] = ()
        if folder is not None:
            self.offer(folder)
        else:
            self.welcome()

    @property
    def language(self) -> str:
        """What is spoken on the page."""
        return self._settings.language

    def close_rescue(self) -> None:
        """Before the page goes: what was opened for looking is closed."""
        if self._rescuing is not None:
            self._rescuing.close()

    @property
    def card(self) -> Any:
        """The card in view."""
        return self.cards.currentWidget()

    def welcome(self, problem: str = "") -> None:
        from ui.unlock.welcome import Welcome

        card = Welcome(with_demonstration=self._doors.demonstrate is not None)
        card.make.connect(self.begin)
        card.open_.connect(self._ask_folder)
        card.demonstrate.connect(self._demonstrate)
        card.say(problem)
        self.turn(card)

    def offer(self, folder: Path) -> None:
        """Ask for the passphrase of a vault; what is no vault is said on the first card."""
        try:
            self._slots = self._doors.slots(folder)
            problem = ""
        except GviError as error:
            problem = self._worded(error)
            if error.code != "keys_damaged":
                self.welcome(problem)
                return
            self._slots = ()  # a backup has them too
        self.folder = folder
        card = SignIn(folder, self._slots)
        card.say(problem)
        card.damaged.connect(self._rescue)
        card.choose(self._user)
        card.wanted.connect(self._unlock)
        card.forgotten.connect(self._recover)
        card.other.connect(self.welcome)
        self.turn(card)

    def begin(self) -> None:
        """The first step of a new vault."""
        from ui.kit.words import Words
        from ui.unlock.create import OfficeStep, UserStep

        office, user = OfficeStep(Words(self._settings.language)), UserStep(self._errands)
        office.back.connect(self.welcome)
        office.done.connect(lambda: self._second(office, user))
        user.back.connect(lambda: self.turn(office, keep=True))
        user.done.connect(lambda: self._create(office, user))
        self._forget()
        self.turn(office, keep=True)
        self.cards.addWidget(user)

    def _second(self, office: OfficeStep, user: UserStep) -> None:
        values = office.form.values()
        user.propose(values["programme"], values["town"])
        self.turn(user, keep=True)

    def _create(self, office: OfficeStep, user: UserStep) -> None:
        from ui.unlock.create import new_vault

        wanted, folder = new_vault(office.form, user, self._settings.language), user.folder
        self.work(user, True)
        self._errands.run(
            self, self._doors.create, folder, wanted,
            then=lambda made: self._show_key(made[0], made[1], folder, wanted.office),
            failed=lambda error: self.refuse(user, error),
        )  # fmt: skip

    def _show_key(self, workspace: Any, recovery: str, folder: Path, office: str) -> None:
        from ui.unlock.recovery import RecoveryKey, RecoveryTest

        words = recovery.split()
        shown, test = RecoveryKey(words, office), RecoveryTest(words)
        shown.done.connect(lambda: self.turn(test, keep=True))
        test.back.connect(lambda: self.turn(shown, keep=True))
        test.done.connect(lambda: self._ready(workspace, folder))
        self._forget()
        self.cards.addWidget(test)
        self.turn(shown, keep=True)

    def _ready(self, workspace: Any, folder: Path) -> None:
        card = Card(
            self.tr("Your vault is ready"),
            self.tr("Bring in a workbook you already keep, or begin with an empty desk. You can import later too."),
        )
        bring = button(
            self.tr("Import a workbook"), lambda: self.opened.emit(workspace, folder, "import"),
            kind="primary", icon_name="file-down",
        )  # fmt: skip
        card.column.addWidget(bring)
        card.column.addWidget(button(self.tr("Begin"), lambda: self.opened.emit(workspace, folder, "")))
        card.end()
        self.turn(card)
        bring.setFocus()

    def _unlock(self, user: str, passphrase: str) -> None:
        card, folder = self.card, self.folder
        self.work(card, True)
        self._errands.run(
            self, self._doors.unlock, folder, user or None, passphrase,
            then=lambda workspace: self.unlocked(workspace, folder),
            failed=lambda error: self._not_unlocked(card, error),
        )  # fmt: skip

    def unlocked(self, workspace: Any, folder: Path | None) -> None:
        """Into the vault; what is missing in it is told first."""
        if (workspace.older is None and workspace.again is None) or folder is None:
            self.opened.emit(workspace, folder, "")
            return
        from ui.unlock.older import OlderCard

        card = OlderCard(workspace.older, self._settings.language, workspace.again)

        def leave() -> None:
            workspace.close()
            self.offer(folder)

        def go_on() -> None:
            if workspace.older is not None:
                workspace.accept_older()
            self.opened.emit(workspace, folder, "")

        card.go_on.connect(go_on)
        card.leave.connect(leave)
        self.turn(card)

    def _rescue(self, user: str, passphrase: str) -> None:
        if self.folder is not None:
            from ui.unlock.rescuing import Rescuing

            self._rescuing = Rescuing(self, self._errands, self._doors, self.folder, user or None, passphrase)
            self._rescuing.look()

    def _recover(self) -> None:
        from ui.unlock.recover import Recover

        card, folder = Recover(self._slots, self._errands), self.folder
        card.back.connect(lambda: self.offer(folder) if folder else self.welcome())

        def go(user: str, words: str, passphrase: str) -> None:
            self.work(card, True)
            self._errands.run(
                self, self._doors.recover, folder, user or None, words, passphrase,
                then=lambda workspace: self.opened.emit(workspace, folder, ""),
                failed=lambda error: self.refuse(card, error),
            )  # fmt: skip

        card.wanted.connect(go)
        self.turn(card)

    def _demonstrate(self) -> None:
        if self._doors.demonstrate is None:
            return
        card = self.card
        self.work(card, True)
        self._errands.run(
            self, self._doors.demonstrate,
            then=lambda workspace: self.opened.emit(workspace, workspace.folder, ""),
            failed=lambda error: self.refuse(card, error),
        )  # fmt: skip

    def _ask_folder(self) -> None:
        from ui.kit.files import ask_folder

        ask_folder(self, self.tr("Open a vault (a folder)"), self.offer)

    def work(self, card: Card, busy: bool) -> None:
        """While a vault is being opened, and once it is, another language would throw it away with this page."""
        for choice in self._languages:
            choice.setVisible(not busy)
        card.work(busy)

    def _not_unlocked(self, card: SignIn, error: GviError) -> None:
        self.work(card, False)
        card.refused(self._worded(error))

    def refuse(self, card: Card, error: GviError) -> None:
        self.work(card, False)
        card.say(self._worded(error))
        card.first()

    def _worded(self, error: GviError) -> str:
        from ui.kit.words import Words

        return Words(self._settings.language).error(error)

    def turn(self, card: Card, *, keep: bool = False) -> None:
        if not keep:
            self._forget()
        if self.cards.indexOf(card) < 0:
            self.cards.addWidget(card)
        self.cards.setCurrentWidget(card)
        card.first()

    def _forget(self) -> None:
        """Take away the cards of before, with all that was typed on them."""
        while (card := self.cards.widget(0)) is not None:
            self.cards.removeWidget(card)
            card.deleteLater()

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(px(2.5), px(1.5), px(1.5), 0)
        row.addWidget(label("GVI Desktop", strong=True, wrap=False))
        row.addStretch()
        for code, name in LANGUAGES.items():
            if code != self._settings.language:
                self._languages.append(button(name, partial(self.language_wanted.emit, code), kind="quiet"))
                row.addWidget(self._languages[-1])
        return row
