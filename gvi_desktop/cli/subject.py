"""`gvi-desktop subject …`: everything held on one person as a PDF, once secrecy has been tested."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from gvi_desktop.cli import output, session
from gvi_desktop.domain.record import Compartment


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    session.add_vault(parser)
    parser.add_argument("code", metavar="CODE", help="code name of the person")
    parser.add_argument("--out", metavar="FILE.pdf", type=Path, required=True)
    parser.add_argument("--secrecy-tested-by", metavar="NAME", help="who did the secrecy test (asked for otherwise)")
    parser.add_argument("--reason", metavar="TEXT", help="what the secrecy test came to (asked for otherwise)")
    parser.add_argument(
        "--without",
        metavar="PART",
        action="append",
        default=[],
        choices=[one.value for one in Compartment if one is not Compartment.CORE],
        help="leave out a part of the vault after the secrecy test: enforcement or help",
    )


def run(args: argparse.Namespace) -> int:
    """Do it."""
    from gvi_desktop.services import subject_extract
    from gvi_desktop.services.letters_wish import person_of

    with session.opened(args) as workspace:
        person = workspace.read(person_of, args.code)
        tested = subject_extract.SecrecyTest(
            _answer(args.secrecy_tested_by, "Secrecy must be tested before this leaves the vault. Tested by: "),
            _answer(args.reason, "What did the test come to? "),
            frozenset(Compartment(one) for one in args.without),
        )
        workspace.write(subject_extract.save, person.id, tested, args.out)
    output.say(f"Wrote {args.out}. Entered in the journal and among the disclosures.")
    return 0


def _answer(given: str | None, question: str) -> str:
    """What was given, or asked for on a terminal; empty where there is nobody to ask."""
    if given is not None or not sys.stdin.isatty():
        return given or ""
    try:
        return input(question)
    except EOFError:
        return ""
