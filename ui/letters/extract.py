"""The subject access extract from the window: who, the secrecy test, and where to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gvi_desktop.domain.record import Compartment
from gvi_desktop.services import filepassword, pickers, subject_extract
from gvi_desktop.services.subject_extract import SecrecyTest
from ui.kit.ask import Question
from ui.kit.desk import Desk
from ui.kit.fields.number import CheckField
from ui.kit.fields.ref import RefField
from ui.kit.fields.text import NoteField, TextField
from ui.kit.filepassword import FilePassword
from ui.kit.files import ask_save
from ui.kit.form import Form

FILE = "PDF (*.pdf)"


def ask_extract(parent: QWidget, desk: Desk) -> Question:
    """Ask for the person and the secrecy test, then for the file; nothing is made before all three are known."""
    password = FilePassword()
    form = Form(
        [
            RefField(
                "person", desk.tasks, pickers.person_options, pickers.resolve_people,
                QCoreApplication.translate("Extract", "Person"), required=True,
            ),
            TextField("by", QCoreApplication.translate("Extract", "Secrecy tested by"), required=True, cap=80),
            NoteField("result", QCoreApplication.translate("Extract", "What the test came to"), required=True, lines=3),
            CheckField("without", QCoreApplication.translate("Extract", "Leave out phone line and help")),
            password,
        ],
        desk.words,
        "person",
    )  # fmt: skip
    form.tighten()
    title = QCoreApplication.translate("Extract", "Subject access extract")
    text = QCoreApplication.translate(
        "Extract",
        "Everything held on one person, without the names of others. Test secrecy first; the extract is noted in the "
        "log and as a disclosure.",
    )
    question = Question(parent, title, text, QCoreApplication.translate("Extract", "Choose a file"), body=form)

    def complete() -> bool:
        values = form.values()
        known = values["person"] and values["by"] and values["result"]
        return bool(known and filepassword.fits(password.value()))

    def chosen() -> None:
        values = form.values()
        without = frozenset({Compartment.HELP}) if values["without"] else frozenset[Compartment]()
        tested = SecrecyTest(values["by"], values["result"], without)
        name, code = QCoreApplication.translate("Extract", "extract") + ".pdf", password.value()
        ask_save(parent, title, name, FILE, lambda path: _save(parent, desk, values["person"], tested, path, code))

    question.yes.setEnabled(False)
    for changed in (form.changed, password.line.textChanged):
        changed.connect(lambda *_: question.yes.setEnabled(complete()))
    question.accepted.connect(chosen)
    question.open()
    form.focus_first()
    return question


def _save(parent: QWidget, desk: Desk, person: str, tested: SecrecyTest, path: Path, password: str = "") -> None:
    said = QCoreApplication.translate("Extract", "The extract has been saved and noted.")
    desk.tasks.write(parent, subject_extract.save, person, tested, path, password, then=lambda _: desk.say(said))
