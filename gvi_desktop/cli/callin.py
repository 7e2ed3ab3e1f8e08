"""`gvi-desktop callin`: a call-in's papers as PDF, and its calendar without names."""

from __future__ import annotations

import argparse
from pathlib import Path

from gvi_desktop.cli import output
from gvi_desktop.cli.session import add_vault, opened

PAPERS = ("runsheet", "seating", "attendance", "cards", "scripts", "security")


def configure(parser: argparse.ArgumentParser) -> None:
    """The arguments of `callin`."""
    add_vault(parser)
    parser.add_argument("number", metavar="N", type=int, help="the call-in's number")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--print", dest="paper", choices=PAPERS, help="which paper; goes to --out")
    what.add_argument("--ics", metavar="FILE", type=Path, help="write the calendar file, without names")
    parser.add_argument("--out", metavar="FILE", type=Path, help="where the paper is written")
    parser.add_argument("--copies", metavar="N", type=int, default=1, help="numbered copies in the one file")
    parser.add_argument("--names", action="store_true", help="real names instead of code names; each is journaled")
    parser.add_argument("--language", choices=("sv", "en"), help="language of the paper; else the office's")
    parser.set_defaults(usage_error=parser.error)


def run(args: argparse.Namespace) -> int:
    """Write the paper or the calendar file."""
    if args.paper and args.out is None:
        args.usage_error("--print needs --out")
    from gvi_desktop.services import calendar, callins, papers

    with opened(args) as workspace:
        callin = workspace.read(callins.by_number, args.number)
        if args.ics:
            workspace.write(calendar.export_to, callin.id, args.ics, args.language)
        else:
            order = papers.Order(args.copies, args.names, args.language or "")
            workspace.write(papers.print_to, callin.id, papers.PaperKind(args.paper), order, args.out)
    output.say(f"Wrote {args.ics or args.out}.")
    return 0
