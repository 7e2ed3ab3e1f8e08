"""`gvi-desktop report …`: reports as text, JSON, CSV, XLSX or PDF."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from gvi_desktop.cli import output, session

if TYPE_CHECKING:
    from gvi_desktop.services.report_parts import Report
    from gvi_desktop.services.reports import ReportKind
    from gvi_desktop.services.workspace import Workspace

KINDS = ("year", "month", "callin", "round", "focus", "evaluator", "assessment")
SUBJECTS = {"callin": "--callin N", "round": "--round NAME", "focus": "--group NAME"}


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    session.add_vault(parser)
    parser.add_argument("--kind", choices=KINDS, default="year", help="which report (by default the year's)")
    parser.add_argument("--from", dest="first", metavar="D", type=_day, help="first day, such as 2022-10-01")
    parser.add_argument("--to", dest="last", metavar="D", type=_day, help="last day; of a month any day in it")
    subject = parser.add_mutually_exclusive_group()
    subject.add_argument("--callin", metavar="N", type=int, help="number of the call-in, with --kind callin")
    subject.add_argument("--round", metavar="NAME", help="name of the round, with --kind round")
    subject.add_argument("--group", metavar="NAME", help="group of the focus round (its newest), with --kind focus")
    parser.add_argument("--public", action="store_true", help="hide small numbers and what tells them, and the groups")
    parser.add_argument("--language", choices=["sv", "en"], help="of the report (by default the office's for files)")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="the indicators as JSON")
    form.add_argument("--format", choices=["csv", "xlsx", "pdf"])
    parser.add_argument("--out", metavar="F", type=Path, help="file to write, with --format")
    parser.set_defaults(usage_error=parser.error)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date such as 2022-10-01") from None


def run(args: argparse.Namespace) -> int:
    """Do it."""
    if args.json and args.kind != "year":
        args.usage_error("--json is for the indicators: --kind year")
    for kind, option in SUBJECTS.items():
        given = getattr(args, option.split()[0].strip("-"), None) is not None
        if given != (args.kind == kind):
            args.usage_error(f"--kind {kind} and {option} go together")
    from gvi_desktop.domain.errors import RefusedError
    from gvi_desktop.domain.indicators import Period
    from gvi_desktop.services import report_files, reports

    if args.format and not args.out:
        raise RefusedError("out_missing")
    period = Period(args.first, args.last)
    with session.opened(args) as workspace:
        if args.json:
            output.say_json(workspace.read(reports.figures, period, public=args.public))
            return 0
        language = args.language or (workspace.read(lambda unit: unit.office.language.value) if args.format else "en")
        kind = reports.ReportKind(args.kind)
        wish = reports.Wish(kind, language, period, _subject(workspace, kind, args), args.public)
        report = workspace.read(reports.make, wish)
        if args.format:
            workspace.write(report_files.save, report, args.format, language, args.out)
            output.say(f"Wrote {args.out}.")
            return 0
        _tell(report_files.leaving(report))
    return 0


def _subject(workspace: Workspace, kind: ReportKind, args: argparse.Namespace) -> str:
    """The id of what the report is about."""
    from gvi_desktop.services import callins, letters_wish, reports

    if kind is reports.ReportKind.CALLIN:
        return workspace.read(callins.by_number, args.callin).id
    if kind is reports.ReportKind.ROUND:
        return workspace.read(letters_wish.round_of, args.round).id
    return workspace.read(reports.focus_of, args.group) if kind is reports.ReportKind.FOCUS else ""


def _tell(report: Report) -> None:
    output.say(f"{report.title}: {report.subtitle}")
    for section in report.sections:
        output.say("", section.heading, *([section.text] if section.text else []))
        if section.rows:
            output.say(*output.table([section.heads, *([str(cell) for cell in row] for row in section.rows)]))
    output.say("", *report.notes)
