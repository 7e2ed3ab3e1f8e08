"""The demonstration's papers: letters and call-in papers as PDF in both languages, calendar, report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from gvi_desktop.domain.indicators import Period
from gvi_desktop.letters.kinds import LetterKind
from gvi_desktop.services import calendar, letters, papers, report_files, reports
from gvi_desktop.services.storyclock import Demonstration
from gvi_desktop.storage.files import write_atomically

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
    path = folder / "call-in.ics"
    ws.write(calendar.export_to, told.coming, path)
    made.append(path)
    for language, public in (("sv", False), ("en", True)):
        report = ws.read(reports.year, Period(), language, public=public)
        name = f"report-{language}{'-public' if public else ''}"
        contents = {
            "pdf": ws.read(report_files.as_pdf, report, language),
            "xlsx": report_files.as_xlsx(report, ws.read(reports.owner_lines)),
            "csv": report_files.as_csv(report, ws.read(reports.owner_lines)),
        }
        for form, content in contents.items():
            ws.write(reports.register, form, report)
            write_atomically(folder / f"{name}.{form}", content)
            made.append(folder / f"{name}.{form}")
    note("report: Swedish in full, English with small numbers hidden, as PDF, XLSX and CSV")
    return made
