"""Call-ins: the list with its lights, and the workspace of the chosen one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from gvi_desktop.domain.callin import Callin
from gvi_desktop.domain.invitee import Invitee
from gvi_desktop.domain.speaker import Speaker
from gvi_desktop.domain.task import Task, TaskDraft
from gvi_desktop.domain.user import Right
from gvi_desktop.services import callins, callinviews, invitees, messengers, plans, speakers, tasks
from gvi_desktop.services.callinviews import CallinLine, CallinView
from gvi_desktop.services.papers import PaperKind
from gvi_desktop.services.unit import Unit
from ui.callins.actforms import ActForms
from ui.callins.callinforms import CallinForms
from ui.callins.columns import columns
from ui.callins.inviteforms import InviteForms
from ui.callins.messengerform import messenger_form
from ui.callins.plansheet import PlanSheet, plan_form
from ui.callins.printing import print_paper, write_calendar
from ui.callins.speakerform import speaker_form
from ui.callins.speakersheet import SpeakerSheet
from ui.callins.talksform import talks_form
from ui.callins.workspace import Workspace
from ui.kit.desk import Desk
from ui.kit.detail import Detail
from ui.kit.listplace import ListPlace, Query
from ui.kit.panel import FormPanel
from ui.kit.table import Column
from ui.kit.taskform import task_form

LIST_WIDTH, WORK_WIDTH = 460, 820  # until somebody moves the border


class CallinsPage(ListPlace[CallinLine]):
    """The workspace asks this page for everything it wants done."""

    kinds = frozenset(
        {"callin", "invitee", "speaker", "task", "script", "person", "group", "relation", "plan", "membership"}
        | {"notification", "letter"}
    )
    empty_icon = "presentation"
    least = (34, 60)

    def __init__(self, desk: Desk) -> None:
        self.may_write = desk.user.may(Right.WRITE)
        self.forms = CallinForms(desk.words, desk.tasks)
        self.people_forms = InviteForms(desk.words, desk.tasks)
        self.act_forms = ActForms(desk.words, desk.tasks)
        super().__init__(desk)
        self.filterable(self.tr("Filter call-ins"))
        if self.may_write:
            self.primary(self.tr("Plan a call-in"), self.new)
        self.secondary(self.tr("Week plans"), self.show_plans, "list-checks", in_menu=True)
        self.secondary(self.tr("Speaker register"), self.show_speakers, "mic", in_menu=True)

    def heading(self) -> str:
        return self.tr("Call-ins")

    def nothing(self) -> tuple[str, str]:
        return (
            self.tr("A call-in is planned here from first date to follow-up: people, speakers, room and decision."),
            self.tr("Plan a call-in") if self.may_write else "",
        )

    def not_chosen(self) -> str:
        return self.tr("Choose a call-in to work on it here.")

    def columns(self) -> Sequence[Column[CallinLine]]:
        return columns(self.words)

    @staticmethod
    def fetch_ids(unit: Unit, query: Query) -> Sequence[str]:
        return callinviews.ids(unit, query.text, query.sort, query.descending)

    @staticmethod
    def fetch_lines(unit: Unit, ids: Sequence[str]) -> Sequence[CallinLine]:
        return callinviews.lines(unit, ids)

    @staticmethod
    def fetch_detail(unit: Unit, record_id: str) -> CallinView:
        return callinviews.workspace(unit, record_id)

    @staticmethod
    def fetch_form(unit: Unit, name: str, record_id: str) -> Callin | Invitee | Speaker | Task | Any:
        if name == "messengers":
            return messengers.choosing(unit, *record_id.split(":"))
        if name in ("invitee", "notice", "clear", "officer"):
            return invitees.get(unit, record_id)
        if name == "speaker":
            return speakers.get(unit, record_id)
        if name == "task":
            return tasks.get(unit, record_id)
        return plans.get(unit, record_id) if name == "plan" else callins.get(unit, record_id)

    def content(self) -> QWidget:
        made = super().content()
        self.plans = PlanSheet(self, self.leave_sheet)
        self.book = SpeakerSheet(self, self.leave_sheet)
        self.over: PlanSheet | SpeakerSheet | None = None  # what lies over the workspace
        self.stack.addWidget(self.plans)
        self.stack.addWidget(self.book)
        if len(self.desk.settings.widths_of(f"{type(self).__name__}/split")) != 2:
            self.split.setSizes([LIST_WIDTH, WORK_WIDTH])
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 2)
        return made

    def make_detail(self) -> QWidget:
        self.workspace = Workspace(self)
        return self.workspace

    def draw(self, detail: Detail, record: CallinView) -> None:
        self.workspace.show_view(record)

    def _show(self, record: Any) -> None:
        super()._show(record)
        self.workspace.show_bound(self.bound if record is not None else None)
        if self.over is not None and self.panel is None:  # whatever changed behind it, it stays in view
            self.stack.setCurrentWidget(self.over)

    def _chosen(self, record_id: str) -> None:
        if record_id != self.current:
            self.over = None
        super()._chosen(record_id)

    def form(self, name: str, record: Any, about: str) -> FormPanel:
        forms = self.forms
        if name == "new":
            return forms.new(lambda made: self.show_record(str(made)))
        if name == "invite":
            return self.people_forms.invite(about)
        if name == "messengers":
            return messenger_form(self.words, record)
        if name == "speaker":
            return speaker_form(self.words, self.tasks, record, about, self._stay)
        if name == "task":
            begun = TaskDraft(callin=about or None, owner_agency=self.desk.user.agency)
            return task_form(self.words, self.tasks, record, begun, self._stay)
        if name == "plan":
            return plan_form(self.words, record, self._stay)
        if name == "talks":
            return talks_form(self.words, record, about)
        if name == "correction":
            return self.act_forms.correction(record, about)
        if name in ("decide72", "decide24"):
            return self.act_forms.decide(record, name.removeprefix("decide"))
        maker = next(one for one in (forms, self.people_forms, self.act_forms) if hasattr(one, name))
        made: FormPanel = getattr(maker, name)(record)
        return made

    def new(self) -> None:
        if self.may_write:
            self.over = None
            super().new()

    def edit(self) -> None:
        if self.may_write:
            super().edit()

    def after_form(self) -> None:
        """Back to the plans if a plan was changed, else to the workspace."""
        super().after_form()
        if self.over is not None:
            self._show_over(self.over)

    def leave_sheet(self) -> None:
        """Back to the workspace."""
        self.over = None
        super().after_form()

    def show_plans(self) -> None:
        """The week plans in place of the workspace."""
        self._show_over(self.plans)

    def show_speakers(self) -> None:
        """The register of speakers in place of the workspace."""
        self._show_over(self.book)

    def _show_over(self, sheet: PlanSheet | SpeakerSheet) -> None:
        self.over = sheet
        self.stack.setCurrentWidget(sheet)
        self.split.show_detail()
        sheet.reload()

    def show_kind(self, kind: str, record_id: str) -> None:
        """An invitee or a speaker is shown in the workspace of its call-in."""
        if kind in ("invitee", "speaker"):
            tab = "people" if kind == "invitee" else "speakers"

            def show(found: str) -> None:
                self.workspace.turn_to(tab)
                self.show_record(found)

            self.tasks.read(self, _callin_of, kind, record_id, then=show)
        else:
            self.show_record(record_id)

    def paper(self, kind: PaperKind | None) -> None:
        """Print a paper of the call-in in view; None writes its calendar."""
        if self.workspace.view is None:
            return
        callin = self.workspace.view.callin
        if kind is None:
            write_calendar(self, self.desk, callin)
        else:
            print_paper(self, self.desk, callin, kind)

    def turn_to(self, tab: str) -> None:
        """Bring a tab of the workspace into view."""
        self.workspace.turn_to(tab)

    def _stay(self, _answer: Any) -> None:
        """What was saved has no page of its own."""


def _callin_of(unit: Unit, kind: str, record_id: str) -> str:
    found = invitees.get(unit, record_id) if kind == "invitee" else speakers.get(unit, record_id)
    return found.callin or ""
