"""Review tab: last month's sample of the history, each entry marked by a second user as fine or to be followed up."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QPlainTextEdit

from gvi_desktop.domain.deed import Judgement
from gvi_desktop.services import sampling
from gvi_desktop.services.sampling import SampleLine
from ui.kit.act import Act
from ui.kit.ask import Question
from ui.kit.cards import Button, card
from ui.kit.dates import show_moment
from ui.kit.text import labelled
from ui.kit.theme import px
from ui.kit.tokens import Tone
from ui.office.tab import OfficeTab


class ReviewTab(OfficeTab):
    """What waits comes first; nobody judges what they did themselves."""

    def name(self) -> str:
        return self.tr("Review")

    @staticmethod
    def fetch(unit: Any) -> Any:
        return sampling.listed(unit)

    def draw(self, found: list[SampleLine]) -> None:
        self.title(
            self.tr("Review of the history"),
            self.tr(
                "Each month {count} of last month's reads, searches, prints and exports are drawn by lot. Somebody "
                "other than the one who did it says whether it was part of the work. Approvals given within minutes by "
                "a user whom the one who entered it had added are drawn beside them."
            ).format(count=sampling.SIZE),
        )
        waiting = [one for one in found if one.verdict is None]
        judged = [one for one in found if one.verdict is not None]
        if not found:
            self.text(self.tr("Nothing has been drawn yet. The first sample comes when the month is over."), quiet=True)
            return
        self.section(self.tr("To look at ({count})").format(count=len(waiting)))
        if not waiting:
            self.text(self.tr("Everything has been looked at."), quiet=True)
        self.each(waiting, self._card)
        if judged:
            self.section(self.tr("Looked at"))
            self.each(judged, self._card)

    def _card(self, one: SampleLine) -> Any:
        line = one.line
        what = line.title or (self.words.kind(line.kind) if line.kind else "")
        name = f"{show_moment(line.at)} · {line.by} · {self.words.action(line.action)}" + (f" · {what}" if what else "")
        tone = {Judgement.FINE: Tone.GOOD, Judgement.FOLLOW_UP: Tone.LATE}
        badges = [(self.words.value(one.verdict), tone[one.verdict])] if one.verdict else []
        said = self.tr("{name}, {when}").format(name=one.by, when=show_moment(one.at)) if one.at else ""
        own = "" if one.may_review or one.verdict else self.tr("Another user has to look at this one.")
        buttons = []
        if one.may_review and one.verdict is None:
            buttons = [
                Button(self.words.value(Judgement.FINE), partial(self._judge, line.seq, Judgement.FINE), "check"),
                Button(self.tr("Follow up …"), partial(self._ask, line.seq), "flag"),
            ]
        hasty = ""
        if one.hasty:
            hasty = self.tr(
                "Approved within minutes, by a user whom the one who entered it had added. Are they two people, and "
                "did the second look for themselves?"
            )
        return card(name, badges=badges, lines=[hasty, one.note, said, own], buttons=buttons)

    def _ask(self, seq: int) -> None:
        note = QPlainTextEdit()
        note.setTabChangesFocus(True)
        note.setFixedHeight(px(12))
        body = labelled(self.tr("What is to be followed up, and with whom"), note)
        question = Question(self, self.tr("Follow up"), "", self.tr("Mark"), body=body)
        question.yes.setEnabled(False)
        note.textChanged.connect(lambda: question.yes.setEnabled(bool(note.toPlainText().strip())))
        question.accepted.connect(lambda: self._judge(seq, Judgement.FOLLOW_UP, note.toPlainText()))
        question.open()

    def _judge(self, seq: int, verdict: Judgement, note: str = "") -> None:
        self.page.do(Act(sampling.review, seq, verdict, note), then=lambda _: self.reload())
