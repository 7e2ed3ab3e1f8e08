"""A dialog stays whole on the screen, whatever page it turns to."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.kit.ask import Question
from ui.kit.text import label


def test_a_dialog_that_grows_keeps_its_answers_on_the_screen(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    question = Question(host, "Whom", "Few words.", "Go on")
    question.open()
    room = question.screen().availableGeometry()
    question.move(room.left() + 40, room.bottom() - question.height() - 20)
    low = question.y()
    question.column.addWidget(label("\n".join(f"Line {n}" for n in range(25))))
    qtbot.waitUntil(lambda: question.y() < low)
    assert room.contains(question.frameGeometry())
    question.reject()
