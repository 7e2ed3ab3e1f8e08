"""A new vault, step by step: the office and its purpose, then the user and the passphrase."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from gvi_desktop.domain.agency import AgencyKind
from gvi_desktop.domain.office import OfficeDraft, problems
from gvi_desktop.paths import documents_folder
from gvi_desktop.services.unlocking import NewVault
from ui.kit.errands import Errands
from ui.kit.fields.choice import ChoiceField
from ui.kit.fields.text import NoteField, TextField
from ui.kit.files import ask_folder
from ui.kit.form import Form
from ui.kit.text import button, labelled, muted
from ui.kit.theme import px
from ui.kit.words import Words
from ui.unlock.card import Card
from ui.unlock.passphrase import PassphraseEdit
from ui.unlock.strength import ENOUGH, Strength


class OfficeStep(Card):
    """First step: which office this is and why it keeps records of people."""

    done = Signal()
    back = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__(
            self.tr("1 of 3 · Your office"),
            self.tr("The owner agency and the purpose are printed on everything that leaves this program."),
            wide=72,
        )
        self.form = Form(
            [
                TextField("programme", required=True),
                TextField("town", required=True),
                TextField("agency", required=True),
                ChoiceField("agency_kind", AgencyKind, required=True, pills=False),
                NoteField("purpose", required=True, lines=3),
            ],
            words,
            kind="office",
            draft=OfficeDraft,
        )
        self.form.tighten()
        self.form.load(OfficeDraft())
        self.column.addWidget(self.form)
        self.end()
        row = QHBoxLayout()
        row.addWidget(button(self.tr("Next"), self.go, kind="primary"))
        row.addWidget(button(self.tr("Back"), self.back.emit))
        row.addStretch()
        self.column.addLayout(row)

    def go(self) -> None:
        rest = self.form.show_problems(problems(self.form.make(OfficeDraft)))
        self.say("\n".join(rest))
        if problems(self.form.make(OfficeDraft)):
            self.form.focus_first(wrong=True)
        else:
            self.done.emit()

    def first(self) -> None:
        self.form.focus_first()


class UserStep(Card):
    """Second step: who one is, a passphrase, and where the vault is to lie."""

    done = Signal()
    back = Signal()

    def __init__(self, errands: Errands) -> None:
        super().__init__(
            self.tr("2 of 3 · You and your passphrase"),
            self.tr("Nobody can look the passphrase up for you. The next step gives you a recovery key for paper."),
            wide=64,
        )
        self.known: list[str] = []
        self.user = QLineEdit()
        self.user.setMaxLength(80)
        self.passphrase = PassphraseEdit(self.tr("Passphrase"))
        self.again = PassphraseEdit(self.tr("Passphrase once more"))
        self.again.entered.connect(self.go)
        self.strength = Strength(errands)
        self.passphrase.changed.connect(lambda text: self.strength.measure(text, [*self.known, self.user.text()]))
        name = labelled(self.tr("Your name"), self.user)
        self.folder = documents_folder() / "GVI.gvi"
        self._where = muted("")
        for widget in (name, self.passphrase, self.strength, self.again):
            self.column.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self._where, 1)
        row.addWidget(button(self.tr("Keep it elsewhere …"), self._ask, kind="quiet"))
        self.column.addLayout(row)
        self.end()
        row = QHBoxLayout()
        row.setSpacing(px(1))
        row.addWidget(button(self.tr("Create the vault"), self.go, kind="primary"))
        row.addWidget(button(self.tr("Back"), self.back.emit))
        row.addStretch()
        self.column.addLayout(row)

    def propose(self, programme: str, town: str) -> None:
        """Take from the office what weakens a passphrase, and a name for the folder."""
        self.known = [*programme.split(), town]
        safe = "".join(sign for sign in programme if sign.isalnum() or sign in " -_").strip() or "GVI"
        folder, number = self.folder.parent / f"{safe}.gvi", 2
        while folder.exists():
            folder, number = folder.with_name(f"{safe} {number}.gvi"), number + 1
        self._keep_at(folder)

    def go(self) -> None:
        if not self.user.text().strip():
            self._wrong(self.tr("Write your name; the journal names who did what."), self.user)
        elif self.strength.score < ENOUGH:
            self._wrong(self.tr("The passphrase is too easy to guess. Add a word or two."), self.passphrase)
        elif self.passphrase.text() != self.again.text():
            self._wrong(self.tr("The two passphrases differ."), self.again)
        else:
            self.say("")
            self.done.emit()

    def first(self) -> None:
        self.user.setFocus()

    def _wrong(self, sentence: str, where: QLineEdit | PassphraseEdit) -> None:
        self.say(sentence)
        where.setFocus()

    def _ask(self) -> None:
        ask_folder(self, self.tr("Folder for the vault"), lambda path: self._keep_at(path / self.folder.name))

    def _keep_at(self, folder: Path) -> None:
        self.folder = folder
        self._where.setText(self.tr("The vault will lie at {folder}").format(folder=folder))


def new_vault(office: Form, user: UserStep, language: str) -> NewVault:
    """What the two steps ask for, together."""
    said = office.make(OfficeDraft)
    return NewVault(
        office=said.programme,
        town=said.town,
        agency=said.agency,
        agency_kind=said.agency_kind,
        purpose=said.purpose,
        user=user.user.text().strip(),
        passphrase=user.passphrase.text(),
        language=language,
    )
