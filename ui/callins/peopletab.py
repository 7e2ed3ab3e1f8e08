"""The people of a call-in: who is called on what basis, stops, notices and answers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout

from gvi_desktop.domain.invitee import Answer, Basis
from gvi_desktop.services import invitees
from gvi_desktop.services.callinviews import CallinView
from gvi_desktop.services.invitees import InviteeLine
from ui.callins.groupstrip import GroupStrip
from ui.callins.tabs import Doing, TableTab
from ui.kit.act import Act
from ui.kit.dates import show_date
from ui.kit.pills import PillRow
from ui.kit.table import Column
from ui.kit.text import button, label, muted
from ui.kit.theme import px
from ui.kit.tokens import Tone
from ui.kit.words import Words

ANSWERS = {Answer.COMING: Tone.GOOD, Answer.NOT_COMING: Tone.LATE, Answer.UNSURE: Tone.SOON}


class PeopleTab(TableTab):
    """A table by group; what stops somebody is said in full under it."""

    def __init__(self, page: Doing) -> None:
        super().__init__(page, QCoreApplication.translate("PeopleTab", "Invitees"), _columns(page.words))
        head = QHBoxLayout()
        head.setSpacing(px(1.5))
        self.sum = label("")
        if page.may_write:
            head.addWidget(button(self.tr("Invite people"), self._invite, icon_name="user-plus"))
        head.addWidget(self.sum, 1)
        self.top.addLayout(head)
        self.groups = GroupStrip(self._messengers, enabled=page.may_write)
        self.top.addWidget(self.groups)
        self.hint = muted(
            self.tr("No groups are in view yet. Choose them with Change (F2); then pick their messengers here.")
        )
        self.top.addWidget(self.hint)
        self.table.say_when_empty(
            "users", self.tr("Who is to be called? Messengers who can carry the message home to their group."),
            self.tr("Invite people") if page.may_write else "", self._invite,
        )  # fmt: skip
        self.about = label("", role="problem")
        self.under.insertWidget(0, self.about)
        self.cleared = muted("")
        self.under.insertWidget(1, self.cleared)
        answers = [(None, self.tr("No answer yet")), *((one, page.words.value(one)) for one in Answer)]
        self.answers = PillRow(page.words.label("invitee", "answer"), answers)
        self.answers.chosen.connect(self._answered)
        if (pills := self.answers.layout()) is not None:
            pills.setContentsMargins(0, 0, 0, 0)
        self.under.insertWidget(2, self.answers)
        self.notice = self.add_action(self.tr("Notice given"), lambda one: page.open_form("notice", one), "mail")
        self.clear = self.add_action(
            self.tr("Clear the stop"), lambda one: page.open_form("clear", one), "shield-check"
        )
        self.add_action(self.tr("Change"), lambda one: page.open_form("invitee", one), "pencil")
        self.person = self.add_action(self.tr("The person's page"), self._go, "user")
        self.letter = self.add_action("", self._to_letter, "file-text")
        self.letter.setToolTip(self.tr("The notice letter in the register"))
        self.off = self.add_action(self.tr("Take off the list"), lambda one: page.do(Act(invitees.uninvite, one)), "x")

    def lines(self, view: CallinView) -> Sequence[InviteeLine]:
        return view.invitees

    def draw(self, view: CallinView) -> None:
        stopped = sum(bool(line.stops) for line in view.invitees)
        coming = sum(line.invitee.answer is Answer.COMING for line in view.invitees)
        groups = len({line.group for line in view.invitees if line.group})
        counted = (
            self.tr("{people} called · 1 group · {coming} coming")
            if groups == 1
            else self.tr("{people} called · {groups} groups · {coming} coming")
        )
        text = counted.format(people=len(view.invitees), groups=groups, coming=coming)
        if stopped:
            text += " · " + self.tr("stopped: {count}").format(count=stopped)
        self.sum.setText(text if view.invitees else "")
        self.hint.setVisible(view.callin.ahead and not view.gaps)
        self.groups.show_gaps(view.gaps if view.callin.ahead else ())

    def open(self) -> None:
        if self.page.may_write:
            self.page.open_form("invitee", self.current())

    def chosen(self, line: InviteeLine | None) -> None:
        if line is None:
            return
        self.about.setText("\n".join(self.words.problem(stop, "invitee") for stop in line.stops))
        self.about.setVisible(bool(line.stops))
        who = line.invitee
        cleared = self.tr("Stop cleared by {name}: {reason}").format(name=who.cleared_by, reason=who.cleared_reason)
        self.cleared.setText(cleared)
        self.cleared.setVisible(bool(line.cleared))
        self.clear.setVisible(bool(line.stops))
        self.notice.setEnabled(not line.stops)
        self.answers.choose(who.answer)
        self.off.setEnabled(self.view is not None and self.view.callin.ahead)
        self.person.setVisible(bool(who.person))
        number = self.view.letters.get(who.letter or "", "") if self.view is not None else ""
        self.letter.setText(self.tr("Letter {number}").format(number=number))
        self.letter.setVisible(bool(number))

    def _invite(self) -> None:
        if self.view is not None and self.page.may_write:
            self.page.open_form("invite", about=self.view.callin.id)

    def _messengers(self, group: str) -> None:
        if self.view is not None and self.page.may_write and self.view.callin.ahead:
            self.page.open_form("messengers", f"{self.view.callin.id}:{group}")

    def _to_letter(self, invitee_id: str) -> None:
        line = self.line()
        if line is not None and line.id == invitee_id and line.invitee.letter:
            self.page.desk.show_record("letter", line.invitee.letter)

    def _answered(self, said: Answer | None) -> None:
        if self.current():
            self.page.do(Act(invitees.answer, self.current(), said))

    def _go(self, invitee_id: str) -> None:
        line = self.line()
        if line is not None and line.id == invitee_id and line.invitee.person:
            self.page.desk.show_record("person", line.invitee.person)


def _columns(words: Words) -> tuple[Column[InviteeLine], ...]:
    return (
        Column(words.label("person", "code_name"), lambda line: line.code_name, width=10),
        Column(words.kind("group").capitalize(), lambda line: line.group, width=13),
        Column(QCoreApplication.translate("PeopleTab", "Basis"), _basis, width=10),
        Column(
            QCoreApplication.translate("PeopleTab", "Stops"), _stop, width=8,
            tone=lambda line: Tone.LATE if line.stops else Tone.NEUTRAL,
        ),
        Column(
            QCoreApplication.translate("PeopleTab", "Notice"), lambda line: show_date(line.invitee.noticed_on),
            width=11,
        ),
        Column(
            words.label("invitee", "answer"),
            lambda line: words.value(line.invitee.answer) if line.invitee.answer else "", width=10,
            tone=lambda line: ANSWERS.get(line.invitee.answer) if line.invitee.answer else None,
        ),
        Column(words.label("invitee", "officer_behind"), lambda line: line.invitee.officer_behind, width=0),
    )  # fmt: skip


def _stop(line: InviteeLine) -> str:
    if line.stops:
        return QCoreApplication.translate("PeopleTab", "Stopped")
    return QCoreApplication.translate("PeopleTab", "Cleared") if line.cleared else ""


def _basis(line: InviteeLine) -> str:
    """In one word; the form says it in full."""
    if line.invitee.basis is Basis.SUPERVISION:
        return QCoreApplication.translate("PeopleTab", "Supervised")
    return QCoreApplication.translate("PeopleTab", "Voluntary")
