"""Asking how a paper is wanted before it becomes a PDF file: copies, language, and what else the paper needs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gvi_desktop.services.papers import Order
from ui.kit.act import Act
from ui.kit.ask import Question, ask
from ui.kit.desk import Desk
from ui.kit.fields.field import Field
from ui.kit.fields.number import NumberField
from ui.kit.filepassword import FilePassword
from ui.kit.files import ask_save
from ui.kit.form import Form, Row

Write = Callable[[Order, dict[str, Any], Path, str], Act]
"""What writes the file: the order, the values of the other fields, where to, and its password (empty: none)."""


def ask_paper(
    parent: QWidget, desk: Desk, title: str, name: str, write: Write, *, more: Sequence[Field | Row] = (),
    said: str = "", first: dict[str, Any] | None = None, handout: bool = False,
) -> Question:  # fmt: skip
    """Ask for copies and for `more`, then for the file; `name` is the file's proposed name and tells of nobody. A
    `handout` is given away: its copies have no numbers, and its file needs neither password nor deletion."""
    numbered = QCoreApplication.translate("PaperAsk", "Numbered copies")
    copies = NumberField(
        "copies", QCoreApplication.translate("PaperAsk", "Copies") if handout else numbered, low=1, high=99
    )
    password = FilePassword()
    form = Form([copies, *more, *([] if handout else [password])], desk.words, "paper")
    form.tighten()
    form.load({"copies": 1, **(first or {})})

    def chosen() -> None:
        values = form.values()
        order, word = Order(values["copies"] or 1, False, ""), password.value()
        pattern = QCoreApplication.translate("PaperAsk", "PDF files (*.pdf)")
        ask_save(parent, title, name, pattern, lambda path: _run(parent, desk, write(order, values, path, word), said))

    text = QCoreApplication.translate("PaperAsk", "The paper becomes a PDF file, which you print and then delete.")
    if handout:
        text = QCoreApplication.translate("PaperAsk", "The handout becomes a PDF file to print.")
    yes = QCoreApplication.translate("PaperAsk", "Choose a file")
    question = ask(parent, title, text, yes, chosen, body=form)
    password.hold(question)
    return question


def _run(parent: QWidget, desk: Desk, act: Act, said: str) -> None:
    told = said or QCoreApplication.translate("PaperAsk", "Written, and entered in the disclosure register")

    def done(_answer: object) -> None:
        desk.say(told)

    desk.tasks.write(parent, act.work, *act.args, then=done)
