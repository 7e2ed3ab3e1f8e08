"""Reports tab: every kind of report on screen, and as PDF, XLSX or CSV."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from gvi_desktop.domain.indicators import Period
from gvi_desktop.domain.user import Right
from gvi_desktop.services import report_files, reports
from gvi_desktop.services.report_parts import Report, Section
from gvi_desktop.services.reports import OF_ONE, ReportKind, Wish
from ui.kit.dates import today
from ui.kit.filepassword import ask_locked
from ui.kit.files import ask_save
from ui.kit.text import line, muted
from ui.office.reportchoices import ReportChoices
from ui.office.reporttable import said, section_table
from ui.office.tab import OfficeTab


class ReportsTab(OfficeTab):
    """Choose; see it; save it."""

    def __init__(self, page: Any) -> None:
        self.choices: ReportChoices | None = None
        self._report: Report | None = None
        self._at_choices = False
        self._wish = Wish(ReportKind.YEAR, page.words.language, Period(today().replace(month=1, day=1), today()))
        super().__init__(page)

    def name(self) -> str:
        return self.tr("Reports")

    def reload(self) -> None:
        if self.choices is not None:
            self._wish = self.choices.wish()
            focused = self.focusWidget()
            self._at_choices = focused is not None and self.choices.isAncestorOf(focused)
        if self._wish.kind in OF_ONE and not self._wish.subject:
            self.show_found((None, self._wish))
            return
        self.page.tasks.read(self, _made, self._wish, then=self._answered, only="tab")

    def _answered(self, found: tuple[Report, Wish]) -> None:
        """Show what was asked for last; something else may have been chosen since."""
        if found[1] == self._wish:
            self.show_found(found)

    def draw(self, found: tuple[Report | None, Wish]) -> None:
        self._report, self._wish = found
        self.choices = ReportChoices(self.words, self.page.tasks, self._wish)
        self.choices.wanted.connect(self.reload)
        self.put(self.choices)
        if self._at_choices:  # the keyboard goes on where it was
            self.choices.show_button.setFocus()
        if self._report is None:
            self.choices.ask_subject()
            self.section(self.words.value(self._wish.kind))
            self.text(
                self.tr("Choose what the report is about: type a few letters, or press the down arrow."), quiet=True
            )
            return
        self._draw(self._report)

    def _draw(self, report: Report) -> None:
        self.put(line())
        self.title(report.title, report.subtitle)
        if self.page.desk.user.may(Right.EXPORT):
            for text, form in (
                (self.tr("Save as PDF"), "pdf"),
                (self.tr("Save as XLSX"), "xlsx"),
                (self.tr("Save as CSV"), "csv"),
            ):
                self.action(text, partial(self._ask_where, form))
        self.turns(partial(self._section, section) for section in report.sections)
        self.turns([partial(self._limits, report)])

    def _section(self, section: Section) -> None:
        self.section(section.heading)
        if section.text:
            self.text(section.text)
        if section.facts:
            for name, value in section.rows:
                self.row(str(name), said(value))
        elif section.rows:
            self.put(section_table(section))

    def _limits(self, report: Report) -> None:
        self.section(self.tr("What the numbers cannot show"))
        for note in report.notes:
            self.put(muted(note))

    def _ask_where(self, form: str) -> None:
        name = f"gvi-{self._wish.kind.value}{'-public' if self._wish.public else ''}.{form}"
        title, then = self.tr("Save the report"), partial(self._save, form)
        if form == "pdf":
            text = self.tr("The vault does not protect the file. It is noted as a disclosure.")
            ask_locked(self, title, text, name, then)
        else:
            ask_save(self, title, name, f"{form.upper()} (*.{form})", then)

    def _save(self, form: str, path: Path, password: str = "") -> None:
        def done(_: Any) -> None:
            self.page.desk.say(self.tr("Saved as a file; entered in the register of disclosures."))

        self.page.tasks.write(
            self, report_files.save, self._report, form, self._wish.language, path, password, then=done
        )


def _made(unit: Any, wish: Wish) -> tuple[Report, Wish]:
    return reports.make(unit, wish), wish
