"""`gvi-desktop report …`: the indicators as text, JSON, CSV, XLSX or PDF."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from gvi_desktop.cli import output, session

if TYPE_CHECKING:
    from gvi_desktop.services.reports import Report
    from gvi_desktop.services.unit import Unit


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    session.add_vault(parser)
    parser.add_argument("--from", dest="first", metavar="D", type=_day, help="first day, such as 2022-10-01")
    parser.add_argument("--to", dest="last", metavar="D", type=_day, help="last day")
    parser.add_argument("--public", action="store_true", help="hide the numbers one to four, and the groups")
    parser.add_argument("--language", choices=["sv", "en"], help="of the report (by default the office's for files)")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true")
    form.add_argument("--format", choices=["csv", "xlsx", "pdf"])
    parser.add_argument("--out", metavar="F", type=Path, help="file to write, with --format")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date such as 2022-10-01") from None


def run(args: argparse.Namespace) -> int:
    """Do it."""
    from gvi_desktop.domain.errors import RefusedError
    from gvi_desktop.domain.indicators import Period
    from gvi_desktop.services import indicators, reports
    from gvi_desktop.storage.files import write_atomically

    if args.format and not args.out:
        raise RefusedError("out_missing")
    period = Period(args.first, args.last)
    with session.opened(args) as workspace:
        if args.json:
            output.say_json(reports.as_json(workspace.read(indicators.count, period), public=args.public))
            return 0
        language = args.language or (workspace.read(lambda unit: unit.office.language.value) if args.format else "en")
        report = workspace.read(reports.year, period, language, public=args.public)
        if args.format:
            content = workspace.read(_file, report, args.format, language)
            workspace.write(reports.register, args.format, report)
            write_atomically(args.out, content)
            output.say(f"Wrote {args.out}.")
            return 0
    output.say(f"{report.title}: {report.subtitle}")
    for section in report.sections:
        output.say("", section.heading)
        output.say(*output.table([section.heads, *([str(cell) for cell in row] for row in section.rows)]))
    output.say("", *report.notes)
    return 0


def _file(unit: Unit, report: Report, form: str, language: str) -> bytes:
    from gvi_desktop.services import report_files, reports

    if form == "pdf":
        return report_files.as_pdf(unit, report, language)
    owner = reports.owner_lines(unit)
    return report_files.as_csv(report, owner) if form == "csv" else report_files.as_xlsx(report, owner)
