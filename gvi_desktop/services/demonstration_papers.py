"""The demonstration's papers: letters and call-in papers as PDF in both languages, calendar, report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from gvi_desktop.letters.kinds import LetterKind
from gvi_desktop.services import calendar, focusviews, letters, letters_wish, papers, report_files, reports
from gvi_desktop.services.storyclock import Demonstration

LANGUAGES = ("sv", "en")


def write(told: Demonstration, folder: Path, note: Callable[[str], None]) -> list[Path]:
    """Everything on paper, into `folder`; returns the files."""
    folder.mkdir(mode=0o700, exist_ok=True)
    ws, made = told.workspace, []
    for language in LANGUAGES:
        wishes: tuple[tuple[str, LetterKind, dict[str, object]], ...] = (
            ("notice", LetterKind.NOTICE, {"callin": told.coming}),
            ("invitation", LetterKind.INVITATION, {"callin": told.coming}),
            ("card", LetterKind.CARD, {"count": 10}),
            ("guardian", LetterKind.GUARDIAN, {"callin": told.coming}),
            ("notification", LetterKind.NOTIFICATION, {"round_name": told.round_name}),
            ("directory", LetterKind.DIRECTORY, {"count": 2}),
            ("no-shows", LetterKind.NO_SHOWS, {"callin": told.callin}),
        )
        for name, kind, aim in wishes:
            prepared = ws.read(letters.prepare, kind, language, **aim)  # type: ignore[arg-type]
            path = folder / f"{name}-{language}.pdf"
            done = ws.write(letters.save, prepared, path, leave_out_stopped=True)
            made.append(path)
            left = f", {len(prepared.stops)} stops left out" if prepared.stops else ""
            note(f"letters: {name} ({language}), {len(done.numbers)} in the register{left}")
        for paper in papers.PaperKind:
            path = folder / f"{paper.value}-{language}.pdf"
            ws.write(papers.print_to, told.callin, paper, papers.Order(2, False, language), path)
            made.append(path)
        path = folder / f"notification-form-{language}.pdf"
        ws.write(papers.blank_form_to, papers.Order(1, False, language), path)
        made.append(path)
    path = folder / "call-in.ics"
    ws.write(calendar.export_to, told.coming, path)
    made.append(path)
    made += _reports(told, folder)
    note(f"reports: {len(reports.ReportKind)} kinds in both languages, the English ones with small numbers hidden")
    return made


def _reports(told: Demonstration, folder: Path) -> list[Path]:
    """Every kind of report: Swedish in full, English as the public may read it."""
    ws, made = told.workspace, []
    focus = [one.id for one in ws.read(focusviews.listed)]
    subjects = {
        reports.ReportKind.CALLIN: told.callin,
        reports.ReportKind.ROUND: ws.read(letters_wish.round_of, told.round_name).id,
        reports.ReportKind.FOCUS: focus[0] if focus else "",
    }
    for kind in reports.ReportKind:
        for language, public in (("sv", False), ("en", True)):
            wish = reports.Wish(kind, language, subject=subjects.get(kind, ""), public=public)
            if kind in reports.OF_ONE and not wish.subject:
                continue
            report = ws.read(reports.make, wish)
            name = "report" if kind is reports.ReportKind.YEAR else f"report-{kind.value}"
            for form in report_files.FORMS:
                path = folder / f"{name}-{language}{'-public' if public else ''}.{form}"
                ws.write(report_files.save, report, form, language, path)
                made.append(path)
    return made
