"""Office: what is not daily work - purpose, users, agencies, reports, retention, grounds, safety, history."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QTabWidget, QWidget

from gvi_desktop.domain.regime import Regime
from gvi_desktop.domain.user import Right
from gvi_desktop.services import agencies, office, rightscases
from ui.kit.desk import Desk
from ui.kit.panel import FormPanel
from ui.kit.place import Place
from ui.office import forms
from ui.office.about import AboutTab
from ui.office.historytab import HistoryTab
from ui.office.keeping import GroundsTab, RetentionTab
from ui.office.people import AgenciesTab, UsersTab
from ui.office.reporting import ReportsTab
from ui.office.reviewtab import ReviewTab
from ui.office.rightsforms import decision_form, request_form
from ui.office.rightstab import RightsTab
from ui.office.safety import SafetyTab
from ui.office.tab import OfficeTab

TABS: tuple[type[OfficeTab], ...] = (
    AboutTab,
    UsersTab,
    AgenciesTab,
    ReportsTab,
    RetentionTab,
    RightsTab,
    GroundsTab,
    SafetyTab,
    HistoryTab,
    ReviewTab,
)

PARTS: dict[str, type[OfficeTab]] = {
    "retention": RetentionTab, "rights": RightsTab, "safety": SafetyTab, "review": ReviewTab,
}  # fmt: skip
"""Tabs that other places lead to."""


class OfficePage(Place):
    """One tab a subject; each asks for what it shows when it is first opened."""

    kinds = frozenset({"office", "user", "agency", "regime", "ground", "person", "rightscase", "disclosure", "pause"})

    def __init__(self, desk: Desk) -> None:
        self.may_administer = desk.user.may(Right.ADMINISTER)
        self.may_erase, self.may_write = desk.user.may(Right.ERASE), desk.user.may(Right.WRITE)
        self.may_export = desk.user.may(Right.EXPORT)
        self._tabs = QTabWidget()
        self._asked: set[int] = set()
        super().__init__(desk)
        self._turned(0)

    def heading(self) -> str:
        return self.tr("Office")

    def content(self) -> QWidget:
        self._tabs.setDocumentMode(True)
        for kind in TABS:
            tab = kind(self)
            self._tabs.addTab(tab, tab.name())
        self._tabs.currentChanged.connect(self._turned)
        self.stack.addWidget(self._tabs)
        return self.stack

    def reload(self) -> None:
        self._asked.clear()
        self._turned(self._tabs.currentIndex())

    def show_record(self, record_id: str) -> None:
        """A tab by its name, as the overview asks for it."""
        if record_id in PARTS:
            self._tabs.setCurrentIndex(TABS.index(PARTS[record_id]))

    def show_kind(self, kind: str, record_id: str) -> None:
        self.show_record("rights" if kind == "rightscase" else record_id)

    def after_form(self) -> None:
        self.stack.setCurrentWidget(self._tabs)

    def _turned(self, at: int) -> None:
        tab = self._tabs.widget(at)
        if at not in self._asked and isinstance(tab, OfficeTab):
            self._asked.add(at)
            tab.reload()

    @staticmethod
    def fetch_form(unit: Any, name: str, record_id: str) -> Any:
        if name == "office":
            return office.get(unit)
        if name in ("request", "decision"):
            return rightscases.get(unit, record_id)
        if name == "agency":
            return agencies.get(unit, record_id)
        if name == "ground":
            return office.get_ground(unit, record_id)
        return unit.get(Regime, record_id)

    def form(self, name: str, record: Any, about: str) -> FormPanel:
        if name == "request":
            return request_form(self.words, self.tasks, record)
        if name == "decision":
            return decision_form(self.words, record, self.desk.user.name)
        makers = {
            "office": forms.office_form,
            "agency": forms.agency_form,
            "regime": forms.regime_form,
            "ground": forms.ground_form,
        }
        return makers[name](self.words, record)
