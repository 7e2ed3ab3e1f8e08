"""New recovery words: shown once, asked back from paper in the same sitting, and only then put in force."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from gvi_desktop.services import recoverywords
from ui.kit.ask import OTHERWISE, Question
from ui.kit.recoverypaper import ReadBack, WordsGrid, print_words
from ui.kit.text import button
from ui.office.tab import OfficeTab


class NewWords(QObject):
    """Asks for new recovery words on behalf of a tab; `then` is called when they are in force."""

    def __init__(self, tab: OfficeTab, office: str, then: Callable[[], object]) -> None:
        super().__init__(tab)
        self._tab, self._office, self._then = tab, office, then

    def begin(self) -> None:
        """Make words and show them. Nothing in the vault changes by it."""
        self._show(recoverywords.propose(self._tab.words.language).split())

    def _show(self, words: Sequence[str]) -> None:
        body = WordsGrid(words)
        text = self.tr(
            "Write these 24 words down or print them, and lock the paper away. They are shown this once only. Next you "
            "are asked for three of them; until then the old paper stays in force, and cancelling changes nothing. "
            "A printer may keep a copy of what it prints."
        )
        question = Question(self._tab, self.tr("New recovery words"), text, self.tr("I have them on paper"), body=body)
        question.beside(
            button(self.tr("Print …"), lambda: print_words(question, words, self._office), icon_name="printer")
        )
        question.accepted.connect(lambda: self._read_back(words))
        question.open()

    def _read_back(self, words: Sequence[str]) -> None:
        read = ReadBack(words)
        text = self.tr(
            "Write these words from your paper. Then the new words take the place of the old ones, the vault gets a "
            "new key, and the old paper can be destroyed. Backups made before still open with the old words."
        )
        title = self.tr("Read it back")
        question = Question(self._tab, title, text, self.tr("Put the new words in force"), body=read)

        def go() -> None:
            wrong = read.wrong()
            question.problem(wrong)
            if not wrong:
                question.done(OTHERWISE)
                self._renew(words)

        question.yes.clicked.disconnect()
        question.yes.clicked.connect(go)
        read.entered.connect(go)
        question.also(self.tr("Show the words again"), lambda: self._show(words))
        question.open()
        read.first()

    def _renew(self, words: Sequence[str]) -> None:
        page = self._tab.page
        page.desk.say(self.tr("The vault is being given a new key …"))
        workspace = page.tasks.workspace
        page.tasks.run(self._tab, recoverywords.renew, workspace, " ".join(words), then=lambda _answer: self._then())
