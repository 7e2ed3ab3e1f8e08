"""People: the list by code name, one person's page, and the data quality of what is kept."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from gvi_desktop.domain.user import Right
from gvi_desktop.services import clocks, guardians, memberships, people, profile, quality, roster, timeline
from gvi_desktop.services.profile import PersonView
from gvi_desktop.services.quality import Finding
from gvi_desktop.services.roster import PersonLine, Shown
from gvi_desktop.services.timeline import Moment
from ui.kit.act import Act
from ui.kit.desk import Desk
from ui.kit.detail import Detail
from ui.kit.erasewizard import EraseWizard
from ui.kit.linkform import link_form
from ui.kit.listplace import ListPlace, Query
from ui.kit.panel import FormPanel
from ui.kit.pills import PillRow
from ui.kit.table import Column
from ui.people.clockforms import extension_form, pause_form
from ui.people.columns import columns
from ui.people.faults import FaultList
from ui.people.forms import Forms
from ui.people.sheet import PersonSheet


class PeoplePage(ListPlace[PersonLine]):
    """A list of a hundred thousand, filtered by what one looks for; the page of one person beside it."""

    kinds = frozenset(
        {"person", "guardian", "membership", "group", "notification", "invitee", "callin", "letter", "disclosure"}
        | {"help", "phonecall", "pause", "extension", "regime"}
    )
    empty_icon = "users"
    finds_people = True

    def __init__(self, desk: Desk) -> None:
        self._whole = ""
        self._older: tuple[str, Sequence[Moment]] = ("", ())
        super().__init__(desk)
        self.may_write = desk.user.may(Right.WRITE)
        self.forms = Forms(self.words, self.tasks, self._meant)
        self.sheet = PersonSheet(self.words, self.tasks, self, desk.user.name, may_write=self.may_write)
        self.filterable(self.tr("Filter people"))
        go = partial(desk.show_record, "reviews", "")
        self.secondary(self.tr("Review what is due"), go, "clipboard-check", in_menu=True)
        if self.may_write:
            self.primary(self.tr("New person"), self.new)
            self.secondary(self.tr("Remove this person"), self.remove, "trash-2", in_menu=True)
        if desk.user.may(Right.ERASE):
            self.secondary(self.tr("Erase this person for good…"), self.erase, "trash-2", in_menu=True)

    def heading(self) -> str:
        return self.tr("People")

    def nothing(self) -> tuple[str, str]:
        if self.choices.get("shown", Shown.ALL) is not Shown.ALL:
            return self.tr("Nobody here."), ""
        return (
            self.tr("People are kept here by code name: messengers, people linked to groups, victims and relatives."),
            self.tr("New person"),
        )

    def not_chosen(self) -> str:
        return self.tr("Choose somebody to read about them here.")

    def columns(self) -> Sequence[Column[PersonLine]]:
        return columns(self.words)

    @staticmethod
    def fetch_ids(unit: Any, query: Query) -> Sequence[str]:
        shown = query.choices.get("shown", Shown.ALL)
        return roster.ids(unit, query.text, query.sort, query.descending, shown)

    @staticmethod
    def fetch_lines(unit: Any, ids: Sequence[str]) -> Sequence[PersonLine]:
        return roster.lines(unit, ids)

    @staticmethod
    def fetch_detail(unit: Any, record_id: str) -> PersonView:
        return profile.of_person(unit, record_id)

    @staticmethod
    def fetch_form(unit: Any, name: str, record_id: str) -> Any:
        if name == "pause":
            return clocks.get_pause(unit, record_id)
        if name in ("link", "review"):
            return memberships.get(unit, record_id)
        return guardians.get(unit, record_id) if name == "guardian" else people.get(unit, record_id)

    def make_list(self) -> QWidget:
        holder = QWidget()
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.addTab(self.tr("Everybody"))
        self.tabs.addTab(self.tr("Data quality"))
        self.tabs.setAccessibleName(self.tr("What the list shows"))
        self.pills = PillRow(self.tr("Who is shown"), [(shown, self.words.value(shown)) for shown in Shown])
        self.pills.chosen.connect(lambda shown: self.choose("shown", shown))
        self.faults = FaultList(self.tasks, self.words)
        self.faults.chosen.connect(self._found)
        everybody = QWidget()
        column = QVBoxLayout(everybody)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pills)
        column.addWidget(self.table, 1)
        self.sides = QStackedWidget()
        self.sides.addWidget(everybody)
        self.sides.addWidget(self.faults)
        self.tabs.currentChanged.connect(self._turn)
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.tabs)
        outer.addWidget(self.sides, 1)
        return holder

    def reload(self) -> None:
        if self._older[0] and self._older[0] == self.current:
            self.show_older()
        else:
            super().reload()
        self.tasks.read(self, roster.counts, then=self._count, only="counts")
        if self.tabs.currentIndex() == 1:
            self.faults.reload()

    def draw(self, detail: Detail, record: PersonView) -> None:
        older = self._older[1] if self._older[0] == record.id else ()
        self.sheet.draw(detail, record, whole=self._whole == record.id, older=older)

    def opened_kind(self, record: PersonView) -> str:
        return "person"

    def form(self, name: str, record: Any, about: str) -> FormPanel:
        if name == "pause":
            return pause_form(self.words, record, about)
        if name == "extension":
            return extension_form(self.words, about)
        if name == "link":
            return link_form(self.words, self.tasks, record, person=about)
        if name == "guardian":
            return self.forms.guardian(record, about)
        if name == "minor":
            return self.forms.minor(record)
        if name == "review":
            return self.forms.review(record)
        return self.forms.person(record)

    def new(self) -> None:
        if self.may_write:
            super().new()

    def edit(self) -> None:
        """The form shows the real name, so it is noted as shown (a protected one's stays hidden)."""
        if not self.may_write or not self.current:
            return
        person = self.current
        self.tasks.write(self, people.open_to_edit, person, then=lambda _: self.open_form("edit", person))

    def show_kind(self, kind: str, record_id: str) -> None:
        """What has no page of its own is shown on its person's page."""
        if kind == "person":
            self.show_record(record_id)
        else:
            self.tasks.read(self, _person_of, kind, record_id, then=self.show_record)

    # what the sheet's buttons do

    def go(self, kind: str, record_id: str) -> None:
        """To a record of another place."""
        self.desk.show_record(kind, record_id)

    def approve_minor(self) -> None:
        self.do(Act(people.approve_minor, self.current), self.tr("Approved"))

    def approve_link(self, link_id: str) -> None:
        self.do(Act(memberships.approve, link_id), self.tr("Approved"))

    def end_link(self, link_id: str) -> None:
        self.do(Act(memberships.end, link_id), self.tr("Ended as of today"))

    def edit_guardian(self, guardian_id: str) -> None:
        """The form shows the guardian's name, which is noted as shown."""
        then = partial(self.open_form, "guardian", guardian_id)
        self.tasks.write(self, people.open_to_edit, self.current, then=lambda _: then())

    def remove_guardian(self, guardian_id: str) -> None:
        self.do(Act(guardians.remove, guardian_id), self.tr("Removed"))

    def mark_reviewed(self) -> None:
        self.do(Act(quality.mark_reviewed, "person", self.current), self.tr("Reviewed"))

    def remove(self) -> None:
        """Out of every list, with links and guardians; the note offers Undo."""
        if self.current:
            self.do(Act(people.remove, self.current), self.tr("Removed"))

    def erase(self) -> None:
        """Ask what goes with the person, then erase them; it cannot be undone."""
        if self.current:
            EraseWizard(self, self.desk, one=self.current).open()

    def end_pause(self, pause_id: str) -> None:
        self.do(Act(clocks.end_pause, pause_id), self.tr("The clock runs on from tomorrow"))

    def remove_pause(self, pause_id: str) -> None:
        self.do(Act(clocks.remove_pause, pause_id), self.tr("Removed"))

    def remove_extension(self, extension_id: str) -> None:
        self.do(Act(clocks.remove_extension, extension_id), self.tr("Removed"))

    def show_all(self) -> None:
        self._whole = self.current
        self.reload()

    def show_older(self) -> None:
        """The time line to its end, however long it is."""
        self.tasks.read(self, _all_of, self.current, then=self._got_older, only="older")

    # inside

    def _got_older(self, found: tuple[str, Sequence[Moment]]) -> None:
        self._older = found
        super().reload()

    def _meant(self, person_id: str) -> None:
        self.close_form()
        self.show_record(person_id)

    def _count(self, counts: dict[Shown, int]) -> None:
        for shown, number in counts.items():
            self.pills.count(shown, number)

    def _turn(self, side: int) -> None:
        self.sides.setCurrentIndex(side)
        self.filter.setEnabled(side == 0)
        if side == 1:
            self.faults.reload()

    def _found(self, finding: Finding) -> None:
        if finding.person_id:
            self.show_record(finding.person_id)
        elif finding.group_id:
            self.go("group", finding.group_id)
        elif finding.kind == "membership":
            self.open_form("link", finding.id)  # neither end is known: only the link itself can be mended
        elif finding.kind != "person":
            self.go(finding.kind, finding.id)


def _person_of(unit: Any, kind: str, record_id: str) -> str:
    if kind == "guardian":
        return guardians.get(unit, record_id).person or ""
    if kind == "pause":
        return clocks.get_pause(unit, record_id).person or ""
    if kind == "extension":
        return clocks.get_extension(unit, record_id).person or ""
    return memberships.get(unit, record_id).membership.person or ""


def _all_of(unit: Any, record_id: str) -> tuple[str, Sequence[Moment]]:
    return record_id, timeline.of_person(unit, record_id, None)
