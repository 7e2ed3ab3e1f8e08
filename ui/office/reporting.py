"""Reports tab: the indicators of a period on screen, and as PDF, XLSX or CSV."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from gvi_desktop.domain.indicators import Period
from gvi_desktop.services import report_files, reports
from gvi_desktop.services.reports import Report
from ui.kit.fields.when import DateField
from ui.kit.files import ask_save
from ui.kit.flow import Flow
from ui.kit.table import Column, RecordModel
from ui.kit.text import button, labelled, muted
from ui.kit.theme import px
from ui.kit.view import Table
from ui.office.tab import OfficeTab

NARROW, WIDE = 72, 110
"""How wide a table of two columns and one of more may grow, in steps: a figure stays near its name."""


class ReportsTab(OfficeTab):
    """Choose a period; see it; save it."""

    def __init__(self, page: Any) -> None:
        self._first, self._last = DateField("first"), DateField("last")
        self._public = QCheckBox()
        self._report: Report | None = None
        super().__init__(page)

    def name(self) -> str:
        return self.tr("Reports")

    def reload(self) -> None:
        period = Period(self._first.value(), self._last.value()) if self._report else Period()
        public, language = self._public.isChecked() if self._report else False, self.words.language
        self.page.tasks.read(self, _year, period, language, public, then=self.show_found, only="tab")

    def draw(self, found: tuple[Report, Period, bool]) -> None:
        self._report, period, public = found
        report = self._report
        self.title(report.title, report.subtitle)
        for text, form in (
            (self.tr("Save as PDF"), "pdf"),
            (self.tr("Save as XLSX"), "xlsx"),
            (self.tr("Save as CSV"), "csv"),
        ):
            self.action(text, self._saver(form))
        self.put(self._choices(period, public=public))
        for section in report.sections:
            self.section(section.heading)
            self.put(_table(section))
        for note in report.notes:
            self.put(muted(note))

    def _choices(self, period: Period, *, public: bool) -> QWidget:
        holder, dates, rest = QWidget(), QWidget(), QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(1))
        column.addWidget(dates)
        column.addWidget(rest)
        row, below = Flow(dates, px(2)), Flow(rest, px(2))
        self._first, self._last = DateField("first"), DateField("last")
        for text, field, day in (
            (self.tr("From"), self._first, period.first),
            (self.tr("To"), self._last, period.last),
        ):
            field.set_value(day)
            row.addWidget(labelled(text, field))
        self._public = QCheckBox(self.tr("Public: hide small numbers and groups"))
        self._public.setChecked(public)
        below.addWidget(button(self.tr("Show"), self.reload, kind="primary"))
        below.addWidget(self._public)
        return holder

    def _saver(self, form: str) -> Any:
        pattern = f"{form.upper()} (*.{form})"
        return lambda: ask_save(
            self, self.tr("Save the report"), f"gvi-report.{form}", pattern, lambda p: self._save(p, form)
        )

    def _save(self, path: Path, form: str) -> None:
        def done(_: Any) -> None:
            self.page.desk.say(self.tr("Saved as a file; entered in the register of disclosures."))

        self.page.tasks.write(self, report_files.save, self._report, form, self.words.language, path, then=done)


def _year(unit: Any, period: Period, language: str, public: bool) -> tuple[Report, Period, bool]:
    return reports.year(unit, period, language, public=public), period, public


def _table(section: reports.Section) -> Table:
    view = Table(section.heading)
    columns = [_column(section, place, head) for place, head in enumerate(section.heads)]
    model = RecordModel[tuple[Any, ...]](columns, lambda row: str(row), view)
    model.show(section.rows)
    view.show_model(model, sortable=False)
    # As high as its rows: the page scrolls, not each table on it.
    rows, heads = view.verticalHeader().defaultSectionSize(), view.horizontalHeader().height()
    view.setFixedHeight(rows * len(section.rows) + heads + px(0.5))
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setMaximumWidth(px(NARROW if len(section.heads) == 2 else WIDE))
    return view


def _column(section: reports.Section, place: int, head: str) -> Column[tuple[Any, ...]]:
    figures = place > 0 and any(isinstance(row[place], int | float) for row in section.rows)
    width = 0 if place == 0 else max(10, len(head) + 2)
    return Column[tuple[Any, ...]](head, lambda row: _cell(row[place]), width=width, right=figures)


def _cell(value: reports.Cell) -> str:
    """A number with the decimal sign of the window's language."""
    return str(value).replace(".", QLocale().decimalPoint()) if isinstance(value, float) else str(value)
